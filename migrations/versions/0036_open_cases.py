"""Indexes of the cases that have not ended: as they came, and by their promise."""

import sqlalchemy as sa
from alembic import op

revision = "0036_open_cases"
down_revision = "0035_files_nobody_names"
branch_labels = None
depends_on = None

OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    _index("case_open", ["office_id", "queued_at", "id"])
    _index("case_promised", ["office_id", "promised_at", "promise_moves"])


def downgrade() -> None:
    op.drop_index("case_promised", table_name="case")
    op.drop_index("case_open", table_name="case")


def _index(name: str, columns: list[str]) -> None:
    op.create_index(name, "case", columns, unique=False, sqlite_where=OPEN, postgresql_where=OPEN)
