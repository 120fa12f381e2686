"""The second sample, of a plan of another kind, from its text to the reports of its year, with no code of its own."""

from pathlib import Path

import openpyxl
import pytest

from kehoach.commands import build, lint
from kehoach.commands.outcome import Outcome
from tests.documents import document_text, plain_text

pytestmark = pytest.mark.xdist_group("van-thuong")
EXPECTED = Path(__file__).parents[1] / "expected" / "van-thuong"
PERIODS = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")


@pytest.fixture(scope="module")
def folder(second_sample: Path) -> Path:
    return second_sample


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, Outcome]:
    return {p: build.run(folder, p, None, None, False, False, False, None, lambda _: None) for p in PERIODS}


def report(folder: Path, period: str) -> Path:
    return folder / "output" / period / "bao-cao.docx"


@pytest.mark.parametrize("period", PERIODS)
def test_the_terminal_and_the_report_say_what_they_said(
    period: str, folder: Path, built: dict[str, Outcome], request: pytest.FixtureRequest
) -> None:
    expected = EXPECTED / f"{period}.txt"
    found = f"{built[period].text}\n\n{document_text(report(folder, period))}"
    if request.config.getoption("--expect"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_a_year_of_merging_and_amending_asks_nothing(built: dict[str, Outcome]) -> None:
    assert not [outcome.text for outcome in built.values() if outcome.waits or "bản dự thảo" in outcome.text]


def test_the_year_is_told_exactly(folder: Path, built: dict[str, Outcome]) -> None:
    assert "đạt 4/5 · chưa đạt 1: Người lao động biết kỹ năng số 64,94%, thiếu 02 người" in built["2026-Q4"].text
    words = plain_text(report(folder, "2026-Q4"))
    assert "61/1.221 hộ nghèo, bằng 4,996%" in words and "5%, giảm" not in words
    assert "Theo mức giao từng thôn: đạt 04/05 thôn; chưa đạt: thôn Nà Sim." in words
    assert "Không để xảy ra" in words


def test_the_merged_thon_carries_on_with_both(folder: Path, built: dict[str, Outcome]) -> None:
    assert "9/9 đơn vị" in built["2026-Q2"].text and "8/8 đơn vị" in built["2026-Q3"].text
    before, after = (document_text(report(folder, p)) for p in ("2026-Q2", "2026-Q3"))
    assert "| 5 | Thôn Khe Lau |" in before and "Thôn Liên Khe" not in before
    assert "| 5 | Thôn Liên Khe | 251 | 533 | 268 | không | 3 |" in after and "| Thôn Khe Lau |" not in after


def test_the_amendment_is_cited_from_its_day_on(folder: Path, built: dict[str, Outcome]) -> None:
    cites = {p: "Kế hoạch số 112/KH-UBND" in plain_text(report(folder, p)) for p in built}
    assert cites == {"2026-Q1": False, "2026-Q2": False, "2026-Q3": True, "2026-Q4": True}


def test_the_frame_is_that_of_another_body(folder: Path, built: dict[str, Outcome]) -> None:
    words = plain_text(report(folder, PERIODS[-1]))
    assert "huyện" not in words and "Ban Chỉ đạo" not in words
    assert "KT. CHỦ TỊCH" in words and "/BC-UBND" in words and built


def test_of_what_a_quarter_does_not_ask_nobody_is_told_silent(folder: Path, built: dict[str, Outcome]) -> None:
    assert built
    first = folder / "output" / PERIODS[0]
    assert "| Tỷ lệ hộ nghèo | Dưới 5% | – | – | Đang thực hiện |" in document_text(first / "tom-tat.docx")
    assert "00/06" not in (first / "theo-doi.html").read_text(encoding="utf-8")
    sheet = openpyxl.load_workbook(first / "tong-hop.xlsx", data_only=True)["Chỉ tiêu"]
    (poor,) = (row for row in sheet.iter_rows(values_only=True) if "hộ nghèo xuống dưới" in str(row[1]))
    assert poor[-2:] == ("–", "")


def test_the_reports_need_no_touch_up(folder: Path, built: dict[str, Outcome]) -> None:
    """What the linter finds is for the clerk alone: the blank number and date."""
    outcome = lint.run([report(folder, p) for p in built], False)
    assert not outcome.waits
    assert "lỗi," not in outcome.text, outcome.text
