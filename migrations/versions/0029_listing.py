"""Indexes by which long archives are listed: documents by state, ended cases by their end."""

import sqlalchemy as sa
from alembic import op

revision = "0029_listing"
down_revision = "0028_daily_reports"
branch_labels = None
depends_on = None

HAS_ENDED = sa.text("closed_at IS NOT NULL")
TO_PRINT = sa.text("state = 'to_print'")


def upgrade() -> None:
    op.create_index("document_by_state", "document", ["office_id", "state", "id"])
    op.drop_index("document_to_print", "document")
    op.drop_index("ix_document_office_id", "document")
    op.create_index(
        "case_ended", "case", ["office_id", "closed_at", "id"], sqlite_where=HAS_ENDED, postgresql_where=HAS_ENDED
    )


def downgrade() -> None:
    op.drop_index("case_ended", "case")
    op.create_index("ix_document_office_id", "document", ["office_id"])
    op.create_index(
        "document_to_print", "document", ["office_id", "id"], sqlite_where=TO_PRINT, postgresql_where=TO_PRINT
    )
    op.drop_index("document_by_state", "document")
