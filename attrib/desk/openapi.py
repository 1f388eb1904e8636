"""What the JSON interface of the desk is, said in OpenAPI 3.1 with the schema of the records."""

from __future__ import annotations

from typing import Any, get_args

from attrib import __version__
from attrib.model import CueClass, Kind
from attrib.schema import schema

_QUERY = (
    ("q", 'Words: all must be there; "a phrase", begin*, this OR that, -without.'),
    ("articles", "1: look for the words in whole articles, titles too."),
    ("speaker", "By any name the speaker goes by."),
    ("speaker_id", "The number of a speaker."),
    ("outlet", "That publishes or carried it."),
    ("publisher", "That publishes it."),
    ("since", "First day of publication, YYYY-MM-DD."),
    ("until", "Last day of publication, YYYY-MM-DD."),
)
_PAGING = (
    ("limit", "Most results, 1 to 200."),
    ("offset", "Results to pass over."),
)


def openapi(*, has_database: bool) -> dict[str, Any]:
    """The description that `/api` gives, with the paths that this desk has.

    >>> sorted(openapi(has_database=False)["paths"])
    ['/api/extract', '/healthz']
    """
    record = schema()
    schemas = {
        "record": {name: part for name, part in record.items() if not name.startswith("$")},
        **record["$defs"],
    }
    paths: dict[str, Any] = {"/api/extract": {"post": _extract()}, "/healthz": {"get": _health()}}
    if has_database:
        paths.update(_searching())
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "attrib",
            "version": __version__,
            "description": "Who said what in news articles, and who says so.",
        },
        "paths": paths,
        "components": {"schemas": {**schemas, **_SCHEMAS}},
    }
    found: dict[str, Any] = _rooted(document)
    return found


def _rooted(value: Any) -> Any:
    """References to the schema's own parts, as they are found in the description."""
    if isinstance(value, list):
        return [_rooted(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: part.replace("#/$defs/", "#/components/schemas/")
        if name == "$ref" and isinstance(part, str)
        else _rooted(part)
        for name, part in value.items()
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_SCHEMAS: dict[str, Any] = {
    "article": {
        "description": "An article, as `attrib extract --format json` has it.",
        "type": "object",
        "required": ["document", "records", "notes"],
        "properties": {
            "document": _ref("document"),
            "text": {"type": "string", "description": "Where the database has it."},
            "records": _list_of("record"),
            "notes": {"type": "array", "items": {"type": "object"}},
            "quotations": {"type": "array", "items": {"type": "object"}},
        },
    },
    "hit": {
        "type": "object",
        "properties": {
            "id": _COUNT,
            "record": {"type": "string", "description": "Its id in the article's records."},
            **dict.fromkeys(("speaker", "named", "title"), _TEXT_OR_NULL),
            "speaker_id": {"type": ["integer", "null"]},
            "kind": {"enum": [*get_args(Kind)]},
            "content": _TEXT,
            **dict.fromkeys(("cue", "cue_class"), _TEXT_OR_NULL),
            "confidence": {"type": "number"},
            "article_id": _COUNT,
            "place": _COUNT,
            **dict.fromkeys(("article", "publisher", "published", "url"), _TEXT_OR_NULL),
            "chain": {
                "type": "array",
                "items": {"type": "object", "properties": {"role": _TEXT, "name": _TEXT}},
            },
        },
    },
    "found_speaker": {
        "type": "object",
        "properties": {
            "id": _COUNT,
            **dict.fromkeys(("name", "kind"), _TEXT),
            **dict.fromkeys(("title", "affiliation"), _TEXT_OR_NULL),
            "records": _COUNT,
        },
    },
    "problem": {"type": "object", "properties": {"error": _TEXT}},
}


def _answer(told: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": told, "content": {"application/json": {"schema": content}}}


def _operation(told: str, content: dict[str, Any], *wrong: int, **more: Any) -> dict[str, Any]:
    answers = {"200": _answer("Found.", content)}
    answers |= {str(status): _answer(_WRONG[status], _ref("problem")) for status in wrong}
    return {"summary": told, **more, "responses": answers}


_WRONG = {
    400: "The request asks for what there is not.",
    404: "Not in the database.",
    413: "The text is too long.",
    503: "Busy; try again.",
}


def _extract() -> dict[str, Any]:
    facts = ("publisher", "published", "title", "url", "author")
    body = {
        "type": "object",
        "required": ["text"],
        "properties": {
            "text": {"type": "string", "description": "The article."},
            **dict.fromkeys(facts, _TEXT_OR_NULL),
            "kind": {"enum": ["text", "html"], "default": "text"},
        },
    }
    return _operation(
        "Who said what in a text.",
        _ref("article"),
        *(400, 413, 503),
        requestBody={"required": True, "content": {"application/json": {"schema": body}}},
    )


def _health() -> dict[str, Any]:
    return _operation("Whether the desk is well.", {"type": "object"}, 503)


def _searching() -> dict[str, Any]:
    def parameter(name: str, told: str) -> dict[str, Any]:
        return {"name": name, "in": "query", "description": told, "schema": _TEXT}

    choices = [
        {"name": "kind", "in": "query", "schema": {"enum": [*get_args(Kind)]}},
        {"name": "class", "in": "query", "schema": {"enum": [*get_args(CueClass)]}},
    ]
    number = [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}]
    paging = [parameter(*one) for one in _PAGING]
    results = {"type": "object", "properties": {"total": _COUNT, "hits": _list_of("hit")}}
    found = {"type": "object", "properties": {"speakers": _list_of("found_speaker")}}
    return {
        "/api/search": {
            "get": _operation(
                "Statements, best first.",
                results,
                *(400, 503),
                parameters=[*(parameter(*one) for one in _QUERY), *choices, *paging],
            )
        },
        "/api/speakers": {
            "get": _operation(
                "Speakers, the most heard first.",
                found,
                *(400, 503),
                parameters=[parameter("q", "A name."), *paging],
            )
        },
        "/api/articles/{id}": {
            "get": _operation(
                "An article with its records.", _ref("article"), *(404, 503), parameters=number
            )
        },
    }
