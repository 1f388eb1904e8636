"""`python -m attrib` is the same program as `attrib`."""

from __future__ import annotations

import sys

from attrib.cli import main

if __name__ == "__main__":
    sys.exit(main())
