"""How a request about one's own data came: by chat, at the counter, by letter."""

import sqlalchemy as sa
from alembic import op

revision = "0044_data_requests_in_person"
down_revision = "0043_cards_of_a_family"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("datarequest", sa.Column("came_by", sa.String(length=10), nullable=False, server_default="chat"))


def downgrade() -> None:
    op.drop_column("datarequest", "came_by")
