"""The board says what the terminal and the report say, names nobody, loads nothing, and can be read by everybody."""

import re
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.board.page import board_page
from kehoach.commands import build, check
from kehoach.finding import Finding, Place, Severity
from kehoach.folder import open_folder
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.review.model import Review
from kehoach.road import walk
from tests.board.reading import Node, read_page
from tests.conftest import ROOT

Year = dict[str, subprocess.CompletedProcess[str]]
STYLE = ROOT / "kehoach" / "board" / "style.css"


@pytest.fixture(scope="module")
def pages(year: Year, sample_folder: Path) -> dict[str, Node]:
    return {q: read_page((sample_folder / "output" / q / "theo-doi.html").read_bytes()) for q in year}


def part(page: Node, key: str) -> Node:
    return page.all("section", id=key)[0]


def test_the_glance_says_what_the_terminal_says(year: Year, pages: dict[str, Node]) -> None:
    for quarter, page in pages.items():
        tiles = [tile.text for tile in page.all("ul", **{"class": "glance"})[0].all("a")]
        lines = {line[:10].strip(): line[10:] for line in year[quarter].stdout.splitlines()[-5:]}
        received = tiles[0].removeprefix("Đã nhận ").removesuffix(" đủ các đơn vị")
        assert received == lines["Đã nhận"].replace(" · ", " ", 1)
        assert tiles[2].removeprefix("Chỉ tiêu ") == lines["Chỉ tiêu"].replace(" · ", " ", 1)


def test_a_target_shows_value_threshold_and_what_is_missing(pages: dict[str, Node]) -> None:
    card = part(pages["2023-Q4"], "chi-tieu").all("article")[0]
    words = "Gia đình văn hóa ✗ Chưa đạt", "85,97% 962/1.119", "Từ 86% trở lên", "Còn thiếu 01 hộ".replace("Từ", "từ")
    assert all(w.casefold() in card.text.casefold() for w in words), card.text
    labels = [drawn.attributes["aria-label"] for drawn in card.all("svg")]
    assert labels == ["85,97%, kế hoạch từ 86% trở lên", "năm 2022: 85,25% → năm 2023: 85,97%"]


def test_the_trend_goes_over_the_quarters(pages: dict[str, Node]) -> None:
    shown = [part(pages[q], "chi-tieu").all("figcaption")[-1].text for q in ("2023-Q2", "2023-Q4")]
    assert shown[0] == "quý I năm 2023: 34,1% → 6 tháng đầu năm 2023: 40,12%"
    assert shown[1].startswith("năm 2022: 43,12% → quý I năm 2023: 34,1%") and shown[1].endswith("năm 2023: 46,06%")


def test_nothing_is_claimed_before_its_time(pages: dict[str, Node]) -> None:
    card = part(pages["2023-Q1"], "chi-tieu").all("article")[0]
    assert "Chưa đến kỳ đánh giá" in card.text
    assert not card.all("svg") and not card.all("p", **{"class": "value"})
    assert "Gia đình văn hóa" not in part(pages["2023-Q1"], "don-vi").text


def test_units_are_shown_one_by_one_and_silence_as_silence(pages: dict[str, Node]) -> None:
    rows = {row[0]: row[1:] for row in part(pages["2023-Q4"], "don-vi").rows()}
    assert rows["Thôn Nà Hòa"] == ["85,61% ▾ 119/139", "có", "45,79% 288/629"]
    assert rows["Thôn Đồng Cả 1"] == ["86,9% 146/168", "có", "46,56% 345/741"]
    assert rows["Trạm Y tế"] == ["…"]


def test_who_has_sent_is_told_period_by_period(pages: dict[str, Node]) -> None:
    rows = {row[0]: row[1:] for row in part(pages["2023-Q4"], "da-gui").rows()}
    assert rows["Thôn Suối Quỳnh"] == ["✓ đã gửi", "✓ đã gửi", "✗ chưa gửi", "✓ đã gửi"]
    assert len(rows) == 1 + 19


def test_tasks_stand_by_due_date(pages: dict[str, Node]) -> None:
    rows = part(pages["2023-Q2"], "nhiem-vu").rows()[1:]
    times = [row[2] for row in rows]
    assert times == sorted(times, key=["Quý I năm 2023", "Quý III năm 2023", "Cả năm 2023"].index)
    assert len(rows) == 9


def test_what_waits_names_place_and_answers_but_nobody(pages: dict[str, Node]) -> None:
    waiting = part(pages["2023-Q3"], "viec-cho").text
    assert "KT-58 · T03-na-hoa_VH_2023-Q3.xlsx Số liệu!B13" in waiting and "312" in waiting
    people = [u for u in read_plan(ROOT / "input_templates" / "ke-hoach.xlsx").units if u.reporter]
    assert len(people) > 10
    for page in pages.values():
        assert not [u for u in people if u.reporter in page.text or u.phone in page.text]


def test_the_column_to_answer_in_stands_in_the_file_it_names(pages: dict[str, Node], sample_folder: Path) -> None:
    told = re.search(r"Trả lời trong (\S+) , cột “(.+?)”", part(pages["2023-Q3"], "viec-cho").text)
    assert told
    workbook = CalamineWorkbook.from_path(sample_folder / "output" / "2023-Q3" / told[1])
    assert any(told[2] in row for row in workbook.get_sheet_by_name("Cần xử lý").to_python())


