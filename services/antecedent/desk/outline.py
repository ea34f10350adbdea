"""A document in the terminal: what it is, and its paragraphs in brief."""

from rich.console import Console
from rich.text import Text

from antecedent.resolutions.models import Document, Paragraph


def print_outline(document: Document, console: Console | None = None) -> None:
    """Prints a head of a few lines, then the paragraphs, each with its page."""
    console = console or Console(highlight=False)
    console.print(Text(document.title or document.file, style="bold"))
    console.print(Text(_facts(document), style="dim"))
    for warning in document.warnings:
        console.print(Text(f"! {warning}", style="yellow"))
    for paragraph in document.paragraphs:
        console.print(_line(paragraph), soft_wrap=False)
    console.print()


def _facts(document: Document) -> str:
    """'A/RES/79/75 · adopted 2024-12-02 · en · 6 pages · 33 paragraphs · 19 citations · 0 repeals'."""
    dated = " ".join(part for part in (document.status, document.adopted) if part)
    counts = [
        _count(document.pages, "page"),
        _count(len(document.paragraphs), "paragraph"),
        _count(len(document.citations), "citation"),
        _count(len(document.repeals), "repeal"),
    ]
    return " · ".join(part for part in (document.symbol, dated, document.language, *counts) if part)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _line(paragraph: Paragraph) -> Text:
    page = f"p. {paragraph.boxes[0].page}" if paragraph.boxes else ""
    line = Text(f"{page:>6}  {'   ' * paragraph.depth}", style="dim")
    line.append(f"{paragraph.number or '–':<5} ", style="cyan")
    if paragraph.kind == "heading":
        return line.append(paragraph.text, style="bold")
    lead = paragraph.lead if paragraph.lead and paragraph.text.startswith(paragraph.lead) else ""
    return line.append(lead, style="italic").append(paragraph.text[len(lead) :])
