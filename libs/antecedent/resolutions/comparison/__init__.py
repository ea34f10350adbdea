"""A trace as a person reads it, once for the page, the Word table, the sheet and the terminal."""

from antecedent.resolutions.comparison.arranging import compare
from antecedent.resolutions.comparison.models import Comparison, Piece, Row, Side, Text

__all__ = ["Comparison", "Piece", "Row", "Side", "Text", "compare"]
