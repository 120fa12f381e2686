"""What a person saw in an answer cell (số nhìn thấy), where it is not what the file holds: KT-112, KT-113.

What was crossed out is asked about. A number that the cell shows otherwise is told, or asked where rounding alone does
not explain it; a unit of measure that the format shows counts as typed.
"""

from dataclasses import replace
from decimal import Decimal

from kehoach.finding import Severity
from kehoach.office.model import CellKind, RawCell, Sight
from kehoach.office.shown import Shown, shown_as
from kehoach.plan.element import Element, ElementKind
from kehoach.submission.model import State
from kehoach.submission.taken import Doubt, Taken, asked, unread
from kehoach.vi.numbers import print_number
from kehoach.vi.typed_number import read_typed_number

HARDLY = Decimal("0.01")
"""A hundredth of the number: a cell that still shows decimals, and is off by less, was only rounded to be read."""
MOST_DECIMALS = 6
_STRUCK = Doubt(
    "KT-112", Severity.CONFIRM, "bị gạch ngang; bỏ hay vẫn dùng?", "Bỏ thì xóa hẳn khỏi ô, vẫn dùng thì bỏ gạch."
)


def is_out_of_sight(cell: RawCell) -> bool:
    """Whether something stands in the cell and nothing of it can be seen there."""
    if cell.sight is Sight.UNSEEN:
        return True
    number = _number(cell)
    shown = shown_as(number, cell.number_format) if number is not None else None
    return shown is not None and shown.number is None and not shown.words


def as_seen(element: Element, cell: RawCell | None, taken: Taken) -> Taken:
    """What was taken, with what is to be said of the way it is shown."""
    if cell is None or taken.state is State.BLANK:
        return taken
    if cell.sight is Sight.STRUCK:
        return replace(taken, doubts=(_STRUCK,))
    number = _number(cell)
    if number is None or element.kind not in (ElementKind.COUNT, ElementKind.AMOUNT) or is_out_of_sight(cell):
        return taken
    shown = shown_as(number, cell.number_format)
    if any(d.severity.waits for d in taken.doubts):
        return _explained(taken, number, shown)
    return _otherwise(element, taken, number, shown)


def _number(cell: RawCell) -> int | Decimal | None:
    return cell.value if cell.kind is CellKind.NUMBER and isinstance(cell.value, int | Decimal) else None


def _explained(taken: Taken, number: int | Decimal, shown: Shown) -> Taken:
    """A doubt about a number that its sender never saw says so."""
    first, *others = taken.doubts
    if shown.number in (None, number) or first.clause.endswith("?"):
        return taken
    clause = f"{first.clause} (ô chỉ hiện {_shown(shown)})"
    return replace(taken, doubts=(replace(first, clause=clause), *others))


def _otherwise(element: Element, taken: Taken, number: int | Decimal, shown: Shown) -> Taken:
    if shown.is_percent:
        return asked("KT-48", f"ô hiện {_shown(shown)}, mục này hỏi số lượng")
    if shown.words and shown.number == number:
        text = f"{number:f} {shown.words}".replace(".", ",")
        reading = read_typed_number(text, element.measure, element.kind is ElementKind.COUNT)
        doubts = (replace(d, clause=f"ô hiện “{_shown(shown)}”; {d.clause}") for d in unread(reading).doubts)
        return replace(taken, doubts=tuple(doubts)) if reading.value is None or reading.doubt else taken
    if shown.number == number or _is_hardly_other(number, shown):
        return taken
    clause = f"ô chỉ hiện {_shown(shown) or 'chữ'} mà số lưu bên trong là {print_number(number, MOST_DECIMALS)}"
    is_rounded = not shown.words and _off(number, shown) < 1
    if is_rounded:
        look = Doubt("KT-113", Severity.LOOK, f"{clause}; dùng số lưu", "Xem số nào đúng.")
        return replace(taken, doubts=(*taken.doubts, look))
    return replace(taken, doubts=(Doubt("KT-113", Severity.CONFIRM, f"{clause}, không rõ số nào đúng"),))


def _is_hardly_other(number: int | Decimal, shown: Shown) -> bool:
    has_decimals = isinstance(shown.number, Decimal) and shown.number.as_tuple().exponent != 0
    return has_decimals and not shown.words and _off(number, shown) < HARDLY * abs(Decimal(number))


def _off(number: int | Decimal, shown: Shown) -> Decimal:
    """How far the number on the screen is from the one in the file; all of it where there is none."""
    return abs(Decimal(shown.number or 0) - number)


def _shown(shown: Shown) -> str:
    number = "" if shown.number is None else print_number(shown.number, MOST_DECIMALS) + "%" * shown.is_percent
    return f"{number} {shown.words}".strip()
