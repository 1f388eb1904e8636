"""Does `attrib verify --draft` catch fabrications? `python benchmarks/drafts.py [FOLDER…]`.

Drafts of one quotation each are made by program from annotated articles: true ones, and
fabrications of every kind that reached print. Each is held against the article that it is made
from. Without a folder the articles are those of `fixtures/articles`; a folder has `NAME.txt` with
`NAME.expected.json` or `NAME.json`, whose records name content by offsets and speakers by name.

The exit status is 1 where a fabrication passes, or fewer than 97 % of the true drafts do.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from attrib import Attributor  # noqa: E402
from attrib.across.draft import QuotationCheck, check  # noqa: E402
from attrib.across.identity import same_name  # noqa: E402
from attrib.analysis import Analysis  # noqa: E402

LEAST_TRUE = 0.97
_MARKED = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|‘[^‘’“”]+’(?!\w)")
_ANY_MARK = re.compile(r"[“”\"«»„‘’]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?](?=\s|$)")
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing)\b|n['’]t\b")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|has|have|had|must)\b")
_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
_NUMBER_WORDS = "one two three four five six seven eight nine ten twenty thirty hundred".split()
_FRAMES = (
    "{open}{words},{close} {speaker} said.",
    "{speaker} said: {open}{words}.{close}",
    "{open}{words},{close} said {speaker}.",
    "On Tuesday, {speaker} told reporters: {open}{words}.{close}",
    "ORVALE, March 3 - The council met again.\n\n{open}{words},{close} {speaker} said on Tuesday.",
)
_INVENTED = ("Minister Odile Farrow", "Senator Bram Oster", "Mayor Tilde Grange")


class Said(NamedTuple):
    """A stretch in quotation marks and who says it, by the people who annotated the article."""

    words: str
    speaker: str
    kind: str
    record: int


class Draft(NamedTuple):
    """A text to be checked."""

    kind: str
    """Of fabrication; `true…` for what may be printed."""
    text: str
    story: Story

    @property
    def true(self) -> bool:
        return self.kind.startswith("true")


class Story:
    """An article, and what people marked in it."""

    def __init__(self, text: str, gold: Mapping[str, Any], name: str) -> None:
        self.text, self.gold, self.name = text, gold, name
        self.chooser = random.Random(name)

    @cached_property
    def analysis(self) -> Analysis:
        given = self.gold.get("options") or {
            key: self.gold[key] for key in ("publisher", "published") if self.gold.get(key)
        }
        return Attributor().attribute(self.text, path=f"{self.name}.txt", **given)

    @cached_property
    def records(self) -> list[tuple[list[tuple[int, int]], Mapping[str, Any]]]:
        """The records, each after its content's offsets."""
        return [
            ([_offsets(span) for span in record["content"]], record)
            for record in [*self.gold["records"], *self.gold.get("optional", ())]
            if isinstance(record, dict) and record.get("content")
        ]

    @cached_property
    def said(self) -> list[Said]:
        """What stands in marks in the content of a speaker with a name."""
        found: list[Said] = []
        for n, (spans, record) in enumerate(self.records):
            speaker, kind = _speaker(record)
            if kind not in ("person", "organization") or not speaker or not speaker[0].isupper():
                continue
            for start, end in spans:
                for match in _MARKED.finditer(self.text, start, end):
                    words = match[0][1:-1].strip().rstrip(",.;")
                    if len(words.split()) >= 3 and not re.search(r"\n|…|\.\.\.", words):
                        found.append(Said(words, speaker, kind, n))
        return found

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a claim stands in what somebody is quoted with: in that one's words."""
        return any(
            first <= start and end <= last
            for spans, record in self.records
            if record.get("kind") == "direct"
            for first, last in spans
        )

    @cached_property
    def people(self) -> list[str]:
        """Who is heard in the article by name."""
        named = (_speaker(record) for _, record in self.records)
        return list(dict.fromkeys(name for name, kind in named if kind == "person" and name))

    @cached_property
    def prose(self) -> list[str]:
        """Sentences in which nobody is heard."""
        taken = [span for spans, _ in self.records for span in spans]
        taken += [
            _offsets(record[role])
            for _, record in self.records
            for role in ("cue", "source")
            if record.get(role)
        ]
        return [
            match[0].strip().rstrip(".")
            for match in _SENTENCE.finditer(self.text)
            if _is_prose(match[0])
            and not any(start < match.end() and match.start() < end for start, end in taken)
        ]

    def has_several_speakers(self, words: str) -> bool:
        """Whether the words may be another's: twice there, or told by one of another."""
        at = self.text.find(words)
        told = sum(any(start <= at < end for start, end in spans) for spans, _ in self.records)
        return self.text.count(words) > 1 or told > 1


def _offsets(span: Any) -> tuple[int, int]:
    return (span["start"], span["end"]) if isinstance(span, dict) else (span[0], span[1])


def _speaker(record: Mapping[str, Any]) -> tuple[str, str]:
    speaker = record.get("speaker")
    if isinstance(speaker, dict):
        return speaker.get("name") or "", speaker.get("kind") or ""
    return speaker or "", record.get("speaker_kind") or ""


