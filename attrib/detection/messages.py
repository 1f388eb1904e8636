"""Messages: mail, posts and statements in full, whose form says who wrote what stands below.

`On Monday, Ana Ruiz wrote:` over quoted lines, `From: Ana Ruiz` over a letter, `@ana_ruiz` over or
`RT @ana_ruiz:` before a post, and `In a statement, the council said:` over paragraphs in which the
council says we.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import tells
from attrib.detection.credit_lines import DASHES, handle_at, name_at, untagged
from attrib.detection.cues import in_context
from attrib.detection.known import PHRASE
from attrib.words.tokens import CLOSE, OPEN, Tokens

_WROTE = frozenset("wrote writes said says replied replies posted posts added answered".split())
_ANNOUNCES = _WROTE | frozenset(
    "read reads tweeted tweets continued continues states stated reports reported notes noted"
    " explains explained".split()
)
_SHOWN = frozenset(
    "transcript photo photos picture pictures image images video screenshot screenshots clip link"
    " map chart gif footage".split()
)
"""What is posted, set below and lost in plain text: `tweeted a photo of the bridge:`."""
_LONGEST_HEAD = 24
_LONGEST_WHEN = 8
_LONGEST_CAPTION = 40
_LONGEST_ADDRESS = 60
_MOST_PARAGRAPHS = 20
_OURS = frozenset("we our us ours i my me we're we've we'll i'm i've i'll".split())
_PROSE_ENDS = frozenset((".", "!", "?", "…", CLOSE))
_IN_PHRASE = PHRASE | {"VBG", "VBN"}
_OF_PHRASE = frozenset("of for and at from in".split())
_FIELDS = frozenset("to sent date subject cc bcc reply-to".split())


def find(
    tokens: Tokens, tags: Sequence[str], quoted: Sequence[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """A reading for each message; `quoted` are blocks of quoted lines, as offsets of the text.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "In a note, the board said:\\n\\nWe are late. It rains.\\n\\nWe pay.\\n\\nMay came."
    >>> tokens = tokenize(text, (), split(text))
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['the board', 'We are late. It rains.', 'We pay.']
    """
    yield from mail(tokens, tags, quoted)
    if "@" in tokens.words:
        yield from posts(tokens, tags)
    if ":" in tokens.words:
        yield from statements(tokens, tags, quoted)
        yield from letters(tokens, tags)


def mail(
    tokens: Tokens, tags: Sequence[str], quoted: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """A reading for each block of quoted lines under `On Monday, Ana Ruiz wrote:`."""
    words = tokens.words
    paragraphs = tokens.paragraphs() if quoted else []
    for start, end in quoted:
        first, last = tokens.range(start, end)
        low = bisect_right(paragraphs, first, key=itemgetter(1))
        near = paragraphs[low : bisect_left(paragraphs, last, low, key=itemgetter(0))]
        yield from _signed_block(tokens, tags, near, first, last)
        if first < 2 or words[first - 1] != ":":
            continue
        above = range(first - 2, max(0, first - 2 - _LONGEST_WHEN), -1)
        at = next((i for i in above if words[i] in _WROTE), 0)
        stop = at
        if words[stop - 1] == ">":
            address = range(stop, max(0, stop - _LONGEST_ADDRESS), -1)
            stop = next((i for i in address if words[i] == "<"), 0)
        begin = stop
        while begin > 0 and tags[begin - 1] == "NNP" and words[begin - 1] not in ("am", "pm"):
            begin -= 1
        if begin == stop:
            continue
        content = tuple(
            (max(one, first), min(other, last)) for one, other in near if words[other - 1] != ":"
        )
        if content:
            word = in_context(words, tags, begin, last, at, "write", "statement", ())
            yield formal(word, "source-cue-content", (at, at + 1), (begin, stop), content)


def _signed_block(
    tokens: Tokens, tags: Sequence[str], near: Sequence[TokenRange], first: int, last: int
) -> Iterator[Candidate]:
    """A reading for quoted lines, in the paragraphs near, that a dash and a name end or follow."""
    words = tokens.words
    inside = [each for each in near if first <= each[0] and each[1] <= last]
    at = last
    if len(inside) > 1 and words[inside[-1][0]] in DASHES:
        at = inside.pop()[0]
    if not inside or words[at] not in DASHES or not tokens.starts_paragraph(at):
        return
    source = name_at(tokens, tags, at + 1)
    if source is not None and words[inside[0][0]] != OPEN:
        yield untagged(tokens, tags, source, *inside)


def posts(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each post under or before the account that it is by."""
    words, depth = tokens.words, tokens.depth
    paragraphs = tokens.paragraphs()
    for k, (first, last) in enumerate(paragraphs):
        begin = first + (words[first] == "rt")
        if words[begin] == "@":
            account = handle_at(tokens, begin)
            if account is not None and words[account[1]] == ":" and account[1] + 1 < last:
                at = account[1]
                word = in_context(words, tags, first, last, at, ":", "-", ())
                content = ((at + 1, last),)
                yield formal(word, "source-cue-content", (at, at + 1), account, content)
                continue
        below = _post_below(tokens, paragraphs, k)
        if below is not None and words[last - 1] != ":" and not depth[first]:
            account = handle_at(tokens, max(first, last - 8))
            named = name_at(tokens, tags, first) if words[first] != "@" else None
            if account is not None and account[1] == last:
                if named is None and account[0] != first:
                    continue
                yield untagged(tokens, tags, named or account, below)
        if k and words[first] in DASHES and not depth[first - 1] and "@" in words[first:last]:
            named = name_at(tokens, tags, first + 1)
            if named is not None and words[named[1]] == "(":
                yield untagged(tokens, tags, named, paragraphs[k - 1])


