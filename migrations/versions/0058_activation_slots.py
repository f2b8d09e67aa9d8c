"""Slots at the counter and sessions at agencies beside the rounds of vans, and what became of an activation."""

import sqlalchemy as sa
from alembic import op

revision = "0058_activation_slots"
down_revision = "0057_form_door"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("vanround", sa.Column("kind", sa.String(40), nullable=False, server_default="van"))
    op.add_column("vanbooking", sa.Column("service", sa.String(8), nullable=False, server_default=""))
    op.add_column("vanbooking", sa.Column("activated", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("vanbooking", sa.Column("not_done", sa.String(12), nullable=False, server_default=""))


def downgrade() -> None:
    for column in ("not_done", "activated", "service"):
        op.drop_column("vanbooking", column)
    op.drop_column("vanround", "kind")
