"""When the signatory sent a document back, until it is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0032_sent_back"
down_revision = "0031_passwords_that_were_given"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("sent_back_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("document", "sent_back_at")
