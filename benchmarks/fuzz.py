"""Fuzz the whole pipeline, guided by coverage, for as long as there is time.

    pip install atheris && python benchmarks/fuzz.py --seconds 600

Each input is read as a list of the pieces that `tests/strategies.py` has (marks, cues, names,
oddities) or as plain UTF-8, and its records are held to what `tests/test_properties.py` asks of
any text. An input that breaks a property ends the run, with its text on the last lines: make it a
named case of `test_what_once_went_wrong`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["attrib"]):
    import strategies
    from test_properties import check

PIECES = (
    *(strategies.MARKS + strategies.BREAKS + strategies.ODD + strategies.NAMES),
    *(strategies.CUES + strategies.CONTENTS + strategies.WORDS),
)
LONGEST = 400
"""Bytes of an input: some two kilobytes of text."""


def text_of(data: bytes) -> str:
    """The text an input stands for: its first byte says how the others are meant.

    Pieces take two bytes each, the first for the space before it, so that a small change to the
    input is a small change to the text.
    """
    if not data or data[0] < 64:
        return data[1:].decode("utf-8", "surrogateescape")
    pairs = zip(data[1::2], data[2::2], strict=False)
    return "".join(
        ("" if gap < 64 else " ") + PIECES[(number + 256 * (gap % 2)) % len(PIECES)]
        for gap, number in pairs
    )


def try_one(data: bytes) -> None:
    """Hold the records of one input's text to the properties."""
    text = text_of(data)
    try:
        check(text)
    except BaseException:
        print(f"\nthe text that broke it:\n{text!r}")
        raise


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=60, help="how long to try (default: 60)")
    parser.add_argument("--corpus", type=Path, help="folder of inputs to begin with and add to")
    arguments = parser.parse_args()
    corpus = [str(arguments.corpus)] if arguments.corpus else []
    limits = [f"-max_total_time={arguments.seconds}", f"-max_len={LONGEST}", "-timeout=60"]
    atheris.Setup([sys.argv[0], *limits, *corpus], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
