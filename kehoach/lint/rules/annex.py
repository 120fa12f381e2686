"""Annexes (phụ lục): rules 94 to 99."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import as_decreed
from kehoach.lint.decree import ANNEX
from kehoach.lint.paragraph import lines_of
from kehoach.lint.parts import Annex, Parts
from kehoach.lint.rule import ERROR, NOTE, Fault, Rule
from kehoach.vi.numbers import print_roman
from kehoach.word.standard import Component

_FORM = re.compile(r"^Phụ lục( [IVXL]+)?$")
_REFERENCE = re.compile(r"^\(Kèm theo .*\bsố\b.*\bngày\b.*\)$", re.I)
_OF = re.compile(r"\bcủa\b")
_BLANK = re.compile(r"số\s*(/|[.…_]{2,})|ngày\s+(tháng|[.…_]{2,})")
_POINTS_TO_ONE = re.compile(r"\bphụ lục\b", re.I)
_POINTED_AT = re.compile(r"\bphụ lục( số)?((,| và|;)? *[IVXL\d]+\b)+", re.I)


def _number(annex: Annex) -> str:
    found = ANNEX.match(annex.start.text) or ANNEX.match(next(iter(lines_of(annex.start))).text)
    return (found["number"] or "") if found else ""


def _begins_page(parts: Parts, annex: Annex) -> bool:
    start = annex.start
    if start.look.get("page_break") or start.breaks_page:
        return True
    before = parts.document.paragraphs[start.number - 2]
    sections = parts.document.sections
    return before.breaks_page or (before.section != start.section and sections[start.section].begins != "continuous")


def _start(parts: Parts) -> Iterator[Fault]:
    for annex in parts.annexes:
        first = lines_of(annex.start)[:1]
        if not all(_FORM.match(line.text) for line in first) or len(lines_of(annex.start)) > 1:
            yield Fault(first[0], "Dòng “Phụ lục” viết chưa đúng.", "Ghi riêng một dòng “Phụ lục” hoặc “Phụ lục I”")
        yield from as_decreed("Dòng “Phụ lục”", Component.ANNEX_NUMBER, first, any_case=True)
        if not _begins_page(parts, annex):
            yield Fault(annex.start, "Phụ lục không bắt đầu ở trang mới.", "Sang trang mới trước phụ lục")


def _numbered(parts: Parts) -> Iterator[Fault]:
    numbers = [_number(annex) for annex in parts.annexes]
    if len(numbers) == 1 and numbers[0]:
        yield Fault(parts.annexes[0].start, "Chỉ có một phụ lục mà vẫn đánh số.", "Ghi “Phụ lục”, không đánh số")
    for position, (annex, number) in enumerate(zip(parts.annexes, numbers, strict=True), 1):
        if len(numbers) > 1 and number != print_roman(position):
            yield Fault(
                annex.start, f"Phụ lục thứ {position} ghi số “{number}”.", f"Ghi “Phụ lục {print_roman(position)}”"
            )


def _title(parts: Parts) -> Iterator[Fault]:
    for annex in parts.annexes:
        yield from as_decreed("Tên phụ lục", Component.ANNEX_TITLE, annex.title)


def _reference(parts: Parts) -> Iterator[Fault]:
    do = "Ghi “(Kèm theo Báo cáo số … ngày … của …)”"
    for annex in parts.annexes:
        if not annex.reference:
            yield Fault(annex.start, "Dưới tên phụ lục không có dòng “(Kèm theo …)”.", do)
            continue
        text = " ".join(line.text for line in annex.reference)
        if not _REFERENCE.match(text) or not _OF.search(text):
            yield Fault(annex.reference[0], "Dòng “(Kèm theo …)” thiếu số, ngày hoặc cơ quan.", do)
        elif _BLANK.search(text):
            yield Fault(annex.reference[0], "Dòng “(Kèm theo …)” còn chỗ trống.", "Bản giấy: ghi đủ số và ngày", NOTE)
        yield from as_decreed("Dòng “(Kèm theo …)”", Component.ANNEX_REFERENCE, annex.reference)


def _restarts(parts: Parts) -> Iterator[Fault]:
    sections = parts.document.sections
    for annex in parts.annexes:
        before = parts.document.paragraphs[annex.start.number - 2]
        section = sections[annex.start.section]
        if before.section == annex.start.section or section.starts_at != 1:
            do = "Tạo phần riêng (Section) cho phụ lục, đánh số trang từ 1"
            yield Fault(annex.start, "Số trang của phụ lục không đánh lại từ 1.", do)


def _pointed_at(parts: Parts) -> Iterator[Fault]:
    body = " ".join(p.text for p in parts.texts if not parts.annexes or p.number < parts.annexes[0].start.number)
    named = {n for found in _POINTED_AT.finditer(body) for n in re.findall(r"[IVXL]+\b|\d+", found[0])}
    speaks_of_all = re.search(r"\b(các|những|\d+) phụ lục\b|phụ lục (chi tiết )?(gửi )?kèm", body, re.I)
    for annex in parts.annexes:
        number = _number(annex)
        is_named = number in named if number else bool(_POINTS_TO_ONE.search(body))
        if not is_named and not speaks_of_all:
            yield Fault(annex.start, "Nội dung văn bản không nhắc đến phụ lục này.", "Chỉ dẫn phụ lục trong nội dung")


RULES = (
    Rule(94, ERROR, "NĐ 30/2020, PL I, III.1.b", "“Phụ lục” cỡ 14, đậm, giữa, trang mới", _start),
    Rule(95, ERROR, "NĐ 30/2020, PL I, III.1.a", "Từ hai phụ lục đánh số La Mã", _numbered),
    Rule(96, ERROR, "NĐ 30/2020, PL I, III.1.b", "Tên phụ lục in hoa, đậm, cỡ 13-14, giữa", _title),
    Rule(97, ERROR, "NĐ 30/2020, PL I, III.1.c", "Có dòng (Kèm theo …), nghiêng, giữa", _reference),
    Rule(98, ERROR, "NĐ 30/2020, PL I, III.1.đ", "Mỗi phụ lục đánh số trang riêng", _restarts),
    Rule(99, ERROR, "NĐ 30/2020, PL I, III.1.a", "Nội dung có chỉ dẫn phụ lục", _pointed_at),
)
