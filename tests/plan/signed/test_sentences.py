"""Whose deadline a sentence of a plan sets, the units' or the commune's own; who leads in a sentence; who plans."""

import pytest

from kehoach.plan.signed.assigned import in_prose
from kehoach.plan.signed.read import understand
from kehoach.plan.signed.reporting import deadlines_of


@pytest.mark.parametrize(
    ("line", "is_ours"),
    [
        ("Công chức Văn hóa - Xã hội tham mưu, tổng hợp báo cáo trước ngày 15 của tháng cuối quý.", True),
        ("Tổng hợp, báo cáo cấp trên trước ngày 15 tháng cuối quý.", True),
        ("Tham mưu cho Ban Chỉ đạo, tổng hợp báo cáo quý trước ngày 15 tháng cuối quý.", True),
        ("Các thôn tổng hợp báo cáo UBND xã trước ngày 15 của tháng cuối quý.", False),
        ("Các thôn tổng hợp, gửi báo cáo về UBND xã trước ngày 15 của tháng cuối quý.", False),
        ("Các thôn gửi báo cáo trước ngày 15 tháng cuối quý.", False),
        ("Các đơn vị báo cáo kết quả quý trước ngày 15 tháng cuối quý về Phòng Kinh tế để tổng hợp.", False),
        ("Tổng hợp báo cáo UBND huyện: các kỳ như sau; hằng quý trước ngày 15 tháng cuối quý.", True),
    ],
)
def test_who_gathers_reports_for_the_commune(line: str, is_ours: bool) -> None:
    found = list(deadlines_of([line]))
    assert [(d.period, d.day, d.month, d.is_ours) for d in found] == [
        (f"Q{n}", 15, 3 * n, is_ours) for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    ("line", "lead", "coordination"),
    [
        ("Tuyên truyền: Công chức Văn hóa chủ trì, phối hợp với các thôn.", "Công chức Văn hóa", "các thôn"),
        ("Bình xét: các thôn chủ trì, hoàn thành trước ngày 15/11/2026.", "các thôn", ""),
        ("Ngày hội: Ủy ban Mặt trận Tổ quốc xã chủ trì.", "Ủy ban Mặt trận Tổ quốc xã", ""),
        ("Nêu cao vai trò chủ trì của các ngành: cùng làm.", "", ""),
    ],
)
def test_who_leads_may_stand_behind_a_colon(line: str, lead: str, coordination: str) -> None:
    found = {key: said.text for key, said in in_prose(line).items()}
    assert (found.get("lead", ""), found.get("coordination", "")) == (lead, coordination)


def test_one_sentence_may_set_both_deadlines() -> None:
    line = (
        "Hằng quý, các đơn vị gửi kết quả về Công an xã trước ngày 12 của tháng cuối quý; Công an xã tổng hợp, báo cáo "
        "UBND tỉnh trước ngày 18 của tháng cuối quý."
    )
    assert [(d.day, d.is_ours) for d in deadlines_of([line])] == [(12, False)] * 4 + [(18, True)] * 4


@pytest.mark.parametrize(
    ("written", "text", "lead", "coordination", "time"),
    [
        (
            "Làm đường thôn: Phòng Kinh tế chủ trì, phối hợp với Hội Nông dân xã; hoàn thành trước ngày 30/10/2026.",
            "Làm đường thôn",
            "Phòng Kinh tế",
            "Hội Nông dân xã",
            "trước ngày 30/10/2026",
        ),
        ("Tư vấn việc làm: Công chức Văn hóa chủ trì.", "Tư vấn việc làm", "Công chức Văn hóa", "", ""),
        (
            "Tuyên truyền trên loa (công chức Văn hóa - Xã hội thực hiện; cả năm).",
            "Tuyên truyền trên loa",
            "công chức Văn hóa - Xã hội",
            "",
            "cả năm",
        ),
        (
            "Giải tỏa hành lang. Giao Công an xã chủ trì, phối hợp công chức Địa chính - Xây dựng, xong trong quý II.",
            "Giải tỏa hành lang",
            "Công an xã",
            "công chức Địa chính - Xây dựng",
            "trong quý II",
        ),
        (
            "Ngày hội: Ủy ban MTTQ xã chủ trì, mời bà con ở xa về dự; quý IV.",
            "Ngày hội: Ủy ban MTTQ xã chủ trì, mời bà con ở xa về dự",
            "Ủy ban MTTQ xã",
            "",
            "quý IV",
        ),
    ],
)
def test_what_only_assigns_is_no_part_of_the_task(
    written: str, text: str, lead: str, coordination: str, time: str
) -> None:
    [task] = understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", "1. Mở 12 lớp.", "II. NHIỆM VỤ", f"1. {written}")).tasks
    names = ("; ".join(said.text for said in each) for each in (task.lead, task.coordination))
    assert (task.text, *names, task.time.text) == (text, lead, coordination, time)


BOARD = "Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”"


@pytest.mark.parametrize(
    ("lines", "opening", "closing", "name"),
    [
        (["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"], "UBND xã", "", "Ủy ban nhân dân xã Bình An"),
        (["UBND XÃ BÌNH AN", BOARD.upper()], "Ban Chỉ đạo xã", f"của {BOARD} xã", f"{BOARD} xã Bình An"),
        (["UBND XÃ BÌNH AN", BOARD.upper()], f"{BOARD} xã", "", f"{BOARD} xã Bình An"),
        (
            ["UBND XÃ BÌNH AN", "BAN AN TOÀN GIAO THÔNG"],
            "Ban An toàn giao thông xã",
            "",
            "Ban An toàn giao thông xã Bình An",
        ),
        (["UBND XÃ BÌNH AN", BOARD.upper()], "Ban Chỉ đạo xã", "", "Ban Chỉ đạo xã Bình An"),
    ],
)
def test_the_office_has_its_whole_name_and_the_commune_once(
    lines: list[str], opening: str, closing: str, name: str
) -> None:
    head = (*lines, "Số: 05/KH-X", "Bình An, ngày 12 tháng 01 năm 2026", "KẾ HOẠCH", "Đọc sách năm 2026")
    body = (f"{opening} xây dựng kế hoạch như sau:", "I. CHỈ TIÊU", "1. Mở 12 lớp.", f"Trên đây là kế hoạch {closing}.")
    said = understand((*head, *body)).info["full_name"]
    assert (said.text, said.is_sure) == (name, False)
