"""Targets of the plan with everything they need (chỉ tiêu): from the catalogue where known, else a generic form."""

import re
from collections.abc import Iterable

from kehoach.plan.catalogue.read import CatalogueRow, Indicator
from kehoach.plan.draft.chosen import Chosen, add_baseline, in_village_words, promise, promised_cells
from kehoach.plan.draft.generic import add_generic
from kehoach.plan.draft.model import Cell, Mark, Sheets, Standing, usual
from kehoach.plan.draft.parties import Parties
from kehoach.plan.draft.units import Units
from kehoach.plan.sheets import BASES, CHECKS, ELEMENTS, SECTIONS, TARGETS

_ASKS_WHOM = ("suppliers", "lead")
NO_LEAD = "Kế hoạch không ghi ai chủ trì chỉ tiêu; tạm lấy đơn vị thường phụ trách."
_ONCE = (ELEMENTS, SECTIONS, CHECKS, BASES)
"""Sheets in which two indicators may bring the same row."""
_OWN = re.compile(r"\bct\.")


def add_target(sheets: Sheets, chosen: Chosen, parties: Parties, units: Units, year: int) -> None:
    """A row of `Chỉ tiêu`, and what it rests on."""
    if chosen.indicator:
        _add_known(sheets, chosen, chosen.indicator, parties, units, year)
    else:
        add_generic(sheets, chosen, units, year)


def add_catalogue_rows(
    sheets: Sheets, rows: Iterable[CatalogueRow], why: str, parties: Parties, units: Units, words: dict[str, str]
) -> None:
    """Rows of the catalogue, those that are there already left out; `words` stand in for its placeholders."""
    for sheet, row in rows:
        first = sheet.columns[0].key
        made = {key: _here(key, text, parties, units, words) for key, text in row.items()}
        if sheet in _ONCE and made[first] in sheets.codes(sheet):
            continue
        cells: dict[str, Cell | str] = {**made, first: usual(made[first], why)}
        sheets.add(sheet, cells)


def _here(key: str, text: str, parties: Parties, units: Units, words: dict[str, str]) -> str:
    """A cell of the catalogue in this plan's words: its villages, its offices."""
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    if key in _ASKS_WHOM:
        return units.supplier(text, parties)
    return in_village_words(text, units.village)


def _add_known(sheets: Sheets, chosen: Chosen, indicator: Indicator, parties: Parties, units: Units, year: int) -> None:
    why = f"Danh mục chỉ tiêu thường gặp: {indicator.name}."
    promised = promise(chosen)
    rows = [
        (sheet, {k: _OWN.sub(f"{chosen.code}.", text).replace("<muc>", promised) for k, text in row.items()})
        for sheet, row in indicator.rows
    ]
    own = next(row for sheet, row in rows if sheet is TARGETS)
    lead = parties.known(own.get("lead", ""))
    others = {key: in_village_words(text, units.village) for key, text in own.items() if key not in ("lead", "short")}
    sheets.add(
        TARGETS,
        {
            **promised_cells(chosen.code, chosen.target),
            "short": usual(in_village_words(own["short"], units.village), why),
            **{key: usual(text, why) for key, text in others.items()},
            "lead": Cell(lead.code, Mark(Standing.UNSURE, NO_LEAD)) if lead else "",
        },
    )
    rest = [(sheet, row) for sheet, row in rows if sheet is not TARGETS]
    add_catalogue_rows(sheets, rest, why, parties, units, {})
    for element in indicator.baselines:
        add_baseline(sheets, element, chosen.target.source, year)
