"""PDFs that officers send in a talk; what their words do when WhatsApp's 24 hours are over."""

import sqlalchemy as sa
from alembic import op

revision = "0026_enclosures"
down_revision = "0025_signing_tries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("closed_window", sa.String(), nullable=False, server_default="hold"))
    op.create_table(
        "enclosure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("object_key", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("token_index", sa.LargeBinary(), nullable=True),
        sa.Column("fetches_left", sa.Integer(), nullable=False),
        sa.Column("link_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_index"),
    )
    op.create_index(op.f("ix_enclosure_contact_id"), "enclosure", ["contact_id"])


def downgrade() -> None:
    op.drop_table("enclosure")
    op.drop_column("office", "closed_window")
