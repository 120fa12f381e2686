"""What a part of the plan is about (các phần của kế hoạch): told by its title, for titles hardly vary."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from kehoach.plan.signed.assigned import is_assignment
from kehoach.plan.signed.outline import DASH, Item
from kehoach.vi.names import fold

MOST_TITLE = 110
MOST_WORDS = 9
"""A title under another one that announces something else is no longer than this."""


class About(Enum):
    """Phần nói về gì."""

    PURPOSE = auto()
    TARGETS = auto()
    TASKS = auto()
    DUTIES = auto()
    MONEY = auto()
    OTHER = auto()


_TITLES: tuple[tuple[About, re.Pattern[str]], ...] = (
    (About.DUTIES, re.compile(r"to chuc thuc hien|to chuc trien khai|^(?!.*noi dung).*(?:phan cong|trach nhiem)")),
    (About.TARGETS, re.compile(r"chi tieu|^(?:cac |mot so )?muc tieu(?! chung| va nhiem vu)|muc tieu cu the")),
    (About.MONEY, re.compile(r"kinh phi|nguon luc")),
    (About.TASKS, re.compile(r"nhiem vu|noi dung|giai phap|cong viec|phan cong|hoat dong trong tam")),
    (About.PURPOSE, re.compile(r"muc dich|yeu cau|quan diem|muc tieu chung|tinh hinh|phuong cham|doi tuong")),
)
_BEGINS = re.compile(
    r"(?:cac |mot so |ve )?(?:chi tieu|muc tieu|nhiem vu|noi dung|giai phap|to chuc (?:thuc hien|trien khai)"
    r"|phan cong|trach nhiem|muc dich|yeu cau|kinh phi|quan diem)\b"
)
_SAME = re.compile(
    r"(?:phan cong|trach nhiem|nhiem vu|thuc hien|cu the|to chuc|noi dung|cac|va|giai phap|trong tam| )+"
)


def about(title: str) -> About:
    """What a title announces; OTHER for none that is known."""
    folded = fold(title).rstrip(" .:")
    return next((kind for kind, pattern in _TITLES if pattern.search(folded)), About.OTHER)


def is_title(item: Item) -> bool:
    """Whether it heads what stands below: short, says nothing by itself, assigns nothing."""
    is_short = len(item.text) <= MOST_TITLE and not re.search(r":\s*\S|[;!?]$", item.text)
    below = bool(item.children) or item.table is not None
    return is_short and below and not any(is_assignment(child.text) for child in item.children)


def parts(items: Iterable[Item], inherited: About = About.OTHER) -> Iterator[tuple[About, Item]]:
    """What stands right below the titles, each with what it is about; a sub-title may announce something else."""
    for item in items:
        kind = _announced(item, inherited)
        if kind is About.OTHER:
            yield inherited, item
        else:
            yield from parts(item.children, kind)


def _announced(item: Item, inherited: About) -> About:
    """OTHER where the item is no title that announces anything."""
    if not is_title(item) or item.rank >= DASH:
        return About.OTHER
    kind = about(item.text)
    if inherited is About.OTHER or kind is About.OTHER:
        return kind
    folded = fold(item.text).rstrip(" .:")
    if kind is inherited:
        return kind if _SAME.fullmatch(folded) else About.OTHER
    return kind if _BEGINS.match(folded) and len(folded.split()) <= MOST_WORDS else About.OTHER
