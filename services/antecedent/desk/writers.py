"""Which form is written by what. Imports are made at the call: each library is needed by one form alone."""

from collections.abc import Callable
from pathlib import Path

from antecedent.desk.problems import CorpusUnusable
from antecedent.resolutions.comparison import Comparison
from antecedent.resolutions.standing import Context

Writer = Callable[[Comparison, Context], bytes]


def write_comparison(path: Path, form: str, comparison: Comparison, context: Context) -> None:
    """Writes a comparison as 'html', 'docx' or 'xlsx'."""
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


COMPARISONS: dict[str, Writer] = {"html": _page, "docx": _word, "xlsx": _sheet}
