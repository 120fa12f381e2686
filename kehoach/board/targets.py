"""The targets at a glance (chỉ tiêu): value, threshold, what is missing, and the way it came over the periods."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lxml.html import HtmlElement

from kehoach.assessment.model import Achievement, Assessment
from kehoach.board.drawing import bar, line
from kehoach.board.markup import element, section
from kehoach.board.tones import tone_of, verdict_badge
from kehoach.plan.promise import promised_at_least
from kehoach.plan.target import Target
from kehoach.report.facts import amended_by, reached, reached_fact, target_coverage, target_fact
from kehoach.vi.names import initial_capital
from kehoach.vi.numbers import print_number

_COMPARED = (
    ("con_thieu", "Còn thiếu"),
    ("con_giam", "Còn phải giảm"),
    ("so_ke_hoach", "So với kế hoạch"),
    ("so_ky_truoc", "So với kỳ trước"),
    ("so_nam_truoc", "So với năm trước"),
)


def targets_section(assessment: Assessment, earlier: Sequence[Assessment]) -> HtmlElement:
    """A card a target of the commune."""
    cards = [_card(assessment, a, earlier) for a in assessment.achievements if not a.target.unit]
    nothing = element("p", "Kế hoạch không có chỉ tiêu chung của xã cho kỳ này.")
    return section("chi-tieu", "Chỉ tiêu", element("div", *cards, class_="cards") if cards else nothing)


def track(target: Target, highest: Fraction) -> Fraction:
    """What a bar's track stands for: all, where a rate is to be high; else some room beyond value and threshold."""
    if target.is_percent and target.comparison in (">=", ">"):
        return max(Fraction(1), highest)
    return 2 * max(target.threshold, highest) or Fraction(1)


def _card(assessment: Assessment, achievement: Achievement, earlier: Sequence[Assessment]) -> HtmlElement:
    target = achievement.target
    heading = element("h3", initial_capital(target.short))
    top = element("div", heading, verdict_badge(achievement.verdict), class_="card-top")
    drawn = (*_value(achievement), *_facts(assessment, achievement), *_trend(achievement, assessment, earlier))
    text = element("p", target.text + amended_by(target), class_="quiet")
    return element("article", top, text, *drawn, class_=f"card {tone_of(achievement.verdict)}")


def _value(achievement: Achievement) -> Iterator[HtmlElement]:
    """The value in large, its parts, and the bar; nothing where it may not be told."""
    target, fact = achievement.target, reached_fact(achievement)
    numerator, denominator = achievement.numerator, achievement.denominator
    if not achievement.may_be_told:
        return
    parts = f"{print_number(numerator)}/{print_number(denominator)}" if numerator is not None and denominator else ""
    if fact and achievement.actual is not None:
        yield element("p", element("strong", fact.printed), f" {parts}".rstrip(), class_="value")
        words = f"{fact.printed}, kế hoạch {promised_at_least(target)}"
        yield bar(achievement.actual, target.threshold, track(target, achievement.actual), words)
    elif parts:
        yield element("p", element("strong", parts), class_="value")


def _facts(assessment: Assessment, achievement: Achievement) -> Iterator[HtmlElement]:
    told = [("Kế hoạch", promised_at_least(achievement.target))]
    told += [(name, fact.printed) for word, name in _COMPARED if (fact := target_fact(achievement, word))]
    if achievement.may_be_told and (coverage := target_coverage(assessment.plan, achievement)):
        told.append(("Số liệu của", coverage.printed))
    yield element("dl", *(element("div", element("dt", name), element("dd", words)) for name, words in told))


def _trend(achievement: Achievement, assessment: Assessment, earlier: Sequence[Assessment]) -> Iterator[HtmlElement]:
    """The line and, in words, the same; from two values on."""
    target = achievement.target
    points = list(_points(achievement, assessment, earlier))
    if len(points) > 1:
        words = " → ".join(f"{name}: {reached(target, value)}" for name, value in points)
        drawn = line([value for _, value in points], target.threshold, words)
        yield element("figure", drawn, element("figcaption", words))


def _points(
    achievement: Achievement, assessment: Assessment, earlier: Sequence[Assessment]
) -> Iterator[tuple[str, Fraction]]:
    """Last year's value where this period's is one of the year, then that of each period."""
    target, year = achievement.target, assessment.plan.issuer.year
    if target.concludes.covers(assessment.period) and achievement.last_year is not None and achievement.may_be_told:
        yield f"năm {year - 1}", achievement.last_year
    for each in (*earlier, assessment):
        for found in each.achievements:
            is_same = (found.target.code, found.target.unit) == (target.code, target.unit)
            if is_same and found.actual is not None and found.may_be_told:
                yield each.period.name, found.actual
