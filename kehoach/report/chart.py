"""A chart (biểu đồ) of one target, unit by unit against what was promised: where looking beats reading."""

from fractions import Fraction

from kehoach.assessment.model import Achievement, Assessment, UnitPart
from kehoach.finding import Place
from kehoach.plan.promise import promised_at_least
from kehoach.report.facts import kind_name, promise_fact, reached
from kehoach.report.model import Bar, Chart, Fact

_FEWEST = 2
"""Units below which there is nothing to compare."""


def target_chart(assessment: Assessment, code: str, name: str) -> Chart | None:
    """A bar a unit, a line where the promise is; None where the rate may not be told, or hardly anybody gave it."""
    achievement = next((a for a in assessment.achievements if a.target.code == code and not a.target.unit), None)
    if achievement is None or not achievement.may_be_told or not achievement.target.is_percent:
        return None
    bars = tuple(bar for part in achievement.parts if (bar := _bar(assessment, achievement, part)))
    if len(bars) < _FEWEST:
        return None
    target = achievement.target
    kind = kind_name(assessment.plan, assessment.plan.unit(achievement.parts[0].unit).kind)
    limit = promise_fact(target, promised_at_least(target))
    title = f"{target.short} theo {kind} (kế hoạch {limit.printed})"
    return Chart(name, f"Biểu đồ: {title}", bars, limit, f"Kế hoạch {limit.printed}", _in_words(title, bars))


def _bar(assessment: Assessment, achievement: Achievement, part: UnitPart) -> Bar | None:
    """The rate of one unit; None where it gave no numbers, or counts nothing."""
    if part.numerator is None or not part.denominator:
        return None
    target, rate = achievement.target, part.numerator / part.denominator
    printed = reached(target, rate)
    fact = Fact(f"{target.code}.{part.unit}", rate, printed, _places(assessment, achievement, part.unit))
    return Bar(assessment.plan.unit(part.unit).name, fact, rate < target.threshold)


def _places(assessment: Assessment, achievement: Achievement, unit: str) -> tuple[Place, ...]:
    codes = (c.code for c in achievement.target.expression.codes if not c.function)
    shares = (assessment.total(code, False).shares.get(unit) for code in codes)
    return tuple(dict.fromkeys(place for share in shares if share for place in share.places))


def _in_words(title: str, bars: tuple[Bar, ...]) -> str:
    """What the chart shows, for those who cannot see it."""
    ordered = sorted(bars, key=_rate)
    low, high = ordered[0], ordered[-1]
    listed = "; ".join(f"{bar.name} {bar.fact.printed}" for bar in bars)
    ends = f"Cao nhất {high.name} {high.fact.printed}, thấp nhất {low.name} {low.fact.printed}"
    return f"Biểu đồ cột: {title}. {ends}. {listed}."


def _rate(bar: Bar) -> Fraction:
    assert isinstance(bar.fact.value, Fraction)
    return bar.fact.value
