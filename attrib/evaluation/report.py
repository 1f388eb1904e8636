"""Show an evaluation: as tables, as gains and losses against a saved run, as a page."""

from __future__ import annotations

import html
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import frozen

from attrib.display.columns import columns
from attrib.errors import InputError
from attrib.evaluation.marked import ROLES, Marked, MarkedArticle, Spans
from attrib.evaluation.score import KINDS, Outcome, Rate, Report, Sort
from attrib.evaluation.tokens import TokenTable

_AROUND = 240
"""Characters shown before and after a case."""
_HEADINGS: dict[Sort, str] = {
    "missed": "Missed",
    "wrong source": "Wrong source",
    "false": "Not in the gold",
}


@frozen(kw_only=True)
class Against:
    """How a run differs from a saved one, case by case."""

    gained: tuple[Outcome, ...]
    """Right now, and not then."""
    lost: tuple[Outcome, ...]
    """Right then, and not now."""
    new_false: tuple[Outcome, ...]
    gone_false: int
    figures: Mapping[str, tuple[float, float]]
    """F then and now, in percent, by name of the figure."""


def to_text(report: Report, *, tokens: TokenTable | None = None, patterns: bool = False) -> str:
    """The figures as tables for a terminal."""
    rows: list[tuple[str, ...]] = [("", "GOLD", "RECORDS", "P", "R", "F")]
    rows.append(_line("attribution", report.attribution))
    rows.extend(_line(f"- {kind}", report.kinds[kind]) for kind in KINDS)
    for role in ROLES:
        rows.append(_line(f"{role}, overlap", report.overlap[role]))
        rows.append(_line(f"{role}, exact", report.exact[role]))
    right = range(1, 6)
    parts = [f"{report.articles} articles\n\n", columns(rows, right=right)]
    if tokens is not None:
        table = [("TOKENS", *(role.upper() for role in tokens.exact))]
        table.extend(
            (name, *(f"{figure:.2f}" for figure in figures.values()))
            for name, figures in (
                ("exact F1", tokens.exact),
                ("begin F1", tokens.begin),
                ("Jaccard", tokens.jaccard),
            )
        )
        parts.extend(("\n", columns(table, right=right)))
    if report.bins:
        bins = [("CONFIDENCE", "RECORDS", "MEAN", "RIGHT")]
        bins.extend(
            (
                f"{each.low:.1f}-{each.high:.1f}",
                str(each.records),
                f"{each.confidence:.2f}",
                f"{each.right:.2f}",
            )
            for each in report.bins
        )
        parts.extend(("\n", columns(bins, right=right), f"Brier score {report.brier:.4f}\n"))
    if patterns and report.patterns:
        table = [("PATTERN", "RECORDS", "RIGHT", "P")]
        ranked = sorted(report.patterns.items(), key=lambda item: -item[1].found)
        table.extend(
            (name, str(rate.found), str(rate.found_right), f"{100 * rate.precision:.1f}")
            for name, rate in ranked
        )
        parts.extend(("\n", columns(table, right=right)))
    return "".join(parts)


def _line(name: str, rate: Rate) -> tuple[str, ...]:
    shares = (rate.precision, rate.recall, rate.f)
    return name, str(rate.wanted), str(rate.found), *(f"{100 * share:.2f}" for share in shares)


def cases(
    outcomes: Iterable[Outcome], gold: Mapping[str, MarkedArticle], most: int
) -> Iterator[str]:
    """A line for each wrong case, at most so many of each sort: `[source] <cue> content`."""
    shown: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.sort == "right" or shown[outcome.sort] >= most:
            continue
        shown[outcome.sort] += 1
        text = gold[outcome.article].text
        marked = outcome.gold or outcome.found
        assert marked is not None
        line = f"{outcome.sort}: {outcome.article}: {_words(marked, text)}"
        if outcome.sort == "wrong source" and outcome.found:
            line += f" -- got [{_cut(outcome.found.source, text)}]"
        if outcome.sort == "false" and marked.pattern:
            line += f" -- by {marked.pattern}"
        yield line


def _words(marked: Marked, text: str) -> str:
    content = _cut(marked.content, text)
    content = content if len(content) <= 160 else f"{content[:159]}…"
    return f"[{_cut(marked.source, text)}] <{_cut(marked.cue, text)}> {content}"


