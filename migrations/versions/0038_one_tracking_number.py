"""A tracking number belongs to one envelope of a carrier. Of those noted twice until now the newest keeps it."""

import sqlalchemy as sa
from alembic import op

revision = "0038_one_tracking_number"
down_revision = "0037_claim_days"
branch_labels = None
depends_on = None

NUMBERED = sa.text("tracking_number IS NOT NULL")
OLDER = """
UPDATE shipment SET tracking_number = NULL WHERE tracking_number IS NOT NULL AND id NOT IN
(SELECT max(id) FROM shipment WHERE tracking_number IS NOT NULL GROUP BY courier, tracking_number)
"""


def upgrade() -> None:
    op.execute(OLDER)
    op.drop_index("ix_shipment_tracking_number", table_name="shipment")
    op.create_index(
        "shipment_tracking",
        "shipment",
        ["tracking_number", "courier"],
        unique=True,
        sqlite_where=NUMBERED,
        postgresql_where=NUMBERED,
    )


def downgrade() -> None:
    op.drop_index("shipment_tracking", table_name="shipment")
    op.create_index("ix_shipment_tracking_number", "shipment", ["tracking_number"], unique=False)
