"""What the carrier says of an envelope, and when it was asked; find the envelopes on their way."""

import sqlalchemy as sa
from alembic import op

revision = "0030_what_the_carrier_says"
down_revision = "0029_listing"
branch_labels = None
depends_on = None

POSTED = sa.text("state = 'posted'")


def upgrade() -> None:
    op.add_column("shipment", sa.Column("carrier_says", sa.String(length=40), nullable=True))
    op.add_column("shipment", sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("document_posted", "document", ["id"], sqlite_where=POSTED, postgresql_where=POSTED)


def downgrade() -> None:
    op.drop_index("document_posted", "document")
    op.drop_column("shipment", "asked_at")
    op.drop_column("shipment", "carrier_says")
