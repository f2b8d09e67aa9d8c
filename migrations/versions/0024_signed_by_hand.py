"""Signing by hand as a way of an office or a kecamatan, substitutes of the head, and a signatory's NIK at BSrE."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0024_signed_by_hand"
down_revision = "0023_inbox"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "office", sa.Column("signing", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="tte")
    )
    op.add_column("office", sa.Column("by_hand_districts", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("officer", sa.Column("signing_nik", sa.LargeBinary(), nullable=True))
    op.create_table(
        "substitute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("nip", sqlmodel.sql.sqltypes.AutoString(length=30), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_substitute_office_id"), "substitute", ["office_id"])
    op.create_index(op.f("ix_substitute_officer_id"), "substitute", ["officer_id"])


def downgrade() -> None:
    op.drop_table("substitute")
    op.drop_column("officer", "signing_nik")
    op.drop_column("office", "by_hand_districts")
    op.drop_column("office", "signing")
