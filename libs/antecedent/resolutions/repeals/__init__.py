"""What a document repeals: `find_repeals(document) -> Document`, with `repeals` filled.

Sentences, lists, tables and new numbers ('ex-10.2') are read; citations that are ended or amended get their role.
"""

from dataclasses import replace

from antecedent.resolutions.models import Document
from antecedent.resolutions.repeals.gathering import gather
from antecedent.resolutions.repeals.roles import with_roles

__all__ = ["find_repeals"]


def find_repeals(document: Document) -> Document:
    """The document with every text, or part of one, that it repeals."""
    found = gather(document)
    return with_roles(replace(document, repeals=found))
