"""FILE… for commands that look at a whole corpus: articles, or the records made from them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_input_arguments,
    analyses,
)
from attrib.errors import InputError

if TYPE_CHECKING:
    from attrib.model import Record


def add_record_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE…, what they are and how to read them."""
    add_input_arguments(parser)
    parser.add_argument(
        "--records",
        action="store_true",
        help="FILE… are JSON Lines of attrib extract: nothing is read twice",
    )
    add_attribution_arguments(parser)


def records(arguments: argparse.Namespace, complaints: Complaints) -> Iterator[Record]:
    """The records of every article, or those that were made before."""
    if not arguments.records:
        for analysis in analyses(arguments, complaints):
            yield from analysis.records
        return
    from attrib import schema
    from attrib.formats import jsonl

    for name in arguments.files:
        for data in jsonl.read(Path(name)):
            try:
                yield schema.record(data)
            except InputError as error:
                raise InputError(f"{name}: {data.get('id', '?')}: {error}") from None
