"""The plan workbook → the plan (đọc kế hoạch), or every mistake in it at once, with sheet and cell."""

from dataclasses import replace
from pathlib import Path

from kehoach.errors import PlanError
from kehoach.finding import Place
from kehoach.office.model import UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.plan.edition import refuse_newer
from kehoach.plan.locate import locate_book
from kehoach.plan.mistakes import UNREADABLE
from kehoach.plan.model import Plan
from kehoach.plan.rows import plan_from_book

_WHY = {
    "empty": "tệp rỗng",
    "cut-off": "tệp bị thiếu một phần",
    "old-xls": "đây là tệp Excel kiểu cũ (.xls)",
    "encrypted": "tệp đặt mật khẩu",
    "word": "đây là tệp Word",
    "ods": "đây là tệp .ods",
    "too-big": "tệp quá lớn",
    "cloud": "tệp nằm trên OneDrive mà chưa tải về máy",
    "no-right": "máy không cho mở tệp",
}


def read_plan(path: Path) -> Plan:
    """The plan in a workbook. Raises `PlanError` with all mistakes (KP-…), also where the file cannot be read, and
    `UseError` for one of a later program.
    """
    try:
        workbook = read_workbook(path)
    except UnreadableFile as error:
        why = _WHY.get(error.reason, "tệp không phải sổ tính Excel hoặc đã hỏng")
        raise PlanError((UNREADABLE.at(Place(file=path.name), why=why),)) from error
    refuse_newer(workbook, path.name)
    book, found = locate_book(workbook, path.name)
    return replace(plan_from_book(book, found), path=path)
