"""Stages by their time: the search index asks at each document what was parsed since the last."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("stages") as batch_op:
        batch_op.create_index(batch_op.f("ix_stages_stage_at"), ["stage", "at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("stages") as batch_op:
        batch_op.drop_index(batch_op.f("ix_stages_stage_at"))
