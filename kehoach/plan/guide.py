"""The first sheet of the plan workbook (Hướng dẫn): how to fill it in, what may stand in expressions and braces."""

from openpyxl.worksheet.worksheet import Worksheet

from kehoach.office.look import Style, height_for, set_up_page, set_widths
from kehoach.plan.placeholder import LETTER_WORDS, LETTERS, TARGET_WORDS, TASK_WORDS, WORDS
from kehoach.plan.sheets import SHEETS
from kehoach.plan.write_table import put

NAME = "Hướng dẫn"
WIDTHS = (34.0, 92.0)

_STEPS = (
    ("Điền theo thứ tự", "Lần lượt từ trái sang phải theo các trang; trang sau dùng mã đã đặt ở trang trước."),
    ("Ô bắt buộc", "Cột có dấu * phải điền. Dòng chữ xám dưới tiêu đề giải thích từng cột; không phải xóa dòng đó."),
    ("Dòng (ví dụ)", "Dòng có chữ “(ví dụ)” chỉ để làm mẫu: sửa lại thành của xã mình, hoặc xóa cả dòng."),
    ("Nhiều thứ trong một ô", "Cách nhau bằng dấu chấm phẩy: Q1; Q2; Q3."),
    ("Ngày", "Ngày/tháng/năm, đủ bốn chữ số năm: 05/10/2026."),
    ("Số", "Dấu phẩy cho phần lẻ: 12,5. Tỷ lệ 86% ghi 86 và đơn vị tính %."),
    (
        "Mã số liệu",
        "Chữ thường không dấu, nối bằng gạch dưới: tong_ho, ho_cn. Không đặt giống tên ô của Excel (ct1, q1, r, c), "
        "vì Excel làm hỏng các tên đó. Đã gửi biểu đi thì không đổi mã nữa.",
    ),
    ("Thêm, bớt, đổi chỗ cột, dòng", "Được. Chương trình tìm theo tên trang, tiêu đề cột và mã, không theo vị trí."),
    ("Khi có lỗi", "Chương trình báo mọi lỗi một lần, kèm tên trang và ô (mã KP-…). Sửa, lưu, đóng Excel, chạy lại."),
)
_EXPRESSIONS = (
    ("ho_cn / tong_ho", "Cộng +, trừ -, nhân *, chia / và ngoặc ( ) trên các mã số liệu. Của xã: tổng các đơn vị."),
    ("ho_cn <= ho_dk", "So sánh: <=  >=  <  >  =  <> (khác). Dùng ở trang Kiểm tra và cột Khi."),
    ("truoc(ho_dk)", "Số của kỳ trước."),
    ("goc(ho_cn)", "Số của năm trước, ở trang Năm trước."),
    ("liet_ke(ma_so)", "Có bao nhiêu số thứ tự liệt kê trong một số liệu kiểu chữ; chỉ dùng ở trang Kiểm tra."),
    ("dem(thon)", "Số đơn vị loại thôn. Tên loại viết không dấu, nối bằng gạch dưới: dem(co_quan)."),
    ("Thiếu số", "Chưa có một số nào trong công thức thì kết quả là chưa có, không bao giờ coi là 0."),
)
_BRACES = (
    ("{ho_cn}   {a + b}", "Số của toàn xã; số phát sinh thì cộng dồn từ ngày lũy kế."),
    ("{ho_dk/tong_ho}", "Phép chia in thành tỷ lệ: 95,00%."),
    ("{ky: van_ban}", "Chỉ số phát sinh trong riêng kỳ này."),
    ("{truoc(x)}   {goc(x)}   {dem(thon)}", "Kỳ trước, năm trước, số đơn vị."),
    ("{so thon: nvh = 1}", "Có bao nhiêu thôn thỏa mãn điều kiện."),
    ("{ds thon: nvh = 0}", "Tên các thôn thỏa mãn điều kiện."),
    ("{can_cu: 12/2026/NĐ-CP}", "Văn bản mang số ấy ở trang Căn cứ; hết hiệu lực thì câu không được nói."),
)
_RESULTS = tuple((f"{{ct1.{word}}}", meaning) for word, meaning in TARGET_WORDS.items())
_STATES = tuple((f"{{nv1.{word}}}", meaning) for word, meaning in TASK_WORDS.items())
_WORDS = tuple((f"{{{word}}}", meaning) for word, meaning in WORDS.items())
_LETTERS = (
    ("Các câu này", "Thêm dòng vào trang Câu chữ với mã dưới đây, cột Mục để trống; không có thì dùng câu có sẵn."),
    *LETTERS.items(),
    *((f"{{{word}}}", meaning) for word, meaning in LETTER_WORDS.items()),
)
_TIMES = (
    ("Cả năm 2026; Thường xuyên", "Việc của cả năm, không có hạn."),
    ("Quý I năm 2026; Quý II, III", "Từ ngày đầu đến ngày cuối quý. Không ghi năm: năm của kế hoạch."),
    ("Tháng 4/2026; Từ tháng 4 đến tháng 6", "Từ ngày đầu đến ngày cuối tháng."),
    ("6 tháng đầu năm; 9 tháng đầu năm", "Đến 30/6, 30/9."),
    ("Trước ngày 30/11/2026; Ngày 30/6/2026", "Hạn là ngày đó."),
)
SECTIONS = (
    ("Cách điền", _STEPS),
    ("Các trang", tuple((sheet.name, sheet.purpose) for sheet in SHEETS)),
    ("Công thức (Chỉ tiêu, Kiểm tra, cột Khi)", _EXPRESSIONS),
    ("Trong câu, phần giữa { } được thay bằng số", _BRACES),
    ("Kết quả của chỉ tiêu (ct1 là mã chỉ tiêu)", _RESULTS),
    ("Tình hình nhiệm vụ (nv1 là mã nhiệm vụ)", _STATES),
    ("Chữ thay sẵn", _WORDS),
    ("Công văn và tin nhắn gửi các đơn vị", _LETTERS),
    ("Thời gian thực hiện nhiệm vụ", _TIMES),
)


def write_guide(page: Worksheet) -> None:
    """Fills the empty first worksheet."""
    set_widths(page, dict(zip("AB", WIDTHS, strict=True)))
    put(page, 1, 1, "CÁCH ĐIỀN KẾ HOẠCH", Style.TITLE)
    page.merge_cells("A1:B1")
    row = 3
    for title, lines in SECTIONS:
        put(page, row, 1, title, Style.SECTION)
        put(page, row, 2, "", Style.SECTION)
        for offset, line in enumerate(lines, 1):
            for column, text in enumerate(line, 1):
                put(page, row + offset, column, text, Style.LABEL)
            page.row_dimensions[row + offset].height = max(map(height_for, line, WIDTHS))
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        row += len(lines) + 2
    set_up_page(page, landscape=False)
