"""Typed rows without a mistake → the plan. What cannot be read here was refused by `plan.verify` before."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from kehoach.plan import choices as c
from kehoach.plan import sheets as s
from kehoach.plan.check import Check
from kehoach.plan.contents import read_contents
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.expression import read_expression
from kehoach.plan.issuer import Basis, Issuer, Recipient
from kehoach.plan.model import Plan
from kehoach.plan.names import Names
from kehoach.plan.period import Period, PeriodChoice
from kehoach.plan.section import Section, SentencePattern
from kehoach.plan.table import Book, Row, info_column
from kehoach.plan.target import Before, Target
from kehoach.plan.task import Party, Task
from kehoach.plan.texts import code_in, read_choice, read_number, read_threshold, read_whole
from kehoach.plan.times import read_time
from kehoach.plan.unit import Unit
from kehoach.vi.dates import read_date
from kehoach.vi.names import code_of

T = TypeVar("T")


def build_plan(book: Book) -> Plan:
    """The plan of a verified book. ValueError only where the verifier has a hole."""
    names = Names(book)
    issuer = _issuer(book)
    elements = [_element(row, names) for row in book.rows(s.ELEMENTS)]
    return Plan(
        issuer=issuer,
        periods=tuple(_period(row) for row in book.rows(s.PERIODS)),
        units=tuple(_unit(row, names) for row in book.rows(s.UNITS)),
        elements={element.code: element for element in elements},
        targets=tuple(_target(row, names) for row in book.rows(s.TARGETS)),
        parties=tuple(_party(row, names) for row in book.rows(s.PARTIES)),
        tasks=tuple(_task(row, names, issuer.year) for row in book.rows(s.TASKS)),
        checks=tuple(_check(row) for row in book.rows(s.CHECKS)),
        sections=tuple(_section(row, names) for row in book.rows(s.SECTIONS)),
        sentences=tuple(_sentence(row, names) for row in book.rows(s.SENTENCES)),
        recipients=tuple(_recipient(row) for row in book.rows(s.RECIPIENTS)),
        baselines=_baselines(book, names),
        bases=tuple(_basis(row) for row in book.rows(s.BASES)),
    )


def _issuer(book: Book) -> Issuer:
    given = {key: row.text("value") for key, row in book.info.items()}
    said = {column.key: given.get(column.key, "") for column in s.INFO_KEYS}
    extra = {r.text("key"): r.text("value") for r in book.rows(s.INFO) if not info_column(r.text("key"))}
    plain = {key: text for key, text in said.items() if key not in _INFO_READ}
    return Issuer(
        **plain,
        plan_date=_sure(read_date(said["plan_date"])),
        year=_sure(read_whole(said["year"])),
        name_lines=tuple(said["name_lines"].split("\n")),
        body_size=_sure(read_whole(said["body_size"] or "14")),
        is_paper=read_choice(said["is_paper"] or c.PAPER, (c.PAPER,)) is not None,
        extra=extra,
    )


_INFO_READ = ("plan_date", "year", "name_lines", "body_size", "is_paper")


def _period(row: Row) -> Period:
    return Period(
        code=row.text("code"),
        name=row.text("name"),
        start=_day(row, "start"),
        cutoff=_day(row, "cutoff"),
        units_due=_day(row, "units_due"),
        report_due=_day(row, "report_due"),
        cumulative_from=_day(row, "cumulative_from"),
        request=row.text("request"),
        addressees=row.parts("addressees"),
        signer=row.text("signer"),
        is_estimate=read_choice(row.text("is_estimate"), (c.ESTIMATE,)) is not None,
    )


def _unit(row: Row, names: Names) -> Unit:
    return Unit(
        code=row.text("code"),
        name=row.text("name"),
        kind=code_of(row.text("kind_name")),
        kind_name=row.text("kind_name"),
        parent=names.unit(row.text("parent")) or "",
        aliases=row.parts("aliases"),
        since=_maybe_day(row, "since"),
        until=_maybe_day(row, "until"),
        successors=tuple(_sure(names.unit(part)) for part in row.parts("successors")),
        base={_sure(names.element(code_in(head))): _sure(read_whole(n)) for head, n in row.open_texts.items()},
        reporter=row.text("reporter"),
        phone=row.text("phone"),
    )


def _element(row: Row, names: Names) -> Element:
    kind = ElementKind(_choice(row, "kind"))
    return Element(
        code=row.text("code"),
        label=row.text("label"),
        measure=row.text("measure"),
        kind=kind,
        nature=Nature(_choice(row, "nature")),
        is_additive=_yes(row, "is_additive", kind.is_number),
        subject=_sure(names.kind(row.text("subject"))),
        suppliers=tuple(_sure(names.unit_or_kind(part)) for part in row.parts("suppliers")),
        periods=_periods(row, "periods", names),
        section=row.text("section"),
        help=row.text("help"),
        choices=row.parts("choices"),
        low=_maybe_number(row, "low"),
        high=_maybe_number(row, "high"),
        is_estimate=_yes(row, "is_estimate", False),
        is_required=_yes(row, "is_required", True),
        rows=_sure(read_whole(row.text("rows") or "1")),
    )


def _target(row: Row, names: Names) -> Target:
    measure = row.text("measure")
    return Target(
        code=row.text("code"),
        text=row.text("text"),
        short=row.text("short"),
        expression=read_expression(row.text("expression")),
        comparison=_choice(row, "comparison"),
        threshold=_sure(read_threshold(row.text("threshold"), measure)),
        measure=measure,
        concludes=_periods(row, "concludes", names),
        before=Before(_choice(row, "before") if row.text("before") else Before.SILENT),
        evidence=tuple(_sure(names.element(part)) for part in row.parts("evidence")),
        lead=names.party(row.text("lead")) or "",
        since=_maybe_day(row, "since"),
        until=_maybe_day(row, "until"),
        unit=names.unit(row.text("unit")) or "",
        amendment=row.text("amendment"),
        place=row.place("threshold"),
    )


def _party(row: Row, names: Names) -> Party:
    units = tuple(_sure(names.unit_or_kind(part)) for part in row.parts("units"))
    return Party(row.text("code"), row.text("name"), row.parts("aliases"), units, row.text("duty"))


def _task(row: Row, names: Names, year: int) -> Task:
    span = _sure(read_time(row.text("time"), year))
    return Task(
        code=row.text("code"),
        text=row.text("text"),
        short=row.text("short"),
        lead=tuple(_sure(names.party(part)) for part in row.parts("lead")),
        coordination=tuple(_sure(names.party(part)) for part in row.parts("coordination")),
        time=row.text("time"),
        start=span.start,
        due=span.due,
        evidence=row.text("evidence"),
        since=_maybe_day(row, "since"),
        until=_maybe_day(row, "until"),
        amendment=row.text("amendment"),
        place=row.place("time"),
    )


def _check(row: Row) -> Check:
    expression = read_expression(row.text("expression"))
    return Check(row.text("code"), expression, _choice(row, "severity"), row.text("sentence"))


def _section(row: Row, names: Names) -> Section:
    return Section(
        code=row.text("code"),
        level=int(_choice(row, "level")),
        title=row.text("title"),
        contents=read_contents(row.text("contents")),
        periods=_periods(row, "periods", names),
        is_on=_yes(row, "is_on", True),
    )


def _sentence(row: Row, names: Names) -> SentencePattern:
    when = row.text("when")
    return SentencePattern(
        code=row.text("code"),
        section=names.section(row.text("section")) or "",
        text=row.text("text"),
        periods=_periods(row, "periods", names),
        when=read_expression(when) if when else None,
        verdicts=tuple(_sure(read_choice(part, c.VERDICTS)) for part in row.parts("verdicts")),
    )


def _recipient(row: Row) -> Recipient:
    roles = {head: _sure(read_choice(role, c.ROLES)) for head, role in row.open_texts.items()}
    return Recipient(row.text("name"), row.text("purpose"), roles)


def _baselines(book: Book, names: Names) -> Mapping[tuple[str, str, str], Decimal]:
    return {
        (head, _sure(names.unit(row.text("unit"))), _sure(names.element(row.text("element")))): _sure(read_number(text))
        for row in book.rows(s.BASELINES)
        for head, text in row.open_texts.items()
    }


def _basis(row: Row) -> Basis:
    return Basis(row.text("text"), _maybe_day(row, "since"), _maybe_day(row, "until"))


def _periods(row: Row, key: str, names: Names) -> PeriodChoice:
    return PeriodChoice(tuple(_sure(names.period(part)) for part in row.parts(key)))


def _choice(row: Row, key: str) -> str:
    return _sure(read_choice(row.text(key), row.sheet.column(key).choices))


def _yes(row: Row, key: str, default: bool) -> bool:
    return _choice(row, key) == c.YES if row.text(key) else default


def _day(row: Row, key: str) -> date:
    return _sure(read_date(row.text(key)))


def _maybe(read: Callable[[str], T | None], text: str) -> T | None:
    return _sure(read(text)) if text else None


def _maybe_day(row: Row, key: str) -> date | None:
    return _maybe(read_date, row.text(key))


def _maybe_number(row: Row, key: str) -> Decimal | None:
    return _maybe(read_number, row.text(key))


def _sure(value: T | None) -> T:
    if value is None:
        raise ValueError("the verifier let something pass")
    return value
