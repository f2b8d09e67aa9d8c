"""Finds the upload pages of a contact."""

from alembic import op

revision = "0017_links_of_a_contact"
down_revision = "0016_siak_number"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_uploadlink_contact_id"), "uploadlink", ["contact_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_uploadlink_contact_id"), "uploadlink")
