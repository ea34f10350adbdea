"""Answers of the register in the terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from antecedent.desk.asking import Held
from antecedent.resolutions.consolidate import Reading
from antecedent.resolutions.findings import Finding
from antecedent.resolutions.findings.wording import name
from antecedent.resolutions.lineage import Ancestry, Relative
from antecedent.resolutions.models import Document
from antecedent.resolutions.status import Standing

_COLOURS = {"in-force": "green", "revised": "yellow", "partly-repealed": "yellow", "repealed": "red", "unknown": "dim"}
_GRAVITY = {"high": "red", "medium": "yellow", "low": "dim"}


def print_standing(standing: Standing) -> None:
    """The status in a line, then versions and events."""
    console = Console()
    colour = _COLOURS[standing.status]
    part = f", paragraph {standing.paragraph}" if standing.paragraph else ""
    console.print(f"[bold]{escape(standing.symbol)}{escape(part)}[/] {escape(standing.title or '')}")
    now = f" (current: {standing.version})" if standing.version not in (None, standing.symbol) else ""
    console.print(f"[{colour}]{standing.status}[/] on {standing.at}{escape(now)}")
    for version in standing.versions:
        seen = "" if version.document else ", never seen"
        console.print(f"  version  {version.adopted or 'date unknown'}  {escape(version.symbol)}{seen}")
    for event in standing.events:
        what = f" of {', '.join(event.paragraphs)}" if event.paragraphs else ""
        console.print(
            f"  {event.effect} {event.action}{escape(what)}  {event.date or 'date unknown'}  {escape(event.by or '')}"
        )


def print_findings(findings: Sequence[Finding], known: Held) -> None:
    """Findings by document, the gravest first, each with its key."""
    console = Console()
    document = ""
    for finding in findings:
        if finding.document != document:
            document = finding.document
            console.print(f"[bold]{escape(name(known.register.documents[document]))}[/]")
        seen = "seen" if finding.key in known.seen else finding.key
        gravity = f"[{_GRAVITY[finding.severity]}]{finding.severity:6}[/]"
        console.print(f"  {gravity} {finding.kind}: {escape(finding.message)} [dim]{seen}[/]")
    console.print(f"{len(findings)} findings")


def print_lineage(document: Document, chains: Iterable[Ancestry], relatives: Iterable[Relative]) -> None:
    """Each paragraph with what it comes from, then the family of the text."""
    console = Console()
    table = Table("Paragraph", "Comes from", title=escape(name(document)), title_justify="left")
    for chain in chains:
        first, *rest = chain.stations
        origin = "\n".join(f"{station.symbol} {station.label or station.kind}" for station in rest)
        table.add_row(escape(first.label or first.kind), escape(origin) or "[dim]new[/]")
    console.print(table)
    for one in relatives:
        date = one.date or ""
        console.print(f"  {escape(one.by)} {one.tie} {escape(one.to)} {date} {one.effect or ''}".rstrip())


def print_readings(texts: Iterable[Reading]) -> None:
    """Texts as they would read; what goes is struck through."""
    console = Console()
    for text in texts:
        gone = " [red](repealed)[/]" if text.gone else ""
        console.print(f"\n[bold]{escape(text.of or text.document[:12])}[/] {escape(text.title or '')}{gone}")
        for block in text.blocks:
            line = f"{'  ' * block.depth}{block.number + ' ' if block.number else ''}{block.text}"
            style = "strike red" if block.repealed_by else None
            console.print(escape(line), style=style)
