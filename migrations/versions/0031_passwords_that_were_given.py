"""Who signs in with a password that an administrator gave, and has to choose their own."""

import sqlalchemy as sa
from alembic import op

revision = "0031_passwords_that_were_given"
down_revision = "0030_what_the_carrier_says"
branch_labels = None
depends_on = None


def upgrade() -> None:
    given = sa.Column("password_given", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("officer", given)


def downgrade() -> None:
    op.drop_column("officer", "password_given")
