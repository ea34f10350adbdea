"""A comparison in the terminal: a summary, then every change in colour (signs instead where there is no colour)."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from antecedent.resolutions.comparison import Comparison, Row, Side
from antecedent.resolutions.comparison.naming import name_of
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, percent, sentence, verb
from antecedent.resolutions.standing import Context

COLOURS = {
    "unchanged": "dim",
    "amended": "blue",
    "split": "magenta",
    "merged": "yellow",
    "new": "green",
    "deleted": "red",
}
FLAGGED = ("repealed", "revised", "partly-repealed")


def print_redline(comparison: Comparison, context: Context, console: Console | None = None) -> None:
    """Prints what changed; unchanged paragraphs are one line each."""
    console = console or Console(highlight=False)
    _head(comparison, console)
    for row in comparison.rows:
        _row(row, console)
    _repeals(comparison, console)
    _findings(context, console)
    console.print()
    console.print(sentence(comparison, "[bold]{}[/bold]"))


def _head(comparison: Comparison, console: Console) -> None:
    console.print(Text(comparison.draft.title or name_of(comparison.draft), style="bold"))
    base = f"compared with {name_of(comparison.base)}" if comparison.base else "no earlier text to compare it with"
    draft = comparison.draft.symbol or comparison.draft.file
    console.print(Text(f"{draft}, {base}", style="dim"))
    console.print()


def _row(row: Row, console: Console) -> None:
    colour = COLOURS[row.relation]
    head = Text(f"{WORDS[row.relation]:<10}", style=f"bold {colour}" if colour != "dim" else "dim")
    head.append(_places(row), style="dim" if row.relation == "unchanged" else "")
    if row.moved:
        head.append("  moved", style="yellow")
    if row.relation in ("amended", "split", "merged"):
        head.append(f"  {percent(row.score)} alike", style="dim")
    console.print(head)
    if row.relation != "unchanged":
        console.print(Padding(_changes(row, plain=console.no_color or not console.is_terminal), (0, 0, 1, 10)))
    for hint in row.hints:
        console.print(Padding(Text(f"see {hint.name} ({percent(hint.score)} alike)", style="cyan"), (0, 0, 1, 10)))


def _places(row: Row) -> str:
    """'Paragraph 5 ← Paragraph 4, Paragraph 6 of Resolution 7.2', with the page of the draft."""
    draft, prior = _labels(row.draft), _labels(row.prior)
    if row.other and row.prior.document:
        prior += f" of {name_of(row.prior.document)}"
    side = row.draft if row.draft.texts else row.prior
    page = f" (p. {side.texts[0].boxes[0].page})" if side.texts and side.texts[0].boxes else ""
    return (" ← ".join(part for part in (draft, prior) if part)) + page


def _labels(side: Side) -> str:
    return ", ".join(text.label for text in side.texts)


def _changes(row: Row, plain: bool) -> Text:
    plain = plain and row.relation not in ("new", "deleted")
    styles = {"insert": "green underline", "delete": "red strike", "equal": ""}
    signs = {"insert": ("[+", "+]"), "delete": ("[-", "-]"), "equal": ("", "")} if plain else {}
    text = Text()
    for operation, words in row.changes:
        before, after = signs.get(operation, ("", ""))
        text.append(f"{before}{words}{after}", style=styles[operation])
    return text


def _repeals(comparison: Comparison, console: Console) -> None:
    for repeal in comparison.draft.repeals:
        console.print(Text(f"{verb(repeal)} {repeal.symbol} ({extent(repeal)})", style="red"))


def _findings(context: Context, console: Console) -> None:
    for symbol, standing in sorted(context.standings.items()):
        if standing.status in FLAGGED:
            console.print(Text(f"Cites {symbol}: {SAYS[standing.status]} {standing.note}".rstrip(), style="yellow"))
    for finding in context.findings:
        if finding.kind not in ("cites-repealed", "cites-old-version"):  # said above
            console.print(Text(f"{finding.severity}: {finding.message}", style="yellow"))
