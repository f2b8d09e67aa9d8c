"""How far a night's sweep of the object store has come, and indexes to find who names a file."""

import sqlalchemy as sa
from alembic import op

revision = "0035_files_nobody_names"
down_revision = "0034_sent_again"
branch_labels = None
depends_on = None

NAMING = ("document", "enclosure", "datarequest")


def upgrade() -> None:
    op.add_column("night", sa.Column("swept", sa.Integer(), nullable=False, server_default="0"))
    for table in NAMING:
        op.create_index(op.f(f"ix_{table}_object_key"), table, ["object_key"], unique=False)


def downgrade() -> None:
    for table in NAMING:
        op.drop_index(op.f(f"ix_{table}_object_key"), table_name=table)
    op.drop_column("night", "swept")
