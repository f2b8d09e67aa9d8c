"""Cards that wait to be fetched, by how long they do."""

import sqlalchemy as sa
from alembic import op

revision = "0045_uncollected_cards"
down_revision = "0044_data_requests_in_person"
branch_labels = None
depends_on = None

WAITING = sa.text("state IN ('choosing_handover','ready_for_pickup')")


def upgrade() -> None:
    op.execute("UPDATE document SET moved_at = created_at WHERE moved_at IS NULL")
    op.create_index(
        "document_uncollected",
        "document",
        ["office_id", "moved_at", "id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade() -> None:
    op.drop_index("document_uncollected", "document")
