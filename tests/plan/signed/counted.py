"""What a plan says, cell by cell, beside what was expected (đếm ô đúng): the share that is right without a hand."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from kehoach.plan.records import read_pair
from kehoach.plan.signed.model import Said, SignedPlan
from tests.plan.signed.documents import SOURCES

Cells = dict[str, list[list[str]]]


def expected(name: str) -> Cells:
    """Each key's rows of cells, as the source's twin says."""
    found: Cells = {}
    for line in (Path(SOURCES) / f"{name}.mong-doi").read_text(encoding="utf-8").splitlines():
        key, value = read_pair(line)
        found.setdefault(key, []).append([cell.strip() for cell in value.split("|")] if key in LISTS else [value])
    return found


LISTS = ("căn cứ", "chỉ tiêu", "nhiệm vụ", "nhóm", "hạn", "nơi nhận")


def read(plan: SignedPlan) -> Cells:
    """The same of what was read."""
    info = {key: [[said.text]] for key, said in plan.info.items() if said}
    return {
        **info,
        "căn cứ": [[said.text] for said in plan.bases],
        "chỉ tiêu": [[t.what, t.comparison, t.threshold, t.measure, t.change] for t in plan.targets],
        "nhiệm vụ": [[t.text, _list(t.lead), _list(t.coordination), t.time.text, t.evidence.text] for t in plan.tasks],
        "nhóm": [[group.name.text] for group in plan.groups],
        "hạn": [[d.period, f"{d.day}/{d.month}"] for d in plan.deadlines],
        "nơi nhận": [[r.name.text, r.purpose] for r in plan.recipients],
    }


def _list(names: tuple[Said, ...]) -> str:
    return "; ".join(said.text for said in names)


def compared(name: str, plan: SignedPlan) -> Iterator[tuple[str, str, str]]:
    """(key, expected, read) of every cell; the text of a task is right as soon as it begins so."""
    wanted, got = expected(name), read(plan)
    for key in dict.fromkeys((*wanted, *got)):
        for row, other in zip_longest(wanted.get(key, []), got.get(key, []), fillvalue=[]):
            for at, (cell, found) in enumerate(zip_longest(row, other, fillvalue="")):
                begins = key == "nhiệm vụ" and at == 0 and bool(cell) and found.startswith(cell)
                if cell or found:
                    yield key, cell, cell if begins else found
