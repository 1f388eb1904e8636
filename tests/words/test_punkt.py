"""NLTK's Punkt is taken alone, late, and without a trace."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_of_nltk_is_imported_before_a_doubt_arises() -> None:
    """A text without abbreviations is split without Punkt."""
    run(
        "from attrib.words import punkt, sentences\n"
        "sentences.split('She left. He stayed.'); assert not punkt.module.cache_info().currsize\n"
        "sentences.split('The U.S. The'); assert punkt.module.cache_info().currsize"
    )


def test_nltk_is_left_for_the_program_to_import() -> None:
    """No module of NLTK stays behind, and importing it afterwards gives the whole of it."""
    run(
        "import sys; from attrib.words import punkt; assert punkt.breaks('U.S.', 'The')\n"
        "assert not [name for name in sys.modules if name.startswith('nltk')]\n"
        "import nltk; assert nltk.__version__ and nltk.sent_tokenize and nltk.tokenize.punkt"
    )


def test_what_the_program_has_imported_is_used() -> None:
    """Where NLTK is imported already, Punkt is not read a second time."""
    run(
        "import nltk.tokenize.punkt; from attrib.words import punkt\n"
        "assert punkt.module() is nltk.tokenize.punkt"
    )


def test_a_punkt_that_needs_more_gets_all_of_nltk() -> None:
    """A release of NLTK whose Punkt cannot be imported alone is imported as ever."""
    run(
        "import sys; from attrib.words import punkt\n"
        "def alone(): raise AttributeError('more of NLTK')\n"
        "punkt._alone = alone; assert punkt.breaks('U.S.', 'The'); assert sys.modules['nltk']"
    )


def test_alone_it_answers_as_in_nltk() -> None:
    """Every abbreviation ends or does not end a sentence as NLTK's own tokenizer has it."""
    run(
        "from attrib.words import punkt; alone = punkt.module()\n"
        "import nltk.tokenize.punkt as whole; assert alone is not whole\n"
        "tokenizer = whole.PunktSentenceTokenizer(punkt.parameters())\n"
        "for word in sorted(punkt.abbreviations()):\n"
        "    for following in ('The', 'He', 'Ruiz', 'In', 'Co', 'A', '…', '1990'):\n"
        "        expected = tokenizer.text_contains_sentbreak(f'{word}. {following}')\n"
        "        assert punkt.breaks(f'{word}.', following) == bool(expected), (word, following)"
    )
