"""A raw cell → what an officer would say stands in it (chữ trong ô): real numbers, dates and ticks become text."""

from datetime import date, datetime
from decimal import Decimal

from kehoach.office.model import CellKind, RawCell
from kehoach.plan.choices import NO, YES
from kehoach.plan.texts import print_exact
from kehoach.vi.dates import print_date


def typed_text(cell: RawCell) -> str:
    """The text of a cell: 0.86 shown as a percentage → "86%", a date → dd/mm/yyyy, TRUE → "có"."""
    value = cell.value
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        return print_date(value.date())
    if isinstance(value, date):
        return print_date(value)
    if isinstance(value, int | Decimal):
        return f"{print_exact(Decimal(value) * 100)}%" if "%" in cell.number_format else print_exact(value)
    return value or ""


def is_broken(cell: RawCell) -> bool:
    """Whether Excel shows an error there, or a formula was never worked out."""
    return cell.kind is CellKind.ERROR or (cell.kind is CellKind.BLANK and cell.formula is not None)
