"""Formats of others, held against the standards' own libraries, vocabularies and readers."""

from __future__ import annotations

import importlib.util
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hand_made import ANALYSIS, DOCUMENT, TEXT

from attrib import formats
from attrib.analysis import Analysis
from attrib.formats import brat, citron, from_spans, prov_json, schema_org, web_annotation
from attrib.model import Document, Record, Span

SHARED = Path(os.environ.get("ATTRIB_SHARED", Path(__file__).parents[3] / "shared"))

OA = "http://www.w3.org/ns/oa#"
# The terms of the Web Annotation context that we use, as the standard maps them.
ANNO_CONTEXT: dict[str, Any] = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "identifying": "oa:identifying",
    "highlighting": "oa:highlighting",
    "describing": "oa:describing",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
    "value": "rdf:value",
    "format": "dc:format",
    "name": "foaf:name",
    "generator": {"@type": "@id", "@id": "as:generator"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": {
        "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
        "@id": "as:totalItems",
    },
}
# What the Web Annotation model's sections 3 and 4 demand of the classes that we write.
_SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
    ]
}
_RESOURCE = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {"type": "string", "pattern": "^(https?|urn):"},
        "selector": {"type": "array", "minItems": 1, "items": _SELECTOR},
    },
    "required": ["type", "source", "selector"],
}
ANNO_SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "pattern": "^urn:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying"]},
        "target": {"type": "array", "minItems": 1, "items": _RESOURCE},
        "body": {
            "type": "array",
            "items": {
                "if": {"properties": {"type": {"const": "TextualBody"}}},
                "then": {"required": ["value", "purpose", "format"]},
                "else": _RESOURCE,
            },
        },
    },
    "required": ["id", "type", "target"],
}


def written(name: str) -> Any:
    out = io.StringIO()
    formats.write(name, [ANALYSIS], out)
    return json.loads(out.getvalue())


# --- W3C Web Annotation


def test_annotations_are_what_the_model_demands() -> None:
    """Each annotation has its type, id, targets and well-formed selectors; the total is right."""
    collection = written("webanno")

    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(ANALYSIS.records)
    for annotation in collection["first"]["items"]:
        jsonschema.validate(annotation, ANNO_SCHEMA)


def test_annotations_are_linked_data_without_a_lost_term() -> None:
    """An RDF reader finds each content's position: no key falls outside the vocabulary."""
    rdflib = pytest.importorskip("rdflib")
    collection = {**written("webanno"), "@context": ANNO_CONTEXT}
    graph = rdflib.Graph().parse(data=json.dumps(collection), format="json-ld")
    oa = rdflib.Namespace(OA)
    targets = set(graph.objects(predicate=oa.hasTarget))
    starts = {
        int(str(start))
        for target in targets
        for selector in graph.objects(target, oa.hasSelector)
        for start in graph.objects(selector, oa.start)
    }

    assert len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))) == len(ANALYSIS.records)
    assert starts == {span.start for record in ANALYSIS.records for span in record.content}
    assert _keys(collection) - {"@context"} <= ANNO_CONTEXT.keys()


def test_selectors_find_their_words_in_the_article() -> None:
    """Prefix, exact and suffix stand in the text as they are; so do positions, by code points."""
    for record in ANALYSIS.records:
        for target in web_annotation.annotation(record, TEXT)["target"]:
            quote, position = target["selector"]

            assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
            assert TEXT[position["start"] : position["end"]] == quote["exact"]


def test_annotations_of_others_are_read_by_their_selectors(tmp_path: Path) -> None:
    """An annotation without our JSON body gives its spans, and no speaker is made up."""
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "a note"},
        "target": {
            "source": "http://example.org/page",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "“Yes,”"},
                {"type": "TextPositionSelector", "start": 10, "end": 16},
            ],
        },
    }
    path = tmp_path / "foreign.jsonld"
    path.write_text(json.dumps(foreign), encoding="utf-8")
    (record,) = formats.read("webanno", path)

    assert record["content"] == [{"start": 10, "end": 16, "text": "“Yes,”"}]
    assert (record["kind"], record["speaker"]) == ("direct", None)


# --- PROV


def _prov() -> Any:
    prov = pytest.importorskip("prov.model")
    document = prov_json.document([ANALYSIS])
    return prov.ProvDocument.deserialize(content=json.dumps(document), format="json")


def _edges(document: Any, record_type: str, first: str, second: str) -> set[tuple[str, str]]:
    """The pairs of two arguments of one type of statement, as prefixed names."""
    edges = set()
    for statement in document.get_records():
        if type(statement).__name__ == record_type:
            arguments = {str(name): str(value) for name, value in statement.formal_attributes}
            edges.add((arguments[first], arguments[second]))
    return edges


