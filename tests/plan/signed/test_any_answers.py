"""Whatever is answered to an imported plan that nobody has seen, its reports are never taken for wrong."""

from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from kehoach.commands import build, init, templates
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.period import Period
from kehoach.plan.read import read_plan
from tests.plan.signed.documents import NAMES, plan_file
from tests.plan.signed.filling import fill

SILENCE = 0.12
TYPED: dict[ElementKind, tuple[object, ...]] = {
    ElementKind.COUNT: (0, 1, 7, 40, 1119),
    ElementKind.AMOUNT: (0, 1.5, 1234.567),
    ElementKind.YES_NO: ("có", "không"),
    ElementKind.TEXT: ("12/QĐ-UBND", "= 5%", "1.234 “ab” 5%"),
    ElementKind.PARAGRAPHS: ("Làm được 15 việc, đạt 86,5%.",),
}
WHOLES = (40, 120, 1119)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_no_answer_makes_a_report_doubt_itself(name: str, seed: int, tmp_path: Path) -> None:
    root, chance = tmp_path / "xa", Random(f"{name} {seed}")
    init.run(root, signed=plan_file(name, tmp_path))
    fill(root / "input_templates" / "ke-hoach.xlsx")
    plan = read_plan(root / "input_templates" / "ke-hoach.xlsx")
    for period in (plan.periods[0], plan.periods[-1]):
        templates.run(root, period.code)
        for form in sorted((root / "input_templates" / period.code).glob("*.xlsx")):
            _answer(form, plan.elements, period, chance)
        build.run(root, period.code, None, None, False, True, False, None, lambda _: None)
        assert (root / "output" / period.code / "bao-cao.docx").is_file()
        assert (root / "output" / period.code / "bao-cao.truy-vet.docx").is_file()


def _answer(form: Path, elements: dict[str, Element], period: Period, chance: Random) -> None:
    """Anything in each cell, and here and there nothing."""
    workbook = openpyxl.load_workbook(form)
    for name, where in workbook.defined_names.items():
        element = elements.get(name.partition(".")[0])
        if element and chance.random() >= SILENCE:
            sheet, _, cell = where.attr_text.replace("$", "").rpartition("!")
            workbook[sheet.strip("'")][cell] = chance.choice(_choices(element, period))
    workbook.save(form)


def _choices(element: Element, period: Period) -> tuple[object, ...]:
    if element.kind is ElementKind.DATE:
        return (date(period.cutoff.year, period.cutoff.month, 1),)
    is_whole = element.code in ("tong_ho", "tong_khau") or element.code.endswith("_mau")
    return element.choices or (WHOLES if is_whole else TYPED[element.kind])
