"""Note since when a data request is Loket's to carry out."""

import sqlalchemy as sa
from alembic import op

revision = "0011_confirmed"
down_revision = "0010_read"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("datarequest", sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("datarequest", "confirmed_at")
