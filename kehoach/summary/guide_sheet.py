"""Sheet `Đọc trước` (hướng dẫn): what the workbook is, what each sheet tells, and what signs and colours mean."""

from kehoach.report.closing import received_words
from kehoach.report.facts import kind_name
from kehoach.summary.layout import TARGETS, TOTALS, VALUES, WORKINGS, Layout
from kehoach.summary.look import BELOW_COLOUR, HEADER, MET_COLOUR, NOTE, SILENT_COLOUR, TITLE
from kehoach.summary.page import Page
from kehoach.vi.dates import print_date

WIDTHS = (22, 110)
SHEETS = {
    TARGETS: "Từng chỉ tiêu: mức giao, thực hiện, còn thiếu, so với kỳ trước, năm trước, đánh giá.",
    WORKINGS: "Mỗi chỉ tiêu tính từ những số nào, của bao nhiêu nơi.",
    TOTALS: "Mọi số của toàn xã: riêng kỳ này, tính đến hết kỳ, so với kỳ trước và năm trước.",
    VALUES: "Từng số đã nhận, tình trạng của nó, và đường dẫn tới đúng ô của tệp đơn vị đã gửi.",
}
SIGNS = (
    ("…", "Chưa có số. Không phải số 0, và không được cộng như số 0.", SILENT_COLOUR),
    ("Đạt, Vượt", "Nền xanh: chỉ tiêu đạt mức giao.", MET_COLOUR),
    ("Chưa đạt", "Nền cam: chưa đạt mức giao (chỉ tiêu), hoặc thấp hơn mức giao (tỷ lệ của một đơn vị).", BELOW_COLOUR),
    ("Chưa đủ căn cứ", "Nền vàng: còn thiếu số hoặc thiếu văn bản, chưa kết luận được.", SILENT_COLOUR),
    ("–", "Kỳ này không nêu, hoặc không có căn cứ để so sánh.", ""),
)
HOW = (
    "Bấm vào một ô, thanh công thức cho biết số ấy lấy từ đâu; nhấn Ctrl+[ để nhảy tới ô nguồn.",
    "Gõ thử một số vào cột Giá trị của trang Số liệu thì các trang khác tính lại ngay. Báo cáo Word không đổi theo: "
    "số sửa thật phải ghi vào biểu của đơn vị, nhap-ho.xlsx hoặc kiem-tra.xlsx rồi lập lại.",
    "Dùng mũi tên ở đầu bảng để lọc. Đường dẫn tới tệp nguồn mở được khi sổ này nằm nguyên trong thư mục làm việc.",
)


def write_guide(page: Page, layout: Layout) -> None:
    """The first sheet."""
    page.widths(*WIDTHS)
    row = _write_head(page, layout)
    page.text(row, 0, "Trang", **HEADER)
    page.text(row, 1, "Cho biết gì (bấm vào tên trang để mở)", **HEADER)
    for name, what in _sheets(layout).items():
        row += 1
        page.link(row, 0, f"internal:'{name}'!A1", name)
        page.text(row, 1, what)
    row += 2
    page.text(row, 0, "Dấu, màu", **HEADER)
    page.text(row, 1, "Nghĩa là", **HEADER)
    for sign, meaning, colour in SIGNS:
        row += 1
        page.text(row, 0, sign, align="center", **({"bg_color": colour} if colour else {}))
        page.text(row, 1, meaning)
    row += 1
    for line in HOW:
        row += 1
        page.across(row, 0, 1, f"• {line}", border=0)
    page.paper()


def _write_head(page: Page, layout: Layout) -> int:
    """Title, whose numbers, who has sent; the row after them."""
    plan, period = layout.assessment.plan, layout.assessment.period
    received = received_words(layout.assessment, len(plan.units))
    waiting = len(layout.assessment.review.open)
    lines = (
        f"Kế hoạch số {plan.issuer.plan_number} · {plan.issuer.commune} · số chốt ngày {print_date(period.cutoff)}",
        f"Đã nhận {'; '.join(received)}.",
        f"Còn {waiting} việc chờ xác nhận, xem kiem-tra.xlsx: số trong sổ này còn có thể đổi." if waiting else "",
    )
    page.text(0, 0, f"Sổ tổng hợp số liệu {period.name}", **TITLE)
    page.sheet.set_row(0, 24)
    kept = [line for line in lines if line]
    for row, line in enumerate(kept, 1):
        page.text(row, 0, line, **{**NOTE, "text_wrap": False})
    return len(kept) + 2


def _sheets(layout: Layout) -> dict[str, str]:
    plan = layout.assessment.plan
    units = {t.sheet: f"Từng {kind_name(plan, t.kind)}: mọi số đã gửi, tỷ lệ, tổng cộng." for t in layout.tables}
    return {
        TARGETS: SHEETS[TARGETS],
        WORKINGS: SHEETS[WORKINGS],
        TOTALS: SHEETS[TOTALS],
        **units,
        VALUES: SHEETS[VALUES],
    }
