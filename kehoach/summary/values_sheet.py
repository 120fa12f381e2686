"""Sheet `Số liệu` (các giá trị): one row a value, what it is, its state, and the very cell of the file it came from."""

from collections.abc import Callable
from datetime import date
from functools import cache

from kehoach.office.look import Column
from kehoach.plan.element import Element
from kehoach.summary.layout import FIRST, VALUE, Layout
from kehoach.summary.ledger import Entry
from kehoach.summary.look import SILENT_COLOUR
from kehoach.summary.page import Page
from kehoach.summary.shown import value_format

Link = Callable[[str, str], str]
"""(period, file) → the file as seen from the workbook's folder, "" where no way leads there."""
COLUMNS = (
    *(Column("Kỳ", 9), Column("Mã đơn vị", 7), Column("Đơn vị", 19), Column("Mã số liệu", 13)),
    *(Column("Nội dung", 34), Column("Đơn vị tính", 9), Column("Giá trị", 10), Column("Tình trạng", 15)),
    *(Column("Đơn vị đã ghi", 13), Column("Tệp nguồn (bấm để mở)", 31), Column("Trang, ô", 14)),
)
NO_LINK = "#%"
"""Signs in a file's name by which Excel loses its way."""
NOTE = (
    "Mỗi dòng là một số đã nhận. Mọi công thức của sổ này bắt đầu từ cột Giá trị. Ô trống là chưa có số, không phải "
    "số 0. Gõ thử số vào đây thì các trang khác tính lại ngay; lần lập sau ghi lại từ biểu của các đơn vị."
)


def write_values(page: Page, layout: Layout, link: Link) -> None:
    """All values, earlier periods' among them where a sum since the beginning of the year rests on them."""
    plan = layout.assessment.plan
    earlier = plan.before(layout.assessment.period)
    before = earlier[-1].code if earlier else ""
    names = {u.code: u.name for u in plan.units} | {t.code: t.short for t in plan.tasks}
    leads = cache(link)
    page.head("Số liệu đã nhận", NOTE, COLUMNS)
    for row, entry in enumerate(layout.entries, FIRST):
        period, code, subject = entry.name
        element = plan.elements[code]
        page.text(row, 0, period, align="center")
        page.text(row, 1, subject, align="center")
        page.text(row, 2, names.get(subject, ""))
        page.text(row, 3, code)
        page.text(row, 4, element.label)
        page.text(row, 5, element.measure, align="center")
        _write_value(page, row, element, entry)
        page.text(row, 7, entry.state)
        page.text(row, 8, _typed(entry))
        _write_place(page, row, entry, leads(entry.file_period(before), entry.value.place.file) if entry.value else "")
    last = FIRST + len(layout.entries) - 1
    page.shade((FIRST, VALUE), (max(last, FIRST), VALUE + 1), f"LEN($G{FIRST + 1})=0", bg_color=SILENT_COLOUR)
    page.finish(len(layout.entries), COLUMNS, 3, max(last, FIRST))


def _write_value(page: Page, row: int, element: Element, entry: Entry) -> None:
    """What counts, as it is; an empty cell for silence and for what is not used."""
    value = entry.value
    said = value.value if value and entry.counts and value.state.is_given else None
    if value and entry.counts and value.number is not None:
        page.number(row, VALUE, value.number, value_format(element), align="right")
    elif isinstance(said, date):
        page.day(row, VALUE, said)
    else:
        page.text(row, VALUE, str(said)) if said is not None else page.blank(row, VALUE)


def _typed(entry: Entry) -> str:
    """As the unit wrote it, and by which way it came where that was not its own form."""
    if entry.value is None:
        return ""
    typed = entry.value.read
    return f"{typed} [{entry.value.source}]".strip() if entry.value.source else typed


def _write_place(page: Page, row: int, entry: Entry, path: str) -> None:
    """File and cell; the link leads to the cell itself."""
    place = entry.value.place if entry.value else None
    if place is None or not place.file:
        page.blank(row, 9)
        page.blank(row, 10)
        return
    sheet = place.sheet.replace("'", "''")
    spot = f"#'{sheet}'!{place.cell}" if place.sheet and place.cell else ""
    is_link = path and not any(sign in path for sign in NO_LINK)
    page.link(row, 9, f"external:{path}{spot}" if is_link else "", place.file)
    page.text(row, 10, "!".join(filter(None, (place.sheet, place.cell))))
