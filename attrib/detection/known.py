"""What is known so far of who says what in a text, for the quotations that are still nobody’s.

Each step takes the attributions that stand, adds those it is sure of, and so leaves the next one
fewer quotations and more people who are known to speak.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.cues import in_context
from attrib.detection.patterns import UNTAGGED
from attrib.words.tokens import CLOSE, Tokens

SAME_PARAGRAPH, NEXT_PARAGRAPH = 0.85, 0.75
"""How sure a speaker is whom the words beside a quotation name, and one named further off."""
PHRASE = frozenset("DT NN NNS NNP NNPS PRP PRP$ POS JJ CD".split())
"""Tags of the words of a plain noun phrase."""
FINAL = frozenset(".?!,;")
"""Marks that may end a quotation or its tag."""


class Known:
    """The tokens of a text, and what is known of who says what in it.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> quoted, _ = quotations("“We are late.”")
    >>> tokens = tokenize("“We are late.”", quoted, [(0, 14)])
    >>> known = Known([], tokens, tag(tokens))
    >>> everything = (0, len(tokens.words))
    >>> known.is_taken(*everything)
    False
    >>> known.learn([known.untagged(0, 0, (0, 1), (everything,), SAME_PARAGRAPH)])
    >>> known.is_taken(*everything)
    True
    """

    def __init__(self, chosen: Sequence[Candidate], tokens: Tokens, tags: Sequence[str]) -> None:
        self.chosen: list[Candidate] = []
        self.tokens, self.tags = tokens, tags
        self.words, self.forms, self.depth = tokens.words, tokens.forms, tokens.depth
        self.starts = [first for first, _ in tokens.sentences]
        self.paragraphs = tokens.paragraphs()
        self.paragraph_starts = [first for first, _ in self.paragraphs]
        self.taken: list[TokenRange] = []
        self.taken_starts: list[int] = []
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        self.heard: set[str] = set()
        """The last words of those who say something elsewhere."""
        self.learn(chosen)

    def learn(self, found: Sequence[Candidate]) -> None:
        """Take attributions among those that are known."""
        for i, each in enumerate(found, len(self.chosen)):
            self.by_sentence[self.sentence_of(each.head.at)].append(i)
            if each.source is not None:
                self.heard.add(self.forms[each.source[1] - 1])
        self.chosen += found
        # What a speaker quotes within a quotation does not take it.
        whole = [e for e in self.chosen if not self.depth[e.head.at] or e.cue[0] == e.cue[1]]
        self.taken = sorted(piece for each in whole for piece in each.content)
        self.taken_starts = [first for first, _ in self.taken]

    def is_taken(self, first: int, last: int) -> bool:
        """Whether any attribution has a part of it."""
        at = bisect_right(self.taken_starts, last - 1)
        return any(end > first for _, end in self.taken[max(0, at - 3) : at])

    def untagged(
        self,
        sentence: int,
        at: int,
        source: TokenRange,
        content: tuple[TokenRange, ...],
        confidence: float,
    ) -> Candidate:
        """An attribution without a cue, of what stands `at` a place of a sentence."""
        first, last = self.tokens.sentences[sentence]
        word = in_context(self.words, self.tags, first, last, at, self.words[at], "-", ())
        return formal(word, UNTAGGED, (at, at), source, content, confidence)

    def paragraph(self, at: int) -> tuple[list[TokenRange], int]:
        """All paragraphs, and the index of that which a token stands in."""
        return self.paragraphs, bisect_right(self.paragraph_starts, at) - 1

    def sentence_of(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def is_speech(self, first: int, last: int) -> bool:
        """Whether it is set as a sentence is, with a stop in its marks."""
        inner = last - 1
        while inner > first and self.words[inner] == CLOSE:
            inner -= 1  # `“They said, ‘Go.’ | ”`
        return self.words[inner] in (".", "?", "!", "...", "…", ",", "—", "--")
