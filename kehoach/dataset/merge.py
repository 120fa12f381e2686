"""All submissions of a period, and the accepted values of earlier ones, in one table (gộp số liệu).

Who supplies a number is in the plan: the first supplier's counts, another's is set aside and listed where it differs.
The order of the files changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.dataset.difference import differs_from_holder, differs_from_typed_in
from kehoach.dataset.frame import Row, frame_of, rows_of
from kehoach.dataset.model import Dataset, Reception
from kehoach.finding import Finding, Severity
from kehoach.plan.element import Element
from kehoach.plan.model import Plan
from kehoach.plan.needs import asked_elements
from kehoach.plan.period import Period
from kehoach.submission.model import DataValue, State, Submission

_SILENT = (State.BLANK, State.NOT_ASKED)
"""An unreadable cell is not silent: it was filled, and waits for its answer."""
_OF_UNUSED_FILES = ("KT-03", "KT-64", "KT-65", "KT-101", "KT-114")
"""What is still said of a file that is not used; its cells are nobody's business."""

Name = tuple[str, str]


@dataclass(frozen=True)
class _Claims:
    """Các nguồn của một giá trị: everything said about one element of one subject, the best source first."""

    element: Element
    said: tuple[DataValue, ...]

    @property
    def counting(self) -> DataValue:
        """The first source that is not silent; where all are, the first."""
        return next((v for v in self.said if v.state not in _SILENT), self.said[0])


def merge_submissions(
    plan: Plan,
    period: Period,
    submissions: Sequence[Submission],
    earlier: Sequence[Dataset] = (),
    typed_in: Sequence[DataValue] = (),
) -> Dataset:
    """One period's dataset. `typed_in` (nhap-ho.xlsx) override a file's values; `earlier` were accepted before."""
    ordered = tuple(sorted(submissions, key=lambda s: s.file))
    used = [s for s in ordered if s.is_used and not s.is_empty]
    claims = _claims(plan, period, [v for s in used for v in s.values], typed_in)
    return Dataset(
        period=period,
        by_value=frame_of([*_own_rows(earlier), *((period.code, v) for c in claims for v in _settled(c))]),
        receptions={
            **{e.period.code: e.reception for e in earlier},
            period.code: _reception(plan, period, used, typed_in),
        },
        submissions=ordered,
        changes=tuple(c for s in used for c in s.changes),
        findings=tuple(_findings(plan, ordered, claims)),
    )


def with_submission(plan: Plan, dataset: Dataset, unit: str, chosen: Submission) -> Dataset:
    """The dataset with one file of a unit that none of its files was used of, settled with all else that was said.

    What was typed in for the unit, or answered, stays, and so does the holder's number.
    """
    period = dataset.period
    here = [v for code, v in rows_of(dataset) if code == period.code and (v.source or v.place.unit != unit)]
    from_files = [*(v for v in here if not v.source), *chosen.values]
    claims = _claims(plan, period, from_files, [v for v in here if v.source])
    earlier = (row for row in rows_of(dataset) if row[0] != period.code)
    reception = replace(dataset.reception, received={**dataset.reception.received, unit: chosen.file})
    found = _findings(plan, [replace(chosen, is_used=True)], claims)
    return replace(
        dataset,
        by_value=frame_of([*earlier, *((period.code, v) for c in claims for v in _settled(c))]),
        receptions={**dataset.receptions, period.code: reception},
        changes=tuple(dict.fromkeys((*dataset.changes, *chosen.changes))),
        findings=tuple(dict.fromkeys((*dataset.findings, *found))),
    )


def _own_rows(datasets: Iterable[Dataset]) -> Iterator[Row]:
    """The rows of each dataset's own period, without the earlier ones that it carries along."""
    return (row for each in datasets for row in rows_of(each) if row[0] == each.period.code)


def _claims(
    plan: Plan, period: Period, from_files: Iterable[DataValue], typed_in: Iterable[DataValue]
) -> tuple[_Claims, ...]:
    """Every named value with its sources in order, in the plan's order of elements and subjects."""
    by_name: dict[Name, list[tuple[tuple[int, int, str, str], DataValue]]] = defaultdict(list)
    for is_file, values in enumerate((typed_in, from_files)):
        for value in values:
            if element := plan.elements.get(value.element):
                rank = _rank(plan, element, value.place.unit)
                place = value.place
                source = rank, is_file, place.file, f"{place.sheet}!{place.cell}"
                by_name[value.element, value.subject].append((source, value))
    order = {(e.code, s): n for n, (e, s) in enumerate(_names(plan, period))}
    names = sorted(by_name, key=lambda name: (order.get(name, len(order)), name))
    return tuple(
        _Claims(plan.elements[n[0]], tuple(v for _, v in sorted(by_name[n], key=lambda s: s[0]))) for n in names
    )


def _names(plan: Plan, period: Period) -> Iterator[tuple[Element, str]]:
    return ((e, s) for e in plan.elements.values() for s in plan.subjects(e, period))


def _rank(plan: Plan, element: Element, supplier: str) -> int:
    """Place among the plan's suppliers, by code or by kind."""
    names = {supplier, *(u.kind for u in plan.units if u.code == supplier)}
    return next((n for n, s in enumerate(element.suppliers) if s in names), len(element.suppliers))


def _settled(claims: _Claims) -> Iterator[DataValue]:
    """The value that counts, and what else was said about it, set aside; other silence says nothing."""
    counting = claims.counting
    for value in claims.said:
        if value is counting:
            yield value
        elif value.state not in _SILENT:
            yield replace(value, value=None, state=State.SET_ASIDE)


def _reception(plan: Plan, period: Period, used: Iterable[Submission], typed_in: Iterable[DataValue]) -> Reception:
    """Expected are those that are asked something; a unit that said it by telephone has reported."""
    expected = tuple(u.code for u in plan.active_units(period) if asked_elements(plan, u, period))
    files = {v.place.unit: v.place.file for v in typed_in} | {s.stamp.unit: s.file for s in used if s.stamp}
    return Reception(expected, {unit: files[unit] for unit in expected if unit in files})


def _findings(plan: Plan, submissions: Iterable[Submission], claims: Iterable[_Claims]) -> Iterator[Finding]:
    """What was said on reading, of the values that count and of the files; then where two sources differ."""
    counting = {(c.element.code, c.counting.subject): c.counting.place for c in claims}
    for submission in submissions:
        for finding in submission.findings:
            where = counting.get((finding.element, finding.subject), finding.place)
            if _is_said(submission, finding) and where == finding.place:
                yield finding
    yield from _differences(plan, claims)


def _is_said(submission: Submission, finding: Finding) -> bool:
    is_about_file = finding.severity is Severity.RETURN or finding.code in _OF_UNUSED_FILES
    return submission.is_used or is_about_file


def _differences(plan: Plan, claims: Iterable[_Claims]) -> Iterator[Finding]:
    for each in claims:
        counting = each.counting
        for other in each.said:
            if other is counting or not _differ(counting, other):
                continue
            ranks = {_rank(plan, each.element, value.place.unit) for value in (counting, other)}
            if counting.source and len(ranks) == 1:
                yield differs_from_typed_in(each.element, counting, other)
            else:
                yield differs_from_holder(plan, each.element, counting, other)


def _differ(one: DataValue, other: DataValue) -> bool:
    """Whether two sources say different things; silence and what cannot be read say nothing."""
    return one.state.is_given and other.state.is_given and (one.state, one.value) != (other.state, other.value)
