"""What officers tick of the requirements of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0040_requirements_ticked"
down_revision = "0039_answers_put_right"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tick",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(length=60), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("case_id", "point"),
    )


def downgrade() -> None:
    op.drop_table("tick")
