"""Labels of lines that say what follows, and not who says it: `Photo:`, `Quote:`."""

from __future__ import annotations

NOT_SPEAKERS = frozenset(
    """photo photos photograph photographs picture pictures image video watch read more note notes
    update updated breaking live source sources date time place title headline by credit graphic
    listen related correction editor subject to cc sent re where when what why how who cost rating
    address phone tel email website exclusive opinion analysis latest quote quotes""".split()
)
