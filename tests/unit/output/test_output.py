"""A document and a trace come back from JSON as they went in."""

import json

import pytest

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import (
    Box,
    Cell,
    Citation,
    Document,
    Edit,
    Footnote,
    Link,
    PageBox,
    Paragraph,
    Repeal,
    See,
    Table,
    TableOf,
    Trace,
)
from antecedent.resolutions.output import (
    document_from_json,
    document_json,
    link_json,
    rejected_json,
    trace_from_json,
    trace_json,
)

FULL = Document(
    sha256="a" * 64,
    file="res.pdf",
    symbol="FCB/Resolution 4.2 (Rev.COP6)",
    title="Lighthouses",
    body="FCB",
    session="6",
    language="en",
    status="adopted",
    adopted="2021-05-04",
    revises="FCB/Resolution 4.2",
    pages=3,
    tracked_changes=True,
    enacting_formula="The Conference of the Parties",
    masthead=((1, "Agenda item 4"),),
    paragraphs=(
        Paragraph(
            id="o1",
            kind="operative",
            text="Requests the Parties to keep lamps lit;",
            number="1",
            lead="Requests",
            addressees=("Parties",),
            boxes=(PageBox(1, 72, 310.25, 523, 352), PageBox(2, 72, 80, 523, 94)),
            footnotes=(Footnote(marker="1", text="See Resolution 3.1.", at=12),),
            before="Asks the Parties to keep lamps lit;",
        ),
        Paragraph(id="o1a", kind="subparagraph", text="", number="(a)", depth=1, parent="o1"),
    ),
    tables=(
        TableOf(
            after="o1",
            table=Table(
                page=2,
                box=Box(1, 2, 3, 4),
                before=7,
                cells=(Cell(text="Retain", box=Box(1, 2, 3, 4), page=2, row=0, column=1, rows=2),),
            ),
        ),
    ),
    citations=(
        Citation(
            printed="Resolution 3.1",
            symbol=None,
            body="FCB",
            type="resolution",
            number="3.1",
            paragraph="o1",
            start=4,
            end=18,
            footnote="1",
            candidates=("FCB/Resolution 3.1", "FCC/Resolution 3.1"),
        ),
    ),
    repeals=(
        Repeal(
            paragraph="o1",
            symbol="FCB/Resolution 1.1",
            scope="part",
            effect="proposed",
            action="repeal",
            except_=("3", "4(b)"),
            from_="2029-01-01",
            boxes=(PageBox(2, 1, 2, 3, 4),),
        ),
    ),
    warnings=("The date is missing.",),
)
LINK = Link(
    draft=("o1",),
    prior=(),
    document=None,
    relation="new",
    score=0.5,
    changes=(Edit("insert", "Keep"),),
    see=(See(document="b" * 64, paragraph="p2", score=0.75),),
)


@pytest.mark.parametrize("document", [FULL, Document(sha256="b" * 64)], ids=["every field set", "nothing known"])
def test_a_document_survives_json(document: Document) -> None:
    assert document_from_json(json.loads(json.dumps(document_json(document)))) == document


def test_a_trace_survives_json() -> None:
    trace = Trace(draft=FULL, priors=(Document(sha256="b" * 64),), base="b" * 64, links=(LINK,))
    assert trace_from_json(json.loads(json.dumps(trace_json(trace)))) == trace


def test_json_names_repeal_fields_without_underscores() -> None:
    repeal = document_json(FULL)["repeals"][0]
    assert (repeal["except"], repeal["from"]) == (["3", "4(b)"], "2029-01-01")


def test_box_is_where_the_paragraph_begins() -> None:
    paragraph = document_json(FULL)["paragraphs"][0]
    assert (paragraph["page"], paragraph["box"]) == (1, [72, 310.25, 523, 352])


def test_see_stands_only_where_there_is_something_to_see() -> None:
    assert "see" not in link_json(Link(draft=("o1",), prior=("o1",), document="b", relation="unchanged"))


def test_a_rejected_file_names_its_code_and_the_way_out() -> None:
    row = rejected_json("a.pdf", None, Rejected("empty", "The file has no bytes: fetch it again."))
    assert row["rejected"] == {"code": "empty", "reason": "The file has no bytes: fetch it again."}
