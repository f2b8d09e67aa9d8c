"""What a card costs that goes to another kabupaten or kota than the office's own."""

import sqlalchemy as sa
from alembic import op

revision = "0055_postage_elsewhere"
down_revision = "0054_register_checks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("postage_elsewhere_rupiah", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("office", "postage_elsewhere_rupiah")
