"""The rules (quy tắc kiểm tra), one a file, in speaking order.

Order is speaking order: what an earlier rule asks about is unknown to the later ones, so that one cause speaks once.
A rule takes the values that are not in doubt and yields findings; it never sees answers and changes nothing.
"""

from collections.abc import Callable, Iterator

from kehoach.finding import Finding
from kehoach.review.rules import (
    blank_answers,
    blank_text,
    claimed_too_early,
    counted_from_start,
    dates_outside,
    differs_from_known_size,
    done_without_evidence,
    falls_from_last_period,
    jumps_from_last_period,
    missing_units,
    plan_checks,
    repeats_last_period,
    sums_without_start,
)
from kehoach.review.values import Values

Rule = Callable[[Values], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    missing_units.check,
    blank_text.check,
    plan_checks.check,
    claimed_too_early.check,
    done_without_evidence.check,
    counted_from_start.check,
    falls_from_last_period.check,
    jumps_from_last_period.check,
    differs_from_known_size.check,
    repeats_last_period.check,
    dates_outside.check,
    sums_without_start.check,
    blank_answers.check,
)