def test_prov_holds_the_whole_chain() -> None:
    """PROV's own library reads quotation ← report ← utterance and who stands behind each."""
    document = _prov()
    derived = _edges(document, "ProvDerivation", "prov:generatedEntity", "prov:usedEntity")
    agents = _edges(document, "ProvAttribution", "prov:entity", "prov:agent")
    own = "bridge-2024/r1"

    assert {
        (f"quotation:{own}", "article:bridge-2024"),
        (f"quotation:{own}", f"report:{own}/1"),
        (f"report:{own}/1", f"utterance:{own}"),
    } <= derived
    assert {
        ("article:bridge-2024", "agent:The%20Evening%20Tide"),
        (f"report:{own}/1", "agent:Coast%20News"),
        (f"utterance:{own}", "agent:Ana%20Ruiz"),
    } <= agents
    assert ("quotation:bridge-2024/r5", "quotation:bridge-2024/r4") in derived


def test_prov_ends_at_an_outlet_that_speaks_for_itself() -> None:
    """Where the last outlet is the speaker there is no utterance behind its report."""
    derived = _edges(_prov(), "ProvDerivation", "prov:generatedEntity", "prov:usedEntity")

    assert ("quotation:bridge-2024/r6", "report:bridge-2024/r6/1") in derived
    assert not [pair for pair in derived if pair[0] == "report:bridge-2024/r6/1"]


def test_prov_round_trips_through_its_library() -> None:
    """Written again by the library and read again, the document is the same."""
    document = _prov()
    again = type(document).deserialize(content=document.serialize(format="json"), format="json")

    assert again == document
    assert len(list(document.get_records())) > 5 * len(ANALYSIS.records)


def test_prov_activity_says_when_and_how() -> None:
    """Medium, day and place of the statement are on the activity that made the utterance."""
    act = prov_json.document([ANALYSIS])["activity"]["act:bridge-2024/r1"]

    assert act["prov:label"] == "news conference"
    assert act["prov:startTime"] == "2024-05-02T00:00:00"
    assert act["prov:location"] == "at the town hall"


# --- schema.org


def test_schema_org_uses_its_vocabulary_only() -> None:
    """Every type and property is a term of schema.org."""
    rdflib = pytest.importorskip("rdflib")
    found = written("schemaorg")
    used = {name for name in _keys(found) | _types(found) if not name.startswith("@")}

    assert "Quotation" in used
    assert [name for name in sorted(used) if name not in rdflib.SDO] == []
    assert "notATerm" not in rdflib.SDO


def test_schema_org_says_who_spoke_and_where_it_appeared() -> None:
    """A Quotation has its creator and article, a Claim its author and appearance."""
    article, claim, quotation, *_ = schema_org.nodes(ANALYSIS)

    assert article["publisher"]["name"] == "The Evening Tide"
    assert (claim["@type"], claim["author"]["jobTitle"]) == ("Claim", "mayor")
    assert claim["appearance"] == {"@id": DOCUMENT.url}
    assert claim["isBasedOn"][0]["publisher"]["name"] == "Coast News"
    assert (quotation["@type"], quotation["creator"]["name"]) == ("Quotation", "Ana Ruiz")
    assert quotation["text"] == "“It is safe today,” … “but it will not be for long.”"


# --- brat


def _referee() -> ModuleType:
    path = SHARED / "tools" / "score.py"
    if not path.is_file():
        pytest.skip("the referee is not beside this repository")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_brat_is_read_by_the_referee(tmp_path: Path) -> None:
    """The referee's reader of PolNeAR finds our files by name and every span in them."""
    formats.write("brat", [ANALYSIS], tmp_path)
    found = _referee().parse_ann((tmp_path / "bridge_attrib.ann").read_text(encoding="utf-8"))

    assert [sorted(attribution["content"]) for attribution in found] == [
        [(span.start, span.end) for span in record.content] for record in ANALYSIS.records
    ]
    assert [attribution["source"] for attribution in found] == [
        [(record.source.start, record.source.end)] if record.source else []
        for record in ANALYSIS.records
    ]


def test_brat_agrees_with_the_referee_on_polnear() -> None:
    """Our reader sees in annotated articles what the referee's sees."""
    referee = _referee()
    paths = sorted((SHARED / "polnear" / "dev" / "attributions").glob("*.ann"))[:20]

    def letters(text: str, spans: list[tuple[int, int]]) -> str:
        return "".join(c for a, b in sorted(spans) for c in text[a:b] if c.isalnum())

    assert paths
    for path in paths:
        found = list(brat.records(path))
        text = found[0].document.text
        expected = referee.parse_ann(path.read_text(encoding="utf-8"))

        assert [letters(text, [(s.start, s.end) for s in r.content]) for r in found] == [
            letters(text, attribution["content"]) for attribution in expected
        ]


