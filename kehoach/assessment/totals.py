"""Totals (tổng) of elements over their subjects, flows over the periods of the accumulation; silence stays silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kehoach.assessment.bounds import Limits, missing
from kehoach.assessment.model import Share, Total
from kehoach.dataset.frame import Key
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.expression import Interval
from kehoach.plan.lineage import heirs, known_sizes, together
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
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
        lived = {s: [p for p in window if s in asked[p]] for s in subjects}
        shares = self._handed_on(element, lived, asked[self.period])
        is_addable = element.is_additive or len(shares) == 1
        given = tuple(s for s, share in shares.items() if share.value is not None)
        past = tuple(s for s in given if s not in asked[self.period])
        whole = Total(
            code, None, tuple(s for s in given if s not in past), tuple(s for s in shares if s not in past),
            _sum([s.bounds for s in shares.values()]) if is_addable else Interval(None, None),
            shares=shares, is_addable=is_addable, past=past,
        )  # fmt: skip
        return whole.among(whole.given)

    def _handed_on(
        self, element: Element, lived: Mapping[str, Sequence[Period]], here: Sequence[str]
    ) -> dict[str, Share]:
        """Each subject's part; that of a unit that merged since is its successor's, that of a split one its own."""
        members: dict[str, list[str]] = {}
        for subject in lived:
            into = heirs(self.plan, subject, self.period.cutoff)
            has_gone = subject not in here and len(into) == 1 and into[0] in here
            members.setdefault(into[0] if has_gone else subject, []).append(subject)
        return {
            subject: _merged(element, [self._share(element, m, lived[m]) for m in those if lived[m] or len(those) == 1])
            for subject, those in members.items()
        }

    def window(self, element: Element, this_period: bool) -> tuple[Period, ...]:
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
        return self.ledger.get(self._name(period, element, subject))

    def _name(self, period: Period, element: Element, subject: str) -> Key:
        """A lasting value that an older form did not ask is still what it was when last asked."""
        name = (period.code, element.code, subject)
        found = self.ledger.get(name)
        if found and found.state is State.NOT_ASKED and element.nature in _LASTING:
            earlier = ((p.code, element.code, subject) for p in self._earlier(element))
            said = (n for n in earlier if (e := self.ledger.get(n)) and e.state is not State.NOT_ASKED)
            return next(said, name)
        return name

    def _share(self, element: Element, subject: str, lived: Sequence[Period]) -> Share:
        entries = [e for p in lived if (e := self._entry(p, element, subject)) and e.number is not None]
        numbers = [e.number for e in entries if e.number is not None]
        return Share(
            sum(numbers, Fraction(0)) if lived and len(numbers) == len(lived) else None,
            _sum([self._bounds(p, element, subject) for p in lived]) if lived else Interval(Fraction(0), None),
            tuple(e.place for e in entries),
            any(e.is_estimate for e in entries),
            any(e.source == FROM_LAST for e in entries),
            tuple(self._name(p, element, subject) for p in lived),
        )

    def _bounds(self, period: Period, element: Element, subject: str) -> Interval:
        value = self._number(period, element.code, subject)
        if value is not None:
            return Interval(value, value)
        base = known_sizes(self.plan, subject, period.cutoff)
        return missing(self.plan, self.limits, element, lambda c: self._number(period, c, subject), base)

    def _number(self, period: Period, code: str, subject: str) -> Fraction | None:
        element = self.plan.elements.get(code)
        entry = self._entry(period, element, subject) if element else None
        return entry.number if entry else None


def _merged(element: Element, shares: Sequence[Share]) -> Share:
    """The parts of units that became one, as one part."""
    if len(shares) == 1:
        return shares[0]
    is_either = element.kind is ElementKind.YES_NO and element.nature is not Nature.FLOW
    value = together(element, [s.value for s in shares])
    either = Interval(Fraction(0), Fraction(1)) if value is None else Interval(value, value)
    return Share(
        value,
        either if is_either else _sum([s.bounds for s in shares]),
        tuple(dict.fromkeys(p for s in shares for p in s.places)),
        any(s.is_estimate for s in shares),
        any(s.is_carried for s in shares),
        tuple(n for s in shares for n in s.names),
    )


def _sum(intervals: Sequence[Interval]) -> Interval:
    lows, highs = [i.low for i in intervals], [i.high for i in intervals]
    return Interval(_all(lows), _all(highs))


def _all(values: Sequence[Fraction | None]) -> Fraction | None:
    known = [v for v in values if v is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None
