"""What the desk serves, and within which limits."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen

from attrib.desk.forms import Site


@frozen(kw_only=True)
class Limits:
    """What a request may cost."""

    most: int = 2_000_000
    """Bytes of a body."""
    reading: float = 20.0
    """Seconds for one text."""
    sending: float = 30.0
    """Seconds within which a body has to be here."""
    searching: float = 10.0
    """Seconds for one search."""
    fetching: float = 15.0
    """Seconds for a page whose address was given."""


@frozen(kw_only=True)
class Desk:
    """What to serve, and how."""

    path: Path | None = None
    """The database."""
    workers: int = 1
    """Processes that read what is pasted."""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Names by which the desk may be asked for; `*` permits any."""
    fetches: bool = False
    """Whether it gets the page of an address that is pasted; only from the public web."""
    limits: Limits = field(factory=Limits)

    @property
    def site(self) -> Site:
        """What its pages have to know."""
        return Site(has_database=self.path is not None, fetches=self.fetches, most=self.limits.most)
