"""The words that stand in place of a number (từ ghi thay số): yes, no, none, "as above"."""

from kehoach.vi.keystrokes import plain_text
from kehoach.vi.names import fold

_NONE = {
    "khong phat sinh", "kps", "k ps", "ko ps", "khong ps", "k phat sinh", "ko phat sinh", "chua phat sinh",
}  # fmt: skip
_NO = {
    "khong", "ko", "k", "hong", "khong co", "ko co", "k co", "kc", "chua", "chua co", "chua dat", "khong dat", "no",
    "n", "✗", "✘", "×",
}  # fmt: skip
_NONE_LOOSELY = {"khong", "ko", "k", "khong co", "ko co", "k co", "kc"}
_NOT_YET = {
    "chua", "chua co", "chua co so lieu", "chua biet", "chua ro", "chua tong hop", "chua thong ke", "chua nam duoc",
    "khong co so lieu", "ko co so lieu", "khong biet", "khong ro", "khong nam duoc", "dang tong hop", "dang thong ke",
    "cap nhat sau", "bao cao sau", "bo sung sau", "n/a", "?", "??", "???",
}  # fmt: skip
_YES = {"co", "x", "v", "✓", "✔", "√", "☑", "da", "roi", "da co", "co roi", "dat", "da dat", "dung", "yes", "y", "ok"}
_DITTO = {"nt", "n.t", "n/t", "nhu tren", "//", '"', "''", "“", "”", "〃", '""'}
_AS_BEFORE = {
    "nhu cu", "nhu truoc", "nhu ky truoc", "nhu quy truoc", "nhu lan truoc", "nhu nam truoc", "khong doi", "ko doi",
    "khong thay doi", "ko thay doi", "k thay doi", "giu nguyen", "van the", "van nhu cu",
}  # fmt: skip
_DASHES = frozenset("-–—−_.…/ ")


def is_none(text: str) -> bool:
    """Whether it says "không phát sinh" in full or in the usual short forms."""
    return fold(plain_text(text)) in _NONE


def is_dash(text: str) -> bool:
    """Whether nothing but strokes and dots stands there; "//" is a ditto mark instead."""
    return bool(text.strip()) and set(plain_text(text)) <= _DASHES and not is_ditto(text)


def is_loose_none(text: str) -> bool:
    """Whether it may mean none, or that nobody knows: "không", "ko có", "-"."""
    return fold(plain_text(text)) in _NONE_LOOSELY or is_dash(text)


def is_not_yet(text: str) -> bool:
    """Whether it says that there is nothing yet, or that nobody knows yet: "chưa", "chưa có số liệu"."""
    return fold(plain_text(text)) in _NOT_YET


def is_ditto(text: str) -> bool:
    """Whether it means "as above": "nt", "//"."""
    return text.strip() in _DITTO or fold(plain_text(text)) in _DITTO


def is_as_before(text: str) -> bool:
    """Whether it points to the last number instead of giving one: "như quý trước"."""
    return fold(plain_text(text)).rstrip(".") in _AS_BEFORE


def read_yes_no(text: str) -> bool | None:
    """có, x, đã, 1 → True; không, chưa, 0 → False; None for anything else."""
    word = fold(plain_text(text)).rstrip(".")
    if word in _YES or word == "1":
        return True
    return False if word in _NO or word == "0" else None


def is_plain_yes_no(text: str) -> bool:
    """Whether it is one of the two words the forms themselves offer."""
    return fold(plain_text(text)) in ("co", "khong")
