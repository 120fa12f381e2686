"""Adding an indicator is adding a file: the one that the documentation shows works as it stands."""

import re
from pathlib import Path

import pytest

from kehoach.plan.catalogue import read
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.signed.read import understand

DOCS = Path(__file__).parents[3] / "docs" / "them-chi-tieu.md"


def test_the_documented_example_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```\n(.+?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    file = tmp_path / "tu-sach-thon.txt"
    file.write_text(example[1], encoding="utf-8")
    indicator = read.read_indicator(file)
    monkeypatch.setattr(read, "indicators", lambda: (indicator,))
    plan = understand(
        ("KẾ HOẠCH", "Đọc sách năm 2026", "I. CHỈ TIÊU", "1. Phấn đấu 80% thôn có tủ sách.", "II. NHIỆM VỤ")
    )
    rows = draft_of(plan).rows
    assert rows["targets"][0]["expression"] == "tu_sach / dem(thon)"
    assert "{ct1.gia_tri}" in next(row["text"] for row in rows["sentences"] if row["code"] == "ct1.cau")
