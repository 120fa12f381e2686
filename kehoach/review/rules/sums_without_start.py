"""KT-105: sums "từ đầu năm" of which an earlier period is not on file (thiếu số liệu kỳ trước để cộng dồn).

One line says why the sums are not the whole year's; nothing waits.
"""

from collections.abc import Iterator

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.element import Nature
from kehoach.review.values import Values

CODE = "KT-105"


def check(values: Values) -> Iterator[Finding]:
    """At most one finding."""
    lacking = [p for p in values.plan.earlier(values.period) if p.code not in values.dataset.on_file]
    flows = any(values.plan.elements[r.element].nature is Nature.FLOW for r in values.here() if r.number is not None)
    if lacking and flows:
        names = ", ".join(p.code for p in lacking)
        yield Finding(
            code=CODE,
            severity=Severity.NOTED,
            place=Place(),
            read="",
            say=f"Chưa có số liệu kỳ {names} nên số cộng dồn chưa đủ từ đầu năm.",
            do=f"Chép biểu của kỳ {names} vào đúng thư mục nếu có.",
        )
