"""Find cases by the words of a name, and shipments by their number."""

import sqlalchemy as sa
from alembic import op

revision = "0002_find_cases"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "caseword",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("word", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("office_id", "word", "case_id"),
    )
    op.create_index(op.f("ix_caseword_case_id"), "caseword", ["case_id"], unique=False)
    op.create_index(op.f("ix_shipment_tracking_number"), "shipment", ["tracking_number"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_shipment_tracking_number"), "shipment")
    op.drop_table("caseword")
