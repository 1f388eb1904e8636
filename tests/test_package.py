"""What users of the installed package meet before any article: imports, names, data, typing."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.resources import files
from pathlib import Path
from pkgutil import walk_packages

import pytest

import attrib
from attrib.lazily import re, regex

ROOT = Path(__file__).parent.parent
OPTIONAL = {
    "attrib.integrations.spacy",
    "attrib.integrations.spark",
    "attrib.spark",
    "attrib.__main__",
}
"""Modules that need an extra to be imported, and the one that is run."""
MODULES = sorted(
    module.name
    for module in walk_packages(attrib.__path__, "attrib.")
    if module.name not in OPTIONAL
)


def test_import_loads_nothing_slow() -> None:
    """`import attrib` costs next to nothing: no NLTK, no regex, no attrs, none of our stages."""
    code = "import sys, attrib; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()

    assert not {"nltk", "regex", "attr", "attrs", "numpy"} & set(loaded)
    assert [name for name in loaded if name.startswith("attrib")] == ["attrib"]


@pytest.mark.parametrize("name", attrib.__all__)
def test_public_names_are_there_and_documented(name: str) -> None:
    """Each name of `attrib.__all__` can be had, and all but the tables say what they are."""
    value = getattr(attrib, name)

    assert isinstance(value, tuple) or value.__doc__


def test_public_names_are_sorted() -> None:
    """Constants, classes, functions, each in order, none twice."""
    assert sorted(attrib.__all__, key=lambda name: (name != name.upper(), name)) == attrib.__all__


def test_an_unknown_name_is_no_attribute() -> None:
    """A misspelt name fails as it does in any module."""
    with pytest.raises(AttributeError, match="has no attribute 'atribute'"):
        attrib.atribute  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    """Each module can be imported without any extra and opens with a docstring."""
    assert import_module(name).__doc__


@pytest.mark.parametrize("name", [name for name in MODULES if "lazily" not in name])
def test_patterns_are_compiled_when_first_used(name: str) -> None:
    """Each module takes `re` and `regex` from `attrib.lazily`: most articles need half of them."""
    module = vars(import_module(name))

    assert module.get("re") in (None, re)
    assert module.get("regex") in (None, regex)


def test_the_package_is_typed_and_has_its_data() -> None:
    """py.typed and every data file stand in the package itself."""
    package = files("attrib")

    assert package.joinpath("py.typed").is_file()
    for path in (ROOT / "attrib" / "data").rglob("*.*"):
        assert package.joinpath(*path.relative_to(ROOT / "attrib").parts).is_file()


def test_the_installed_version_is_the_modules() -> None:
    """What pip shows is what `attrib --version` prints."""
    try:
        installed = version("attrib")
    except PackageNotFoundError:
        pytest.skip("attrib runs from its folder here")

    assert installed == attrib.__version__
    assert [point.value for point in entry_points(group="spacy_factories", name="attrib")] == [
        "attrib.integrations.spacy:create_component"
    ]


def test_options_and_results_travel_between_processes() -> None:
    """An `Attributor` and what it returns are equal after pickling."""
    attributor = attrib.Attributor(publisher="Daily Post")
    analysis = attributor.attribute("“We are ready,” said Ana Ruiz.")

    assert pickle.loads(pickle.dumps(attributor)) == attributor
    assert pickle.loads(pickle.dumps(analysis)) == analysis


def test_a_notebook_shows_the_article() -> None:
    """An `Analysis` is the coloured article in a notebook's cell."""
    page = attrib.attribute("“We are ready,” said Ana Ruiz.")._repr_html_()

    assert "We are ready" in page
    assert "Ana Ruiz" in page
