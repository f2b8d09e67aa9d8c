"""Under which number a document was keyed into SIAK."""

import sqlalchemy as sa
from alembic import op

revision = "0016_siak_number"
down_revision = "0015_who_waits"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("siak_number", sa.String(length=30), nullable=True))
    op.create_index(op.f("ix_document_siak_number"), "document", ["siak_number"])


def downgrade() -> None:
    op.drop_index(op.f("ix_document_siak_number"), "document")
    op.drop_column("document", "siak_number")
