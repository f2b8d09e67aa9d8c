"""A quota a day, an announcement and the officers' idle time of an office; find what an officer did, and to what."""

import sqlalchemy as sa
from alembic import op

revision = "0018_what_an_office_sets"
down_revision = "0017_links_of_a_contact"
branch_labels = None
depends_on = None


def columns() -> list[sa.Column[object]]:
    return [
        sa.Column("daily_quota", sa.Integer(), nullable=True),
        sa.Column("quota_day", sa.Date(), nullable=True),
        sa.Column("quota_taken", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("announcement", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("idle_minutes", sa.Integer(), nullable=False, server_default="240"),
    ]


INDEXES = (("audit_by_officer", "officer_id"), ("audit_by_subject", "subject"))
OFFICERS = sa.text("officer_id IS NOT NULL")


def upgrade() -> None:
    for column in columns():
        op.add_column("office", column)
    for name, column in INDEXES:
        op.create_index(name, "audit", [column, "at"], sqlite_where=OFFICERS, postgresql_where=OFFICERS)


def downgrade() -> None:
    for name, _ in INDEXES:
        op.drop_index(name, "audit")
    for column in reversed(columns()):
        op.drop_column("office", column.name)
