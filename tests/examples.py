"""How many examples a property is held against: few when time is short, many more with `make fuzz`."""

import os
from typing import Any

from hypothesis import settings

TIMES = float(os.environ.get("KEHOACH_EXAMPLES", "0.5"))
"""A run in passing holds half of what a test asks for; `make fuzz` runs every property again, with many more."""


def examples(count: int, **more: Any) -> settings:
    """So many, or as many times more as this run has time for."""
    return settings(max_examples=max(1, round(count * TIMES)), deadline=None, **more)
