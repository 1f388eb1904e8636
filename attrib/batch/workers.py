"""Work on articles in this process or in several, results in the order of the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib.batch.work import Done, Result, Work, attempt
from attrib.reading.corpus import Article, Problem


def run(
    items: Iterable[Article | Problem], work: Work[Result], workers: int = 1
) -> Iterator[Done[Result] | Problem]:
    """What `work` makes of each article, in order; problems pass through in their places.

    With more than one worker, `work` and its results are pickled.
    """
    if workers > 1:
        from attrib.batch.pool import Pool  # not before: one process needs no such memory

        with Pool(work, workers) as pool:
            yield from pool.run(items)
        return
    for item in items:
        yield item if isinstance(item, Problem) else attempt(work, item)
