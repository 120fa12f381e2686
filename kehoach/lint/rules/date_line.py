"""Place and date (địa danh, thời gian, ô 4): rules 44 to 50."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.lint.compare import as_decreed
from kehoach.lint.decree import DATE
from kehoach.lint.head import Form
from kehoach.lint.paragraph import Line, Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.vi.names import fold
from kehoach.word.standard import Component

_FORM = re.compile(r"^[^,]+, ngày(?: \d{1,2} |\s+)tháng(?: \d{1,2} |\s+)năm \d{4}$")
_NAMED = re.compile(r"\b(XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\s+\S")
_LINE_OFF = 9.0
"""Points that two texts may stand apart on what is still one line."""


def _date(parts: Parts) -> re.Match[str] | None:
    return DATE.match(parts.head.date.text) if parts.head.date else None


def _form(parts: Parts) -> Iterator[Fault]:
    line = parts.head.date
    do = "Ghi theo mẫu: Tên xã, ngày 05 tháng 10 năm 2026"
    if line is None:
        if parts.head.nation:
            yield Fault(parts.head.nation, "Không tìm thấy địa danh và ngày tháng dưới Tiêu ngữ.", do)
    elif not _FORM.match(line.typed):
        yield Fault(line, "Địa danh, ngày tháng viết chưa đúng mẫu.", do)


def _padded(parts: Parts) -> Iterator[Fault]:
    found = _date(parts)
    if found is None:
        return
    day, month = found["day"], found["month"]
    wrong = [f"ngày {day}"] if len(day) == 1 else []
    wrong += [f"tháng {month}"] if month in ("1", "2") else []
    if wrong:
        yield Fault(parts.head.date, f"Ghi “{' '.join(wrong)}”.", "Thêm số 0 trước ngày dưới 10 và tháng 1, 2")


def _not_padded(parts: Parts) -> Iterator[Fault]:
    found = _date(parts)
    if found and re.fullmatch("0[3-9]", found["month"]):
        yield Fault(parts.head.date, f"Ghi “tháng {found['month']}”.", f"Ghi “tháng {int(found['month'])}”")


def _exists(parts: Parts) -> Iterator[Fault]:
    found = _date(parts)
    if found is None or not found["month"] or not found["year"]:
        return
    try:
        date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        yield Fault(parts.head.date, "Ngày này không có trong lịch.", "Ghi lại ngày ban hành")


def _look(parts: Parts) -> Iterator[Fault]:
    if parts.head.date:
        has_columns = parts.head.form in (Form.TABLE, Form.BOXES)
        yield from as_decreed("Địa danh, ngày tháng", Component.DATE_LINE, [parts.head.date], has_columns)


def _place(parts: Parts) -> Iterator[Fault]:
    found = _date(parts)
    place = found["place"] if found else ""
    if not place:
        return
    agencies = " ".join(line.text for line in (*parts.head.superior, *parts.head.issuer)).upper()
    if not place[0].isupper():
        yield Fault(parts.head.date, "Địa danh không viết hoa.", "Viết hoa chữ cái đầu của địa danh")
    elif _NAMED.search(agencies) and fold(place) not in fold(agencies):
        say = f"Địa danh “{place}” không khớp tên cơ quan."
        yield Fault(parts.head.date, say, "Ghi tên xã, phường nơi cơ quan đóng trụ sở")


def _level(parts: Parts) -> Iterator[Fault]:
    number, day = parts.head.number, parts.head.date
    if number is None or day is None or parts.head.form is Form.NONE:
        return
    if parts.head.form is Form.TABS:
        is_level = number.paragraph.number == day.paragraph.number
    else:
        is_level = parts.head.form is Form.BOXES or _is_level(parts, number, day)
    if not is_level:
        do = "Đặt số, ký hiệu và ngày tháng ngang hàng, trong cùng một hàng của bảng"
        yield Fault(day, "Ngày tháng không nằm ngang hàng với số, ký hiệu.", do)


def _is_level(parts: Parts, number: Line, day: Line) -> bool:
    left, right = number.paragraph.cell, day.paragraph.cell
    if left is None or right is None or left.row != right.row:
        return False
    sides = (parts.head.left, parts.head.right)
    from_below = left.is_low and right.is_low
    heights = [_above(side, line, from_below) for side, line in zip(sides, (number, day), strict=True)]
    return abs(heights[0] - heights[1]) <= _LINE_OFF


def _above(side: tuple[Paragraph, ...], line: Line, from_below: bool) -> float:
    """Points between the cell's upper (or lower) edge and the line."""
    own, place = line.paragraph, line.paragraph.cell
    cell = [p for p in side if p.cell and place and (p.cell.table, p.cell.row) == (place.table, place.row)]
    others = [p for p in cell if (p.number > own.number if from_below else p.number < own.number)]
    inside = own.height - own.lines_until(line) * own.line_height
    gap = own.after + inside - own.line_height if from_below else own.before + own.height - inside
    return gap + sum(p.height + max(p.before, p.after) for p in others)


RULES = (
    Rule(44, ERROR, "NĐ 30/2020, PL I, II.4", "Địa danh, ngày tháng đúng mẫu", _form),
    Rule(45, ERROR, "NĐ 30/2020, PL I, II.4.b", "Ngày dưới 10, tháng 1 và 2 thêm số 0", _padded),
    Rule(46, WARNING, "NĐ 30/2020, PL I, II.4.b", "Tháng 3 đến 9 không thêm số 0", _not_padded),
    Rule(47, WARNING, "NĐ 30/2020, Đ.15", "Ngày có thật", _exists),
    Rule(48, ERROR, "NĐ 30/2020, PL I, II.4.c", "Cỡ 13-14, nghiêng, không đậm, giữa", _look),
    Rule(49, WARNING, "NĐ 30/2020, PL I, II.4.a", "Địa danh viết hoa, đúng nơi đóng trụ sở", _place),
    Rule(50, ERROR, "NĐ 30/2020, PL I, II.4.c", "Số và ngày trên cùng một dòng", _level),
)
