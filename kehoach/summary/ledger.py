"""The values that the formulas rest on (sổ giá trị): each once, with its state, in the order of the plan.

A value that should be there and is not has its row, too, and its cell is empty: silence is seen, and adds nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.assessment.model import Assessment
from kehoach.dataset.frame import Key, counting_values, rows_of
from kehoach.plan.element import Element
from kehoach.review.obey import FROM_LAST
from kehoach.submission.model import DataValue

NOT_SENT = "chưa gửi"
NOT_COUNTED = "không tính, đã có số của nơi khác"
ESTIMATE = "ước"


@dataclass(frozen=True)
class Entry:
    """Một dòng: whose value of what and when; None where nobody gave one. Only one that `counts` is in a sum."""

    name: Key
    value: DataValue | None
    counts: bool = True

    @property
    def state(self) -> str:
        """What is to be said of it; "" for a plain number or text that counts."""
        if self.value is None:
            return NOT_SENT
        if self.value.state.is_given and not self.counts:
            return NOT_COUNTED
        return self.value.state.in_words or (ESTIMATE if self.value.is_estimate else "")

    def file_period(self, before: str) -> str:
        """The period whose folder holds its file; `before` is the one before this."""
        return before if self.value and self.value.source == FROM_LAST else self.name[0]


def entries(assessment: Assessment) -> tuple[Entry, ...]:
    """All values that totals or evidence rest on, then those of the period that do not count, element by element."""
    ledger = counting_values(assessment.review.accepted)
    own: dict[str, list[tuple[Key, DataValue]]] = {}
    for period, value in rows_of(assessment.review.accepted):
        if period == assessment.period.code:
            own.setdefault(value.element, []).append(((period, value.element, value.subject), value))
    order = {p.code: n for n, p in enumerate(assessment.plan.before(assessment.period))}

    def of(element: Element) -> Iterator[Entry]:
        shares = assessment.total(element.code, False).shares.values()
        names = dict.fromkeys(n for share in shares for n in share.names)
        yield from (Entry(n, ledger.get(n)) for n in sorted(names, key=lambda n: order.get(n[0], len(order))))
        for name, value in own.get(element.code, ()):
            if name not in names or ledger[name] != value:
                yield Entry(name, value, counts=False)

    return tuple(entry for element in assessment.plan.elements.values() for entry in of(element))
