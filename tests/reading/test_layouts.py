"""Layouts: the plain text in a text, and the way back to the text as read."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import Analysis, attribute
from attrib.model import Span
from attrib.reading import layouts

PROSE = (
    "Ferry to run again in spring\n\n"
    "By Ada Quill\n\n"
    "Birgit Aalto-Lund, who runs the harbour, promised a packed meeting in Holm on Monday evening"
    " that the old ferry to Sandgate will be afloat by Easter, with a new engine in her and with a"
    " crew of five.\n\n"
    "“The engine lies in my own shed, and the timber came last week for the stage and for a bench"
    " to wait on,” Aalto-Lund said. “Show me a carpenter and we sail tomorrow.”\n\n"
    "The mayor, José Ibáñez, said that nobody in Sandgate had asked for a bench, and warned that"
    " the council would not pay for it.\n\n"
    "“It is a good bench,” she replied.\n"
)


def _filled(text: str, width: int, first: str = "", other: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(
            paragraph,
            width,
            initial_indent=first,
            subsequent_indent=other,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for paragraph in text.strip().split("\n\n")
    )


def _hyphenated(text: str) -> str:
    return _filled(text, 60).replace("harbour", "har-\nbour").replace("council", "coun-\ncil")


def _paged(text: str) -> str:
    """Every fifth line a page ends, with its number, and the next has a running head."""
    lines = _filled(text, 60).split("\n")
    pages = [lines[at : at + 5] for at in range(0, len(lines), 5)]
    return "\f".join(
        "\n".join(["HOLM ECHO", *page, f"Page {number}"]) for number, page in enumerate(pages, 1)
    )


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped at 40": lambda text: _filled(text, 40),
    "wrapped at 72": lambda text: _filled(text, 72),
    "wrapped at 100": lambda text: _filled(text, 100),
    "first lines indented": lambda text: _filled(text, 60, "    "),
    "a margin on the left": lambda text: _filled(text, 60, "        ", "        "),
    "mail": lambda text: textwrap.indent(_filled(text, 68), "> ", lambda _: True),
    "mail within mail": lambda text: textwrap.indent(_filled(text, 68), "> > ", lambda _: True),
    "CRLF": lambda text: _filled(text, 72).replace("\n", "\r\n"),
    "hyphens at line ends": _hyphenated,
    "no-break spaces": lambda text: text.replace(" the ", "\xa0the\xa0"),
    "thin spaces in marks": lambda text: text.replace("“", "“\u202f").replace("”", "\u202f”"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "soft hyphens": lambda text: text.replace("council", "coun\xadcil").replace(
        "Aalto", "Aal\xadto"
    ),
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "entities": lambda text: text.replace("“", "&ldquo;").replace("”", "&#8221;"),
    "escaped marks": lambda text: text.replace("“", '\\"').replace("”", '\\"'),
    "Markdown": lambda text: "# " + text.replace("Aalto-Lund said", "**Aalto-Lund** _said_"),
    "links": lambda text: text.replace("council", "[council](https://holm.example/c)"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "double primes": lambda text: text.replace("“", "″").replace("”", "″"),
    "corner brackets": lambda text: text.replace("“", "「").replace("”", "」"),
}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text))).casefold()


def _said(analysis: Analysis) -> list[tuple[str, str]]:
    """The letters of what each record says, as they are in the plain text, and its speaker."""
    return [
        (
            _letters("".join(layouts.read(span.text).plain for span in record.content)),
            record.speaker.name if record.speaker else "",
        )
        for record in analysis.records
    ]


@pytest.mark.parametrize("laid", LAYOUTS.values(), ids=LAYOUTS)
def test_the_layout_changes_nothing(laid: Callable[[str], str]) -> None:
    """An article gives the same records however it is laid out, at offsets of its own text."""
    text = laid(PROSE)
    analysis = attribute(text)

    assert _said(analysis) == _said(attribute(PROSE))
    assert len(analysis.records) == 5
    for record in analysis.records:
        assert record.document.text == text
        for span in record.content:
            assert text[span.start : span.end] == span.text


def test_pages_in_mid_sentence() -> None:
    """A running head and a page number are no part of the sentence they part."""
    plain = layouts.read(_paged(PROSE)).plain

    assert "Page" not in plain.replace("Page 4", "")
    assert "will be afloat by Easter, with a new engine in her and with a crew of five." in plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("“We\nare late,” he said.", "“We are late,” he said.", id="goes on"),
        pytest.param("“It is late.\nGo.” He left.", "“It is late. Go.” He left.", id="quotation"),
        pytest.param("said Ana-\nMaria Ruiz", "said Ana-Maria Ruiz", id="name"),
        pytest.param("the well-\nknown com-\nmittee", "the well-known committee", id="hyphens"),
        pytest.param("a re-\nsult, a re-sult", "a re-sult, a re-sult", id="hyphen seen elsewhere"),
        pytest.param(
            "a re-\nsult, a re-sults", "a re-sult, a re-sults", id="hyphen in a longer word"
        ),
        pytest.param(
            "a re-\nsult, a core-sult", "a result, a core-sult", id="hyphen in another word"
        ),
        pytest.param("It rains.He left.She sat.", "It rains. He left. She sat.", id="lost spaces"),
        pytest.param("see www.Holm.Example or a.Bc", None, id="an address"),
        pytest.param("the town\n\n- 3 -\n\nis shut", "the town is shut", id="page number"),
        pytest.param("the town\n\nHOLM ECHO 3\n\nis shut", "the town is shut", id="running head"),
        pytest.param("the town\f is shut", "the town is shut", id="form feed"),
        pytest.param("A 5″ pipe", None, id="inches"),
        pytest.param("* “Go.”\n* “Stay.”", "“Go.”\n“Stay.”", id="bullets"),
        pytest.param("1. Ana: Yes\n2. Bob: No", "Ana: Yes\nBob: No", id="numbers of items"),
        pytest.param("<q>Go</q>, <b>she</b> said.[2]", "“Go”, she said.", id="markup"),
        pytest.param("a < b and b > c", None, id="no markup"),
        pytest.param("Ferry saved\nUnion says yes", None, id="headlines"),
        pytest.param("Ferry saved, union says\nAna Ruiz left.", None, id="headline with a verb"),
        pytest.param('One was "close it"\n- Tom Ryle spoke.', None, id="bullet"),
        pytest.param("It is so.\n“It is,” she said.", None, id="paragraphs"),
        pytest.param("“It is so.\n“It is,” she said.", None, id="quoted paragraphs"),
        pytest.param("Holm\n1,200\nSandgate\n900", None, id="a table"),
        pytest.param("A & B &c; R&D", None, id="no entity"),
        pytest.param("2*3*4 and snake_case_name", None, id="no emphasis"),
        pytest.param("Ã\xadn the town", None, id="a letter decoded wrongly"),
        pytest.param("Ana Ruiz\nMayor\n\nBob Cole\nClerk\n\nEva Lund\nCook", None, id="a list"),
    ],
)
def test_plain(text: str, plain: str | None) -> None:
    """What is layout goes, and what only looks like it stays."""
    assert layouts.read(text).plain == (text if plain is None else plain)


def test_an_ordinary_text_is_its_own_plain_text() -> None:
    """Nothing is copied where nothing has to be."""
    assert layouts.read(PROSE).plain is PROSE


def test_quoted_blocks() -> None:
    """Blocks of quoted lines are known, in offsets of the plain text."""
    layout = layouts.read("On Monday, Ben Tor wrote:\n> We will not\n> pay.\n\nI agree.")

    assert [layout.plain[start:end] for start, end in layout.quoted] == ["We will not pay."]


TEXTS = st.text(
    alphabet=st.sampled_from('aA \n\r\f>-*_&;#"“”.,1\xad\xa0\u0301\ufeff[](:/\\″「'), max_size=80
)


@given(TEXTS, st.data())
def test_every_span_finds_back(text: str, data: st.DataObject) -> None:
    """Any stretch of the plain text stands for one of the text, and in the same order."""
    layout = layouts.read(text)
    if not layout.plain:
        return
    start = data.draw(st.integers(0, len(layout.plain) - 1))
    end = data.draw(st.integers(start + 1, len(layout.plain)))
    first, last = layout.start(start), layout.end(end)

    assert 0 <= first <= last <= len(text)
    if not layout.plain[start:end].isspace():
        span = layout.span(Span.of(layout.plain, start, end))
        assert text[span.start : span.end] == span.text
        assert layout.plain_offset(first) <= start


@given(TEXTS)
def test_words_stay(text: str) -> None:
    """No letter or digit is lost or made, but those of page numbers, entities and addresses."""
    if any(mark in text for mark in "&\f1]\u0301"):
        return
    assert _letters(layouts.read(text).plain) == _letters(text)
