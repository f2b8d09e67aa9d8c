"""Forms filled in for a citizen to sign."""

import sqlalchemy as sa
from alembic import op

revision = "0009_forms"
down_revision = "0008_printing_queue"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("token_index", sa.LargeBinary(), nullable=True),
        sa.Column("fetches_left", sa.Integer(), nullable=False),
        sa.Column("link_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_index"),
    )
    op.create_index(op.f("ix_handout_contact_id"), "handout", ["contact_id"], unique=False)
    op.create_index(op.f("ix_handout_created_at"), "handout", ["created_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_handout_created_at"), table_name="handout")
    op.drop_index(op.f("ix_handout_contact_id"), table_name="handout")
    op.drop_table("handout")
