"""Which form is written by what. Imports are made at the call: each library is needed by one form alone."""

from collections.abc import Callable
from pathlib import Path

from antecedent.desk.corpus import Found
from antecedent.desk.problems import CorpusUnusable
from antecedent.resolutions.comparison import Comparison
from antecedent.resolutions.standing import Context

Writer = Callable[[Comparison, Context], bytes]
DocumentWriter = Callable[[Found], bytes]


def write_comparison(path: Path, form: str, comparison: Comparison, context: Context) -> None:
    """Writes a comparison as 'html', 'docx', 'xlsx' or 'csv'."""
    write(path, COMPARISONS[form](comparison, context))


def write(path: Path, data: bytes) -> None:
    """Makes the folder; says what to do when the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise CorpusUnusable(f"{path} cannot be written: {error.strerror}. Name another place.") from error


def _page(comparison: Comparison, context: Context) -> bytes:
    from antecedent.resolutions.exports.page import comparison_page

    return comparison_page(comparison, context).encode()


def _word(comparison: Comparison, context: Context) -> bytes:
    from antecedent.resolutions.exports.word import comparison_docx

    return comparison_docx(comparison, context)


def _sheet(comparison: Comparison, context: Context) -> bytes:
    from antecedent.resolutions.exports.sheet import comparison_xlsx

    return comparison_xlsx(comparison, context)


def _csv(comparison: Comparison, context: Context) -> bytes:
    from antecedent.resolutions.exports.sheet import comparison_csv

    return comparison_csv(comparison, context)


# `antecedent trace --NAME FILE`, and `export` of a comparison.
COMPARISONS: dict[str, Writer] = {"html": _page, "docx": _word, "xlsx": _sheet, "csv": _csv}


def _document_json(found: Found) -> bytes:
    from antecedent.desk.printing import dump
    from antecedent.resolutions.output import document_json, link_json

    links = [link_json(link) for link in found.trace.links]
    return dump({"document": document_json(found.trace.draft), "links": links, "base": found.trace.base}).encode()


def _akn(found: Found) -> bytes:
    from antecedent.resolutions.akn import to_akn

    return to_akn(found.trace.draft, links=found.trace.links)


def _compared(form: str) -> DocumentWriter:
    def write_one(found: Found) -> bytes:
        from antecedent.desk.presenting import present

        return COMPARISONS[form](*present(found))

    return write_one


# `antecedent export --format NAME`: what each form is written by.
DOCUMENTS: dict[str, DocumentWriter] = {
    "json": _document_json,
    "csv": _compared("csv"),
    "xlsx": _compared("xlsx"),
    "docx": _compared("docx"),
    "html": _compared("html"),
    "akn": _akn,
}
