"""W3C PROV-JSON: who says that whom said it, the whole chain.

| PROV | attrib |
|---|---|
| entity `article:ID`, type `schema:NewsArticle` | the article |
| entity `quotation:ID/RECORD`, type `schema:Quotation` or `schema:Claim`, `prov:value` | content |
| entity `utterance:ID/RECORD` | what was said, before anybody reported it |
| entity `report:ID/RECORD/N` | the statement as outlet N of the chain carried it |
| agents `agent:NAME`: prov:Person, prov:Organization, … | speaker, outlets, attrib |
| `wasDerivedFrom` quotation → article, type prov:Quotation | where the words stand |
| `wasDerivedFrom` quotation → reports → utterance, the last a prov:PrimarySource | the chain |
| `wasDerivedFrom` quotation → quotation | the statement in which this one is nested |
| `wasAttributedTo` utterance → speaker, report → outlet, article → publisher | chain's names |
| activity `utterance-act:…` with `wasGeneratedBy`, label, start time | medium, date, place |
| `attrib:` attributes of the quotation | kind, offsets, cue, source's words, confidence, pattern |

Not streamed: PROV-JSON sorts statements by type, so the document is built first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO
from urllib.parse import quote

from attrib.analysis import Analysis
from attrib.model import Document, Record

PREFIXES = {
    "attrib": "urn:attrib:",
    "article": "urn:attrib:article:",
    "quotation": "urn:attrib:quotation:",
    "utterance": "urn:attrib:utterance:",
    "report": "urn:attrib:report:",
    "act": "urn:attrib:act:",
    "agent": "urn:attrib:agent:",
    "schema": "https://schema.org/",
}
_AGENTS = {
    "person": "prov:Person",
    "anonymous": "prov:Person",
    "organization": "prov:Organization",
    "outlet": "prov:Organization",
    "group": "attrib:Group",
    "document": "attrib:Document",
}
Statements = dict[str, dict[str, dict[str, Any]]]


def write(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write one PROV document for all the articles."""
    json.dump(document(analyses), out, ensure_ascii=False, indent=1)
    out.write("\n")


def document(analyses: Iterable[Analysis]) -> dict[str, Any]:
    """The PROV-JSON document of the articles.

    >>> from attrib.formats import from_spans
    >>> from attrib.model import Span
    >>> text = "He said that it rained."
    >>> article = Document(text=text, id="a", publisher="Daily Post")
    >>> found = from_spans.record(article, "1", (Span.of(text, 8, 22),), None, None)
    >>> made = document([Analysis(article, (found,))])
    >>> made["entity"]["quotation:a/1"]["prov:value"]
    'that it rained'
    """
    made: Statements = {}
    _add(made, "agent", "agent:attrib", {"prov:type": _name("prov:SoftwareAgent")})
    for analysis in analyses:
        _add_article(made, analysis.document)
        for record in analysis.records:
            _add_record(made, record)
    return {"prefix": PREFIXES, **made}


def _add_article(made: Statements, article: Document) -> None:
    own = f"article:{_local(article.id)}"
    facts = {
        "prov:type": _name("schema:NewsArticle"),
        "prov:label": article.title,
        "schema:url": article.url,
        "schema:datePublished": article.published,
        "schema:dateModified": article.modified,
        "schema:author": article.author,
    }
    _add(made, "entity", own, facts)
    if article.publisher:
        _attribute(made, own, article.publisher, "outlet")


