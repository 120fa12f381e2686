"""Number and symbol (số, ký hiệu, ô 3): rules 38 to 43."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import as_decreed
from kehoach.lint.decree import BOARD, KINDS, NUMBER
from kehoach.lint.head import Form
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, NOTE, WARNING, Fault, Rule
from kehoach.word.standard import Component

_SPLIT = re.compile(r"^Số\s*:?(?P<number>[^/]*)/(?P<symbol>.*)$", re.I)
_FORM = re.compile(r"^Số:( +\d{1,4}|\s{4,}|[\s.…_]{4,})$")
_MIXED = {kind for kind in KINDS.values() if not kind.isupper()}
_SPACED = re.compile(r"\d\s+/|/\s|\s-|-\s|[–—]")


def _split(parts: Parts) -> tuple[str, str] | None:
    """Number and symbol as typed."""
    found = _SPLIT.match(parts.head.number.typed) if parts.head.number else None
    return (found["number"].strip(" ._…"), found["symbol"].strip()) if found else None


def _groups(parts: Parts) -> list[str]:
    """The symbol's groups: ["BC", "BCĐ"]."""
    split = _split(parts)
    return [group.strip() for group in re.split("[-–—]", split[1])] if split else []


def _form(parts: Parts) -> Iterator[Fault]:
    line = parts.head.number
    do = "Ghi theo mẫu Số: 05/BC-BCĐ"
    if line is None:
        if parts.head.nation:
            yield Fault(parts.head.nation, "Không tìm thấy số, ký hiệu dưới tên cơ quan.", do)
        return
    before, slash, _ = line.typed.partition("/")
    groups = _groups(parts)
    lawful = len(groups) > 1 and all((g.isalnum() and g.isupper()) or g in _MIXED for g in groups)
    if not slash or not _FORM.match(before.rstrip() if before.rstrip()[-1:].isdigit() else before) or not lawful:
        yield Fault(line, "Số, ký hiệu viết chưa đúng mẫu.", do)
    elif not any(c.isdigit() for c in before):
        yield Fault(line, "Số văn bản còn để trống.", "Văn thư ghi số khi phát hành", NOTE)


def _padded(parts: Parts) -> Iterator[Fault]:
    split = _split(parts)
    number = split[0] if split else ""
    if number.isdecimal() and number != f"{int(number):02d}":
        yield Fault(parts.head.number, f"Số văn bản ghi là {number}.", f"Ghi {int(number):02d}")


def _unspaced(parts: Parts) -> Iterator[Fault]:
    line = parts.head.number
    if line and _SPACED.search(NUMBER.sub("", line.typed)):
        yield Fault(line, "Số, ký hiệu có dấu cách hoặc dấu gạch dài.", "Viết liền, dùng “/” và “-” không cách")


def _kind(parts: Parts) -> Iterator[Fault]:
    groups, kind = _groups(parts), parts.kind
    wanted = next((short for name, short in KINDS.items() if kind and kind.text.upper().startswith(name)), None)
    if parts.head.is_letter and groups and groups[0] == "CV":
        say = "Ký hiệu của công văn mở đầu bằng “CV”."
        yield Fault(parts.head.number, say, "Công văn không có tên loại: mở đầu bằng chữ viết tắt tên cơ quan")
    if wanted and groups and groups[0] != wanted:
        yield Fault(parts.head.number, f"Ký hiệu mở đầu bằng “{groups[0]}”.", f"Dùng chữ viết tắt tên loại “{wanted}”")


def _look(parts: Parts) -> Iterator[Fault]:
    if parts.head.number:
        has_columns = parts.head.form in (Form.TABLE, Form.BOXES)
        yield from as_decreed("Số, ký hiệu", Component.NUMBER, [parts.head.number], has_columns, any_case=True)


def _board(parts: Parts) -> Iterator[Fault]:
    groups = _groups(parts)
    if (
        parts.head.issuer_name.startswith(BOARD)
        and len(groups) > 1
        and not any(g.startswith("BCĐ") for g in (groups if parts.head.is_letter else groups[1:]))
    ):
        say = f"Văn bản của Ban Chỉ đạo mang ký hiệu “{groups[-1]}”."
        yield Fault(parts.head.number, say, "Ban Chỉ đạo lấy số riêng, ký hiệu có BCĐ")


RULES = (
    Rule(38, ERROR, "NĐ 30/2020, PL I, II.3.c", "Số, ký hiệu đúng mẫu", _form),
    Rule(39, ERROR, "NĐ 30/2020, PL I, II.3.c", "Số dưới 10 thêm số 0", _padded),
    Rule(40, ERROR, "NĐ 30/2020, PL I, II.3.c", "Ký hiệu viết liền", _unspaced),
    Rule(41, ERROR, "NĐ 30/2020, PL I, II.3.b; PL III", "Chữ viết tắt đúng với tên loại", _kind),
    Rule(42, ERROR, "NĐ 30/2020, PL I, II.3.c, V.3", "Số, ký hiệu cỡ 13, đứng, không đậm, giữa", _look),
    Rule(43, WARNING, "NĐ 30/2020, PL I, II.3.a", "Ban Chỉ đạo có ký hiệu riêng", _board),
)
