"""KT-111: a unit sent its form but left answers blank, or said only some of its numbers (còn ô chưa điền).

Silence is not zero: the totals are printed "của 7/8", and here the officer learns whom to ask. Texts are KT-104's,
the evidence of targets and tasks is asked for where something was claimed.
"""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.finding import Finding, Place, Severity
from kehoach.form.asking import Asking
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.needs import asked_elements
from kehoach.review.proxy import SOURCE
from kehoach.review.values import Values, is_about_tasks
from kehoach.submission.model import DataValue, State

CODE = "KT-111"
_TEXTS = (ElementKind.TEXT, ElementKind.PARAGRAPHS)
MOST_NAMED = 5
"""Blanks called by name; of more than that, only how many more."""


def check(values: Values) -> Iterator[Finding]:
    """One finding a file, at its first blank; one a unit whose numbers were typed in for it."""
    evidence = {code for target in values.plan.targets for code in target.evidence}
    by_file: dict[Place, list[DataValue]] = defaultdict(list)
    for row in values.here():
        element = values.plan.elements[row.element]
        if _is_blank(row) and _counts(element) and element.code not in evidence:
            by_file[Place(row.place.unit, row.place.file)].append(row)
    for place, rows in by_file.items():
        yield _blank(values, place.unit, rows)
    typed_in = {row.place.file for row in values.rows.values() if row.source == SOURCE}
    for unit, file in values.dataset.reception.received.items():
        if file in typed_in:
            yield from _not_told(values, Place(unit, file), evidence)


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


def _not_told(values: Values, place: Place, evidence: set[str]) -> Iterator[Finding]:
    """What a unit without a form was to say and has not."""
    asking = Asking(values.plan, values.plan.unit(place.unit), values.period)
    asked = asked_elements(values.plan, asking.unit, values.period)
    wanted = [e for e in asked if _counts(e) and e.code not in evidence]
    names = [(e, subject) for e in wanted for subject in asking.subjects(e)]
    silent = [e.label for e, s in names if (values.period.code, e.code, s) not in values.rows]
    if silent:
        named = ", ".join(f"“{label}”" for label in silent[:MOST_NAMED])
        more = f" và {len(silent) - MOST_NAMED} số nữa" if len(silent) > MOST_NAMED else ""
        said = f"mới báo {len(names) - len(silent)}/{len(names)} số, chưa có {named}{more}"
        yield Finding(
            code=CODE,
            severity=Severity.LOOK,
            place=place,
            read="",
            say=f"{values.name(place.unit)} {said}; số toàn xã chưa có phần này.",
            do="Hỏi đơn vị rồi ghi tiếp vào nhap-ho.xlsx; không có thì ghi “không phát sinh”.",
        )
