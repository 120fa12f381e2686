"""KT-66: a unit's numbers are last period's, every one (gửi lại nguyên số liệu kỳ trước).

Sizes often stay the same; what happened in a period does not. So it takes all numbers equal, several of them flows that
are not zero.
"""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.element import Nature
from kehoach.review.values import Values
from kehoach.submission.model import DataValue

CODE = "KT-66"
FEWEST = 2
"""Flows above zero; a single one may well be the same by chance."""


def check(values: Values) -> Iterator[Finding]:
    """One finding a file."""
    by_file: dict[Place, list[DataValue]] = defaultdict(list)
    for row in values.here():
        if row.number is not None and row.place.file:
            by_file[Place(row.place.unit, row.place.file)].append(row)
    for place, rows in by_file.items():
        if _is_repeated(values, rows):
            yield Finding(
                code=CODE,
                severity=Severity.LOOK,
                place=place,
                read="",
                say=f"{values.name(place.unit)}: cả {len(rows)} số đều giống hệt kỳ trước.",
                do="Hỏi xem có phải đã gửi lại tệp cũ không.",
            )


def _is_repeated(values: Values, rows: list[DataValue]) -> bool:
    pairs = [(row, values.last(row.element, row.subject)) for row in rows]
    flows = [r for r in rows if r.number and values.plan.elements[r.element].nature is Nature.FLOW]
    return len(flows) >= FEWEST and all(last is not None and last.number == row.number for row, last in pairs)
