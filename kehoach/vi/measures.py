"""The unit of measure somebody types after a number (đơn vị tính ghi kèm): the same one, another, or another money."""

from enum import StrEnum

from kehoach.vi.names import fold


class Fit(StrEnum):
    """Sự phù hợp with the unit that is asked for."""

    SAME = "cùng đơn vị"
    MONEY = "đơn vị tiền khác"
    OTHER = "khác"


_SAME = (
    {"ho", "nha", "gia dinh", "ho gia dinh", "ho dan", "nha dan"},
    {"nguoi", "khau", "nhan khau", "nhan", "ng"},
    {"luot", "luot nguoi"},
    {"buoi", "cuoc", "lan", "buoi hop", "cuoc hop"},
    {"m²", "met vuong"},
    {"clb", "cau lac bo"},
    {"tin", "bai", "tin bai", "tin, bai"},
)
_MONEY = {
    "dong": {"dong", "d", "vnd", "₫"},
    "nghin dong": {"nghin dong", "ngan dong", "nghin", "ngan", "k"},
    "trieu dong": {"trieu dong", "trieu", "tr", "trd", "tr.d", "tr dong"},
    "ty dong": {"ty dong", "ti dong", "ty", "ti"},
}
_OTHER_MONEY = frozenset().union(*_MONEY.values()) | {"ruoi"}
_PLAIN = {"doi", "dam", "san", "giai", "thon", "vu", "to", "van ban", "chiec", "cai", "cong trinh", "hoat dong", "nha"}


def fit_of(tail: str, measure: str) -> Fit:
    """How the words after a number fit the unit asked for; nothing after it fits always."""
    said, asked = fold(tail).rstrip(". "), fold(measure)
    if not said or said == asked:
        return Fit.SAME
    if asked in _MONEY:
        return Fit.SAME if said in _MONEY[asked] else Fit.MONEY if _is_money(said) else Fit.OTHER
    if _is_money(said):
        return Fit.OTHER
    known = {name for group in _SAME for name in group} | _PLAIN
    same = {name for group in _SAME if asked in group for name in group}
    fits = said in same or (said in known if not asked else set(said.split()) <= set(asked.split()))
    return Fit.SAME if fits else Fit.OTHER


def _is_money(said: str) -> bool:
    return any(word in _OTHER_MONEY for word in (said, *said.split()))
