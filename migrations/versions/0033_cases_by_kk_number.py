"""The KK number of a case, as a blind index: `flask index-cases` fills it for those opened before."""

import sqlalchemy as sa
from alembic import op

revision = "0033_cases_by_kk_number"
down_revision = "0032_sent_back"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case", sa.Column("kk_index", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_case_kk_index"), "case", ["kk_index"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_case_kk_index"), table_name="case")
    op.drop_column("case", "kk_index")
