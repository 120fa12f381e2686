"""The plan workbook of a new commune (kế hoạch mẫu): a few example rows, each marked, to be overwritten.

About nothing in particular: clean yards and one tidy road stand for whatever the commune has promised.
"""

from kehoach.plan.rows import plan_from_rows
from kehoach.plan.spell import TypedRow
from kehoach.plan.write import plan_workbook

MARK = "(ví dụ)"
YEAR = 2026
"""Of the example dates; nothing reads the clock."""

_HOUSEHOLDS = "Tổng số hộ (tong_ho)"


def example_workbook() -> bytes:
    """The bytes of the workbook that `kehoach init` lays down."""
    return plan_workbook(plan_from_rows(empty_plan_rows()))


def empty_plan_rows() -> dict[str, list[TypedRow]]:
    """Sheet key → example rows; together they are a plan without a mistake."""
    return {key: _rows(table) for key, table in _TABLES.items()}


def _rows(table: tuple[tuple[str, ...], ...]) -> list[TypedRow]:
    keys, *lines = table
    return [{key: text for key, text in zip(keys, line, strict=True) if text} for line in lines]


def _quarter(number: int, name: str, start: str, cutoff: str) -> tuple[str, ...]:
    """A period by the calendar of Decree 09/2019/NĐ-CP, article 12: figures close on the 14th."""
    month = cutoff[3:]
    return (f"{YEAR}-Q{number}", name, start, cutoff, f"16/{month}", f"20/{month}", f"15/12/{YEAR - 1}")


_TABLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "info": (
        ("key", "value"),
        ("Mã xã", "00000"),
        ("Tên xã", f"xã Bình An {MARK}"),
        ("Số, ký hiệu kế hoạch", "01/KH-BCĐ"),
        ("Ngày kế hoạch", f"15/01/{YEAR}"),
        ("Trích yếu kế hoạch", f"Thực hiện phong trào Nhà sạch, đường đẹp năm {YEAR} {MARK}"),
        ("Năm", str(YEAR)),
        ("Cơ quan chủ quản", "UBND XÃ BÌNH AN"),
        ("Cơ quan ban hành", "BAN CHỈ ĐẠO\nPHONG TRÀO"),
        ("Tên cơ quan trong câu", f"Ban Chỉ đạo phong trào xã Bình An {MARK}"),
        ("Chữ viết tắt trong ký hiệu", "BCĐ"),
        ("Địa danh", "Bình An"),
        ("Quyền hạn ký", "TM. BAN CHỈ ĐẠO"),
        ("Chức danh ký", "TRƯỞNG BAN"),
        ("Chức vụ thứ hai", "CHỦ TỊCH UBND XÃ"),
        ("Người ký", f"Nguyễn Văn A {MARK}"),
    ),
    "periods": (
        ("code", "name", "start", "cutoff", "units_due", "report_due", "cumulative_from"),
        _quarter(1, f"quý I năm {YEAR}", f"15/12/{YEAR - 1}", f"14/03/{YEAR}"),
        _quarter(2, f"6 tháng đầu năm {YEAR}", f"15/03/{YEAR}", f"14/06/{YEAR}"),
        _quarter(3, f"9 tháng đầu năm {YEAR}", f"15/06/{YEAR}", f"14/09/{YEAR}"),
        _quarter(4, f"năm {YEAR}", f"15/09/{YEAR}", f"14/12/{YEAR}"),
    ),
    "units": (
        ("code", "name", "kind_name", "aliases", "reporter", "phone", _HOUSEHOLDS),
        ("X", f"xã Bình An {MARK}", "xã", "", "", "", ""),
        ("T01", f"Thôn Một {MARK}", "thôn", "Thôn 1; Xóm Một", "Trần Thị B", "0900000001", "120"),
        ("T02", f"Thôn Hai {MARK}", "thôn", "Thôn 2", "Lê Văn C", "0900000002", "95"),
        ("VP", f"Công chức phụ trách {MARK}", "thường trực", "", "", "", ""),
    ),
    "elements": (
        ("code", "label", "measure", "kind", "nature", "subject", "suppliers", "periods", "section", "help", "choices"),
        ("tong_ho", f"Tổng số hộ {MARK}", "hộ", "số nguyên", "P", "thôn", "", "", "1. Hộ gia đình", "", ""),
        (
            "ho_dat",
            f"Số hộ đạt yêu cầu {MARK}",
            "hộ",
            "số nguyên",
            "P",
            "thôn",
            "",
            "",
            "1. Hộ gia đình",
            "Đếm đến ngày chốt số liệu.",
            "",
        ),
        ("buoi_hop", f"Số buổi họp thôn {MARK}", "buổi", "số nguyên", "F", "thôn", "", "", "2. Hoạt động", "", ""),
        (
            "trang_thai",
            f"Tình hình thực hiện {MARK}",
            "",
            "chọn",
            "P",
            "nhiệm vụ",
            "VP",
            "",
            "3. Nhiệm vụ",
            "",
            "chưa làm; đang làm; đã xong",
        ),
        ("minh_chung", f"Số, ngày văn bản {MARK}", "", "chữ", "P", "nhiệm vụ", "VP", "", "3. Nhiệm vụ", "", ""),
        ("uu_diem", f"Đánh giá chung {MARK}", "", "đoạn văn", "P", "xã", "VP", "", "4. Đánh giá", "", ""),
    ),
    "targets": (
        ("code", "text", "short", "expression", "comparison", "threshold", "measure", "concludes", "before", "lead"),
        (
            "ct1",
            f"Tỷ lệ hộ đạt yêu cầu từ 80% trở lên {MARK}",
            "Hộ đạt yêu cầu",
            "ho_dat / tong_ho",
            ">=",
            "80",
            "%",
            "Q4",
            "theo dõi",
            "tn1",
        ),
    ),
    "parties": (
        ("code", "name", "aliases", "units", "duty"),
        ("tn1", f"Công chức phụ trách {MARK}", "", "VP", "Tham mưu, đôn đốc, tổng hợp."),
        ("tn2", f"Các thôn {MARK}", "các thôn trên địa bàn", "thôn", "Tổ chức thực hiện."),
    ),
    "tasks": (
        ("code", "text", "short", "lead", "coordination", "time", "evidence"),
        (
            "nv1",
            f"Xây dựng kế hoạch {MARK}",
            "Xây dựng kế hoạch",
            "tn1",
            "tn2",
            f"Quý I năm {YEAR}",
            "số, ngày kế hoạch",
        ),
        ("nv2", f"Tuyên truyền, vận động Nhân dân {MARK}", "Tuyên truyền", "tn1", "tn2", f"Cả năm {YEAR}", ""),
    ),
    "checks": (
        ("code", "expression", "severity", "sentence"),
        (
            "KT-58.1",
            "ho_dat <= tong_ho",
            "cần sửa",
            f"{{don_vi}}: số hộ đạt ({{ho_dat}}) lớn hơn tổng số hộ ({{tong_ho}}) {MARK}.",
        ),
    ),
    "sections": (
        ("code", "level", "title", "contents"),
        ("ket_qua", "1", f"Kết quả thực hiện {MARK}", "câu"),
        ("chi_tieu", "2", "Thực hiện các chỉ tiêu", "chỉ tiêu"),
        ("nhiem_vu", "2", "Thực hiện các nhiệm vụ", "nhiệm vụ"),
        ("danh_gia", "1", "Đánh giá chung", "văn bản uu_diem"),
        ("tiep_theo", "1", "Nhiệm vụ {ky_sau}", "nhiệm vụ kỳ sau"),
        ("pl_thon", "0", "Tổng hợp theo thôn", "bảng thon: tong_ho, ho_dat, buoi_hop"),
    ),
    "sentences": (
        ("code", "section", "text", "periods", "when"),
        ("tieu_de", "", "Kết quả thực hiện phong trào {ky}", "", ""),
        ("mo_dau", "", "Thực hiện {ke_hoach}, {ban} báo cáo kết quả {ky} như sau:", "", ""),
        ("ket", "", "Trên đây là báo cáo kết quả thực hiện phong trào {ky} của {ban}", "", ""),
        ("hop_thon", "ket_qua", f"Các thôn đã tổ chức {{buoi_hop}} buổi họp {MARK}.", "", "buoi_hop > 0"),
        ("ct1.cau", "", f"Có {{ho_dat}}/{{tong_ho}} hộ đạt yêu cầu, bằng {{ct1.gia_tri}} {MARK}.", "", ""),
    ),
    "recipients": (
        ("name", "purpose", "báo cáo", "công văn"),
        (f"UBND xã {MARK}", "(b/c)", "kính gửi", ""),
        (f"Các thôn {MARK}", "", "x", "kính gửi"),
        ("Lưu: VT, VHXH", "", "x", "x"),
    ),
    "baselines": (
        ("unit", "element", str(YEAR - 1)),
        ("T01", "tong_ho", "118"),
        ("T02", "tong_ho", "95"),
    ),
    "bases": (
        ("text", "since", "until"),
        (f"Nghị định số …/…/NĐ-CP ngày …/…/… của Chính phủ {MARK}", "", ""),
    ),
}
