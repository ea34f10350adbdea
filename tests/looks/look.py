"""A look: everything about a page but its words."""

import random
from dataclasses import dataclass
from typing import Literal

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
    indent: Literal["none", "first-line", "hanging"] = "none"
    gap: float = 6  # between paragraphs
    step: float = 22  # indent a depth
    notes: Literal["foot", "end"] = "foot"
    mark: Literal["raised", "bracket"] = "raised"
    bullets: str = "-"
    header: tuple[str, ...] = ()
    header_side: Literal["left", "right", "alternate", "centre"] = "alternate"
    ruled: bool = False  # a rule under the header
    page_number: str = "{page}"  # may hold {pages}
    page_number_top: bool = False
    job: str = ""
    line_numbers: int = 0  # every nth line of a page; 0 for none
    watermark: str = ""
    spaces: bool = True  # False: words are placed one by one, no space characters in the file
    italic_leads: bool = True
    tags: Literal["none", "right", "lying"] = "none"
    coloured: bool = False  # tracked changes in colour too


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
    indent = rng.choice(("none", "first-line", "hanging"))
    return Look(
        paper=rng.choice((A4, LETTER)),
        columns=columns,
        family=rng.choice(("Times", "Helvetica", "Times", "Helvetica", "DejaVu")),
        size=rng.choice((9, 9.5, 10)) if columns == 2 else rng.choice((9.5, 10, 10.5, 11, 12)),
        leading=rng.choice((1.1, 1.2, 1.35, 1.5)),
        margin=rng.choice((50, 60, 72, 85)),
        justified=rng.random() < 0.5,
        hyphenated=rng.random() < 0.5,
        indent=indent,
        gap=rng.choice((0, 3, 6, 10, 14) if indent == "first-line" else (3, 6, 10, 14)),
        step=rng.choice((14, 20, 28, 36)),
        notes=rng.choice(("foot", "foot", "foot", "end")),
        header=(symbol, "Thirteenth meeting", "Original: English", "Agenda item 12")[:lines],
        header_side=rng.choice(("left", "right", "alternate", "centre")),
        ruled=rng.random() < 0.5,
        page_number=rng.choice(("{page}", "{page}/{pages}", "Page {page} of {pages}", "- {page} -")),
        page_number_top=rng.random() < 0.2,
        job=rng.choice(("", "", "24-07713 (E)", "GE.24-19021(E)")),
        line_numbers=rng.choice((0, 0, 0, 0, 1, 5)),
        watermark=rng.choice(("", "", "", "DRAFT")),
        spaces=rng.random() < 0.8,
        italic_leads=rng.random() < 0.85,
        tags=rng.choice(("none", "none", "right", "lying")),
    )
