"""The verdict on a target (kết luận chỉ tiêu): what may be said of it in this period, from intervals alone."""

from dataclasses import dataclass
from fractions import Fraction

from kehoach.assessment.bounds import exactly, surely
from kehoach.assessment.model import Verdict
from kehoach.plan.expression import Interval
from kehoach.plan.period import Period
from kehoach.plan.target import Before, Target


@dataclass(frozen=True)
class Grounds:
    """Căn cứ để kết luận: what the value can be, and what stands in the way of saying so.

    `has_data` is whether every element of the target has a number from somebody, `was_asked` whether this period
    asked them all; `is_estimate` whether a number that should be exact is an estimate.
    """

    bounds: Interval | None
    has_data: bool
    was_asked: bool
    lacks_evidence: bool
    is_estimate: bool


def verdict(target: Target, period: Period, grounds: Grounds) -> Verdict:
    """The one thing that may be said (design: never a claim that a missing number could turn round)."""
    concludes = target.concludes.covers(period)
    if not concludes and target.before is Before.SILENT:
        return Verdict.NOT_YET
    if not grounds.has_data:
        return Verdict.UNDER_WAY if _merely_follows(target, concludes, grounds) else Verdict.NO_DATA
    if not concludes and target.before is Before.FOLLOW:
        return Verdict.UNDER_WAY
    holds = surely(grounds.bounds, target.comparison, exactly(target.threshold))
    is_estimate = is_provisional(target, period, grounds)
    if holds is None or (grounds.lacks_evidence and not is_estimate):
        return Verdict.NO_BASIS
    if is_estimate:
        return Verdict.LIKELY_MET if holds else Verdict.LIKELY_NOT_MET
    if not holds:
        return Verdict.NOT_MET
    return Verdict.EXCEEDED if _exceeds(target, grounds.bounds) else Verdict.MET


def is_provisional(target: Target, period: Period, grounds: Grounds) -> bool:
    """Whether no more than "Ước …" may be said: the year goes on, or the period or a number is an estimate."""
    return grounds.is_estimate or period.is_estimate or not target.concludes.covers(period)


def _merely_follows(target: Target, concludes: bool, grounds: Grounds) -> bool:
    return not concludes and target.before is Before.FOLLOW and not grounds.was_asked


def _exceeds(target: Target, bounds: Interval | None) -> bool:
    """Only a floor can be exceeded, and all of something never."""
    if target.comparison != ">=" or (target.is_percent and target.threshold >= Fraction(1)):
        return False
    return surely(bounds, ">", exactly(target.threshold)) is True
