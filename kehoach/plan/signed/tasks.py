"""Tasks out of the plan (nhiệm vụ): numbered sentences, dashed lines or rows of a table, and who does them by when."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.office.prose import TextTable
from kehoach.plan.signed.assigned import (
    COORDINATION,
    EVIDENCE,
    LEAD,
    TIME,
    Assigned,
    in_prose,
    is_assignment,
    read_assigned,
    read_when,
    time_in,
    without_assignment,
)
from kehoach.plan.signed.columns import table_columns
from kehoach.plan.signed.model import Said, SignedTask
from kehoach.plan.signed.outline import Item
from kehoach.vi.names import initial_capital, tidy

_ENDS = re.compile(r"[.;:!?…]$")


def tasks_of(items: Iterable[Item], year: int) -> Iterator[SignedTask]:
    """The tasks of a part of the plan; items that only head others are looked into."""
    for item in items:
        if item.table is not None:
            yield from _of_table(item.table, year)
        elif _is_task(item):
            yield _task(item, year)
            yield from (task for child in item.children if child.table for task in _of_table(child.table, year))
        else:
            yield from tasks_of(item.children, year)


def _is_task(item: Item) -> bool:
    """Assigned as a whole (under its last line, perhaps), or with nothing below that could be assigned by itself."""
    if not item.text or is_assignment(item.text):
        return False
    if any(is_assignment(child.text) for child in item.children) or read_assigned(item.text).found:
        return True
    if any(child.table for child in item.children):
        return False
    assigned = [child for child in item.children if any(is_assignment(below.text) for below in child.children)]
    if len(item.children) > 1 and assigned == [item.children[-1]]:
        return True
    return not any(_is_whole(child) for child in item.children)


def _is_whole(item: Item) -> bool:
    return any(part.text and not is_assignment(part.text) for part in item.walk())


def _task(item: Item, year: int) -> SignedTask:
    own = read_assigned(item.text)
    details = [c for c in item.children if c.text and not is_assignment(c.text)]
    below = [read_assigned(part.text) for child in item.children for part in child.walk() if part.text]
    found: dict[str, Said] = {}
    for assigned in (own, *below):
        for key, said in assigned.found.items():
            found.setdefault(key, said)
    text = _joined(own.text, [read_assigned(part.text).text for child in details for part in child.walk()])
    given = [child.text for child in item.children if child.text and not read_assigned(child.text).found]
    for said_of in (text, *(line for line in given if is_assignment(line))):
        for key, said in in_prose(said_of).items():
            found.setdefault(key, said)
        if TIME not in found and (named := time_in(said_of, year)):
            found[TIME] = Said(named, said_of, False)
    return _made(without_assignment(text, found.values()), found, year)


def _joined(head: str, details: Sequence[str]) -> str:
    parts = [text for text in details if text]
    if not parts:
        return head
    lead = head if _ENDS.search(head) else f"{head}:"
    return " ".join((lead, *parts))


def _made(text: str, found: dict[str, Said], year: int) -> SignedTask:
    assigned = Assigned(text, found)
    when = found.get(TIME)
    return SignedTask(
        initial_capital(tidy(text).rstrip(" ;,:")),
        assigned.names(LEAD),
        assigned.names(COORDINATION),
        read_when(when, year) if when else Said(),
        found.get(EVIDENCE, Said()),
        is_sure=LEAD in found and found[LEAD].is_sure,
    )


def _of_table(table: TextTable, year: int) -> Iterator[SignedTask]:
    """A row a task, where the header names a column of work and one of who does it."""
    for row in table_columns(table):
        text = row.get("task", Said()).text
        if text and (LEAD in row or TIME in row or COORDINATION in row):
            yield _made(text, {key: said for key, said in row.items() if said}, year)
