"""Obeying an answer (làm theo trả lời): from a dataset to a new one; nothing is changed in place."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from kehoach.dataset.frame import Row, frame_of, rows_of
from kehoach.dataset.merge import with_submission
from kehoach.dataset.model import Dataset
from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import Nature
from kehoach.plan.model import Plan
from kehoach.review.model import OfficerAnswer
from kehoach.review.typed import read_typed
from kehoach.review.values import values_of
from kehoach.submission.model import DataValue, State, Submission
from kehoach.vi.names import fold

ANSWERED, FROM_LAST = "trả lời", "kỳ trước"


def fault_of(plan: Plan, dataset: Dataset, finding: Finding, answer: OfficerAnswer) -> str:
    """What the answer lacks, one Vietnamese sentence; "" where it can be obeyed."""
    if answer.answer is None and not answer.typed:
        return "Chưa chọn cách trả lời."
    if answer.answer is None:
        return f"Không rõ cách trả lời “{answer.typed}”; chọn một mục trong danh sách."
    if answer.answer not in finding.answers:
        return f"Câu hỏi này không nhận trả lời “{answer.answer}”; chọn: {', '.join(finding.answers)}."
    if answer.value and answer.answer not in (Answer.CHANGE, Answer.USE_FILE):
        return f"Đã chọn “{answer.answer}” mà lại ghi số mới “{answer.value}”; xóa số mới, hoặc chọn “{Answer.CHANGE}”."
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


def obey(plan: Plan, dataset: Dataset, finding: Finding, answer: OfficerAnswer) -> Dataset:
    """The dataset as the answer has it. Only for answers without a fault."""
    if answer.answer is Answer.DROP:
        return set_aside(dataset, [finding], ANSWERED)
    if answer.answer is Answer.CHANGE:
        return _with_value(dataset, _changed(plan, dataset, finding, answer))
    if answer.answer is Answer.USE_LAST and (last := _last(plan, dataset, finding)):
        return _with_value(dataset, replace(last, source=FROM_LAST))
    if answer.answer is Answer.USE_FILE and (chosen := _chosen(dataset, finding, answer)):
        return with_submission(plan, dataset, finding.place.unit, chosen)
    return dataset


def set_aside(dataset: Dataset, findings: Iterable[Finding], source: str = "") -> Dataset:
    """A dataset without the values that the findings doubt: state "set aside", what was typed kept."""
    doubted = [f for f in findings if f.severity in (Severity.CONFIRM, Severity.CORRECT)]
    names = {(f.element, f.subject) for f in doubted if f.element}
    cells = {(p.file, p.sheet, p.cell) for f in doubted for p in (f.place, *f.others) if p.cell}

    def judged(row: Row) -> Row:
        period, value = row
        place = value.place
        named = (value.element, value.subject) in names or (place.file, place.sheet, place.cell) in cells
        if not named or not value.state.is_given or period != dataset.period.code:
            return row
        aside = replace(value, value=None, state=State.SET_ASIDE, typed=value.read, source=source or value.source)
        return period, aside

    return replace(dataset, by_value=frame_of(map(judged, rows_of(dataset)))) if doubted else dataset


def _changed(plan: Plan, dataset: Dataset, finding: Finding, answer: OfficerAnswer) -> DataValue:
    """The value in question as the answer has it, at the place it was asked about."""
    value, _ = read_typed(plan, dataset.period, finding, answer.value)
    return replace(value, typed=answer.value, source=ANSWERED)


def _last(plan: Plan, dataset: Dataset, finding: Finding) -> DataValue | None:
    """Last period's value, for what does not start again in each period."""
    element = plan.elements.get(finding.element)
    row = values_of(plan, dataset).last(finding.element, finding.subject)
    return row if row and row.state.is_given and element and element.nature is not Nature.FLOW else None


def _chosen(dataset: Dataset, finding: Finding, answer: OfficerAnswer) -> Submission | None:
    """The file the officer means: of those in question the one whose name was typed, or the only one."""
    files = {p.file for p in (finding.place, *finding.others)}
    named = [s for s in dataset.submissions if s.file in files and _is_named(answer.value, s.file)]
    return named[0] if len(named) == 1 else None


def _is_named(typed: str, file: str) -> bool:
    """Whether `typed` is the file's name; its folder and ending may be left out, nothing typed fits any."""
    path = PurePosixPath(file)
    return not typed or fold(typed) in (fold(file), fold(path.name), fold(path.stem))


def _with_value(dataset: Dataset, new: DataValue) -> Dataset:
    """One of this period's values put in place of what stood under its name, or added."""
    name = (dataset.period.code, new.element, new.subject)
    rows = [((period, value.element, value.subject), (period, value)) for period, value in rows_of(dataset)]
    spot = next((n for n, (each, _) in enumerate(rows) if each == name), len(rows))
    kept = [row for each, row in rows if each != name or row[1].state is State.SET_ASIDE]
    return replace(dataset, by_value=frame_of([*kept[:spot], (name[0], new), *kept[spot:]]))
