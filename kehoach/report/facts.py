"""Facts (dữ kiện) of a report: numbers, results and evidence as they are printed, with the cells they rest on."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kehoach.assessment.model import Achievement, Assessment, TaskProgress, TaskState, Verdict
from kehoach.finding import Place
from kehoach.plan.element import COMMUNE, Element, ElementKind
from kehoach.plan.expression import Expression
from kehoach.plan.model import Plan
from kehoach.plan.promise import measured, promised
from kehoach.plan.target import Target
from kehoach.plan.task import Task
from kehoach.plan.unit import Unit
from kehoach.report.model import Fact
from kehoach.vi.dates import print_date
from kehoach.vi.numbers import print_count, print_number, print_percent, print_points
from kehoach.vi.values import Exact

ESTIMATED = "ước "
ALONE = "ky:"
"""What the id of a fact begins with whose flows are of this period alone."""
COMPARED = (Verdict.MET, Verdict.EXCEEDED, Verdict.NOT_MET, Verdict.LIKELY_MET, Verdict.LIKELY_NOT_MET)
"""Verdicts that rest on a complete, proven number, so that it may be held against plan and last year."""
_GOING_ON = (Verdict.UNDER_WAY, Verdict.LIKELY_MET, Verdict.LIKELY_NOT_MET)
"""Verdicts of a year that goes on: a concluded result is not held against the quarter before."""
COUNTED = "#"
"""What the id of a fact begins with that counts targets or tasks of the plan: "#chi_tieu.dat"."""
_SAYS_ESTIMATED = re.compile(r"(?<!hương )(?<!quy )(?<!\w)ước (?:\w+ )?$", re.IGNORECASE)
_EARLIER = re.compile(r"(?:goc|truoc)\((\w+)\)")
_WHOLE = (ElementKind.COUNT, ElementKind.YES_NO)
_STATES = {
    TaskState.NOT_DUE: "chưa đến hạn",
    TaskState.UNDER_WAY: "đang thực hiện",
    TaskState.DONE: "hoàn thành",
    TaskState.OVERDUE: "quá hạn",
    TaskState.ONGOING: "thực hiện thường xuyên",
    TaskState.NO_DATA: "chưa có số liệu",
}


def print_exact(element: Element, value: Exact) -> str:
    """One value as its kind is written: counts padded, money with its decimals, dates dd/mm/yyyy, texts as given."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return print_date(value)
    if element.kind is ElementKind.RATE:
        return print_percent(Fraction(value))
    return print_count(value) if element.kind in _WHOLE else print_number(value)


def print_amount(plan: Plan, expression: Expression, value: Fraction) -> str:
    """An expression's value: a division as a percentage, anything with money in it with decimals, else a count."""
    if expression.ratio:
        return print_rate(plan, expression, value)
    kinds = [plan.elements[c.code].kind for c in expression.codes if c.function != "dem"]
    if len(kinds) == 1 and kinds[0] is ElementKind.RATE:
        return print_percent(value)
    return print_count(value) if all(k in _WHOLE for k in kinds) else print_number(value)


def print_rate(plan: Plan, expression: Expression, rate: Fraction) -> str:
    """A rate of now or of earlier, never rounded over the threshold of its target, nor over all or nothing."""
    thresholds = (t.threshold for t in plan.targets if _bare(t.expression) == _bare(expression))
    return print_percent(rate, next(thresholds, Fraction(1) if rate > Fraction(1, 2) else Fraction(0)))


def _bare(expression: Expression) -> str:
    """What is measured, whenever: "goc(ho_ngheo) / goc(tong_ho)" as "ho_ngheo/tong_ho"."""
    return _EARLIER.sub(r"\1", expression.text.replace(" ", ""))


def estimated(printed: str, is_estimate: bool, before: str) -> str:
    """With "ước" in front where the number is one, unless the words already say so ("ước đạt", not "hương ước")."""
    return ESTIMATED + printed if is_estimate and not _SAYS_ESTIMATED.search(before) else printed


def name_in_sentence(unit: Unit) -> str:
    """ "Thôn Một" → "thôn Một": within a sentence the word for the kind of unit is in lower case (ND30, Annex II)."""
    has_kind = unit.name.casefold().startswith(unit.kind_name.casefold() + " ")
    return unit.name[:1].lower() + unit.name[1:] if has_kind else unit.name


def kind_name(plan: Plan, kind: str) -> str:
    """What units of a kind are called: "thôn"."""
    return next((u.kind_name for u in plan.units if u.kind == kind), "nơi")


def given_fact(assessment: Assessment, code: str) -> Fact | None:
    """A text, date or choice about the commune, as given; None where nobody gave one."""
    element = assessment.plan.elements[code]
    subjects = assessment.plan.subjects(element, assessment.period) if element.subject == COMMUNE else ()
    for subject in subjects[:1]:
        value = assessment.value(code, subject)
        if isinstance(value, str | date):
            return Fact(code, value, print_exact(element, value), assessment.places(code, subject))
    return None


def reached(target: Target, value: Fraction) -> str:
    """The value reached, never rounded over the threshold: "85,97%", "01 tiêu chí"."""
    return print_percent(value, target.threshold) if target.is_percent else measured(target, value)


