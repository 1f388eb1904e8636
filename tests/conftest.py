"""What holds for all tests: how thoroughly properties are tried, and a database to search in.

`--hypothesis-profile=full` is what CI asks for. Doctests of what needs an extra are skipped where
it is not installed.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings
from strategies import EXAMPLES, FULL

# Neither has a deadline: the tests run side by side, and a machine may be busy. Both draw the same
# examples each time, so that what passed here passes in CI; `ATTRIB_EXAMPLES` asks for others.
AGAIN = EXAMPLES == 0
settings.register_profile("full", max_examples=FULL, deadline=None, derandomize=AGAIN)
settings.register_profile("quick", max_examples=FULL // 4, deadline=None, derandomize=AGAIN)
settings.load_profile("quick")


PAGES = Path(__file__).parent.parent / "attrib" / "reading" / "pages"


@pytest.fixture(scope="session")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `made_desk`, for reading."""
    import made_desk

    return made_desk.write(tmp_path_factory.mktemp("desk"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_spec("lxml") is None:
        for item in items:
            if PAGES in item.path.parents and isinstance(item, pytest.DoctestItem):
                item.add_marker(pytest.mark.skip(reason="needs the extra [html]"))
