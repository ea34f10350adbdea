"""Pages whose text layer says other letters than the print are read by OCR, or told."""

import pytest

from antecedent.resolutions.extract import extract
from antecedent.resolutions.extract.garbled import is_garbled
from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.scans import PLAIN

from .pages import paragraph, pdf, prose
from .test_extract import make_reader

SIGNS = ["The wa]den^ ^pend thei] nighT^ with the lamp^ and thei] fe]]y^ in wate]^ of the no]th^ea and ha]bou]s"] * 6


def test_signs_amid_words_are_read_by_ocr_and_told_where_there_is_none() -> None:
    data = pdf(lambda canvas: paragraph(canvas, 760, prose(5)), lambda canvas: paragraph(canvas, 760, SIGNS))
    read = extract(data, ocr=make_reader([]))
    assert [page.source for page in read.pages] == ["digital", "ocr"]
    assert (read.lines[-1].text, read.warnings) == ("Parties decide", ())
    unread = extract(data)
    assert [page.source for page in unread.pages] == ["digital", "digital"]
    assert "OCR did not read it: page 2" in unread.warnings[0]


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (SIGNS[0], True),
        ("ɩɪɢɡɧɚɜɚɹ ɜɚɠɧɨɫɬɶ ɫɨɞɟɣɫɬɜɢɹ ɭɫɬɚɧɨɜɥɟɧɢɸ", True),
        ("[T]he [wardens][keepers] [shall][should] keep [all] lamp[s] and [their] lens[es] [in]direct", False),
        ("Əhməd Əliyev met the wardens of Bakı and their keepers, and Țuțu Ștefan", False),
    ],
    ids=["signs", "letters of no print", "drafting in brackets", "names"],
)
def test_other_letters_are_told_from_drafting_and_names(text: str, garbled: bool) -> None:
    piece = Piece(" ".join([text] * 5), 72, 500, 100, 11, "", PLAIN, True)
    assert is_garbled([piece]) is garbled
