"""Who comes to a visit of the mobile van."""

import sqlalchemy as sa
from alembic import op

revision = "0050_van_bookings"
down_revision = "0049_van_rounds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vanbooking",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("visit_id", sa.Integer(), sa.ForeignKey("vanvisit.id"), nullable=False),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("contact_id", sa.Integer(), sa.ForeignKey("contact.id")),
        sa.Column("code", sa.String(6), nullable=False, unique=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("kk_index", sa.LargeBinary()),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("enrolled", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("token_index", sa.LargeBinary(), unique=True),
        sa.Column("fetches_left", sa.Integer(), nullable=False),
        sa.Column("link_until", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("visit_id", "number"),
    )
    for column in ("contact_id", "kk_index", "settled_at"):
        op.create_index(f"ix_vanbooking_{column}", "vanbooking", [column])


def downgrade() -> None:
    op.drop_table("vanbooking")
