"""How thoroughly the properties are tried: `--hypothesis-profile=full` is what CI asks for."""

from __future__ import annotations

from hypothesis import settings
from strategies import FULL

# Neither has a deadline: the tests run side by side, and a machine may be busy.
settings.register_profile("full", max_examples=FULL, deadline=None)
settings.register_profile("quick", max_examples=FULL // 4, deadline=None)
settings.load_profile("quick")
