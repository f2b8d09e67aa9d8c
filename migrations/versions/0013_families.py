"""For how many families a telephone files, and whose telephones may file for many."""

import sqlalchemy as sa
from alembic import op

revision = "0013_families"
down_revision = "0012_flags"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "filing",
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("family_index", sa.LargeBinary(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("phone_index", "office_id", "family_index"),
    )
    op.create_index(op.f("ix_filing_filed_at"), "filing", ["filed_at"])
    op.create_table(
        "helper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("family_limit", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("office_id", "phone_index"),
    )
    op.add_column("office", sa.Column("families_limit", sa.Integer(), nullable=False, server_default="3"))


def downgrade() -> None:
    op.drop_column("office", "families_limit")
    op.drop_table("helper")
    op.drop_table("filing")
