"""Documents that went to BSrE while nobody knows how that ended."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0025_signing_tries"
down_revision = "0024_signed_by_hand"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signingtry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("object_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("id_dokumen", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_signingtry_document_id"), "signingtry", ["document_id"])


def downgrade() -> None:
    op.drop_table("signingtry")
