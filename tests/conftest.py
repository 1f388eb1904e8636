"""What holds for all tests: how thoroughly properties are tried, and a database to search in.

`--hypothesis-profile=full` is what CI asks for.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from strategies import FULL

# Neither has a deadline: the tests run side by side, and a machine may be busy.
settings.register_profile("full", max_examples=FULL, deadline=None)
settings.register_profile("quick", max_examples=FULL // 4, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `made_desk`, for reading."""
    import made_desk

    return made_desk.write(tmp_path_factory.mktemp("desk"))
