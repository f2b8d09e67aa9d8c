"""Hand-overs to the carrier and how an office sends; since when a card waits, and for which old one."""

import sqlalchemy as sa
from alembic import op

revision = "0027_post_desk"
down_revision = "0026_enclosures"
branch_labels = None
depends_on = None

COLUMNS = {
    "office": [
        sa.Column("carriage", sa.String(length=40), nullable=False, server_default="pos_cod"),
        sa.Column("courier_name", sa.String(length=40), nullable=False, server_default=""),
        sa.Column("reminders_most", sa.Integer(), nullable=False, server_default="3"),
    ],
    "shipment": [
        sa.Column("carriage", sa.String(length=40), nullable=False, server_default="pos_cod"),
        sa.Column("courier", sa.String(length=40), nullable=False, server_default=""),
    ],
    "document": [
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("old_card", sa.String(length=40), nullable=True),
    ],
}
OLD_CARD = sa.text("old_card = 'wanted'")


def upgrade() -> None:
    op.create_table(
        "consignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("taken_by", sa.String(length=80), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("handed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_consignment_office_id"), "consignment", ["office_id"])
    for table, columns in COLUMNS.items():
        for column in columns:
            op.add_column(table, column)
    # SQLite adds a foreign key with its column or not at all.
    op.execute("ALTER TABLE shipment ADD COLUMN consignment_id INTEGER REFERENCES consignment (id)")
    op.create_index(op.f("ix_shipment_consignment_id"), "shipment", ["consignment_id"])
    op.create_index(
        "document_old_card", "document", ["office_id", "id"], sqlite_where=OLD_CARD, postgresql_where=OLD_CARD
    )


def downgrade() -> None:
    op.drop_index("document_old_card", "document")
    op.drop_index(op.f("ix_shipment_consignment_id"), "shipment")
    op.drop_column("shipment", "consignment_id")
    for table, columns in COLUMNS.items():
        for column in columns:
            op.drop_column(table, str(column.name))
    op.drop_table("consignment")
