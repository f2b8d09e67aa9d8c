"""What officers should notice about whoever writes from a number."""

import sqlalchemy as sa
from alembic import op

revision = "0012_flags"
down_revision = "0011_confirmed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contact", sa.Column("flags", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("contact", "flags")
