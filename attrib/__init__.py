"""Who said what, and who says so: provenance records from news articles."""

from __future__ import annotations

__version__ = "0.1.0"
