"""One returned file → a submission (đọc một tệp gửi về). Whatever the file holds, the answer is a value."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.form.locate import find_answers, read_stamp
from kehoach.form.marks import without_marks
from kehoach.form.model import Field, Form, Located, Mismatch, Stamp
from kehoach.office.model import RawWorkbook, UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.submission.cells import CellReading, read_cell
from kehoach.submission.identity import misdirected, seen_stamp, title_of, titled_otherwise, unit_by_name
from kehoach.submission.merged import merged_answers
from kehoach.submission.model import DataValue, State, Submission
from kehoach.submission.old_encodings import encoding_of, in_unicode
from kehoach.submission.outside import outside
from kehoach.submission.read_file import ReadFile
from kehoach.submission.refusals import refusal, sent_back
from kehoach.submission.remarks import remarks
from kehoach.submission.taken import Doubt
from kehoach.submission.typed_measures import other_measures
from kehoach.vi.legacy import Encoding

_MISMATCHES = {
    Mismatch.MOVED: ("KT-19", Severity.CONFIRM, "Xem lại tệp rồi ghi số đúng."),
    Mismatch.TWICE: ("KT-16", Severity.CONFIRM, "Hỏi đơn vị số nào đúng; chỉ giữ lại một chỗ."),
    Mismatch.LOST: ("KT-18", Severity.CORRECT, "Hỏi đơn vị rồi ghi số."),
}
"""Why an answer may not be used → code, severity, what to do."""


def read_submission(path: Path, name: str, plan: Plan, period: Period, forms: Mapping[str, Form]) -> Submission:
    """Reads the file at `path`, called `name` in what is said of it. `forms` by unit code are this period's."""
    guessed = unit_by_name(name, (form.unit for form in forms.values()))
    try:
        workbook = without_marks(read_workbook(path))
    except UnreadableFile as error:
        return Submission(name, None, findings=(refusal(error, Place(guessed, name)),), is_used=False)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    stamp = read_stamp(workbook) or seen_stamp(in_unicode(workbook), plan)
    if stamp is None:
        return Submission(name, None, findings=(_nobody_s(name, guessed),), is_used=False, digest=digest)
    wrong = misdirected(stamp, name, plan, period, forms, title_of(workbook))
    if wrong:
        return Submission(name, stamp, findings=(wrong,), is_used=False, digest=digest)
    read = _read(workbook, name, stamp, plan, forms[stamp.unit], digest)
    other = None if read.is_empty else titled_otherwise(workbook, stamp, plan)
    return replace(read, is_used=False, findings=(_of_two(plan, stamp, name, other), *read.findings)) if other else read


def _read(workbook: RawWorkbook, name: str, stamp: Stamp, plan: Plan, form: Form, digest: str) -> Submission:
    answers = find_answers(workbook, form)
    place = Place(stamp.unit, name)
    if not any(_is_answered(answer) or _is_out_of_sight(answer) for answer in answers.located):
        return _empty(ReadFile(place, workbook, form, answers.located, (), (), ()), stamp, digest)
    fields = {field.name: field for field in form.fields}
    doubts = {**other_measures(workbook, form, answers.located), **merged_answers(workbook, answers.located)}
    encoding = encoding_of(answers.located, {key: field.element for key, field in fields.items()})
    read = [_read_answer(a, fields[a.key], form, name, doubts.get(a.key), encoding) for a in answers.located]
    file = ReadFile(
        place=place,
        workbook=workbook,
        form=form,
        located=answers.located,
        values=(*(r.value for r in read), *_not_asked(answers.not_asked, fields, place)),
        changes=tuple(c for r in read for c in r.changes),
        findings=tuple(f for r in read for f in r.findings),
        not_asked=len(answers.not_asked),
    )
    said = (*_misnamed(plan, stamp, place), *remarks(file))
    return Submission(name, stamp, file.values, file.changes, said, digest=digest)


