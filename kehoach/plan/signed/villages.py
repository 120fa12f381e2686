"""Villages by name (tên từng thôn): in a table of the plan or of its annexes, under a column that says so."""

import re
from collections.abc import Iterator

from kehoach.office.prose import Prose, TextTable
from kehoach.plan.signed.model import Said
from kehoach.vi.names import fold, tidy

_HEADER = re.compile(r"(?:ten )?(thon|ap|ban|xom|to dan pho|khu pho|khu dan cu|khom|buon)(?:[,/] ?[\w ]{2,20})?")
_NO_NAME = re.compile(r"(?:tong|cong|toan (?:xa|phuong|thi tran))\b|\W*\d*\W*$")
LEAST = 2
"""A single name under such a header is no list of them."""


def villages_of(prose: Prose) -> tuple[Said, ...]:
    """The names of the first table that lists them, each with its generic word in front."""
    tables = (part for part in prose if isinstance(part, TextTable))
    return next((names for table in tables if len(names := tuple(_named(table))) >= LEAST), ())


def _named(table: TextTable) -> Iterator[Said]:
    for at, row in enumerate(table.rows[:2]):
        for column, cell in enumerate(row):
            header = tidy(" ".join(cell))
            if found := _HEADER.fullmatch(fold(header)):
                start = found.start(1)
                yield from _below(table, at, column, header[start : start + len(found[1])].capitalize())
                return


def _below(table: TextTable, at: int, column: int, word: str) -> Iterator[Said]:
    seen: set[str] = set()
    for row in table.rows[at + 1 :]:
        text = tidy(" ".join(row[column])) if column < len(row) else ""
        if not text or _NO_NAME.match(fold(text)) or fold(text) in seen:
            continue
        seen.add(fold(text))
        is_bare = bool(word) and not fold(text).startswith(f"{fold(word)} ")
        source = " | ".join(tidy(" ".join(cell)) for cell in row)
        yield Said(f"{word} {text}" if is_bare else text, source)
