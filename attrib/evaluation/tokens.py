"""The token table: the exact, begin and Jaccard scores of papers that label tokens with BIO.

A corpus may come with `tokens.jsonl`, a sentence a line: `tokens` as the Penn Treebank writes
them, their `labels` (`B-source`, `I-content`, `O`, …) and an `id`, the article's name and a
suffix after `_`. Records are projected on those tokens, outer records first; a token keeps the
first label it gets.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from attrib.errors import InputError
from attrib.evaluation.marked import Marked, MarkedArticle

ROLES = ("source", "cue", "content")
"""In the order in which they claim a token."""

_CHARS = {
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’`", "'"),
    **dict.fromkeys("–—", "-"),
    "…": "...",
    "\N{ZERO WIDTH SPACE}": "",
}
_TOKENS = {
    "``": '"',
    "''": '"',
    "--": "-",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
"""What the Penn Treebank writes for marks."""
_LOOK_AHEAD = 12
"""Characters that may stand between two tokens of a sentence that is not there as a whole."""

Element = tuple[int, int]
TokenSpan = tuple[int, int] | None


@frozen
class TokenTable:
    """In percent, by role: F1 of whole elements and of their first tokens, and Jaccard index."""

    exact: Mapping[str, float]
    begin: Mapping[str, float]
    jaccard: Mapping[str, float]

    def to_dict(self) -> dict[str, dict[str, float]]:
        tables = {"exact": self.exact, "begin": self.begin, "jaccard": self.jaccard}
        return {
            name: {role: round(figure, 2) for role, figure in table.items()}
            for name, table in tables.items()
        }


def token_table(
    path: Path, gold: Mapping[str, MarkedArticle], found: Mapping[str, Sequence[Marked]]
) -> TokenTable:
    """The scores of what was found on the sentences of a `tokens.jsonl`."""
    tally = _Tally()
    for name, rows in _read(path).items():
        if name in gold:
            spans = align([row["tokens"] for row in rows], gold[name].text)
            for row, tokens in zip(rows, spans, strict=True):
                tally.add(row["labels"], project(tokens, found.get(name, ())))
    return tally.table()


def align(sentences: Sequence[Sequence[str]], text: str) -> Iterator[list[TokenSpan]]:
    """Where the tokens of each sentence stand in the text; None for one that is not there.

    >>> list(align([["``", "Go", "!", "''"], ["No", "."]], "“Go!” No."))
    [[(0, 1), (1, 3), (3, 4), (4, 5)], [(6, 8), (8, 9)]]
    """
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _CHARS.get(char, char):
            if not letter.isspace():
                letters.append(letter)
                places.append(place)
    flat = "".join(letters)
    at = 0
    for tokens in sentences:
        parts = [_squeezed(token) for token in tokens]
        whole = "".join(parts)
        start = flat.find(whole, at)
        if start < 0:
            start = flat.find(whole)
        loose = start < 0
        if loose:
            start = max(flat.find("".join(parts[:2]), at), at)
        spans: list[TokenSpan] = []
        for part in parts:
            end = start + len(part)
            found = flat.find(part, start, end + _LOOK_AHEAD) if loose and part else start
            if part and found >= 0:
                start = found + len(part)
                spans.append((places[found], places[start - 1] + 1))
            else:
                spans.append(None)
        at = start
        yield spans


def project(tokens: Sequence[TokenSpan], marked: Sequence[Marked]) -> list[str]:
    """The BIO labels that attributions give to the tokens of a sentence.

    >>> said = Marked(content=((0, 4),), cue=((5, 9),))
    >>> project([(0, 1), (1, 4), (5, 9), (9, 10)], [said])
    ['B-content', 'I-content', 'B-cue', 'O']
    """
    owners: list[tuple[int, str, int] | None] = [None] * len(tokens)
    for number, each in enumerate(marked):
        for role in ROLES:
            for start, end in getattr(each, role):
                for n, token in enumerate(tokens):
                    if token and owners[n] is None and token[0] < end and token[1] > start:
                        owners[n] = (number, role, start)
    labels = []
    before = None
    for owner in owners:
        labels.append("O" if owner is None else f"{'I' if owner == before else 'B'}-{owner[1]}")
        before = owner
    return labels


def elements(labels: Sequence[str]) -> dict[str, list[Element]]:
    """The runs of tokens with one label, by role.

    >>> elements(["B-cue", "O", "B-content", "I-content"])["content"]
    [(2, 4)]
    """
    found: defaultdict[str, list[Element]] = defaultdict(list)
    role, start = "", 0
    for n, label in enumerate([*labels, "O"]):
        if role and label != f"I-{role}":
            found[role].append((start, n))
            role = ""
        if label.startswith("B-"):
            role, start = label[2:], n
    return found


class _Tally:
    """Counts sentence by sentence."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.likeness: defaultdict[str, list[float]] = defaultdict(list)

    def add(self, gold: Sequence[str], found: Sequence[str]) -> None:
        wanted_by_role, found_by_role = elements(gold), elements(found)
        for role in ROLES:
            wanted, got = wanted_by_role.get(role, []), found_by_role.get(role, [])
            begins = {start for start, _ in got}
            self.counts["wanted", role] += len(wanted)
            self.counts["found", role] += len(got)
            self.counts["exact", role] += sum(each in got for each in wanted)
            self.counts["begin", role] += sum(start in begins for start, _ in wanted)
            for each in wanted:
                self.likeness[role].append(
                    max((_likeness(each, other) for other in got), default=0.0)
                )
            self.likeness[role].extend(
                0.0 for each in got if not any(_likeness(each, other) for other in wanted)
            )

    def table(self) -> TokenTable:
        return TokenTable(
            exact={role: self._f1("exact", role) for role in ROLES},
            begin={role: self._f1("begin", role) for role in ROLES},
            jaccard={role: 100 * _mean(self.likeness[role]) for role in ROLES},
        )

    def _f1(self, table: str, role: str) -> float:
        both = self.counts["wanted", role] + self.counts["found", role]
        return 200 * self.counts[table, role] / both if both else 0.0


def _likeness(a: Element, b: Element) -> float:
    """What two elements share of what they take up together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, shared / (max(a[1], b[1]) - min(a[0], b[0])))


def _mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures) if figures else 0.0


def _squeezed(token: str) -> str:
    """The token as `align` compares it."""
    plain = "".join(_CHARS.get(char, char) for char in _TOKENS.get(token, token))
    return "".join(plain.split())


def _read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The sentences of each article, by its name."""
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                rows[row["id"].rpartition("_")[0]].append(row)
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(f"{path}:{number}: not a labelled sentence: {error!r}") from None
    return rows
