"""What the population data service was asked about a case, and how often an office may ask it."""

import sqlalchemy as sa
from alembic import op

revision = "0054_register_checks"
down_revision = "0053_modems"
branch_labels = None
depends_on = None

TO_ASK = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("office", sa.Column("lookups_a_day", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "registercheck",
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("case.id"), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("why", sa.String(40)),
        sa.Column("same", sa.JSON(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for name, columns in (("to_ask", ["due_at", "case_id"]), ("of_office", ["office_id", "due_at"])):
        op.create_index(f"registercheck_{name}", "registercheck", columns, sqlite_where=TO_ASK, postgresql_where=TO_ASK)
    op.create_table(
        "lookups",
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("used", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("lookups")
    op.drop_table("registercheck")
    op.drop_column("office", "lookups_a_day")
