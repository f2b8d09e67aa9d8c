"""The number that a document itself bears, and which document stands in its place."""

import sqlalchemy as sa
from alembic import op

revision = "0041_document_numbers"
down_revision = "0040_requirements_ticked"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("number", sa.LargeBinary(), nullable=True))
    op.add_column("document", sa.Column("number_index", sa.LargeBinary(), nullable=True))
    op.add_column("document", sa.Column("superseded_by", sa.Integer(), nullable=True))
    op.create_index("ix_document_number_index", "document", ["number_index"])
    op.create_index("ix_document_superseded_by", "document", ["superseded_by"])


def downgrade() -> None:
    op.drop_index("ix_document_superseded_by", "document")
    op.drop_index("ix_document_number_index", "document")
    op.drop_column("document", "superseded_by")
    op.drop_column("document", "number_index")
    op.drop_column("document", "number")
