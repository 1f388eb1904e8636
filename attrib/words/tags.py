"""Part-of-speech tags, by a lexicon and, for words with more than one tag, by their neighbours.

The tags are those of the Penn Treebank, with `NNPS`, `JJR`, `JJS`, `RBR`, `RBS`, `WP$` and `PDT`
folded into their plain relatives; a mark of punctuation is its own tag. Four words in five have
one tag only, so that the weights are asked for one word in five.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any, NamedTuple

from attrib.knowledge import names, nouns
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.words import known_words, verbs
from attrib.words.tokens import OPEN, PADDING, Tokens

SEPARATOR = "/"
"""Stands between the tags of a word that may have several: `NN/VB`."""


class Lexicon(NamedTuple):
    """What tags a word may have."""

    classes: dict[str, str]
    """Tags of a word in lower case."""
    proper: frozenset[str]
    """Words that are names when they stand with a capital where any word would have one."""
    suffixes: dict[str, str]
    """Tags by the last letters of a word that is not in `classes`."""


def tag(tokens: Tokens, learned: Weights = SHIPPED) -> list[str]:
    """One tag a token, padded as the tokens are.

    >>> from attrib.words.tokens import tokenize
    >>> tag(tokenize("They will vote on the vote.", [], [(0, 27)]))[:7]
    ['PRP', 'MD', 'VB', 'IN', 'DT', 'NN', '.']
    """
    classes = word_classes(tokens, learned.once(_lexicon))
    choosers = learned.once(_choosers)
    words, tags = tokens.words, classes.copy()
    # From left to right, so that the tag before is known whenever a word has several.
    said = verbs.finite_forms()
    unsure = [
        i
        for i, found in enumerate(classes)
        if SEPARATOR in found
        or words[i] in said
        or (found == "NNS" and words[i - 1] in _SINGULAR)
        or (found == "VBN" and words[i - 1] == "who")
        or (found == "VB" and words[i - 1] in _POSSESSIVES)
        or (words[i] in _SAME_IN_PAST and words[i - 1] in _SINGULAR)
    ]
    for i in unsure:
        chooser = choosers.get(classes[i])
        if chooser is None:
            # A class too rare to learn weights for: its commonest tag stands first.
            tags[i] = classes[i].partition(SEPARATOR)[0]
        else:
            tags[i] = _chosen(chooser, views(words, classes, tags, i))
        if tags[i] == "VB" and words[i] in _SAME_IN_PAST and i and _has_subject(words, tags, i):
            tags[i] = "VBD"  # `It read: “No.”`, `The blast hurt six people`
        elif i and words[i] == "cost" and tags[i - 1] in _NOUNS and words[i + 1] in _BEFORE_PRICES:
            tags[i] = "VBD"  # `The plan cost far more`
        if tags[i] == "VB" and words[i - 1] in _POSSESSIVES and i:
            noun = nouns.lookup(words[i + 1])
            tags[i] = "NN" if noun is not None and noun.human else "VB"  # `her stall neighbour`
        if tags[i] == "VBG" and i and nouns.lookup(words[i]) is not None:
            determined = tags[i - 1] in _DETERMINED or tags[i - 2 : i] == ["DT", "NN"]
            if determined and ("VB" in classes[i + 1] or words[i + 1] in said):
                tags[i] = "NN"  # `a court filing states`, but `a man recording it`
        if tags[i] == "VBZ" and words[i - 1] in _RAISES and i and words[i] in _RAISED:
            tags[i] = "NNS"  # `It raised | hopes`
        elif tags[i] == "NNS" and words[i - 1] in _SINGULAR and i:
            tags[i] = "VBZ"
        elif tags[i] == "VBZ" and (
            said.get(words[i + 1]) == "VBP"
            if words[i - 1] in _BEFORE_PLURALS
            else classes[i - 1] == "NNP" and "VBP" in classes[i + 1]
        ):  # `Brandt fans insist`, and no name fans anything; `a form that advocates say is long`
            noun = nouns.lookup(words[i])
            tags[i] = "NNS" if noun is not None and noun.human and noun.plural else "VBZ"
        elif words[i] == "her" and classes[i + 1] in _AFTER_OBJECT:
            tags[i] = "PRP"
        elif tags[i] == "VBN" and tags[i - 1] == "WP" and i:
            tags[i] = "VBD"  # `who tested the pump`
        elif words[i] == "that" and tags[i] != "DT" and verbs.points(words, classes, tags, i):
            tags[i] = "DT"
        elif words[i] in verbs.RETORTS and words[i + 1] in verbs.BACK:
            tags[i] = verbs.retort(words, tags, i) or tags[i]
        elif words[i] in said:
            tags[i] = verbs.finite(words, tags, i, classes[i + 1]) or tags[i]
    for first, last in tokens.sentences:
        if tags[first] in _PARTICIPLES and last - first > _SHORTEST:
            verb = first + 1 + (tags[first + 1] == "RB" or words[first + 1] == "first")
            if words[verb] in _REPORTS and tags[verb] in ("VBD", "VBN", "VBZ", "NNS"):
                tags[first], tags[verb] = "NNP", "VBZ" if words[verb][-1] == "s" else "VBD"
        _find_verb(words, tags, first, last, said)
    if "@" in words:
        _name_handles(tokens, tags)
    return tags


def _has_subject(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb that looks like an infinitive has a subject, and no helper before it."""
    if words[i - 1] in _SINGULAR:
        return True
    return tags[i - 1] in _NOUNS and _HELPERS.isdisjoint(tags[max(0, i - _FURTHEST_HELPER) : i])


