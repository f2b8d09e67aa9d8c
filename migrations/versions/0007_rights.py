"""What citizens ask about their data; what was erased, and what is still to be deleted elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0007_rights"
down_revision = "0006_by_itself"
branch_labels = None
depends_on = None

OPEN = sa.text("closed_at IS NULL")
CLOSED = sa.text("erased_at IS NULL AND closed_at IS NOT NULL")
KEPT = sa.text("erased_at IS NULL")
TOLD = sa.text("words IS NOT NULL")
LOOSE = sa.text("paper_id IS NULL")


def upgrade() -> None:
    _requests()
    op.create_table(
        "remnant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=34), nullable=False),
        sa.Column("message_sid", sa.String(length=34), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=80), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_remnant_due_at"), "remnant", ["due_at"])
    op.create_table(
        "night",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("day"),
    )
    for table in ("case", "event", "outgoing"):
        op.add_column(table, sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("document", sa.Column("initials", sa.String(length=80), nullable=True))
    op.add_column("contact", sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("case_kept", "case", ["office_id", "closed_at"], sqlite_where=CLOSED, postgresql_where=CLOSED)
    op.create_index(
        "complaint_told", "complaint", ["office_id", "answered_at"], sqlite_where=TOLD, postgresql_where=TOLD
    )
    op.create_index("event_kept", "event", ["received_at", "id"], sqlite_where=KEPT, postgresql_where=KEPT)
    op.create_index(op.f("ix_upload_object_key"), "upload", ["object_key"])
    op.create_index("upload_loose", "upload", ["created_at", "id"], sqlite_where=LOOSE, postgresql_where=LOOSE)
    with op.batch_alter_table("downloadlink") as link:
        link.add_column(sa.Column("request_id", sa.Integer(), nullable=True))
        link.create_foreign_key("downloadlink_request", "datarequest", ["request_id"], ["id"])
        link.alter_column("document_id", existing_type=sa.Integer(), nullable=True)


def _requests() -> None:
    op.create_table(
        "datarequest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("identity", sa.String(length=10), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("object_key", sa.String(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "datarequest_open", "datarequest", ["office_id", "due_at"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index("datarequest_kept", "datarequest", ["closed_at"], sqlite_where=CLOSED, postgresql_where=CLOSED)
    op.create_index(op.f("ix_datarequest_contact_id"), "datarequest", ["contact_id"])
    op.create_index(op.f("ix_datarequest_office_id"), "datarequest", ["office_id"])


def downgrade() -> None:
    op.execute("DELETE FROM downloadlink WHERE document_id IS NULL")
    with op.batch_alter_table("downloadlink") as link:
        link.alter_column("document_id", existing_type=sa.Integer(), nullable=False)
        link.drop_constraint("downloadlink_request", type_="foreignkey")
        link.drop_column("request_id")
    op.drop_index("upload_loose", "upload")
    op.drop_index(op.f("ix_upload_object_key"), "upload")
    op.drop_index("event_kept", "event")
    op.drop_index("complaint_told", "complaint")
    op.drop_index("case_kept", "case")
    op.drop_column("contact", "forgotten_at")
    op.drop_column("document", "initials")
    for table in ("case", "event", "outgoing"):
        op.drop_column(table, "erased_at")
    op.drop_table("night")
    op.drop_table("remnant")
    op.drop_table("datarequest")
