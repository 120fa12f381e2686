"""`kehoach explain`: where a number comes from (giải thích), down to files and cells, as a tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from kehoach.assessment.model import Achievement, Assessment, Total
from kehoach.commands import explain_code
from kehoach.commands.outcome import Outcome
from kehoach.commands.period import walk_period
from kehoach.dataset.frame import rows_of
from kehoach.errors import UseError
from kehoach.plan.model import Element, Plan
from kehoach.vi.names import nearest
from kehoach.vi.numbers import print_number, print_percent
from kehoach.vi.values import print_value


@dataclass(frozen=True)
class Branch:
    """Nhánh: a line and what stands under it."""

    line: str
    under: "tuple[Branch, ...]" = ()

    def lines(self, indent: str = "") -> Iterator[str]:
        """The tree as text, two spaces a level."""
        yield indent + self.line
        for branch in self.under:
            yield from branch.lines(indent + "  ")


def run(directory: Path, code: str | None, what: str) -> Outcome:
    """Explains a code (`KT-58`), or a target (`ct1`), an element (`ho_cn`), one value (`ho_cn.T03`) of a period."""
    if explain_code.is_code(what):
        return explain_code.run(what)
    _, walked = walk_period(directory, code)
    plan, assessment = walked.plan, walked.assessment
    element, _, subject = what.strip().partition(".")
    if what in {target.code for target in plan.targets}:
        branches = [_of_target(assessment, a) for a in assessment.achievements if a.target.code == what]
    elif element in plan.elements:
        branches = [_of_element(assessment, plan.elements[element], subject)]
    else:
        raise UseError(_unknown(plan, what))
    head = f"Kỳ {walked.period.code} ({walked.period.name})"
    return Outcome("\n".join([head, *(line for branch in branches for line in branch.lines())]))


def _unknown(plan: Plan, what: str) -> str:
    codes = (*(t.code for t in plan.targets), *plan.elements)
    near = nearest(what, codes)
    guess = f" Có phải “{near}” không?" if near else ""
    return (
        f"Không có chỉ tiêu hay số liệu nào mang mã “{what}”.{guess} Xem mã ở trang Chỉ tiêu và Số liệu của kế hoạch."
    )


def _of_target(assessment: Assessment, result: Achievement) -> Branch:
    target = result.target
    where = f" ({assessment.plan.unit(target.unit).name})" if target.unit else ""
    lines = [Branch(f"công thức: {target.expression.text} {target.comparison} {_shown(target.threshold, result)}")]
    if result.numerator is not None and result.denominator is not None:
        lines.append(Branch(f"= {print_number(result.numerator)} / {print_number(result.denominator)}"))
    if result.short_by:
        lines.append(Branch(f"còn thiếu: {result.short_by} {result.short_measure}"))
    if result.lacking:
        lines.append(Branch("thiếu căn cứ: " + ", ".join(assessment.plan.elements[c].label for c in result.lacking)))
    if result.silent:
        lines.append(Branch("chưa có số liệu: " + ", ".join(assessment.plan.unit(u).name for u in result.silent)))
    elements = [assessment.plan.elements[c] for c in (*target.expression.elements, *target.evidence)]
    actual = "chưa tính được" if result.actual is None else _shown(result.actual, result)
    return Branch(
        f"{target.code} {target.text}{where}: {actual} · {result.verdict}",
        (*lines, *(_of_element(assessment, element, target.unit) for element in elements)),
    )


def _shown(value: Fraction, result: Achievement) -> str:
    if result.target.is_percent:
        return print_percent(value, result.target.threshold)
    return f"{print_number(value)} {result.target.measure}"


def _of_element(assessment: Assessment, element: Element, subject: str) -> Branch:
    values = tuple(_values(assessment, element, subject))
    line = f"{element.code} {element.label}"
    if element.kind.is_number and element.is_additive and not subject:
        line += f": {_sum(assessment.total(element.code, False), element)}"
    return Branch(line, values or (Branch("chưa có ai cung cấp"),))


def _sum(total: Total, element: Element) -> str:
    if total.value is None:
        return "chưa có số liệu"
    share = "" if total.is_complete else f" (của {len(total.given)}/{len(total.expected)} nơi)"
    return f"{print_number(total.value)} {element.measure}".strip() + share


def _values(assessment: Assessment, element: Element, subject: str) -> Iterator[Branch]:
    """The values of this period, and of earlier ones where the sum rests on them."""
    summed = set(assessment.total(element.code, False).places)
    for period, value in rows_of(assessment.review.accepted):
        is_asked = value.element == element.code and subject.casefold() in ("", value.subject.casefold())
        if is_asked and (period == assessment.period.code or value.place in summed):
            shown = value.state.in_words if value.value is None else print_value(value.value)
            typed = f" (ghi “{value.typed}”)" if value.typed and value.typed != shown else ""
            source = f" [{value.source}]" if value.source else ""
            name = assessment.plan.name_of(value.subject)
            yield Branch(f"{period} {value.subject} {name}: {shown}{typed}{source} ← {value.place}")
