"""Names of outlets told by the article that they begin with: `The Ledger`, `Le Phare`.

A text in, the names out. An article alone makes no outlet: the words around must speak of one, so
that `told The Ledger` is found and `in La Plata` is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge import names, nationalities, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.outlets.runs import CAPITAL, WORD, Form, first_name, is_word
from attrib.outlets.surroundings import SPEAKS_BEFORE, speaks_of_outlet

_CAPITAL_ARTICLE = re.compile(
    rf"(?<=[\w,][ \xa0])The\s(?P<bare>(?:{WORD}|\d[\w.]*)(?:\s{WORD}){{0,3}})"
)
"""A capital article within a sentence is a periodical's: `according to The Assembly`."""
_FOREIGN = ("La", "Le", "Les", "El", "Il", "Der", "Die", "Das", "Los", "De", "Het", "Las", "Gli")
_FOREIGN_NAME = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(_FOREIGN)})\s{WORD}(?:\s(?:(?:de|del|della|du|des|van|der)\s)?{WORD}){{0,2}}"
)
"""`La Hora de Orvale`, `Le Phare`, of whatever language."""
_GOES_ON = re.compile(rf"\s(?:of|for|in|and|&)\s(?:the\s)?[{CAPITAL}]")
_NO_OUTLETS = ("Hague", "Gambia", "Bronx")


def find(text: str) -> Iterator[Form]:
    """Names that begin with an article which only an outlet's has there, in no order.

    >>> [form.name for form in find("In a statement to The Lamp, she said so. Le Phare wrote it.")]
    ['The Lamp', 'Le Phare']
    >>> list(find("She told The Orvale Bank so, and went to La Plata and The Hague."))
    []
    """
    yield from _with_capital(text)
    yield from _foreign(text)


def _with_capital(text: str) -> Iterator[Form]:
    for match in _CAPITAL_ARTICLE.finditer(text):
        start = match.start()
        if not SPEAKS_BEFORE.search(text[max(0, start - 40) : start]):
            continue
        start = match.start("bare")
        bare = first_name(match["bare"])
        if nationalities.countries(bare) is not None or bare in _NO_OUTLETS:
            continue
        if " " in bare and _names_body(bare):
            continue  # `told The Salvation Army`
        if _GOES_ON.match(text, start + len(bare)):
            continue  # `told The Church of England`
        yield Form(match.start(), start + len(bare), f"The {bare}", None)


def _foreign(text: str) -> Iterator[Form]:
    for match in _FOREIGN_NAME.finditer(text):
        name = first_name(match[0])
        first, _, rest = name.partition(" ")
        start, end = match.start(), match.start() + len(name)
        if not rest or not is_word(text, start) or place(name) is not None:
            continue
        if names.is_given(first) or nationalities.countries(name) or _is_surname(text, name):
            continue
        if _names_body(name) or not speaks_of_outlet(text, start, end):
            continue
        yield Form(start, end, name, None)


def _names_body(name: str) -> bool:
    """Whether a name ends as those of bodies do: `Orvale Bank`."""
    last = name.rpartition(" ")[2]
    noun = nouns.lookup(last)
    return last.lower() in nouns.name_ends() or (
        noun is not None and noun.category == "organization"
    )


def _is_surname(text: str, name: str) -> bool:
    """Whether somebody has the name as a surname: `Marine Le Pen`, then `Le Pen`."""
    return re.search(rf"[{CAPITAL}][a-z]+ {re.escape(name)}", text) is not None
