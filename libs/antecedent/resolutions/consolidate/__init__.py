"""What would stand if a draft were adopted: `readings` of the texts it touches, and the `consolidation` table."""

from antecedent.resolutions.consolidate.reading import Block, Reading, as_adopted, readings
from antecedent.resolutions.consolidate.table import Row, Source, consolidation

__all__ = ["Block", "Reading", "Row", "Source", "as_adopted", "consolidation", "readings"]
