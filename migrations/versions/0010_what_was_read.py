"""What was read on an upload, and an index of the uploads that a worker has still to do with."""

import sqlalchemy as sa
from alembic import op

revision = "0010_read"
down_revision = "0009_forms"
branch_labels = None
depends_on = None

IN_WORK = sa.text("state IN ('to_fetch','to_read')")


def upgrade() -> None:
    with op.batch_alter_table("upload") as upload:
        upload.add_column(sa.Column("read", sa.LargeBinary(), nullable=True))
    op.create_index("upload_due", "upload", ["due_at"], sqlite_where=IN_WORK, postgresql_where=IN_WORK)


def downgrade() -> None:
    op.drop_index("upload_due", table_name="upload")
    with op.batch_alter_table("upload") as upload:
        upload.drop_column("read")
