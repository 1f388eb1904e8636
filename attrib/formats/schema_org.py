"""schema.org JSON-LD: one Quotation (direct, mixed) or Claim (indirect) a record, in a `@graph`.

| schema.org | attrib |
|---|---|
| `Quotation.text`, `Claim.text` | content, pieces joined with ` … ` |
| `Quotation.creator`, `Claim.author` | speaker: Person, Organization or, a document, CreativeWork |
| `creator.jobTitle`, `creator.affiliation` | the speaker's title and affiliation (persons) |
| `Quotation.isPartOf`, `Claim.appearance` | the article: NewsArticle |
| `isBasedOn` | the outlets of the chain, as works they published, nearest first |
| `NewsArticle`: `publisher`, `author`, `url`, `headline`, `datePublished`, … | `Document` |
| `dateCreated` | the day it was said |
| `audience` | the addressee |
| nothing | offsets, cue, source's words, confidence, pattern, nesting, medium, place |

Quotation is `pending` at schema.org; its own property, `spokenByCharacter`, is for fiction, so the
speaker of real words is `creator`. ClaimReview is not written: a rating is the fact-checker's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from attrib.analysis import Analysis
from attrib.formats.selectors import article_iri, record_iri
from attrib.model import Document, Record, Speaker

_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "outlet": "NewsMediaOrganization",
    "document": "CreativeWork",
    "group": "Organization",
    "anonymous": "Person",
}


def write(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write the graph article by article."""
    out.write('{"@context": "https://schema.org", "@graph": [')
    before = "\n"
    for analysis in analyses:
        for node in nodes(analysis):
            out.write(before)
            out.write(json.dumps(node, ensure_ascii=False))
            before = ",\n"
    out.write("\n]}\n")


def nodes(analysis: Analysis) -> list[dict[str, Any]]:
    """The article and its quotations and claims.

    >>> from attrib.formats import from_spans
    >>> from attrib.model import Span
    >>> text = "He said that it rained."
    >>> article = Document(text=text, id="a", publisher="Daily Post")
    >>> found = from_spans.record(article, "1", (Span.of(text, 8, 22),), None, None)
    >>> for node in nodes(Analysis(article, (found,))):
    ...     print(node["@type"], node.get("text"), node.get("appearance"))
    NewsArticle None None
    Claim that it rained {'@id': 'urn:attrib:article:a'}
    """
    return [_article(analysis.document), *map(_statement, analysis.records)]


def _article(document: Document) -> dict[str, Any]:
    author = {"@type": "Person", "name": document.author} if document.author else None
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": article_iri(document),
            "headline": document.title,
            "alternativeHeadline": document.subtitle,
            "url": document.url,
            "datePublished": document.published,
            "dateModified": document.modified,
            "author": author,
            "publisher": _outlet(document.publisher) if document.publisher else None,
        }
    )


def _statement(record: Record) -> dict[str, Any]:
    claim = record.kind == "indirect"
    addressee, time = record.circumstances.addressee, record.circumstances.time
    outlets = [link.name for link in record.chain if link.role == "outlet"]
    return _filled(
        {
            "@type": "Claim" if claim else "Quotation",
            "@id": record_iri(record),
            "text": " … ".join(span.text for span in record.content),
            "author" if claim else "creator": _speaker(record.speaker) if record.speaker else None,
            "appearance" if claim else "isPartOf": {"@id": article_iri(record.document)},
            "isBasedOn": [
                {"@type": "CreativeWork", "publisher": _outlet(name)} for name in outlets
            ],
            "dateCreated": time.date if time else None,
            "audience": {"@type": "Audience", "name": addressee.name} if addressee else None,
        }
    )


def _speaker(speaker: Speaker) -> dict[str, Any]:
    person = speaker.kind in ("person", "anonymous")
    home = {"@type": "Organization", "name": speaker.affiliation} if speaker.affiliation else None
    return _filled(
        {
            "@type": _TYPES[speaker.kind],
            "name": speaker.name,
            "jobTitle": speaker.title if person else None,
            "affiliation": home if person else None,
        }
    )


def _outlet(name: str) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": name}


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value}
