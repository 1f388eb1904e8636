"""Make anew the tables that load fast, of those that people read and write.

    python benchmarks/pack.py

`attrib/data/packed` holds what is made of the word lists, `attrib/data/learned/packed` what is made
of the learned figures. A list that was changed is read as it is until then, only slower.
"""

from __future__ import annotations

from learning.tables import LEARNED, pack_all, pack_lists


def main() -> None:
    pack_lists()
    pack_all(LEARNED)


if __name__ == "__main__":
    main()
