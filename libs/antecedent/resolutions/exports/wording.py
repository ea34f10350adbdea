"""The words that the page, the Word table and the terminal share."""

from collections.abc import Sequence

from antecedent.resolutions.comparison import Comparison
from antecedent.resolutions.models import Repeal

WORDS = {
    "unchanged": "Unchanged",
    "amended": "Amended",
    "split": "Split",
    "merged": "Merged",
    "new": "New",
    "deleted": "Dropped",
}
SAYS = {
    "in-force": "in force",
    "revised": "revised",
    "partly-repealed": "partly repealed",
    "repealed": "repealed",
    "unknown": "not known",
}
VERBS = {
    "repeal": "Repeals",
    "replace": "Replaces",
    "retire": "Retires",
    "delete": "Deletes",
    "renumber": "Renumbers",
    "transfer": "Transfers",
}


def percent(score: float) -> str:
    """'86%'; what is not all the same does not round to 100%."""
    return f"{score if score == 1 else min(score, 0.99):.0%}"


def verb(repeal: Repeal) -> str:
    """'Repeals', 'Would repeal'."""
    word = VERBS[repeal.action]
    return word if repeal.effect == "adopted" else f"Would {word[:-1].lower()}"


def extent(repeal: Repeal) -> str:
    """'whole text', 'paragraphs 3, 4(b)', 'all but annex 2'."""
    if repeal.paragraphs:
        listed = _parts(repeal.paragraphs)
        return f"{listed}, but not {', '.join(repeal.except_)}" if repeal.except_ else listed
    if repeal.except_:
        return f"all but {', '.join(repeal.except_)}"
    return "whole text" if repeal.scope == "whole" else "part"


def successor(repeal: Repeal) -> str:
    """'by Resolution 5.3', 'to Decision 5.AA', 'as Decision 5.1'; empty without one."""
    word = {"transfer": "to", "renumber": "as"}.get(repeal.action, "by")
    return f"{word} {repeal.into}" if repeal.into else ""


def _parts(labels: Sequence[str]) -> str:
    """'paragraphs 4, 7, annex 1': the noun stands before the numbers alone."""
    numbers = [label for label in labels if label[:1].isdigit() or label.startswith("(")]
    noun = {0: "", 1: "paragraph "}.get(len(numbers), "paragraphs ")
    return noun + ", ".join([*numbers, *(label for label in labels if label not in numbers)])


def sentence(comparison: Comparison, stress: str = "{}") -> str:
    """'Of 43 paragraphs, 12 unchanged, 30 amended and 1 new. 3 dropped from the earlier text. 4 moved.'"""
    total = sum(1 for paragraph in comparison.draft.paragraphs if paragraph.text)
    kept = [_counted(comparison, relation, stress) for relation in ("unchanged", "amended", "split", "merged", "new")]
    kept = [part for part in kept if part]
    text = f"Of {total} paragraphs, {_listed(kept)}." if kept else "There are no paragraphs to compare."
    dropped = comparison.counts.get("deleted", 0)
    if dropped:
        text += f" {stress.format(f'{dropped} dropped')} from the earlier text."
    if comparison.moved:
        text += f" {stress.format(f'{comparison.moved} moved')}."
    return text


def _counted(comparison: Comparison, relation: str, stress: str) -> str:
    """'12 amended'; '9 split from 4', because a split has more paragraphs than rows. Empty for none."""
    rows = [row for row in comparison.rows if row.relation == relation]
    if not rows:
        return ""
    own, source = sum(len(row.draft.texts) for row in rows), sum(len(row.prior.texts) for row in rows)
    text = stress.format(f"{own} {WORDS[relation].lower()}")
    return f"{text} from {source}" if relation in ("split", "merged") else text


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
