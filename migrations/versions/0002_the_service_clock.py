"""What is left on a case's service clock while it stands still, and an index for lists by state."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('case', sa.Column('hours_left', sa.Float(), server_default='0', nullable=False))
    op.create_index('case_by_state', 'case', ['office_id', 'state', 'queued_at', 'id'])
    op.drop_index('ix_case_office_id', 'case')


def downgrade() -> None:
    op.create_index('ix_case_office_id', 'case', ['office_id'])
    op.drop_index('case_by_state', 'case')
    op.drop_column('case', 'hours_left')
