"""Targets out of the plan's sentences (chỉ tiêu): what is measured, how it is compared, with what, in which unit."""

import re
from collections.abc import Iterable, Iterator

from kehoach.plan.signed.model import Change, SignedTarget
from kehoach.plan.signed.outline import Item
from kehoach.plan.signed.sections import is_title
from kehoach.plan.texts import read_number
from kehoach.vi.names import fold, initial_capital, initial_lower, tidy

PERCENT = "%"
_MEASURES = (
    *("tiêu chí", "chỉ tiêu", "lượt người", "câu lạc bộ", "triệu đồng", "tỷ đồng", "tin, bài", "tin bài", "mô hình"),
    *("công trình", "phần việc", "danh hiệu", "lớp", "hộ", "người", "thôn", "bản", "ấp", "xóm", "CLB"),
    *("buổi", "vụ", "nhà", "km", "lượt", "cuộc", "đội", "ca", "cây", "ha", "bài", "tổ", "điểm", "giải", "trường"),
    *("chi hội", "chi bộ", "chi đoàn", "khu dân cư", "tổ dân phố", "hội viên", "đoàn viên", "đảng viên", "học sinh"),
    *("trẻ em", "gia đình", "cơ quan", "đơn vị", "doanh nghiệp", "hợp tác xã", "sản phẩm", "tuyến", "đám", "suất"),
    *("trường hợp", "xã", "phường", "khóm", "khu phố", "buôn", "m", "m2", "m3", "tấn", "con", "hồ sơ", "dịch vụ"),
    *("học viên", "cán bộ", "công chức", "viên chức", "hội nghị", "đợt", "tủ sách", "câu lạc bộ", "cơ sở"),
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_BEFORE = (
    r"không thấp hơn|không dưới|không quá|không vượt quá|tối đa|tối thiểu|ít nhất|xuống còn dưới|xuống dưới|còn dưới"
    r"|xuống còn|chỉ còn|duy trì dưới|dưới mức|dưới|trên|hơn|từ|đạt thêm|tăng thêm|thêm|đạt từ|đạt trên|đạt"
)
_VALUE = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s+)?(?:mức\s+)?(?<![\w/.,])(?P<number>{_NUMBER})(?P<whole>/\d{{1,4}}(?=\s))?(?![/\d])"
    rf"(?P<range>\s*(?:-|–|đến)\s*(?:{_NUMBER}))?\s*(?P<percent>%|phần trăm)?(?:\s+(?P<after>trở lên|trở xuống))?",
    re.IGNORECASE,
)
_NOT_A_VALUE = re.compile(
    r"(?:năm|tháng|ngày|số|quý|khóa|giai đoạn|lần thứ|thứ|điều|khoản|kỳ|loại|cấp|giờ)\s*$", re.IGNORECASE
)
_DURATION = re.compile(r"\s*(?:năm|tháng|ngày|tuần|giờ|phút)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_NEVER = re.compile(
    r"(?:không để (?:xảy ra|phát sinh|có)|không (?:xảy ra|phát sinh|còn|có)|chấm dứt(?: tình trạng)?)\s+(?P<what>.+)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:giảm|hạ|kéo giảm)\b", re.IGNORECASE)
_MORE = re.compile(r"\btăng(?: thêm)?\b|\bđạt thêm\b|\bthêm\b", re.IGNORECASE)
_EFFORT = re.compile(
    r"^(?:(?:trong đó|phấn đấu|trong năm|năm \d{4}|hết năm \d{4}|đến (?:hết |cuối )?năm \d{4}|toàn xã|bảo đảm|đảm bảo"
    r"|duy trì|giữ vững|tiếp tục|nâng|tỷ lệ|tỉ lệ|số lượng|số|thu hút|vận động|huy động|giảm|tăng(?: thêm)?|hạ|kéo giảm"
    r"|có|đạt(?: thêm)?|được|để|trồng(?: mới)?|mở(?: mới)?|tổ chức|xây dựng|thành lập(?: mới)?|là|từ|lên)\b[\s,:]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,:;.–-]|\b(?:đạt|tỷ lệ|tỉ lệ|từ|lên|là|phấn đấu|giảm|tăng|xuống|còn|duy trì|ở mức|trong năm|năm \d{4}"
    r"|hằng năm))+$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*;\s*|\.\s+(?=[A-ZĐ])"
    r"|,\s+(?=(?:và )?(?:huy động|mở|xây|trồng|trao|tặng|hỗ trợ|sửa|giúp|ít nhất|tối thiểu)\b[^,;.]{0,40}?\d)"
    r"|,\s+(?=(?:và )?(?:trong đó )?(?:phấn đấu |có |trên |từ |ít nhất |tối thiểu )*\d+(?:[.,]\d+)?\s*%)"
)
_DOES = re.compile(
    r"(?:giải quyết|thu gom|xử lý|hoàn thành|khởi công|bàn giao|kết nạp|trao|tặng|giúp|hỗ trợ|sửa|xây|nâng cấp|lắp đặt"
    r"|tạo|cấp|đưa|khám|tiêm|phát triển|bồi dưỡng|tập huấn|kiểm tra|kiểm soát|bảo đảm|đảm bảo|phấn đấu|mỗi)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\b(?:tỷ lệ|tỉ lệ|số|số lượng|tổng số|chỉ số|mức)\b", re.IGNORECASE)
_AROUND_NOUN = re.compile(
    r"^(?:[\s,:]|số\b|tổng số\b|trong số\b)+|\s*\btrở (?:lên|xuống)\b|\s*,?\s*\bso với\b.*$"
    r"|\s*,\s*(?:nâng|đưa)\s+(?:tổng )?số\b.*$",
    re.IGNORECASE,
)
MOST_WHAT = 200


