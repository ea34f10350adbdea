"""How paragraphs and documents are called before people."""

from antecedent.resolutions.models import Document

NOUNS = {
    "preambular": "Preamble",
    "operative": "Paragraph",
    "subparagraph": "Item",
    "heading": "Heading",
    "decision": "Decision",
    "annex": "Annex paragraph",
}


def labels_of(document: Document) -> dict[str, str]:
    """Paragraph id → 'Preamble 3', 'Paragraph 4 (b)', 'Decision 14.AA', 'Heading'."""
    labels: dict[str, str] = {}
    recitals = 0
    for paragraph in document.paragraphs:
        noun, number = NOUNS[paragraph.kind], paragraph.number
        if paragraph.kind == "preambular" and paragraph.text:  # what is struck out is not counted
            recitals += 1
            number = number or str(recitals)
        over = labels.get(paragraph.parent or "")
        if paragraph.kind == "subparagraph" and over:
            labels[paragraph.id] = f"{over} {number or '–'}"
        else:
            labels[paragraph.id] = f"{noun} {number}" if number and paragraph.kind != "heading" else noun
    struck = {p.id for p in document.paragraphs if not p.text}
    return {name: f"{label} (struck out)" if name in struck else label for name, label in labels.items()}


def name_of(document: Document) -> str:
    """Its symbol, else its title, else its file's name."""
    return document.symbol or document.title or document.file or document.sha256[:12]
