"""Leave out of doctest collection what cannot be imported without its extra."""

from importlib.util import find_spec

_NEEDS = {"attrib/spacy.py": "spacy", "attrib/spark.py": "pyspark"}
collect_ignore = [path for path, package in _NEEDS.items() if find_spec(package) is None]
