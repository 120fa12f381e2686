"""What each target of the plan is (chọn cách tính): an entry of the catalogue, or a rate or count of its own."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from kehoach.plan.catalogue.read import Indicator, RateBase, plain, recognised
from kehoach.plan.draft.bases import base_of
from kehoach.plan.draft.model import Cell, Mark, Sheets, Standing, asked
from kehoach.plan.draft.units import COMMUNE_CODE
from kehoach.plan.sheets import BASELINES, ELEMENTS
from kehoach.plan.signed.model import SignedTarget
from kehoach.vi.names import initial_capital

_PROMISED = {">=": "từ {muc} trở lên", ">": "trên {muc}", "<": "dưới {muc}", "<=": "không quá {muc}", "=": "{muc}"}


@dataclass(frozen=True)
class Chosen:
    """Chỉ tiêu đã chọn cách tính: the target, its code, its catalogue entry if any, the base of its rate if any.

    `within` are elements that the rate's own whole is a part of: ho_ngheo of "hộ nghèo có nhu cầu được vay vốn".
    """

    code: str
    target: SignedTarget
    indicator: Indicator | None
    base: RateBase | None
    within: tuple[str, ...] = ()

    @property
    def kinds(self) -> Iterable[str]:
        """Kinds of units that must be there for it."""
        rows = (*(self.indicator.rows if self.indicator else ()), *(self.base.rows if self.base else ()))
        for sheet, row in rows:
            if sheet is ELEMENTS:
                yield row["subject"]
        if self.base and not self.indicator:
            yield self.base.subject


def choose(targets: Sequence[SignedTarget], taken: Collection[str] = ()) -> tuple[Chosen, ...]:
    """What each target is, in the plan's order, with codes that are not `taken`; a catalogue entry is used once."""
    chosen: list[Chosen] = []
    free = (code for number in count(1) if (code := f"ct{number}") not in taken)
    for target in targets:
        found = recognised(target.what, target.measure, target.change) or recognised(
            target.text, target.measure, target.change
        )
        used = any(c.indicator is found for c in chosen)
        indicator = None if used else found
        base, within = (None, ()) if indicator else base_of(target.what)
        chosen.append(Chosen(next(free), target, indicator, base, within))
    return tuple(chosen)


def promised_cells(code: str, target: SignedTarget) -> dict[str, Cell | str]:
    """What the plan itself says of a target."""
    mark = Mark(Standing.FROM_PLAN if target.is_sure else Standing.UNSURE, target.source)
    return {
        "code": code,
        "text": Cell(target.text, Mark(Standing.FROM_PLAN, target.source)),
        "comparison": Cell(target.comparison, mark),
        "threshold": Cell(target.threshold, mark),
        "measure": Cell(target.measure, mark),
    }


def promise(chosen: Chosen) -> str:
    """The promised value in a sentence: "từ {ct1.muc} trở lên"; all of something is simply all."""
    target = chosen.target
    is_all = (target.comparison, target.threshold, target.measure) == (">=", "100", "%")
    return (_PROMISED["="] if is_all else _PROMISED[target.comparison]).replace("{muc}", f"{{{chosen.code}.muc}}")


def add_baseline(sheets: Sheets, element: str, source: str, year: int) -> None:
    """Last year's value of the commune, to be filled in where nobody's stands there yet."""
    rows = [row for row in sheets.rows.get(BASELINES.key, []) if row.get("element") == element]
    if any(str(year - 1) in row for row in rows):
        return
    why = f"Kế hoạch không ghi số của năm {year - 1}; cần để so sánh. Câu trong kế hoạch: {source}"
    sheets.add(BASELINES, {"unit": COMMUNE_CODE, "element": element, str(year - 1): asked(why)})


def in_village_words(text: str, village: str) -> str:
    """Catalogue texts say "thôn"; a plan may say "ấp", and its formulas `dem(ap)`."""
    if village == "thôn":
        return text
    text = re.sub(r"(?<![Nn]ông )\bthôn\b", village, text)
    text = re.sub(r"\bThôn\b", initial_capital(village), text)
    return re.sub(r"\bthon\b", plain(village).replace(" ", "_"), text)
