"""Names as people type them (tên gọi): one key for every way of writing the same name."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_SPACES = re.compile(r"\s+")
_PROPER = re.compile(
    r"(?:Ủy|Uỷ) ban\b|Hội đồng\b|Mặt trận\b|Nhân dân\b|Nhà nước\b|Đảng\b(?! viên)|Chính phủ\b|Quốc hội\b"
    r"|Trung ương\b|Công an\b|Ngày hội\b|Tết\b|(?:\w+ ){1,5}số \d+/"
)
"""How a name begins whose first word has a capital wherever it stands."""
_BODY = re.compile(r"(?:Ban|Bộ|Cục|Chi cục|Đoàn|Hội|Liên đoàn|Phòng|Sở|Trạm|Trung tâm|Trường) (\w)")
"""The same of a body's name: what kind of body, then a capital."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """NFC, one space between words, none around: nothing that changes meaning."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Lower case without accents, one space between words: "Thôn Nà Hoà" → "thon na hoa"."""
    bare = unicodedata.normalize("NFD", text.translate(_STROKE))
    return _SPACES.sub(" ", "".join(c for c in bare if not unicodedata.combining(c))).strip().casefold()


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """For file names: "Thôn Đông 1" → "thon-dong-1"."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def code_of(text: str) -> str:
    """For codes of kinds: "cơ quan, đơn vị" → "co_quan_don_vi"."""
    return _NOT_SLUG.sub("_", fold(text)).strip("_")


def nearest(text: str, names: tuple[str, ...]) -> str | None:
    """The one name that resembles `text` enough to ask "có phải …?", never to match by itself; None without one."""
    wanted = fold(text)
    scored = sorted(((SequenceMatcher(None, wanted, fold(n)).ratio(), n) for n in names), reverse=True)
    if not scored or scored[0][0] < 0.7 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]


def initial_lower(text: str) -> str:
    """The first letter in lower case, for after a colon or in brackets, unless it begins an abbreviation (CLB) or what
    keeps its capital everywhere (Decree 30/2020, Annex II): "Ủy ban nhân dân", "Đoàn Thanh niên", "Kế hoạch số 41/…".
    """
    body = _BODY.match(text)
    is_name = text[1:2].isupper() or _PROPER.match(text) or (body and body[1].isupper())
    return text if is_name else text[:1].lower() + text[1:]


def initial_capital(text: str) -> str:
    """The first letter in upper case, the rest as it stands."""
    return text[:1].upper() + text[1:]
