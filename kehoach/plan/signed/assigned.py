"""Who leads, who helps, by when (phân công): in the ways people write it, out of any sentence or list of lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kehoach.plan.catalogue.read import known_parties
from kehoach.plan.signed.model import Said
from kehoach.plan.times import read_time
from kehoach.vi.names import fold, tidy

LEAD, COORDINATION, TIME, EVIDENCE = "lead", "coordination", "time", "evidence"
_WHO = r"(?:(?:các )?(?:cơ quan|đơn vị|bộ phận|người|cá nhân|cán bộ|tổ chức)\s+)?"
_KEYS = {
    COORDINATION: rf"{_WHO}(?:tham gia )?phối hợp(?:\s+(?:thực hiện|cùng|với))?",
    LEAD: rf"{_WHO}(?:(?:tổ chức )?thực hiện(?: chính)?|chủ trì(?:\s+(?:thực hiện|tham mưu|triển khai))?|phụ trách"
    r"|chịu trách nhiệm(?: chính)?|tham mưu|đầu mối)|phân công(?: thực hiện)?",
    TIME: r"(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|và tiến độ))*"
    r"|(?:thực hiện và )?hoàn thành",
    EVIDENCE: r"sản phẩm(?:\s+(?:đầu ra|cần đạt|hoàn thành))?|kết quả(?:\s+(?:đầu ra|cần đạt))|minh chứng",
}
_KEY = re.compile(
    r"(?:^|(?<=[.;,(–+-])|(?<=[.;,(–+-]\s))\s*(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _KEYS.items())
    + r")\s*:\s*",
    re.IGNORECASE,
)
_NAME = r"[^.;:()]{3,160}?"
_VERB = (
    r"(?:xây dựng|tổ chức|triển khai|thực hiện|tham mưu|hướng dẫn|rà soát|tuyên truyền|theo dõi|kiểm tra|lập|mở"
    r"|vận động)"
)
_PROSE = re.compile(
    rf"(?:^|[.:;,(]\s*)(?:(?:giao|do|phân công)\s+)?(?P<lead>{_NAME})\s+(?:là (?:đơn vị|cơ quan) )?chủ trì(?:,|\s)*"
    rf"(?:{_VERB}\s*[,;]?\s*)?phối hợp (?:chặt chẽ )?(?:cùng )?(?:với )?(?P<coordination>{_NAME})"
    rf"(?=\s+(?-i:{_VERB})\b|,?\s+(?:trong|trước|hoàn thành|xong|để|nhằm)\b|[.;)]|$)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:^|[.;,(]\s*)(?:giao|do|phân công)\s+(?P<lead>{_NAME})\s+(?:chủ trì|thực hiện|phụ trách|tham mưu)(?=\W|$)",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(rf":\s*(?P<lead>{_NAME})\s+(?:là (?:đơn vị|cơ quan) )?chủ trì(?=[\s.,;)]|$)", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\((?P<lead>{_NAME})\s+(?:chủ trì|thực hiện|phụ trách)(?=[\s,;)])", re.IGNORECASE)
_DAY = r"\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
_OF_YEAR = r"(?:(?:\s*/\s*|,?\s+năm\s+)\d{4})?"
_MONTH = r"\d{1,2}(?!/\d{1,2}(?!\d))"


def _until(word: str, last: str) -> str:
    return rf"(?:\s*(?:,|-|–|và|đến)\s*(?:{word}\s+)?{last})?"


_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:trước|chậm nhất|đến hết|hết|đến)(?: hết)?(?: ngày)? {_DAY}",
        rf"(?:từ )?(?:trong )?quý [IVX1-4]+{_until('quý', '[IVX1-4]+')}(?![^\W\d_]){_OF_YEAR}",
        rf"(?:trong |từ )?tháng \d{{1,2}}{_until('tháng', _MONTH)}{_OF_YEAR}",
        r"\d{1,2} tháng (?:đầu|cuối) năm(?: \d{4})?",
        rf"(?:từ )?ngày {_DAY}(?:\s*(?:-|–|đến)\s*(?:ngày )?{_DAY})?",
        r"(?:cả|quanh|hằng|hàng) năm(?: \d{4})?|thường xuyên(?:,? (?:cả|trong|hằng|hàng) năm)?(?: \d{4})?",
        r"(?:hằng|hàng) (?:quý|tháng|tuần|ngày)",
        r"trong năm(?: \d{4})?",
    )
)
_LONG_DAY = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
_DONE = re.compile(r"^(?:(?:thực hiện|triển khai|tổ chức)(?: và)? )?(?:hoàn thành|xong)\s*", re.IGNORECASE)
_EDGES = " .;,()–-+*:"


_IN_PROSE = (_PROSE, _ALONE, _AFTER_COLON, _IN_BRACKETS)
_GIVEN = re.compile(rf"(?:giao|do|phân công)\s+{_NAME}\s+(?:chủ trì|thực hiện|phụ trách)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Assigned:
    """Phân công đọc được: what is left of the text, and by key what was assigned."""

    text: str
    found: dict[str, Said]

    def names(self, key: str) -> tuple[Said, ...]:
        """The parties under a key."""
        said = self.found.get(key, Said())
        return tuple(Said(name, said.source, said.is_sure) for name in split_names(said.text))


def is_assignment(text: str) -> bool:
    """Whether a line does nothing but assign: "Phối hợp: …", "Giao các trường thực hiện …"."""
    return _KEY.match(text) is not None or _GIVEN.match(text) is not None


def read_assigned(text: str) -> Assigned:
    """ "Mở 12 lớp. Chủ trì: A; phối hợp: B; thời gian: quý II" → what is to be done, and the rest by key."""
    keyed = list(_KEY.finditer(text))
    found: dict[str, Said] = {}
    for at, match in enumerate(keyed):
        end = keyed[at + 1].start() if at + 1 < len(keyed) else len(text)
        value = text[match.end() : end].strip(_EDGES)
        if value and match.lastgroup:
            found.setdefault(match.lastgroup, Said(value, match[0].lstrip(_EDGES) + text[match.end() : end].strip()))
    rest = text[: keyed[0].start()] if keyed else text
    return Assigned(tidy(rest).rstrip(" (-–+;,"), found)


def in_prose(text: str) -> dict[str, Said]:
    """The same out of a sentence without colons; never sure."""
    found: dict[str, Said] = {}
    match = next((m for pattern in _IN_PROSE if (m := pattern.search(text))), None)
    for key, value in (match.groupdict() if match else {}).items():
        if value and len(value.split()) <= MOST_NAME:
            found[key] = Said(value.strip(_EDGES), text, False)
    return found


MOST_NAME = 24
"""Words: longer than any list of parties."""


def without_assignment(text: str, found: Iterable[Said]) -> str:
    """The text without last clauses that do nothing but assign what was found: ": các thôn chủ trì, cả năm."."""
    names = sorted((said.text for said in found), key=len, reverse=True)
    while (at := max((m.start() for m in _LAST_CLAUSE.finditer(text)), default=0)) > 0:
        left = text[at + 1 :]
        for name in names:
            left = re.sub(re.escape(name), " ", left, flags=re.IGNORECASE)
        if re.search(r"[^\W\d_]", _ASSIGNING.sub(" ", left)):
            break
        text = text[:at].rstrip(" :;,(")
    return text


_LAST_CLAUSE = re.compile(r":\s|[.;]\s(?=\S)|\((?=[^()]*\)?\W*$)")
_ASSIGNING = re.compile(
    r"\b(?:giao|cho|do|phân công|là|đơn vị|cơ quan|chủ trì|thực hiện|phụ trách|tham mưu|phối hợp|chặt chẽ|với|cùng|và"
    r"|hoàn thành|xong|trong|trước|từ|đến|hết|vào|thời gian|ngày|tháng|quý|năm|đầu|cuối)\b",
    re.IGNORECASE,
)


def read_when(said: Said, year: int) -> Said:
    """A time as the plan workbook understands it, as near to the plan's words as can be; else its own words, unsure."""
    bare = tidy(_LONG_DAY.sub(_short_day, _DONE.sub("", said.text.strip(_EDGES))))
    if bare and read_time(bare, year):
        return Said(bare, said.source, said.is_sure)
    found = time_in(bare, year)
    return Said(found, said.source, False) if found else Said(bare, said.source, False)


