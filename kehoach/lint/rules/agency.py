"""Issuing agency and its superior (tên cơ quan, ô 2): rules 30 to 37."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import as_decreed
from kehoach.lint.decree import ABOLISHED_IN_HEAD, BOARD, COUNCIL, REFORM_LAW
from kehoach.lint.drawn import head_strokes, mismeasured, missing
from kehoach.lint.head import Form
from kehoach.lint.paragraph import Line
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.vi.names import fold
from kehoach.word.standard import ISSUER_RULE, Component

_ABBREVIATION = re.compile(r"^(UBND|HĐND|UBMTTQ|BCĐ|BCH|VHXH|MTTQ|THCS|THPT)$")
_VOWEL = re.compile("[aeiouy]")
_WORD = re.compile(r"[^\W\d_]+")
_SLACK = (-1 / 12, 0.05)
"""The State's own form draws it at 26 % of the name."""


def _issuer(parts: Parts) -> Iterator[Fault]:
    if parts.head.nation is None:
        return
    if not parts.head.issuer:
        yield Fault(parts.head.nation, "Không tìm thấy tên cơ quan ban hành.", "Ghi tên cơ quan ở cột trái, dòng đầu")
    yield from as_decreed("Tên cơ quan ban hành", Component.ISSUER, parts.head.issuer, _in_columns(parts))


def _superior(parts: Parts) -> Iterator[Fault]:
    yield from as_decreed("Tên cơ quan chủ quản", Component.SUPERIOR, parts.head.superior, _in_columns(parts))


def _in_columns(parts: Parts) -> bool:
    return parts.head.form in (Form.TABLE, Form.BOXES)


def _line(parts: Parts) -> Iterator[Fault]:
    issuer = parts.head.issuer
    if issuer:
        yield from missing("tên cơ quan ban hành", issuer[-1], head_strokes(parts.head)[0], issuer[-1:])


def _line_length(parts: Parts) -> Iterator[Fault]:
    if parts.head.issuer:
        strokes = head_strokes(parts.head)[0]
        yield from mismeasured("tên cơ quan ban hành", parts.head.issuer, strokes, ISSUER_RULE, _SLACK)


def _in_full(parts: Parts) -> Iterator[Fault]:
    for line in parts.head.issuer:
        short = [word for word in _WORD.findall(line.text) if _is_short(word)]
        if short:
            say = f"Tên cơ quan ban hành viết tắt: {', '.join(short)}."
            yield Fault(line, say, "Viết đầy đủ; chỉ tên cơ quan chủ quản được viết tắt")


def _is_short(word: str) -> bool:
    return bool(_ABBREVIATION.match(word)) or (len(word) > 3 and word.isupper() and not _VOWEL.search(fold(word)))


def _council_alone(parts: Parts) -> Iterator[Fault]:
    if COUNCIL.match(parts.head.issuer_name) and parts.head.superior:
        say = "Trên tên Ủy ban nhân dân có ghi cơ quan chủ quản."
        yield Fault(parts.head.superior[0], say, "Ủy ban nhân dân không ghi cơ quan chủ quản")


def _board_has_superior(parts: Parts) -> Iterator[Fault]:
    if parts.head.issuer_name.startswith(BOARD) and not parts.head.superior:
        say = "Trên tên Ban Chỉ đạo chưa ghi cơ quan chủ quản."
        yield Fault(parts.head.issuer[0], say, "Ghi cơ quan thành lập Ban Chỉ đạo, ví dụ UBND XÃ …")


def _no_abolished(parts: Parts) -> Iterator[Fault]:
    if not parts.is_after_reform:
        return
    place = parts.head.date
    lines: list[tuple[Line, str]] = [(line, line.text) for line in (*parts.head.superior, *parts.head.issuer)]
    if place:
        lines.append((place, place.text.partition(",")[0]))
    for line, text in lines:
        if found := ABOLISHED_IN_HEAD.search(text):
            say = f"Đầu văn bản ghi “{found[0]}” sau ngày 01/7/2025."
            yield Fault(line, say, "Bỏ cấp huyện; ghi tên xã, phường, đặc khu hiện nay")


RULES = (
    Rule(30, ERROR, "NĐ 30/2020, PL I, II.2.b", "Tên cơ quan ban hành in hoa, đậm, cỡ 12-13", _issuer),
    Rule(31, ERROR, "NĐ 30/2020, PL I, II.2.b", "Tên cơ quan chủ quản in hoa, không đậm", _superior),
    Rule(32, ERROR, "NĐ 30/2020, PL I, II.2.b", "Có đường kẻ dưới tên cơ quan ban hành", _line),
    Rule(33, WARNING, "NĐ 30/2020, PL I, II.2.b", "Đường kẻ bằng 1/3 đến 1/2 dòng chữ", _line_length),
    Rule(34, WARNING, "NĐ 30/2020, PL I, II.2.a", "Tên cơ quan ban hành viết đầy đủ", _in_full),
    Rule(35, WARNING, "NĐ 30/2020, PL I, II.2.a", "Ủy ban nhân dân không có cơ quan chủ quản", _council_alone),
    Rule(36, WARNING, "NĐ 30/2020, PL I, II.2.a", "Ban Chỉ đạo có cơ quan chủ quản", _board_has_superior),
    Rule(37, ERROR, REFORM_LAW, "Không còn cấp huyện ở đầu văn bản", _no_abolished),
)
