"""A look: everything about a page but its words."""

import random
from dataclasses import dataclass
from typing import Any, Literal

A4, LETTER = (595.28, 841.89), (612.0, 792.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a text is typeset; lengths in points."""

    name: str = "plain"
    engine: str = "reportlab"
    paper: tuple[float, float] = A4
    columns: int = 1
    family: str = "Times"
    size: float = 10.5
    leading: float = 1.2  # of the size
    margin: float = 72
    justified: bool = True
    hyphenated: bool = False
    indent: Literal["none", "first-line", "hanging", "margin"] = "none"  # margin: the numbers stand left of the text
    gap: float = 6  # between paragraphs
    step: float = 22  # indent a depth
    notes: Literal["foot", "end"] = "foot"
    notes_size: float = 0.8  # of the text's size
    notes_ruled: bool = True
    marks: Literal["numbers", "letters", "stars"] = "numbers"
    mark: Literal["raised", "bracket"] = "raised"
    bullets: str = "-"
    numbering: Literal["1.", "1)", "(1)", "1"] = "1."
    masthead: Literal["plain", "split", "centred"] = "plain"
    table: bool = False  # one between the paragraphs
    annex: bool = False  # one with numbers of its own
    wide_head: bool = False  # masthead and title over all columns
    spaced_title: bool = False  # T I T L E
    headings: Literal["centred", "bold", "capitals", "italic"] = "centred"
    header: tuple[str, ...] = ()
    header_even: tuple[str, ...] = ()  # on even pages, where it is another one
    header_side: Literal["left", "right", "alternate", "centre"] = "alternate"
    ruled: bool = False  # a rule under the header
    page_number: str = "{page}"  # may hold {pages}
    page_number_top: bool = False
    job: str = ""
    bar_code: str = ""
    line_numbers: int = 0  # every nth line of a page; 0 for none
    line_numbers_right: bool = False
    line_numbers_go_on: bool = False  # over pages
    watermark: str = ""
    spaces: bool = True  # False: words are placed one by one, no space characters in the file
    leads: Literal["italic", "bold", "underlined", "capitals", "plain"] = "italic"
    tags: Literal["none", "right", "lines", "whole", "flat", "shuffled"] = "none"
    coloured: bool = False  # tracked changes in colour too

    @property
    def italic_leads(self) -> bool:
        return self.leads == "italic"


FAMILIES = {
    "Times": ("Times-Roman", "Times-Italic", "Times-Bold", "Times-BoldItalic"),
    "Helvetica": ("Helvetica", "Helvetica-Oblique", "Helvetica-Bold", "Helvetica-BoldOblique"),
    "Courier": ("Courier", "Courier-Oblique", "Courier-Bold", "Courier-BoldOblique"),
    "DejaVu": ("DejaVuSerif", "DejaVuSerif-Italic", "DejaVuSerif-Bold", "DejaVuSerif-BoldItalic"),
}


def random_look(rng: random.Random, symbol: str) -> Look:
    """One of some millions of looks, the same for the same generator state."""
    columns = rng.choices((1, 2), (3, 1))[0]
    lines = rng.randint(0, 4)
    header = (symbol, "Thirteenth meeting", "Original: English", "Agenda item 12")[:lines]
    margin = rng.choice((42, 50, 60, 72, 85))
    return Look(
        columns=columns,
        margin=margin,
        header=header,
        **_setting(rng, columns, margin),
        **_parts(rng),
        header_even=("Report of the meeting", symbol) if lines and rng.random() < 0.25 else (),
        **_surroundings(rng),
    )


def _setting(rng: random.Random, columns: int, margin: int) -> dict[str, Any]:
    """How paragraphs and notes are set."""
    indent = rng.choice(("none", "first-line", "hanging", "margin" if columns == 1 and margin > 70 else "hanging"))
    notes = rng.choice(("foot", "foot", "foot", "end"))
    return {
        "indent": indent,
        "notes": notes,
        "paper": rng.choice((A4, LETTER)),
        "family": rng.choice(("Times", "Helvetica", "Times", "Helvetica", "DejaVu")),
        "size": rng.choice((8, 9, 9.5, 10)) if columns == 2 else rng.choice((8.5, 9.5, 10, 10.5, 11, 12)),
        "leading": rng.choice((1.1, 1.2, 1.35, 1.5, 1.7)),
        "justified": rng.random() < 0.5,
        "hyphenated": rng.random() < 0.5,
        "gap": rng.choice((0, 3, 6, 10, 14) if indent == "first-line" else (3, 6, 10, 14)),
        "step": rng.choice((14, 20) if indent == "margin" else (14, 20, 28, 36)),
        "notes_size": rng.choice((0.75, 0.8, 0.9)),
        "notes_ruled": rng.random() < 0.75,
        "marks": rng.choice(("numbers", "numbers", "numbers", "letters", "stars")),
        "bullets": rng.choice("-–•"),
        "numbering": rng.choice(("1.", "1.", "1.", "1)", "(1)", "1")),
    }


def _parts(rng: random.Random) -> dict[str, Any]:
    """What the document has beside its paragraphs."""
    return {
        "masthead": rng.choice(("plain", "split", "centred")),
        "table": rng.random() < 0.15,
        "annex": rng.random() < 0.2,
        "wide_head": rng.random() < 0.5,
        "spaced_title": rng.random() < 0.1,
        "headings": rng.choice(("centred", "bold", "capitals", "italic")),
    }


def _surroundings(rng: random.Random) -> dict[str, Any]:
    """What stands around the text, and how it is written into the file."""
    return {
        "header_side": rng.choice(("left", "right", "alternate", "centre")),
        "ruled": rng.random() < 0.5,
        "page_number": rng.choice(("{page}", "{page}/{pages}", "Page {page} of {pages}", "- {page} -")),
        "page_number_top": rng.random() < 0.2,
        "job": rng.choice(("", "", "24-07713 (E)", "GE.24-19021(E)")),
        "bar_code": rng.choice(("", "", "", "*2419021*")),
        "line_numbers": rng.choice((0, 0, 0, 0, 1, 5)),
        "line_numbers_right": rng.random() < 0.2,
        "line_numbers_go_on": rng.random() < 0.3,
        "watermark": rng.choice(("", "", "", "DRAFT")),
        "spaces": rng.random() < 0.8,
        "leads": rng.choice(("italic",) * 8 + ("bold", "underlined", "capitals", "plain")),
        "tags": rng.choice(("none", "none", "none", "right", "right", "lines", "whole", "flat", "shuffled")),
    }