_NOUNS = frozenset(("NN", "NNP", "NNS"))
_HELPERS = frozenset(("TO", "MD", "VBD", "VBZ", "VBP", "VBG", "VB"))
_FURTHEST_HELPER = 6
_BEFORE_PRICES = frozenset(
    "far more about nearly almost around over at up too $ £ € him her them us me nothing".split()
)


def _find_verb(
    words: Sequence[str], tags: list[str], first: int, last: int, said: dict[str, str]
) -> None:
    """Make the word that may tell something the verb of a sentence that has no other: `Two of the
    firms | claim to lead`, `The first draft plainly | called for a wall`."""
    if last - first > _LONGEST_VERBLESS or not _FINITE.isdisjoint(tags[first:last]):
        return
    for i in range(first + 1, last - 2):
        found = said.get(words[i])
        if found is None or tags[i] not in ("NN", "NNS", "VBN"):
            continue
        before = i - 1 - (tags[i - 1] == "RB" and i - 1 > first)
        one, many = tags[before] in ("NN", "NNP", "PRP"), tags[before] == "NNS"
        agrees = {"VBZ": one, "VBP": many, "VBD": one or many}[found]
        to_do = words[i + 1] == "to" and tags[i + 2] == "VB"
        if agrees and (to_do or (found == "VBD" and words[i + 1] in ("for", "on", "that"))):
            tags[i] = found
            return


_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_LONGEST_VERBLESS = 40


_SAME_IN_PAST = frozenset("read put set cut hit shut split spread bet cost hurt cast quit".split())
_PARTICIPLES = frozenset(("VBN", "VBD"))
_REPORTS = frozenset("reported reports wrote writes".split())
_SHORTEST = 4
"""No participle opens a sentence before a verb: `Wired | first reported that`."""


def _name_handles(tokens: Tokens, tags: list[str]) -> None:
    """Make names of accounts: `@ana_ruiz`, but not of the ends of addresses."""
    for i, word in enumerate(tokens.words):
        if word != "@" or (i and tokens.ends[i - 1] == tokens.starts[i]):
            continue
        end = i + 1
        while end < len(tokens) and tokens.starts[end] == tokens.ends[end - 1]:
            if not (tokens.forms[end][0].isalnum() or tokens.forms[end][0] == "_"):
                break
            end += 1
        if end > i + 1:
            tags[i:end] = ["NNP"] * (end - i)


_RAISED = known_words.FELT | {"questions"}
_RAISES = known_words.STIRS | frozenset(
    """raised raising dashed dashing boosted boosting eased easing allayed allaying lifted lifting
    dampened dampening voiced voicing dismissed dismissing denied denying rejected rejecting drew
    drawing""".split()
)
"""What is done with hopes and claims, which are no verbs then."""
_POSSESSIVES = frozenset("his her their my our your its".split())
_SINGULAR = frozenset(("he", "she", "it"))
"""What no plural comes right after: `it complies`."""
_BEFORE_PLURALS = frozenset("that which as what and but".split())
_DETERMINED = frozenset(("DT", "PRP$"))
_AFTER_OBJECT = frozenset("PRP DT WP WRB MD . ,".split())
"""What follows `told her`, and never `her sister`."""


