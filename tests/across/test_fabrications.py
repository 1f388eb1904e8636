"""No fabrication passes: the drafts of `benchmarks/drafts.py`, made from our own articles."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "benchmarks" / "drafts.py"


def test_no_fabrication_passes_and_true_drafts_do(capsys: pytest.CaptureFixture[str]) -> None:
    """Of hundreds of drafts none that is false is ok, and 97 of 100 that are true."""
    main = runpy.run_path(str(BENCH))["main"]

    assert main(["--errors"]) == 0, capsys.readouterr().out
