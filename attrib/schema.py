"""The JSON Schema of a record and of an article, their closed sets taken from `attrib.model`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from attrib import model
from attrib.errors import InputError

SCHEMA_ID = "https://attrib.example/record-1.schema.json"
ARTICLE_ID = "https://attrib.example/article-1.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record; fields may be added to it, none taken away.

    >>> schema()["properties"]["kind"]["enum"]
    ['direct', 'mixed', 'indirect']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "attrib record",
        "description": "One attribution in a news article: what was said, who said it, and by "
        "which outlets it came here. Offsets are code points of the text as read.",
        **_object(
            id=_string("Unique in the document, the same on every run over the same text."),
            document=_ref("document", "The article."),
            kind=_choice(model.Kind, "Is the content quoted, partly quoted, or reported?"),
            content={
                "type": "array",
                "items": _ref("span"),
                "minItems": 1,
                "description": "What is attributed, in order; several spans where it is split.",
            },
            cue=_or_null("cue", "The words that signal the attribution."),
            source=_or_null("span", "The words that name who said it."),
            speaker=_or_null("speaker", "Who that is."),
            chain={
                "type": "array",
                "items": _ref("link"),
                "description": "The way the statement took: publisher first, speaker last.",
            },
            addressee=_or_null("addressee", "To whom it was said."),
            medium=_string("In what form: statement, tweet, news conference, …", null=True),
            medium_span=_or_null("span", "The words that say so."),
            time=_or_null("time", "When it was said."),
            place=_or_null("span", "Where it was said."),
            venue=_string(
                "The outlet that obtained the statement, by its fullest name.", null=True
            ),
            venue_span=_or_null("span", "The words that say so."),
            venue_by=_choice(model.By, "What kind of words they are.", null=True),
            nested_in=_string("id of the record in whose content this one stands.", null=True),
            confidence=_number("Probability that a human annotator would mark this.", 1),
            pattern=_string("The row of the pattern table that found it: attrib explain."),
        ),
        "$defs": {
            "span": _object("A half-open stretch [start, end) of the text.", **_SPAN),
            "cue": _object(
                "A span, its verb or noun, and what kind of saying it is.",
                **_SPAN,
                lemma=_string("Dictionary form of the word that makes it a cue.", null=True),
                **{"class": _choice(model.CueClass, "What kind of saying it is.")},
                polarity={
                    "enum": ["positive", "negative"],
                    "description": "Negative where the cue is negated: did not say.",
                },
                modality=_choice(model.Modality, "Whether it was said: might answer was not."),
            ),
            "document": _object(
                "The article and what it says of itself.",
                id=_string("Given by the caller, or made from the text."),
                path=_string("The file it was read from.", null=True),
                url=_string("Where it was published.", null=True),
                title=_string("Headline.", null=True),
                subtitle=_string("Line under the headline.", null=True),
                publisher=_string("The outlet that publishes this text.", null=True),
                published=_string("ISO 8601 date.", null=True),
                modified=_string("ISO 8601 date of the last change.", null=True),
                author=_string("The byline's names.", null=True),
                dateline=_string("The place a wire report was sent from.", null=True),
                credits={
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "Outlets whose material the text says it uses.",
                },
                story_code=_string("The publisher's number for the story.", null=True),
                captions={
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "What stands under the page's pictures, outside the text.",
                },
                length=_number("Code points of the text."),
            ),
            "speaker": _object(
                "Who an attribution goes back to, and how that is known.",
                name=_string("Fullest form in the article, or the source's own words."),
                kind=_choice(model.SpeakerKind, "What the speaker is."),
                title=_string("Office or occupation.", null=True),
                title_span=_or_null("span", "The words that give the title."),
                affiliation=_string("The body the speaker speaks for or belongs to.", null=True),
                affiliation_span=_or_null("span", "The words that give the affiliation."),
                justification=_or_null("span", "The article's words for why this source."),
                anonymity=_choice(model.Anonymity, "Why an anonymous speaker is.", null=True),
                resolved_by=_string("The resolver that decided; none where the words were kept."),
                confidence=_number("Probability that this is the right name.", 1, null=True),
                antecedent=_or_null("span", "The mention that gave the name."),
            ),
            "addressee": _object(
                "A span, and whom it names.",
                **_SPAN,
                name=_string("Resolved as a speaker's name is, or the words themselves."),
                kind=_choice(model.SpeakerKind, "What the addressee is.", null=True),
            ),
            "time": _object(
                "A span, and the dates it means where the day of publication is known.",
                **_SPAN,
                date=_string("ISO 8601 date; the first day of a range.", null=True),
                date_end=_string("Last day of a range.", null=True),
            ),
            "link": _object(
                "One step of the way a statement took.",
                role=_choice(model.Role, "What the party did: publish, pass on, or say it."),
                name=_string("The party's name, as the article or the caller has it."),
                listed=_string("An outlet's name on attrib's list.", null=True),
                country=_string("ISO 3166 code of its newsroom's country.", null=True),
                kind=_choice(model.OutletKind, "What kind of outlet it is.", null=True),
                span=_or_null("span", "The words that put the link there."),
                by=_choice(model.By, "What kind of words they are.", null=True),
            ),
        },
    }


def article() -> dict[str, Any]:
    """The JSON Schema of an article as `--format json` writes it: records, notes and the ledger.

    >>> article()["properties"]["quotations"]["items"]["properties"]["reason"]["enum"][:2]
    ['title', 'name']
    """
    whole = schema()
    parts = whole.pop("$defs")
    parts["record"] = {key: whole[key] for key in whole if key[0] != "$"}
    return {
        "$schema": whole["$schema"],
        "$id": ARTICLE_ID,
        "title": "attrib article",
        **_object(
            "An article: its records, what is odd in it, and what became of each quotation.",
            document=_ref("document", "The article."),
            records={"type": "array", "items": _ref("record")},
            notes={
                "type": "array",
                "items": _object(
                    "What is odd in the text, and where.",
                    reason=_string("In words."),
                    span=_or_null("span", "Where it stands; null where that is all of the text."),
                ),
            },
            quotations={
                "type": "array",
                "description": "The ledger: every outermost quotation, in order.",
                "items": _object(
                    "A quotation, and what became of it.",
                    span=_ref("span", "From its first mark to its last."),
                    record=_string("id of the record that holds it.", null=True),
                    reason=_choice(model.Unheld, "Why no record holds it.", null=True),
                ),
            },
        ),
        "$defs": parts,
    }


def record(data: Any, text: str = "") -> model.Record:
    """A record as read from JSON that anybody may have written; InputError where it is none.

    >>> record({"id": "a1#1"})
    Traceback (most recent call last):
    attrib.errors.InputError: not a record of attrib: record: lacks 'document'
    """
    for problem in problems(data):
        raise InputError(f"not a record of attrib: {problem}")
    try:
        return model.Record.from_dict(data, text)
    except ValueError as error:
        raise InputError(f"not a record of attrib: {error}") from None


def problems(record: Any) -> Iterator[str]:
    """Where a record as read from JSON is not what the schema says, as far as types go.

    >>> list(problems({}))[:2]
    ["record: lacks 'id'", "record: lacks 'document'"]
    >>> list(problems([]))
    ['record: is no object']
    """
    whole = _schema()
    return _problems(record, whole, whole["$defs"], "record")


@cache
def _schema() -> dict[str, Any]:
    return schema()


def _problems(value: Any, rule: dict[str, Any], parts: dict[str, Any], where: str) -> Iterator[str]:
    """The rules are those that `schema` makes, and no others."""
    if "$ref" in rule:
        rule = parts[rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        if value is not None:
            yield from _problems(value, rule["anyOf"][0], parts, where)
    elif "enum" in rule:
        if value not in rule["enum"]:
            yield f"{where}: is none of {', '.join(map(str, rule['enum']))}"
    elif not any(_is(value, name) for name in _names(rule["type"])):
        yield f"{where}: is no {' or '.join(_names(rule['type']))}"
    elif isinstance(value, dict):
        for name, inner in rule["properties"].items():
            if name in value:
                yield from _problems(value[name], inner, parts, f"{where}.{name}")
            else:
                yield f"{where}: lacks {name!r}"
    elif isinstance(value, list):
        if len(value) < rule.get("minItems", 0):
            yield f"{where}: is empty"
        for i, item in enumerate(value):
            yield from _problems(item, rule["items"], parts, f"{where}[{i}]")


_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and not isinstance(value, bool)


def _names(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _object(description: str = "", /, **properties: dict[str, Any]) -> dict[str, Any]:
    described = {"description": description} if description else {}
    return {
        "type": "object",
        **described,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": True,
    }


def _string(description: str, *, null: bool = False) -> dict[str, Any]:
    return {"type": ["string", "null"] if null else "string", "description": description}


def _number(
    description: str, maximum: float | None = None, *, null: bool = False
) -> dict[str, Any]:
    if null:
        return {**_number(description, maximum), "type": ["number", "null"]}
    if maximum is None:
        return {"type": "integer", "minimum": 0, "description": description}
    return {"type": "number", "minimum": 0, "maximum": maximum, "description": description}


def _choice(values: Any, description: str, *, null: bool = False) -> dict[str, Any]:
    return {"enum": [*get_args(values), *([None] if null else [])], "description": description}


def _ref(name: str, description: str = "") -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}", **({"description": description} if description else {})}


def _or_null(name: str, description: str) -> dict[str, Any]:
    return {"anyOf": [_ref(name), {"type": "null"}], "description": description}


_SPAN = {
    "start": _number("Offset of the first code point."),
    "end": _number("Offset after the last code point."),
    "text": _string("The text between them, exactly as it stands there."),
}
