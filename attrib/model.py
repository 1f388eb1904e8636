"""The values that pass from stage to stage: all frozen, all offsets code points of the text.

A `Record` is what users see: one attribution, with who said it and by which outlets it came here.
`to_dict` and `from_dict` are the JSON contract, written out by hand so that it can be read here:
one idea, and for that longer than other files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import Factory, field, frozen

Kind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organization", "outlet", "document", "group", "anonymous"]
Anonymity = Literal["requested", "implied", "unnamed"]
Role = Literal["publisher", "outlet", "speaker"]
OutletKind = Literal["agency", "newspaper", "broadcaster", "magazine", "site", "channel"]
By = Literal[
    "stated",
    "dateline",
    "credit",
    "reported",
    "citing",
    "told",
    "programme",
    "scene",
    "given",
]
"""By what words a link of a chain is known; `given` by the caller, `stated` by the article."""
CueClass = Literal[
    "statement",
    "question",
    "denial",
    "promise",
    "order",
    "belief",
    "attitude",
    "perception",
    "expectation",
    "disclosure",
]
Modality = Literal["actual", "future", "hypothetical"]


@frozen(order=True)
class Span:
    """A half-open stretch `[start, end)` of the text, never empty.

    >>> Span.of("Ana Ruiz spoke.", 0, 8)
    Span(start=0, end=8, text='Ana Ruiz')
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"not a span: [{self.start}, {self.end}) {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        return cls(data["start"], data["end"], data["text"])


class _Placed:
    """What stands at a span has the span's `start`, `end` and `text`, as its JSON has."""

    __slots__ = ()
    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    @property
    def text(self) -> str:
        return self.span.text


@frozen(kw_only=True)
class Document:
    """The article and what it says of itself; nothing here is guessed.

    >>> Document(text="It rained.", id="a1", publisher="Daily Post").length
    10
    """

    text: str = field(repr=False)
    """Exactly as read: `newline=""`, no cleaning."""
    length: int = field(default=Factory(lambda self: len(self.text), takes_self=True), repr=False)
    """Code points of the text, known even where the text itself is not at hand."""
    id: str
    """Stable: given by the caller, or made from the text."""
    path: str | None = None
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    """The outlet that publishes this text, by its full name where that is known."""
    published: str | None = None
    """ISO 8601 date."""
    modified: str | None = None
    """ISO 8601 date of the last change that the page tells."""
    author: str | None = None
    """The byline's names, without `By`."""
    dateline: str | None = None
    """The place a wire report was sent from: `KYIV`."""
    credits: tuple[str, ...] = ()
    """Outlets whose material the text says it uses: `(Reuters)`, `AP contributed …`."""
    story_code: str | None = None
    captions: tuple[str, ...] = ()
    """What stands under the page's pictures, which is no part of the text."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON, without the text itself."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "title": self.title,
            "subtitle": self.subtitle,
            "publisher": self.publisher,
            "published": self.published,
            "modified": self.modified,
            "author": self.author,
            "dateline": self.dateline,
            "credits": list(self.credits),
            "story_code": self.story_code,
            "captions": list(self.captions),
            "length": self.length,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str = "") -> Document:
        """Read back what `to_dict` wrote; the text comes from elsewhere, or stays empty."""
        names = ("path", "url", "title", "subtitle", "publisher", "published", "modified", "author")
        return cls(
            text=text,
            length=len(text) if text else data.get("length", 0),
            id=data["id"],
            **{name: data.get(name) for name in names},
            dateline=data.get("dateline"),
            credits=tuple(data.get("credits", ())),
            story_code=data.get("story_code"),
            captions=tuple(data.get("captions", ())),
        )


@frozen(kw_only=True)
class Quotation:
    """A stretch in quotation marks, marks included; who said it is not known yet.

    A quotation over several paragraphs is one, with one `Span` for each paragraph.
    """

    spans: tuple[Span, ...]
    depth: int = 0
    """0 for an outermost quotation, 1 for one inside it, and so on."""
    closed: bool = True
    """False where no mark closes it and the paragraph's end had to."""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@frozen(kw_only=True)
