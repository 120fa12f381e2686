"""Breaking a long name into printed lines (ngắt dòng): where the sense allows, and evenly.

Word would break where the line happens to be full: "PHONG TRÀO TOÀN DÂN ĐOÀN / KẾT". In: text, the width there is, how
to measure. Out: lines.
"""

import re
from collections.abc import Callable
from functools import cache

_BEGINS_SENSE = re.compile(
    r"(về|và|của|theo|trong|trên|giai đoạn|năm \d|quý \w|[69] tháng|tháng \d|xã(?! hội)|phường|đặc khu|tỉnh|thành phố"
    r"|phong trào|chương trình|kế hoạch|nghị quyết|dự án|cuộc vận động|phương hướng|nhiệm vụ|xây dựng|thực hiện"
    r"|triển khai|phòng, chống|kết quả|[(“\"])"
)
_ENDS_SENSE = re.compile(r"([,;:)”\"]|ban chỉ đạo|ban vận động|ban quản lý|ủy ban nhân dân|hội đồng nhân dân)$")
_HOLDS_NEXT = re.compile(r"(^|\s)(số|ngày|tháng|năm|quý|xã|phường|tỉnh|thành phố|thôn|về|và|của|-|–)$")
_FREE, _PLAIN, _WRONG = 0.0, 0.5, 2.0
_ONE_MORE_LINE = 0.1


def break_lines(text: str, limit: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """`text` in lines no wider than `limit`: few, broken at sense groups, of like length.

    A word wider than `limit` stands alone on its line.
    """
    words = tuple(text.split())
    if width(" ".join(words)) <= limit:
        return (" ".join(words),)

    @cache
    def best(start: int) -> tuple[float, tuple[str, ...]]:
        if start == len(words):
            return (0.0, ())
        choices = []
        for end in range(start + 1, len(words) + 1):
            line = " ".join(words[start:end])
            if end > start + 1 and width(line) > limit:
                break
            cost, rest = best(end)
            price = cost + _ONE_MORE_LINE + _looseness(width(line), limit) + _break_price(words, end)
            choices.append((price, (line, *rest)))
        return min(choices)

    return best(0)[1]


def _looseness(width: float, limit: float) -> float:
    return (max(limit - width, 0) / limit) ** 2 / 2


def _break_price(words: tuple[str, ...], at: int) -> float:
    """What it costs the reader when a line ends before word `at`."""
    if at == len(words):
        return _FREE
    before, after = " ".join(words[:at]).casefold(), " ".join(words[at:]).casefold()
    if _HOLDS_NEXT.search(before) or after[0] in "-–":
        return _WRONG
    return _FREE if _ENDS_SENSE.search(before) or _BEGINS_SENSE.match(after) else _PLAIN
