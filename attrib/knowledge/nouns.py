"""Common nouns for those who speak: one person, a body, a document, a group.

The words stand in `data/roles.tsv`, `titles.tsv`, `organizations.txt`, `documents.txt` and
`groups.txt`, with plurals made here, and `peoples.txt`; `known_bodies.txt` has names of bodies,
`body_names.txt` what such names end in.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from attrib.knowledge.shipped import packed, read

Category = Literal["title", "person", "kin", "organization", "document", "group"]
Gender = Literal["m", "f"]


class Noun(NamedTuple):
    """What a common noun says of whoever it names."""

    lemma: str
    """Singular, abbreviation written out: `senator` for `Sens.`."""
    category: Category
    """`title` is a position of authority or a profession; `person` any other single person."""
    gender: Gender | None = None
    plural: bool = False

    @property
    def human(self) -> bool:
        """Whether it names one person, or several by what each of them is."""
        return self.category in ("title", "person", "kin")


def lookup(word: str) -> Noun | None:
    """The noun a word is a form of, in any case; None for every other word.

    >>> lookup("Congresswoman")
    Noun(lemma='congresswoman', category='title', gender='f', plural=False)
    >>> lookup("sens.").lemma, lookup("surveys").category, lookup("residents").plural
    ('senator', 'document', True)
    >>> lookup("yesterday") is None, lookup("Cuban-Americans").lemma
    (True, 'americans')
    """
    low = word.lower()
    found = _forms().get(low)
    if found is None and low.startswith(_PREFIXES):
        found = _forms().get(low.partition("-")[2])
        return found if found is not None and found.human else None
    if found is None and "-" in low and (people := low.rpartition("-")[2]) in peoples():
        return _forms()[people]
    return found


_PREFIXES = ("counter-", "ex-", "co-", "non-", "anti-", "half-")
"""With which people are what they are without, or the reverse: `counter-protesters`."""


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies, in the singular; some of them are roles as well: `guard`.

    >>> "guard" in bodies(), "mayor" in bodies()
    (True, False)
    """
    return frozenset(word for (word,) in rows("organizations.txt"))


@cache
def peoples() -> frozenset[str]:
    """Peoples and faiths, in the plural: whoever is named with one at the end is many.

    >>> "sikhs" in peoples(), "rangers" in peoples()
    (True, False)
    """
    return frozenset(word for (word,) in rows("peoples.txt"))


@cache
def name_ends() -> frozenset[str]:
    """Words that make a body's name of a name that ends in them, and are no nouns for bodies.

    >>> "rovers" in name_ends(), "ruiz" in name_ends()
    (True, False)
    """
    return frozenset(word for (word,) in rows("body_names.txt"))


@cache
def known_bodies() -> frozenset[str]:
    """Bodies that news calls by one word, or by several that look like a person’s name.

    >>> "Airbus" in known_bodies(), "Ruiz" in known_bodies()
    (True, False)
    """
    return frozenset(name for (name,) in rows("known_bodies.txt"))


@cache
def courtesy() -> dict[str, tuple[str | None, Gender | None]]:
    """Titles that stand before a name: the role each stands for and the gender it tells.

    >>> courtesy()["mrs."], courtesy()["gov."]
    ((None, 'f'), ('governor', None))
    """
    return {form: (_or_none(role), _gender(gender)) for form, role, gender in rows("titles.tsv")}


def rows(filename: str) -> list[list[str]]:
    """The lines of a file in `data`, cut at tabs; comments are left out."""
    lines = read(filename).decode().splitlines()
    return [line.split("\t") for line in lines if line and line[0] != "#"]


def pairs(filename: str) -> dict[str, str]:
    """The lines of a long file in `data` that has two columns, and comments on top only.

    >>> pairs("given_names.tsv")["maria"]
    'f'
    """
    text = read(filename).decode()
    while text.startswith("#"):
        text = text.partition("\n")[2]
    cells = iter(text.replace("\n", "\t").split("\t"))
    return dict(zip(cells, cells, strict=False))


def plural(word: str) -> str:
    """The plural of a noun.

    >>> plural("spokeswoman"), plural("attorney"), plural("survey"), plural("study")
    ('spokeswomen', 'attorneys', 'surveys', 'studies')
    """
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


@cache
def _forms() -> dict[str, Noun]:
    """Every form of every noun; a word that is also a role is the role."""
    forms = _nouns()
    return dict(zip(forms, map(Noun._make, forms.values()), strict=True))


@packed(
    *("organizations.txt", "documents.txt", "groups.txt", "peoples.txt", "roles.tsv", "titles.tsv")
)
def _nouns() -> dict[str, tuple[Any, ...]]:
    """The members of the noun for each form."""
    forms: dict[str, Noun] = {}
    bodies: tuple[tuple[str, Category], ...] = (
        ("organizations.txt", "organization"),
        ("documents.txt", "document"),
    )
    for filename, category in bodies:
        for (word,) in rows(filename):
            forms[plural(word)] = Noun(word, category, None, True)
            forms[word] = Noun(word, category)
    for (word,) in (*rows("groups.txt"), *rows("peoples.txt")):
        forms[word] = Noun(word, "group", None, True)
    for word, name, gender in rows("roles.tsv"):
        category = _category(name)
        forms[plural(word)] = Noun(word, category, _gender(gender), True)
        if word.endswith("person") and word != "person":
            forms.setdefault(f"{word[:-6]}people", forms[plural(word)])
        forms[word] = Noun(word, category, _gender(gender))
    for form, (role, gender_told) in courtesy().items():
        if role is not None:
            several = form in ("sens.", "reps.", "govs.", "revs.", "mps", "meps", "cllrs")
            forms.setdefault(form, Noun(role, "title", gender_told, several))
    return {form: tuple(noun) for form, noun in forms.items()}


def _category(name: str) -> Category:
    if name == "title" or name == "person" or name == "kin":
        return name  # type: ignore[return-value]
    raise ValueError(f"roles.tsv: not a category: {name!r}")


def _gender(told: str) -> Gender | None:
    return "m" if told == "m" else "f" if told == "f" else None


def _or_none(told: str) -> str | None:
    return None if told == "-" else told