def _chosen(chooser: Chooser, seen: tuple[str | tuple[str, str], ...]) -> str:
    """The tag for which what is seen of a word speaks most."""
    options, tables, nothing = chooser
    found: list[Any] = list(map(dict.get, tables, seen, repeat(nothing)))
    if len(options) == 2:
        return options[sum(found) > 0]
    scores = [sum(column) for column in zip(*found, strict=True)]
    return options[scores.index(max(scores))]


PIECES = (
    "word",
    "word, tag before",
    "class after",
    "tag before, class after",
    "word before",
    "word after",
)
"""What is looked at to choose among the tags of a word."""


def views(
    words: Sequence[str], classes: Sequence[str], tags: Sequence[str], i: int
) -> tuple[str | tuple[str, str], ...]:
    """What `PIECES` show of the word at `i`, whose left neighbours are tagged."""
    word, before, after = words[i], tags[i - 1] if i else "", classes[i + 1]
    return word, (word, before), after, (before, after), words[i - 1], words[i + 1]


Chooser = tuple[tuple[str, ...], tuple[dict[Any, Any], ...], Any]
"""What the words of one class are tagged by: their tags; for each of `PIECES`, by what was seen,
the weights of the tags or, where there are but two, that of the second over the first; and the
weight of what was never learned."""


def _choosers(learned: Weights) -> dict[str, Chooser]:
    return learned.table("tags", make_choosers)


def make_choosers(learned: Weights) -> dict[str, Chooser]:
    """What the words of each class are tagged by."""
    choosers: dict[str, Chooser] = {}
    equal: dict[Any, Any] = {}  # equal weights are one object: there are few that differ
    for (looked_at, of_class, *seen), weights in learned.pieces("tags"):
        found = str(of_class)
        if found not in choosers:
            options = tuple(found.split(SEPARATOR))
            nothing = 0.0 if len(options) == 2 else (0.0,) * len(options)
            choosers[found] = options, tuple({} for _ in PIECES), nothing
        row = tuple(map(float, weights.split(" ")))
        weighed = row[1] - row[0] if len(row) == 2 else row
        key = seen[0] if len(seen) == 1 else tuple(seen)
        choosers[found][1][PIECES.index(str(looked_at))][key] = equal.setdefault(weighed, weighed)
    return choosers


def word_classes(tokens: Tokens, lexicon: Lexicon) -> list[str]:
    """The tags that each token may have, padded: `NN/VB` for `plan`."""
    known, proper, suffixes = lexicon
    forms, words = tokens.forms, tokens.words
    classes = [
        "NNP" if form[:1].isupper() else known.get(word) or _untold(word, suffixes)
        for form, word in zip(forms[: len(tokens)], words, strict=False)
    ]
    for first, last in tokens.sentences:
        # A capital tells nothing where any word would have one.
        untold = [first]
        if 3 * classes[first:last].count("NNP") >= last - first and is_title_case(
            forms, first, last
        ):
            untold = list(range(first, last))
        elif OPEN in words[first:last]:
            untold += [i for i in range(first + 1, last) if words[i - 1] in _BEFORE_CAPITALS]
            untold += [
                i
                for i in range(first + 3, last)
                if words[i - 1] == "." and len(words[i - 2]) > _SHORT and forms[i - 2].islower()
            ]
            untold += [
                i
                for i in range(first + 1, last)
                if words[i - 1] in _PUTS_IN and not forms[i].isupper()
            ]
        for i in untold:
            if classes[i] == "NNP" and words[i] not in proper:
                classes[i] = known.get(words[i], "NNP")
    _name_particles(tokens, classes)
    return classes + [""] * PADDING


_SHORT = 2
"""Letters of words before a full stop that may be cut short: `no.`, `vs.`."""
_BEFORE_CAPITALS = frozenset((OPEN, "!", "?"))
_PUTS_IN = frozenset("[(")
"""What opens an editor's words, which may begin a sentence: `“We waited. [She] called.”`"""