def test_nothing_is_loaded_and_links_stay_in_the_folder(pages: dict[str, Node], sample_folder: Path) -> None:
    for quarter, page in pages.items():
        policy = page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attributes["content"]
        assert policy == "default-src 'none'; style-src 'unsafe-inline'"
        assert not [tag for tag in ("script", "img", "link", "iframe", "object") if page.all(tag)]
        assert "url(" not in page.all("style")[0].text and "@import" not in page.all("style")[0].text
        targets = [a.attributes["href"] for a in page.all("a")]
        names = {n.attributes["id"] for tag in ("section", "main", "h2") for n in page.all(tag) if "id" in n.attributes}
        assert {t[1:] for t in targets if t.startswith("#")} <= names
        files = [t for t in targets if not t.startswith("#")]
        assert "bao-cao.docx" in files
        assert all((sample_folder / "output" / quarter / t).is_file() for t in files)


def test_it_says_what_the_numbers_are_worth(pages: dict[str, Node], walked: Assessment) -> None:
    heads = {quarter: page.all("header")[0].text for quarter, page in pages.items()}
    assert "Số liệu tính đến ngày 14/12/2023." in heads["2023-Q4"]
    assert "Báo cáo là bản dự thảo: còn 1 việc chờ xác nhận." in heads["2023-Q4"]
    assert "Có thể lập bản chính thức." in heads["2023-Q1"] and "dự thảo" not in heads["2023-Q1"]
    assert "ước thực hiện" not in heads["2023-Q1"] and "Chưa có số liệu" not in heads["2023-Q1"]
    late = replace(walked, period=replace(walked.period, is_estimate=True), not_on_file=walked.plan.periods[:1])
    head = read_page(board_page(late, (), "kiem-tra.xlsx", ())).all("header")[0].text
    assert "số ước thực hiện" in head and "Chưa có số liệu của quý I năm 2023, nên" in head


def test_headings_and_tables_can_be_walked_by_ear(pages: dict[str, Node]) -> None:
    page = pages["2023-Q4"]
    assert page.all("html")[0].attributes["lang"] == "vi" and len(page.all("h1")) == 1
    for table in page.all("table"):
        assert table.all("caption") and table.all("th", scope="col") and table.all("th", scope="row")
    assert all(drawn.attributes["aria-label"] for drawn in page.all("svg"))
    assert not [svg for svg in page.all("svg") if svg.attributes["role"] != "img"]


def test_a_check_of_a_built_period_leaves_the_page_as_it_is(own_sample_folder: Path) -> None:
    build.run(own_sample_folder, "2023-Q1", None, None, False, False, False, None, lambda _: None)
    page = own_sample_folder / "output" / "2023-Q1" / "theo-doi.html"
    before = page.read_bytes()
    check.run(own_sample_folder, "2023-Q1", None, None, lambda _: None)
    assert page.read_bytes() == before and not (page.parent / "ban-truoc").exists()


@pytest.fixture(scope="module")
def walked(sample_folder: Path, sample_year_plan: Plan) -> Assessment:
    folder = open_folder(sample_folder)
    return walk(folder, sample_year_plan, sample_year_plan.period("2023-Q1")).assessment


@pytest.fixture(scope="module")
def sample_year_plan() -> Plan:
    return read_plan(ROOT / "input_templates" / "ke-hoach.xlsx")


def renamed(assessment: Assessment, name: str) -> Assessment:
    plan = assessment.plan
    units = tuple(replace(u, name=name) if u.code == "T01" else u for u in plan.units)
    targets = tuple(replace(t, short=name) for t in plan.targets)
    return assess(replace(plan, units=units, targets=targets), assessment.review)


def test_what_people_typed_is_text_and_nothing_else(walked: Assessment) -> None:
    name = '<script>alert("1")</script> & Bình’s "thôn"'
    page = read_page(board_page(renamed(walked, name), (), "kiem-tra.xlsx", (("<b>", 'a"b.docx'),)))
    assert not page.all("script") and name in page.all("h3")[0].text
    assert name in [row[0] for row in part(page, "da-gui").rows()]


def test_many_open_questions_are_folded(walked: Assessment) -> None:
    places = [Place(f"T0{n % 8 + 1}") for n in range(30)]
    many = tuple(Finding("KT-01", Severity.CONFIRM, place, "", "Câu hỏi.", "", open=True) for place in places)
    review: Review = replace(walked.review, findings=many)
    page = read_page(board_page(assess(walked.plan, review), (), "kiem-tra.xlsx", ()))
    groups = part(page, "viec-cho").all("details")
    assert len(groups) == 8 and not [g for g in groups if "open" in g.attributes]
    assert sum(len(g.all("li")) for g in groups) == 30


PAIRS = [("ink", "page"), ("ink", "card"), ("quiet", "page"), ("quiet", "card"), ("link", "page"), ("link", "card")]
PAIRS += [(tone, f"{tone}-bg") for tone in ("good", "bad", "doubt", "calm")]


def colours() -> list[dict[str, str]]:
    """The named colours of each scheme: light, dark, print."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.S)
    return [dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in blocks]


@pytest.mark.parametrize("scheme", range(3), ids=("light", "dark", "print"))
def test_words_stand_out_from_their_ground(scheme: int) -> None:
    """Contrast of 4.5 at least (WCAG 2.2, 1.4.3); of drawings against the track 3 (1.4.11)."""
    named = colours()[scheme]
    assert not [(a, b) for a, b in PAIRS if contrast(named[a], named[b]) < Fraction(9, 2)]
    assert contrast(named["fill"], named["track"]) >= 3


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    shares = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
