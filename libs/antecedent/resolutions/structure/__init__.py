"""Extraction → Document: a resolution's paragraphs, and what its masthead says."""

from antecedent.resolutions.structure.assembly import structure

__all__ = ["PARSER_VERSION", "structure"]

PARSER_VERSION = "5"
