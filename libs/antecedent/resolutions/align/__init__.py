"""Aligns a draft with the earlier texts that it comes from: paragraphs → links."""

from antecedent.resolutions.align.tracing import LINKER_VERSION, align, trace

__all__ = ["LINKER_VERSION", "align", "trace"]
