"""A review built directly from values, for the tests of the rooms right of it: who said what, without any file."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kehoach.dataset.frame import Row, frame_of
from kehoach.dataset.model import Dataset, Reception
from kehoach.finding import Finding, Place
from kehoach.plan.model import Plan
from kehoach.review.model import Review
from kehoach.submission.model import DataValue, State
from kehoach.vi.values import Exact

Given = Exact | State | None
"""A value as a test writes it: a number, text or date, `State.NIL`, or None for a blank cell."""


def review_of(
    plan: Plan,
    period: str,
    values: Mapping[str, Mapping[str, Given]],
    earlier: Mapping[str, Mapping[str, Mapping[str, Given]]] | None = None,
    estimates: Sequence[tuple[str, str]] = (),
    findings: tuple[Finding, ...] = (),
    missing: tuple[str, ...] = (),
) -> Review:
    """`values` maps element → subject → value; `earlier` the same by period code. Suppliers are the subjects or VP."""
    rows = []
    for code, given in {**(earlier or {}), period: values}.items():
        for element, of_subject in given.items():
            rows += [row(plan, code, element, s, v, (element, s) in estimates) for s, v in of_subject.items()]
    expected = tuple(u.code for u in plan.active_units(plan.period(period)) if u.kind != "xa")
    received = {u: f"{u}.xlsx" for u in expected if u not in missing}
    receptions = {code: Reception(expected, received) for code in {**(earlier or {}), period: {}}}
    return Review(Dataset(plan.period(period), frame_of(rows), receptions, (), (), findings), findings)


def row(plan: Plan, period: str, element: str, subject: str, given: Given, is_estimate: bool) -> Row:
    supplier = subject if subject in {u.code for u in plan.units if u.kind != "xa"} else "VP"
    value = None if isinstance(given, State) else given
    place = Place(supplier, f"{supplier}.xlsx", "Số liệu", "C5")
    return period, DataValue(element, subject, value, state_of(given), place, is_estimate=is_estimate)


def state_of(value: Given) -> State:
    if isinstance(value, State):
        return value
    if value is None:
        return State.BLANK
    if isinstance(value, int | Decimal | Fraction):
        return State.NUMBER
    return State.DATE if isinstance(value, date) else State.TEXT