def _read_answer(
    answer: Located, field: Field, form: Form, file: str, doubt: Doubt | None, encoding: Encoding | None
) -> CellReading:
    place = Place(form.stamp.unit, file, answer.sheet, answer.ref)
    misplaced = _misplaced(answer) or doubt
    element, subject, nil = field.element, field.subject, answer.blanks_are_nil
    return read_cell(element, subject, form.period, answer.cell, place, nil, misplaced, encoding)


def _is_answered(answer: Located) -> bool:
    """Something typed, or the choice that the blanks of its section mean none."""
    return answer.blanks_are_nil or (
        answer.cell is not None and bool(str(answer.cell.value or answer.cell.formula or 0).strip())
    )


def _is_out_of_sight(answer: Located) -> bool:
    """An answer may well stand there, but nobody can say where: the row is left, the heading of its column is not."""
    return not answer.ref and answer.mismatch is Mismatch.MOVED


def _misplaced(answer: Located) -> Doubt | None:
    if not answer.doubt:
        return None
    code, severity, do = _MISMATCHES[answer.mismatch or Mismatch.MOVED]
    return Doubt(code, severity, answer.doubt, do, is_whole=True)


def _not_asked(keys: tuple[str, ...], fields: Mapping[str, Field], place: Place) -> Iterator[DataValue]:
    for key in keys:
        yield DataValue(fields[key].element.code, fields[key].subject, None, State.NOT_ASKED, place)


def _empty(file: ReadFile, stamp: Stamp, digest: str) -> Submission:
    """A form nobody typed into counts as not sent; with a photo or numbers beside, its sender thinks otherwise."""
    if file.workbook.has_pictures:
        say = f"Biểu của {file.form.unit.name} chỉ có ảnh, chưa có số."
        said = sent_back("KT-29", file.place, say, "Đề nghị nhập số vào các ô màu vàng.")
    else:
        say = f"Biểu của {file.form.unit.name} còn trống, coi như chưa gửi."
        said = Finding("KT-31", Severity.NOTED, file.place, "", say, "Nhắc đơn vị điền rồi gửi lại.")
    return Submission(file.place.file, stamp, findings=(said, *outside(file)), is_empty=True, digest=digest)


def _nobody_s(name: str, guessed: str) -> Finding:
    say = f"Không nhận ra tệp “{name}” là biểu của ai, kỳ nào."
    return sent_back("KT-110", Place(guessed, name), say, "Đề nghị điền vào đúng biểu mẫu đã gửi.")


def _of_two(plan: Plan, stamp: Stamp, name: str, other: Unit) -> Finding:
    """KT-10: made for one unit, and another stands in its title; nobody knows whose numbers they are."""
    own = plan.unit(stamp.unit).name
    say = f"Tệp “{name}” là biểu của {own} nhưng đầu trang ghi {other.name}; không rõ số của ai nên chưa dùng."
    do = (
        f"Hỏi lại: số của {own} thì chọn “{Answer.USE_FILE}”; số của {other.name} thì điền vào biểu của đơn vị ấy, "
        "hoặc ghi vào nhap-ho.xlsx."
    )
    answers = (Answer.USE_FILE, Answer.WITHOUT_UNIT)
    return replace(sent_back("KT-10", Place(stamp.unit, name), say, do, other.name), answers=answers)


def _misnamed(plan: Plan, stamp: Stamp, place: Place) -> Iterator[Finding]:
    """KT-10: the name speaks of another unit; what stands in the file counts."""
    named = unit_by_name(place.file, plan.units)
    if named and named != stamp.unit:
        own = plan.unit(stamp.unit).name
        say = f"Tên tệp “{place.file}” không khớp đơn vị ghi trong biểu ({own}); lấy theo nội dung biểu."
        yield Finding("KT-10", Severity.LOOK, place, "", say, "Xem đúng là biểu của đơn vị này không.")
