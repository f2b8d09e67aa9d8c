"""The inbox: ready replies, notes on talks, why a talk was closed, and for which role it waits."""

import sqlalchemy as sa
from alembic import op

revision = "0023_inbox"
down_revision = "0022_blanks_and_devices"
branch_labels = None
depends_on = None

CLOSED = sa.text("state = 'closed'")


def upgrade() -> None:
    op.add_column("ticket", sa.Column("for_role", sa.String(length=20), nullable=True))
    op.add_column("ticket", sa.Column("closed_for", sa.String(length=40), nullable=True))
    op.create_index("ticket_closed", "ticket", ["office_id", "closed_at"], sqlite_where=CLOSED, postgresql_where=CLOSED)
    op.create_table(
        "ticketnote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_ticketnote_ticket_id"), "ticketnote", ["ticket_id"])
    op.create_table(
        "cannedreply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_cannedreply_office_id"), "cannedreply", ["office_id"])


def downgrade() -> None:
    op.drop_table("cannedreply")
    op.drop_table("ticketnote")
    op.drop_index("ticket_closed", "ticket")
    op.drop_column("ticket", "closed_for")
    op.drop_column("ticket", "for_role")
