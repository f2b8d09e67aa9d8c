"""Promises that move, drafts that end, quiet talks, ratings, and messages that failed with the carrier."""

import sqlalchemy as sa
from alembic import op

revision = "0006_by_itself"
down_revision = "0005_day"
branch_labels = None
depends_on = None

WARNED = sa.text("warn_at IS NOT NULL")
FAILED = sa.text("state = 'failed'")
OFFICE = {"draft_days": "14", "quiet_minutes": "30", "late_hours": "8"}


def upgrade() -> None:
    for name, default in OFFICE.items():
        op.add_column("office", sa.Column(name, sa.Integer(), nullable=False, server_default=default))
    op.add_column("case", sa.Column("warn_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("case", sa.Column("promise_moves", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("case_to_warn", "case", ["warn_at"], sqlite_where=WARNED, postgresql_where=WARNED)
    op.execute(
        "UPDATE \"case\" SET warn_at = promised_at WHERE state IN ('submitted', 'in_review', 'approved')"
    )  # those under way are told when the promise runs out, not before
    op.create_index("outgoing_failed", "outgoing", ["created_at"], sqlite_where=FAILED, postgresql_where=FAILED)
    _ratings()


def _ratings() -> None:
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("comment", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id"),
    )
    op.create_index("rating_by_contact", "rating", ["contact_id", "asked_at"])
    op.create_index("rating_by_office", "rating", ["office_id", "answered_at", "score"])


def downgrade() -> None:
    op.drop_index("rating_by_office", table_name="rating")
    op.drop_index("rating_by_contact", table_name="rating")
    op.drop_table("rating")
    op.drop_index("outgoing_failed", table_name="outgoing", sqlite_where=FAILED, postgresql_where=FAILED)
    op.drop_index("case_to_warn", table_name="case", sqlite_where=WARNED, postgresql_where=WARNED)
    op.drop_column("case", "promise_moves")
    op.drop_column("case", "warn_at")
    for name in OFFICE:
        op.drop_column("office", name)