def _add_record(made: Statements, record: Record) -> None:
    local = f"{_local(record.document.id)}/{_local(record.id)}"
    article, own = f"article:{_local(record.document.id)}", f"quotation:{local}"
    _add(made, "entity", own, _quotation(record))
    _attribute(made, own, "attrib", None)
    _derive(made, own, article, "prov:Quotation")
    if record.nested_in is not None:
        outer = f"quotation:{_local(record.document.id)}/{_local(record.nested_in)}"
        _derive(made, own, outer, "attrib:NestedIn")
    nearest = own
    links = [link for link in record.chain if link.role == "outlet"]
    outlets = [link.name for link in links]
    for number, link in enumerate(links, 1):
        report = f"report:{local}/{number}"
        told = {
            "prov:type": _name("attrib:Report"),
            "attrib:by": link.by,
            "attrib:words": link.span.text if link.span else None,
        }
        _add(made, "entity", report, told)
        agent = _attribute(made, report, link.name, "outlet")
        known = {
            "attrib:listed": link.listed,
            "attrib:country": link.country,
            "attrib:outletKind": link.kind,
        }
        made["agent"][agent].update(_filled(known))
        _derive(made, nearest, report, "prov:Revision" if nearest != own else None)
        nearest = report
    speaker = record.speaker
    if speaker and not (outlets and speaker.name == outlets[-1]):
        utterance = f"utterance:{local}"
        _add(made, "entity", utterance, {"prov:type": _name("attrib:Utterance")})
        agent = _attribute(made, utterance, speaker.name, speaker.kind)
        facts = {"schema:jobTitle": speaker.title, "schema:affiliation": speaker.affiliation}
        made["agent"][agent].update(_filled(facts))
        _derive(made, nearest, utterance, "prov:PrimarySource")
        _add_act(made, record, utterance, local)


def _quotation(record: Record) -> dict[str, Any]:
    return {
        "prov:type": _name("schema:Claim" if record.kind == "indirect" else "schema:Quotation"),
        "prov:value": " … ".join(span.text for span in record.content),
        "attrib:kind": record.kind,
        "attrib:content": ";".join(f"{span.start} {span.end}" for span in record.content),
        "attrib:cue": record.cue.span.text if record.cue else None,
        "attrib:source": record.source.text if record.source else None,
        "attrib:confidence": record.confidence,
        "attrib:pattern": record.pattern,
    }


def _add_act(made: Statements, record: Record, utterance: str, local: str) -> None:
    circumstances = record.circumstances
    facts: dict[str, Any] = {"prov:label": circumstances.medium}
    if circumstances.place:
        facts["prov:location"] = circumstances.place.text
    if circumstances.addressee:
        facts["attrib:addressee"] = circumstances.addressee.name
    if circumstances.venue:
        facts["attrib:venue"] = circumstances.venue
    if circumstances.time and circumstances.time.date:
        facts["prov:startTime"] = f"{circumstances.time.date}T00:00:00"
        last = circumstances.time.date_end
        facts["prov:endTime"] = f"{last}T00:00:00" if last else None
    if _filled(facts):
        _add(made, "activity", f"act:{local}", facts)
        statement = {"prov:entity": utterance, "prov:activity": f"act:{local}"}
        _add(made, "wasGeneratedBy", f"_:generation/{local}", statement)


def _attribute(made: Statements, entity: str, name: str, kind: str | None) -> str:
    agent = f"agent:{_local(name)}"
    if kind:
        facts = {"prov:type": _name(_AGENTS[kind]), "prov:label": name}
        made["agent"].setdefault(agent, {}).update(facts)
    statement = {"prov:entity": entity, "prov:agent": agent}
    _add(made, "wasAttributedTo", f"_:attribution/{entity}", statement)
    return agent


def _derive(made: Statements, derived: str, origin: str, how: str | None) -> None:
    statement: dict[str, Any] = {"prov:generatedEntity": derived, "prov:usedEntity": origin}
    if how:
        statement["prov:type"] = _name(how)
    _add(made, "wasDerivedFrom", f"_:derivation/{derived}/{origin}", statement)


def _add(made: Statements, section: str, name: str, facts: dict[str, Any]) -> None:
    made.setdefault(section, {})[name] = _filled(facts)


def _filled(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None}


def _local(name: str) -> str:
    """A name as the local part of a qualified name."""
    return quote(name, safe="")


def _name(qualified: str) -> dict[str, str]:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}
