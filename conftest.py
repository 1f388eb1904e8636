"""Leave out of doctest collection what cannot be imported without its extra."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("spacy") else ["attrib/spacy.py"]
