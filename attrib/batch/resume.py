"""Go on with an interrupted `attrib extract -o OUT` from what stands in OUT, and nothing else.

The articles come in the same order again. Those up to the last one but one with records in OUT
are done, with or without records of their own. The last one may lack records, so its records
are cut off and it is read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from attrs import frozen

from attrib.errors import InputError
from attrib.reading.corpus import Article, Problem

Key = tuple[str | None, str]
"""Path and id of a document."""


@frozen
class Group:
    """The records of one article in the output."""

    key: Key
    start: int
    """Where its first line begins, in bytes."""


def groups(out: Path, end: int | None = None) -> Iterator[Group]:
    """The articles with records in `out`, in order, up to byte `end`; a half line counts not."""
    offset, key, first = 0, None, None
    with out.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith(b"\n") or offset == end:
                return
            try:
                record = json.loads(line)
                here = record["document"]["path"], record["document"]["id"]
                record_id = record["id"]
            except (ValueError, TypeError, KeyError):
                raise InputError(
                    f"{out}:{number}: not a record; --resume goes on only from JSON Lines of attrib"
                ) from None
            # The same article again, right after itself, begins with the same record.
            if here != key or record_id == first:
                key, first = here, record_id
                yield Group(here, offset)
            offset += len(line)


def whole(out: Path) -> int:
    """How many bytes of `out` are records of articles that are certainly complete."""
    start = 0
    for group in groups(out):
        start = group.start
    return start


def remaining(
    items: Iterable[Article | Problem], out: Path, end: int, key: Callable[[Article], Key]
) -> Iterator[Article | Problem]:
    """The items that the first `end` bytes of `out` do not answer; problems are told again."""
    items = iter(items)
    problems: list[Article | Problem] = []
    for group in groups(out, end) if end else ():
        for item in items:
            if isinstance(item, Problem):
                problems.append(item)
            elif key(item) == group.key:
                break
        else:
            path, name = group.key
            raise InputError(
                f"{out}: holds records of {path or name}, which is not among the inputs in this "
                "order; give the inputs of the run that was interrupted"
            )
    return chain(problems, items)
