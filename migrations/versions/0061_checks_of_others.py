"""The population data service is asked about who applies and other persons of a request as well."""

import sqlalchemy as sa
from alembic import op

revision = "0061_checks_of_others"
down_revision = "0060_status_tries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("registercheck", sa.Column("person", sa.String(length=40), nullable=False, server_default="subject"))
    op.add_column("registercheck", sa.Column("others", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("registercheck") as table:
        table.drop_column("others")
        table.drop_column("person")
