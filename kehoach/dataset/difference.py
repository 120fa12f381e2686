"""Two sources of one number that disagree (hai nguồn khác nhau): which counts, and what the other says."""

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import COMMUNE, Element
from kehoach.plan.model import Plan
from kehoach.submission.model import DataValue


def differs_from_holder(plan: Plan, element: Element, counting: DataValue, other: DataValue) -> Finding:
    """KT-102: another supplier says something else than the one that holds the papers; listed."""
    holder, second = (plan.name_of(v.place.unit) for v in (counting, other))
    about = plan.name_of(other.subject)
    whose = "" if other.subject == other.place.unit or element.subject == COMMUNE else f" của {about}"
    return Finding(
        code="KT-102",
        severity=Severity.LOOK,
        place=other.place,
        read=other.typed,
        say=f"“{element.label}”{whose}: {second} ghi {_said(other)}, {holder} ghi {_said(counting)}; "
        f"dùng số của {holder}.",
        do="Xem lại nếu chênh lệch không có lý do.",
        element=element.code,
        subject=other.subject,
        others=(counting.place,),
    )


def differs_from_typed_in(element: Element, counting: DataValue, other: DataValue) -> Finding:
    """KT-108: a file, or another row, that may say as much says something else than what was typed in; asked."""
    say = f"nhập hộ ghi {_said(counting)}, tệp “{other.place.file}” ghi {_said(other)}."
    do = f"Chọn “{Answer.KEEP}” để dùng số nhập hộ, hoặc ghi số đúng."
    if other.source == counting.source:
        first, second = counting.place.cell, other.place.cell
        say = f"hai dòng nhập hộ ghi khác nhau: ô {first} ghi {_said(counting)}, ô {second} ghi {_said(other)}."
        do = f"Xóa dòng sai trong {counting.place.file}; hoặc chọn “{Answer.KEEP}” để dùng ô {first}."
    return Finding(
        code="KT-108",
        severity=Severity.CONFIRM,
        place=counting.place,
        read=f"{counting.typed} / {other.typed}",
        say=f"“{element.label}”: {say}",
        do=do,
        element=element.code,
        subject=other.subject,
        answers=(Answer.KEEP, Answer.CHANGE, Answer.DROP),
        open=True,
        others=(other.place,),
    )


def _said(value: DataValue) -> str:
    return value.typed or "không phát sinh"
