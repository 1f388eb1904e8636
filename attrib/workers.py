"""Work on articles in this process or in several, results in the order of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from attrs import frozen

from attrib.corpus import Article, Problem
from attrib.errors import AttribError

Result = TypeVar("Result")
Work = Callable[[Article], Result]


@frozen
class Done(Generic[Result]):
    """An article and what came of it."""

    article: Article
    result: Result


Outcome = Done[Result] | Problem


def run(
    items: Iterable[Article | Problem], work: Work[Result], workers: int = 1
) -> Iterator[Done[Result] | Problem]:
    """What `work` makes of each article, in order; problems pass through in their places.

    With more than one worker, `work` and its results are pickled.
    """
    if workers > 1:
        from attrib.pool import Pool  # not before: one process needs no such memory

        with Pool(work, workers) as pool:
            yield from pool.run(items)
        return
    for item in items:
        yield item if isinstance(item, Problem) else attempt(work, item)


def attempt(work: Work[Result], article: Article) -> Done[Result] | Problem:
    """What comes of one article, whatever becomes of it."""
    try:
        return Done(article, work(article))
    except AttribError as error:
        return Problem(article.place, str(error))
    except Exception as error:  # one bad article must not cost the others
        reason = f"attrib failed ({type(error).__name__}: {error}); please report this article"
        return Problem(article.place, reason)
