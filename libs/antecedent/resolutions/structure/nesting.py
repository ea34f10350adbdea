"""Numbers → depth and parent: which list a number belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from antecedent.resolutions.structure.numbering import Number, Style


@dataclass(slots=True)
class Level:
    """An open list: its shape ('1.', '(a)'; None for unnumbered paragraphs), style, last value and latest item."""

    shape: str | None
    style: Style | None
    value: int
    item: str  # id of its latest paragraph
    inset: float


@dataclass(slots=True)
class Outline:
    """The lists that are open at one point of the document, the outermost first."""

    levels: list[Level] = field(default_factory=list[Level])
    top_value: int = 0  # the last number of the outermost decimal list, over headings too
    loose: int = 0  # unnumbered operative paragraphs so far

    def close(self) -> None:
        self.levels.clear()

    def parent(self, depth: int) -> str | None:
        return self.levels[depth - 1].item if 0 < depth <= len(self.levels) else None

    def put(self, depth: int, level: Level) -> None:
        """Opens or goes on with a list at a depth; deeper ones end."""
        del self.levels[depth:]
        self.levels.append(level)
        if depth == 0 and level.style == "decimal":
            self.top_value = level.value

    def place(self, number: Number, ahead: Sequence[Number], inset: float, *, chapeau: bool) -> tuple[int, Style, int]:
        """Depth, style and value of a number; `chapeau` says that the paragraph before ends with a colon."""
        if number.side:
            return 0, *number.readings[0]
        if number.shape in ("1.", "14.AA"):
            return self._place_decimal(number, inset, chapeau=chapeau)
        goes_on = self._going_on(number)
        opens = number.opening
        if opens == "decimal" and not chapeau and len(self.levels) == 1 and self.levels[0].shape is None:
            return 0, opens, 1  # '1)' behind the preamble counts its operative paragraphs
        if goes_on and opens and not self._opens(number, ahead, chapeau=chapeau):
            return goes_on
        if opens and number.readings[0][0] != "bullet" and not (goes_on and goes_on[1] == opens):
            return len(self.levels), opens, 1
        if goes_on:
            return goes_on
        return self._elsewhere(number)

    def _place_decimal(self, number: Number, inset: float, *, chapeau: bool) -> tuple[int, Style, int]:
        """'1.' under a numbered or one of many unnumbered paragraphs that ends with a colon opens a list within it."""
        style, value = number.readings[0]
        if style == "decision":
            return 0, style, value
        top = self.levels[0] if self.levels else None
        inner = next((i for i in range(len(self.levels) - 1, 0, -1) if self.levels[i].shape == number.shape), None)
        if inner is not None and self.levels[inner].value == value - 1:
            level = self.levels[inner]
            outer_next = top is not None and top.shape == number.shape and top.value == value - 1
            if not outer_next or abs(level.inset - inset) < abs((top.inset if top else 0) - inset):
                return inner, style, value
        if value == 1 and chapeau and top is not None and (top.style == "decimal" or self.loose > 1):
            return len(self.levels), style, value
        return 0, style, value

    def _going_on(self, number: Number) -> tuple[int, Style, int] | None:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.shape != number.shape:
                continue
            if level.style == "bullet":
                return depth, "bullet", level.value + 1
            for style, value in number.readings:
                if style == level.style and value == level.value + 1:
                    return depth, style, value
        return None

    def _opens(self, number: Number, ahead: Sequence[Number], *, chapeau: bool) -> bool:
        """'(i)' after '(h)': the first Roman number where '(ii)' comes next, the ninth letter where '(j)' does."""
        for following in ahead:
            if following.shape != number.shape:
                continue
            if following.value("roman") == 2:
                return True
            if following.value("alpha") == 10:
                return False
        return chapeau

    def _elsewhere(self, number: Number) -> tuple[int, Style, int]:
        """A number out of turn: in the open list of its shape, else under what is open."""
        style, value = number.readings[0]
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.shape == number.shape:
                again = number.value(level.style) if level.style else None
                return (depth, level.style, again) if level.style and again is not None else (depth, style, value)
        return len(self.levels), style, value
