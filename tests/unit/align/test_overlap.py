"""Long texts: only likely pairs are looked at, and the choice among pairs stays the best one."""

from itertools import permutations

import numpy as np
import pytest

from antecedent.resolutions.align import align, overlap
from antecedent.resolutions.align.assignment import best_pairs
from antecedent.resolutions.align.weighing import weigh
from antecedent.resolutions.models import Document, Paragraph

SUBJECTS = ("lamps", "fog signals", "buoys", "charts", "keepers", "towers", "optics", "moles", "beacons", "ropes")
VERBS = ("inspect", "paint", "count", "insure", "photograph", "list")
TEXTS = [f"Requests Parties to {verb} the {subject} of harbour {k}{verb[0]};" for k, subject in enumerate(SUBJECTS)
         for verb in VERBS]  # fmt: skip


def document(name: str, texts: list[str]) -> Document:
    made = (Paragraph(id=f"o{k}", kind="operative", text=text) for k, text in enumerate(texts))
    return Document(sha256=name, paragraphs=tuple(made))


def test_what_two_paragraphs_share_is_counted_as_often_as_both_have_it() -> None:
    weighed = weigh(["lamps and lamps and buoys"], ["lamps lamps lamps", "ropes"])
    pairs = overlap.overlaps(weighed.draft, weighed.prior, weighed.weights)
    single = weigh(["lamps"], ["lamps", "ropes"])
    once = overlap.overlaps(single.draft, single.prior, single.weights)
    assert pairs.common[0] == pytest.approx(2 * once.common[0])
    assert pairs.common[1] == 0


def test_long_texts_are_linked_as_if_all_pairs_were_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = [text.replace("Parties to", "Parties once more to") for text in (*TEXTS[30:], *TEXTS[:30])]
    whole = align(document("d", draft), document("p", TEXTS))
    monkeypatch.setattr(overlap, "_ALL", 0)
    monkeypatch.setattr(overlap, "_BEST", 6)
    some = align(document("d", draft), document("p", TEXTS))
    assert [(link.draft, link.prior, link.moved) for link in some] == [
        (link.draft, link.prior, link.moved) for link in whole
    ]


def test_only_the_likeliest_pairs_of_long_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlap, "_ALL", 0)
    monkeypatch.setattr(overlap, "_BEST", 3)
    weighed = weigh(TEXTS, TEXTS)
    pairs = overlap.overlaps(weighed.draft, weighed.prior, weighed.weights)
    assert len(pairs.rows) <= 2 * 3 * len(TEXTS)
    assert {(k, k) for k in range(len(TEXTS))} <= set(zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True))
    keys = pairs.rows * len(TEXTS) + pairs.columns
    assert (np.diff(keys) > 0).all(), "in order, each once"


@pytest.mark.parametrize("seed", range(20))
def test_the_choice_is_the_best_of_all(seed: int) -> None:
    table = np.random.default_rng(seed).normal(-0.3, 1, (4, 4))
    rows, columns = np.indices(table.shape).reshape(2, -1)
    chosen = best_pairs(rows, columns, table.ravel())
    best = max(sum(max(0, table[i, j]) for i, j in enumerate(order)) for order in permutations(range(4)))
    assert table.ravel()[chosen].sum() == pytest.approx(best)
    assert len(set(rows[chosen])) == len(set(columns[chosen])) == len(chosen)