def time_in(text: str, year: int) -> str:
    """The first time named in a sentence that can be understood; "" without one."""
    for pattern in _TIMES:
        for match in pattern.finditer(text):
            named = tidy(_LONG_DAY.sub(_short_day, match[0]))
            if read_time(named, year):
                return named
    return ""


def _short_day(match: re.Match[str]) -> str:
    return f"{match[1]}/{match[2]}" + (f"/{match[3]}" if match[3] else "")


_SEPARATOR = re.compile(r"\s*(?:[;,]|(?<=\w)\s+và(?=\s)|&|(?<=\w)\s+cùng(?=\s)(?! cấp))\s*(?:và\s+|với\s+)?")
_TAIL_WORDS = (
    "don vi",
    "doan the",
    "doanh nghiep",
    "nganh",
    "to chuc",
    "ban",
    "to dan pho",
    "khu pho",
    "xom",
    "ap",
    "ban",
)
_OPENERS = ("cac", "nhung", "mot so", "ban", "cac ban", "co quan", "cac co quan")


_FIELD = re.compile(
    r"(?: và|,) (?=(?:môi trường|thông tin|thể thao|truyền thông|du lịch|đào tạo|đô thị|công nghệ|thống kê|hộ tịch"
    r"|hạ tầng|phát triển nông thôn|khoa học|xã hội)\b)",
    re.IGNORECASE,
)
"""Before the rest of an office's name: "Trung tâm Văn hóa, Thông tin và Thể thao"."""


def split_names(text: str) -> tuple[str, ...]:
    """ "MTTQ, các ngành, đoàn thể và các thôn" → three parties: "các ngành, đoàn thể" is one."""
    names: list[str] = []
    for piece in _pieces(text):
        if names and _continues(names[-1], piece):
            names[-1] = f"{names[-1]}, {piece}"
        else:
            names.append(piece)
    return tuple(names)


def _pieces(text: str) -> Iterable[str]:
    """Between separators, but never within a name that is known to hold one: "Văn phòng HĐND và UBND"."""
    named = _FIELD.sub(lambda found: found[0].replace(",", "\0").replace(" và ", " \1 "), text)
    kept = _whole_names().sub(lambda found: found[0].replace(",", "\0").replace(" và ", " \1 "), named)
    whole = (piece.replace("\0", ",").replace("\1", "và") for piece in _SEPARATOR.split(kept))
    return [piece for part in whole if (piece := tidy(part).strip(_EDGES))]


@cache
def _whole_names() -> re.Pattern[str]:
    names = [p for party in known_parties() for p in party.phrases if re.search(r",| và ", p)]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.IGNORECASE)


def _continues(before: str, piece: str) -> bool:
    """Whether a piece is the rest of a list of kinds: "ban, ngành, đoàn thể", "cơ quan, đơn vị"."""
    begins = fold(piece)
    is_kind = piece[0].islower() and any(begins == w or begins.startswith(f"{w} ") for w in _TAIL_WORDS)
    return is_kind and fold(before).startswith(_OPENERS) and before[:1] + before[1:2] != before[:2].upper()
