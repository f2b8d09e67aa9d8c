"""Find a card's place among those to be printed."""

import sqlalchemy as sa
from alembic import op

revision = "0008_printing_queue"
down_revision = "0007_rights"
branch_labels = None
depends_on = None

TO_PRINT = sa.text("state = 'to_print'")


def upgrade() -> None:
    op.create_index(
        "document_to_print", "document", ["office_id", "id"], sqlite_where=TO_PRINT, postgresql_where=TO_PRINT
    )


def downgrade() -> None:
    op.drop_index("document_to_print", "document", sqlite_where=TO_PRINT, postgresql_where=TO_PRINT)
