"""The first sheet of a returned form (trang “Cần sửa”): complete by itself, for a telephone shows no comment.

Two columns, as wide as a telephone: what to mend one under another, each cell a link to itself.
"""

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.marks import MENDING_SHEET, MENDING_TITLE
from kehoach.form.style import text_height
from kehoach.office.limits import sheet_name, write_text
from kehoach.office.look import FONT, HEAD_COLOUR, SIZE, Style, protect, set_up_page, set_widths
from kehoach.office.workbook import cell_at
from kehoach.plan.model import Plan
from kehoach.reply.mark import MARK_COLOUR
from kehoach.reply.message import by_when, receiver, shown
from kehoach.reply.model import Mending, Reply, Spot

HOW = (
    "Chạm vào dòng chữ xanh để đến ô cần sửa (ô màu cam, viền đỏ). Sửa ngay trong ô đó, không sửa ở trang này.",
    "Các ô khác đã có sẵn số gửi lần trước, không phải gõ lại. Sửa xong thì lưu rồi gửi về chính tệp này.",
)
ANEW = ("Điền vào các ô màu vàng của các trang sau. Xong thì lưu rồi gửi về chính tệp này.",)
"""The same where no number of an earlier file could be kept."""
LEFT, RIGHT = 13.0, 53.0
"""Characters of the two columns: together as wide as what a telephone shows of the form."""
LINK_COLOUR = "0563C1"


def write_mending_sheet(workbook: Workbook, plan: Plan, reply: Reply) -> None:
    """Puts the sheet first and opens the workbook at it."""
    sheet = workbook.create_sheet(sheet_name(MENDING_SHEET), 0)
    set_widths(sheet, {"A": LEFT, "B": RIGHT})
    rows = _Rows(sheet)
    form = reply.form
    rows.across(f"{MENDING_TITLE} – {form.unit.name}", Style.TITLE)
    rows.across(f"Biểu số liệu {form.period.name}, lần gửi {form.stamp.round}", Style.SUBTITLE)
    for how in HOW if reply.is_carried else ANEW:
        rows.across(how, Style.PLAIN)
    rows.across(f"{by_when(reply)} Gửi về: {receiver(plan)}.", Style.PLAIN)
    for number, mending in enumerate(reply.mendings, 1):
        rows.mending(number, mending)
    _finish(workbook, sheet, rows.last)


class _Rows:
    """The sheet being filled from the top."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.last = 0

    def across(self, text: str, style: Style) -> Cell:
        """One text over both columns."""
        self.last += 1
        cell = cell_at(self.sheet, self.last, 1)
        cell.style = cell_at(self.sheet, self.last, 2).style = style.value
        write_text(cell, text)
        size = 14 if style is Style.TITLE else SIZE
        self.sheet.row_dimensions[self.last].height = text_height(text, LEFT + RIGHT, size) + 3
        self.sheet.merge_cells(start_row=self.last, end_row=self.last, start_column=1, end_column=2)
        return cell

    def pair(self, name: str, text: str) -> Cell:
        """A row of the list: what it is, and the text."""
        self.last += 1
        for column, content in ((1, name), (2, text)):
            cell_at(self.sheet, self.last, column).style = Style.LABEL.value
            write_text(cell_at(self.sheet, self.last, column), content)
        self.sheet.row_dimensions[self.last].height = text_height(text, RIGHT) + 3
        return cell_at(self.sheet, self.last, 2)

    def mending(self, number: int, mending: Mending) -> None:
        """One cause: its cells, what was read there, what is wrong, what to do."""
        self.last += 1
        title = mending.spots[0].field.label if len(mending.spots) == 1 else _counted(mending)
        head = self.across(f"{number}. {title}", Style.SECTION)
        head.fill = PatternFill("solid", HEAD_COLOUR, HEAD_COLOUR)
        for spot in mending.spots:
            self.spot(spot, len(mending.spots) > 1)
        self.pair("Vì sao", mending.say)
        self.pair("Cần làm", mending.do)

    def spot(self, spot: Spot, is_one_of_many: bool) -> None:
        """A cell, by a link, and what was read in it."""
        where = f"Ô {spot.ref}, trang {spot.field.sheet}"
        link = self.pair("Ô cần sửa", f"{where}: {spot.field.label}" if is_one_of_many else where)
        target = f"{quote_sheetname(spot.field.sheet)}!{spot.ref}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = Font(name=FONT, size=SIZE, color=LINK_COLOUR, underline="single")
        read = self.pair("Đã ghi", shown(spot.read))
        read.fill = PatternFill("solid", MARK_COLOUR, MARK_COLOUR)


def _counted(mending: Mending) -> str:
    return f"{len(mending.spots)} ô cùng một lý do" if mending.spots else "Cả tệp"


def _finish(workbook: Workbook, sheet: Worksheet, last_row: int) -> None:
    """Paper, protection, and only this sheet chosen: with two chosen, what is typed goes into both."""
    set_up_page(sheet, print_area=f"A1:B{last_row}")
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = "A2"
    protect(sheet)
    workbook.active = 0
    for each in workbook.worksheets:
        each.sheet_view.tabSelected = each is sheet
