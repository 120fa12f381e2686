"""A tree of lines (cây): what is explained, and under it what it is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Branch:
    """Nhánh: a line and what stands under it."""

    line: str
    under: "tuple[Branch, ...]" = ()

    def lines(self, indent: str = "") -> Iterator[str]:
        """The tree as text, two spaces a level."""
        yield indent + self.line
        for branch in self.under:
            yield from branch.lines(indent + "  ")


def as_text(head: str, branches: Iterable[Branch]) -> str:
    """The trees as text under a head that they do not hang from."""
    return "\n".join([head, *(line for branch in branches for line in branch.lines())])


def some(branches: tuple[Branch, ...], most: int, what: str) -> tuple[Branch, ...]:
    """The first of many, and how many more there are."""
    more = (Branch(f"… và {len(branches) - most} {what} nữa"),) if len(branches) > most else ()
    return (*branches[:most], *more)
