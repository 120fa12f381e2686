"""The catalogue of codes: whole, in order, without a rival, and in the docs as it stands."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from kehoach.commands.explain import run
from kehoach.commands.explain_code import MISTAKES, SLIPS, readable
from kehoach.errors import UseError
from kehoach.finding_codes import FINDING_CODES, finding_code
from kehoach.plan.read import read_plan

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "ma-kiem-tra.md"
OWN = re.compile(r"KT-\d+(?:\.\d+)?")
BY_CODE = {c.code: c for c in FINDING_CODES}


@cache
def emitted() -> dict[str, set[str]]:
    """Every code that stands by itself in a string of the package, with the files it stands in."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "kehoach").rglob("*.py")):
        if path.name == "finding_codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and OWN.fullmatch(node.value):
                found.setdefault(node.value.partition(".")[0], set()).add(path.name)
    return found


def test_all_faults_stand_in_order_and_none_twice() -> None:
    codes = [c.code for c in FINDING_CODES]
    assert codes[:73] == [f"KT-{n:02d}" for n in range(1, 74)]
    further = [int(c.removeprefix("KT-")) for c in codes[73:]]
    assert further == sorted(set(further)) and further[0] == 101


def test_each_says_all_in_sentences() -> None:
    for each in FINDING_CODES:
        assert each.title and each.title[0].isupper() and each.example, each.code
        assert each.means.endswith(".") and each.do.endswith("."), each.code


def test_rooms_emit_only_codes_that_stand_here() -> None:
    assert set(emitted()) <= set(BY_CODE)


def test_codes_that_nothing_emits_say_how_they_are_met() -> None:
    of_plans = {c.finding_code for c in read_plan(ROOT / "input_templates" / "ke-hoach.xlsx").checks}
    silent = {c.code for c in FINDING_CODES if not c.severities}
    assert not silent & (set(emitted()) | of_plans)
    assert set(BY_CODE) - silent == set(emitted()) | of_plans


def test_mistakes_of_a_plan_are_numbered_without_a_gap() -> None:
    assert [m.code for m in MISTAKES] == [f"KP-{n:02d}" for n in range(1, len(MISTAKES) + 1)]
    assert [m.code for m in SLIPS] == [f"KP-{n}" for n in range(101, 101 + len(SLIPS))]


def test_the_docs_hold_the_same_table(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--expect"):
        TABLE.write_text(table(), encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == table()


def table() -> str:
    lines = [
        "# Mã kiểm tra",
        "",
        "Mọi mã mà chương trình nói ra. Xem một mã ngay trên máy: `kehoach explain KT-58`. Mã không bao giờ dùng lại.",
        "",
        "*ghi nhận*: chỉ liệt kê · *cần xem*: vẫn dùng, nên xem lại · *cần xác nhận*: chưa dùng cho đến khi trả lời · "
        "*cần sửa*: không dùng · *trả lại*: cả tệp không dùng. Việc mà trả lời thế nào cũng không đổi chữ, số nào "
        "trong báo cáo thì chỉ còn là *cần xem*.",
        "",
        "## Số liệu",
        "",
        "| Mã | Mức | Lỗi | Nghĩa là | Phải làm | Ví dụ |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [row(c.code, ", ".join(c.severities) or "–", c.title, c.means, c.do, c.example) for c in FINDING_CODES]
    lines += ["", "## Tệp kế hoạch", "", "| Mã | Mức | Lỗi | Phải làm |", "| --- | --- | --- | --- |"]
    lines += [row(m.code, m.severity, readable(m.say), readable(m.do)) for m in (*MISTAKES, *SLIPS)]
    return "\n".join(lines) + "\n"


def row(*cells: str) -> str:
    return "| " + " | ".join(c.replace("|", "\\|").replace("*", "\\*") for c in cells) + " |"


@pytest.mark.parametrize("typed", ["KT-58", "kt-58", "KT 58", "KT58", "KT-58.2"])
def test_explain_shows_a_code_with_an_example(typed: str) -> None:
    text = run(Path("khong-co"), None, typed).text
    known = finding_code("KT-58")
    assert known and text.startswith("KT-58 · Phần lớn hơn tổng (cần sửa")
    assert known.means in text and f"Ví dụ: {known.example}" in text


@pytest.mark.parametrize(("code", "said"), [("KP-21", "Lỗi trong tệp kế hoạch"), ("ND30-38", "Thể thức văn bản")])
def test_explain_knows_the_codes_of_plans_and_documents(code: str, said: str) -> None:
    text = run(Path("khong-co"), None, code).text
    assert text.startswith(code) and said in text


def test_explain_refuses_a_code_that_does_not_exist() -> None:
    with pytest.raises(UseError, match="KT-99"):
        run(Path("khong-co"), None, "KT-99")
