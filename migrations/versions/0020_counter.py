"""Cases filed at the counter: a relative who hears the news, and letters to print."""

import sqlalchemy as sa
from alembic import op

revision = "0020_counter"
down_revision = "0019_service_rules"
branch_labels = None
depends_on = None

OF_RELATIVE = sa.text("relative_id IS NOT NULL")
TO_PRINT = sa.text("printed_at IS NULL")


def upgrade() -> None:
    # SQLite adds a foreign key with its column or not at all.
    op.execute('ALTER TABLE "case" ADD COLUMN relative_id INTEGER REFERENCES contact (id)')
    op.create_index("case_of_relative", "case", ["relative_id"], sqlite_where=OF_RELATIVE, postgresql_where=OF_RELATIVE)
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_letter_case_id"), "letter", ["case_id"])
    op.create_index(
        "letter_to_print", "letter", ["office_id", "due_at"], sqlite_where=TO_PRINT, postgresql_where=TO_PRINT
    )


def downgrade() -> None:
    op.drop_table("letter")
    op.drop_index("case_of_relative", "case")
    op.drop_column("case", "relative_id")
