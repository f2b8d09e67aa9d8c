"""Answers that are asked for again, and what stood there before one was put right."""

import sqlalchemy as sa
from alembic import op

revision = "0039_answers_put_right"
down_revision = "0038_one_tracking_number"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case", sa.Column("asked", sa.LargeBinary(), nullable=True))
    op.create_table(
        "answerchange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("after", sa.LargeBinary(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("consent", sa.String(length=20), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_answerchange_case_id", "answerchange", ["case_id"])


def downgrade() -> None:
    op.drop_table("answerchange")
    op.drop_column("case", "asked")
