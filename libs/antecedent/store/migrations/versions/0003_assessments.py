"""Which findings were told of each document, and which documents are due to be assessed."""

import sqlalchemy as sa
from alembic import op

from antecedent.store import tables

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessments",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("due", tables.Utc(), nullable=True),
        sa.Column("at", tables.Utc(), nullable=True),
        sa.Column("findings", tables.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_assessments_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_assessments")),
    )
    with op.batch_alter_table("assessments") as batch_op:
        batch_op.create_index(batch_op.f("ix_assessments_due"), ["due"], unique=False)
    with op.batch_alter_table("repeals") as batch_op:
        batch_op.drop_index(batch_op.f("ix_repeals_work_key"))
        batch_op.create_index(
            batch_op.f("ix_repeals_work_key"), ["work_key"], postgresql_ops={"work_key": "text_pattern_ops"}
        )


def downgrade() -> None:
    with op.batch_alter_table("repeals") as batch_op:
        batch_op.drop_index(batch_op.f("ix_repeals_work_key"))
        batch_op.create_index(batch_op.f("ix_repeals_work_key"), ["work_key"], unique=False)
    op.drop_table("assessments")
