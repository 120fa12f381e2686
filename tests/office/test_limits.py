"""What Excel refuses is refused by us first; what it takes reaches the file as it was said."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from kehoach.office import limits
from kehoach.office.limits import Words
from kehoach.office.read import read_workbook
from kehoach.office.text import clean

WORDS = Words("Số hộ", "Nhập số hộ đang ở tại thôn.", "Chưa đúng", "Số hộ là số nguyên, không âm.")
SMILE = "😀"


def saved(workbook: Workbook) -> Workbook:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return load_workbook(io.BytesIO(buffer.getvalue()))


@pytest.mark.parametrize(
    ("rule", "kind", "operator", "formula"),
    [
        (limits.longest(WORDS, 90), "textLength", "lessThanOrEqual", "90"),
        (limits.choice(WORDS, ["Có", "Chưa có"]), "list", None, '"Có,Chưa có"'),
        (limits.choice_from(WORDS, "='Danh mục'!$A$2:$A$9"), "list", None, "'Danh mục'!$A$2:$A$9"),
        (limits.custom(WORDS, '=OR(ISNUMBER(C7),C7="x")'), "custom", None, 'OR(ISNUMBER(C7),C7="x")'),
    ],
)  # fmt: skip
def test_rules_reach_the_file(rule: DataValidation, kind: str, operator: str | None, formula: str) -> None:
    workbook = Workbook()
    workbook.worksheets[0].add_data_validation(rule)
    rule.add("C7")
    (read,) = saved(workbook).worksheets[0].data_validations.dataValidation
    assert (read.type, read.operator, read.formula1, read.formula2) == (kind, operator, formula, None)
    assert (read.promptTitle, read.prompt, read.errorTitle, read.error) == (
        WORDS.prompt_title, WORDS.prompt, WORDS.error_title, WORDS.error,
    )  # fmt: skip
    assert (read.showInputMessage, read.showErrorMessage, read.allow_blank) == (True, True, True)
    assert read.errorStyle in (None, "stop")


def test_a_warning_lets_the_entry_stand() -> None:
    assert limits.choice_from(WORDS, "$A$2:$A$9", warn_only=True).errorStyle == "warning"


@pytest.mark.parametrize(
    "make",
    [
        lambda n: limits.longest(Words(prompt_title="a" * (32 + n)), 90),
        lambda n: limits.longest(Words(prompt="a" * (255 + n)), 90),
        lambda n: limits.longest(Words(error_title="a" * (32 + n)), 90),
        lambda n: limits.longest(Words(error="a" * (225 + n)), 90),
        lambda n: limits.longest(Words(prompt=SMILE * 127 + "a" * (1 + n)), 90),
        lambda n: limits.choice(WORDS, ["a" * 127, "b" * (127 + n)]),
        lambda n: limits.custom(WORDS, "A1>" + "1" * (252 + n)),
        lambda n: limits.sheet_name("a" * (31 + n)),
        lambda n: limits.note("a" * (32_767 + n)),
    ],
)
def test_limits_to_the_character(make: Callable[[int], object]) -> None:
    assert make(0)
    with pytest.raises(ValueError, match="Excel refuses"):
        make(1)


@pytest.mark.parametrize("options", [[], [""], ["a,b"], ['"a"'], [" a"]])
def test_options_that_excel_would_split(options: list[str]) -> None:
    with pytest.raises(ValueError, match="cannot keep"):
        limits.choice(WORDS, options)


@pytest.mark.parametrize("name", ["", " ", "a/b", "a:b", "[a]", "a*", "a?", "a\\b", "'a", "a'", "History", "a\x01"])
def test_sheet_names_that_excel_refuses(name: str) -> None:
    with pytest.raises(ValueError, match="Excel refuses"):
        limits.sheet_name(name)


@pytest.mark.parametrize("name", ["nv1", "CT1", "xfd9", "q1", "r", "C", "R1C1", "rc", "1a", "a b", "a-b", ".a", ""])
def test_names_that_excel_takes_for_cells(name: str) -> None:
    with pytest.raises(ValueError, match="Excel refuses"):
        limits.add_name(Workbook(), name, "Sheet", 1, 1)


def test_a_name_points_at_its_cell_and_is_given_once() -> None:
    workbook = Workbook()
    workbook.create_sheet("Trang 'Số liệu'")
    for name in ("tong_ho", "ho_cn.T01"):
        limits.add_name(workbook, name, "Trang 'Số liệu'", 7, 28)
    with pytest.raises(ValueError, match="twice"):
        limits.add_name(workbook, "TONG_HO", "Sheet", 1, 1)
    names = saved(workbook).defined_names
    assert {n: d.attr_text for n, d in names.items()} == dict.fromkeys(
        ("tong_ho", "ho_cn.T01"), "'Trang ''Số liệu'''!$AB$7"
    )


@given(st.text(max_size=200))
def test_text_is_written_as_text_whatever_it_looks_like(text: str) -> None:
    cell = Workbook().worksheets[0].cell(1, 1)
    limits.write_text(cell, text)
    assert cell.value is None or cell.data_type == "s"
    assert cell.quotePrefix == (clean(text)[:1] in ("=", "+", "-", "@") if clean(text) else False)


def test_texts_come_back_as_they_were_meant(tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = ["=1+1", "+84 912", "-", "@x", "#N/A", "12", "_x0041_", "a\nb", "thôn\x00\ud800 Đồng\r\nCả", "", "😀"]
    workbook = Workbook()
    for row, text in enumerate(texts, 1):
        limits.write_text(workbook.worksheets[0].cell(row, 1), text)
    path = tmp_path_factory.mktemp("chữ") / "a.xlsx"
    workbook.save(path)
    cells = read_workbook(path).sheets[0].cells
    read = [cells[row, 1].value if (row, 1) in cells else "" for row in range(1, len(texts) + 1)]
    assert read == [clean(text) for text in texts]
    assert all(cell.formula is None for cell in cells.values())
