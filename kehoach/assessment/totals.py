"""Totals (tổng) of elements over their subjects, flows over the periods of the accumulation; silence stays silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kehoach.assessment.bounds import Limits, missing
from kehoach.assessment.model import Share, Total
from kehoach.dataset.frame import Key
from kehoach.plan.expression import Interval
from kehoach.plan.model import Element, Nature, Period, Plan
from kehoach.review.obey import FROM_LAST
from kehoach.submission.model import DataValue, State

_LASTING = (Nature.YEARLY, Nature.REGISTERED)


@dataclass(frozen=True)
class Totals:
    """Các tổng của một kỳ. `ledger` holds the value that counts of each name.

    `not_on_file` are earlier periods of the accumulation without anybody's answers.
    """

    plan: Plan
    period: Period
    ledger: Mapping[Key, DataValue]
    limits: Limits
    not_on_file: tuple[Period, ...] = ()

    def total(self, code: str, this_period: bool = False) -> Total:
        """The total of an element; a flow since the accumulation began unless `this_period`."""
        element = self.plan.elements[code]
        window = self.window(element, this_period)
        asked = {p: self.plan.subjects(element, p) for p in (*window, self.period)}
        subjects = dict.fromkeys(s for those in asked.values() for s in those)
        shares = {s: self._share(element, s, [p for p in window if s in asked[p]]) for s in subjects}
        is_addable = element.is_additive or len(subjects) == 1
        whole = Total(
            code, None, tuple(s for s in subjects if shares[s].value is not None), tuple(subjects),
            _sum([s.bounds for s in shares.values()]) if is_addable else Interval(None, None),
            shares=shares, is_addable=is_addable,
        )  # fmt: skip
        return whole.among(whole.given)

    def window(self, element: Element, this_period: bool = False) -> tuple[Period, ...]:
        """The periods whose values make up an element's value now; empty where it was never asked."""
        if element.nature is Nature.FLOW:
            alone = this_period or self.not_on_file
            periods = (self.period,) if alone else (*self.plan.earlier(self.period), self.period)
            return tuple(p for p in periods if element.periods.covers(p))
        if element.periods.covers(self.period):
            return (self.period,)
        return self._earlier(element)[:1] if element.nature in _LASTING else ()

    def entry(self, element: Element, subject: str) -> DataValue | None:
        """The value that stands now: this period's, or the last one where the year asks it no more."""
        for period in self.window(element, this_period=True):
            return self._entry(period, element, subject)
        return None

    def before(self, period: Period) -> "Totals":
        """The same of an earlier period."""
        return replace(self, period=period, not_on_file=())

    def _earlier(self, element: Element) -> tuple[Period, ...]:
        """Periods before this one that asked the element, the latest first."""
        return tuple(p for p in reversed(self.plan.before(self.period)) if element.periods.covers(p))

    def _entry(self, period: Period, element: Element, subject: str) -> DataValue | None:
        """A lasting value that an older form did not ask is still what it was when last asked."""
        found = self.ledger.get((period.code, element.code, subject))
        if found and found.state is State.NOT_ASKED and element.nature in _LASTING:
            earlier = (self.ledger.get((p.code, element.code, subject)) for p in self._earlier(element))
            return next((e for e in earlier if e and e.state is not State.NOT_ASKED), found)
        return found

    def _share(self, element: Element, subject: str, lived: Sequence[Period]) -> Share:
        entries = [e for p in lived if (e := self._entry(p, element, subject)) and e.number is not None]
        numbers = [e.number for e in entries if e.number is not None]
        return Share(
            sum(numbers, Fraction(0)) if lived and len(numbers) == len(lived) else None,
            _sum([self._bounds(p, element, subject) for p in lived]) if lived else Interval(Fraction(0), None),
            tuple(e.place for e in entries),
            any(e.is_estimate for e in entries),
            any(e.source == FROM_LAST for e in entries),
        )

    def _bounds(self, period: Period, element: Element, subject: str) -> Interval:
        value = self._number(period, element.code, subject)
        if value is not None:
            return Interval(value, value)
        base: Mapping[str, int] = next((u.base for u in self.plan.units if u.code == subject), {})
        return missing(self.plan, self.limits, element, lambda c: self._number(period, c, subject), base)

    def _number(self, period: Period, code: str, subject: str) -> Fraction | None:
        element = self.plan.elements.get(code)
        entry = self._entry(period, element, subject) if element else None
        return entry.number if entry else None


def _sum(intervals: Sequence[Interval]) -> Interval:
    lows, highs = [i.low for i in intervals], [i.high for i in intervals]
    return Interval(_all(lows), _all(highs))


def _all(values: Sequence[Fraction | None]) -> Fraction | None:
    known = [v for v in values if v is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None
