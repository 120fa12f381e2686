"""KT-72: what changed since the last build (khác lần lập trước): two `so-lieu.csv` of one period, held together.

Said on the screen only: a sheet that told it would itself differ from build to build.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from kehoach.dataset.model import CELL, CSV_COLUMNS, ELEMENT, FILE, SHEET, STATE, UNIT, VALUE
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.model import Plan
from kehoach.submission.model import State
from kehoach.vi.numbers import print_number
from kehoach.vi.values import print_value

CODE = "KT-72"
MOST_SHOWN = 5
NOTHING = "chưa có"
Name = tuple[str, str]
"""(element code, what it is about)."""


@dataclass(frozen=True)
class Told:
    """Một dòng của so-lieu.csv: value and state as written there, and the cell."""

    value: str
    state: State
    file: str
    place: str

    def said(self, element: Element | None) -> str:
        """In words, as it is printed elsewhere."""
        if not self.value:
            return self.state.in_words or NOTHING
        if element and element.kind is ElementKind.YES_NO and self.value in ("0", "1"):
            return "có" if self.value == "1" else "không"
        if self.state is State.DATE:
            return print_value(date.fromisoformat(self.value))
        return _number(self.value) if self.state is State.NUMBER else self.value


@dataclass(frozen=True)
class Changed:
    """Một số đã khác: whose value of what, before and now; None where there was, or is, no such row."""

    element: str
    subject: str
    before: Told | None
    now: Told | None

    def words(self, plan: Plan) -> str:
        """ "118 → 120"."""
        element = plan.elements.get(self.element)
        return " → ".join(each.said(element) if each else NOTHING for each in (self.before, self.now))


def told_values(table: bytes) -> Mapping[Name, Told]:
    """What a table says of each name: of several rows the one that gives something; {} for any other file."""
    try:
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return {}
    if not rows or set(rows[0]) != set(CSV_COLUMNS) or any(row[STATE] not in set(State) for row in rows):
        return {}
    found: dict[Name, Told] = {}
    for row in rows:
        name, spot = (row[ELEMENT], row[UNIT]), "!".join(filter(None, (row[SHEET], row[CELL])))
        told = Told(row[VALUE], State(row[STATE]), row[FILE], f"{row[FILE]} {spot}".strip())
        if name not in found or told.state.weight >= found[name].state.weight:
            found[name] = told
    return found


def values_changed(before: Mapping[Name, Told], now: Mapping[Name, Told]) -> tuple[Changed, ...]:
    """The names whose value, or the reason why there is none, is another; in the tables' order."""
    names = dict.fromkeys((*before, *now))
    pairs = (Changed(*name, before.get(name), now.get(name)) for name in names)
    return tuple(pair for pair in pairs if _content(pair.before) != _content(pair.now))


def changed_since(plan: Plan, before: bytes, after: bytes) -> str:
    """One sentence, or "" where every value is as it was, or where the earlier file is no such table."""
    was = told_values(before)
    found = values_changed(was, told_values(after)) if was else ()
    if not found:
        return ""
    shown = "; ".join(f"{_label(plan, each)}: {each.words(plan)}" for each in found[:MOST_SHOWN])
    more = f"; và {len(found) - MOST_SHOWN} số nữa" if len(found) > MOST_SHOWN else ""
    return f"{CODE} {len(found)} số khác lần lập trước ({shown}{more}). Bản trước ở thư mục ban-truoc."


def _content(told: Told | None) -> tuple[str, State] | None:
    """Blank, not asked and no row at all say the same: nothing."""
    silent = (State.BLANK, State.NOT_ASKED)
    return None if told is None or (not told.value and told.state in silent) else (told.value, told.state)


def _number(text: str) -> str:
    try:
        return print_number(Decimal(text))
    except InvalidOperation:
        return text


def _label(plan: Plan, changed: Changed) -> str:
    about = plan.elements.get(changed.element)
    name = next((u.name for u in plan.units if u.code == changed.subject), changed.subject)
    return f"“{about.label if about else changed.element}” {name}".strip()
