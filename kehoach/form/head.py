"""What surrounds the answers (đầu và chân biểu): whose form, which period, how to fill, where to send, who signs."""

from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.layout import LABEL, LONG_HEAD, ROW_LABEL, head_rows
from kehoach.form.model import NIL, Form, FormSection, Shape, Stamp
from kehoach.form.style import CODE_COLOUR, CODE_SIZE, printed_columns, text_height, widths_of
from kehoach.office.limits import write_text
from kehoach.office.look import FONT, SIZE, Style
from kehoach.office.workbook import cell_at
from kehoach.plan.issuer import Issuer
from kehoach.plan.lineage import heirs
from kehoach.plan.model import Plan
from kehoach.plan.needs import flow_start
from kehoach.vi.dates import print_date
from kehoach.vi.names import initial_capital

SEND_TO_KEY = "Gửi biểu về"
"""Row of the plan's `Thông tin` that says where forms go back to; without it, the issuer's name."""
IDENTITY = "Mã nhận dạng biểu:"
TITLE = "Biểu số liệu"
PREPARED = "NGƯỜI LẬP BIỂU"
ROWS_TO_SIGN = 3
"""From the line with who signs to where the names stand."""
SIGNATURE_SPACE = 54.0

_HOW = (
    "Cách điền: chỉ gõ vào ô màu vàng. Gõ số, không gõ kèm chữ (gõ 12, không gõ “12 hộ”).",
    f"Việc không có trong kỳ: gõ “{NIL}”. Số chưa biết: để trống. Ô vàng cạnh tên mục: chọn một lần cho mọi ô trống.",
    "Ô vàng chuyển màu đỏ: số có chỗ chưa hợp lý, xem cột Nhắc. Điền xong thì lưu rồi gửi lại chính tệp này.",
)


def print_span(first: date, last: date) -> str:
    """từ 15/12/2022 đến 14/3/2023."""
    return f"từ {print_date(first)} đến {print_date(last)}"


def write_head(sheet: Worksheet, form: Form, plan: Plan, section: FormSection) -> None:
    """The rows above the headings: seven on the first sheet, two on the others."""
    period = form.period
    span = f"Kỳ số liệu: {print_span(flow_start(plan, period), period.cutoff)}."
    due = f"Hạn gửi: {print_date(period.units_due)}.{_taken_in(form, plan)}"
    lines = [
        (f"{form.unit.name} – {TITLE} {period.name}", Style.TITLE),
        (f"{span}{' Kỳ này lấy số ước.' if period.is_estimate else ''} {due}", Style.SECTION),
    ]
    if head_rows(form, sheet.title) == LONG_HEAD:
        lines.insert(1, (_issued(plan.issuer), Style.SUBTITLE))
        lines.append((f"Gửi về: {plan.issuer.extra.get(SEND_TO_KEY) or plan.issuer.full_name}.", Style.PLAIN))
        lines += [(how, Style.NOTE) for how in _HOW]
    for row, (text, style) in enumerate(lines, 1):
        _write_across(sheet, row, text, style, section)


def write_foot(sheet: Worksheet, row: int, form: Form, plan: Plan, section: FormSection) -> None:
    """Place, date and the two signatures, and the form's identity in tiny print."""
    columns = printed_columns(section)
    left = ROW_LABEL if section.shape is Shape.TABLE else LABEL
    dated = f"{plan.issuer.place}, ngày … tháng … năm {form.period.cutoff.year}"
    _write_block(sheet, row, left + 1, columns, dated, italic=True)
    signer = form.unit.head or "Thủ trưởng đơn vị"
    for title, first, last in ((PREPARED, 1, left), (signer.upper(), left + 1, columns)):
        _write_block(sheet, row + 1, first, last, title, bold=True)
        _write_block(sheet, row + 2, first, last, "(ký, ghi rõ họ tên)", italic=True)
    sheet.row_dimensions[row + ROWS_TO_SIGN].height = SIGNATURE_SPACE
    cell = _write_block(sheet, row + 1 + ROWS_TO_SIGN, 1, columns, f"{IDENTITY} {identity(form.stamp)}")
    cell.font = Font(name=FONT, size=CODE_SIZE, color=CODE_COLOUR)
    cell.alignment = Alignment(horizontal="left")


def identity(stamp: Stamp) -> str:
    """The stamp in one visible line."""
    keys = (stamp.plan, stamp.org, stamp.period, stamp.unit, stamp.form, str(stamp.version), str(stamp.round))
    return " | ".join(keys)


def _taken_in(form: Form, plan: Plan) -> str:
    """Units that went into this one within the window of the flows: nobody else answers for them."""
    first, last = flow_start(plan, form.period), form.period.cutoff
    gone = [
        u for u in plan.units if u.until and first <= u.until < last and form.unit.code in heirs(plan, u.code, last)
    ]
    named = (f"{u.name} (hết ngày {print_date(u.until)})" for u in gone if u.until)
    return f" Tính cả số trước khi sáp nhập, chia tách của: {', '.join(named)}." if gone else ""


def _issued(issuer: Issuer) -> str:
    number = f"Kế hoạch số {issuer.plan_number} ngày {print_date(issuer.plan_date)}"
    return f"{initial_capital(issuer.commune)} – {number}"


def _write_across(sheet: Worksheet, row: int, text: str, style: Style, section: FormSection) -> None:
    columns = printed_columns(section)
    width = sum(w for c, w in widths_of(section).items() if c <= columns)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    cell = cell_at(sheet, row, 1)
    cell.style = style.value
    cell.border = Border()
    write_text(cell, text)
    sheet.row_dimensions[row].height = text_height(text, width, cell.font.size)


def _write_block(
    sheet: Worksheet, row: int, first: int, last: int, text: str, bold: bool = False, italic: bool = False
) -> Cell:
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    cell = cell_at(sheet, row, first)
    cell.font = Font(name=FONT, size=SIZE, bold=bold, italic=italic)
    cell.alignment = Alignment(horizontal="center", vertical="top")
    cell.border = Border()
    write_text(cell, text)
    return cell
