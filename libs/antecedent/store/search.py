"""Likely antecedents among all paragraphs of the corpus: an index beside the database, made anew from it at any time.

The index (tantivy) is a cache: each replica keeps its own copy and catches up with the database before it is asked
(`upkeep.py`), so that replicas agree. It holds each paragraph's words, and pairs of neighbouring words.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice, pairwise, zip_longest
from pathlib import Path

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import Indel

from antecedent.resolutions.align import words

# Asked by their rarest words and pairs of words: what is rare finds fast, what is common costs time and tells little.
# Pairs are taken from each part of the text in turn: the rarest of all may stand in one clause that many texts share.
_WORDS = 16
_PAIRS = 32
_PARTS = 4
_COMMON = 0.02  # words that more than this share of all paragraphs have are asked for only where little else is known
_FEW = 8
_LOOKED_AT = 100  # hits put in order by all their words; the index alone prefers long texts that hold the short one
_HEAP = 200_000_000  # bytes of the writer at most: fewer, larger segments are asked faster
_HELD = 10_000  # texts whose words are kept at hand: some 20 MB; likely texts are compared with again and again
_LETTERS = 1_000_000  # different words that one process tells apart; there are 1,114,112 letters
FORMAT = 2  # of the index: an index of another format is made anew


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is put into the index."""

    document: str
    paragraph: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph like the one asked for; `score` is the share of words that the two have in common, 0 to 1."""

    document: str
    paragraph: str
    score: float


@dataclass(frozen=True, slots=True)
class _Wording:
    """A text's words, each as one letter: texts of some fifty letters are compared in no time."""

    letters: str
    sorted: str  # the longest that two sorted texts have in common, in order, is all that they share


@dataclass(frozen=True, slots=True)
class _Row:
    """A paragraph as the index has it."""

    document: str
    paragraph: str
    said: str


class _Alphabet:
    """Gives each word a letter of its own, as long as there are letters; then it begins anew."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self.spell = lru_cache(_HELD)(self._spelled)

    def make_room(self) -> None:
        """Call it before texts that are to be compared with each other are spelled."""
        if len(self._letters) > _LETTERS:
            self._letters.clear()
            self.spell.cache_clear()

    def _spelled(self, said: str) -> _Wording:
        known = self._letters
        letters = [known.get(word) or known.setdefault(word, chr(len(known))) for word in said.split()]
        return _Wording("".join(letters), "".join(sorted(letters)))


class _View:
    """The index between two commits, with what was read of it: texts of one body find the same ones again and again."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self.row = lru_cache(_HELD)(partial(_row, searcher))
        self.spread = lru_cache(_HELD * 10)(searcher.doc_freq)


class ParagraphSearch:
    """Finds paragraphs by their words, in an index that another process may write; `folder` None is one in memory."""

    def __init__(self, folder: Path | None) -> None:
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder) if folder else None)
        self._index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        self._index.config_reader(reload_policy="manual")
        self._view = _View(self._index.searcher())
        self._alphabet = _Alphabet()

    def refresh(self) -> None:
        """From now on it finds what has been committed till now."""
        self._index.reload()
        self._view = _View(self._index.searcher())

    def find(self, text: str, *, limit: int = 10, without: str | None = None, least: float = 0.0) -> list[Found]:
        """The paragraphs likest to the text, best first, by a score of at least `least`; none of `without`."""
        view, asked = self._view, words(text)
        chosen = [
            *self._rare(view, "words", [asked], _WORDS),
            *self._rare(view, "pairs", _parted(_pairs(asked)), _PAIRS),
        ]
        if not chosen:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, self._term(field, word)) for field, word in chosen])
        # The document left out is dropped here: said in the query, it would cost the index its short cuts.
        hits = view.searcher.search(query, max(_LOOKED_AT, limit * 2), count=False).hits
        rows = [row for row in (view.row(at.segment_ord, at.doc) for _, at in hits) if row.document != without]
        return self._ranked(rows, " ".join(asked), least)[:limit]

    def _ranked(self, rows: Sequence[_Row], said: str, least: float) -> list[Found]:
        """The best first: what shares most words, and has them in the same order."""
        self._alphabet.make_room()
        asked, spelled = self._alphabet.spell(said), [self._alphabet.spell(row.said) for row in rows]
        # As `likeness` has it, which counts the words.
        texts = [one.sorted for one in spelled]
        alike = Indel.normalized_similarity
        shares = process.extract(asked.sorted, texts, scorer=alike, score_cutoff=least, limit=None)
        best = sorted(shares, key=lambda one: -one[1] - alike(asked.letters, spelled[one[2]].letters))
        return [Found(rows[place].document, rows[place].paragraph, round(share, 3)) for _, share, place in best]

    def _rare(self, view: _View, field: str, parts: Sequence[Sequence[str]], most: int) -> list[tuple[str, str]]:
        """The rarest of the words known, from each part in turn."""
        spread = {word: view.spread(field, word) for part in parts for word in part}
        rows = [sorted((spread[word], word) for word in set(part) if spread[word]) for part in parts]
        turns = dict.fromkeys(one for turn in zip_longest(*rows) for one in turn if one)
        limit = max(view.searcher.num_docs * _COMMON, 1000)
        return [(field, word) for n, (often, word) in enumerate(islice(turns, most)) if n < _FEW or often <= limit]

    def _term(self, field: str, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, word, index_option="freq" if field == "words" else "basic")


