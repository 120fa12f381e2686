"""A tiny invented commune (xã Thử) for unit tests: three thôn, two agencies, one office, two quarters."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from kehoach.plan.check import Check
from kehoach.plan.element import TASKS, Element, ElementKind, Nature
from kehoach.plan.expression import read_expression
from kehoach.plan.issuer import Basis, Issuer, Recipient
from kehoach.plan.model import Plan
from kehoach.plan.period import Period, PeriodChoice
from kehoach.plan.section import Content, ContentKind, Section, SentencePattern
from kehoach.plan.target import Before, Target
from kehoach.plan.task import Party, Task
from kehoach.plan.unit import Unit

ALL = PeriodChoice()
Q2 = PeriodChoice(("Q2",))


def element(code: str, label: str, kind: ElementKind = ElementKind.COUNT, **more: object) -> Element:
    base = Element(
        code=code,
        label=label,
        measure="hộ",
        kind=kind,
        nature=Nature.STATE,
        is_additive=kind.is_number,
        subject="thon",
        suppliers=(),
        periods=ALL,
        section="1. Hộ gia đình",
    )
    return replace(base, **more)  # type: ignore[arg-type]


@cache
def tiny_plan() -> Plan:
    kinds = ElementKind
    elements = [
        element("tong_ho", "Tổng số hộ"),
        element("ho_dk", "Số hộ đăng ký", nature=Nature.REGISTERED),
        element(
            "ho_cn",
            "Số hộ được công nhận",
            nature=Nature.YEARLY,
            periods=Q2,
            suppliers=("VP", "thon"),
            section="Công nhận",
        ),
        element("buoi_tt", "Số buổi tuyên truyền", measure="buổi", nature=Nature.FLOW, section="2. Hoạt động"),
        element("kinh_phi", "Kinh phí", kinds.AMOUNT, measure="triệu đồng", nature=Nature.FLOW, section="2. Hoạt động"),
        element("nvh", "Có nhà văn hóa", kinds.YES_NO, measure="", section="2. Hoạt động"),
        element("cq_dat", "Đạt chuẩn văn hóa", kinds.YES_NO, measure="", subject="co_quan", section="Kết quả"),
        element(
            "van_ban",
            "Số văn bản đã ban hành",
            measure="văn bản",
            nature=Nature.FLOW,
            subject="xa",
            suppliers=("VP",),
            section="1. Chỉ đạo",
        ),
        element(
            "qd_so",
            "Số quyết định công nhận",
            kinds.TEXT,
            measure="",
            subject="xa",
            suppliers=("VP",),
            periods=Q2,
            section="Công nhận",
        ),
        element(
            "qd_ngay",
            "Ngày quyết định công nhận",
            kinds.DATE,
            measure="",
            subject="xa",
            suppliers=("VP",),
            periods=Q2,
            section="Công nhận",
        ),
        element(
            "trang_thai",
            "Trạng thái",
            kinds.CHOICE,
            measure="",
            subject=TASKS,
            suppliers=("VP",),
            section="3. Nhiệm vụ",
            choices=("chưa làm", "đang làm", "đã xong"),
        ),
        element(
            "minh_chung",
            "Số, ngày văn bản",
            kinds.TEXT,
            measure="",
            subject=TASKS,
            suppliers=("VP",),
            section="3. Nhiệm vụ",
            is_required=False,
        ),
        element(
            "uu_diem",
            "Ưu điểm",
            kinds.PARAGRAPHS,
            measure="",
            subject="xa",
            suppliers=("VP",),
            section="4. Đánh giá",
            rows=3,
        ),
    ]
    return Plan(
        issuer=Issuer(
            commune_code="00001",
            commune="xã Thử",
            plan_number="01/KH-BCĐ",
            plan_date=date(2023, 1, 10),
            plan_title="Thực hiện phong trào thử năm 2023",
            year=2023,
            superior="UBND XÃ THỬ",
            name_lines=("BAN CHỈ ĐẠO", "PHONG TRÀO THỬ"),
            full_name="Ban Chỉ đạo Phong trào thử xã Thử",
            abbreviation="BCĐ",
            place="Thử",
            powers="TM. BAN CHỈ ĐẠO",
            post="TRƯỞNG BAN",
            second_post="CHỦ TỊCH UBND XÃ",
            signer="Nguyễn Văn Thử",
        ),
        periods=(
            Period(
                "2023-Q1",
                "quý I năm 2023",
                date(2022, 12, 15),
                date(2023, 3, 14),
                date(2023, 3, 15),
                date(2023, 3, 20),
                date(2022, 12, 15),
            ),
            Period(
                "2023-Q2",
                "6 tháng đầu năm 2023",
                date(2023, 3, 15),
                date(2023, 6, 14),
                date(2023, 6, 15),
                date(2023, 6, 20),
                date(2022, 12, 15),
                request="Công văn số 05/CV ngày 01/6/2023",
                addressees=("Phòng Văn hóa và Thông tin huyện",),
            ),
        ),
        units=(
            Unit("X", "xã Thử", "xa", "xã"),
            Unit("T01", "Thôn Một", "thon", "thôn", base={"tong_ho": 100}, reporter="Trần Thị A", phone="0900000001"),
            Unit("T02", "Thôn Hai", "thon", "thôn", aliases=("Thôn 2",), base={"tong_ho": 120}),
            Unit("T03", "Thôn Ba", "thon", "thôn", base={"tong_ho": 80}),
            Unit("C01", "Trường Tiểu học xã", "co_quan", "cơ quan"),
            Unit("C02", "Trạm Y tế xã", "co_quan", "cơ quan"),
            Unit("VP", "Công chức Văn hóa - Xã hội xã", "thuong_truc", "thường trực"),
        ),
        elements={e.code: e for e in elements},
        targets=(
            Target(
                "ct1",
                "Tỷ lệ gia đình văn hóa",
                "Gia đình văn hóa",
                read_expression("ho_cn / tong_ho"),
                ">=",
                Fraction(86, 100),
                "%",
                Q2,
                Before.SILENT,
                evidence=("qd_so", "qd_ngay"),
                lead="tn1",
            ),
            Target(
                "ct2",
                "Tỷ lệ cơ quan đạt chuẩn văn hóa",
                "Cơ quan văn hóa",
                read_expression("cq_dat / dem(co_quan)"),
                ">=",
                Fraction(1),
                "%",
                Q2,
                Before.FOLLOW,
                lead="tn1",
            ),
        ),
        parties=(
            Party("tn1", "Công chức Văn hóa - Xã hội xã", ("Công chức VH-XH",), ("VP",), "Tham mưu, đôn đốc."),
            Party("tn2", "Các thôn", (), ("thon",), "Tổ chức các hoạt động."),
        ),
        tasks=(
            Task(
                "nv1",
                "Xây dựng kế hoạch giai đoạn",
                "Kế hoạch giai đoạn",
                ("tn1",),
                ("tn2",),
                "Quý I năm 2023",
                date(2023, 1, 1),
                date(2023, 3, 31),
                "số, ngày kế hoạch",
            ),
            Task("nv2", "Tuyên truyền về phong trào", "Tuyên truyền", ("tn1",), ("tn2",), "Cả năm 2023", None, None),
        ),
        checks=(
            Check(
                "KT-58.1",
                read_expression("ho_cn <= ho_dk"),
                "cần sửa",
                "{don_vi}: số hộ được công nhận ({ho_cn}) lớn hơn số hộ đăng ký ({ho_dk}).",
            ),
            Check(
                "KT-58.2",
                read_expression("ho_dk <= tong_ho"),
                "cần sửa",
                "{don_vi}: số hộ đăng ký ({ho_dk}) lớn hơn tổng số hộ ({tong_ho}).",
            ),
        ),
        sections=(
            Section("chi_dao", 1, "Công tác lãnh đạo, chỉ đạo", (Content(ContentKind.SENTENCES),), ALL),
            Section("ket_qua", 1, "Kết quả thực hiện", (), ALL),
            Section("chi_tieu", 2, "Thực hiện các chỉ tiêu", (Content(ContentKind.TARGETS),), ALL),
            Section("nhiem_vu", 2, "Thực hiện các nhiệm vụ", (Content(ContentKind.TASKS),), ALL),
            Section("danh_gia", 1, "Đánh giá chung", (Content(ContentKind.TEXT, codes=("uu_diem",)),), ALL),
            Section("tiep_theo", 1, "Nhiệm vụ {ky_sau}", (Content(ContentKind.NEXT_TASKS),), ALL),
            Section(
                "pl_thon",
                0,
                "Tổng hợp theo thôn",
                (Content(ContentKind.TABLE, "thon", ("tong_ho", "ho_dk", "nvh", "kinh_phi")),),
                ALL,
            ),
        ),
        sentences=(
            SentencePattern("tieu_de", "", "Kết quả thực hiện phong trào thử {ky}", ALL),
            SentencePattern("mo_dau", "", "Thực hiện {ke_hoach}, {ban} báo cáo kết quả {ky} như sau:", ALL),
            SentencePattern("ket", "", "Trên đây là báo cáo kết quả {ky} của {ban}", ALL),
            SentencePattern(
                "van_ban", "chi_dao", "Đã ban hành {van_ban} văn bản; tổ chức {buoi_tt} buổi tuyên truyền.", ALL
            ),
            SentencePattern(
                "ct1.cau",
                "",
                "Có {ho_cn}/{tong_ho} hộ được công nhận (Quyết định số {qd_so} ngày {qd_ngay}), "
                "đạt {ct1.gia_tri}, còn thiếu {ct1.con_thieu} so với kế hoạch {ct1.muc}.",
                Q2,
                verdicts=("Chưa đạt",),
            ),
            SentencePattern(
                "ct1.cau",
                "",
                "Có {ho_cn}/{tong_ho} hộ được công nhận (Quyết định số {qd_so} ngày {qd_ngay}), đạt {ct1.gia_tri}.",
                Q2,
            ),
            SentencePattern(
                "ct1.cau", "", "Có {ho_dk}/{tong_ho} hộ đăng ký, đạt {ho_dk/tong_ho}; chưa đến kỳ bình xét.", ALL
            ),
            SentencePattern("ct2.cau", "", "Có {cq_dat}/{dem(co_quan)} cơ quan đạt chuẩn văn hóa.", ALL),
        ),
        recipients=(
            Recipient("Phòng VHTT huyện", "(b/c)", {"báo cáo": "kính gửi"}),
            Recipient("Thành viên Ban Chỉ đạo xã", "", {"báo cáo": "x", "công văn": "x"}),
            Recipient("Lưu: VT, VHXH", "", {"báo cáo": "x", "công văn": "x"}),
        ),
        baselines={
            ("2022", "T01", "ho_cn"): Decimal(80),
            ("2022", "T02", "ho_cn"): Decimal(100),
            ("2022", "T03", "ho_cn"): Decimal(70),
            ("2022", "T01", "tong_ho"): Decimal(98),
            ("2022", "T02", "tong_ho"): Decimal(119),
            ("2022", "T03", "tong_ho"): Decimal(81),
        },
        bases=(
            Basis("Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ", date(2018, 11, 5), date(2024, 1, 29)),
        ),
    )


def contents(plan: Plan) -> dict[str, object]:
    """All that two plans must have in common to be the same."""
    return {f.name: getattr(plan, f.name) for f in fields(plan) if f.compare}
