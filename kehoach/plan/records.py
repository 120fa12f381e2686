"""Records in a text file (bản ghi dạng chữ): what reads well in a diff and needs no Excel.

`Header: value` lines; an indented line continues the one above, `[head]` begins a block, `#` a comment. The two
characters `\\n` stand for a line break in a value.
"""

import re
from collections.abc import Iterator

Record = dict[str, str]

_HEAD = re.compile(r"\[([^\[\]]+)\]")


def read_blocks(text: str) -> Iterator[tuple[str, Record]]:
    """Blocks in order: their heads and records; what stands before the first has the head ""."""
    head, record = "", Record()
    for line in lines_of(text):
        if found := _HEAD.fullmatch(line):
            if record or head:
                yield head, record
            head, record = found[1].strip(), Record()
        else:
            key, value = read_pair(line)
            record[key] = value
    yield head, record


def lines_of(text: str) -> Iterator[str]:
    """Lines that say something, with indented continuations joined to their line by one space."""
    held = ""
    for line in text.splitlines():
        if line.startswith((" ", "\t")) and line.strip() and held:
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = "" if line.startswith("#") else line.strip()
    if held:
        yield held


def read_pair(line: str) -> tuple[str, str]:
    """`Nội dung: Tổng số hộ` → ("Nội dung", "Tổng số hộ"). ValueError where there is no colon."""
    key, colon, value = line.partition(":")
    if not colon:
        raise ValueError(f"Dòng không có dấu hai chấm: {line}")
    return key.strip(), value.strip().replace("\\n", "\n")
