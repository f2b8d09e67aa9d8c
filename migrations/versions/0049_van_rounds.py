"""Rounds of the mobile enrolment vans, and what differs on single visits."""

import sqlalchemy as sa
from alembic import op

revision = "0049_van_rounds"
down_revision = "0048_numbers_erased"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rounds()
    _visits()


def _rounds() -> None:
    op.create_table(
        "vanround",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("vehicle", sa.String(40), nullable=False),
        sa.Column("place", sa.String(60), nullable=False),
        sa.Column("village", sa.String(13), nullable=False),
        sa.Column("every", sa.String(40), nullable=False),
        sa.Column("weekday", sa.Integer()),
        sa.Column("nth", sa.Integer()),
        sa.Column("dates", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date()),
        sa.Column("opens", sa.String(5), nullable=False),
        sa.Column("closes", sa.String(5), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("quota", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_vanround_office_id", "vanround", ["office_id"])


def _visits() -> None:
    op.create_table(
        "vanvisit",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("round_id", sa.Integer(), sa.ForeignKey("vanround.id"), nullable=False),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("opens", sa.String(5), nullable=False),
        sa.Column("closes", sa.String(5), nullable=False),
        sa.Column("place", sa.String(60), nullable=False),
        sa.Column("village", sa.String(13), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(120), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("round_id", "day"),
    )
    op.create_index("ix_vanvisit_office_id", "vanvisit", ["office_id"])
    op.create_index("ix_vanvisit_on", "vanvisit", ["on"])


def downgrade() -> None:
    op.drop_table("vanvisit")
    op.drop_table("vanround")
