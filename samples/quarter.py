"""What the units of the sample typed in a period: `2023-Q3.txt` → typed texts by unit, element and subject.

Blocks are set apart by blank lines. `== thôn` heads what units of a kind typed: tables with a row a unit. `== VHXH`
heads what one office typed: `mã: giá trị` lines, tables with a row a subject (thôn, cơ quan, nhiệm vụ), and
paragraphs as `- ` lines under `mã:`. An empty cell was left blank; a unit without a row has sent nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from kehoach.plan.model import Plan
from kehoach.plan.records import lines_of, read_pair
from samples.text import read_table

Typed = dict[str, dict[tuple[str, str], str]]
"""Unit code → (element code, subject) → what was typed. What an office says of the whole commune has the subject ""."""


def read_quarter(path: Path, plan: Plan) -> Typed:
    """What every unit typed; units that sent nothing are not in it. ValueError on a unit the plan does not know."""
    kinds = {unit.kind_name for unit in plan.units}
    typed: Typed = {}
    for head, lines in _blocks(path.read_text(encoding="utf-8")):
        for element, subject, text in _answers(lines):
            unit = plan.unit(subject if head in kinds else head)
            typed.setdefault(unit.code, {})[element, subject] = text
    return typed


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each block of lines with the head it stands under."""
    head = ""
    for block in text.split("\n\n"):
        lines = list(lines_of(block))
        if lines and lines[0].startswith("== "):
            head = lines.pop(0).removeprefix("== ")
        if lines:
            yield head, lines


def _answers(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """(element, subject, text) of one block, without the blank ones."""
    found = _from_table(lines) if lines[0].startswith("|") else _from_lines(lines)
    return (answer for answer in found if answer[2])


def _from_table(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    for row in read_table(lines):
        (_, subject), *cells = row.items()
        yield from ((element, subject, text) for element, text in cells)


def _from_lines(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    element, number = "", 0
    for line in lines:
        if line.startswith("- "):
            number += 1
            yield element, f"d{number}", line.removeprefix("- ")
        else:
            (element, text), number = read_pair(line), 0
            yield element, "", text
