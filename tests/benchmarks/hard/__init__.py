"""Drafts made by machine out of real resolutions, by the edits that are hard to follow; each knows its links."""

from tests.benchmarks.hard.drafting import Case, Wanted, make_case
from tests.benchmarks.hard.library import Library, read_library
from tests.benchmarks.hard.scoring import Tally, judge

__all__ = ["Case", "Library", "Tally", "Wanted", "judge", "make_case", "read_library"]
