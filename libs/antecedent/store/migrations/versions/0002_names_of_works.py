"""Names of works beside every symbol, and the texts that a document holds: a work is read without the rest."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from antecedent.resolutions.models import Document, Paragraph
from antecedent.store.keys import work_key
from antecedent.store.mapping import text_rows

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BATCH = 1000


def upgrade() -> None:
    op.create_table(
        "texts",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("work_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_texts_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_texts")),
    )
    with op.batch_alter_table("texts") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_texts_work_key"), ["work_key"], postgresql_ops={"work_key": "text_pattern_ops"}
        )
    for table in ("citations", "repeals"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("work_key", sa.String(), nullable=True))
    _name_works(op.get_bind())
    with op.batch_alter_table("repeals") as batch_op:
        batch_op.alter_column("work_key", existing_type=sa.String(), nullable=False)
    for table in ("citations", "repeals"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_work_key"), ["work_key"], unique=False)
    with op.batch_alter_table("documents") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_documents_status_body_session_adopted"), ["status", "body", "session", "adopted"]
        )


def downgrade() -> None:
    with op.batch_alter_table("documents") as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_status_body_session_adopted"))
    for table in ("citations", "repeals"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_work_key"))
            batch_op.drop_column("work_key")
    op.drop_table("texts")


def _name_works(connection: sa.Connection) -> None:
    """Computed as for new documents, from what is there."""
    for table in ("citations", "repeals"):
        _write(
            connection,
            f"UPDATE {table} SET work_key = :work WHERE symbol_key = :key AND symbol = :symbol",
            [
                {"key": key, "symbol": symbol, "work": work_key(symbol)}
                for key, symbol in _rows(connection, f"SELECT DISTINCT symbol_key, symbol FROM {table}")
                if symbol
            ],
        )
    documents = _rows(connection, "SELECT sha256, symbol, revises, body, status FROM documents")
    _write(
        connection,
        "UPDATE documents SET work_key = :work, revises_key = :revises WHERE sha256 = :sha256",
        [{"sha256": sha, "work": work_key(own), "revises": work_key(old)} for sha, own, old, *_ in documents],
    )
    decisions: dict[str, list[Paragraph]] = {}
    said = "SELECT document, id, number FROM paragraphs WHERE kind = 'decision' AND parent IS NULL ORDER BY position"
    for sha, name, number in _rows(connection, said):
        decisions.setdefault(sha, []).append(Paragraph(id=name, kind="decision", text="", number=number))
    _write(
        connection,
        "INSERT INTO texts (document, position, symbol, work_key) VALUES (:document, :position, :symbol, :work_key)",
        [
            row
            for sha, symbol, _, body, status in documents
            for row in text_rows(
                Document(sha256=sha, symbol=symbol, body=body, status=status, paragraphs=tuple(decisions.get(sha, ())))
            )
        ],
    )


def _rows(connection: sa.Connection, statement: str) -> list[Any]:
    return list(connection.execute(sa.text(statement)).all())


def _write(connection: sa.Connection, statement: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), _BATCH):
        connection.execute(sa.text(statement), rows[start : start + _BATCH])
