"""The text format of the sample: pipe tables and record blocks that read well in a diff.

A pipe table has a header row. A record block begins with `[code]` and holds `Header: value` lines; an indented line
continues the one above. `#` begins a comment line. The two characters `\\n` stand for a line break in a cell.
"""

import re

from kehoach.plan.records import lines_of, read_pair

Record = dict[str, str]

_BLOCK = re.compile(r"\[([^\[\]]+)\]")


def read_cells(line: str) -> list[str]:
    """`| a | b |` → ["a", "b"]."""
    return [cell.strip().replace("\\n", "\n") for cell in line.strip().strip("|").split("|")]


def read_table(lines: list[str]) -> list[Record]:
    """Pipe lines, the first one the header → one record a row. ValueError on a row of another width."""
    header = read_cells(lines[0])
    return [dict(zip(header, read_cells(line), strict=True)) for line in lines[1:]]


def read_records(text: str, code_header: str) -> list[Record]:
    """A whole sheet, as a table or as record blocks, whose code goes under `code_header`."""
    lines = list(lines_of(text))
    if lines and lines[0].startswith("|"):
        return read_table(lines)
    records: list[Record] = []
    for line in lines:
        if block := _BLOCK.fullmatch(line):
            records.append({code_header: block[1]})
        else:
            key, value = read_pair(line)
            records[-1][key] = value
    return records
