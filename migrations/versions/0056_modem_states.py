"""How the modems of the installation were when they were last looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0056_modem_states"
down_revision = "0055_postage_elsewhere"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "modem",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("signal", sa.Integer()),
        sa.Column("network", sa.String(60), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("modem")