def test_brat_offsets_are_those_of_the_text_beside() -> None:
    """Each fragment's words are the text's, and none holds a line break."""
    text = "He said “one\ntwo”\r\nthree\u2028four."
    document = Document(text=text, id="lines")
    record = from_spans.record(
        document, "1", (Span.of(text, 8, len(text)),), Span.of(text, 3, 7), None
    )
    line = brat.standoff([record]).split("\n")[1]
    offsets = [tuple(map(int, pair.split())) for pair in line.split("\t")[1][8:].split(";")]

    assert [text[start:end] for start, end in offsets] == ["“one", "two”", "three", "four."]
    assert line.split("\t")[2] == "“one two” three four."


def test_brat_joins_lines_but_not_paragraphs(tmp_path: Path) -> None:
    """A piece over two lines is one piece again; pieces of two paragraphs stay two."""
    text = "He said one\ntwo.\n\nThree."
    document = Document(text=text, id="lines")
    pieces = (Span.of(text, 8, 16), Span.of(text, 18, 24))
    record = from_spans.record(document, "1", pieces, Span.of(text, 3, 7), None)
    formats.write("brat", [Analysis(document, (record,))], tmp_path)

    (found,) = brat.records(tmp_path / "lines_attrib.ann")

    assert found.content == pieces


def test_brat_names_files_after_articles_and_never_twice(tmp_path: Path) -> None:
    """Names come from path or id, safe for a file system; a clash gets a number."""
    ids = ["../../etc/passwd", "Daily Post: 7", "Daily Post/ 7", ""]
    analyses = [Analysis(evolve(DOCUMENT, path=None, id=name), ()) for name in ids]
    formats.write("brat", analyses, tmp_path)

    assert sorted(path.name for path in tmp_path.glob("*.txt")) == [
        "7.txt",
        "Daily-Post-7.txt",
        "article.txt",
        "passwd.txt",
    ]


def test_brat_keeps_line_ends_of_the_text(tmp_path: Path) -> None:
    """CRLF stays CRLF, so that offsets stay true."""
    text = "One.\r\nTwo.\r\n"
    formats.write("brat", [Analysis(Document(text=text, id="crlf"), ())], tmp_path)

    assert (tmp_path / "crlf.txt").read_bytes() == text.encode()


# --- Citron

# Citron's docs/data_format.md, as a schema.
_CITRON_SPAN = {
    "type": "object",
    "properties": {
        "start": {"type": "integer"},
        "end": {"type": "integer"},
        "text": {"type": "string"},
    },
    "required": ["start", "end", "text"],
    "additionalProperties": False,
}
_CITRON_SPANS = {"type": "array", "items": _CITRON_SPAN}
CITRON_SCHEMA = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer"},
                    "cue": {"anyOf": [_CITRON_SPAN, {"type": "null"}]},
                    "sources": _CITRON_SPANS,
                    "contents": {**_CITRON_SPANS, "minItems": 1},
                    "coreferences": _CITRON_SPANS,
                    "confidence": {"type": "string"},
                },
                "required": ["cue", "sources", "contents", "coreferences"],
                "additionalProperties": False,
            },
        },
        "coreference_groups": {"type": "array", "items": _CITRON_SPANS},
    },
    "required": ["text", "quotes", "coreference_groups"],
    "additionalProperties": False,
}


def test_citron_document_is_of_its_form() -> None:
    """What we write has the keys of Citron's data format, offsets into its own text."""
    document = citron.document(ANALYSIS)
    jsonschema.validate(document, CITRON_SCHEMA)

    for quote in document["quotes"]:
        for span in (*quote["contents"], *quote["sources"], *quote["coreferences"]):
            assert document["text"][span["start"] : span["end"]] == span["text"]
    assert document["quotes"][1]["coreferences"][0]["text"] == "Ana Ruiz"


@pytest.mark.parametrize("layout", [json.dumps, lambda d: json.dumps(d, indent=2)])
def test_citron_files_are_read(layout: Callable[[Any], str], tmp_path: Path) -> None:
    """A document of Citron, pretty-printed or not, gives records with its confidence."""
    path = tmp_path / "daily.json"
    path.write_text(layout(citron.document(ANALYSIS)), encoding="utf-8")

    found = [Record.from_dict(data, TEXT) for data in formats.read("citron", path)]

    assert [record.confidence for record in found] == [r.confidence for r in ANALYSIS.records]
    assert {record.document.id for record in found} == {"daily"}


def test_citron_documents_a_line_stay_apart(tmp_path: Path) -> None:
    """Two articles in one file have two document ids."""
    path = tmp_path / "two.json"
    formats.write("citron", [ANALYSIS, ANALYSIS], path)

    assert len({data["document"]["id"] for data in formats.read("citron", path)}) == 2


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keys(part) for name, part in value.items() if name[0] != "@"))
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    return set()


def _types(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["@type"]} if "@type" in value else set()
        return own.union(*map(_types, value.values()))
    if isinstance(value, list):
        return set().union(*map(_types, value))
    return set()
