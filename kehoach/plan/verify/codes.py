"""Codes and names (mã và tên): well formed, and each for one thing only."""

import re
from collections.abc import Iterator

from kehoach.finding import Finding
from kehoach.plan import mistakes as k
from kehoach.plan.columns import Holds, Sheet
from kehoach.plan.expression import FUNCTIONS
from kehoach.plan.names import Names
from kehoach.plan.placeholder import LETTER_WORDS, WORDS
from kehoach.plan.sheets import (
    BASELINES,
    CHECKS,
    ELEMENTS,
    INFO,
    PARTIES,
    PERIODS,
    SECTIONS,
    SENTENCES,
    SHEETS,
    TARGETS,
    TASKS,
    UNITS,
)
from kehoach.plan.table import Row, info_column
from kehoach.vi.dates import read_date
from kehoach.vi.names import code_of, fold

LONGEST_CODE = 40
RESERVED = frozenset((*FUNCTIONS, *WORDS, *LETTER_WORDS, "don_vi", "true", "false"))
"""What means something else in braces, or to Excel."""

_ELEMENT = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+|[a-z]{2,}")
_CELL_LIKE = re.compile(r"[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]*c[0-9]*", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z0-9_]{0,29}")
_WORD_HOW = "Dùng chữ thường không dấu, chữ số, gạch dưới; bắt đầu bằng chữ; tối đa 30 ký tự, ví dụ {example}."
_SHAPES: dict[str, tuple[re.Pattern[str], str]] = {
    PERIODS.key: (re.compile(r"\d{4}-[A-Za-z0-9]{1,8}"), "Ghi năm, gạch nối, kỳ: 2026-Q1."),
    UNITS.key: (
        re.compile(r"[A-Za-z][A-Za-z0-9_]{0,15}"),
        "Dùng chữ không dấu và chữ số, bắt đầu bằng chữ, tối đa 16 ký tự, ví dụ T01.",
    ),
    TARGETS.key: (_WORD, _WORD_HOW.format(example="ct1")),
    TASKS.key: (_WORD, _WORD_HOW.format(example="nv1")),
    PARTIES.key: (_WORD, _WORD_HOW.format(example="tn1")),
    SECTIONS.key: (_WORD, _WORD_HOW.format(example="ket_qua")),
    CHECKS.key: (re.compile(r"KT-\d{2,3}(\.\d{1,2})?"), "Ghi KT-, số, dấu chấm, số thứ tự: KT-58.1."),
    SENTENCES.key: (
        re.compile(r"[a-z][a-z0-9_]{0,29}(\.[a-z][a-z0-9_]{0,9})?"),
        _WORD_HOW.format(example="van_ban") + " Câu của chỉ tiêu, nhiệm vụ: ct1.cau, nv1.cau.",
    ),
}


def check_element_codes(names: Names) -> Iterator[Finding]:
    """KP-12, KP-13, KP-14: codes that become names in forms; Excel destroys those shaped like a cell."""
    for row in names.book.rows(ELEMENTS):
        code, place = row.text("code"), row.place("code")
        if _CELL_LIKE.fullmatch(code):
            yield k.CELL_LIKE.at(place, code, hint=_with_underscore(code))
        elif code.casefold() in RESERVED:
            yield k.BAD_CODE.at(place, code, how="Từ này đã có nghĩa khác trong câu chữ và công thức; đặt mã khác.")
        elif code and not (_ELEMENT.fullmatch(code) and len(code) <= LONGEST_CODE):
            better = code_of(code)
            hint = f" Có phải “{better}” không?" if better != code and _ELEMENT.fullmatch(better) else ""
            yield k.BAD_ELEMENT_CODE.at(place, code, hint=hint)


def check_other_codes(names: Names) -> Iterator[Finding]:
    """KP-14: codes of everything else."""
    for sheet in SHEETS:
        shape, how = _SHAPES.get(sheet.key, (None, ""))
        for row in names.book.rows(sheet) if shape else ():
            if (code := row.text("code")) and shape and not shape.fullmatch(code):
                yield k.BAD_CODE.at(row.place("code"), code, how=how)


def check_duplicates(names: Names) -> Iterator[Finding]:
    """KP-11: a code given twice in a sheet, or to a target and a task.

    A target may be allotted to several units, and what is amended has a row for each time.
    """
    coded = [sheet for sheet in SHEETS if any(column.holds is Holds.CODE for column in sheet.columns)]
    groups: list[tuple[Sheet, ...]] = [(sheet,) for sheet in coded if sheet not in (TARGETS, TASKS)]
    for group in (*groups, (TARGETS, TASKS)):
        seen: dict[str, list[Row]] = {}
        for row in (row for sheet in group for row in names.book.rows(sheet) if row.text("code")):
            above = seen.setdefault(row.text("code").casefold(), [])
            known = next((other for other in above if not _apart(other, row)), None)
            above.append(row)
            if known:
                yield k.TWICE.at(row.place("code"), row.text("code"), first=_spot(known, "code"))


def _apart(one: Row, other: Row) -> bool:
    """Whether two rows of one sheet with one code are of two units, or of two times that do not overlap."""
    if one.sheet is not other.sheet or one.sheet not in (TARGETS, TASKS):
        return False
    if fold(one.text("unit")) != fold(other.text("unit")):
        return True
    return any(_ends_before(*pair) for pair in ((one, other), (other, one)))


def _ends_before(one: Row, other: Row) -> bool:
    ends, begins = read_date(one.text("until")), read_date(other.text("since"))
    return ends is not None and begins is not None and ends < begins


def check_same_rows(names: Names) -> Iterator[Finding]:
    """KP-49: two rows of `Thông tin` or of `Năm trước` about the same."""
    for sheet in (INFO, BASELINES):
        first: dict[str, Row] = {}
        for row in names.book.rows(sheet):
            known = first.setdefault(_subject(row, names), row)
            if known is not row:
                key = sheet.columns[0].key
                yield k.SAME_ROW.at(row.place(key), _shown(row), first=_spot(known, key))


def check_names(names: Names) -> Iterator[Finding]:
    """KP-43, KP-44: a name or alias that means two units, or two parties."""
    for sheet in (UNITS, PARTIES):
        first: dict[str, tuple[Row, str]] = {}
        for row in names.book.rows(sheet):
            for key, name in _called(row):
                known, text = first.setdefault(fold(name), (row, name))
                if known is not row:
                    mistake = k.SAME_NAME if name.casefold() == text.casefold() else k.NEAR_NAME
                    yield mistake.at(row.place(key), name, other=f"“{known.text('name')}” ({_spot(known, 'name')})")


def _called(row: Row) -> tuple[tuple[str, str], ...]:
    """(column key, name) of a row's name and aliases."""
    aliases = (("aliases", alias) for alias in row.parts("aliases"))
    return (("name", row.text("name")), *aliases) if row.text("name") else tuple(aliases)


def _subject(row: Row, names: Names) -> str:
    if row.sheet is INFO:
        column = info_column(row.text("key"))
        return column.key if column else fold(row.text("key"))
    unit, element = row.text("unit"), row.text("element")
    return f"{names.unit(unit) or fold(unit)}|{names.element(element) or fold(element)}"


def _shown(row: Row) -> str:
    return row.text("key") if row.sheet is INFO else f"{row.text('unit')}, {row.text('element')}"


def _spot(row: Row, key: str) -> str:
    place = row.place(key)
    return f"{place.sheet}!{place.cell}"


def _with_underscore(code: str) -> str:
    letters = code.rstrip("0123456789").lower()
    return f"{letters}_{code[len(letters) :] or 'so'}"