def _cut(spans: Spans, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def save(report: Report, path: Path) -> None:
    """Keep what `against` needs to tell gains and losses from this run."""
    run = {
        "figures": _figures(report),
        "right": [outcome.key for outcome in report.outcomes if outcome.sort == "right"],
        "false": [outcome.key for outcome in report.outcomes if outcome.sort == "false"],
    }
    path.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def against(report: Report, path: Path) -> Against:
    """How the run differs from one that `save` kept."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
        then_right, then_false, then = set(run["right"]), set(run["false"]), run["figures"]
        figures = {
            name: (float(then[name]), now) for name, now in _figures(report).items() if name in then
        }
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not a run that --save wrote ({error})") from None
    false = [outcome for outcome in report.outcomes if outcome.sort == "false"]
    wanted = [outcome for outcome in report.outcomes if outcome.gold is not None]
    return Against(
        gained=tuple(o for o in wanted if o.sort == "right" and o.key not in then_right),
        lost=tuple(o for o in wanted if o.sort != "right" and o.key in then_right),
        new_false=tuple(outcome for outcome in false if outcome.key not in then_false),
        gone_false=len(then_false - {outcome.key for outcome in false}),
        figures=figures,
    )


def against_text(difference: Against, gold: Mapping[str, MarkedArticle], most: int) -> str:
    """Gains and losses as lines."""
    rows = [("F", "THEN", "NOW", "")]
    rows.extend(
        (name, f"{then:.2f}", f"{now:.2f}", f"{now - then:+.2f}")
        for name, (then, now) in difference.figures.items()
    )
    lines = [
        f"{len(difference.gained)} gained, {len(difference.lost)} lost;"
        f" {len(difference.new_false)} new false records, {difference.gone_false} gone"
    ]
    for sign, outcomes in (
        ("+", difference.gained),
        ("-", difference.lost),
        ("!", difference.new_false),
    ):
        for outcome in outcomes[:most]:
            marked = outcome.gold or outcome.found
            assert marked is not None
            text = gold[outcome.article].text
            lines.append(f"{sign} {outcome.article}: {_words(marked, text)}")
    return columns(rows, right={1, 2, 3}) + "".join(f"{line}\n" for line in lines)


def _figures(report: Report) -> dict[str, float]:
    figures = {"content": report.content.f, "attribution": report.attribution.f}
    figures.update({kind: report.kinds[kind].f for kind in KINDS})
    for role in ROLES:
        figures[f"{role}, exact"] = report.exact[role].f
    return {name: round(100 * share, 2) for name, share in figures.items()}


def to_html(report: Report, gold: Mapping[str, MarkedArticle]) -> str:
    """A page of its own with every wrong case in its place in the text."""
    sections = []
    counts = Counter(outcome.sort for outcome in report.outcomes)
    for outcome in report.outcomes:
        if outcome.sort != "right":
            sections.append(_case(outcome, gold[outcome.article].text))
    sorts = list(_HEADINGS)
    boxes = "".join(
        f'<input type="checkbox" id="s{n}" checked><label for="s{n}">{_HEADINGS[sort]} '
        f"({counts[sort]})</label>"
        for n, sort in enumerate(sorts)
    )
    hide = "".join(f"#s{n}:not(:checked)~main .s{n}{{display:none}}" for n in range(len(sorts)))
    figures = html.escape(to_text(report))
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>attrib evaluate</title><style>{_STYLE}{hide}</style>"
        f"<h1>Where records and annotations differ</h1><pre>{figures}</pre>{_LEGEND}"
        f"{boxes}<main>{''.join(sections)}</main></html>\n"
    )


def _case(outcome: Outcome, text: str) -> str:
    sort = list(_HEADINGS).index(outcome.sort)
    marks: list[tuple[str, str, Spans]] = []
    for side, marked in (("gold", outcome.gold), ("found", outcome.found)):
        if marked is not None:
            marks.extend((side, role, getattr(marked, role)) for role in ROLES)
    spans = [span for _, _, each in marks for span in each]
    start = max(0, min(start for start, _ in spans) - _AROUND)
    end = min(len(text), max(end for _, end in spans) + _AROUND)
    by = (
        f" by {html.escape(outcome.found.pattern)}"
        if outcome.found and outcome.found.pattern
        else ""
    )
    return (
        f'<section class="s{sort}"><h2>{_HEADINGS[outcome.sort]}{by} '
        f"<small>{html.escape(outcome.article)}, {start}</small></h2>"
        f"<p>{_marked_up(text, start, end, marks)}</p></section>"
    )


def _marked_up(text: str, start: int, end: int, marks: Sequence[tuple[str, str, Spans]]) -> str:
    """The text with a `mark` round each stretch that has the same roles all through."""
    edges = {start, end}
    edges.update(edge for _, _, spans in marks for span in spans for edge in span)
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    parts = []
    for at, to in pairwise(cuts):
        roles = [
            f"{side}-{role}"
            for side, role, spans in marks
            if any(first <= at and to <= last for first, last in spans)
        ]
        words = html.escape("".join(_visible(char) for char in text[at:to]))
        parts.append(f'<mark class="{" ".join(roles)}">{words}</mark>' if roles else words)
    return "".join(parts)


def _visible(char: str) -> str:
    """The character, or a sign in place of one that would act on the page instead of showing."""
    if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"):
        return char
    return "\N{REPLACEMENT CHARACTER}"


_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:auto;max-width:50rem;padding:1rem}
pre{overflow-x:auto}
p{white-space:pre-line;overflow-wrap:anywhere}
h2{font-size:1rem;margin:2rem 0 0}
small{font-weight:normal;opacity:.7}
label{margin-right:1rem}
mark{background:none;color:inherit}
.gold-content{background:#7aa2f744}
.gold-source{border-bottom:3px solid #2a9d4e}
.gold-cue{border-bottom:3px dotted #2a9d4e}
.found-content{outline:1px dashed #d9822b}
.found-source{text-decoration:overline 3px #d9822b}
.found-cue{text-decoration:overline 3px dotted #d9822b}
"""
_LEGEND = (
    '<p>Gold: <mark class="gold-content">content</mark>, <mark class="gold-source">source</mark>, '
    '<mark class="gold-cue">cue</mark>. Found: <mark class="found-content">content</mark>, '
    '<mark class="found-source">source</mark>, <mark class="found-cue">cue</mark>.</p>'
)


def to_json(
    report: Report, tokens: TokenTable | None = None, difference: Against | None = None
) -> dict[str, Any]:
    """The figures for a program, with the numbers of gains and losses."""
    data = report.to_dict()
    if tokens is not None:
        data["tokens"] = tokens.to_dict()
    if difference is not None:
        data["against"] = {
            "gained": len(difference.gained),
            "lost": len(difference.lost),
            "new_false": len(difference.new_false),
            "gone_false": difference.gone_false,
            "figures": {
                name: {"then": then, "now": now} for name, (then, now) in difference.figures.items()
            },
        }
    return data
