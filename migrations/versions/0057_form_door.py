"""Offices' own forms, and the answers that came in by them."""

import sqlalchemy as sa
from alembic import op

revision = "0057_form_door"
down_revision = "0056_modem_states"
branch_labels = None
depends_on = None

UNREAD, HELD = sa.text("state = 'waiting'"), sa.text("cells IS NOT NULL")


def upgrade() -> None:
    _forms()
    op.create_table(
        "formanswer",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("form_id", sa.Integer(), sa.ForeignKey("webform.id"), nullable=False),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("cells", sa.LargeBinary()),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("case.id")),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("form_id", "key"),
    )
    op.create_index("ix_formanswer_case_id", "formanswer", ["case_id"])
    op.create_index("formanswer_state", "formanswer", ["form_id", "state", "id"])
    op.create_index("formanswer_came", "formanswer", ["form_id", "received_at"])
    op.create_index("formanswer_taken", "formanswer", ["office_id", "settled_at"])
    for name, columns, where in (("unread", ["id", "form_id"], UNREAD), ("held", ["office_id", "received_at"], HELD)):
        op.create_index(f"formanswer_{name}", "formanswer", columns, sqlite_where=where, postgresql_where=where)


def _forms() -> None:
    op.create_table(
        "webform",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("service", sa.String(20), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("phone_column", sa.String(), nullable=False),
        sa.Column("time_column", sa.String(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("mapped_at", sa.DateTime(timezone=True)),
        sa.Column("token", sa.String(32), nullable=False, unique=True),
        sa.Column("secret", sa.LargeBinary()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("office_id", "name"),
    )
    op.create_index("ix_webform_office_id", "webform", ["office_id"])


def downgrade() -> None:
    op.drop_table("formanswer")
    op.drop_table("webform")
