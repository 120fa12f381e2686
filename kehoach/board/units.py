"""The targets unit by unit (từng đơn vị): who carries a target and where it lags."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lxml.html import HtmlElement

from kehoach.assessment.model import Achievement, Assessment, UnitPart
from kehoach.board.drawing import bar
from kehoach.board.markup import Content, element, section, table
from kehoach.board.targets import track
from kehoach.board.tones import verdict_badge
from kehoach.plan.element import ElementKind
from kehoach.plan.expression import compare
from kehoach.plan.model import Plan
from kehoach.plan.promise import promised_at_least
from kehoach.plan.target import Target
from kehoach.report.facts import kind_name, reached, reached_fact
from kehoach.report.unit_table import NONE_GIVEN
from kehoach.vi.names import initial_capital
from kehoach.vi.numbers import print_number

_LAGS = "▾"


@dataclass(frozen=True)
class _Column:
    """One target over the units: the commune's parts, or each unit's own result where it was allotted."""

    target: Target
    kind: str
    parts: Mapping[str, UnitPart]
    allotted: Mapping[str, Achievement]

    @property
    def head(self) -> str:
        """Gia đình hiếu học (từ 86% trở lên)."""
        promise = "giao từng đơn vị" if self.allotted else promised_at_least(self.target)
        return f"{initial_capital(self.target.short)} ({promise})"

    @property
    def whole(self) -> Fraction:
        """What the bars' tracks stand for: the same for all units, so that they can be compared."""
        rates = [p.numerator / p.denominator for p in self.parts.values() if p.numerator is not None and p.denominator]
        return track(self.target, max(rates, default=Fraction(0)))

    def cell(self, plan: Plan, unit: str) -> Content:
        """What the unit reached."""
        if unit in self.allotted:
            own = self.allotted[unit]
            printed = fact.printed if (fact := reached_fact(own)) else NONE_GIVEN
            return element("td", f"{printed} / {promised_at_least(own.target)} ", verdict_badge(own.verdict))
        part = self.parts.get(unit)
        return element("td", *_part(plan, self, part)) if part else "–"


def units_section(assessment: Assessment) -> HtmlElement | None:
    """A table a kind of unit, a column a target that rests on units; None where no target may be told of yet."""
    kinds: dict[str, list[_Column]] = {}
    for column in _columns(assessment):
        kinds.setdefault(column.kind, []).append(column)
    tables = [_table(assessment, kind, those) for kind, those in kinds.items()]
    note = element("p", f"{_LAGS} là chưa đạt mức kế hoạch; “{NONE_GIVEN}” là chưa có số liệu.", class_="quiet")
    return section("don-vi", "Từng đơn vị", *tables, note) if tables else None


def _columns(assessment: Assessment) -> Iterator[_Column]:
    told = [a for a in assessment.achievements if a.may_be_told]
    for code in dict.fromkeys(a.target.code for a in told):
        results = [a for a in told if a.target.code == code]
        allotted = {a.target.unit: a for a in results if a.target.unit}
        parts = {p.unit: p for a in results if not a.target.unit for p in a.parts}
        for unit in [*parts, *allotted][:1]:
            yield _Column(results[0].target, assessment.plan.unit(unit).kind, parts, allotted)


def _table(assessment: Assessment, kind: str, columns: Sequence[_Column]) -> HtmlElement:
    plan, name = assessment.plan, initial_capital(kind_name(assessment.plan, kind))
    rows = [
        (unit.name, *(column.cell(plan, unit.code) for column in columns))
        for unit in plan.active_units(assessment.period, kind)
    ]
    return table(f"Chỉ tiêu theo {name.lower()}", (name, *(column.head for column in columns)), rows, "units")


def _part(plan: Plan, column: _Column, part: UnitPart) -> Iterator[Content]:
    top, bottom = column.target.expression.ratio or (column.target.expression, None)
    numerator, denominator = part.numerator, part.denominator
    if numerator is None or (bottom and denominator is None):
        yield NONE_GIVEN
    elif all(plan.elements[code].kind is ElementKind.YES_NO for code in top.elements):
        yield "có" if numerator else "không"
    elif denominator:
        yield from _rate(column, numerator, denominator)
    else:
        yield print_number(numerator)


def _rate(column: _Column, numerator: Fraction, denominator: Fraction) -> Iterator[Content]:
    target, rate = column.target, numerator / denominator
    printed = reached(target, rate)
    lags = "" if compare(rate, target.comparison, target.threshold) else f" {_LAGS}"
    yield element("strong", printed + lags)
    yield f" {print_number(numerator)}/{print_number(denominator)}"
    yield bar(rate, target.threshold, column.whole, f"{printed}, kế hoạch {promised_at_least(target)}")
