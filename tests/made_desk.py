"""A small database for the tests of the desk: the fixtures, and articles of known content."""

from __future__ import annotations

import json
from pathlib import Path

from attrib.cli import main

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "fixtures" / "articles"
MADE = (
    {
        "id": "gazette-1",
        "title": "Harbour to close",
        "publisher": "Riverton Gazette",
        "published": "2024-03-01",
        "url": "https://gazette.example/harbour-to-close",
        "text": "Harbour to close\n\n“The clear river needs water,” Mayor Ana Quilby told Reuters. "
        "“The water of the clear river is ours,” said Bob Stone. Quilby denied that the harbour "
        "would close.\n",
    },
    {
        "id": "gazette-2",
        "title": "Harbour stays",
        "publisher": "Riverton Gazette",
        "published": "2024-03-02",
        "text": "Harbour stays\n\n“We never closed anything,” said Governor Ana Quilby, who "
        "cooperated with the council. “Nobody asked us,” Ana Quilby added.\n",
    },
    {
        "id": "post-1",
        "title": "No word of it",
        "publisher": "Daily Post",
        "published": "2024-03-03",
        "text": "No word of it\n\n“Cooperation with the council goes on,” Quilby told Reuters.\n",
    },
)


def write(folder: Path) -> Path:
    """The database, in a folder."""
    corpus, file = folder / "made.jsonl", folder / "quotes.db"
    corpus.write_text("".join(json.dumps(article) + "\n" for article in MADE), "utf-8")
    assert main(["index", "--quiet", str(ARTICLES), str(corpus), "-o", str(file)]) == 0
    return file
