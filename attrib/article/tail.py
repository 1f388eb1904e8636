"""What the last lines of an article say of it: whose material it uses, where it appeared first."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.article.datelines import Fact, closing, credit_line
from attrib.article.lines import is_bare_outlet, last_lines, read_line
from attrib.outlets import digests

_TAIL_LINES = 14
# A masthead down here says whose material it is; a `Source: …` may be all that says who publishes.
_BELOW = {"publisher": "credit", "source": "named_source"}


def read(text: str, after: int) -> Iterator[Fact]:
    """What the last lines say, none of them before `after`."""
    items = {credit.start for credit in digests.credited(text)}
    for line in last_lines(text, after, _TAIL_LINES):
        if line.start in items:
            continue  # `… for £9m. (Marca)`: whose the last item of a digest is
        facts = read_line(line)
        if facts is not None and is_bare_outlet(facts) and facts[0].what == "publisher":
            facts = None
        if facts is None:
            facts = credit_line(line)
        if facts is not None:
            for fact in facts:
                what = _BELOW.get(fact.what, fact.what)
                if what not in ("title", "subtitle"):
                    yield fact._replace(what=what)
            yield Fact("line", line.text, line)
            continue
        yield from closing(text, line)
