"""What an office does differently with a service, as set on its page."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0019_service_rules"
down_revision = "0018_what_an_office_sets"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "servicerule",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("service", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("office_id", "service"),
    )


def downgrade() -> None:
    op.drop_table("servicerule")
