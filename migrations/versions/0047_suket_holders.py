"""The lists of who holds a suket."""

import sqlalchemy as sa
from alembic import op

revision = "0047_suket_holders"
down_revision = "0046_lending"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suketholder",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("nik_index", sa.LargeBinary(), nullable=False),
        sa.Column("kk_index", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("case.id")),
        sa.Column("exchanged_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("office_id", "nik_index"),
    )
    op.create_index("ix_suketholder_case_id", "suketholder", ["case_id"])


def downgrade() -> None:
    op.drop_table("suketholder")
