"""Numbers that a text lists (liệt kê số thứ tự): "1, 2, 5-7 và 19"."""

import re

from kehoach.vi.keystrokes import plain_digits, plain_text

MOST_OF_A_RANGE = 100
"""Items of "5-7": a longer range is rather two numbers, or a year."""
_ITEM = re.compile(r"(?<![\w.,/-])(\d{1,3})(?:\s*(?:-|–|—|đến)\s*(\d{1,3}))?(?![\w/-]|[.,]\d)")


def listed_numbers(text: str) -> frozenset[int]:
    """Every number the text names, ranges written out; empty where it names none."""
    found: set[int] = set()
    for match in _ITEM.finditer(re.sub(r"[,;](?=\S)", ", ", plain_digits(plain_text(text)))):
        first, last = int(match[1]), int(match[2] or match[1])
        found |= set(range(first, last + 1)) if last - first < MOST_OF_A_RANGE else {first, last}
    return frozenset(found)
