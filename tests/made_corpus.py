"""A made corpus in which it is known which records carry the same statement.

Statements come out of a small grammar over made words, some of them frequent and most of them
rare, so that they share function words and turns of phrase as news does. Each is carried by one
to six articles: word for word, with a word or two changed, as a fragment inside a paraphrase,
now and then under a wrong name. Every fifth has a sibling: the same speaker, the same opening,
another end.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate, combinations

from attrs import frozen

from attrib.model import Document, Kind, Link, Record, Span, Speaker

GIVEN = "Ana Ivo Mara Juno Petra Olav Rosa Emil Nadia Hugo Lena Oskar Vera Milo Tess Arno"
SURNAMES = """
    Ruiz Stone Marsh Okoro Lindqvist Haddad Novak Brandt Castell Iwu Petrov Sato Moreau Quill
    Varga Dunne Osei Kline Tamm Bello
"""
OUTLETS = (
    "Valley Herald",
    "Daily Post",
    "Harbor Tribune",
    "Northern Wire",
    "The Clear River Times",
    "Plains Courier",
    "Radio Delta",
    "Lakeside Ledger",
)
SYLLABLES = """
    bar cal dor fen gal har jun kel lor mar nis or pel quin ras sol tur ven wil yar zet bri cho
    dra fli gre plo sta tri vel
