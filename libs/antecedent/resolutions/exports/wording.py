"""The words that the page, the Word table and the terminal share."""

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


def verb(repeal: Repeal) -> str:
    """'Repeals', 'Would repeal'."""
    word = VERBS[repeal.action]
    return word if repeal.effect == "adopted" else f"Would {word[:-1].lower()}"


def extent(repeal: Repeal) -> str:
    """'whole text', 'paragraphs 3, 4(b)', 'all but annex 2'."""
    if repeal.paragraphs:
        plain = all(label[:1].isdigit() for label in repeal.paragraphs)
        noun = ("paragraph " if len(repeal.paragraphs) == 1 else "paragraphs ") if plain else ""
        listed = noun + ", ".join(repeal.paragraphs)
        return f"{listed}, but not {', '.join(repeal.except_)}" if repeal.except_ else listed
    if repeal.except_:
        return f"all but {', '.join(repeal.except_)}"
    return "whole text" if repeal.scope == "whole" else "part"


def sentence(comparison: Comparison, stress: str = "{}") -> str:
    """'Of 43 paragraphs, 12 are unchanged, 20 amended …; 3 of the earlier text are dropped. 4 moved.'"""
    total = len(comparison.draft.paragraphs)
    counted = {
        relation: sum(len(row.draft.texts) for row in comparison.rows if row.relation == relation)
        for relation in comparison.counts
    }
    said = ("unchanged", "amended", "split", "merged", "new")
    kept = [stress.format(f"{counted[r]} {WORDS[r].lower()}") for r in said if counted.get(r)]
    text = f"Of {total} paragraphs, {_listed(kept)}." if kept else "There are no paragraphs to compare."
    dropped = comparison.counts.get("deleted", 0)
    if dropped:
        text += f" {stress.format(f'{dropped} dropped')} from the earlier text."
    if comparison.moved:
        text += f" {stress.format(f'{comparison.moved} moved')}."
    return text


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
