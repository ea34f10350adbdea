"""Aligns a draft with the earlier texts that it comes from: paragraphs → links."""

from antecedent.resolutions.align.seeing import Sighting, see_elsewhere
from antecedent.resolutions.align.tracing import LINKER_VERSION, align, trace
from antecedent.resolutions.align.words import likeness, same_words, words

__all__ = ["LINKER_VERSION", "Sighting", "align", "likeness", "same_words", "see_elsewhere", "trace", "words"]
