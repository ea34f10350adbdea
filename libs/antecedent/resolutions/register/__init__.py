"""The register of texts: `build` it from documents, `resolve` citations in it, compare it with a known list."""

from antecedent.resolutions.register.building import build, texts_in
from antecedent.resolutions.register.models import Event, Known, Register, Version, Work
from antecedent.resolutions.register.names import name_of
from antecedent.resolutions.register.resolving import Meaning, find_works, resolve

__all__ = [
    "Event",
    "Known",
    "Meaning",
    "Register",
    "Version",
    "Work",
    "build",
    "find_works",
    "name_of",
    "resolve",
    "texts_in",
]
