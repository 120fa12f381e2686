"""A later report says what an issued one said otherwise, and nothing where nothing was corrected."""

from pathlib import Path

import docx

from kehoach.commands import check
from tests.issue.conftest import SECOND, built
from tests.issue.test_issue import commune, issued


def corrected(root: Path) -> list[str]:
    built(root, SECOND)
    document = docx.Document(str(root / f"output/{SECOND}/bao-cao.docx"))
    return [p.text for p in document.paragraphs if "điều chỉnh" in p.text]


def test_a_flow_of_the_past_that_changed_is_told_once(root: Path) -> None:
    issued(root)
    commune(root).send("T01", {"buoi_tt": 5})
    assert corrected(root) == [
        "Số liệu quý I năm 2023 về số buổi tuyên truyền điều chỉnh từ 08 thành 11 buổi "
        "so với Báo cáo số 07/BC-BCĐ ngày 05/4/2023."
    ]


def test_silence_where_nothing_changed_or_nothing_was_issued(root: Path) -> None:
    commune(root).send("T01", {"buoi_tt": 5})
    assert corrected(root) == []
    built(root, "2023-Q1")
    issued(root)
    assert corrected(root) == []


def test_silence_on_what_the_later_report_does_not_rest_on(root: Path) -> None:
    issued(root)
    commune(root).send("T01", {"ho_dk": 91})
    assert corrected(root) == []


def test_what_waits_in_an_earlier_quarter_is_told_where_it_leaves_a_gap_in_the_sums(root: Path) -> None:
    commune(root).send("T01", {"buoi_tt": "khoảng 5"})
    told = "Kỳ 2023-Q1 còn 1 việc chờ xác nhận, số cộng từ đầu năm chưa có phần ấy: kehoach check"
    assert told in built(root, SECOND)
    assert told in check.run(root, SECOND, None, None, lambda _: None).text
    commune(root).send("T01", {"ho_dk": 150})
    assert "Kỳ 2023-Q1 còn" not in built(root, SECOND)
