"""Legal bases and documents that are cited (căn cứ, viện dẫn): rules 68, 76, 77."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import as_decreed
from kehoach.lint.paragraph import lines_of
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.standard import Component

_KINDS = (
    "Nghị định|Nghị quyết|Quyết định|Kế hoạch|Thông tư|Chỉ thị|Hướng dẫn|Thông báo|Chương trình|Đề án|Công văn"
    "|Báo cáo|Tờ trình|Pháp lệnh|Thông tri|Kết luận"
)
_CITED = re.compile(rf"\b(?:{_KINDS}) số (?P<symbol>\d+[\w/.-]*[\w])", re.I)
_NO_WORD = re.compile(rf"\b(?P<kind>{_KINDS}) (?P<symbol>\d+/[\w/-]+)", re.I)
_DATED = re.compile(r"^[^.;]{0,20}\bngày \d", re.I)
_ISSUED = re.compile(r"^[^.;]{0,20}\bngày \d.{4,40}?\bcủa\b", re.I)
_LOOKED_AHEAD = 160


def _bases(parts: Parts) -> Iterator[Fault]:
    bases = parts.bases
    for paragraph in bases:
        yield from as_decreed("Căn cứ", Component.BASIS, lines_of(paragraph), checks_align=False)
        end = "." if paragraph is bases[-1] else ";"
        if not paragraph.text.endswith(end):
            yield Fault(paragraph, "Cuối dòng căn cứ sai dấu câu.", f"Kết thúc bằng dấu “{end}”")


def _first_citation(parts: Parts) -> Iterator[Fault]:
    seen: set[str] = set()
    named = _named_in_head(parts)
    for paragraph in (*parts.bases, *parts.flow):
        text = paragraph.text
        for found in _CITED.finditer(text):
            symbol = found["symbol"].casefold()
            ahead = text[found.end() : found.end() + _LOOKED_AHEAD]
            wanted = _DATED if re.split("[-/]", found["symbol"])[-1].upper() in named else _ISSUED
            if symbol not in seen and not wanted.match(ahead):
                lacks = "cơ quan ban hành" if _DATED.match(ahead) else "ngày và cơ quan ban hành"
                say = f"Lần đầu viện dẫn “{found[0]}” chưa ghi {lacks}."
                yield Fault(paragraph, say, "Ghi đủ: tên loại, số, ngày, cơ quan ban hành, trích yếu")
            seen.add(symbol)


def _named_in_head(parts: Parts) -> set[str]:
    """Abbreviations of the agencies in the head, whose own documents need not name them again."""
    symbol = parts.head.number.text.rpartition("/")[2].strip().upper() if parts.head.number else ""
    own = symbol.partition("-")[0] if parts.head.is_letter else symbol.rpartition("-")[2]
    return {own, *(word for line in parts.head.superior for word in line.text.upper().split()[:1])} - {""}


def _word(parts: Parts) -> Iterator[Fault]:
    for paragraph in (*parts.bases, *parts.flow):
        for found in _NO_WORD.finditer(paragraph.text):
            say = f"Viết “{found[0]}”, thiếu chữ “số”."
            yield Fault(paragraph, say, f"Viết “{found['kind']} số {found['symbol']}”")


RULES = (
    Rule(68, ERROR, "NĐ 30/2020, PL I, II.6.a", "Căn cứ in nghiêng, cuối dòng có dấu ; hoặc .", _bases),
    Rule(76, WARNING, "NĐ 30/2020, PL I, II.6.b", "Viện dẫn lần đầu ghi ngày và cơ quan ban hành", _first_citation),
    Rule(77, WARNING, "NĐ 30/2020, PL I, II.6.b", "Viện dẫn có chữ số", _word),
)
