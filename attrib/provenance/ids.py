"""Ids of records, made from their words: the same on every run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from attrib.model import Attribution

_DIGEST_BYTES = 4


def record_ids(document_id: str, attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """An id for each attribution of a document, in their order.

    An id is made from the words of source, cue and content: the same on every run, whatever
    stands in front of them and whatever else was found. Those who repeat the same words are
    numbered, so an id is unique in its document.

    >>> from attrib.model import Span
    >>> said = Attribution(pattern="p", content=(Span(0, 2, "No"),), kind="direct", confidence=1.0)
    >>> record_ids("a1", [said, said])
    ('a1#17fbbf51', 'a1#17fbbf51.2')
    """
    seen: Counter[str] = Counter()
    ids = []
    for attribution in attributions:
        digest = _digest(attribution)
        seen[digest] += 1
        repeated = f".{seen[digest]}" if seen[digest] > 1 else ""
        ids.append(f"{document_id}#{digest}{repeated}")
    return tuple(ids)


def _digest(attribution: Attribution) -> str:
    source, cue = attribution.source, attribution.cue
    words = [source.text if source else "", cue.span.text if cue else ""]
    words += [span.text for span in attribution.content]
    # A lone surrogate is text like any other here.
    data = "\0".join(words).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()