class ParagraphIndex(ParagraphSearch):
    """The same, and puts paragraphs in; of one folder there is one."""

    def __init__(self, folder: Path | None = None) -> None:
        self._notes = folder / "antecedent.json" if folder else None
        self._marks = _prepared(folder) if folder else dict[str, str]()
        super().__init__(folder)
        self.commits = 0  # since it was opened: whoever searches in another process refreshes by it

    @property
    def marks(self) -> Mapping[str, str]:
        """Each indexed document with the mark that it was put in under (when it was parsed); stays as it is now."""
        return self._marks

    def put(self, documents: Iterable[tuple[str, str, Sequence[Passage]]]) -> None:
        """Makes the passages given the only ones of their document: (document, mark, passages), in one commit."""
        writer = self._index.writer(_HEAP, 1)
        marks = dict(self._marks)
        for document, mark, passages in documents:
            if document in marks:
                writer.delete_documents_by_term("document", document)
            for passage in passages:
                writer.add_document(self._row(passage))
            marks[document] = mark
        writer.commit()
        writer.wait_merging_threads()
        self.refresh()
        self.commits += 1
        self._marks = marks
        if self._notes:
            # After the commit: whoever dies in between puts the same documents in again, in place of themselves.
            self._notes.write_text(json.dumps({"format": FORMAT, "marks": marks}))

    def _row(self, passage: Passage) -> tantivy.Document:
        row = tantivy.Document()
        said = words(passage.text)
        row.add_text("document", passage.document)
        row.add_text("words", " ".join(said))
        row.add_text("pairs", " ".join(_pairs(said)))
        row.add_bytes("paragraph", passage.paragraph.encode())
        return row


def _row(searcher: tantivy.Searcher, segment: int, place: int) -> _Row:
    row = searcher.doc(tantivy.DocAddress(segment, place))
    paragraph = bytes(row.get_first("paragraph") or b"").decode()
    return _Row(str(row.get_first("document")), paragraph, str(row.get_first("words") or ""))


def _pairs(said: Sequence[str]) -> list[str]:
    """Two words in a row, by their first letters: rare where each alone is common."""
    return [f"{first[:5]}_{second[:5]}" for first, second in pairwise(said)]


def _parted(pairs: Sequence[str]) -> list[Sequence[str]]:
    return [pairs[len(pairs) * n // _PARTS : len(pairs) * (n + 1) // _PARTS] for n in range(_PARTS)]


def _schema() -> tantivy.Schema:
    build = tantivy.SchemaBuilder()
    build.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    build.add_text_field("words", stored=True, tokenizer_name="spaces", index_option="freq")
    build.add_text_field("pairs", tokenizer_name="spaces", index_option="basic")
    build.add_bytes_field("paragraph", stored=True)
    return build.build()


def _prepared(folder: Path) -> dict[str, str]:
    """Makes the folder ready and gives the marks of what is in it; an index that cannot be used is thrown away."""
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(OSError, ValueError, KeyError):
        notes = json.loads((folder / "antecedent.json").read_text())
        if notes["format"] == FORMAT:
            return dict(notes["marks"])
    for old in folder.iterdir():
        if old.is_file():
            old.unlink()
    return {}
