"""What stands if a draft is adopted, and the table that shows where each paragraph comes from."""

from antecedent.resolutions.consolidate import as_adopted, consolidation, readings
from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Link, Paragraph
from antecedent.resolutions.register import build
from tests.convention import item, make_document, operative, recital, repeals

BASE = make_document(
    "LSC/Resolution 2.3",
    "2",
    recital("Noting"),
    operative("1", "Urges"),
    operative("2", "Asks"),
    operative("3", "Invites one"),
    operative("4", "Invites two"),
)
TAKEN = make_document(
    "LSC/Resolution 1.8", "1", operative("1", "Asks:"), item("o1", "(a)", "this"), operative("2", "Warns"), title="Old"
)
GONE = make_document("LSC/Resolution 1.9", "1", operative("1", "Never mind"), title="Older")
DRAFT = make_document(
    "LSC/COP4/Doc.7",
    "4",
    recital("Noting", before="Noting"),
    operative("1", "Urges all", before="Urges"),
    operative("2", "", before="Asks"),
    operative("3", "Invites one and two"),
    Paragraph(id="o3x", kind="operative", number="3", text="Warns", before=""),
    draft=True,
    tracked_changes=True,
    revises="LSC/Resolution 2.3",
    repeals=(repeals("LSC/Resolution 1.8", "1(a)", "2"), repeals("LSC/Resolution 1.9", action="retire")),
)
LINKS = Comparison(
    base=BASE.sha256,
    links=(
        Link(draft=("p1",), prior=("p1",), document=BASE.sha256, relation="unchanged"),
        Link(draft=("o1",), prior=("o1",), document=BASE.sha256, relation="amended"),
        Link(draft=("o3",), prior=("o3", "o4"), document=BASE.sha256, relation="merged"),
        Link(draft=("o3x",), prior=("o2",), document=TAKEN.sha256, relation="unchanged", moved=True),
        Link(draft=(), prior=("o2",), document=BASE.sha256, relation="deleted"),
    ),
)
REGISTER = build([BASE, TAKEN, GONE, DRAFT])


def test_the_draft_reads_as_if_all_its_changes_were_accepted_and_is_numbered_anew() -> None:
    reading = as_adopted(DRAFT)
    assert reading.of == "LSC/Resolution 2.3"
    assert [(block.number, block.text) for block in reading.blocks] == [
        (None, "Noting"),
        ("1", "Urges all"),
        ("2", "Invites one and two"),
        ("3", "Warns"),
    ]


def test_other_texts_show_what_the_draft_takes_out_of_them() -> None:
    _, taken, gone = readings(REGISTER, DRAFT)
    assert [(block.number, block.repealed_by) for block in taken.blocks] == [
        ("1", None),
        ("(a)", "LSC/COP4/Doc.7"),
        ("2", "LSC/COP4/Doc.7"),
    ]
    assert (taken.gone, gone.of, gone.gone, gone.blocks[0].repealed_by) == (
        False,
        "LSC/Resolution 1.9",
        True,
        "LSC/COP4/Doc.7",
    )


def test_the_table_follows_the_draft_and_names_every_source() -> None:
    rows = consolidation(REGISTER, DRAFT, LINKS)
    assert [
        (row.action, [label for label, _ in row.proposed], [(s.symbol, s.label) for s in row.sources]) for row in rows
    ] == [
        ("retain", ["preamble 1"], [("LSC/Resolution 2.3", "preamble 1")]),
        ("amend", ["1"], [("LSC/Resolution 2.3", "1")]),
        ("repeal", [], [("LSC/Resolution 2.3", "2")]),
        ("merge", ["3"], [("LSC/Resolution 2.3", "3"), ("LSC/Resolution 2.3", "4")]),
        ("move", ["3"], [("LSC/Resolution 1.8", "2")]),
        ("repeal", [], [("LSC/Resolution 1.8", "1(a)")]),
        ("repeal", [], [("LSC/Resolution 1.8", "2")]),
        ("repeal", [], [("LSC/Resolution 1.9", None)]),
    ]
    assert [row.comment for row in rows[-3:]] == ["repeal", "repeal; carried over above", "retire"]
    assert rows[-3].sources[0].text == "this"


def test_of_a_document_of_many_decisions_only_the_one_repealed_goes() -> None:
    below = Paragraph(id="d2a", kind="subparagraph", number="(a)", parent="d2", depth=1, text="in ink")
    decisions = make_document(
        "LSC/COP3/Decisions",
        "3",
        Paragraph(id="h1", kind="heading", text="Directed to the Secretariat"),
        Paragraph(id="d1", kind="decision", number="3.1", text="The Secretariat shall count the lamps."),
        Paragraph(id="d2", kind="decision", number="3.2", text="The Secretariat shall keep logs:"),
        below,
        title="DECISIONS",
    )
    draft = make_document(
        "LSC/COP4/Doc.8", "4", operative("1", "Decides"), draft=True, repeals=(repeals("LSC/Decision 3.2"),)
    )
    register = build([decisions, draft])
    _, gone = readings(register, draft)
    assert (gone.of, gone.gone, [block.paragraph for block in gone.blocks]) == ("LSC/Decision 3.2", True, ["d2", "d2a"])
    (row,) = consolidation(register, draft, Comparison(base=None, links=()))
    assert [(source.symbol, source.text) for source in row.sources] == [
        ("LSC/Decision 3.2", "The Secretariat shall keep logs: in ink")
    ]
