"""The second sample's signed plan, from Word to its four reports: no line of code is its own, no number is lost."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kehoach.commands import build, init, lint, templates
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.read import read_plan
from samples.signed_plan import signed_plan
from tests.conftest import SECOND
from tests.documents import plain_text
from tests.plan.signed.filling import add_units, asked_cells, fill

pytestmark = pytest.mark.xdist_group("second-sample-signed")

PERIODS = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
Typed = dict[tuple[str, str, str], Any]
"""(period, unit, name of the cell) → what was typed."""


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as the officer has it before the first forms go out: asked, told, filled in."""
    folder = tmp_path_factory.mktemp("tu-van-ban")
    document = folder / "45-KH-UBND.docx"
    document.write_bytes(signed_plan(SECOND / "van-ban.txt"))
    told = init.run(folder / "xa", signed=document)
    assert "5 chỉ tiêu, 4 nhiệm vụ, 4 bên thực hiện, 6 nơi nhận" in told.text and told.waits
    plan = folder / "xa" / "input_templates" / "ke-hoach.xlsx"
    fill(plan)
    add_units(plan, "thôn", ("Nà Sim",))
    assert asked_cells(plan) == []
    return folder / "xa"


@pytest.fixture(scope="module")
def typed(commune: Path) -> Typed:
    """What every unit typed into every form of the year."""
    elements = read_plan(commune / "input_templates" / "ke-hoach.xlsx").elements
    found: Typed = {}
    for number, period in enumerate(PERIODS):
        templates.run(commune, period)
        for form in sorted((commune / "input_templates" / period).glob("*.xlsx")):
            found |= dict(_fill_form(form, number, period, elements))
    return found


def _fill_form(form: Path, number: int, period: str, elements: Mapping[str, Element]) -> Iterator[Any]:
    workbook = openpyxl.load_workbook(form)
    unit = form.name.partition("-")[0]
    for name, where in workbook.defined_names.items():
        if element := elements.get(name.partition(".")[0]):
            [(sheet, cell)] = where.destinations
            value = _answer(element, number, len(name) + sum(map(ord, unit)))
            workbook[sheet][cell.replace("$", "")] = value
            yield (period, unit, name), value
    workbook.save(form)


def _answer(element: Element, number: int, salt: int) -> Any:
    """A number that grows over the year, and differs from unit to unit."""
    whole = {"tong_ho": 200, "lao_dong": 400, "tong_khau": 800}
    counts = {"biet_so": 150 + 40 * number, "ho_ngheo": 12 - 2 * number, "vu_lua_dao": 0, **whole}
    answers = {
        ElementKind.COUNT: counts.get(element.code, 1) + (salt % 7 if element.code in counts else 0),
        ElementKind.YES_NO: "có",
        ElementKind.CHOICE: ("chưa làm", "đang làm", "đang làm", "đã xong")[number],
        ElementKind.DATE: date(2026, 3 * number + 3, 5),
        ElementKind.TEXT: "Quyết định số 7/QĐ-UBND ngày 05/3/2026",
        ElementKind.PARAGRAPHS: "Các thôn vào cuộc đều.",
    }
    return 0 if element.code == "vu_lua_dao" else answers[element.kind]


@pytest.fixture(scope="module")
def reports(commune: Path, typed: Typed) -> dict[str, str]:
    """The words of the four reports, each final, each clean by the decree."""
    found: dict[str, str] = {}
    for period in dict.fromkeys(period for period, _, _ in typed):
        done = build.run(commune, period, None, None, True, False, False, None, lambda _: None)
        assert not done.waits, done.text
        file = commune / "output" / period / "bao-cao.docx"
        linted = lint.run([file], False)
        assert not linted.waits and "bao-cao.docx: đúng thể thức" in linted.text, linted.text
        found[period] = plain_text(file)
    return found


def _sum(typed: Typed, code: str, *periods: str) -> int:
    return sum(value for (period, _, name), value in typed.items() if name == code and period in periods)


def _percent(part: int, whole: int) -> str:
    exact = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return f"{exact:f}".replace(".", ",") + "%"


def test_totals_and_rates_are_those_of_the_forms(reports: dict[str, str], typed: Typed) -> None:
    for period, words in reports.items():
        know, work = _sum(typed, "biet_so", period), _sum(typed, "lao_dong", period)
        assert f"Có {know}/{work} người" in words.replace(".", "") and _percent(know, work) in words
        poor, all_ = _sum(typed, "ho_ngheo", period), _sum(typed, "tong_ho", period)
        assert f"Toàn xã còn {poor}/{all_} hộ nghèo" in words and _percent(poor, all_) in words
        assert "Không xảy ra vụ lừa đảo qua mạng nào." in words


def test_what_happens_adds_up_since_the_year_began(reports: dict[str, str], typed: Typed) -> None:
    for number, words in enumerate(reports.values(), 1):
        assert f"Thực hiện {_sum(typed, 'ct4_so', *PERIODS[:number]):02d} lớp" in words


def test_every_target_and_task_is_spoken_of_by_its_plan(reports: dict[str, str]) -> None:
    last = reports[PERIODS[-1]]
    assert "Thực hiện Kế hoạch số 45/KH-UBND ngày 20/01/2026" in last
    for words in ("VƯỢT", "Kiện toàn tổ công nghệ số cộng đồng ở các thôn", "Phòng Văn hóa - Xã hội", "Hoàng Thị Mẫu"):
        assert words.casefold() in last.casefold()
    assert "huyện" not in last
