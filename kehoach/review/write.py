"""Writes `kiem-tra.xlsx` (tệp kiểm tra), the one file both sides write: what waits, was noted, was answered."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.office.limits import Words, choice, sheet_name
from kehoach.office.look import Column, Style, add_styles
from kehoach.office.workbook import workbook_bytes
from kehoach.plan.model import Plan
from kehoach.review.columns import Header, Sheet, stored_key
from kehoach.review.effect import Effect
from kehoach.review.model import OfficerAnswer, Review
from kehoach.review.overview import write_overview
from kehoach.review.table import HEAD_ROW, Item, write_table
from kehoach.review.values import values_of

MOST_TOUCHED = 3
"""Targets that a question names; of more the rest is counted."""
HOW = (
    "Chọn cách xử lý ở cột Trả lời; “sửa thành” thì ghi thêm số mới, lấy từ đâu, ai cho biết, ngày nào. Lưu, đóng tệp "
    "rồi chạy lại lệnh. Câu trả lời có hiệu lực chừng nào số đã đọc chưa đổi."
)
KEPT = "Sửa hoặc xóa câu trả lời ngay tại đây; câu không còn dùng vẫn được giữ, dùng lại khi câu hỏi trở lại."
ANSWERING = (
    Column(Header.ANSWER, 14, Style.ANSWER_CHOICE),
    Column(Header.VALUE, 9, Style.ANSWER_TEXT),
    Column(Header.SOURCE, 11, Style.ANSWER_TEXT),
    Column(Header.SAID_BY, 12, Style.ANSWER_TEXT),
    Column(Header.SAID_ON, 12, Style.ANSWER_DATE),
    Column(Header.KEY, 4, is_hidden=True),
)
OPEN = (
    Column("STT", 5, Style.CENTRED),
    Column("Mã", 8.5, Style.CENTRED),
    Column(Header.WHERE, 19),
    Column(Header.SAYING, 28),
    Column("Cần làm", 25),
    Column("Ảnh hưởng", 13),
    Column("Đã đọc", 10, Style.WARN),
    *ANSWERING,
)
NOTED = (
    Column("STT", 5, Style.CENTRED),
    Column("Mức", 12, Style.CENTRED),
    Column("Mã", 8.5, Style.CENTRED),
    Column(Header.WHERE, 28),
    Column("Đã đọc", 12),
    Column("Nội dung", 48),
    Column("Cần làm", 36),
)
CHANGES = (
    Column("STT", 5, Style.CENTRED),
    Column("Đơn vị", 22),
    Column("Ô", 38),
    Column("Đã ghi", 20),
    Column("Đã hiểu là", 18, Style.WARN),
    Column("Lý do", 44),
)
ANSWERED = (
    Column("STT", 5, Style.CENTRED),
    Column(Header.STATUS, 13, Style.CENTRED),
    Column(Header.WHERE, 28),
    Column(Header.SAYING, 42),
    *ANSWERING,
)
ERROR = Words(error="Chọn một cách trả lời trong danh sách của ô này.")


def check_workbook(plan: Plan, review: Review) -> bytes:
    """The workbook's bytes; the same review gives the same bytes. Times inside are the period's cut-off."""
    workbook = Workbook()
    add_styles(workbook)
    workbook.worksheets[0].title = sheet_name(Sheet.OVERVIEW)
    sheets = {name: workbook.create_sheet(sheet_name(name)) for name in Sheet if name is not Sheet.OVERVIEW}
    write_overview(workbook.worksheets[0], plan, review)
    _write_open(sheets[Sheet.OPEN], plan, review)
    note = "Không phải trả lời: số vẫn được dùng, hoặc đã có câu trả lời."
    write_table(sheets[Sheet.NOTED], "Những điều đã ghi nhận", note, NOTED, _noted(plan, review))
    note = "Số gõ theo cách khác được hiểu như dưới đây; hiểu sai thì sửa ngay trong biểu của đơn vị."
    write_table(sheets[Sheet.CHANGES], "Thay đổi khi đọc", note, CHANGES, _changes(plan, review))
    _write_answered(sheets[Sheet.ANSWERED], review)
    return workbook_bytes(workbook, review.accepted.period.cutoff)


def _write_open(sheet: Worksheet, plan: Plan, review: Review) -> None:
    note = HOW if review.open else "Không còn việc nào chờ xử lý."
    write_table(sheet, "Việc cần xử lý", note, OPEN, _open(plan, review))
    _drop_downs(sheet, OPEN, [f.answers for f in review.open])


def _open(plan: Plan, review: Review) -> list[list[Item]]:
    """Open questions, those that touch most targets first, with what was half answered."""
    effect, values = Effect(plan, review.accepted.period), values_of(plan, review.accepted)
    given = {a.key: a for a in review.unfinished}
    rows: list[list[Item]] = []
    for number, f in enumerate(review.open, 1):
        touched = _touched([t.short for t in effect.targets(values, f)])
        do = "\n".join(filter(None, (review.lacking(f), f.do)))
        head: list[Item] = [number, f.code, where(plan, f.place), f.say, do, touched, f.read]
        rows.append([*head, *_answering(given.get(stored_key(f.key)), f.key)])
    return rows


def _touched(targets: Sequence[str]) -> str:
    """The targets that the answer can change; a few by name, for the column is narrow and many units may be missing."""
    shown = targets if len(targets) <= MOST_TOUCHED else [*targets[: MOST_TOUCHED - 1]]
    more = [f"và {len(targets) - len(shown)} chỉ tiêu nữa"] if len(shown) < len(targets) else []
    return "; ".join([*shown, *more]) or "số liệu, lời văn của báo cáo"


def _noted(plan: Plan, review: Review) -> list[list[Item]]:
    """What does not wait, most serious first, then by code."""
    order = list(reversed(Severity))
    closed = sorted((f for f in review.findings if not f.open), key=lambda f: (order.index(f.severity), f.code))
    return [[n, _status(f), f.code, where(plan, f.place), f.read, f.say, f.do] for n, f in enumerate(closed, 1)]


def _status(finding: Finding) -> str:
    return "đã trả lời" if finding.severity.waits else finding.severity.value


def _changes(plan: Plan, review: Review) -> list[list[Item]]:
    changes = review.accepted.changes
    return [[n, plan.name_of(c.place.unit), str(c.place), c.typed, c.taken, c.reason] for n, c in enumerate(changes, 1)]


def _write_answered(sheet: Worksheet, review: Review) -> None:
    """Every answer ever given that is not beside its open question: those in force, then the spent ones."""
    answers = [*(("đang dùng", a) for a in review.answers), *(("không còn dùng", a) for a in review.spent)]
    rows = [[n, status, a.where, a.saying, *_answering(a, a.key)] for n, (status, a) in enumerate(answers, 1)]
    write_table(sheet, "Những câu đã trả lời", KEPT, ANSWERED, rows)
    _drop_downs(sheet, ANSWERED, [tuple(Answer)] * len(answers))


def _answering(answer: OfficerAnswer | None, key: str) -> list[Item]:
    """The cells the officer fills, and the key."""
    if answer is None:
        return ["", "", "", "", None, stored_key(key)]
    choice_text = answer.answer.value if answer.answer else answer.typed
    said_on = answer.said_on or answer.said_when
    return [choice_text, answer.value, answer.source, answer.said_by, said_on, stored_key(key)]


def _drop_downs(sheet: Worksheet, columns: Sequence[Column], answers: Sequence[tuple[Answer, ...]]) -> None:
    """In each row the answers that make sense there; one rule for all rows that take the same ones."""
    letter = get_column_letter([c.header for c in columns].index(Header.ANSWER) + 1)
    for options in dict.fromkeys(answers):
        rule = choice(ERROR, [o.value for o in options])
        for row, each in enumerate(answers, HEAD_ROW + 1):
            if each == options:
                rule.add(f"{letter}{row}")
        sheet.add_data_validation(rule)


def where(plan: Plan, place: Place) -> str:
    """Unit, and file, sheet and cell under it."""
    spot = str(place) if place.file or place.sheet else ""
    return "\n".join(part for part in (plan.name_of(place.unit) or place.unit, spot) if part)
