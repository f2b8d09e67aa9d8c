"""The blind index of a document's number goes with its case's personal data: of cases that are erased already, too."""

from alembic import op

revision = "0048_numbers_erased"
down_revision = "0047_suket_holders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE document SET number_index = NULL WHERE number_index IS NOT NULL"
        ' AND case_id IN (SELECT id FROM "case" WHERE erased_at IS NOT NULL)'
    )


def downgrade() -> None:
    """What is erased does not come back."""
