"""Dashes, padding and prefixes put right (gạch nối, số 0): rules 25, 39, 40, 45, 46, 57, 80, 88."""

import re
from collections.abc import Iterator

from kehoach.lint.decree import DATE, EN_DASHES
from kehoach.lint.mend.element import replace_words
from kehoach.lint.paragraph import Line, lines_of
from kehoach.lint.parts import Parts
from kehoach.vi.dates import print_month
from kehoach.word.standard import MOTTO

_DASH = re.compile(rf"\s*[-{EN_DASHES}]\s*")
_LISTED = re.compile(rf"^([-{EN_DASHES}+•*]\s*)(?=\S)")
_PREFIX = re.compile(r"^(T ?/ ?M|K ?/ ?T|T ?/ ?L|T ?/ ?UQ|TM|KT|TL|TUQ)[./ ]+ ?(?=\S)")


def _replaced(line: Line, old: str, new: str) -> Iterator[str]:
    if old != new and replace_words(line.paragraph.element, old, new):
        yield f"“{old.strip()}” thành “{new.strip()}”."


def join_motto(parts: Parts) -> Iterator[str]:
    """Tiêu ngữ with short dashes and a space on both sides."""
    line = parts.head.motto
    if line and _DASH.sub(" - ", line.text) == MOTTO:
        yield from _replaced(line, line.typed, MOTTO)


def pad_number(parts: Parts) -> Iterator[str]:
    """Số: 5/BC - BCĐ → Số: 05/BC-BCĐ."""
    line = parts.head.number
    found = re.match(r"^(Số\s*:?\s*)(\d+)(\s*/\s*)(\S.*)$", line.typed, re.I) if line else None
    if line and found:
        yield from _replaced(line, found[0], f"{found[1]}{int(found[2]):02d}/{_DASH.sub('-', found[4])}")


def pad_date(parts: Parts) -> Iterator[str]:
    """Ngày 5 tháng 1 → ngày 05 tháng 01; tháng 09 → tháng 9."""
    line = parts.head.date
    found = DATE.match(line.text) if line else None
    if line and found and found["day"] and found["month"]:
        day, month = f"{int(found['day']):02d}", print_month(int(found["month"]))
        written = line.text[found.start("day") :]
        old = re.match(r"\d+\s*tháng\s*\d+", written)
        if old:
            yield from _replaced(line, old[0], f"{day} tháng {month}")


def dash_lists(parts: Parts) -> Iterator[str]:
    """Recipients and addressees begin with "- "."""
    listed = [line for p in parts.addressees for line in lines_of(p)]
    for line in (*listed, *(parts.foot.listed if parts.foot else ())):
        found = _LISTED.match(line.typed)
        if found and found[1] != "- ":
            yield from _replaced(line, line.typed, "- " + line.typed[found.end() :])


def spell_prefixes(parts: Parts) -> Iterator[str]:
    """T/M → TM."""
    for line in parts.foot.posts if parts.foot else ():
        if found := _PREFIX.match(line.typed):
            short = re.sub(r"[ /]", "", found[1])
            yield from _replaced(line, line.typed, f"{short}. {line.typed[found.end() :]}")
