"""Capitals, numbers and quarters in the text (viết hoa, cách viết số): rules 101 to 104."""

import re
from collections.abc import Callable, Iterator

from kehoach.lint.decree import KINDS
from kehoach.lint.parts import Parts
from kehoach.lint.rule import WARNING, Fault, Rule
from kehoach.vi.names import initial_capital

_AGENCIES = (
    (re.compile(r"\b(Ban chỉ đạo|ban chỉ đạo|ban Chỉ đạo|Ban Chỉ Đạo)\b"), "Ban Chỉ đạo"),
    (re.compile(r"\b([ỦU]y ban Nhân dân|Uỷ ban Nhân dân|ủy ban nhân dân|[ỦU]y Ban Nhân Dân)\b"), "Ủy ban nhân dân"),
    (re.compile(r"\b(Hội đồng Nhân dân|hội đồng nhân dân|Hội Đồng Nhân Dân)\b"), "Hội đồng nhân dân"),
    (
        re.compile(
            r"(?<!ban )(?<!đồng )(?<!án )(?<!sát )(?<!đội )(?<!dụng )(?<!sĩ )(?<!giáo )(?<!an )(?<!tệ )(?<!cứ )"
            r"(?<!dân )\bnhân dân\b(?! tệ)"
        ),
        "Nhân dân",
    ),
    (re.compile(r"(?<=\bcủa )nhà nước\b|(?<=Đảng, )nhà nước\b|(?<=Đảng và )nhà nước\b"), "Nhà nước"),
)
_CITATIONS = (
    (re.compile(r"(?<=[\w,] )(Khoản) \d+"), "khoản"),
    (re.compile(r"(?<=[\w,] )(Điểm) [a-zđ]\b"), "điểm"),
    (re.compile(r"\b(?:khoản|Khoản|điểm|Điểm) [\da-zđ]+(?:,? khoản \d+)? (điều) \d+|(?<=tại )(điều) \d+"), "Điều"),
    (re.compile(r"(?<=[\w,] )(chương|mục|phần) [IVX]+\b"), "Chương, Mục, Phần"),
)
_CITED_SMALL = re.compile(
    rf"(?<=[\w,;(] )({'|'.join(map(str.lower, KINDS))}|công văn|nghị định|thông tư|kết luận) số \d+[\w.-]*/"
)
"""A document's type in small letters before its number and symbol."""
_NUMBERS = (
    (re.compile(r"\b\d+\.\d{1,2} ?%"), "Dùng dấu phẩy thập phân, như 98,5%"),
    (re.compile(r"(?<![\d.])\d+(,\d+)?\s+%"), "Viết liền số và dấu %"),
    (re.compile(r"(?<![\d,.])[1-9]\d{0,2}(,\d{3})+(?![\d%,])"), "Dùng dấu chấm phân cách hàng nghìn, như 1.250"),
)
_QUARTER = re.compile(r"\b[Qq]uý [1-4]\b")


def _found(
    parts: Parts, patterns: tuple[tuple[re.Pattern[str], str], ...], do: Callable[[str], str]
) -> Iterator[Fault]:
    """A fault for each paragraph and pattern; text in capitals is no matter of capitals."""
    for paragraph in parts.texts:
        for pattern, right in patterns:
            if found := pattern.search(paragraph.text):
                yield Fault(paragraph, f"Viết “{found[0]}”.", do(right))


def _agencies(parts: Parts) -> Iterator[Fault]:
    yield from _found(parts, _AGENCIES, lambda right: f"Viết hoa đúng: “{right}”")


def _citations(parts: Parts) -> Iterator[Fault]:
    yield from _found(parts, _CITATIONS, lambda right: f"Viết “{right}”, như “điểm a khoản 2 Điều 5”")
    for paragraph in parts.texts:
        if found := _CITED_SMALL.search(paragraph.text):
            yield Fault(paragraph, f"Viết “{found[0]}…”.", f"Viết hoa tên loại: “{initial_capital(found[1])} số …”")


def _numbers(parts: Parts) -> Iterator[Fault]:
    yield from _found(parts, _NUMBERS, lambda right: right)


def _quarters(parts: Parts) -> Iterator[Fault]:
    for paragraph in parts.texts:
        if found := _QUARTER.search(paragraph.text):
            yield Fault(paragraph, f"Viết “{found[0]}”.", "Ghi quý bằng số La Mã, như quý III")


RULES = (
    Rule(101, WARNING, "NĐ 30/2020, PL II, IV.1, V.1", "Viết hoa tên cơ quan, Nhân dân, Nhà nước", _agencies),
    Rule(
        102,
        WARNING,
        "NĐ 30/2020, PL II, V.6, V.7",
        "Viết hoa Điều, Chương, tên loại văn bản được viện dẫn; viết thường khoản, điểm",
        _citations,
    ),
    Rule(103, WARNING, "", "Dấu phẩy thập phân, dấu chấm hàng nghìn, % viết liền", _numbers),
    Rule(104, WARNING, "", "Quý ghi bằng số La Mã", _quarters),
)
