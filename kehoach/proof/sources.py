"""Where a fact comes from (nguồn của một dữ kiện), in the officer's words: formula, values, files and cells.

In: assessment and fact. Out: lines, the cells grouped by sheet, only the first ones where there are many.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kehoach.finding import Place
from kehoach.plan.expression import Code, Expression, ExpressionError, read_expression
from kehoach.plan.model import Plan
from kehoach.plan.placeholder import TARGET_WORDS, TASK_WORDS
from kehoach.plan.promise import promised_at_least
from kehoach.proof.recount import Entry, Recount
from kehoach.report.allotted import GIVEN
from kehoach.report.corrections import AT, ISSUED
from kehoach.report.facts import ALONE, COUNTED, reached
from kehoach.report.model import Fact
from kehoach.vi.numbers import print_number

MOST_CELLS = 12
"""Cells a comment names; beyond, a count."""
COVERAGE, PROMISE = "do_phu", "muc"
_CODE = re.compile(r"(?:(truoc|goc|dem)\s*\(\s*)?\b([A-Za-z_]\w*)(?(1)\s*\))")
ELSEWHERE = {
    "goc": "số cuối năm trước, trang Năm trước của tệp kế hoạch",
    "truoc": "số của kỳ báo cáo trước",
    "dem": "đếm trong trang Đơn vị của tệp kế hoạch",
}
"""Where what no cell of the period holds comes from, by the function that asks for it."""
Cell = tuple[Place, str]
"""Ô và số trong ô; the number is "" where words stand there."""


@dataclass(frozen=True)
class Sources:
    """Sổ nguồn of one assessment; no more than `most` cells are named of one fact."""

    recount: Recount
    most: int = MOST_CELLS

    def lines(self, fact: Fact) -> tuple[str, ...]:
        """What a comment says of a fact, a paragraph each."""
        plan = self.recount.assessment.plan
        expression = _expression(plan, fact)
        formula = self._formula(plan, expression, fact) if expression else ()
        counted = expression or _condition(fact)
        cells = self._numbers(counted, fact) if counted else ()
        words = tuple((place, "") for place in fact.rests_on if place.file)
        return (
            f"{fact.id}: {_meaning(plan, fact)}",
            *formula,
            *_listed(cells or words, self.most),
            *_silent(plan, fact),
        )

    def _formula(self, plan: Plan, expression: Expression, fact: Fact) -> Iterator[str]:
        """The formula, the same in numbers, and what its codes mean."""
        if not isinstance(expression.root, Code):
            in_numbers = _CODE.sub(lambda m: self._printed(Code(m[2], m[1] or ""), fact), expression.text)
            yield f"công thức: {expression.text} = {in_numbers}"
        for code in expression.codes:
            if code.function:
                yield f"{code.function}({code.code}) = {self._printed(code, fact)}: {ELSEWHERE[code.function]}"
            elif not isinstance(expression.root, Code):
                yield f"{code.code} = {self._printed(code, fact)}: {plan.elements[code.code].label}"
        yield from self._compared(fact)

    def _compared(self, fact: Fact) -> Iterator[str]:
        """What a comparison with the period before or last year compares with."""
        name, _, word = fact.id.partition(".")
        for result in self.recount.assessment.achievements:
            held = {"so_nam_truoc": ("năm trước", result.last_year), "so_ky_truoc": ("kỳ trước", result.last_period)}
            when, value = held.get(word, ("", None))
            if result.target.code == name and value is not None:
                yield f"{when}: {reached(result.target, value)}"

    def _printed(self, code: Code, fact: Fact) -> str:
        value = self.recount.value(Expression(code.code, code), fact.rests_on, fact.id.startswith(ALONE))
        return "chưa rõ" if value is None else print_number(value)

    def _numbers(self, expression: Expression, fact: Fact) -> tuple[Cell, ...]:
        """The cells that are added up, in the order of the formula."""
        codes = [c.code for c in expression.codes if not c.function]
        entries = [e for c in codes for e in self.recount.entries(c, fact.rests_on, fact.id.startswith(ALONE))]
        return tuple((self._found(e), print_number(e.number)) for e in entries)

    def _found(self, entry: Entry) -> Place:
        """Where it stands: a file of an earlier period with the folder it is in."""
        place, period = entry.value.place, self.recount.assessment.period.code
        return place if entry.period == period else replace(place, file=f"{entry.period}/{place.file}")


def _expression(plan: Plan, fact: Fact) -> Expression | None:
    """The formula of a number; None for what is said in words."""
    name, _, word = fact.id.partition(".")
    target = next((t for t in plan.targets if t.code == name), None)
    if target or word == COVERAGE or ": " in fact.id:
        return target.expression if target and fact.rests_on and word not in (COVERAGE, PROMISE) else None
    if isinstance(fact.value, str | date):
        return None
    try:
        return read_expression(name if word and name in plan.elements else fact.id.removeprefix(ALONE))
    except ExpressionError:
        return None


def _condition(fact: Fact) -> Expression | None:
    """What units are counted or named by: "so thon: nvh = 1"."""
    return read_expression(fact.id.split(": ", 1)[1]) if ": " in fact.id else None


def _meaning(plan: Plan, fact: Fact) -> str:
    """What the fact is, by the plan's own names."""
    name, _, word = fact.id.removeprefix(ALONE).partition(".")
    target = next((t for t in plan.targets if t.code == name), None)
    task = next((t for t in plan.tasks if t.code == name), None)
    if word == COVERAGE:
        return "số nơi đã có số liệu"
    if name.startswith(COUNTED):
        return "đếm trong các chỉ tiêu, nhiệm vụ của kế hoạch"
    if AT in name:
        code, _, period = name.partition(AT)
        told = "báo cáo đã ban hành ghi" if word == ISSUED else "số liệu hiện nay"
        return f"{plan.elements[code].label}, {plan.period(period).name}: {told}"
    if target and word.startswith(GIVEN):
        return f"các đơn vị theo mức giao riêng của “{target.short}”"
    if target:
        what = _bare(TARGET_WORDS[word]) if word in TARGET_WORDS else f"kết quả riêng {plan.name_of(word)}"
        return f"{what} của “{target.short}”; kế hoạch {promised_at_least(target)}"
    if task:
        return f"{_bare(TASK_WORDS.get(word, 'ghi chú'))} của nhiệm vụ “{task.short}”"
    if name in plan.elements:
        alone = ", riêng kỳ này" if fact.id.startswith(ALONE) else ""
        return ", ".join(filter(None, (plan.elements[name].label, plan.name_of(word)))) + alone
    return "những nơi thỏa điều kiện này" if ": " in fact.id else "tính theo công thức sau"


def _bare(words: str) -> str:
    """ "kết luận (chưa đạt)" without its example."""
    return words.partition(" (")[0].partition(";")[0]


def _listed(cells: Sequence[Cell], most: int) -> Iterator[str]:
    """ "← T01-….xlsx Số liệu: B10 = 168, B13 = 160", a line a sheet."""
    shown = tuple(dict.fromkeys(cells))
    for (file, sheet), group in groupby(shown[:most], lambda cell: (cell[0].file, cell[0].sheet)):
        numbers = (" = ".join(filter(None, (place.cell, number))) for place, number in group)
        yield f"← {file} {sheet}: {', '.join(numbers)}"
    if len(shown) > most:
        yield f"… và {len(shown) - most} ô khác"


def _silent(plan: Plan, fact: Fact) -> Iterator[str]:
    """Who has not given a number, where the fact counts them."""
    missing = [plan.name_of(place.unit) for place in fact.rests_on if not place.file]
    if missing and fact.id.endswith(f".{COVERAGE}"):
        yield f"chưa có số liệu: {', '.join(missing)}"
