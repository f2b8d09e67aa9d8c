"""Whose card it is, where a case has several, and the card in whose envelope it goes."""

import sqlalchemy as sa
from alembic import op

revision = "0043_cards_of_a_family"
down_revision = "0042_whom_complaints_concern"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("holder", sa.LargeBinary(), nullable=True))
    op.add_column("document", sa.Column("goes_with", sa.Integer(), nullable=True))
    op.create_index("ix_document_goes_with", "document", ["goes_with"])


def downgrade() -> None:
    op.drop_index("ix_document_goes_with", "document")
    op.drop_column("document", "goes_with")
    op.drop_column("document", "holder")