def reached_fact(achievement: Achievement) -> Fact | None:
    """The value of a target as a list gives it; None where there is none, or it may not be told."""
    target, value = achievement.target, achievement.actual
    if value is None or not achievement.may_be_told:
        return None
    printed = (ESTIMATED if achievement.is_estimate else "") + reached(target, value)
    return Fact(f"{target.code}.gia_tri", value, printed, achievement.places)


def target_fact(achievement: Achievement, word: str) -> Fact | None:
    """muc, ket_luan, con_thieu, con_giam or a comparison (so_…) of a target; None where it may not be said."""
    target, places = achievement.target, achievement.places
    name = f"{target.code}.{word}"
    if word == "muc":
        return promise_fact(target, promised(target))
    if word == "ket_luan":
        return Fact(name, str(achievement.verdict), str(achievement.verdict).lower(), places)
    if word in ("con_thieu", "con_giam"):
        return _gap_fact(achievement, name, achievement.short_by if word == "con_thieu" else achievement.over_by)
    difference, verdicts = {
        "so_ke_hoach": (achievement.against_plan, COMPARED),
        "so_nam_truoc": (achievement.against_last_year, (*COMPARED, Verdict.UNDER_WAY)),
        "so_ky_truoc": (achievement.against_last_period, _GOING_ON),
    }[word]
    if difference is None or achievement.verdict not in verdicts:
        return None
    words = ("cao hơn", "thấp hơn", "ngang bằng") if word == "so_ke_hoach" else ("tăng", "giảm", "không thay đổi")
    return Fact(name, difference, _compared(target, difference, words), places)


def promise_fact(target: Target, printed: str) -> Fact:
    """What was promised, which rests on a cell of the plan."""
    return Fact(f"{target.code}.muc", target.threshold, printed, _in_plan(target))


def _in_plan(row: Target | Task) -> tuple[Place, ...]:
    """The cell of the plan that says it; none where the plan is of no file."""
    return (row.place,) if row.place and row.place.file else ()


def gap(achievement: Achievement) -> tuple[str, Fact] | None:
    """What is still missing, or still too much, after the words for it; None where it may not be said."""
    ways = (
        ("còn thiếu ", target_fact(achievement, "con_thieu")),
        ("còn phải giảm ", target_fact(achievement, "con_giam")),
    )
    return next(((words, fact) for words, fact in ways if fact), None)


def _gap_fact(achievement: Achievement, name: str, count: int | None) -> Fact | None:
    if count is None or achievement.verdict not in (*COMPARED, Verdict.UNDER_WAY):
        return None
    printed = f"{print_count(count)} {achievement.short_measure}".strip()
    return Fact(name, count, printed, achievement.places)


def task_fact(assessment: Assessment, progress: TaskProgress, word: str) -> Fact | None:
    """One of `placeholder.TASK_WORDS`; evidence only of what is done or goes on, None where there is none."""
    task, name = progress.task, f"{progress.task.code}.{word}"
    if word == "trang_thai":
        return Fact(name, str(progress.state), _STATES[progress.state], progress.places)
    if word == "minh_chung":
        counts = progress.evidence and progress.state in (TaskState.DONE, TaskState.ONGOING)
        return Fact(name, progress.evidence, progress.evidence, progress.places) if counts else None
    if word == "thoi_gian":
        return Fact(name, task.time, task.time, _in_plan(task)) if task.time else None
    printed = leads(assessment.plan, task.lead)
    return Fact(name, printed, printed) if printed else None


def leads(plan: Plan, codes: Sequence[str]) -> str:
    """Names of parties in the order of their codes."""
    names = {p.code: p.name for p in plan.parties}
    return ", ".join(names.get(code, code) for code in codes)


def amended_by(row: Target | Task) -> str:
    """ " (theo Kế hoạch số 51/KH-UBND ngày 10/7/2026)": what brought a target or task that the plan did not have so."""
    return f" (theo {row.amendment})" if row.amendment else ""


def coverage_fact(plan: Plan, code: str, given: Sequence[str], expected: Sequence[str], kind: str) -> Fact:
    """How many of those asked gave their number: "07/08 thôn"."""
    printed = f"{len(given):02d}/{len(expected):02d} {kind_name(plan, kind)}"
    places = tuple(Place(unit=s) for s in expected if s not in given)
    return Fact(f"{code}.do_phu", len(given), printed, places)


def target_coverage(plan: Plan, achievement: Achievement) -> Fact | None:
    """Of how many units a target's value is; None where it is of all."""
    asked = tuple(p.unit for p in achievement.parts)
    gave = tuple(u for u in asked if u not in achievement.silent)
    if gave == asked:
        return None
    return coverage_fact(plan, achievement.target.code, gave, asked, plan.unit(asked[0]).kind)


def _compared(target: Target, difference: Fraction, words: tuple[str, str, str]) -> str:
    if difference == 0:
        return words[2]
    size = print_points(difference) if target.is_percent else measured(target, abs(difference))
    return f"{words[0] if difference > 0 else words[1]} {size}"