"""
CLAUSES = (
    "we will {v} the {a} {n} before the {n} of {n}",
    "nobody asked the {a} {p} whether to {v} the {n}",
    "the {p} pay for each {a} {n} that {p} {v}",
    "I do not believe that {a} {n} and {n} can {v} the {n}",
    "the {a} {n} should have {v} {n} {n} after the {n}",
    "you cannot {v} a {n} and then {v} its {a} {n}",
    "what {p} need is a {a} {n}, not another {n} for {p}",
    "our {p} have {v} the {n} since {n} and {n}",
    "if they {v} {a} {n}, {p} in {n} will {v} the {n}",
    "there is no {n} to {v} {a} {n} or {n}",
    "every {n} in {n} knows how {p} {v} {a} {n}",
    "{p} told me that the {n} had {v} half of {n}",
    "without {n} the {a} {p} of {n} cannot {v}",
    "some {a} {n} may {v}, but {n} does not {v} {p}",
)
OPENINGS = (
    "Let me be clear about one thing:",
    "As I have told the council many times,",
    "With all respect to my friends across the aisle,",
)


@frozen
class Corpus:
    """Records, and the number of the statement that each carries, in the same order."""

    records: tuple[Record, ...]
    statements: tuple[int, ...]
    firsts: dict[int, str]
    """Article that carried a statement first, for those on more than one."""

    def true_pairs(self) -> set[tuple[int, int]]:
        """Every two records that carry one statement."""
        by_statement: dict[int, list[int]] = {}
        for n, statement in enumerate(self.statements):
            by_statement.setdefault(statement, []).append(n)
        return {pair for same in by_statement.values() for pair in combinations(same, 2)}


class _Maker:
    def __init__(self, seed: int) -> None:
        self.chooser = random.Random(seed)
        self.records: list[Record] = []
        self.statements: list[int] = []
        self.firsts: dict[int, str] = {}
        self.words = {"n": self.nouns(3000), "v": self.nouns(900), "a": self.nouns(1200)}
        self.words["p"] = [f"{word}s" for word in self.nouns(200)]
        # As in any language, the word of rank r is about 1/r as frequent as the first.
        self.frequencies = {
            slot: list(accumulate(1 / (rank + 5) for rank in range(len(words))))
            for slot, words in self.words.items()
        }

    def nouns(self, count: int) -> list[str]:
        """Made words of two or three syllables."""
        syllables = SYLLABLES.split()
        return ["".join(self.chooser.choices(syllables, k=2 + n % 2)) for n in range(count)]

    def clause(self) -> str:
        return "".join(
            self.chooser.choices(self.words[piece], cum_weights=self.frequencies[piece])[0]
            if piece in self.words
            else piece
            for piece in self.chooser.choice(CLAUSES).replace("{", "}").split("}")
        )

    def statement(self) -> str:
        return "; ".join(self.clause() for _ in range(self.chooser.choice((1, 2, 2, 3))))

    def speaker(self) -> str:
        return f"{self.chooser.choice(GIVEN.split())} {self.chooser.choice(SURNAMES.split())}"

    def carry(self, number: int, wording: str, speaker: str, own: int) -> None:
        """Put a statement into some articles; words before `own` are not its own alone."""
        day = date(2026, 1, 1) + timedelta(days=self.chooser.randrange(300))
        outlets = self.chooser.sample(OUTLETS, self.chooser.choice((1, 1, 2, 3, 4, 6)))
        for n, outlet in enumerate(outlets):
            article = f"{number}-{n}"
            if n == 0 and len(outlets) > 1:
                self.firsts[number] = article
            kind, content = self.version(wording, own) if n else ("direct", f"“{wording}.”")
            name = speaker if self.chooser.random() < 0.6 else speaker.split()[1]
            if n and content == f"“{wording}.”" and len(wording.split()) > 14:
                name = self.speaker() if self.chooser.random() < 0.05 else name
            chain = [Link("publisher", outlet)]
            if n and self.chooser.random() < 0.4:
                chain.append(Link("outlet", outlets[0]))
            self.add(number, article, outlet, day + timedelta(days=n), kind, content, name, chain)

    def version(self, wording: str, own: int) -> tuple[Kind, str]:
        """The statement as a later article has it."""
        words = wording.split()
        sort = self.chooser.choices(("exact", "near", "partial", "indirect"), (5, 3, 3, 1))[0]
        if sort == "near":
            for _ in range(1 + len(words) // 20):
                place = self.chooser.randrange(own, len(words))
                edit = self.chooser.choice(("drop", "put", "change"))
                fresh = [] if edit == "drop" else [self.chooser.choice(self.words["a"])]
                words[place : place + (edit != "put")] = fresh
            return "direct", f"“{' '.join(words)}.”"
        if sort == "partial":
            length = self.chooser.randint(7, 10)
            start = self.chooser.randint(own, max(own, len(words) - length))
            part = " ".join(words[start : start + length]).rstrip(",;")
            return "mixed", f"that the {self.chooser.choice(self.words['n'])} was “{part}”"
        if sort == "indirect":
            return "indirect", f"that {wording}"
        return "direct", f"“{wording}.”"

    def add(
        self,
        number: int,
        article: str,
        outlet: str,
        day: date,
        kind: Kind,
        content: str,
        name: str,
        chain: list[Link],
    ) -> None:
        self.records.append(
            Record(
                id=f"{article}.1",
                document=Document(text="", id=article, publisher=outlet, published=day.isoformat()),
                kind=kind,
                content=(Span(0, len(content), content),),
                cue=None,
                source=None,
                speaker=Speaker(name=name, kind="person"),
                chain=(*chain, Link("speaker", name)),
                confidence=1.0,
                pattern="made",
            )
        )
        self.statements.append(number)


def make(statements: int, seed: int = 1) -> Corpus:
    """A corpus of so many statements."""
    maker = _Maker(seed)
    number = 0
    while number < statements:
        speaker = maker.speaker()
        if maker.chooser.random() < 0.2:
            opening = maker.chooser.choice(OPENINGS)
            for _ in range(2):
                wording = f"{opening} {maker.statement()}"
                maker.carry(number, wording, speaker, len(opening.split()))
                number += 1
        else:
            maker.carry(number, maker.statement(), speaker, 0)
            number += 1
    order = list(range(len(maker.records)))
    maker.chooser.shuffle(order)
    return Corpus(
        tuple(maker.records[n] for n in order),
        tuple(maker.statements[n] for n in order),
        maker.firsts,
    )
