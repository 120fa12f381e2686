"""KT-52: a unit that did send left cells blank (ô để trống): no number and no "không phát sinh".

A blank says nothing, so nothing is added for it; totals say of how many units they are. One line a file. Texts are
KT-104's, papers KT-59's.
"""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.model import ElementKind
from kehoach.review.values import Row, Values, unit_name
from kehoach.submission.model import State

CODE = "KT-52"
WRITTEN = (ElementKind.TEXT, ElementKind.PARAGRAPHS)
NAMED = 3
"""How many of the blank cells are named; the rest are counted."""


def check(values: Values) -> Iterator[Finding]:
    """One finding a file with blank cells that want an answer."""
    by_file: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in values.here():
        if row.state is State.BLANK and row.place.file and _is_wanted(values, row):
            by_file[row.place.unit, row.place.file].append(row)
    for (unit, file), rows in by_file.items():
        yield Finding(
            code=CODE,
            severity=Severity.LOOK,
            place=Place(unit, file, rows[0].place.sheet, rows[0].place.cell),
            read="",
            say=f"{unit_name(values.plan, unit)} để trống {len(rows)} ô: {_list(values, rows)}.",
            do="Hỏi số; không có thì ghi 0 hoặc “không phát sinh”.",
            others=tuple(r.place for r in rows[1:]),
        )


def _is_wanted(values: Values, row: Row) -> bool:
    element = values.plan.elements.get(row.element)
    evidence = {code for target in values.plan.targets for code in target.evidence}
    return bool(element and element.is_required and element.kind not in WRITTEN and element.code not in evidence)


def _list(values: Values, rows: list[Row]) -> str:
    labels = [values.plan.elements[r.element].label for r in rows]
    named = list(dict.fromkeys(labels))
    return "; ".join(named[:NAMED]) + (" …" if len(named) > NAMED else "")
