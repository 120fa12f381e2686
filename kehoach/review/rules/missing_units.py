"""KT-70: a unit that was to send has not (đơn vị chưa gửi).

Never zero and never left out in silence: either it sends, or the officer says that the report goes out without it and
the totals say "của 7/8".
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.review.values import Values

CODE = "KT-70"


def check(values: Values) -> Iterator[Finding]:
    """One finding a missing unit, except where one about its file asks the same: sent back, or two that differ."""
    asked = {f.place.unit for f in values.dataset.findings if Answer.WITHOUT_UNIT in f.answers}
    for code in values.dataset.reception.missing:
        if code not in asked:
            yield _missing(values, code)


def _missing(values: Values, code: str) -> Finding:
    unit = values.plan.unit(code)
    phone = f" ({unit.phone})" if unit.phone else ""
    who = f"Gọi {unit.reporter}{phone}" if unit.reporter else "Nhắc đơn vị gửi"
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=Place(unit=code),
        read="",
        say=f"{unit.name} chưa gửi số liệu {values.period.name}.",
        do=f"{who}, nghe số thì ghi vào nhap-ho.xlsx; hoặc chọn “{Answer.WITHOUT_UNIT}”.",
        answers=(Answer.WITHOUT_UNIT,),
    )
