"""Numbered structure of the body (phần, mục, khoản, điểm): rules 69 to 75."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.lint.compare import points
from kehoach.lint.decree import DECIMAL, DIEM, KHOAN, MUC, PHAN, POINT_LETTERS, ROMAN
from kehoach.lint.paragraph import Paragraph, Run
from kehoach.lint.parts import TITLE_LENGTH, Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.vi.numbers import print_roman
from kehoach.word.standard import LOOKS, Component

_ENDS = (".", ";", ":", ",")


def _first_run(paragraph: Paragraph) -> Run | None:
    return next(iter(paragraph.visible), None)


def _phan(parts: Parts) -> Iterator[Fault]:
    worded = [p for p in parts.flow if not p.is_empty]
    for paragraph, following in pairwise(worded):
        found = PHAN.match(paragraph.text)
        if not found or len(paragraph.text) > TITLE_LENGTH or found["word"][0].islower():
            continue
        word, is_roman = found["word"].capitalize(), bool(re.fullmatch(ROMAN, found["number"]))
        shown = f"{word} {found['number']}"
        if paragraph.text != shown or not is_roman or paragraph.align != "center" or not paragraph.is_bold:
            do = f"Ghi riêng dòng “{word} I”, chữ thường, số La Mã, đậm, đặt giữa"
            yield Fault(paragraph, f"Dòng “{found['word']}” viết chưa đúng.", do)
        elif following.text.upper() != following.text or following.align != "center" or not following.is_bold:
            yield Fault(
                following, f"Tiêu đề của {shown} viết chưa đúng.", "Ghi tiêu đề dòng dưới, in hoa, đậm, đặt giữa"
            )


def _muc(parts: Parts) -> Iterator[Fault]:
    low, high = LOOKS[Component.HEADING_1].allowed
    for paragraph in parts.flow:
        found = MUC.match(paragraph.text)
        if not found or len(paragraph.text) > 2 * TITLE_LENGTH:
            continue
        wrong = [] if found["mark"] == "." else [f"sau số là “{found['mark'].strip()}”"]
        wrong += [] if found["title"].upper() == found["title"] else ["tiêu đề chữ thường"]
        wrong += [] if paragraph.is_bold else ["không đậm"]
        wrong += [] if low <= paragraph.size <= high else [f"cỡ {points(paragraph.size)}"]
        if wrong:
            say = f"Mục {found['number']} đang {', '.join(wrong)}."
            yield Fault(paragraph, say, "Ghi số La Mã, dấu chấm, tiêu đề in hoa, đậm, cỡ 13 đến 14")


def _khoan(parts: Parts) -> Iterator[Fault]:
    for paragraph in parts.flow:
        found = KHOAN.match(paragraph.text)
        if not found or DECIMAL.match(paragraph.text):
            continue
        first = _first_run(paragraph)
        is_title = len(paragraph.text) <= TITLE_LENGTH and not paragraph.text.endswith(_ENDS)
        if found["mark"] != ".":
            yield Fault(paragraph, f"Sau số khoản là dấu “{found['mark']}”.", "Ghi số Ả Rập và dấu chấm, như “1.”")
        elif is_title and not paragraph.is_bold:
            yield Fault(paragraph, "Tiêu đề khoản không đậm.", "Tiêu đề khoản ghi riêng dòng, chữ thường, đậm")
        elif not is_title and not paragraph.is_bold and first and first.is_bold and not paragraph.label:
            yield Fault(paragraph, "Số hoặc phần đầu của khoản in đậm.", "Khoản không có tiêu đề: số và chữ không đậm")


def _diem(parts: Parts) -> Iterator[Fault]:
    for paragraph in parts.flow:
        found = DIEM.match(paragraph.text)
        if not found or MUC.match(paragraph.text) or PHAN.match(paragraph.text):
            continue
        first = _first_run(paragraph)
        if found["open"] or found["mark"] != ")" or found["letter"].isupper():
            written = f"{found['open']}{found['letter']}{found['mark']}"
            yield Fault(paragraph, f"Điểm ghi là “{written}”.", f"Ghi “{found['letter'].lower()})”")
        elif first and (first.is_bold or first.is_italic):
            yield Fault(paragraph, "Điểm in đậm hoặc nghiêng.", "Điểm dùng chữ đứng, không đậm")


def _letters(parts: Parts) -> Iterator[Fault]:
    before = ""
    for paragraph in parts.flow:
        found = DIEM.match(paragraph.text)
        if MUC.match(paragraph.text) or KHOAN.match(paragraph.text) or PHAN.match(paragraph.text):
            before = ""
        elif found and found["mark"] == ")" and not found["open"]:
            letter = found["letter"].lower()
            wanted = POINT_LETTERS[(POINT_LETTERS.find(before) + 1) % len(POINT_LETTERS)] if before else "a"
            if letter not in (wanted, "a"):
                yield Fault(paragraph, f"Sau “{before or 'đầu khoản'}” là điểm “{letter}”.", f"Ghi điểm “{wanted})”")
            before = letter


def _counted(parts: Parts) -> Iterator[Fault]:
    muc = khoan = 0
    for paragraph in parts.flow:
        text = paragraph.text
        if PHAN.match(text) and len(text) <= TITLE_LENGTH:
            muc = khoan = 0
        elif (found := MUC.match(text)) and found["title"].upper() == found["title"]:
            muc, khoan = muc + 1, 0
            if found["number"] != print_roman(muc):
                yield Fault(paragraph, f"Mục đánh số {found['number']}.", f"Mục này là {print_roman(muc)}")
                muc = next((n for n in range(1, 40) if print_roman(n) == found["number"]), muc)
        elif (found := KHOAN.match(text)) and not DECIMAL.match(text):
            khoan += 1
            if int(found["number"]) != khoan:
                yield Fault(paragraph, f"Khoản đánh số {found['number']}.", f"Khoản này là {khoan}")
                khoan = int(found["number"])


def _decimal(parts: Parts) -> Iterator[Fault]:
    for paragraph in parts.flow:
        if DECIMAL.match(paragraph.text):
            number = paragraph.text.split()[0]
            yield Fault(paragraph, f"Đánh số kiểu thập phân “{number}”.", "Dùng mục I., khoản 1., điểm a)")


RULES = (
    Rule(69, ERROR, "NĐ 30/2020, PL I, II.6.đ", "Phần, chương ghi riêng dòng, số La Mã, đậm, giữa", _phan),
    Rule(70, ERROR, "NĐ 30/2020, PL I, V.6.b", "Mục: số La Mã, tiêu đề in hoa, đậm", _muc),
    Rule(71, WARNING, "NĐ 30/2020, PL I, II.6.đ", "Khoản: số Ả Rập; tiêu đề đậm", _khoan),
    Rule(72, ERROR, "NĐ 30/2020, PL I, II.6.đ", "Điểm: chữ thường và dấu ngoặc, không đậm", _diem),
    Rule(73, ERROR, "NĐ 30/2020, PL I, II.6.đ", "Điểm theo bảng chữ cái tiếng Việt", _letters),
    Rule(74, WARNING, "NĐ 30/2020, PL I, II.6.c", "Mục, khoản đánh số liên tục", _counted),
    Rule(75, WARNING, "NĐ 30/2020, PL I, II.6.đ", "Không đánh số kiểu 1.1", _decimal),
)
