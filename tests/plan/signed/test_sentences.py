"""Whose deadline a sentence of a plan sets, the units' or the commune's own; and who leads in a sentence."""

import pytest

from kehoach.plan.signed.assigned import in_prose
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