def targets_of(items: Iterable[Item]) -> tuple[tuple[SignedTarget, ...], tuple[str, ...]]:
    """The targets of a part of the plan, and the items in it that name no number."""
    found: list[SignedTarget] = []
    unmeasured: list[str] = []
    for text in _sentences(items):
        here = [target for clause in _clauses(text) if (target := read_target(clause, text))]
        found += here
        if not here:
            unmeasured.append(text)
    return tuple(found), tuple(unmeasured)


def _sentences(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if item.text and not (is_title(item) and _first_value(item.text) is None):
            yield item.text
        yield from _sentences(item.children)


def _clauses(text: str) -> Iterator[str]:
    """The sentence itself, or its parts where each names a value of its own."""
    parts = [part for part in _CLAUSE.split(text) if part and part.strip()]
    measured = [part for part in parts if _first_value(part) or _NEVER.search(part)]
    yield from measured if len(measured) > 1 else [text]


def read_target(text: str, source: str) -> SignedTarget | None:
    """One target; None where nothing is measured. What cannot be told for certain makes it unsure."""
    whole = tidy(text).strip(" .;,")
    never, value = _NEVER.search(whole), _first_value(whole)
    if value is None:
        return None if never is None else _never(whole, never["what"], source)
    prefix, suffix = whole[: value.start()], whole[value.end() :]
    is_all = bool(value["whole"]) and value["whole"].lstrip("/").lstrip("0") == value["number"].lstrip("0")
    what, side = _what(prefix, suffix, bool(value["percent"]))
    measure = PERCENT if value["percent"] else _measure(suffix, what)
    change = _change(prefix, value)
    is_sure = not value["range"] and bool(what) and bool(measure) and change is not Change.LESS
    is_sure = is_sure and (measure == PERCENT or side == "after") and not is_all
    return SignedTarget(
        initial_capital(whole),
        what,
        _comparison(value, change),
        "100" if is_all else _plain(value["number"]),
        PERCENT if is_all else measure,
        change,
        is_sure,
        source,
    )


def _never(whole: str, what: str, source: str) -> SignedTarget:
    what = tidy(what)[:MOST_WHAT]
    measure = _known_measure(what) or "vụ"
    return SignedTarget(initial_capital(whole), what, "=", "0", measure, Change.NONE, False, source)


def _first_value(text: str) -> re.Match[str] | None:
    """The first percentage, else the first count; years, days, numbers of documents and brackets are none."""
    blanked = _BRACKETS.sub(lambda m: " " * len(m[0]), text)
    values = [m for m in _VALUE.finditer(blanked) if _is_value(blanked, m)]
    return next((m for m in values if m["percent"]), values[0] if values else None)


def _is_value(text: str, match: re.Match[str]) -> bool:
    if match["percent"]:
        return True
    if _NOT_A_VALUE.search(text[: match.start("number")]) or _DURATION.match(text[match.end() :]):
        return False
    if match["whole"] and not _known_measure(text[match.end() :].strip()):
        return False
    return read_number(match["number"]) is not None and text[match.end() :].strip(" .;,") != ""


def _what(prefix: str, suffix: str, is_rate: bool) -> tuple[str, str]:
    """What is measured: what stands before the value, else what follows it; and which of the two. Where only what is
    done stands before ("khởi công 03 nhà tình nghĩa"), both: the noun first.
    """
    topic, _, said = prefix.rstrip(" :,–-").rpartition(":")
    before = _TAIL.sub("", _EFFORT.sub("", said.strip(" :,–-")))
    after = tidy(_AROUND_NOUN.sub("", suffix))
    if topic and len(f"{before} {after}".split()) < 2:
        after = f"{after} {initial_lower(re.sub(r'^[Vv]ề ', '', topic.strip()))}"
    is_counted_after = len(after.split()) >= 2 and (_DOES.match(before) or (not is_rate and not _NOUN.search(prefix)))
    if len(before.split()) >= 2 and not is_counted_after:
        return initial_lower(before)[:MOST_WHAT], "before"
    done = initial_lower(before) if len(before.split()) >= 2 else ""
    return tidy(f"{after} {done}")[:MOST_WHAT], "after"


def _measure(suffix: str, what: str) -> str:
    """The unit of a count: the word after the number, one that is known if possible."""
    after = suffix.strip(" ,:")
    return _known_measure(after) or _known_measure(what) or " ".join(after.split()[:1])


def _known_measure(text: str) -> str:
    return next((m for m in sorted(_MEASURES, key=len, reverse=True) if _begins(text, m)), "")


def _begins(text: str, word: str) -> bool:
    return re.match(rf"{re.escape(fold(word))}\b", fold(text)) is not None


def _change(prefix: str, value: re.Match[str]) -> Change:
    """Whether the value is a difference: "đạt thêm 01", "giảm 2%", but not "giảm xuống dưới 5%"."""
    before = (value["before"] or "").lower()
    lead = f"{prefix} {before}"
    if _LESS.search(lead):
        return Change.NONE if re.search(r"xuống|còn|dưới", lead, re.IGNORECASE) else Change.LESS
    more = _MORE.search(lead)
    return Change.MORE if more and not re.search(r"\blên\b", lead) else Change.NONE


def _comparison(value: re.Match[str], change: Change) -> str:
    before, after = fold(value["before"] or ""), fold(value["after"] or "")
    if after == "tro xuong" or before in ("khong qua", "khong vuot qua", "toi da", "xuong con", "chi con"):
        return "<="
    if "duoi" in before and before != "khong duoi":
        return "<"
    if before in ("tren", "hon", "dat tren") and not after and change is Change.NONE:
        return ">"
    return ">="


def _plain(number: str) -> str:
    """ "01" → "1", "93,3" as it is."""
    return re.sub(r"^0+(?=\d)", "", number)
