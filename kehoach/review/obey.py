"""Obeying an answer (làm theo trả lời): from a dataset to a new one; nothing is changed in place."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd

from kehoach.dataset import model as d
from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.model import Nature, Plan
from kehoach.review.model import OfficerAnswer
from kehoach.review.typed import read_typed
from kehoach.review.values import Row, rows_of, values_of
from kehoach.submission.model import State, Submission
from kehoach.vi.names import fold

ANSWERED, FROM_LAST = "trả lời", "kỳ trước"


def fault_of(plan: Plan, dataset: d.Dataset, finding: Finding, answer: OfficerAnswer) -> str:
    """What the answer lacks, one Vietnamese sentence; "" where it can be obeyed."""
    if answer.answer is None and not answer.typed:
        return "Chưa chọn cách trả lời."
    if answer.answer is None:
        return f"Không rõ cách trả lời “{answer.typed}”; chọn một mục trong danh sách."
    if answer.answer not in finding.answers:
        return f"Câu hỏi này không nhận trả lời “{answer.answer}”; chọn: {', '.join(finding.answers)}."
    if answer.answer is Answer.CHANGE and not answer.value:
        return f"Đã chọn “{answer.answer}” nhưng chưa ghi số mới."
    if answer.answer is Answer.CHANGE:
        return read_typed(plan, dataset.period, finding, answer.value)[1]
    if answer.answer is Answer.USE_LAST and not _last(plan, dataset, finding):
        return "Không dùng được số kỳ trước: kỳ trước không có số này, hoặc đây là số phát sinh trong kỳ."
    if answer.answer is Answer.USE_FILE and not _chosen(dataset, finding, answer):
        files = "; ".join(p.file for p in (finding.place, *finding.others))
        return f"Ghi đúng tên một tệp ở cột Số mới: {files}."
    return ""


def obey(plan: Plan, dataset: d.Dataset, finding: Finding, answer: OfficerAnswer) -> d.Dataset:
    """The dataset as the answer has it. Only for answers without a fault."""
    if answer.answer is Answer.DROP:
        return set_aside(dataset, [finding], ANSWERED)
    if answer.answer is Answer.CHANGE:
        return _with_row(dataset, _changed(plan, dataset, finding, answer))
    if answer.answer is Answer.USE_LAST and (last := _last(plan, dataset, finding)):
        return _with_row(dataset, replace(last, period=dataset.period.code, source=FROM_LAST))
    if answer.answer is Answer.USE_FILE and (chosen := _chosen(dataset, finding, answer)):
        return _with_file(dataset, finding.place.unit, chosen)
    return dataset


def set_aside(dataset: d.Dataset, findings: Iterable[Finding], source: str = "") -> d.Dataset:
    """A dataset without the values that the findings doubt: state "set aside", what was typed kept."""
    doubted = [f for f in findings if f.severity in (Severity.CONFIRM, Severity.CORRECT)]
    names = {(f.element, f.subject) for f in doubted if f.element}
    cells = {(p.file, p.sheet, p.cell) for f in doubted for p in (f.place, *f.others) if p.cell}

    def judged(row: Row) -> Row:
        named = (row.element, row.subject) in names or (row.place.file, row.place.sheet, row.place.cell) in cells
        if not named or not row.is_given or row.period != dataset.period.code:
            return row
        return replace(row, value=None, state=State.SET_ASIDE, typed=row.read, source=source or row.source)

    return _each_row(dataset, judged) if doubted else dataset


def _changed(plan: Plan, dataset: d.Dataset, finding: Finding, answer: OfficerAnswer) -> Row:
    """The value in question as the answer has it, at the place it was asked about."""
    value, _ = read_typed(plan, dataset.period, finding, answer.value)
    return Row(
        dataset.period.code,
        finding.element,
        finding.subject,
        value.value,
        value.state,
        finding.place,
        answer.value,
        ANSWERED,
        value.is_estimate,
    )


def _last(plan: Plan, dataset: d.Dataset, finding: Finding) -> Row | None:
    """Last period's value, for what does not start again in each period."""
    element = plan.elements.get(finding.element)
    row = values_of(plan, dataset).last(finding.element, finding.subject)
    return row if row and row.is_given and element and element.nature is not Nature.FLOW else None


def _chosen(dataset: d.Dataset, finding: Finding, answer: OfficerAnswer) -> Submission | None:
    """The file the officer means: of those in question the one whose name was typed, or the only one."""
    files = {p.file for p in (finding.place, *finding.others)}
    named = [s for s in dataset.submissions if s.file in files and _is_named(answer.value, s.file)]
    return named[0] if len(named) == 1 else None


def _is_named(typed: str, file: str) -> bool:
    """Whether `typed` is the file's name; its folder and ending may be left out, nothing typed fits any."""
    path = PurePosixPath(file)
    return not typed or fold(typed) in (fold(file), fold(path.name), fold(path.stem))


def _with_file(dataset: d.Dataset, unit: str, chosen: Submission) -> d.Dataset:
    """All this period's values of a unit taken from one file, with what was said and changed on reading it."""
    period = dataset.period.code
    rows = [r for r in rows_of(dataset.by_value) if not (r.period == period and r.place.unit == unit)]
    taken = [
        Row(period, v.element, v.subject, v.value, v.state, v.place, v.typed, v.source, v.is_estimate)
        for v in chosen.values
    ]
    reception = replace(dataset.reception, received={**dataset.reception.received, unit: chosen.file})
    return replace(
        dataset,
        by_value=_frame([*rows, *taken], dataset.by_value),
        receptions={**dataset.receptions, period: reception},
        changes=tuple(dict.fromkeys((*dataset.changes, *chosen.changes))),
        findings=tuple(dict.fromkeys((*dataset.findings, *chosen.findings))),
    )


def _with_row(dataset: d.Dataset, new: Row) -> d.Dataset:
    """One value put in place of what stood under its name, or added."""
    name = (new.period, new.element, new.subject)
    rows = list(rows_of(dataset.by_value))
    spot = next((n for n, r in enumerate(rows) if (r.period, r.element, r.subject) == name), len(rows))
    kept = [r for r in rows if (r.period, r.element, r.subject) != name or r.state is State.SET_ASIDE]
    return replace(dataset, by_value=_frame([*kept[:spot], new, *kept[spot:]], dataset.by_value))


def _each_row(dataset: d.Dataset, change: Callable[[Row], Row]) -> d.Dataset:
    rows = [change(r) for r in rows_of(dataset.by_value)]
    return replace(dataset, by_value=_frame(rows, dataset.by_value))


def _frame(rows: Iterable[Row], like: pd.DataFrame) -> pd.DataFrame:
    """Rows → frame, with the columns and types of `like`."""
    records = [
        (
            r.period,
            r.subject,
            r.element,
            r.value,
            r.state.value,
            r.place.file,
            r.place.sheet,
            r.place.cell,
            r.place.unit,
            r.typed,
            r.source,
            r.is_estimate,
        )
        for r in rows
    ]
    frame = pd.DataFrame(records, columns=list(d.COLUMNS), dtype=object)
    return frame.astype(like.dtypes.to_dict())
