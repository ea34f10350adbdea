"""Akoma Ntoso for the United Nations: `to_akn` writes a document, `from_akn` reads a resolution."""

from antecedent.resolutions.akn.reading import NotAkomaNtoso, from_akn
from antecedent.resolutions.akn.writing import to_akn

__all__ = ["NotAkomaNtoso", "from_akn", "to_akn"]
