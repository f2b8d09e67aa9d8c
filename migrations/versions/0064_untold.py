"""What is held while the citizen does not know of it is to be found."""

import sqlalchemy as sa
from alembic import op

revision = "0064_untold"
down_revision = "0063_troubles"
branch_labels = None
depends_on = None

HELD = sa.text("state = 'held'")


def upgrade() -> None:
    op.create_index("outgoing_held", "outgoing", ["created_at"], sqlite_where=HELD, postgresql_where=HELD)


def downgrade() -> None:
    op.drop_index("outgoing_held", table_name="outgoing", sqlite_where=HELD, postgresql_where=HELD)