class Cue(_Placed):
    """The words that signal an attribution: `said`, `according to`, `'s claim`.

    >>> Cue(span=Span.of("Ana Ruiz denied it.", 9, 15), lemma="deny", cue_class="denial").text
    'denied'
    """

    span: Span
    lemma: str | None = None
    """The dictionary form of the word that makes it a cue: `say`."""
    cue_class: CueClass = "statement"
    polarity: Literal["positive", "negative"] = "positive"
    """Negative where the cue is negated: `did not say`."""
    modality: Modality = "actual"
    """Whether it was said at all: hypothetical is `might answer`, future `will announce`."""

    def to_dict(self) -> dict[str, Any]:
        return {
            **self.span.to_dict(),
            "lemma": self.lemma,
            "class": self.cue_class,
            "polarity": self.polarity,
            "modality": self.modality,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Cue:
        return cls(
            span=Span.from_dict(data),
            lemma=data.get("lemma"),
            cue_class=data.get("class", "statement"),
            polarity=data.get("polarity", "positive"),
            modality=data.get("modality", "actual"),
        )


@frozen(kw_only=True)
class Attribution:
    """Source, cue and content found by a pattern, before anybody is resolved."""

    pattern: str
    """Name of the row of `PATTERNS` that made it."""
    content: tuple[Span, ...]
    """At least one; in order, without overlap."""
    cue: Cue | None = None
    source: Span | None = None
    kind: Kind
    confidence: float
    """Probability that a human annotator would mark this attribution, 0 to 1."""
    parent: int | None = None
    """Index, in the same list, of the attribution in whose content this one stands."""
    carried: bool = False
    """Whether the source only goes on from a paragraph before, and says nothing of the content."""


@frozen(kw_only=True)
class Speaker:
    """Who an attribution goes back to, and how that is known.

    >>> Speaker(name="Ana Ruiz", kind="person", title="mayor").resolved_by
    'none'
    """

    name: str
    """Fullest form in the article; the source's own words where nobody could be named."""
    kind: SpeakerKind
    title: str | None = None
    title_span: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    justification: Span | None = None
    """The article's words for why this source: `who worked on the campaign`."""
    anonymity: Anonymity | None = None
    """Why an anonymous speaker is unnamed; None for every other kind."""
    resolved_by: str = "none"
    """Name of the row of `RESOLVERS` that decided; `none` where the words were kept."""
    confidence: float | None = None
    """Probability that this is the right name, 0 to 1; None where nobody was named."""
    antecedent: Span | None = None
    """The mention that gave the name, where that is not the source itself."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind,
            "title": self.title,
            "title_span": _dict_or_none(self.title_span),
            "affiliation": self.affiliation,
            "affiliation_span": _dict_or_none(self.affiliation_span),
            "justification": _dict_or_none(self.justification),
            "anonymity": self.anonymity,
            "resolved_by": self.resolved_by,
            "confidence": self.confidence,
            "antecedent": _dict_or_none(self.antecedent),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        return cls(
            name=data["name"],
            kind=data["kind"],
            title=data.get("title"),
            title_span=_span_or_none(data.get("title_span")),
            affiliation=data.get("affiliation"),
            affiliation_span=_span_or_none(data.get("affiliation_span")),
            justification=_span_or_none(data.get("justification")),
            anonymity=data.get("anonymity"),
            resolved_by=data.get("resolved_by", "none"),
            confidence=data.get("confidence"),
            antecedent=_span_or_none(data.get("antecedent")),
        )


@frozen(kw_only=True)
class Addressee(_Placed):
    """To whom it was said: `told reporters`, `in a letter to the mayor`.

    >>> Addressee(span=Span.of("She told Reuters.", 9, 16), name="Reuters", kind="outlet").text
    'Reuters'
    """

    span: Span
    name: str
    """Resolved as a speaker's name is; the words themselves where nobody could be named."""
    kind: SpeakerKind | None = None

    def to_dict(self) -> dict[str, Any]:
        return {**self.span.to_dict(), "name": self.name, "kind": self.kind}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Addressee:
        return cls(span=Span.from_dict(data), name=data["name"], kind=data.get("kind"))


@frozen(kw_only=True)
class Time(_Placed):
    """When it was said: the article's words and, where the publication date is known, dates.

    >>> Time(span=Span.of("It rained on Monday.", 10, 19), date="2022-09-19").text
    'on Monday'
    """

    span: Span
    date: str | None = None
    """ISO 8601 date; the first day where the words give a range."""
    date_end: str | None = None
    """Last day of a range, None for a single day."""

    def to_dict(self) -> dict[str, Any]:
        return {**self.span.to_dict(), "date": self.date, "date_end": self.date_end}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Time:
        return cls(span=Span.from_dict(data), date=data.get("date"), date_end=data.get("date_end"))


@frozen(kw_only=True)
class Circumstances:
    """To whom, in what form, when and where a statement was made, as far as the article says.

    >>> Circumstances(medium="tweet").venue is None
    True
    """

    addressee: Addressee | None = None
    medium: str | None = None
    """`statement`, `TV interview`, `tweet`, `news conference`, …"""
    medium_span: Span | None = None
    time: Time | None = None
    place: Span | None = None
    venue: str | None = None
    """The outlet that obtained the statement (`told Reuters`, `on CNN`), by its fullest name."""
    venue_span: Span | None = None
    """The words that say so: `Reuters`, `the agency`."""
    venue_by: By | None = None


@frozen
class Link:
    """One step of the way a statement took: publisher, then outlets, then the speaker.

    >>> Link("outlet", "Reuters").name
    'Reuters'
    """

    role: Role
    name: str
    """As the article, or the caller, has it."""
    listed: str | None = field(default=None, kw_only=True)
    """An outlet's name on the list, where the list knows it: `Agence France-Presse` for `AFP`."""
    country: str | None = field(default=None, kw_only=True)
    """ISO 3166 code of the country its newsroom is in, where the list knows it."""
    kind: OutletKind | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    """The words that put the link there; None where the caller did."""
    by: By | None = field(default=None, kw_only=True)

    def to_dict(self) -> dict[str, Any]:
        return {
            "role": self.role,
            "name": self.name,
            "listed": self.listed,
            "country": self.country,
            "kind": self.kind,
            "span": _dict_or_none(self.span),
            "by": self.by,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Link:
        names = ("listed", "country", "kind", "by")
        span = _span_or_none(data.get("span"))
        return cls(
            data["role"], data["name"], span=span, **{name: data.get(name) for name in names}
        )


@frozen(kw_only=True)
class Record:
    """One provenance record: what was said, who said it, and who says so.

    Cue, source and speaker may be None; `who`, `how` and `what` are text whatever was found.

    >>> text = "“We are ready,” said Ana Ruiz."
    >>> record = Record(id="a#1", document=Document(text=text, id="a"), kind="direct",
    ...                 content=(Span.of(text, 0, 15),), cue=None, source=Span.of(text, 21, 29),
    ...                 speaker=None, chain=(), confidence=0.9, pattern="content-cue-source")
    >>> record.who, record.how, record.what
    ('Ana Ruiz', '', '“We are ready,”')
    >>> Record.from_dict(record.to_dict(), text) == record
    True
    """

    id: str
    """Unique in the document and the same on every run over the same text."""
    document: Document
    kind: Kind
    content: tuple[Span, ...]
    cue: Cue | None
    source: Span | None
    speaker: Speaker | None
    chain: tuple[Link, ...]
    circumstances: Circumstances = Circumstances()
    nested_in: str | None = None
    """`id` of the record in whose content this one stands."""
    confidence: float
    pattern: str

    @property
    def who(self) -> str:
        """The speaker's name, else the source's words, else `?`: for reading, always text."""
        if self.speaker:
            return self.speaker.name
        return " ".join(self.source.text.split()) if self.source else "?"

    @property
    def how(self) -> str:
        """The cue's words; empty where no cue stands with the statement."""
        return " ".join(self.cue.text.split()) if self.cue else ""

    @property
    def what(self) -> str:
        """The content on one line, ` … ` between the pieces of one that is split."""
        return " … ".join(" ".join(span.text.split()) for span in self.content)

    def to_dict(self) -> dict[str, Any]:
        """The JSON record, ready for `json.dumps`."""
        return {
            "id": self.id,
            "document": self.document.to_dict(),
            "kind": self.kind,
            "content": [span.to_dict() for span in self.content],
            "cue": _dict_or_none(self.cue),
            "source": _dict_or_none(self.source),
            "speaker": _dict_or_none(self.speaker),
            "chain": [link.to_dict() for link in self.chain],
            "addressee": _dict_or_none(self.circumstances.addressee),
            "medium": self.circumstances.medium,
            "medium_span": _dict_or_none(self.circumstances.medium_span),
            "time": _dict_or_none(self.circumstances.time),
            "place": _dict_or_none(self.circumstances.place),
            "venue": self.circumstances.venue,
            "venue_span": _dict_or_none(self.circumstances.venue_span),
            "venue_by": self.circumstances.venue_by,
            "nested_in": self.nested_in,
            "confidence": self.confidence,
            "pattern": self.pattern,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str = "") -> Record:
        """Read back what `to_dict` wrote, equal to it where the article's `text` is given too.

        KeyError where a field of the contract is missing.
        """
        addressee, time = data["addressee"], data["time"]
        return cls(
            id=data["id"],
            document=Document.from_dict(data["document"], text),
            kind=data["kind"],
            content=tuple(Span.from_dict(span) for span in data["content"]),
            cue=Cue.from_dict(data["cue"]) if data["cue"] else None,
            source=_span_or_none(data["source"]),
            speaker=Speaker.from_dict(data["speaker"]) if data["speaker"] else None,
            chain=tuple(Link.from_dict(link) for link in data["chain"]),
            circumstances=Circumstances(
                addressee=Addressee.from_dict(addressee) if addressee else None,
                medium=data["medium"],
                medium_span=_span_or_none(data.get("medium_span")),
                time=Time.from_dict(time) if time else None,
                place=_span_or_none(data.get("place")),
                venue=data.get("venue"),
                venue_span=_span_or_none(data.get("venue_span")),
                venue_by=data.get("venue_by"),
            ),
            nested_in=data["nested_in"],
            confidence=data["confidence"],
            pattern=data["pattern"],
        )


@frozen
class Note:
    """Something a reader of the records should know: a mark that never closes, scare quotes.

    >>> Note("never closed", Span.of("“No", 0, 1)).to_dict()["span"]["text"]
    '“'
    """

    reason: str
    span: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"reason": self.reason, "span": _dict_or_none(self.span)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Note:
        return cls(data["reason"], _span_or_none(data.get("span")))


Unheld = Literal[
    "title",
    "name",
    "nickname",
    "scare quotes",
    "single words",
    "no speaker found",
    "nobody says it",
]
"""Why no record holds a quotation."""


@frozen(kw_only=True)
class Entry:
    """A line of the ledger of quotations: an outermost one, and what became of it."""

    span: Span
    """From its first mark to its last, over all its paragraphs."""
    record: str | None = None
    """`id` of the record that holds it."""
    reason: Unheld | None = None
    """Why none does."""

    def to_dict(self) -> dict[str, Any]:
        return {"span": self.span.to_dict(), "record": self.record, "reason": self.reason}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Entry:
        return cls(
            span=Span.from_dict(data["span"]),
            record=data.get("record"),
            reason=data.get("reason"),
        )


def _dict_or_none(value: Span | Cue | Speaker | Addressee | Time | None) -> dict[str, Any] | None:
    return value.to_dict() if value is not None else None


def _span_or_none(data: Mapping[str, Any] | None) -> Span | None:
    return Span.from_dict(data) if data else None
