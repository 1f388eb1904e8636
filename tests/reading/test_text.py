"""Bytes in, text out; offsets converted; what is not text refused with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from attrib import attribute
from attrib.errors import InputError
from attrib.reading.text import (
    decode,
    line_and_column,
    paragraphs,
    read_text,
    utf8_offset,
    utf8_offsets,
    utf16_offset,
    utf16_offsets,
)
from attrib.records.verify import verify

# 1, 2, 3 and 4 bytes in UTF-8; the last two take two units in UTF-16.
MIXED = "aé“🙂𝔸"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"], ids=lambda codec: f"as {codec}"
)
def test_byte_order_mark_tells_the_encoding(codec: str) -> None:
    """A text with a byte order mark is read without being told its encoding."""
    assert decode("“Café,”\r\nshe said.".encode(codec)) == "“Café,”\r\nshe said."


def test_encoding_by_option() -> None:
    """An encoding that the caller names is used."""
    assert decode("“Café”".encode("cp1252"), "cp1252") == "“Café”"


def test_inner_byte_order_mark_stays() -> None:
    """Only a mark at the very start goes: any other is a character like the rest."""
    assert decode("a\ufeffb".encode()) == "a\ufeffb"


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        pytest.param(
            b"caf\xe9 \x93", "utf-8", "byte 0xe9 at offset 3; if it is cp1252", id="cp1252"
        ),
        pytest.param(b"\xef\xbb\xbfab\xff", "utf-8", "0xff at offset 5", id="after a BOM"),
        pytest.param(b"\x81", "cp1252", "not cp1252: byte 0x81 at offset 0", id="not cp1252"),
        pytest.param("Yes, he said.".encode("utf-16-le"), "utf-8", "looks like utf-16-le", id="le"),
        pytest.param("Yes, he said.".encode("utf-16-be"), "utf-8", "looks like utf-16-be", id="be"),
        pytest.param(b"\x7fELF\x00\x00\x01", "utf-8", "not text: 2 NUL bytes", id="binary"),
        pytest.param(b"%PDF-1.7 \xe2\xe3", "utf-8", "a PDF", id="PDF"),
        pytest.param(b"\x1f\x8b\x08", "utf-8", "gzip", id="gzip"),
        pytest.param(b"yes", "utf-99", "unknown encoding 'utf-99'", id="no such encoding"),
    ],
)
def test_undecodable(data: bytes, encoding: str, reason: str) -> None:
    """What is no text in the encoding is refused, and the message says where and what to do."""
    with pytest.raises(InputError, match=reason):
        decode(data, encoding)


def test_offset_of_the_first_bad_byte_counts_the_byte_order_mark() -> None:
    """The offset in a message is the one a hex editor shows."""
    data = b"\xef\xbb\xbfab\xff"

    assert data[5] == 0xFF
    with pytest.raises(InputError, match="at offset 5"):
        decode(data)


def test_a_stray_nul_is_text() -> None:
    """One NUL in an article is kept, as every character is."""
    text = "x" * 500 + "\0"

    assert decode(text.encode()) == text


def test_read_text_keeps_line_endings(tmp_path: Path) -> None:
    """No line ending is changed in reading a file."""
    path = tmp_path / "article.txt"
    path.write_bytes(b"One.\r\nTwo.\rThree.\n")

    assert read_text(path) == "One.\r\nTwo.\rThree.\n"


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    """Every failure to read names the file and what is wrong with it."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff")

    for path, reason in (
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "is a directory"),
        (bad, "byte 0xff at offset 0"),
    ):
        with pytest.raises(InputError, match=reason) as caught:
            read_text(path)
        assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    "line_break",
    ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029", "\x1c", "\n \t\n"],
    ids=ascii,
)
def test_any_line_break_ends_a_paragraph(line_break: str) -> None:
    """A paragraph ends at any line break, and blank lines are none."""
    text = f"  One two. {line_break}Three.{line_break}"

    assert [text[start:end] for start, end in paragraphs(text)] == ["One two.", "Three."]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\f\u2028\xa0“")))
