"""Hypothesis strategies for articles, from believable news to what no editor would let through.

Nothing here is taken from others' articles: the sentences are put together from short lists, or
are those of our own fixtures with words cut out, put in, repeated and swapped.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

FULL = 100
"""Examples of a property that asks for no number, in the profile `full`."""
EXAMPLES = int(os.environ.get("ATTRIB_EXAMPLES", "0"))
"""How many examples each property is tried on; 0 leaves that to the profile."""


def examples(in_full: int) -> settings:
    """Settings of a property: `in_full` examples, or as many as `ATTRIB_EXAMPLES` asks for.

    The profile `quick`, which is the default, tries a quarter of them.
    """
    share = settings.default.max_examples / FULL if settings.default else 1
    return settings(max_examples=EXAMPLES or max(10, round(in_full * share)))


MARKS = (*"“”‘’\"'«»„‟‹›`‚", "``", "''", "‘‘", "’’")
_PAIRS = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''"))
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\r\n\r\n", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029")
ODD = (
    *("\0", "\x01", "\x7f", "\ufeff", "\ufffd", "\uffff", "\ud800", "\udfff", "\udc80"),
    *("\u0301", "e\u0301", "\u0338", "\u20dd", "\u200b", "\u200d", "\u2060", "\u00ad", "\xa0"),
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2067", "\u2069", "\u061c"),
    *("🙂", "👩\u200d👩\u200d👧", "🇵🇪", "𝔸", "\U0010ffff", "שלום", "قال", "他说", "١٢", "²", "Ⅷ"),
    # Letters whose case changes their number, or that are like ASCII ones only in capitals.
    *("İ", "ı", "ſ", "K", "ß", "ẞ", "ŉ", "ǰ", "ﬁ", "ΐ", "ς", "ǅ", "ᾳ", "Å"),
)
NAMES = (
    *(
        "Ana Ruiz",
        "Ruiz",
        "Bob Cole",
        "Cole",
        "Gen. Li Wu",
        "Sen. Ann O’Hara (D-Ohio)",
        "Mr. Stone",
    ),
    *(
        "Mayor Ana Ruiz",
        "Jean-Luc de la Tour",
        "A. B. Cole",
        "Cole Jr.",
        "Dr. Okoro",
        "Li “Ace” Wu",
    ),
    *("the mayor", "a spokesman for the ministry", "the ministry", "police", "officials", "he"),
    *(
        "she",
        "they",
        "it",
        "who",
        "I",
        "we",
        "one official, who asked not to be named",
        "the union",
    ),
    *("Reuters", "the Riverton Gazette", "The Post", "CNN", "a report", "the statement", "Lima"),
    *("Ana Ruiz, the mayor of Lima,", "Ruiz, 54, a nurse,", "her lawyer, Bob Cole,", "Riverton"),
)
CUES = (
    *("said", "says", "told", "told reporters", "asked", "added", "wrote", "claimed", "denied"),
    *("according to", "according to a statement from", "did not say", "declined to comment"),
    *(
        "has repeatedly said",
        "tweeted",
        "said on Monday",
        "told Reuters in an interview",
        "believes",
    ),
    *("'s claim", "’s statement", "the claim that", "was quoted as saying", "thinks", "expects"),
    *("said that", "said:", "asked whether", "announced", "warned", "is said to", "reportedly"),
    *("said at a news conference in Lima on Sept. 5, 2021,", "told the Riverton Gazette"),
)
CONTENTS = (
    *(
        "we are ready",
        "it rained",
        "We will not go",
        "the dam held",
        "No",
        "prices rose 4.5 percent",
    ),
    *("the mayor lied", "he had left", "Why now?", "Go!", "it is the U.S. that pays", "I know it"),
    *("she told him that he said no", "Ruiz said it was over", "taxes, rents and fares would rise"),
)
WORDS = (
    *("the", "a", "of", "and", "but", "that", "which", "not", "to", "in", "on", "Monday", "2021"),
    *("U.S.", "Mr.", "p.m.", "No.", "5'10\"", "workers’", "’90s", "'em", "state-run", "so-called"),
    *(",", ".", "?", "!", ":", ";", "—", "–", "--", "-", "…", "...", "(", ")", "[", "]", "/", "'s"),
    *("By Ana Ruiz", "Published: 5 May 2021", "KYIV, Sept 20 (Reuters) - ", "(Reuters)", "Source:"),
    *("Reporting by Ana Ruiz; Editing by Bob Cole", "Story Code: 77", "https://a.example/b?c=d"),
    *(
        "<b>",
        '<a href="x">',
        "&quot;",
        "@ruiz",
        "#dam",
        "http://",
        "statement",
        "interview",
        "=1+1",
    ),
)
PIECES = st.sampled_from(
    [*MARKS, *BREAKS, *ODD, *NAMES, *CUES, *CONTENTS, *WORDS, *[" "] * 40, *["\n\n"] * 4]
)

soup = st.lists(PIECES, max_size=40).map("".join)
"""Marks, cues, names and oddities in no order."""


@st.composite
def statements(draw: st.DrawFn) -> str:
    """A sentence as news has it: content, source and cue in one of their orders."""
    source, cue = draw(st.sampled_from(NAMES)), draw(st.sampled_from(CUES))
    content, more = draw(st.sampled_from(CONTENTS)), draw(st.sampled_from(CONTENTS))
    opening, closing = draw(st.sampled_from((*_PAIRS, _PAIRS[0], _PAIRS[0], ("", ""))))
    order = draw(st.integers(0, 7))
    quoted = f"{opening}{content}{closing}"
    sentence = (
        f"{opening}{content},{closing} {source} {cue}.",
        f"{opening}{content},{closing} {cue} {source}.",
        f"{source} {cue} {quoted}.",
        f"{opening}{content},{closing} {source} {cue}, {opening}{more}.{closing}",
        f"{source} {cue} that {content} and {quoted}, {more}.",
        f"According to {source}, {content}.",
        f"{source} {cue}: {opening}{content}. {more}.{closing}",
        f"{opening}{content}.{closing}",
    )[order]
    return sentence[:1].upper() + sentence[1:] if draw(st.booleans()) else sentence


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A few statements, with line breaks and plain sentences between them."""
    joints = st.sampled_from((" ", " ", "\n\n", "\n", "\r\n\r\n", " It rained. ", "\n\n“"))
    parts = []
    for statement in draw(st.lists(statements(), min_size=1, max_size=6)):
        parts += [statement, draw(joints)]
    return "".join(parts)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article with something put in, cut out or repeated."""
    text = draw(articles())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 12)))
        middle = draw(st.sampled_from(("", text[at:end] * 2))) if draw(st.booleans()) else ""
        text = text[:at] + (middle or draw(PIECES)) + text[end:]
    return text


@st.composite
def nested(draw: st.DrawFn) -> str:
    """Quotations in quotations, some of them not closed."""
    text = draw(st.sampled_from(CONTENTS))
    for _ in range(draw(st.integers(1, 12))):
        opening, closing = draw(st.sampled_from(_PAIRS))
        source, cue = draw(st.sampled_from(NAMES)), draw(st.sampled_from(CUES))
        closing = draw(st.sampled_from((closing, closing, "")))
        text = f"{source} {cue} {opening}{text}{closing}"
    return text


@st.composite
def repeated(draw: st.DrawFn) -> str:
    """One thing very many times on one line."""
    unit = draw(st.lists(PIECES, min_size=1, max_size=3).map("".join))
    return draw(soup) + unit * draw(st.integers(1, 60)) + draw(soup)


FIXTURES = Path(__file__).parents[1] / "fixtures"
_CASE_MARK = re.compile(r"\{(?:[a-z]*\d*:)?|(?: = [^{}]*)?\}|[\[\]]")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
BETWEEN = (
    *"“”\"'‘’;,—():.?…[]-/\n\t1",
    *("“‘", "\n\n", "- ", "* ", "> ", "’s", "<b>", "&quot;", "ADA: ", ", Reuters reports."),
    *"The that and or who which would not by of quoting U.S.".split(),
    *(" said that ", ", citing an official,", " and AP said, ", "told CNN", *NAMES, *CUES),
)
"""What is put into a text of the fixtures."""


@cache
def passages() -> list[str]:
    """The lines of our own articles and cases, the cases without their marks.

    >>> "Chairwoman Ana Ruiz slept. Ana Ruiz, the chairwoman of the Orvale Council, woke." in (
    ...     line[:80] for line in passages())
    True
    """
    texts = []
    for path in sorted(FIXTURES.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        texts.append(_CASE_MARK.sub("", text) if path.parent.name == "cases" else text)
    return [line for text in texts for line in text.splitlines() if line and line[0] not in "#¶"]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Lines of our own fixtures, cut anywhere, with words lost, put in, repeated and swapped."""
    lines = passages()
    text = ""
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(lines) - 1))
        text = "\n".join([text, *lines[at : at + draw(st.integers(1, 3))]]).strip()
    if draw(st.sampled_from((True, False, False))):
        text = text.replace("“", '"').replace("”", '"')
    tokens = _TOKEN.findall(text)
    for how in draw(st.lists(st.sampled_from(_CHANGES), max_size=6)):
        at = draw(st.integers(0, max(0, len(tokens) - 1)))
        end = at + draw(st.integers(1, 12))
        if how == "put":
            tokens.insert(at, draw(st.sampled_from(BETWEEN)))
        elif how == "repeat":
            tokens[at:at] = tokens[at:end]
        elif how == "tail":
            ends = [i for i, token in enumerate(tokens) if token in _ENDS] or [len(tokens)]
            tokens.insert(draw(st.sampled_from(ends)), "".join(draw(_TAIL)))
        elif how == "swap":
            tokens[at:end] = tokens[at:end][::-1]
        elif how == "lose":
            del tokens[at : draw(st.sampled_from((at + 1, at + 1, end)))]
        else:
            tokens = draw(st.sampled_from((tokens[:at], tokens[at:])))
    return "".join(tokens)


_CHANGES = ("put", "put", "put", "lose", "lose", "tail", "repeat", "swap", "cut")
_ENDS = frozenset('.,”"')
_TAIL = st.tuples(
    st.sampled_from((", ", " and ", ",” ", "” ")),
    st.sampled_from(("Reuters", "the Riverton Gazette", "Ana Ruiz", "who", "she")),
    st.sampled_from((" reports", " said", " informs", " told CNN", ", citing Bob Cole, said")),
    st.sampled_from(("", "", ", citing the mayor", ", CNN reported")),
)
"""Who says so, after a sentence or amid it."""


TEXTS = soup | articles() | damaged() | damaged() | nested() | repeated() | st.text(max_size=200)
"""Any text whatever, mostly such as reaches far into the library."""
