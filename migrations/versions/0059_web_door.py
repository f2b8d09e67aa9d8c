"""Codes that prove a telephone to the website door, and the browsers it lets in."""

import sqlalchemy as sa
from alembic import op

revision = "0059_web_door"
down_revision = "0058_activation_slots"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "webcode",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("token_index", sa.LargeBinary(), nullable=False),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.Column("source_index", sa.LargeBinary(), nullable=False),
        sa.Column("code_index", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
    )
    for column in ("token_index", "phone_index", "source_index", "created_at"):
        op.create_index(f"ix_webcode_{column}", "webcode", [column])
    op.create_table(
        "webvisit",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("token_index", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("contact_id", sa.Integer(), sa.ForeignKey("contact.id"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("contact_id", "until"):
        op.create_index(f"ix_webvisit_{column}", "webvisit", [column])


def downgrade() -> None:
    op.drop_table("webvisit")
    op.drop_table("webcode")