def _post_below(tokens: Tokens, paragraphs: Sequence[TokenRange], k: int) -> TokenRange | None:
    """The words of a post, past the lines that only say when: `·`, `May 4`."""
    for first, last in paragraphs[k + 1 : k + 4]:
        words = sum(form[0].isalpha() for form in tokens.forms[first:last])
        if words > 2:
            return first, last
    return None


def statements(
    tokens: Tokens, tags: Sequence[str], quoted: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """A reading for each line that announces what somebody wrote, with the paragraphs below it: the
    next, and those that go on as `we` or `I`."""
    words = tokens.words
    blocks = {tokens.range(start, end)[0] for start, end in quoted}
    paragraphs = tokens.paragraphs()
    for k, ((first, last), (below, end)) in enumerate(pairwise(paragraphs)):
        if words[last - 1] != ":" or below in blocks or words[below] == OPEN:
            continue
        if words[end - 1] not in _PROSE_ENDS:
            continue
        sentence = bisect_right(tokens.sentences, last - 1, key=itemgetter(0)) - 1
        first = max(first, tokens.sentences[sentence][0])
        if last - first > _LONGEST_HEAD or any(tokens.depth[first:last]):
            continue
        head = _announced(tokens, tags, first, last - 1)
        if head is None and not _MINE.isdisjoint(words[below:end]):
            head = _testified(tokens, tags, first, last - 1)
        if head is None:
            credited = _credited(tokens, first, last - 1)
            if credited is not None:
                yield untagged(tokens, tags, credited, (below, end))
            continue
        verb, source = head
        content = [(below, end)]
        for one, other in paragraphs[k + 2 : k + 2 + _MOST_PARAGRAPHS]:
            goes_on = not _OURS.isdisjoint(words[one:other]) and words[other - 1] in _PROSE_ENDS
            if words[other - 1] == ")" and other - one < _LONGEST_CAPTION:
                continue  # `Police at the gate. (Photo sent by a reader)`
            if not goes_on or _quotes_at_length(words, one, other):
                break
            content.append((one, other))
        word = in_context(words, tags, first, last, verb, words[verb], "statement", ())
        yield formal(word, "source-cue-content", (verb, verb + 1), source, tuple(content))


def _quotes_at_length(words: Sequence[str], first: int, last: int) -> bool:
    """Whether more than a word or two stand in marks: `It says I am “stateless”` is still mine."""
    opens = (i for i in range(first, last) if words[i] == OPEN)
    return any(CLOSE not in words[i : i + _FEW] for i in opens)


_FEW = 5


def _announced(
    tokens: Tokens, tags: Sequence[str], first: int, last: int
) -> tuple[int, TokenRange] | None:
    """The verb of a line that announces what is written below, and who wrote it."""
    words = tokens.words
    for verb in range(first + 1, last):
        if words[verb] in _ANNOUNCES:
            break
    else:
        return None
    if not _SHOWN.isdisjoint(words[verb + 1 : last]):
        return None
    after = (i for i in range(verb + 1, last) if words[i] != "follows")
    if any(tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in after):
        return None
    end = verb
    while end > first and tags[end - 1] in ("RB", "VBZ", "VBD", "VBN") and end - 1 > first:
        end -= 1  # `has since written`, `later added`
    begin = end
    while begin > first and (tags[begin - 1] in _IN_PHRASE or words[begin - 1] in _OF_PHRASE):
        begin -= 1
    while begin < end and words[begin] in _OF_PHRASE:
        begin += 1
    if begin == end or (begin > first and words[begin - 1] != ","):
        return None
    return verb, (begin, end)


def _credited(tokens: Tokens, first: int, last: int) -> TokenRange | None:
    """Whose the words below are by a line that only says where they are from: `Via the Echo:`."""
    begins = first + (tokens.words[first] == "more") + 1
    name = tokens.forms[begins:last]
    if tokens.words[begins - 1] not in _FROM or not any(form[0].isupper() for form in name):
        return None
    named = all(form[0].isupper() or form in _IN_NAME for form in name)
    return (begins, last) if named else None


_FROM = frozenset(("from", "via", "per"))
_IN_NAME = frozenset("the of for and".split())


def _testified(
    tokens: Tokens, tags: Sequence[str], first: int, last: int
) -> tuple[int, TokenRange] | None:
    """The verb of a line that says what somebody tells below as I, and who that is: `He explained
    why they had left:`."""
    words = tokens.words
    verb = next((i for i in range(first + 1, last) if tags[i] in ("VBD", "VBZ", "VBP")), None)
    if verb is None or not tells(words[verb], _TESTIFIES) or words[verb] in _WROTE:
        return None
    end = verb - (tags[verb - 1] == "RB")
    subject = tags[first:end]
    return (verb, (first, end)) if subject and _SUBJECT.issuperset(subject) else None


_TESTIFIES = frozenset(("statement", "disclosure"))
_SUBJECT = _IN_PHRASE | {"PRP"}
_MINE = frozenset("i my me i'm i've i'll".split())


def letters(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each letter under `From: Ana Ruiz` and `Subject:`, without the name below."""
    words = tokens.words
    paragraphs = tokens.paragraphs()
    for k, (first, last) in enumerate(paragraphs):
        if words[first] != "from" or words[first + 1] != ":" or last - first > _LONGEST_HEAD:
            continue
        source = name_at(tokens, tags, first + 2)
        body = k + 1
        while body < len(paragraphs) and _is_field(tokens, paragraphs[body]):
            body += 1
        if source is None or body == k + 1:
            continue
        content = []
        for one, other in paragraphs[body:]:
            if words[one] == "from" and words[one + 1] == ":":
                break
            content.append((one, other))
        name = tokens.words[source[1] - 1]
        while content and (
            name in words[slice(*content[-1])] or content[-1][1] - content[-1][0] < 4
        ):
            if words[content[-1][1] - 1] in _PROSE_ENDS:
                break
            content.pop()
        if content:
            yield untagged(tokens, tags, source, *content)


def _is_field(tokens: Tokens, paragraph: TokenRange) -> bool:
    return tokens.words[paragraph[0]] in _FIELDS and tokens.words[paragraph[0] + 1] == ":"
