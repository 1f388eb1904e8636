"""The work on one article, and what came of it: a result, or the problem that took its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

from attrib.errors import AttribError
from attrib.reading.corpus import Article, Problem

Result = TypeVar("Result")
Work = Callable[[Article], Result]


@frozen
class Done(Generic[Result]):
    """An article and what came of it."""

    article: Article
    result: Result


Outcome = Done[Result] | Problem


def attempt(work: Work[Result], article: Article) -> Done[Result] | Problem:
    """What comes of one article, whatever becomes of it."""
    try:
        return Done(article, work(article))
    except AttribError as error:
        return Problem(article.place, str(error))
    except Exception as error:  # one bad article must not cost the others
        reason = f"attrib failed ({type(error).__name__}: {error}); please report this article"
        return Problem(article.place, reason)
