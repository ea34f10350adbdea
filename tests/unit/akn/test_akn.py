"""Exports that are valid against the OASIS schema and come back as the documents they were."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from antecedent.resolutions.akn import NotAkomaNtoso, from_akn, to_akn
from antecedent.resolutions.akn.naming import expression_uri, work_uri
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Box, Cell, Citation, Document, Footnote, Link, Paragraph, Table, TableOf
from antecedent.resolutions.pipeline import parse
from tests.convention import item, make_document, operative, recital, repeals

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schema" / "akomantoso30.xsd"))
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
TEXT = "Recalling Resolution 1.4 and the List, and noting the rest,"
FULL = make_document(
    "LSC/Resolution 2.3 (Rev.COP4)",
    "4",
    recital(TEXT, footnotes=(Footnote(marker="1", text="See LSC/COP2/Doc.11.", at=37),)),
    Paragraph(id="p2", kind="preambular", number="2", text="Having counted its recitals,"),
    Paragraph(id="h1", kind="heading", number="I", text="Towers & lamps"),
    operative("1", "Requests Parties:"),
    item("o1", "(a)", "to look;"),
    Paragraph(id="o1a1", kind="subparagraph", number="(i)", parent="o1(a)", depth=2, text="twice;"),
    item("o1", "(b)", "to listen;"),
    operative("2", "Repeals Resolution 1.2.", footnotes=(Footnote(marker="2", text="At the end.", at=23),)),
    Paragraph(id="d1", kind="decision", number="4.17", text="The Secretariat shall report."),
    Paragraph(id="h2", kind="heading", text="Annex"),
    Paragraph(id="a1", kind="annex", number="1", text="The notice gives a name."),
    item("a1", "(a)", "and a place."),
    title="Lights & Seamarks",
    enacting_formula="The Conference of the Parties",
    citations=(
        Citation(
            printed="Resolution 1.4", symbol="LSC/Resolution 1.4", body="LSC", type="resolution", paragraph="p1",
            start=10, end=24,
        ),
    ),
    repeals=(repeals("LSC/Resolution 1.2", paragraph="o2"), repeals("LSC/Resolution 1.4", "3", "4(b)", paragraph="o2")),
)  # fmt: skip
BARE = Document(sha256="0" * 64)
NOWHERE = Box(0, 0, 0, 0)


def _table(*cells: tuple[str, int, int, int, int]) -> Table:
    """Cells as (text, row, column, rows, columns)."""
    made = (Cell(text=t, box=NOWHERE, page=1, row=r, column=c, rows=h, columns=w) for t, r, c, h, w in cells)
    return Table(page=1, box=NOWHERE, cells=tuple(made), before=0)


GRID = _table(
    ("Text", 0, 0, 1, 1), ("Action", 0, 1, 1, 2),
    ("1.4", 1, 0, 2, 1), ("repeal", 1, 1, 1, 1), ("in 2030", 1, 2, 1, 1),
    ("retain", 2, 1, 1, 2),
)  # fmt: skip
GAPS = _table(("A", 0, 0, 1, 1), ("B & C", 0, 2, 1, 1), ("D", 2, 1, 1, 1))
TABLED = replace(FULL, tables=tuple(TableOf(table=GRID, after=one.id) for one in FULL.paragraphs))
BEFORE_ALL = replace(FULL, tables=(TableOf(table=GAPS, after=None), TableOf(table=GRID, after=None)))
TRACKED = make_document(
    "LSC/COP5/Doc.1",
    "5",
    recital("Recalling Resolution 1.4 and the new List,", before="Recalling Resolution 1.3 and the List,"),
    operative("1", "Requests Parties to look twice;", before="Requests Parties to look;"),
    operative("2", "Whole new;", before=""),
    operative("3", "", before="Struck out as a whole."),
    operative("4", "As it was, though marked.", before="As it was, though marked."),
    operative("5", "Not marked."),
    operative(
        "6", "Begins anew and ends.", before="Begins and ends here.",
        footnotes=(Footnote(marker="1", text="See there.", at=11),),
    ),
    draft=True,
    tracked_changes=True,
    citations=(
        Citation(
            printed="Resolution 1.4", symbol="LSC/Resolution 1.4", body="LSC", type="resolution", paragraph="p1",
            start=10, end=24,
        ),
    ),
)  # fmt: skip
CONTROL = make_document("LSC/Resolution 1.1", "1", operative("1", "A form\x0cfeed and \x01 a bell"))
TWINS = make_document("LSC/Resolution 1.1", "1", operative("1", "One"), replace(operative("1", "Again"), id="o1x"))
LINKS = (
    Link(draft=("o1",), prior=("o1", "o2"), document="1" * 64, relation="merged"),
    Link(draft=("o2",), prior=(), document=None, relation="new"),
    Link(draft=(), prior=("o9",), document="1" * 64, relation="deleted"),
    Link(draft=("d1",), prior=("o3",), document="1" * 64, relation="unchanged"),
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(to_akn(FULL), id="everything"),
        pytest.param(to_akn(FULL, links=LINKS, dates={"LSC/Resolution 1.4": "2008-05-16"}), id="with links and dates"),
        pytest.param(to_akn(BARE), id="nothing at all"),
        pytest.param(to_akn(TABLED), id="tables everywhere"),
        pytest.param(to_akn(BEFORE_ALL), id="tables before all"),
        pytest.param(to_akn(replace(BARE, tables=(TableOf(table=GRID, after="gone"),))), id="nothing but a table"),
        pytest.param(to_akn(replace(BARE, tables=(TableOf(table=_table(), after=None),))), id="an empty table"),
        pytest.param(to_akn(TRACKED), id="tracked changes"),
        pytest.param(to_akn(replace(FULL, adopted="2020-10")), id="a month for a date"),
        pytest.param(to_akn(replace(FULL, status="draft", adopted=None)), id="a draft"),
        pytest.param(to_akn(CONTROL), id="characters that XML cannot hold"),
        pytest.param(to_akn(TWINS), id="a number twice"),
    ],
)
def test_valid_against_the_oasis_schema(data: bytes) -> None:
    SCHEMA.assertValid(etree.fromstring(data))


def test_what_is_written_is_read_back() -> None:
    back = from_akn(to_akn(FULL))
    for field in ("symbol", "title", "language", "status", "adopted", "enacting_formula"):
        assert getattr(back, field) == getattr(FULL, field), field
    assert [_shape(p, back) for p in back.paragraphs] == [_shape(p, FULL) for p in FULL.paragraphs]


@pytest.mark.parametrize("document", [TABLED, BEFORE_ALL, TRACKED], ids=["tables", "tables before all", "tracked"])
def test_tables_and_tracked_changes_are_read_back(document: Document) -> None:
    back = from_akn(to_akn(document))
    assert [_shape(p, back) for p in back.paragraphs] == [_shape(p, document) for p in document.paragraphs]
    assert [p.before for p in back.paragraphs] == [p.before for p in document.paragraphs]
    assert back.tracked_changes == document.tracked_changes
    order = {paragraph.id: place for place, paragraph in enumerate(document.paragraphs)}
    again = {paragraph.id: place for place, paragraph in enumerate(back.paragraphs)}
    assert [again.get(one.after or "") for one in back.tables] == [
        order.get(one.after or "") for one in document.tables
    ]
    assert [_cells(one.table) for one in back.tables] == [_cells(one.table) for one in document.tables]


def _cells(table: Table) -> list[tuple[object, ...]]:
    """Without empty cells, and rows counted as they come: a row of no cell is none."""
    rows = sorted({cell.row for cell in table.cells})
    return [
        (cell.text, rows.index(cell.row), cell.column, cell.rows, cell.columns) for cell in table.cells if cell.text
    ]


def test_changes_stand_where_they_were_made() -> None:
    root = etree.fromstring(to_akn(TRACKED))
    (ref,) = root.findall(".//a:preamble//a:ref", AKN)
    assert [(one.tag.rpartition("}")[2], one.text) for one in ref] == [("del", " 1.3"), ("ins", " 1.4")]
    come = [one.text for one in root.findall(".//a:mainBody//a:ins", AKN)]
    gone = [one.text for one in root.findall(".//a:mainBody//a:del", AKN)]
    assert come[:2] == [" twice", "Whole new;"]
    assert gone[0] == "Struck out as a whole."


def _shape(paragraph: Paragraph, document: Document) -> tuple[object, ...]:
    """A paragraph without its id, its parent by number."""
    parents = {one.id: one.number for one in document.paragraphs}
    return (
        paragraph.kind,
        paragraph.number,
        paragraph.depth,
        parents.get(paragraph.parent or ""),
        paragraph.text,
        paragraph.footnotes,
    )


def test_citations_are_references_and_repeals_active_modifications() -> None:
    root = etree.fromstring(to_akn(FULL, links=LINKS, dates={"LSC/Resolution 1.4": "2008-05-16"}))
    (ref,) = root.findall(".//a:preamble//a:ref", AKN)
    assert (ref.text, ref.get("href")) == ("Resolution 1.4", "/akn/un/statement/deliberation/lsc/2008-05-16/1-4")
    active = [
        (mod.get("type"), [one.get("href") for one in mod.findall("a:destination", AKN)])
        for mod in root.findall(".//a:activeModifications/a:textualMod", AKN)
    ]
    assert active == [
        ("repeal", ["/akn/un/statement/deliberation/lsc/1-2"]),
        (
            "repeal",
            [f"/akn/un/statement/deliberation/lsc/2008-05-16/1-4#{place}" for place in ("para_3", "para_4-b")],
        ),
    ]
    passive = [mod.get("type") for mod in root.findall(".//a:passiveModifications/a:textualMod", AKN)]
    assert passive == ["join", "insertion", "repeal"]


NAMES = [
    pytest.param("A/RES/71/4", "UNGA", "2016-10-13", "/akn/un/statement/deliberation/un-ga/2016-10-13/71-4", id="unga"),
    pytest.param(
        "UNEP/CMS/Resolution 11.10 (Rev.COP12)", "CMS", None, "/akn/un/statement/deliberation/cms/11-10", id="cms"
    ),
    pytest.param(
        "CITES/Resolution Conf. 12.8 (Rev. CoP13)",
        "CITES",
        None,
        "/akn/un/statement/deliberation/cites/conf-12-8",
        id="cites",
    ),
]


@pytest.mark.parametrize(("symbol", "body", "date", "expected"), NAMES)
def test_work_names(symbol: str, body: str, date: str | None, expected: str) -> None:
    assert work_uri(symbol, body=body, date=date) == expected
    assert expression_uri(expected, language="en", date="2013-12-12") == f"{expected}/eng@2013-12-12"


@pytest.mark.parametrize(
    "data",
    [pytest.param(b"", id="empty"), pytest.param(b"<a>", id="broken"), pytest.param(b"<html/>", id="another root")],
)
def test_what_is_no_akoma_ntoso_is_told(data: bytes) -> None:
    with pytest.raises(NotAkomaNtoso):
        from_akn(data)


FOREIGN = b"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRWork><FRBRdate date="2016-10-13" name=""/><FRBRnumber value="A/RES/71/4"/>
</FRBRWork><FRBRExpression><FRBRdate date="2016-10-20" name=""/><FRBRlanguage language="fra"/></FRBRExpression>
</identification></meta>
<preamble><recitals eId="recs_1"><recital eId="rec_1"><p>Rappelant <b>sa</b>
 r\xc3\xa9solution,</p></recital></recitals></preamble>
<mainBody><section eId="sec_1"><num>I</num><heading>Phares</heading><paragraph eId="para_1"><num>1.</num>
<content><p>Prie</p></content></paragraph></section></mainBody></statement></akomaNtoso>"""


def test_a_resolution_of_another_hand() -> None:
    document = from_akn(FOREIGN)
    assert (document.symbol, document.language, document.adopted) == ("A/RES/71/4", "fr", "2016-10-20")
    assert [(p.kind, p.number, p.text) for p in document.paragraphs] == [
        ("preambular", None, "Rappelant sa résolution,"),
        ("heading", "I", "Phares"),
        ("operative", "1", "Prie"),
    ]


def test_a_resolution_in_akoma_ntoso_is_read_like_any_other() -> None:
    document = parse(to_akn(FULL), "prior.xml")
    assert (document.body, document.file) == ("LSC", "prior.xml")
    assert {citation.symbol for citation in document.citations} >= {"LSC/Resolution 1.4", "LSC/Resolution 1.2"}
    assert [(repeal.symbol, repeal.effect) for repeal in document.repeals] == [("LSC/Resolution 1.2", "adopted")]


def test_damaged_akoma_ntoso_is_rejected_with_a_reason() -> None:
    with pytest.raises(Rejected) as rejected:
        parse(to_akn(FULL)[:-40], "prior.xml")
    assert rejected.value.code == "damaged"
