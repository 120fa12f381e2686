"""Several files from one unit (nhiều tệp của một đơn vị): which of them counts, and why the others do not.

Never the newest by the file's time: Zalo and USB sticks change it. A later round replaces an earlier; of equal copies
one is used; two that differ are asked about.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.form.model import Form
from kehoach.submission.model import DataValue, State, Submission

MOST_COMPARED = 12
"""Cells that a comparison of two files spells out before it counts the rest."""


def settle(forms: dict[str, Form], read: Sequence[Submission]) -> list[Submission]:
    """Of each unit's files the one that counts is used, the others say why they are not."""
    by_unit: dict[str, list[Submission]] = defaultdict(list)
    for submission in read:
        if submission.stamp and submission.is_used:
            by_unit[submission.stamp.unit].append(submission)
    after = {s.file: s for unit, several in by_unit.items() for s in _one_counts(forms[unit], several)}
    return [after.get(s.file, s) for s in read]


def _one_counts(form: Form, several: Sequence[Submission]) -> list[Submission]:
    filled = [s for s in several if not s.is_empty]
    blank = [replace(s, findings=()) if filled else s for s in several if s.is_empty]
    latest = max((_round(s) for s in filled), default=0)
    current = sorted((s for s in filled if _round(s) == latest), key=lambda s: (len(s.file), s.file))
    replaced = [_unused(s, _replaced(s, current[0], latest)) for s in filled if _round(s) < latest]
    return [*blank, *replaced, *_distinct(form, current)]


def _round(submission: Submission) -> int:
    return submission.stamp.round if submission.stamp else 0


def _distinct(form: Form, current: Sequence[Submission]) -> list[Submission]:
    """Copies with the same values go under the shortest name; what is left must be one."""
    different: dict[frozenset[object], Submission] = {}
    result = []
    for submission in current:
        first = different.setdefault(_content(submission), submission)
        if first is not submission:
            result.append(_unused(submission, _copied(submission, first)))
    if len(different) < 2:
        return [*result, *different.values()]
    question = _conflict(form, tuple(different.values()))
    first, *others = different.values()
    asked = replace(first, is_used=False, findings=(question, *first.findings))
    return [*result, asked, *(replace(s, is_used=False) for s in others)]


def _content(submission: Submission) -> frozenset[object]:
    return frozenset((v.element, v.subject, v.state, v.value, _unread(v)) for v in submission.values)


def _unread(value: DataValue) -> str:
    """What could not be read is compared as it was typed."""
    return value.typed if value.state in (State.UNREADABLE, State.SET_ASIDE) else ""


def _unused(submission: Submission, why: Finding) -> Submission:
    return replace(submission, is_used=False, findings=(why, *submission.findings))


def _replaced(submission: Submission, by: Submission, latest: int) -> Finding:
    say = f"Tệp “{submission.file}” (lần gửi {_round(submission)}) đã được thay bằng “{by.file}” (lần gửi {latest})."
    return _listed("KT-101", submission, say)


def _copied(submission: Submission, first: Submission) -> Finding:
    return _listed("KT-64", submission, f"Tệp “{submission.file}” giống hệt “{first.file}”; dùng “{first.file}”.")


def _listed(code: str, submission: Submission, say: str) -> Finding:
    unit = submission.stamp.unit if submission.stamp else ""
    return Finding(code, Severity.NOTED, Place(unit, submission.file), submission.file, say, "Không phải làm gì.")


def _conflict(form: Form, files: Sequence[Submission]) -> Finding:
    """KT-65: the files of one unit that say different things, with what they differ in."""
    names = "; ".join(f"“{s.file}”" for s in files)
    differing = _differences(form, files)
    shown = "; ".join(differing[:MOST_COMPARED])
    more = f"; và {len(differing) - MOST_COMPARED} ô nữa" if len(differing) > MOST_COMPARED else ""
    return Finding(
        code="KT-65",
        severity=Severity.CONFIRM,
        place=Place(form.unit.code, files[0].file),
        read=shown + more,
        say=f"{form.unit.name} gửi {len(files)} tệp ({names}) khác nhau ở {len(differing)} ô: {shown}{more}.",
        do=f"Hỏi đơn vị tệp nào đúng rồi chọn “{Answer.USE_FILE}” và ghi tên tệp ở cột Số mới.",
        answers=(Answer.USE_FILE, Answer.WITHOUT_UNIT),
        open=True,
        others=tuple(Place(form.unit.code, s.file) for s in files[1:]),
    )


def _differences(form: Form, files: Sequence[Submission]) -> list[str]:
    """Label: what the first file says / what the second says …, for each cell in which they differ."""
    tables = [{(v.element, v.subject): v for v in s.values} for s in files]
    lines = []
    for field in form.fields:
        said = [table.get((field.element.code, field.subject)) for table in tables]
        if len({(v.state, v.value, _unread(v)) if v else None for v in said}) > 1:
            lines.append(f"{field.label}: {' / '.join((v.typed or 'trống') if v else 'không có' for v in said)}")
    return lines