def test_paragraphs_are_the_lines(text: str) -> None:
    """The paragraphs are the lines of the text that are not blank, stripped."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]

    assert [text[start:end] for start, end in paragraphs(text)] == lines


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (6, (3, 2)), (8, (4, 1))],
)
def test_line_and_column(offset: int, place: tuple[int, int]) -> None:
    """Lines end at a line feed, a carriage return or both; columns count code points."""
    assert line_and_column("ab\r\n\r🙂b\nc", offset) == place


def test_offsets_of_other_languages() -> None:
    """Offsets are converted to bytes of UTF-8 and units of UTF-16, in the middle and at the end."""
    assert [utf8_offset(MIXED, offset) for offset in range(6)] == [0, 1, 3, 6, 10, 14]
    assert [utf16_offset(MIXED, offset) for offset in range(6)] == [0, 1, 2, 3, 5, 7]


def test_lone_surrogates_have_offsets() -> None:
    """A text that Python can hold but not encode still has offsets."""
    assert utf8_offset("\ud800a", 2) == 4
    assert utf16_offset("\ud800a", 2) == 2


@given(st.text(), st.data())
def test_many_offsets_at_once(text: str, data: st.DataObject) -> None:
    """Converting many offsets gives what converting each gives, in the order asked."""
    offsets = data.draw(st.lists(st.integers(0, len(text))))

    assert utf8_offsets(text, offsets) == [utf8_offset(text, offset) for offset in offsets]
    assert utf16_offsets(text, offsets) == [utf16_offset(text, offset) for offset in offsets]
    for offset, bytes_before, units_before in zip(
        offsets, utf8_offsets(text, offsets), utf16_offsets(text, offsets), strict=True
    ):
        assert len(text[:offset].encode("utf-8")) == bytes_before
        assert len(text[:offset].encode("utf-16-le")) == 2 * units_before


@pytest.mark.parametrize(
    ("words", "code_points", "in_bytes", "units"),
    [
        pytest.param("é", 1, 2, 1, id="composed"),
        pytest.param("e\u0301", 2, 3, 2, id="decomposed"),
        pytest.param("𝔸", 1, 4, 2, id="astral letter"),
        pytest.param("🇵🇪", 2, 8, 4, id="flag"),
        pytest.param("👩\u200d👧", 3, 11, 5, id="joined emoji"),
        pytest.param("\U0010ffff", 1, 4, 2, id="last code point"),
        pytest.param("\uffff", 1, 3, 1, id="last before the astral ones"),
        pytest.param("\ud83d\ude42", 2, 6, 2, id="surrogates as two code points"),
    ],
)
def test_what_a_character_counts(words: str, code_points: int, in_bytes: int, units: int) -> None:
    """Each is told as it stands: nothing is composed, joined or taken apart."""
    text = f"a{words}b"

    assert text.index("b") == 1 + code_points
    assert utf8_offset(text, text.index("b")) == 1 + in_bytes
    assert utf16_offset(text, text.index("b")) == 1 + units


FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")
COMBINED = st.lists(
    st.sampled_from(
        (
            *(
                "a",
                "é",
                "e\u0301",
                "\u0301",
                "\u0323\u0307",
                "q\u0307\u0323",
                "ạ̇",
                "Å",
                "ﬁ",
                "½",
                "한",
            ),
            *(
                "\u1112\u1161\u11ab",
                "𝔸",
                "𝅗𝅥",
                "🙂",
                "👩\u200d👧",
                "🇵🇪",
                "\U0010ffff",
                "\uffff",
                "\ud83d",
            ),
            *("“Ça va,” said Ana Ruiz. ", "He told Café Müller", " it rained, ", "\n", "\r\n"),
        )
    ),
    max_size=20,
).map("".join)


@examples(100)
@given(COMBINED, st.sampled_from(FORMS), st.data())
def test_offsets_in_every_normal_form(
    text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"], data: st.DataObject
) -> None:
    """In the text as given and in each normal form, all three counts find the same words."""
    for told in (text, normalize(form, text)):
        start = data.draw(st.integers(0, len(told)))
        end = data.draw(st.integers(start, len(told)))

        first, last = utf8_offsets(told, [start, end])
        in_bytes = told.encode("utf-8", "surrogatepass")
        assert in_bytes[first:last].decode("utf-8", "surrogatepass") == told[start:end]
        first, last = utf16_offsets(told, [start, end])
        units = told.encode("utf-16-le", "surrogatepass")
        assert len(units) == 2 * utf16_offset(told, len(told))
        assert units[2 * first : 2 * last] == told[start:end].encode("utf-16-le", "surrogatepass")


@examples(60)
@given(COMBINED, st.sampled_from(FORMS))
def test_records_are_of_the_form_that_was_given(
    text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    """Nothing is normalised: the records of a normal form hold in it, code point by code point."""
    told = normalize(form, text)
    for record in attribute(told).records:
        assert verify(record, told) == ()
        assert all(told[span.start : span.end] == span.text for span in record.content)


def test_a_record_holds_for_the_form_it_was_made_from() -> None:
    """Offsets of a decomposed text are wrong in the composed one, and verifying says so."""
    text = "Un cafe\u0301. “Ça va,” said Ana Ruiz."
    (record,) = attribute(text).records

    assert verify(record, text) == ()
    assert verify(record, normalize("NFC", text)) != ()


def test_spans_of_a_record_in_other_units() -> None:
    """A program that counts bytes or units finds the words of each span with the offsets given."""
    text = "🙂 “Ça va 𝔸,” said Ana Ruíz 🇵🇪, the mayor."
    record = attribute(text).records[0]
    spans = [*record.content, record.source, record.cue.span if record.cue else None]

    for span in spans:
        assert span is not None
        start, end = utf8_offsets(text, [span.start, span.end])
        assert text.encode()[start:end].decode() == span.text
        start, end = utf16_offsets(text, [span.start, span.end])
        assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == span.text
