"""What is said of a whole file (nhận xét về tệp): about itself, and causes that touch many cells, each once.

Blanks are not asked about here: another supplier, or a telephone call, may have filled them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.finding import Answer, Finding, Severity
from kehoach.form.model import Located
from kehoach.office.model import RawSheet
from kehoach.submission.as_seen import is_out_of_sight
from kehoach.submission.model import Change
from kehoach.submission.outside import outside
from kehoach.submission.read_file import ReadFile
from kehoach.submission.rearranged import rearranged
from kehoach.submission.skipped_texts import skipped_in_answers
from kehoach.submission.typed_rates import typed_rates
from kehoach.submission.typed_totals import typed_totals
from kehoach.vi.quoted import shortened

MOST_SHOWN = 6
"""How many cells a sentence about a file lists before it counts the rest."""
ONE_CAUSE = ("KT-16", "KT-18", "KT-19", "KT-26")
"""Asked once a file, however many cells they touch: rows moved or deleted, formulas never calculated."""
ONE_CAUSE_OF_MANY = ("KT-112", "KT-113")
"""The same where more cells than can be listed look alike; a few may each have an answer of their own."""
TO_LOOK_AT = ("KT-39", "KT-53")
"""Put right on reading, but with a guess in it."""
COUNTED = {
    "KT-36": "Đã chuẩn hóa Unicode {} ô.",
    "KT-43": "Đã bỏ khoảng trắng, dấu nháy, xuống dòng thừa ở {} ô.",
}
"""Put right without a change that could be seen: how many cells is enough."""
MOST_QUOTED = 60
"""Characters of a text that a sentence about a file quotes."""
_READABLE_NAMES = (".xlsx", ".xlsm")


def remarks(file: ReadFile) -> tuple[Finding, ...]:
    """Every finding of a file: about itself, its cells, what was put right, what beside the answers says otherwise."""
    return (
        *_about_file(file),
        *rearranged(file),
        *_hidden(file),
        *_one_cause_once(file),
        *_summed_up(file),
        *skipped_in_answers(file),
        *typed_totals(file),
        *typed_rates(file),
        *outside(file),
    )


def _about_file(file: ReadFile) -> Iterator[Finding]:
    name = file.place.file
    if file.workbook.is_old:
        do = "Lần sau nên lưu dạng Excel Workbook (.xlsx)."
        yield _listed(file, "KT-01", f"Tệp “{name}” là Excel đời cũ (.xls); đã đọc được.", do=do)
    elif not name.casefold().endswith(_READABLE_NAMES):
        yield _listed(file, "KT-07", f"Tệp “{name}” sai đuôi nhưng đúng định dạng; đã đọc được.")
    if file.workbook.has_macro:
        say = f"Tệp “{name}” có macro; chỉ đọc số liệu, không chạy macro."
        yield _listed(file, "KT-08", say, Severity.LOOK)
    if file.not_asked:
        say = f"Tệp “{name}” dùng mẫu cũ, chưa hỏi {file.not_asked} mục của mẫu hiện hành; các mục khác vẫn được dùng."
        yield _listed(file, "KT-11", say, Severity.LOOK, "Cần đủ số thì gửi lại mẫu mới hoặc ghi vào nhap-ho.xlsx.")


def _hidden(file: ReadFile) -> Iterator[Finding]:
    """KT-21, KT-22: figures that the sender may not have seen; still counted."""
    hidden = [a for a in file.located if a.cell and (sheet := file.workbook.sheet(a.sheet)) and _is_hidden(sheet, a)]
    unseen = [a for a in file.located if a not in hidden and a.cell and is_out_of_sight(a.cell)]
    is_filtered = any(s.has_filter for s in file.workbook.sheets)
    why = "bị lọc đi" if is_filtered else "đang bị ẩn"
    if hidden:
        yield _still_counted(file, "KT-22" if is_filtered else "KT-21", hidden, why)
    if unseen:
        yield _still_counted(file, "KT-21", unseen, "mà nhìn không thấy, vì chữ trùng màu nền hoặc định dạng ẩn số")


def _still_counted(file: ReadFile, code: str, answers: Sequence[Located], why: str) -> Finding:
    say = f"{len(answers)} ô có số liệu {why} ({_list([a.ref for a in answers])}); vẫn được tính."
    return _listed(file, code, say, Severity.LOOK, "Xem có đúng là số của kỳ này không.")


def _is_hidden(sheet: RawSheet, answer: Located) -> bool:
    cell = answer.cell
    return cell is not None and (
        sheet.state != "visible" or cell.row in sheet.hidden_rows or cell.column in sheet.hidden_columns
    )


def _one_cause_once(file: ReadFile) -> Iterator[Finding]:
    """The findings of cells, those of one cause as one question that covers all its cells."""
    codes = Counter(f.code for f in file.findings)
    one_cause = {*ONE_CAUSE, *(c for c in ONE_CAUSE_OF_MANY if codes[c] > MOST_SHOWN)}
    many: dict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        many[finding.code if finding.code in one_cause else ""].append(finding)
    yield from many.pop("", [])
    for same in many.values():
        yield same[0] if len(same) == 1 else _together(file, same)


def _together(file: ReadFile, same: Sequence[Finding]) -> Finding:
    labels = _list([_label(file, f.element, f.subject) for f in same])
    keep = (Answer.KEEP,) if any(Answer.KEEP in f.answers for f in same) else ()
    return replace(
        same[0],
        read=f"{len(same)} ô: {labels}",
        say=f"{len(same)} ô cùng một lỗi ({labels}). Ô đầu: {same[0].say}",
        element="",
        subject="",
        answers=(*keep, Answer.DROP),
        others=tuple(f.place for f in same[1:]),
    )


def _summed_up(file: ReadFile) -> Iterator[Finding]:
    """What was put right on reading and not yet told, one line a kind; each cell stands among the changes."""
    by_code: dict[str, list[Change]] = defaultdict(list)
    told = {f.place for f in file.findings}
    for change in (c for c in file.changes if c.place not in told):
        by_code[change.code].append(change)
    for code, same in by_code.items():
        quoted = [(c.place.cell, *(shortened(text, MOST_QUOTED) for text in (c.typed, c.taken))) for c in same]
        shown = _list([f"{cell} “{typed}” là {taken}" for cell, typed, taken in quoted])
        say = f"Đã hiểu lại {len(same)} ô ({same[0].reason}): {shown.rstrip('.')}."
        say = COUNTED[code].format(len(same)) if code in COUNTED else say
        severity = Severity.LOOK if code in TO_LOOK_AT else Severity.NOTED
        do = "Xem lại; đúng thì không phải làm gì." if severity is Severity.LOOK else ""
        yield replace(
            _listed(file, code, say, severity, do), place=same[0].place, others=tuple(c.place for c in same[1:])
        )


def _listed(file: ReadFile, code: str, say: str, severity: Severity = Severity.NOTED, do: str = "") -> Finding:
    return Finding(code, severity, file.place, "", say, do or "Không phải làm gì.")


def _label(file: ReadFile, element: str, subject: str) -> str:
    return next((f.label for f in file.form.fields if (f.element.code, f.subject) == (element, subject)), element)


def _list(names: Sequence[str]) -> str:
    more = len(names) - MOST_SHOWN
    return "; ".join(names[:MOST_SHOWN]) + (f"; và {more} ô nữa" if more > 0 else "")
