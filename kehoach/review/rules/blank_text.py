"""KT-104: a required text is blank (phần chữ bắt buộc còn trống).

Only the officer can write it, and nothing is invented in its place. Evidence of a target is left to KT-59, which knows
whether anything was claimed.
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.plan.model import Element, ElementKind
from kehoach.plan.needs import asked_elements
from kehoach.review.values import Values, is_about_tasks
from kehoach.submission.model import State

CODE = "KT-104"
WRITTEN = (ElementKind.TEXT, ElementKind.PARAGRAPHS)


def check(values: Values) -> Iterator[Finding]:
    """One finding a text that a unit which did send was asked for and left blank."""
    evidence = {code for target in values.plan.targets for code in target.evidence}
    for unit in values.plan.active_units(values.period):
        if unit.code in values.dataset.reception.received:
            for element in asked_elements(values.plan, unit, values.period):
                if _is_wanted(element) and element.code not in evidence and not _is_written(values, element):
                    yield _blank(values, element, unit.code)


def _is_wanted(element: Element) -> bool:
    return element.kind in WRITTEN and element.is_required and not is_about_tasks(element)


def _is_written(values: Values, element: Element) -> bool:
    """Whether anything stands in any of its rows, readable or not: only silence is asked about."""
    rows = [values.row(element.code, s) for s in values.plan.subjects(element, values.period)]
    return any(r is not None and r.state is not State.BLANK for r in rows)


def _blank(values: Values, element: Element, unit: str) -> Finding:
    subject = next(iter(values.plan.subjects(element, values.period)), "")
    row = values.row(element.code, subject)
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=row.place if row else Place(unit, values.dataset.reception.received[unit]),
        read="",
        say=f"Chưa viết mục “{element.label}”.",
        do=f"Viết vào ô ấy trong biểu, hoặc ghi ở cột Số mới; không có gì để nêu thì chọn “{Answer.KEEP}”.",
        element=element.code,
        subject=subject,
        answers=(Answer.CHANGE, Answer.KEEP),
    )
