"""Complaints are records of their own, no conversations handed to an officer."""

import sqlalchemy as sa
from alembic import op

revision = "0004_complaints"
down_revision = "0003_district"
branch_labels = None
depends_on = None

UNANSWERED = sa.text("answered_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "complaint_open", "complaint", ["office_id", "due_at"], sqlite_where=UNANSWERED, postgresql_where=UNANSWERED
    )
    op.create_index(op.f("ix_complaint_contact_id"), "complaint", ["contact_id"])
    op.create_index(op.f("ix_complaint_office_id"), "complaint", ["office_id"])
    op.add_column("event", sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()))
    _move_complaints()
    op.drop_column("ticket", "kind")


def _move_complaints() -> None:
    """Each keeps its number; its words stand in the chat, where they were written."""
    op.execute(
        "INSERT INTO complaint (id, contact_id, office_id, officer_id, created_at, due_at, answered_at) "
        "SELECT id, contact_id, office_id, officer_id, created_at, created_at, closed_at "
        "FROM ticket WHERE kind = 'complaint'"
    )
    op.execute("DELETE FROM ticket WHERE kind = 'complaint'")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval('complaint_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM complaint), false)")


def downgrade() -> None:
    op.add_column("ticket", sa.Column("kind", sa.String(length=40), nullable=False, server_default="help"))
    op.drop_column("event", "private")
    op.drop_index(op.f("ix_complaint_office_id"), table_name="complaint")
    op.drop_index(op.f("ix_complaint_contact_id"), table_name="complaint")
    op.drop_index("complaint_open", table_name="complaint", sqlite_where=UNANSWERED, postgresql_where=UNANSWERED)
    op.drop_table("complaint")
