"""Wrong tries of a number and PIN on the status page."""

import sqlalchemy as sa
from alembic import op

revision = "0060_status_tries"
down_revision = "0059_web_door"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statustry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number_index", sa.LargeBinary(), nullable=False),
        sa.Column("source_index", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("number_index", "source_index", "created_at"):
        op.create_index(f"ix_statustry_{column}", "statustry", [column])


def downgrade() -> None:
    op.drop_table("statustry")
