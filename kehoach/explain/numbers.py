"""A target, an element, a value (chỉ tiêu, số liệu, giá trị), down to the cells they rest on."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.assessment.model import Achievement, Assessment, Total
from kehoach.dataset.frame import rows_of
from kehoach.explain.tree import Branch
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.expression import Code
from kehoach.proof.sources import ELSEWHERE
from kehoach.report.facts import kind_name
from kehoach.submission.model import DataValue
from kehoach.vi.numbers import print_number, print_percent
from kehoach.vi.values import print_value


def of_target(assessment: Assessment, result: Achievement) -> Branch:
    """Formula, numbers, what is missing, and every element of it."""
    target = result.target
    where = f" ({assessment.plan.unit(target.unit).name})" if target.unit else ""
    elements = [assessment.plan.elements[c] for c in (*target.expression.elements, *target.evidence)]
    actual = "chưa tính được" if result.actual is None else _shown(result.actual, result)
    return Branch(
        f"{target.code} {target.text}{where}: {actual} · {result.verdict}",
        (*_workings(assessment, result), *(of_element(assessment, element, target.unit) for element in elements)),
    )


def _workings(assessment: Assessment, result: Achievement) -> Iterator[Branch]:
    target, plan = result.target, assessment.plan
    yield Branch(f"công thức: {target.expression.text} {target.comparison} {_shown(target.threshold, result)}")
    if result.numerator is not None and result.denominator is not None:
        yield Branch(f"= {print_number(result.numerator)} / {print_number(result.denominator)}")
    yield from (_elsewhere(assessment, code, target.unit) for code in target.expression.codes if code.function)
    if result.short_by:
        yield Branch(f"còn thiếu: {result.short_by} {result.short_measure}")
    if result.over_by:
        yield Branch(f"còn phải giảm: {result.over_by} {result.short_measure}")
    for when, value in (("kỳ trước", result.last_period), ("năm trước", result.last_year)):
        if value is not None:
            yield Branch(f"{when}: {_shown(value, result)}")
    if result.lacking:
        yield Branch("thiếu căn cứ: " + ", ".join(plan.elements[c].label for c in result.lacking))
    if result.silent:
        yield Branch("chưa có số liệu: " + ", ".join(plan.name_of(u) for u in result.silent))


def _elsewhere(assessment: Assessment, code: Code, unit: str) -> Branch:
    """What no cell of the period holds."""
    value = assessment.unit_value(code, unit) if unit else assessment.evaluate(code)
    shown = "chưa rõ" if value is None else print_number(value)
    return Branch(f"{code.function}({code.code}) = {shown}: {ELSEWHERE[code.function]}")


def _shown(value: Fraction, result: Achievement) -> str:
    if result.target.is_percent:
        return print_percent(value, result.target.threshold)
    return f"{print_number(value)} {result.target.measure}"


def of_element(assessment: Assessment, element: Element, subject: str) -> Branch:
    """Its sum and the values that are added up; of one subject, where named."""
    values = tuple(_values(assessment, element, subject))
    line = f"{element.code} {element.label}"
    if element.kind.is_number and element.is_additive and not subject:
        line += f": {_sum(assessment, assessment.total(element.code, False), element)}"
    return Branch(line, values or (Branch("chưa có ai cung cấp"),))


def _sum(assessment: Assessment, total: Total, element: Element) -> str:
    if total.value is None:
        return "chưa có số liệu"
    kind = kind_name(assessment.plan, element.subject)
    share = "" if total.is_complete else f" (của {len(total.given):02d}/{len(total.expected):02d} {kind})"
    return f"{print_number(total.value)} {element.measure}".strip() + share


def _values(assessment: Assessment, element: Element, subject: str) -> Iterator[Branch]:
    """The values of this period, and of earlier ones where the sum rests on them."""
    summed = set(assessment.total(element.code, False).places)
    for period, value in rows_of(assessment.review.accepted):
        is_asked = value.element == element.code and subject.casefold() in ("", value.subject.casefold())
        if is_asked and (period == assessment.period.code or value.place in summed):
            name = assessment.plan.name_of(value.subject)
            yield Branch(f"{period} {value.subject} {name}: {said(element, value)} ← {value.place}")


def said(element: Element, value: DataValue) -> str:
    """The value, as it was typed where that is not the same, and by which way it came."""
    shown = value.state.in_words if value.value is None else print_value(value.value)
    if element.kind is ElementKind.YES_NO and value.value in (0, 1):
        shown = "có" if value.value else "không"
    typed = f" (ghi “{value.typed}”)" if value.typed and value.typed != shown else ""
    source = f" [{value.source}]" if value.source else ""
    return f"{shown}{typed}{source}"
