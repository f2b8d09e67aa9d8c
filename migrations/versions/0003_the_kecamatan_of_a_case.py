"""The kecamatan of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0003_district"
down_revision = "0002_find_cases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case", sa.Column("district", sa.String(length=8), nullable=True))


def downgrade() -> None:
    op.drop_column("case", "district")
