"""Whose deadline a sentence of a plan sets: the units', or the commune's own report."""

import pytest

from kehoach.plan.signed.reporting import deadlines_of


@pytest.mark.parametrize(
    ("line", "is_ours"),
    [
        ("Công chức Văn hóa - Xã hội tham mưu, tổng hợp báo cáo trước ngày 15 của tháng cuối quý.", True),
        ("Tổng hợp, báo cáo cấp trên trước ngày 15 tháng cuối quý.", True),
        ("Các thôn tổng hợp, gửi báo cáo về UBND xã trước ngày 15 của tháng cuối quý.", False),
        ("Các thôn gửi báo cáo trước ngày 15 tháng cuối quý.", False),
    ],
)
def test_who_gathers_reports_for_the_commune(line: str, is_ours: bool) -> None:
    found = list(deadlines_of([line]))
    assert [(d.period, d.day, d.month, d.is_ours) for d in found] == [
        (f"Q{n}", 15, 3 * n, is_ours) for n in range(1, 5)
    ]
