"""How far a long work is (tiến độ): what a command tells while it reads, and the terminal may show."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """Một bước: what is being done, and how many of how many pieces are (0 of 0: nobody knows)."""

    what: str
    done: int = 0
    total: int = 0


class Counter:
    """Bộ đếm: tells a step after each piece of work that is all alike."""

    def __init__(self, told: Callable[[Step], None], total: int) -> None:
        self._told, self._done, self._total = told, 0, total

    def one(self, what: str) -> None:
        """One more piece is done."""
        self._done += 1
        self._told(Step(what, self._done, self._total))
