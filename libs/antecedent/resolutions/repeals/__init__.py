"""What a document repeals: `find_repeals(document) -> Document`, with `repeals` filled."""

from antecedent.resolutions.models import Document


def find_repeals(document: Document) -> Document:
    """The document with every text, or part of one, that it repeals."""
    return document
