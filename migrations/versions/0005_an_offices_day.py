"""Find what an office did today, and its documents by what they wait for."""

from alembic import op

revision = "0005_day"
down_revision = "0004_complaints"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("audit_by_day", "audit", ["office_id", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("audit_by_day", "audit")