def _is_prose(words: str) -> bool:
    return len(words.split()) >= 6 and "\n" not in words.strip() and not _ANY_MARK.search(words)


def _framed(story: Story, words: str, speaker: str, marks: str = "“”") -> str:
    frame = story.chooser.choice(_FRAMES)
    text = frame.format(open=marks[0], words=words, close=marks[1], speaker=speaker)
    return re.sub(r"([?!…])[,.](?=[”»\"])", r"\1", text)


def _true(story: Story) -> Iterator[str]:
    for said in story.said:
        yield _framed(story, said.words, said.speaker)


def _true_part(story: Story) -> Iterator[str]:
    """The first or the last words."""
    for said in story.said:
        words = said.words.split()
        if len(words) >= 8:
            cut = words[: len(words) // 2] if story.chooser.random() < 0.5 else words[-5:]
            if not _ANY_MARK.search(cut[0] + cut[-1]):
                yield _framed(story, " ".join(cut), said.speaker)


def _true_ellipsis(story: Story) -> Iterator[str]:
    """An aside between commas left out, or a sentence."""
    for said in story.said:
        aside = re.search(r"(?<=\w),( (?:\w+ ){2,7}\w+,)(?= \w)", said.words)
        if aside and not re.search(rf"{_NEGATION.pattern}|\bif\b|\bunless\b", aside[1]):
            short = f"{said.words[: aside.start()]} … {said.words[aside.end() :].strip()}"
            yield _framed(story, short, said.speaker)


def _true_marks(story: Story) -> Iterator[str]:
    """Other quotation marks than the source has."""
    for said in story.said:
        if not _ANY_MARK.search(re.sub(r"\w['’]\w", "", said.words)):
            yield _framed(story, said.words, said.speaker, story.chooser.choice(('""', "«»")))


def _true_surname(story: Story) -> Iterator[str]:
    """Somebody's last name alone, as a second mention has it."""
    for said in story.said:
        if said.kind == "person" and len(said.speaker.split()) > 1 and "." not in said.speaker:
            yield _framed(story, said.words, said.speaker.split()[-1])


def _word_changed(story: Story) -> Iterator[str]:
    """A word of the quotation for another one of the article."""
    others = sorted(set(re.findall(r"\b[a-z]{5,}\b", story.text)))
    for said in story.said:
        inner = [m for m in re.finditer(r"\b[a-z]{4,}\b", said.words) if m.start()]
        if inner:
            match = story.chooser.choice(inner)
            word = story.chooser.choice([other for other in others if other != match[0]])
            changed = said.words[: match.start()] + word + said.words[match.end() :]
            if changed not in story.text:
                yield _framed(story, changed, said.speaker)


def _word_dropped(story: Story) -> Iterator[str]:
    for said in story.said:
        words = said.words.split()
        if len(words) >= 5:
            at = story.chooser.randrange(1, len(words) - 1)
            if words[at].strip(",").lower() not in ("um", "uh", "er") and words[at].isalpha():
                yield _framed(story, " ".join(words[:at] + words[at + 1 :]), said.speaker)


def _negated(story: Story) -> Iterator[str]:
    """`Not` put in or taken out."""
    for said in story.said:
        negation = re.search(r" not\b|n['’]t\b", said.words)
        auxiliary = _AUXILIARY.search(said.words)
        if negation and negation.start():
            left = said.words[: negation.start()] + said.words[negation.end() :]
            if left not in story.text:
                yield _framed(story, left, said.speaker)
        elif auxiliary and auxiliary.end() < len(said.words):
            at = auxiliary.end()
            yield _framed(story, f"{said.words[:at]} not{said.words[at:]}", said.speaker)


def _number_changed(story: Story) -> Iterator[str]:
    words_of_number = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b")
    for said in story.said:
        figure, word = _NUMBER.search(said.words), words_of_number.search(said.words)
        if figure:
            other = str(int(re.sub(r"\D", "", figure[0])) + story.chooser.choice((1, 10, 300)))
            changed = said.words[: figure.start()] + other + said.words[figure.end() :]
            yield _framed(story, changed, said.speaker)
        elif word:
            other = story.chooser.choice([each for each in _NUMBER_WORDS if each != word[0]])
            changed = said.words[: word.start()] + other + said.words[word.end() :]
            yield _framed(story, changed, said.speaker)


def _joined(story: Story) -> Iterator[str]:
    """Two quotations as one."""
    for first, second in zip(story.said, story.said[1:], strict=False):
        if first.record != second.record:
            words = f"{first.words.rstrip('.,')}. {second.words[0].upper()}{second.words[1:]}"
            yield _framed(story, words, first.speaker)


def _swapped(story: Story) -> Iterator[str]:
    """The words of one given to another who is heard in the same article, or to a stranger."""
    for said in story.said:
        if not story.has_several_speakers(said.words):
            others = [name for name in story.people if not same_name(name, said.speaker)]
            others.append(story.chooser.choice(_INVENTED))
            yield _framed(story, said.words, story.chooser.choice(others))


def _prose(story: Story) -> Iterator[str]:
    for words in story.prose:
        speaker = story.chooser.choice([*story.people, story.chooser.choice(_INVENTED)])
        yield _framed(story, words, speaker)


def _claim(story: Story) -> Iterator[str]:
    """A reported claim in marks, said by whose claim it is."""
    for spans, record in story.records:
        speaker, kind = _speaker(record)
        if kind in ("person", "organization") and record.get("kind") == "indirect":
            words = story.text[slice(*spans[0])].strip(" ,.")
            if len(spans) == 1 and _is_prose(words) and not story.is_quoted(*spans[0]):
                yield _framed(story, words.removeprefix("that "), speaker)


def _widened(story: Story) -> Iterator[str]:
    """The reporter's words taken into the marks that stood behind them."""
    for spans, record in story.records:
        speaker, kind = _speaker(record)
        if record.get("kind") != "mixed" or kind not in ("person", "organization"):
            continue
        for start, end in spans:
            match = _MARKED.search(story.text, start, end)
            if match and len(story.text[start : match.start()].split()) >= 3:
                before = story.text[start : match.start()]
                words = before + match[0][1:-1].strip().rstrip(",.")
                if "\n" not in words and not _ANY_MARK.search(before):
                    yield _framed(story, words.removeprefix("that "), speaker)


def _turned(story: Story) -> Iterator[str]:
    """An ellipsis in the place of a negation, alone or with what follows it."""
    for said in story.said:
        for match in _NEGATION.finditer(said.words):
            rest = said.words[match.end() :].split()
            more = story.chooser.choice((0, 0, 1, 2))
            before = said.words[: match.start()].strip()
            if before and len(rest) >= more + 2:
                left = " ".join(rest[more:])
                if f"{before} {left}" not in story.text:
                    yield _framed(story, f"{before} … {left}", said.speaker)
                break


TRUE: Mapping[str, Callable[[Story], Iterator[str]]] = {
    "true: the very words": _true,
    "true: a part of them": _true_part,
    "true: an ellipsis for an aside": _true_ellipsis,
    "true: other marks": _true_marks,
    "true: the surname alone": _true_surname,
}
FABRICATED: Mapping[str, Callable[[Story], Iterator[str]]] = {
    "a word changed": _word_changed,
    "a word dropped": _word_dropped,
    "negated, or a negation dropped": _negated,
    "a number changed": _number_changed,
    "two quotations joined": _joined,
    "another speaker": _swapped,
    "the reporter's prose in marks": _prose,
    "a reported claim in marks": _claim,
    "the marks widened": _widened,
    "an ellipsis that turns the sense": _turned,
}


def stories(folder: Path) -> Iterator[Story]:
    """The annotated articles of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for end in (".expected.json", ".json"):
            gold = path.with_name(path.stem + end)
            if gold.is_file():
                with path.open(encoding="utf-8", newline="") as file:
                    yield Story(file.read(), json.loads(gold.read_text("utf-8")), path.stem)
                break


def drafts(story: Story) -> Iterator[Draft]:
    """Every draft that can be made of an article, the same on every run."""
    for kind, make in {**TRUE, **FABRICATED}.items():
        for text in dict.fromkeys(make(story)):
            yield Draft(kind, text, story)


def checked(draft: Draft) -> tuple[bool, tuple[QuotationCheck, ...]]:
    """Whether the draft may be printed, and why."""
    found = check(Attributor().attribute(draft.text), [draft.story.analysis])
    return all(each.ok for each in found) and bool(found), found


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check drafts that were made by program.")
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "fixtures" / "articles"])
    parser.add_argument("--errors", action="store_true", help="show every draft judged wrongly")
    arguments = parser.parse_args(argv)
    made: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    statuses: dict[str, Counter[str]] = {kind: Counter() for kind in (*TRUE, *FABRICATED)}
    for folder in arguments.folders:
        for story in stories(folder):
            for draft in drafts(story):
                ok, found = checked(draft)
                made[draft.kind] += 1
                passed[draft.kind] += ok
                statuses[draft.kind].update(each.status for each in found)
                if ok != draft.true and arguments.errors:
                    print(f"-- {draft.kind} ({story.name}): {draft.text}")
                    for each in found:
                        print(f"     {each.status}: {each.speaker} / {each.found_speaker}")
    for kind in made:
        told = ", ".join(f"{status} {n}" for status, n in statuses[kind].most_common())
        print(f"{kind:36} {made[kind]:5} made {passed[kind]:5} ok   {told}")
    true = [kind for kind in made if kind in TRUE]
    vouched = sum(passed[kind] for kind in made if kind in FABRICATED)
    fabricated = sum(made[kind] for kind in made if kind in FABRICATED)
    right, all_true = sum(passed[kind] for kind in true), sum(made[kind] for kind in true)
    print(f"fabrications caught: {fabricated - vouched} of {fabricated}")
    print(f"true drafts ok: {right} of {all_true} ({right / max(all_true, 1):.1%})")
    return int(vouched > 0 or right < LEAST_TRUE * all_true)


if __name__ == "__main__":
    sys.exit(main())
