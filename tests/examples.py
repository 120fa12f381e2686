"""How many examples a property is held against: few when time is short, many more with `make fuzz`."""

import os
from typing import Any

from hypothesis import settings

TIMES = int(os.environ.get("KEHOACH_EXAMPLES", "1"))
"""Set by `make fuzz`, which runs every property again."""


def examples(count: int, **more: Any) -> settings:
    """So many, or as many times more as this run has time for."""
    return settings(max_examples=count * TIMES, deadline=None, **more)
