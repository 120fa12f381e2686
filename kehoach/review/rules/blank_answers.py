"""KT-111: a unit sent its form but left answers blank (còn ô chưa điền).

Silence is not zero: the totals are printed "của 7/8", and here the officer learns whom to ask. Texts are KT-104's,
the evidence of targets and tasks is asked for where something was claimed.
"""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.model import Element, ElementKind
from kehoach.review.values import Values, is_about_tasks
from kehoach.submission.model import DataValue, State

CODE = "KT-111"
_TEXTS = (ElementKind.TEXT, ElementKind.PARAGRAPHS)
MOST_NAMED = 5
"""Blanks called by name; of more than that, only how many more."""


def check(values: Values) -> Iterator[Finding]:
    """One finding a file, at its first blank."""
    evidence = {code for target in values.plan.targets for code in target.evidence}
    by_file: dict[Place, list[DataValue]] = defaultdict(list)
    for row in values.here():
        element = values.plan.elements[row.element]
        if _is_blank(row) and _counts(element) and element.code not in evidence:
            by_file[Place(row.place.unit, row.place.file)].append(row)
    for place, rows in by_file.items():
        yield _blank(values, place.unit, rows)


def _is_blank(row: DataValue) -> bool:
    return row.state is State.BLANK and not row.typed and bool(row.place.file)


def _counts(element: Element) -> bool:
    return element.is_required and element.kind not in _TEXTS and not is_about_tasks(element)


def _blank(values: Values, unit: str, rows: list[DataValue]) -> Finding:
    labels = [f"“{values.plan.elements[row.element].label}” ({row.place.cell})" for row in rows]
    named = ", ".join(labels[:MOST_NAMED])
    more = f" và {len(labels) - MOST_NAMED} ô nữa" if len(labels) > MOST_NAMED else ""
    first, *rest = (row.place for row in rows)
    return Finding(
        code=CODE,
        severity=Severity.LOOK,
        place=first,
        read="",
        say=f"{values.name(unit)} để trống {len(rows)} ô: {named}{more}; số toàn xã chưa có phần này.",
        do="Hỏi đơn vị rồi ghi vào nhap-ho.xlsx; không có thì ghi “không phát sinh”.",
        others=tuple(rest),
    )
