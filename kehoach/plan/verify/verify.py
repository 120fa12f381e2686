"""All rules over one typed plan (kiểm tra cả kế hoạch), findings in the order of sheets and rows."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kehoach.finding import Finding
from kehoach.office.model import column_number
from kehoach.plan import mistakes
from kehoach.plan.names import Names
from kehoach.plan.sheets import SHEETS
from kehoach.plan.table import Book
from kehoach.plan.verify import cells, codes, dates, links, sense, uses
from kehoach.vi.names import fold

RULES: tuple[Callable[[Names], Iterator[Finding]], ...] = (
    cells.check_presence,
    cells.check_cells,
    cells.check_open_cells,
    codes.check_element_codes,
    codes.check_other_codes,
    codes.check_duplicates,
    codes.check_same_rows,
    codes.check_names,
    links.check_columns,
    links.check_formulas,
    links.check_contents,
    links.check_headers,
    links.check_results,
    links.check_bases,
    uses.check_uses,
    uses.check_braces,
    uses.check_contents,
    uses.check_additive,
    uses.check_kinds,
    dates.check_periods,
    dates.check_sequence,
    dates.check_spans,
    sense.check_commune,
    sense.check_successors,
    sense.check_elements,
    sense.check_sizes,
    sense.check_targets,
    sense.check_sentences,
    sense.check_told,
    sense.check_letters,
    sense.check_sections,
    sense.check_baseline_headers,
)

MISSED = tuple(m.code for m in (mistakes.NO_ELEMENT, mistakes.NO_UNIT, mistakes.NO_KIND, mistakes.NO_PARTY))
"""Something of another sheet that is not there."""
MOST_PLACES = 5
"""Cells named beside the first one; of more only how many."""
_CELL = re.compile(r"([A-Z]+)(\d+)")


def verify_book(book: Book, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Every mistake at once, with those already `found` on reading; a broken cell speaks only once."""
    before, names = tuple(found), Names(book)
    broken = {finding.place for finding in before if finding.place.cell}
    after = (finding for rule in RULES for finding in rule(names) if finding.place not in broken)
    return tuple(_once(sorted((*before, *after), key=_position)))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """What is missed in several cells is one cause: told at the first of them, with the others."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(found):
        groups.setdefault(finding.say if finding.code in MISSED else number, []).append(finding)
    for first, *others in groups.values():
        also = ", ".join(f"{f.place.sheet}!{f.place.cell}" for f in others[:MOST_PLACES])
        more = f" và {len(others) - MOST_PLACES} ô nữa" if len(others) > MOST_PLACES else ""
        say = f"{first.say} Cũng thế ở {also}{more}." if others else first.say
        yield replace(first, say=say, others=tuple(f.place for f in others))


def _position(finding: Finding) -> tuple[int, int, int]:
    order = {fold(sheet.name): number for number, sheet in enumerate(SHEETS)}
    cell = _CELL.fullmatch(finding.place.cell)
    row, column = (int(cell[2]), column_number(cell[1])) if cell else (0, 0)
    return order.get(fold(finding.place.sheet), -1), row, column
