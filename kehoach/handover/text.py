"""What `DOC-TRUOC.txt` says (nội dung bàn giao), as of a plan."""

from collections.abc import Iterator, Sequence

from kehoach.file_names import INPUT, OUTPUT, InputFile, OutputFile, OutputFolder
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.vi.dates import print_date

_INBOX = (f"{INPUT}/KỲ/", "biểu của kỳ: gửi đi từ đây, tệp gửi về chép vào đây, tên nào cũng được")
_MAP = (
    *((f"{INPUT}/{file}", file.what) for file in InputFile if file.what),
    _INBOX,
    *((f"{OUTPUT}/KỲ/{file}", file.what) for file in OutputFile if file.what),
    *((f"{OUTPUT}/KỲ/{each}/", each.what) for each in OutputFolder),
)
_TIMES = (
    ("Đầu kỳ, trước ngày chốt", "kehoach templates -p {code}", "tạo biểu, công văn, tin nhắn; gửi các đơn vị"),
    ("Khi tệp gửi về", "kehoach check -p {code}", "xem ai thiếu, số nào sai; trả lời trong kiem-tra.xlsx"),
    ("Đến hạn mà còn thiếu", "kehoach remind -p {code}", "công văn đôn đốc, tin nhắn nhắc từng đơn vị"),
    ("Đủ số liệu", "kehoach build -p {code}", "lập báo cáo; còn việc chờ thì là bản dự thảo"),
    ("Có tệp gửi lại", "kehoach diff -p {code}", "số nào đổi so với lần lập trước"),
    ("Trước khi trình ký", "kehoach build -p {code} --final", "bản chính thức để in"),
    ("Đã ký, có số", "kehoach issue -p {code} --so SỐ --ngay NGÀY/THÁNG/NĂM", "ghi số, ngày; lưu hồ sơ"),
    ("Ai hỏi số ở đâu ra", "kehoach explain MÃ -p {code}", "truy đến tệp, đến ô"),
    ("Sang năm", "kehoach init THƯ-MỤC-MỚI --from THƯ-MỤC-NÀY", "đơn vị, câu chữ, số đã chốt đi theo"),
)


def handover_lines(plan: Plan | None) -> Iterator[str]:
    """The page, line by line."""
    yield f"ĐỌC TRƯỚC · {_about(plan)}"
    yield ""
    yield "Thư mục này giữ kế hoạch của một năm, biểu các đơn vị gửi về và báo cáo từng kỳ. Người mới nhận việc đọc hết"
    yield "tờ này là làm tiếp được. Mọi lệnh gõ trong cửa sổ lệnh mở ở thư mục này; quên thì gõ: kehoach --help"
    yield ""
    yield "TRONG THƯ MỤC CÓ GÌ"
    yield from _table(_MAP)
    yield ""
    yield from _calendar(plan.periods if plan else ())
    yield ""
    yield "KHI NÀO LÀM GÌ"
    code = plan.periods[0].code if plan else "KỲ"
    for number, (when, command, what) in enumerate(_TIMES, 1):
        yield f"  {number}. {when}: {what}"
        yield f"     {command.format(code=code)}"
    yield ""
    yield "CẦN NHỚ"
    yield "  Không lệnh nào sửa hay xóa tệp đơn vị gửi về. Đóng tệp trong Word, Excel trước khi chạy lệnh."
    yield "  Sao lưu: chép cả thư mục này sang ổ khác."
    yield ""


def _about(plan: Plan | None) -> str:
    if plan is None:
        return "kế hoạch đang điền dở trong input_templates/ke-hoach.xlsx"
    issuer = plan.issuer
    return (
        f"Kế hoạch số {issuer.plan_number} ngày {print_date(issuer.plan_date)} · {issuer.commune} · năm {issuer.year}"
    )


def _calendar(periods: Sequence[Period]) -> Iterator[str]:
    yield "LỊCH CẢ NĂM"
    if not periods:
        yield "  Có ở đây sau khi điền xong ke-hoach.xlsx và chạy: kehoach templates"
        return
    head = ("KỲ", "SỐ LIỆU TỪ", "CHỐT", "ĐƠN VỊ GỬI", "GỬI CẤP TRÊN", "TÊN KỲ")
    days = ((p.start, p.cutoff, p.units_due, p.report_due) for p in periods)
    rows = ((p.code, *map(print_date, dates), p.name) for p, dates in zip(periods, days, strict=True))
    yield from _table((head, *rows))


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns one beside the other, two spaces between."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
