"""When a text speaks: dates of documents and of the meetings that they are put to."""

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.dates import next_meeting
from antecedent.resolutions.register.events import moment
from antecedent.resolutions.register.models import Register


def eve(register: Register, document: Document) -> str | None:
    """The date before which things happened as the document finds them; None where nothing bounds it.

    An adopted text's own date; a draft's meeting, where a text of it is known, else the next meeting that is known.
    """
    return moment(document, register.meetings) or next_meeting(document, register.meetings)
