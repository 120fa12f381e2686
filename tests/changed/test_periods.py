"""One period against another: a part is never held against a whole."""

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.changed.periods import SAME, between
from tests.reviewed import review_of
from tests.summary.books import WHOLE, Values, assessed
from tests.tiny import tiny_plan

FIRST: Values = {"tong_ho": {"T01": 100, "T02": 118, "T03": 80}, "buoi_tt": {"T01": 5, "T02": 1, "T03": 1}}
SECOND: Values = {**WHOLE, "buoi_tt": {"T01": 1, "T02": 1, "T03": 1}}


def first(values: Values = FIRST) -> Assessment:
    plan = tiny_plan()
    return assess(plan, review_of(plan, "2023-Q1", values))


def told(before: Assessment, now: Assessment) -> list[str]:
    return [line for branch in between(before, now) for line in branch.lines()]


def test_targets_totals_and_units_are_told() -> None:
    lines = told(first(), assessed(SECOND, earlier={"2023-Q1": FIRST}))
    assert "  ct1 Gia đình văn hóa: chưa đến kỳ đánh giá → 86%, đạt" in lines
    assert "  Tổng số hộ: 298 → 300 hộ, tăng 2" in lines
    assert "  Số buổi tuyên truyền: 7 → 3 buổi, giảm 4" in lines
    at = lines.index("  thôn Hai")
    assert lines[at + 1] == "    Tổng số hộ: 118 → 120 hộ, tăng 2"


def test_a_part_is_put_beside_the_whole() -> None:
    part = {"tong_ho": {"T01": 100, "T02": 118}}
    lines = told(first(part), assessed(WHOLE, earlier={"2023-Q1": part}))
    assert "  Tổng số hộ: 218 (của 02/03 nơi) → 300 (của 03/03 nơi)" in lines


def test_a_period_against_itself_has_nothing_to_tell() -> None:
    assert told(assessed(WHOLE), assessed(WHOLE)) == [SAME]
