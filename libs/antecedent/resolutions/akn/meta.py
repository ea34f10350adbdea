"""The metadata of a text: what it is (work, expression, manifestation), what it changes, what was changed in it."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from antecedent.resolutions.akn.naming import NAMESPACE, expression_uri, language_code, work_uri
from antecedent.resolutions.models import Document, Link, Relation, Repeal
from antecedent.resolutions.register.names import name_of, work_symbol

_US = "#antecedent"
_UNKNOWN = "0001-01-01"  # the schema asks for a date; AKN has no word for 'not known'
_CHANGES: dict[Relation, str] = {
    "amended": "replacement",
    "split": "split",
    "merged": "join",
    "new": "insertion",
    "deleted": "repeal",
}
_MODS = {
    "repeal": "repeal",
    "retire": "repeal",
    "delete": "repeal",
    "replace": "replacement",
    "renumber": "renumbering",
}


def write_meta(
    statement: Element,
    document: Document,
    ids: Mapping[str, str],
    links: tuple[Link, ...],
    dates: Mapping[str, str],
    *,
    part: str = "main",
) -> None:
    """The `meta` element of the text or of one of its annexes."""
    meta = SubElement(statement, _q("meta"))
    work = _own_work(document, dates)
    _identification(meta, document, work, part)
    if part != "main":
        return  # the text's own references serve its annexes too
    _analysis(meta, document, ids, links, dates)
    references = SubElement(meta, _q("references"), source=_US)
    SubElement(
        references, _q("TLCOrganization"), eId="antecedent", href="/akn/ontology/organization/antecedent",
        showAs="Antecedent",
    )  # fmt: skip
    author = _author(document)
    SubElement(
        references, _q("TLCOrganization"), eId=author, href=f"/akn/ontology/organization/un/{author}",
        showAs=document.body or "Not known",
    )  # fmt: skip


def _own_work(document: Document, dates: Mapping[str, str]) -> str:
    symbol = document.symbol or document.sha256[:12]
    known = {name_of(one).work: date for one, date in dates.items()}
    first = known.get(name_of(symbol).work)
    date = first or (document.adopted if symbol == work_symbol(symbol) else None)
    return work_uri(symbol, body=document.body, date=date)


def _identification(meta: Element, document: Document, work: str, part: str) -> None:
    holder = SubElement(meta, _q("identification"), source=_US)
    expression = expression_uri(work, language=document.language, date=document.adopted)
    first = SubElement(holder, _q("FRBRWork"))
    _core(first, f"{work}/!{part}", work, document, "work")
    SubElement(first, _q("FRBRcountry"), value="un")
    SubElement(first, _q("FRBRnumber"), value=work_symbol(document.symbol or document.sha256[:12]))
    second = SubElement(holder, _q("FRBRExpression"))
    _core(second, f"{expression}/!{part}", expression, document, "expression")
    SubElement(second, _q("FRBRlanguage"), language=language_code(document.language))
    third = SubElement(holder, _q("FRBRManifestation"))
    _core(third, f"{expression}/!{part}.akn", f"{expression}.akn", document, "manifestation")
    SubElement(third, _q("FRBRformat"), value="application/akn+xml")


def _core(level: Element, this: str, uri: str, document: Document, name: str) -> None:
    SubElement(level, _q("FRBRthis"), value=this)
    SubElement(level, _q("FRBRuri"), value=uri)
    if name == "manifestation":
        SubElement(level, _q("FRBRalias"), name="sha256", value=document.sha256)
    SubElement(level, _q("FRBRdate"), date=_day(document.adopted), name=name if document.adopted else "unknown")
    author = "antecedent" if name == "manifestation" else _author(document)
    SubElement(level, _q("FRBRauthor"), href=f"#{author}")


def _analysis(
    meta: Element, document: Document, ids: Mapping[str, str], links: tuple[Link, ...], dates: Mapping[str, str]
) -> None:
    active = [repeal for repeal in document.repeals if repeal.effect == "adopted"]
    passive = [link for link in links if link.relation in _CHANGES]
    if not active and not passive:
        return
    analysis = SubElement(meta, _q("analysis"), source=_US)
    if active:
        holder = SubElement(analysis, _q("activeModifications"))
        for count, repeal in enumerate(active, start=1):
            _active(holder, document, repeal, ids, dates, f"am_{count}")
    if passive:
        holder = SubElement(analysis, _q("passiveModifications"))
        for count, link in enumerate(passive, start=1):
            _passive(holder, document, link, ids, f"pm_{count}")


def _active(
    holder: Element, document: Document, repeal: Repeal, ids: Mapping[str, str], dates: Mapping[str, str], name: str
) -> None:
    known = {name_of(one).work: date for one, date in dates.items()}
    mod = SubElement(holder, _q("textualMod"), type=_MODS.get(repeal.action, "repeal"), eId=name)
    source = ids.get(repeal.paragraph or "")
    SubElement(mod, _q("source"), href=f"#{source}" if source else f"#{name}")
    work = work_uri(repeal.symbol, body=_body_of(document, repeal.symbol), date=known.get(name_of(repeal.symbol).work))
    for label in repeal.paragraphs or ("",):
        SubElement(mod, _q("destination"), href=f"{work}#{_fragment(label)}" if label else work)


def _body_of(document: Document, symbol: str) -> str | None:
    cited = (citation.body for citation in document.citations if citation.symbol == symbol)
    return next(cited, None) or document.body


def _fragment(label: str) -> str:
    return "para_" + "".join(character if character.isalnum() else "-" for character in label).strip("-")


def _passive(holder: Element, document: Document, link: Link, ids: Mapping[str, str], name: str) -> None:
    mod = SubElement(holder, _q("textualMod"), type=_CHANGES[link.relation], eId=name)
    SubElement(mod, _q("source"), href=f"#{_author(document)}")
    for one in _destinations(link, ids):
        SubElement(mod, _q("destination"), href=one)
    if link.prior and link.draft and link.relation != "deleted":
        SubElement(mod, _q("previous"), href=f"urn:sha256:{link.document}#{'+'.join(link.prior)}")


def _destinations(link: Link, ids: Mapping[str, str]) -> Iterator[str]:
    if not link.draft or link.relation == "deleted":
        yield from (f"urn:sha256:{link.document}#{one}" for one in link.prior)
        return
    yield from (f"#{ids[one]}" for one in link.draft if one in ids)


def _author(document: Document) -> str:
    bare = "".join(character for character in (document.body or "") if character.isalnum())
    return f"body-{bare.casefold() or 'unknown'}"


def _day(date: str | None) -> str:
    """A whole date; a month alone counts from its first day."""
    parts = (date or _UNKNOWN).split("-")
    return "-".join([*parts, *["01"] * (3 - len(parts))])


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
