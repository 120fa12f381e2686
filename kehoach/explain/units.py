"""A unit (đơn vị): its file, its part in each target, what it said and what waits; and a task (nhiệm vụ)."""

from collections.abc import Iterator

from kehoach.assessment.model import Achievement, Assessment, TaskProgress
from kehoach.dataset.frame import rows_of
from kehoach.explain.numbers import said
from kehoach.explain.tree import Branch
from kehoach.plan.promise import promised_at_least
from kehoach.plan.unit import Unit
from kehoach.report.facts import leads, reached
from kehoach.submission.model import DataValue
from kehoach.vi.numbers import print_number


def of_unit(assessment: Assessment, unit: Unit) -> Branch:
    """Everything of a unit in this period."""
    received = assessment.review.accepted.reception.received.get(unit.code, "")
    findings = [f for f in assessment.review.findings if f.place.unit == unit.code]
    return Branch(
        f"{unit.code} {unit.name} ({unit.kind_name})",
        (
            *(() if not _answers(assessment, unit) else (Branch(f"biểu: {received or 'chưa gửi'}"),)),
            *(b for a in assessment.achievements for b in _part(a, unit)),
            *_values(assessment, unit),
            *(Branch(f"{f.code}{' (còn chờ)' if f.open else ''}: {f.say}") for f in findings),
        ),
    )


def _answers(assessment: Assessment, unit: Unit) -> bool:
    return unit.code in assessment.review.accepted.reception.expected


def _part(result: Achievement, unit: Unit) -> Iterator[Branch]:
    """Its own part in a target, held against what the commune promised; one it was given is a target of its own."""
    if result.target.unit or not result.may_be_told:
        return
    for part in result.parts:
        if part.unit == unit.code and part.numerator is not None:
            numbers = print_number(part.numerator)
            if part.denominator is not None and result.target.expression.ratio:
                numbers += f"/{print_number(part.denominator)}"
            if part.denominator and result.target.is_percent:
                numbers += f" = {reached(result.target, part.numerator / part.denominator)}"
            promise = promised_at_least(result.target)
            yield Branch(f"{result.target.code} {result.target.short}: {numbers} (cả xã: {promise})")


def _values(assessment: Assessment, unit: Unit) -> Iterator[Branch]:
    """What is about the unit, whoever said it; then what it said about others, an element a line."""
    plan = assessment.plan
    own = [v for period, v in rows_of(assessment.review.accepted) if period == assessment.period.code]
    others: dict[str, list[DataValue]] = {}
    for value in own:
        element = plan.elements[value.element]
        if value.subject == unit.code:
            yield Branch(f"{element.code} {element.label}: {said(element, value)} ← {value.place}")
        elif value.place.unit == unit.code:
            others.setdefault(element.code, []).append(value)
    for code, (first, *more) in others.items():
        line = f"{code} {plan.elements[code].label}"
        if more:
            yield Branch(f"{line}: {1 + len(more)} ô, từ {first.place} (xem: kehoach explain {code})")
        else:
            yield Branch(f"{line}: {said(plan.elements[code], first)} ← {first.place}")


def of_task(assessment: Assessment, progress: TaskProgress) -> Branch:
    """Its state, what proves it, and where that was said."""
    task = progress.task
    note = f"; {progress.note}" if progress.note else ""
    return Branch(
        f"{task.code} {task.text}: {progress.state}{note}",
        (
            Branch(f"chủ trì: {leads(assessment.plan, task.lead)}; thời gian: {task.time}"),
            Branch(f"minh chứng: {progress.evidence or 'chưa có'}"),
            *(Branch(f"← {place}") for place in progress.places),
        ),
    )
