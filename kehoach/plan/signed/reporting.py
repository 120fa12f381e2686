"""Reporting deadlines (chế độ báo cáo): sentences that say when a report of a quarter, half year or year is due."""

import re
from collections.abc import Iterable, Iterator

from kehoach.plan.signed.model import Deadline
from kehoach.vi.names import fold

_PERIODS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:hang|moi|dinh ky|tung) quy|bao cao quy(?! [iv])|\bquy\b(?! [iv1-4])", ("Q1", "Q2", "Q3", "Q4")),
    (r"quy i\b", ("Q1",)),
    (r"6 thang|quy ii\b", ("Q2",)),
    (r"9 thang|quy iii\b", ("Q3",)),
    (r"bao cao nam|hang nam|tong ket|(?:^|[ ,(])(?:ca )?nam(?= [(\d]| truoc|,| \d{4}| va|\)|$)", ("Q4",)),
)
_DAY = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|vao|han)\b[^\d]{0,24}(\d{1,2})(?:\s*(?:/|thang )\s*(\d{1,2}))?(?![\d%])"
)
_SENDS = re.compile(r"bao cao|\b(?:gui|nop) (?:ket qua|so lieu|bieu)")
_UP = re.compile(r"bao cao [^.;]*?(?:huyen|tinh|cap tren|so van hoa|phong van hoa va thong tin|thanh pho)")
_GATHERS = re.compile(r"(?<!\bde )\btong hop\b")
_TO_COMMUNE = re.compile(
    r"\b(?:gui|nop|ve|bao cao)(?: (?:bao cao|ket qua|so lieu|ve|cho))*"
    r" (?:ubnd|uy ban|ban chi dao|van phong|thuong truc)\b"
)
_CLAUSE = re.compile(r";\s|\.\s+(?=\D)")
_OF_QUARTER = re.compile(r" (?:cua )?thang cuoi (?:cung )?(?:cua )?(?:moi |hang )?quy")
_LAST_MONTH = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


def deadlines_of(lines: Iterable[str]) -> Iterator[Deadline]:
    """Each period's deadline, the first time that it is named."""
    seen: set[tuple[str, bool]] = set()
    for line in lines:
        folded = fold(line)
        if not _SENDS.search(folded) or ("truoc" not in folded and "cham nhat" not in folded):
            continue
        for deadline in _in(line, folded):
            if (deadline.period, deadline.is_ours) not in seen:
                seen.add((deadline.period, deadline.is_ours))
                yield deadline


def _is_ours(folded: str, at: int) -> bool:
    """Whether it is the commune that reports: said by the clause that the day stands in, else by one before it."""
    starts = [0, *(m.end() for m in _CLAUSE.finditer(folded))]
    clauses = [folded[start:end] for start, end in zip(starts, [*starts[1:], len(folded)], strict=True) if start <= at]
    for clause in reversed(clauses):
        goes_up, gathers, comes_in = (p.search(clause) is not None for p in (_UP, _GATHERS, _TO_COMMUNE))
        if goes_up or gathers or comes_in:
            return goes_up or (gathers and not comes_in)
    return False


def _in(line: str, folded: str) -> Iterator[Deadline]:
    """A day belongs to the period that was named last before it. Who gathers (tổng hợp) for nobody in the commune
    reports for it.
    """
    named = sorted((m.start(), codes) for pattern, codes in _PERIODS for m in re.finditer(pattern, folded))
    for day in _DAY.finditer(folded):
        is_ours = _is_ours(folded, day.start())
        before = [codes for start, codes in named if start < day.start()]
        if not before and _OF_QUARTER.match(folded, day.end()):
            before = [tuple(_LAST_MONTH)]
        if not before and day[2] and 1 <= int(day[2]) <= 12:
            before = [(f"Q{(int(day[2]) + 2) // 3}",)]
        if not before or not 1 <= int(day[1]) <= 31:
            continue
        for code in before[-1]:
            month = int(day[2]) if day[2] and len(before[-1]) == 1 else _LAST_MONTH[code]
            if 1 <= month <= 12:
                yield Deadline(code, int(day[1]), month, is_ours, line)
