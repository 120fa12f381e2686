"""KT-104: a required text is blank (phần chữ bắt buộc còn trống).

Only the officer can write it, and nothing is invented in its place. Evidence of a target is left to KT-59, which knows
whether anything was claimed; a text of a unit that sent nothing is the missing unit's question.
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import Element, ElementKind
from kehoach.review.values import Values, is_about_tasks
from kehoach.submission.model import DataValue, State

CODE = "KT-104"


def check(values: Values) -> Iterator[Finding]:
    """One finding a text; of several paragraphs one is enough."""
    evidence = {code for target in values.plan.targets for code in target.evidence}
    for element in values.plan.elements.values():
        if element.is_required and element.code not in evidence and not is_about_tasks(element):
            yield from (_blank(values, element, row) for row in _blank_rows(values, element))


def _blank_rows(values: Values, element: Element) -> list[DataValue]:
    """The cells to write in: each blank text, and the first paragraph where all are blank."""
    rows = [r for s in values.plan.subjects(element, values.period) if (r := values.row(element.code, s))]
    blank = [r for r in rows if r.state is State.BLANK]
    if element.kind is ElementKind.PARAGRAPHS:
        is_doubted = any(code == element.code for code, _ in values.aside)
        return blank[:1] if len(blank) == len(rows) and not is_doubted else []
    return blank if element.kind is ElementKind.TEXT else []


def _blank(values: Values, element: Element, row: DataValue) -> Finding:
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=row.place,
        read="",
        say=f"{values.name(row.place.unit)} chưa viết mục “{element.label}”.",
        do=f"Viết vào ô ấy trong biểu, hoặc ghi ở cột Số mới; không có gì để nêu thì chọn “{Answer.KEEP}”.",
        element=element.code,
        subject=row.subject,
        answers=(Answer.CHANGE, Answer.KEEP),
    )
