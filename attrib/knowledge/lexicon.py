"""The closed lexicon of cue words: which words attribute, and what sort of act each one names.

The words stand in `data/cues.tsv`, one lemma and part of speech a line. Their ten classes:

statement: says that something is so; also the neutral words of reporting.

>>> cue_class("announce"), cue_class("allegation"), cue_class("reportedly")
('statement', 'statement', 'statement')

question: asks, or looks into what is not known.

>>> cue_class("ask"), cue_class("inquiry")
('question', 'question')

denial: says that something is not so, or turns it down.

>>> cue_class("deny"), cue_class("refusal")
('denial', 'denial')

promise: what the source itself will do: promises, threats, plans, decisions, attempts.

>>> cue_class("vow"), cue_class("plan"), cue_class("determined")
('promise', 'promise', 'promise')

order: what others shall do: orders, decrees, rulings, demands, requests, advice.

>>> cue_class("order"), cue_class("ruling"), cue_class("urge")
('order', 'order', 'order')

belief: what the source holds to be so, without the article saying that it was put in words.

>>> cue_class("believe"), cue_class("view"), cue_class("convinced")
('belief', 'belief', 'belief')

attitude: for or against, wanting or fearing: support, criticism, praise, hope, worry.

>>> cue_class("endorse"), cue_class("blast"), cue_class("hope"), cue_class("worried")
('attitude', 'attitude', 'attitude', 'attitude')

perception: what is seen, heard, found or shown, or merely seems so.

>>> cue_class("find"), cue_class("show"), cue_class("apparently")
('perception', 'perception', 'perception')

expectation: what is expected to happen.

>>> cue_class("predict"), cue_class("forecast")
('expectation', 'expectation')

disclosure: whether the source would speak at all; decided by the whole cue (`classify`).

>>> classify("declined to comment", "comment")[1], classify("did not return a call")[1]
('disclosure', 'disclosure')
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, cast

from attrib.knowledge.nouns import rows
from attrib.knowledge.shipped import packed
from attrib.lazily import regex
from attrib.model import CueClass

Part = Literal["verb", "noun", "adjective", "adverb", "preposition"]
Polarity = Literal["positive", "negative"]


class Entry(NamedTuple):
    """One line of the lexicon."""

    lemma: str
    """May be several words: `point out`, `according to`."""
    part: Part
    cue_class: CueClass
    listed: tuple[str, ...] = ()
    """Forms that the rules for regular ones do not make."""


class _Tables(NamedTuple):
    """The lexicon, indexed for the look-ups below."""

    by_form: dict[str, tuple[Entry, ...]]
    """Entries of one word by each of their forms, verbs first."""
    by_lemma: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[Entry, ...]]
    """Entries of several words, by the lemma of the first."""
    heads: dict[str, str]
    """Forms of the first words of phrases, to their lemma."""


def entries(form: str) -> tuple[Entry, ...]:
    """The entries a word may be a form of, verbs first; empty where it is no cue word.

    >>> [(entry.lemma, entry.part) for entry in entries("claims")]
    [('claim', 'verb'), ('claim', 'noun')]
    """
    return _tables().by_form.get(form.lower(), ())


def lemmas(part: Part) -> Iterator[str]:
    """Every word of the lexicon that is that part of speech."""
    for lemma, found in _tables().by_lemma.items():
        if " " not in lemma and any(entry.part == part for entry in found):
            yield lemma


def lemma(word: str) -> str:
    """The dictionary form of an inflected word; words outside the lexicon go by their suffix.

    >>> [lemma(word) for word in ("said", "Tweeted", "planned", "denies", "thought", "criticised")]
    ['say', 'tweet', 'plan', 'deny', 'think', 'criticize']
    >>> lemma("parties"), lemma("grabbed")
    ('party', 'grab')
    """
    form = word.lower()
    tables = _tables()
    found = tables.by_form.get(form)
    if found:
        return found[0].lemma
    return tables.heads.get(form) or _strip_suffix(form)


def cue_class(lemma: str, part: Part | None = None) -> CueClass:
    """The class of a lemma, as that part of speech where it has several; `statement` if unknown.

    >>> cue_class("judgment", "noun"), cue_class("call for"), cue_class("unheard-of")
    ('belief', 'attitude', 'statement')
    """
    found = _tables().by_lemma.get(lemma.lower(), ())
    for entry in found:
        if part is None or entry.part == part:
            return entry.cue_class
    return found[0].cue_class if found else "statement"


def forms(lemma: str, part: Part | None = None) -> tuple[str, ...]:
    """Every form of a lemma in the lexicon, the lemma first; empty where it is unknown.

    >>> forms("deny"), forms("know", "verb")
    (('deny', 'denies', 'denied', 'denying'), ('know', 'knows', 'knew', 'known', 'knowing'))
    >>> forms("point out")
    ('point out', 'points out', 'pointed out', 'pointing out')
    """
    found = _tables().by_lemma.get(lemma.lower(), ())
    made = [f for entry in found if part in (None, entry.part) for f in _inflect(entry)]
    return tuple(dict.fromkeys(made))


@lru_cache(512)
def classify(cue_text: str, head: str | None = None) -> tuple[str, CueClass, Polarity]:
    """Lemma, class and polarity of a whole cue, whose main word may be given.

    The lemma takes in a particle that changes its meaning. Negative are cues that say that it was
    not said, thought or done, and all that say that the source would not speak.

    >>> classify("has repeatedly denied", "denied")
    ('deny', 'denial', 'positive')
    >>> classify("has called for")
    ('call for', 'attitude', 'positive')
    >>> classify("never said"), classify("without saying")
    (('say', 'statement', 'negative'), ('say', 'statement', 'negative'))
    >>> classify("refused to say")
    ('say', 'disclosure', 'negative')
    >>> classify("did not immediately respond to a request for comment", "respond")
    ('respond', 'disclosure', 'negative')
    """
    words = _WORD.findall(cue_text.lower())
    at = _head_index(words, head.lower() if head else None)
    if at < 0:
        return cue_text.lower(), "statement", "positive"
    base, part = _base(words, at)
    chosen = _phrase(base, words[at + 1 :]) or base
    if len(words) > 1 and _may_withhold(cue_text) and _WITHHELD.search(cue_text):
        return chosen, "disclosure", "negative"
    negated = any(
        _NEGATOR.fullmatch(word) and words[i + 1] not in _NOT_ONLY
        for i, word in enumerate(words[:at])
    ) or (words[at + 1 : at + 2] == ["nothing"])
    return chosen, cue_class(chosen, part), "negative" if negated else "positive"


_WORD = regex.compile(r"\w++(?:[-'’]\w++)*+")
_NEGATOR = regex.compile(
    r"not|never|no|nor|neither|cannot|without|hardly|\w{1,6}n['’]t|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)"
)
_NOT_ONLY = frozenset({"only", "just", "merely", "simply"})
"""After `not`: `not only said` was said."""
_NOUN_SIGNS = frozenset(
    ["a", "an", "the", "no", "any", "his", "her", "their", "its", "my", "our", "your", "this", "s"]
)
_BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "being", "not"])
_PARTICLES = frozenset(
    ["to", "of", "on", "in", "at", "by", "for", "from", "with", "about", "over", "up", "out", "as"]
)
_WITHHELD = regex.compile(
    r"""(?ix)
    \b (?: declin(?:e[sd]?|ing) | refus(?:e[sd]?|ing) ) \h to \h (?:\w++\h){0,2}?
       (?: comment | say | speak | talk | discuss | answer | respond | elaborate | disclose | reveal
         | identify | name | confirm | explain | clarify | specify | provide | address | be ) \b
  | \b (?: not | never | \w{1,6}n['’]t ) \h (?:\w++\h){0,2}?
       (?: respond | responded | repl(?:y|ied) | return | returned | comment | commented ) \b
  | \b (?: will | would | could | can ) (?: n['’]t | not | \h not ) \h (?:\w++\h){0,2}?
       (?: say | comment | discuss | elaborate | specify | disclose | identify
         | be \h (?: reached | drawn ) ) \b
  | \b w (?: on | ould ) ['’]t \h (?: say | comment | discuss | elaborate ) \b
  | \b (?: no \h (?:immediate \h)? (?: comment | response )
       | (?: un | not \h (?:immediately \h)? ) available \h for \h (?:\w++\h)? comment ) \b
    """
)


_WITHHOLDING = ("declin", "refus", "not", "never", "n't", "n’t", "no ", "unavailable")
"""One of these is in all that `_WITHHELD` finds."""


def _may_withhold(cue_text: str) -> bool:
    low = cue_text.lower()
    return any(sign in low for sign in _WITHHOLDING)


def _head_index(words: list[str], head: str | None) -> int:
    """Where the word stands that makes these a cue; -1 where there are no words.

    The first verb of the lexicon, but in `refused to say` the second; else its first word; else
    the last word that is no particle.
    """
    tables = _tables()
    if head is not None and head in words:
        return words.index(head)
    first = -1
    for i, word in enumerate(words):
        if word in tables.heads and _phrase(tables.heads[word], words[i + 1 :]):
            return i
        found = tables.by_form.get(word)
        if not found:
            continue
        if found[0].part == "verb":
            after = words[i + 1 : i + 4]
            if not (_NEGATOR.fullmatch(word) and after[:1] == ["to"] and any(map(entries, after))):
                return i
        if first < 0:
            first = i
    if first >= 0:
        return first
    return max((i for i, w in enumerate(words) if w not in _PARTICLES), default=len(words) - 1)


def _base(words: list[str], at: int) -> tuple[str, Part | None]:
    """Lemma and part of speech of the word at an index, a noun after an article or possessive."""
    found = _tables().by_form.get(words[at])
    if not found:
        return lemma(words[at]), None
    before = words[at - 1] if at else ""
    if before in _NOUN_SIGNS or before.endswith(("'s", "’s")):
        wanted = "noun"
    elif before in _BE:
        wanted = "adjective"
    else:
        wanted = found[0].part
    entry = next((entry for entry in found if entry.part == wanted), found[0])
    return entry.lemma, entry.part


def _phrase(base: str, rest: list[str]) -> str | None:
    """The lemma of several words that begins with `base` and goes on in `rest`."""
    for entry in _tables().phrases.get(base, ()):
        tail = entry.lemma.split()[1:]
        if rest[: len(tail)] == tail:
            return entry.lemma
    return None


@cache
def _tables() -> _Tables:
    members, *indexes, heads = _cue_words()
    entries = list(map(Entry._make, members))
    by_form, by_lemma, phrases = (
        {word: tuple([entries[i] for i in at]) for word, at in index.items()} for index in indexes
    )
    return _Tables(by_form, by_lemma, phrases, heads)


@packed("cues.tsv")
def _cue_words() -> tuple[Any, ...]:
    """The members of all entries, then those of `_Tables` with the entries' indices for them."""
    entries: list[Entry] = []
    by_form: dict[str, tuple[int, ...]] = {}
    by_lemma: dict[str, tuple[int, ...]] = {}
    phrases: dict[str, tuple[int, ...]] = {}
    heads: dict[str, str] = {}
    for at, (word, part, name, *listed) in enumerate(rows("cues.tsv")):
        entry = Entry(
            word,
            cast(Part, part),
            cast(CueClass, name),
            tuple(listed[0].split()) if listed else (),
        )
        entries.append(entry)
        by_lemma[word] = (*by_lemma.get(word, ()), at)
        if " " in word:
            first = "according" if word == "according to" else word.split()[0]
            phrases[first] = (*phrases.get(first, ()), at)
            for form in _inflect(entry):
                heads[form.split()[0]] = first
        else:
            for form in _inflect(entry):
                known = by_form.get(form, ())
                by_form[form] = (at, *known) if part == "verb" else (*known, at)
    return [tuple(entry) for entry in entries], by_form, by_lemma, phrases, heads


_VOWELS = "aeiou"
_DOUBLING = regex.compile(r"(?:qu|[^aeiou])*[aeiou][bdfgklmnprstvz]")
"""Words of one syllable and one short vowel: plan, plan·n·ed."""
_DOUBLE_L = regex.compile(r".*[aeiou][^aeiou]+[aeiou]l")
"""`labeled` is American, `labelled` British; both are read."""


@cache
def _inflect(entry: Entry) -> tuple[str, ...]:
    """All forms of an entry; of several words, the first is inflected if it is a verb."""
    first, space, rest = entry.lemma.partition(" ")
    if entry.part == "verb":
        made = verb_forms(first, entry.listed)
    elif entry.part == "noun" and not rest:
        made = (first, *(entry.listed or (_with_s(first),)))
    else:
        return (entry.lemma,)
    return tuple(form + space + rest for form in made) if rest else made


def verb_forms(verb: str, listed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The forms of a verb, by rule but for those listed: `snap snaps snapped snapping`."""
    stem = verb + verb[-1] if len(verb) < 6 and _DOUBLING.fullmatch(verb) else verb
    past = tuple(form for form in listed if not form.endswith("ing"))
    participle = tuple(form for form in listed if form.endswith("ing"))
    made = (verb, _with_s(verb), *(past or (_with_ed(stem),)), *(participle or (_with_ing(stem),)))
    if verb.endswith("ize"):
        british = verb[:-2] + "se"
        made += (british, british + "s", british + "d", british[:-1] + "ing")
    elif verb[-1] == "l" and not listed and _DOUBLE_L.fullmatch(verb):
        made += (verb + "led", verb + "ling")
    return tuple(dict.fromkeys(made))


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "es" if word in ("veto", "echo", "go") else word + "s"


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"


_DROPPED_E = regex.compile(
    r".*(?:[cuvz]|[^s]s|dg|[bdfgkpt]l|[^aeiou](?:[aiu][dmr]|[aou]t|[ai][kp]|in|ok))"
)
"""Stems that lost an e: `reduc·ed`, `clos·ing`, `provid·ed`, `settl·ed`."""


_SOUNDED = frozenset("aeiouy")


def _strip_suffix(form: str) -> str:
    """A guess for words outside the lexicon."""
    if form.endswith(("ies", "ied")) and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ss", "us", "is")) or len(form) < 4:
        return form
    if form.endswith("es") and form[:-2].endswith(("ss", "x", "ch", "sh", "zz")):
        return form[:-2]
    if form.endswith("s"):
        return form[:-1]
    for suffix in ("ed", "ing"):
        stem = form.removesuffix(suffix)
        if stem != form and len(stem) > 1 and not _SOUNDED.isdisjoint(stem):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem + "e" if _DROPPED_E.fullmatch(stem) else stem
    return form
