"""Count how far records agree with annotations.

A record and an annotated attribution match, one to one and the best first, where the letters
and digits of their contents overlap by half or more of their union. A match counts as right
where the sources overlap too, by half of the shorter one, or where both have none. A record in
the content of a matched one is left out where it matches nothing itself: annotators mark no
claim inside a claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from attrs import frozen

from attrib.evaluation.marked import ROLES, Marked, MarkedArticle, Spans
from attrib.lazily import re
from attrib.model import Kind

Sort = Literal["right", "wrong source", "missed", "false"]
KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
BINS = 10

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'[“"][^”"]*+(?:[”"]|$)')


@frozen
class Rate:
    """How many of those wanted were found right, and how many of those found are right."""

    wanted: int = 0
    wanted_right: int = 0
    found: int = 0
    found_right: int = 0

    @property
    def precision(self) -> float:
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.wanted_right / self.wanted if self.wanted else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Rate(wanted=4, wanted_right=2, found=2, found_right=2).f
        0.6666666666666666
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_dict(self) -> dict[str, Any]:
        return {
            "wanted": self.wanted,
            "found": self.found,
            "precision": round(100 * self.precision, 2),
            "recall": round(100 * self.recall, 2),
            "f": round(100 * self.f, 2),
        }


@frozen
class Bin:
    """The records of similar confidence: are they right as often as they say?"""

    low: float
    high: float
    records: int
    confidence: float
    """Mean of what they say."""
    right: float
    """Share of them that is right."""


@frozen(kw_only=True)
class Outcome:
    """What became of one annotated attribution, or of one record that matches none."""

    article: str
    sort: Sort
    gold: Marked | None = None
    found: Marked | None = None

    @property
    def key(self) -> str:
        """The same from run to run for the same annotation or the same false record."""
        marked = self.gold or self.found
        assert marked is not None
        return f"{self.article}|{marked.key}"


@frozen(kw_only=True)
class Report:
    """The figures of one evaluation, and every single case."""

    articles: int
    content: Rate
    """Contents that match."""
    attribution: Rate
    """Contents that match and have the right source."""
    exact: Mapping[str, Rate]
    """By role: the same letters and digits, in a matching attribution."""
    overlap: Mapping[str, Rate]
    """By role: half of the shorter one, in a matching attribution; for content, the match."""
    kinds: Mapping[Kind, Rate]
    """Right attributions by how much of the content stands in quotation marks."""
    patterns: Mapping[str, Rate]
    """Right attributions by the pattern that found them; nothing is wanted of a pattern."""
    bins: tuple[Bin, ...]
    brier: float | None
    """Mean squared distance of confidence from right or wrong; None without confidences."""
    outcomes: tuple[Outcome, ...]

    def to_dict(self) -> dict[str, Any]:
        """The figures, in percent where they are shares."""
        tables = (("exact", self.exact), ("overlap", self.overlap), ("patterns", self.patterns))
        return {
            "articles": self.articles,
            "content": self.content.to_dict(),
            "attribution": self.attribution.to_dict(),
            "kinds": {kind: rate.to_dict() for kind, rate in self.kinds.items()},
            **{
                name: {key: rate.to_dict() for key, rate in table.items()} for name, table in tables
            },
            "calibration": {
                "brier": self.brier,
                "bins": [
                    {
                        "low": each.low,
                        "high": each.high,
                        "records": each.records,
                        "confidence": round(each.confidence, 4),
                        "right": round(each.right, 4),
                    }
                    for each in self.bins
                ],
            },
        }


def score(gold: Mapping[str, MarkedArticle], found: Mapping[str, Sequence[Marked]]) -> Report:
    """Hold what was found against the annotations, over the articles of `gold`.

    >>> text = "“We go,” said Ana. He said no."
    >>> said = Marked(content=((0, 8),), source=((14, 17),))
    >>> missed = Marked(content=((27, 29),), source=((19, 21),))
    >>> report = score({"a": MarkedArticle(text=text, marked=(said, missed))}, {"a": [said]})
    >>> report.attribution.precision, report.attribution.recall
    (1.0, 0.5)
    >>> [outcome.sort for outcome in report.outcomes]
    ['right', 'missed']
    """
    tally = _Tally()
    for name, article in gold.items():
        tally.add(name, article, found.get(name, ()))
    return tally.report(len(gold))


def kind_of(marked: Marked, text: str) -> Kind:
    """Direct where four fifths of the content's words stand in quotation marks.

    >>> kind_of(Marked(content=((5, 23),)), 'that it is “fine” by the “board”')
    'mixed'
    """
    content = "".join(text[start:end] for start, end in marked.content)
    words = len(_WORD.findall(content))
    quoted = sum(len(_WORD.findall(match)) for match in _QUOTED.findall(content))
    before = marked.content[0][0] - 1
    if not quoted and before >= 0 and text[before] in '"“”„«»':
        quoted = words
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.8 * words else "mixed"


def pairs(gold: Sequence[Marked], found: Sequence[Marked], text: str) -> list[tuple[int, int]]:
    """Which attribution matches which record, one to one, the closest first."""
    wanted = [_letters(marked.content, text) for marked in gold]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, letters in enumerate(wanted):
        for letter in letters:
            holders[letter].append(i)
    candidates = []
    for j, marked in enumerate(found):
        letters = _letters(marked.content, text)
        shared = Counter(i for letter in letters for i in holders.get(letter, ()))
        for i, count in shared.items():
            union = len(wanted[i]) + len(letters) - count
            if 2 * count >= union:
                candidates.append((count / union, i, j))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return list(chosen.items())


def _letters(spans: Spans, text: str) -> frozenset[int]:
    """Where the letters and digits of some spans stand."""
    return frozenset(
        start + n
        for start, end in spans
        for n, char in enumerate(text[start:end])
        if char.isalnum()
    )


class _Tally:
    """Counts article by article."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.outcomes: list[Outcome] = []
        self.confidences: list[tuple[float, bool]] = []

    def add(self, name: str, article: MarkedArticle, found: Sequence[Marked]) -> None:
        text, gold = article.text, article.marked
        judged = _judged(gold, found, text)
        matched = dict(pairs(gold, judged, text))
        right: set[int] = set()
        for i, marked in enumerate(gold):
            other = judged[matched[i]] if i in matched else None
            verdict: Sort = "missed"
            if other is not None:
                verdict = "right" if self._compare(marked, other, text) else "wrong source"
            if verdict == "right":
                right.add(matched[i])
            self._count("wanted", marked, text, other is not None, verdict == "right")
            self.outcomes.append(Outcome(article=name, sort=verdict, gold=marked, found=other))
        for j, marked in enumerate(judged):
            is_matched = j in matched.values()
            self._count("found", marked, text, is_matched, j in right)
            if marked.pattern:
                self.counts["pattern", marked.pattern, "found"] += 1
                self.counts["pattern", marked.pattern, "found right"] += j in right
            if marked.confidence is not None:
                self.confidences.append((marked.confidence, j in right))
            if not is_matched:
                self.outcomes.append(Outcome(article=name, sort="false", found=marked))

    def _count(self, side: str, marked: Marked, text: str, matched: bool, right: bool) -> None:
        kind = kind_of(marked, text)
        for table, hit in (("content", matched), ("attribution", right), (kind, right)):
            self.counts[table, side] += 1
            self.counts[table, f"{side} right"] += hit
        for role in ROLES:
            self.counts["role", role, side] += bool(getattr(marked, role))

    def _compare(self, gold: Marked, found: Marked, text: str) -> bool:
        """Count what of a match is the same; whether the source is right."""
        source_right = False
        for role in ROLES:
            wanted = _letters(getattr(gold, role), text)
            letters = _letters(getattr(found, role), text)
            least = min(len(wanted), len(letters))
            overlaps = least > 0 and 2 * len(wanted & letters) >= least
            self.counts["exact", role] += least > 0 and wanted == letters
            self.counts["overlap", role] += overlaps or role == "content"
            if role == "source":
                source_right = overlaps or not (wanted or letters)
        return source_right

    def report(self, articles: int) -> Report:
        patterns = sorted({key[1] for key in self.counts if key[0] == "pattern"})
        bins, brier = _calibration(self.confidences)
        return Report(
            articles=articles,
            content=self._rate("content"),
            attribution=self._rate("attribution"),
            exact={role: self._role("exact", role) for role in ROLES},
            overlap={role: self._role("overlap", role) for role in ROLES},
            kinds={kind: self._rate(kind) for kind in KINDS},
            patterns={pattern: self._rate("pattern", pattern) for pattern in patterns},
            bins=bins,
            brier=brier,
            outcomes=tuple(self.outcomes),
        )

    def _rate(self, *table: str) -> Rate:
        sides = ("wanted", "wanted right", "found", "found right")
        return Rate(*(self.counts[(*table, side)] for side in sides))

    def _role(self, table: str, role: str) -> Rate:
        right = self.counts[table, role]
        return Rate(
            self.counts["role", role, "wanted"], right, self.counts["role", role, "found"], right
        )


def _judged(gold: Sequence[Marked], found: Sequence[Marked], text: str) -> list[Marked]:
    """What was found, without the unmatched claims inside a matched one."""
    matched = {found[j].id for _, j in pairs(gold, found, text)} - {None}
    return [marked for marked in found if marked.nested_in not in matched or marked.id in matched]


def _calibration(
    confidences: Sequence[tuple[float, bool]],
) -> tuple[tuple[Bin, ...], float | None]:
    """Ten bins of equal width, those without records left out, and the Brier score."""
    if not confidences:
        return (), None
    shelves: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in confidences:
        shelves[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    bins = tuple(
        Bin(
            low=n / BINS,
            high=(n + 1) / BINS,
            records=len(shelf),
            confidence=sum(confidence for confidence, _ in shelf) / len(shelf),
            right=sum(right for _, right in shelf) / len(shelf),
        )
        for n, shelf in sorted(shelves.items())
    )
    brier = sum((confidence - right) ** 2 for confidence, right in confidences)
    return bins, round(brier / len(confidences), 4)