def _name_particles(tokens: Tokens, classes: list[str]) -> None:
    """Make names of the small words before a surname, `Ana | van der | Laan`, `Tom | al-Masri`, and
    of the full stops of initials: `K | . | R | . | Lund`."""
    forms, words = tokens.forms, tokens.words
    finals = {last - 1 for _, last in tokens.sentences}
    spots = [
        i
        for i, word in enumerate(words[: len(tokens)])
        if word in _PARTICLES or word == "." or "-" in word or "'" in word
    ]
    after: dict[int, str] = {}  # past particles, the form that follows them
    for i in reversed(spots):
        word, following = words[i], after.get(i + 1) or forms[i + 1]
        if word in _PARTICLES:
            beside = i > 0 and forms[i - 1][0].isupper()
            if following[:1].isupper() and (beside or word not in _ALSO_WORDS):
                classes[i] = "NNP"
                after[i] = following
        elif word == ".":
            initial = len(words[i - 1]) == 1 and forms[i - 1].isupper()
            if initial and following[:1].isupper() and i not in finals:
                classes[i - 1] = classes[i] = "NNP"
        elif names.has_article(forms[i]):
            classes[i] = "NNP"


_PARTICLES = names.PARTICLES - {"in", "op", "do", "y", "st."}
_ALSO_WORDS = frozenset(("ten", "den"))
"""Particles of names that are plain words where no name stands before them."""


def is_title_case(forms: Sequence[str], first: int, last: int) -> bool:
    """Whether most words of a sentence have a capital, as in a headline, so that none tells.

    >>> is_title_case("Mayor Vows To Cut Fares by June".split(), 0, 7)
    True
    """
    long = [form for form in forms[first:last] if len(form) > 3]
    return last - first < 40 and sum(form[0].isupper() for form in long) >= 0.75 * len(long) > 1


def _untold(word: str, suffixes: dict[str, str]) -> str:
    """Tags of a word that was never learned: an `inquest` is a noun, whatever its ending says."""
    noun = nouns.lookup(word)
    if noun is not None:
        return "NNS" if noun.plural else "NN"
    return _by_shape(word, suffixes)


def _by_shape(word: str, suffixes: dict[str, str]) -> str:
    if word[0].isdigit():
        return "CD"
    if not word[0].isalnum() and word[0] not in "'$%":
        return word[0] if word[0] != SEPARATOR else ":"
    for length in (4, 3, 2, 1):
        if len(word) > length + 1 and word[-length:] in suffixes:
            return suffixes[word[-length:]]
    return "NN"


def _lexicon(learned: Weights) -> Lexicon:
    found = Lexicon(*learned.table("words", make_lexicon))
    found.classes.update(known_words.TAGS)
    for form, classes in verbs.clausal_forms().items():
        found.classes.setdefault(form, classes)
    return found


def is_plain(word: str) -> bool:
    """Whether a word in small letters is one that articles have, and not only as a name.

    >>> is_plain("streets"), is_plain("orvale")
    (True, False)
    """
    return word in SHIPPED.once(_lexicon).classes


def make_lexicon(learned: Weights) -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    """The members of a `Lexicon`, as learned."""
    classes, proper, suffixes = parse_lexicon(learned.lines("words"))
    return classes, proper, suffixes


def parse_lexicon(lines: Sequence[str]) -> Lexicon:
    """A lexicon from lines `TAGS<tab>WORD WORD …`; suffixes are written `-ing`.

    >>> lexicon = parse_lexicon(["NN/VB\\tplan", "NNP\\truiz", "NNP/VB\\ttrump", "VBG\\t-ing"])
    >>> lexicon.classes, sorted(lexicon.proper), lexicon.suffixes
    ({'plan': 'NN/VB', 'trump': 'VB'}, ['ruiz', 'trump'], {'ing': 'VBG'})
    """
    classes: dict[str, str] = {}
    suffixes: dict[str, str] = {}
    proper: list[str] = []
    for line in lines:
        tags, _, words = line.partition("\t")
        for word in words.split(" "):
            if word.startswith("-") and len(word) > 1:
                suffixes[word[1:]] = tags
            elif tags.startswith("NNP"):
                proper.append(word)
            if not word.startswith("-") and tags != "NNP":
                classes[word] = tags.removeprefix("NNP" + SEPARATOR)
    return Lexicon(classes, frozenset(proper), suffixes)
