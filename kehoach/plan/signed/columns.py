"""Tables of a plan by their headers (bảng trong kế hoạch): what each column holds, row by row."""

import re
from collections.abc import Iterator, Sequence

from kehoach.office.prose import TextTable
from kehoach.plan.signed.assigned import COORDINATION, EVIDENCE, LEAD, TIME
from kehoach.plan.signed.model import Said
from kehoach.vi.names import fold, tidy

_HEADERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (COORDINATION, re.compile(r"phoi hop")),
    (TIME, re.compile(r"thoi gian|thoi han|han hoan thanh|tien do|^hoan thanh")),
    (EVIDENCE, re.compile(r"san pham|ket qua|minh chung")),
    ("measure", re.compile(r"^(?:don vi tinh|dvt)")),
    (
        "threshold",
        re.compile(r"ke hoach (?:nam )?\d{4}|chi tieu (?:nam|giao|ke hoach)|muc (?:giao|phan dau)|^(?:ke hoach|giao)$"),
    ),
    (
        LEAD,
        re.compile(
            r"chu tri|(?:don vi|co quan|nguoi|bo phan).*(?:thuc hien|phu trach|tham muu)|phu trach|^thuc hien|phan cong"
        ),
    ),
    ("target", re.compile(r"^(?:ten |noi dung )?(?:cac )?(?:chi tieu|muc tieu)")),
    ("task", re.compile(r"noi dung|nhiem vu|cong viec|hoat dong")),
    ("party", re.compile(r"^(?:ten )?(?:don vi|co quan|bo phan)")),
)
_LABEL = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])[.)]\s+|^[-–+*]\s*")


def headers(table: TextTable) -> tuple[int, dict[int, str]]:
    """The header row and what its columns hold; an empty mapping where nothing is known."""
    best: tuple[int, dict[int, str]] = (0, {})
    for number, row in enumerate(table.rows[:3]):
        held = dict(_held(row))
        if len(set(held.values())) > len(set(best[1].values())):
            best = (number, held)
    return best


def _held(row: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    taken: set[str] = set()
    for at, cell in enumerate(row):
        title = fold(" ".join(cell))
        key = next((key for key, pattern in _HEADERS if pattern.search(title) and len(title) < 60), "")
        if key and key not in taken:
            taken.add(key)
            yield at, key


def table_columns(table: TextTable) -> Iterator[dict[str, Said]]:
    """Rows below the header, by what the columns hold; rows that only head others are left out."""
    at, held = headers(table)
    if len(held) < 2:
        return
    for row in table.rows[at + 1 :]:
        if len({id(row[n]) for n in held if n < len(row)}) > 1:
            source = " | ".join(text for cell in dict.fromkeys(row) if (text := tidy(" ".join(cell))))
            yield {key: Said(_text(row[n]), source) for n, key in held.items() if n < len(row) and any(row[n])}


def _text(cell: tuple[str, ...]) -> str:
    return tidy(" ".join(_LABEL.sub("", line) for line in cell)).strip(" ;")
