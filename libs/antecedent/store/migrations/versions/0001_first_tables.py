"""The first tables."""

import sqlalchemy as sa
from alembic import op

from antecedent.store import tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stated", tables.Json(), nullable=True),
        sa.Column("received", tables.Utc(), nullable=False),
        sa.Column("updated", tables.Utc(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("extractor_version", sa.String(), nullable=True),
        sa.Column("parser_version", sa.String(), nullable=True),
        sa.Column("linker_version", sa.String(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=True),
        sa.Column("symbol_key", sa.String(), nullable=True),
        sa.Column("work_key", sa.String(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("session", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("adopted", sa.String(), nullable=True),
        sa.Column("revises", sa.String(), nullable=True),
        sa.Column("revises_key", sa.String(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("tracked_changes", sa.Boolean(), nullable=False),
        sa.Column("enacting_formula", sa.Text(), nullable=True),
        sa.Column("masthead", tables.Json(), nullable=False),
        sa.Column("tables", tables.Json(), nullable=False),
        sa.Column("warnings", tables.Json(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_revises_key"), ["revises_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_state_updated"), ["state", "updated"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_symbol_key"), ["symbol_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_title_key"), ["title_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_updated"), ["updated"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_work_key"), ["work_key"], unique=False)

    op.create_table(
        "known_texts",
        sa.Column("symbol_key", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("adopted", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("symbol_key", name=op.f("pk_known_texts")),
    )
    op.create_table(
        "seen_findings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", tables.Utc(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_seen_findings")),
    )
    op.create_table(
        "citations",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("footnote", sa.String(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=True),
        sa.Column("symbol_key", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("type", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("revision", sa.String(), nullable=True),
        sa.Column("pinpoint", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("candidates", tables.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_citations_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_citations")),
    )
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citations_symbol_key"), ["symbol_key"], unique=False)

    op.create_table(
        "extractions",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("at", tables.Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"], ["documents.sha256"], name=op.f("fk_extractions_sha256_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("sha256", "version", name=op.f("pk_extractions")),
    )
    op.create_table(
        "footnotes",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=False),
        sa.Column("marker", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_footnotes_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_footnotes")),
    )
    op.create_table(
        "links",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("prior_document", sa.String(), nullable=True),
        sa.Column("draft", tables.Json(), nullable=False),
        sa.Column("prior", tables.Json(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("changes", tables.Json(), nullable=False),
        sa.Column("see", tables.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_links_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_links")),
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_prior_document"), ["prior_document"], unique=False)

    op.create_table(
        "paragraphs",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("lead", sa.String(), nullable=True),
        sa.Column("addressees", tables.Json(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("boxes", tables.Json(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_paragraphs_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_paragraphs")),
    )
    with op.batch_alter_table("paragraphs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paragraphs_document_id"), ["document", "id"], unique=False)

    op.create_table(
        "repeals",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("symbol_key", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("paragraphs", tables.Json(), nullable=True),
        sa.Column("except_", tables.Json(), nullable=True),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("from_", sa.String(), nullable=True),
        sa.Column("into", sa.String(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("boxes", tables.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_repeals_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_repeals")),
    )
    with op.batch_alter_table("repeals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_repeals_symbol_key"), ["symbol_key"], unique=False)

    op.create_table(
        "sources",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seen", tables.Utc(), nullable=False),
        sa.Column("replaced", tables.Utc(), nullable=True),
        sa.Column("deleted", tables.Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sha256"], ["documents.sha256"], name=op.f("fk_sources_sha256_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("url", "sha256", name=op.f("pk_sources")),
    )
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sources_sha256"), ["sha256"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sources_url"), ["url"], unique=False, postgresql_ops={"url": "text_pattern_ops"}
        )

    op.create_table(
        "stages",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("at", tables.Utc(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"], ["documents.sha256"], name=op.f("fk_stages_sha256_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("sha256", "stage", name=op.f("pk_stages")),
    )
    op.create_table(
        "traces",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=True),
        sa.Column("priors", tables.Json(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("at", tables.Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.sha256"], name=op.f("fk_traces_document_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_traces")),
    )
    with op.batch_alter_table("traces", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_traces_base"), ["base"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("traces", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_traces_base"))

    op.drop_table("traces")
    op.drop_table("stages")
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sources_url"), postgresql_ops={"url": "text_pattern_ops"})
        batch_op.drop_index(batch_op.f("ix_sources_sha256"))

    op.drop_table("sources")
    with op.batch_alter_table("repeals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_repeals_symbol_key"))

    op.drop_table("repeals")
    with op.batch_alter_table("paragraphs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paragraphs_document_id"))

    op.drop_table("paragraphs")
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_prior_document"))

    op.drop_table("links")
    op.drop_table("footnotes")
    op.drop_table("extractions")
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citations_symbol_key"))

    op.drop_table("citations")
    op.drop_table("seen_findings")
    op.drop_table("known_texts")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_work_key"))
        batch_op.drop_index(batch_op.f("ix_documents_updated"))
        batch_op.drop_index(batch_op.f("ix_documents_title_key"))
        batch_op.drop_index(batch_op.f("ix_documents_symbol_key"))
        batch_op.drop_index(batch_op.f("ix_documents_state_updated"))
        batch_op.drop_index(batch_op.f("ix_documents_revises_key"))

    op.drop_table("documents")
