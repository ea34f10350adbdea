"""Lines of invented pages: what extraction would give, without a PDF."""

from antecedent.resolutions.models import Box, Change, Document, Extraction, Line, LineRole, Page, Span
from antecedent.resolutions.structure import structure

SIZE, LEADING, GAP, LEFT, RIGHT = 10.0, 12.0, 18.0, 72.0, 522.0
CHARACTER = 5.0  # points


class Sheet:
    """Sets lines one under the other; `*…*` is italic, `+…+` inserted, `~…~` deleted, `^…^` raised, `#…#` bold."""

    STYLES = {"*": "italic", "^": "raised", "#": "bold"}  # noqa: RUF012

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.page, self.y = 1, 72.0

    def turn(self) -> "Sheet":
        """To the next page."""
        self.page, self.y = self.page + 1, 72.0
        return self

    def line(
        self,
        text: str,
        *,
        x: float = LEFT,
        after: float = LEADING,
        role: LineRole = "body",
        size: float = SIZE,
        block: int | None = None,
        tag: str = "P",
    ) -> "Sheet":
        self.y += after
        spans = tuple(self._spans(text, x, size))
        box = Box(x, self.y - 0.8 * size, spans[-1].box.x1, self.y + 0.2 * size)
        own = tag if block is not None else None
        self.lines.append(Line(page=self.page, box=box, spans=spans, role=role, tag=own, block=block))
        return self

    def paragraph(self, *lines: str, x: float = LEFT, hang: float = 0.0, gap: float = GAP) -> "Sheet":
        """Lines of one paragraph; `hang` is how far its later lines stand right of the first."""
        for i, text in enumerate(lines):
            self.line(text, x=x + (hang if i else 0.0), after=LEADING if i else gap)
        return self

    def document(self) -> Document:
        pages = tuple(Page(number=n + 1, width=595, height=842) for n in range(self.page))
        changed = any(span.change for line in self.lines for span in line.spans)
        return structure(Extraction(pages=pages, lines=tuple(self.lines), tracked_changes=changed), sha256="0" * 64)

    def _spans(self, text: str, x: float, size: float) -> list[Span]:
        spans: list[Span] = []
        style, run = "", ""
        for character in text + "\0":
            if character in "*^#+~\0":
                if run:
                    spans.append(self._span(run, x, size, style))
                    x = spans[-1].box.x1
                style, run = ("" if style == character else character), ""
            else:
                run += character
        return spans

    def _span(self, text: str, x: float, size: float, style: str) -> Span:
        changes: dict[str, Change] = {"+": "inserted", "~": "deleted"}
        box = Box(x, self.y - 0.8 * size, x + len(text) * CHARACTER * size / SIZE, self.y + 0.2 * size)
        known = {self.STYLES[style]: True} if style in self.STYLES else {}
        return Span(text=text, box=box, size=size, change=changes.get(style), **known)


FILLER = "of the lights that are kept for ships along the coasts of the north"


def fill(text: str) -> str:
    """The text lengthened to a full line, so that the next line goes on with it."""
    width = int((RIGHT - LEFT) / CHARACTER)
    line = text
    for word in FILLER.split() * 2:
        if len(line) + 1 + len(word) > width:
            break
        line += " " + word
    return line
