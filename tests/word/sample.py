"""A rich invented report for the tests of this room: every kind of block, long names, two annexes, one of them wide."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from kehoach.finding import Place
from kehoach.report.model import (
    Annex,
    Block,
    Fact,
    Foot,
    Head,
    Heading,
    Paragraph,
    Report,
    Table,
    TableColumn,
    Text,
)

CELL = Place("T01", "T01-thon-mot.xlsx", "Số liệu", "C7")
RATE = Fact("ct1.gia_tri", Fraction(962, 1119), "85,97%", (CELL, replace(CELL, cell="C8")))
COUNT = Fact("ho_cn", 962, "962", (CELL,))
DECIDED = Fact("qd_ngay", date(2031, 11, 5), "05/11/2031")


def head(**more: object) -> Head:
    base = Head(
        superior="UBND XÃ THỬ NGHIỆM",
        issuer_lines=("BAN CHỈ ĐẠO", "PHONG TRÀO ĐOÀN KẾT XÂY DỰNG NẾP SỐNG MỚI"),
        symbol="BC-BCĐ",
        place="Thử Nghiệm",
        month=3,
        year=2031,
        kind="BÁO CÁO",
        subject=(
            "Kết quả thực hiện phong trào “Toàn dân đoàn kết xây dựng nếp sống mới” ",
            Fact("ky", "2031-Q1", "quý I năm 2031"),
            ", nhiệm vụ trọng tâm quý II năm 2031",
        ),
        addressees=("Ủy ban nhân dân tỉnh Thử",),
        issuer_name="Ban Chỉ đạo phong trào xã Thử Nghiệm",
    )
    return replace(base, **more)  # type: ignore[arg-type]


def text_of(number: int) -> Text:
    return (
        f"Đoạn thứ {number}: các thôn đã tổ chức ",
        COUNT,
        " buổi tuyên truyền, phát động thi đua, ký cam kết “nếp sống mới”; đạt ",
        RATE,
        " kế hoạch năm, tăng 2,4 điểm % so với cùng kỳ; nhiều mô hình hay được Nhân dân hưởng ứng và nhân rộng.",
    )


def targets_table() -> Table:
    columns = (
        TableColumn("STT", 0.07, "center"),
        TableColumn("Chỉ tiêu", 0.38),
        TableColumn("Kế hoạch", 0.13, "right"),
        TableColumn("Thực hiện", 0.13, "right"),
        TableColumn("So với kế hoạch", 0.14, "right"),
        TableColumn("Đánh giá", 0.15, "center"),
    )
    rows = (
        (("1",), ("Tỷ lệ gia đình đạt danh hiệu nếp sống mới",), ("86%",), (RATE,), ("thiếu 01 hộ",), ("Chưa đạt",)),
        (("2",), ("Tỷ lệ thôn đạt chuẩn",), ("100%",), ("100%",), ("0",), ("Đạt",)),
        (("3",), ("Số người tham gia tập luyện thường xuyên",), ("45%",), ("48,5%",), ("+3,5 điểm %",), ("Vượt",)),
    )
    return Table("chi_tieu.bang", columns, rows, caption="Kết quả thực hiện các chỉ tiêu quý I năm 2031")


def body() -> tuple[Block, ...]:
    return (
        Paragraph("mo_dau", ("Thực hiện Kế hoạch số 34/KH-BCĐ, Ban Chỉ đạo báo cáo kết quả quý I năm 2031 như sau:",)),
        Heading("chi_dao", 1, "I.", ("Công tác lãnh đạo, chỉ đạo",)),
        Heading("van_ban", 2, "1.", ("Ban hành văn bản",)),
        Paragraph("van_ban.cau", text_of(1)),
        Heading("tuyen_truyen", 2, "2.", ("Công tác tuyên truyền",)),
        Paragraph("tuyen_truyen.cau", text_of(2)),
        Paragraph("tuyen_truyen.them", text_of(3)),
        Heading("ket_qua", 1, "II.", ("Kết quả thực hiện quý ", Fact("quy", 1, "I"))),
        Heading("chi_tieu", 2, "1.", ("Thực hiện các chỉ tiêu",)),
        targets_table(),
        Paragraph(
            "chi_tieu.cau", ("Toàn xã có ", COUNT, "/1.119 hộ được công nhận (ngày ", DECIDED, "), đạt ", RATE, ".")
        ),
        Heading("phong_trao", 2, "2.", ("Các phong trào cụ thể",)),
        Heading("phong_trao.a", 3, "a)", ("Xây dựng gia đình",)),
        *(Paragraph(f"phong_trao.d{n}", text_of(n)) for n in range(4, 9)),
        Heading("danh_gia", 1, "III.", ("Đánh giá chung",)),
        Paragraph("uu_diem", ("[Ưu điểm: cán bộ viết 2-3 câu tại đây]",), is_prompt=True),
        Paragraph("danh_gia.1", text_of(9)),
        Heading("tiep_theo", 1, "IV.", ("Nhiệm vụ trọng tâm quý II năm 2031",)),
        *(Paragraph(f"tiep_theo.d{n}", text_of(n)) for n in range(10, 13)),
        Paragraph(
            "ket", ("Trên đây là báo cáo kết quả quý I năm 2031 của Ban Chỉ đạo xã Thử Nghiệm (có Phụ lục I, II).",)
        ),
    )


def units_table(count: int = 40, id_: str = "pl_thon.bang") -> Table:
    columns = (
        TableColumn("STT", 0.05, "center"),
        TableColumn("Tên thôn", 0.15),
        *(TableColumn(h, 0.1, "right") for h in ("Tổng số hộ", "Số khẩu", "Hộ đăng ký", "Hộ được công nhận")),
        TableColumn("Tỷ lệ", 0.1, "right"),
        TableColumn("Kinh phí (triệu đồng)", 0.12, "right"),
        TableColumn("Nhà sinh hoạt", 0.1, "center"),
        TableColumn("Ghi chú", 0.18),
    )
    rows = tuple(
        (
            (str(n),),
            (f"Thôn Đồng Cả {n}",),
            (Fact(f"tong_ho.T{n}", 100 + n, str(100 + n), (CELL,)),),
            ("1.234",),
            ("120",),
            ("98",),
            ("81,67%",),
            ("1.250,5",),
            ("có",),
            ("",),
        )
        for n in range(1, count + 1)
    )
    total: tuple[Text, ...] = (
        (),
        ("Cộng",),
        ("4.820",),
        ("49.360",),
        ("4.800",),
        ("3.920",),
        ("81,67%",),
        ("50.020",),
        ("40/40",),
        (),
    )
    note = ("Ghi chú: số liệu của 40/40 thôn, chốt ngày 14/3/2031.",)
    return Table(id_, columns, (*rows, total), has_total=True, note=note)


def tasks_table() -> Table:
    columns = (
        TableColumn("STT", 0.08, "center"),
        TableColumn("Nhiệm vụ", 0.42),
        TableColumn("Thời hạn", 0.2),
        TableColumn("Kết quả", 0.3),
    )
    rows = tuple(
        ((str(n),), (f"Nhiệm vụ thứ {n} của kế hoạch năm",), ("31/12/2031",), ("Đang thực hiện",)) for n in range(1, 10)
    )
    return Table("pl_nhiem_vu.bang", columns, rows)


def report(**more: object) -> Report:
    base = Report(
        head=head(),
        blocks=body(),
        foot=Foot(
            recipients=("Như trên", "Thường trực Đảng ủy xã (b/c)", "Thành viên Ban Chỉ đạo xã", "Lưu: VT, VHXH"),
            powers=("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
            second_post="CHỦ TỊCH UBND XÃ",
            signer="Nguyễn Văn Thử",
        ),
        annexes=(
            Annex("pl_thon", "Tổng hợp kết quả thực hiện phong trào theo thôn quý I năm 2031", (units_table(),), True),
            Annex("pl_nhiem_vu", "Tiến độ thực hiện các nhiệm vụ", (tasks_table(),)),
        ),
        identity={"plan": "00001/34/KH-BCĐ/2031", "period": "2031-Q1", "kind": "bao-cao"},
        made_on=date(2031, 3, 14),
        draft_reason="BẢN DỰ THẢO: còn 2 việc chờ xác nhận trong kiem-tra.xlsx, chưa phải bản trình ký.",
        author="Ban Chỉ đạo xã Thử Nghiệm",
        keywords=("quý I năm 2031",),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def letter(**more: object) -> Report:
    """A công văn: no kind, what it is about below the number."""
    about = head(kind="", symbol="BCĐ-VHXH", subject=("gửi số liệu thực hiện phong trào quý I năm 2031",))
    request = "Để báo cáo kết quả quý I năm 2031, Ban Chỉ đạo xã đề nghị các đơn vị gửi số liệu trước ngày 16/3/2031."
    blocks = (Paragraph("mo_dau", (request,)), Paragraph("ket", ("Đề nghị các đơn vị quan tâm thực hiện.",)))
    return replace(report(head=about, blocks=blocks, annexes=(), draft_reason=""), **more)  # type: ignore[arg-type]
