"""The first letter of a name within a sentence."""

import pytest

from kehoach.vi.names import initial_lower


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Tin, bài và truyền thanh", "tin, bài và truyền thanh"),
        ("Đăng ký, bình xét danh hiệu", "đăng ký, bình xét danh hiệu"),
        ("Kế hoạch Phong trào giai đoạn 2021 - 2026", "kế hoạch Phong trào giai đoạn 2021 - 2026"),
        ("Nhà văn hóa thôn", "nhà văn hóa thôn"),
        ("Đảng viên đi đầu", "đảng viên đi đầu"),
        ("Họp Ban Chỉ đạo", "họp Ban Chỉ đạo"),
        ("Hội nghị tổng kết", "hội nghị tổng kết"),
        ("Phòng, chống ma túy", "phòng, chống ma túy"),
        ("Trường học an toàn", "trường học an toàn"),
        ("Phòng ốc khang trang", "phòng ốc khang trang"),
    ],
)
def test_a_common_word_has_none(name: str, within: str) -> None:
    assert initial_lower(name) == within


@pytest.mark.parametrize(
    "name",
    [
        "CLB thể thao",
        "Ủy ban nhân dân xã kiểm tra",
        "Uỷ ban nhân dân xã",
        "Ban Chỉ đạo họp",
        "Đoàn Thanh niên ra quân",
        "Hội Nông dân giúp hộ nghèo",
        "Phòng Văn hóa - Xã hội rà soát",
        "Trạm Y tế tiêm chủng",
        "Mặt trận Tổ quốc giám sát",
        "Nhân dân góp công",
        "Đảng ủy kiểm tra",
        "Công an xã tuyên truyền",
        "Ngày hội Đại đoàn kết toàn dân tộc",
        "Kế hoạch số 41/KH-BCĐ",
        "Chương trình phối hợp số 02/CTr-UBND",
    ],
)
def test_a_name_keeps_its_capital(name: str) -> None:
    assert initial_lower(name) == name
