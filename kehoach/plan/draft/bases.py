"""What a rate is of (mẫu số): a number that is asked anyway, where the plan's words plainly speak of all of it."""

import re

from kehoach.plan.catalogue.read import RateBase, plain, rate_bases, says
from kehoach.vi.names import fold

_SAYS = (
    r"(?:được|có|đạt|tham gia|sử dụng|dùng|ký|đăng ký|thực hiện|biết|đã|áp dụng|chấp hành|giữ|tự|đóng|hưởng|tiếp cận"
    r"|nhận)"
)
"""What is said of a noun begins with one of these."""
_FIRST = re.compile(
    rf"^(?:(?:đã )?(?:đăng )?ký (?:bản )?cam kết .*"
    rf"|(?:{_SAYS}\s+)*(?:hỗ trợ|vận động|hướng dẫn|tạo điều kiện|tuyên truyền|bảo đảm|đảm bảo|rà soát)?(?:,? và)?"
    rf"(?:\s*{_SAYS}\b)+)"
)
"""One thing said, however many words it takes: "được hỗ trợ tham gia", "đã ký cam kết không …"."""
_ALSO = re.compile(r"^\s*(?:[,;]|(?:và|hoặc|hay|cùng)\b)")


def base_of(what: str) -> tuple[RateBase | None, tuple[str, ...]]:
    """The base of a rate of `what`: the noun that the words begin with, the longest that fits; and the elements of what
    they speak only of a part of, if any.
    """
    found = sorted(_fitting(what), key=lambda one: (-one[0], not one[1].is_group))
    fitting = [(base, rest) for _, base, rest in found]
    whole = next((base for base, rest in fitting if not base.is_group or _speaks_of_all(rest)), None)
    longest, rest = fitting[0] if fitting else (None, "")
    if longest and longest.is_group and longest is not whole and not _ALSO.match(rest):
        return whole, longest.codes
    return whole, whole.within if whole else ()


def _fitting(what: str) -> list[tuple[int, RateBase, str]]:
    """How many letters of a base's noun the words begin with, and what follows it."""
    whole = [base for base in rate_bases() if not any(says(what, other) for other in base.others)]
    found = [(base, _after(what, phrase)) for base in whole for phrase in base.phrases]
    return [(len(what) - len(rest), base, rest) for base, rest in found if rest is not None]


def _after(what: str, phrase: str) -> str | None:
    """The words behind a phrase at the beginning; None where they begin otherwise."""
    pattern = r"[^\w%]+".join(map(re.escape, plain(phrase).split()))
    begun = re.match(rf"\W*{pattern}(?!\w)", fold(what))
    return what[begun.end() :] if begun else None


def _speaks_of_all(rest: str) -> bool:
    """Whether what follows a noun is said of all of it: one thing, right behind it. A second one tells what the first
    narrowed ("hộ nghèo có nhu cầu được vay").
    """
    said = rest.strip().lower()
    first = _FIRST.match(said)
    return not said or (first is not None and not re.search(rf"\b{_SAYS}\b", said[first.end() :]))
