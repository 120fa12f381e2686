"""What may be typed in an answer cell (quy tắc nhập), by kind of element, with a Vietnamese message on a wrong entry.

Numbers and dates also take the words "không phát sinh". A rule has no prompt: nothing is said that does not stand
visibly in the form.
"""

from collections.abc import Callable
from decimal import Decimal

from openpyxl.worksheet.datavalidation import DataValidation

from kehoach.form.model import BLANKS_MISSING, NIL
from kehoach.office.limits import INLINE_LIST_LENGTH, Words, choice, choice_from, custom, longest
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.period import Period
from kehoach.vi.numbers import print_number

LONGEST = {ElementKind.TEXT: 1_000, ElementKind.PARAGRAPHS: 5_000}
"""Characters that an answer in words may have."""
YEARS_BACK = 10
"""How old a paper may be whose date is asked."""

_NUMBERS = {ElementKind.COUNT: "số nguyên", ElementKind.AMOUNT: "số", ElementKind.RATE: "tỷ lệ phần trăm"}
_WORDS = f'TRIM({{cell}})="{NIL}"'
_ABOUT = 'LEFT(TRIM({cell}),6)="khoảng"'
_TYPED_DATE = "AND(LEN({cell})>7,LEN({cell})<11,ISNUMBER(--RIGHT({cell},4)))"
"""Where Excel runs with American settings, 25/12 of a year stays text; it is a good answer all the same."""

KeepList = Callable[[tuple[str, ...]], str]
"""Puts words that do not fit into a rule into the workbook, and gives the address of the cells."""


def blanks_rule() -> DataValidation:
    """The two choices for a section's blanks."""
    return choice(Words(error=f"Chọn “{BLANKS_MISSING}” hoặc “{NIL}”, hoặc xóa trống."), (BLANKS_MISSING, NIL))


def entry_rule(element: Element, period: Period, cell: str, keep_list: KeepList) -> DataValidation:
    """The rule for the answers to `element`; `cell` is the first of them ("B12")."""
    if element.kind in _NUMBERS:
        return _number_rule(element, cell)
    if element.kind is ElementKind.DATE:
        return _date_rule(period.year, cell)
    if element.kind in LONGEST:
        most = LONGEST[element.kind]
        words = Words("", "", "Dài quá", f"Ô này nhận nhiều nhất {print_number(most)} chữ cái. Đề nghị viết gọn lại.")
        return longest(words, most)
    return _choice_rule(element, keep_list)


def options_of(element: Element) -> tuple[str, ...]:
    """What can be chosen: có, không; or the plan's choices, and "không phát sinh" where an answer is not required."""
    if element.kind is ElementKind.YES_NO:
        return ("có", "không")
    return element.choices if element.is_required else (*element.choices, NIL)


def _number_rule(element: Element, cell: str) -> DataValidation:
    low, high = _range(element)
    bounds = [f"{cell}>={low:f}"] + ([f"{cell}<={high:f}"] if high is not None else [])
    whole = [f"{cell}=INT({cell})"] if element.kind is ElementKind.COUNT else []
    words = f"OR({_WORDS},{_ABOUT})" if element.is_estimate else _WORDS
    formula = f"IF(ISNUMBER({cell}),AND({','.join(bounds + whole)}),{words.format(cell=cell)})"
    return custom(Words("", "", "Chưa đúng", _number_error(element, low, high)), formula)


def _range(element: Element) -> tuple[Decimal, Decimal | None]:
    if element.kind is ElementKind.RATE:
        return Decimal(0), Decimal(1)
    return Decimal(0) if element.low is None else element.low, element.high


def _number_error(element: Element, low: Decimal, high: Decimal | None) -> str:
    shown = (lambda n: print_number(n * 100) + "%") if element.kind is ElementKind.RATE else print_number
    span = f"từ {shown(low)} trở lên" if high is None else f"từ {shown(low)} đến {shown(high)}"
    return (
        f"Ô này nhận {_NUMBERS[element.kind]} {span}, không kèm chữ. "
        f"Nếu không có thì gõ: {NIL}. Nếu chưa biết thì để trống."
    )


def _date_rule(year: int, cell: str) -> DataValidation:
    span = f"AND({cell}>=DATE({year - YEARS_BACK},1,1),{cell}<=DATE({year + 1},12,31))"
    formula = f"IF(ISNUMBER({cell}),{span},OR({_WORDS},{_TYPED_DATE}))".format(cell=cell)
    error = f"Ô này nhận ngày/tháng/năm, ví dụ 25/12/{year}. Nếu chưa có thì để trống."
    return custom(Words("", "", "Chưa đúng ngày", error), formula)


def _choice_rule(element: Element, keep_list: KeepList) -> DataValidation:
    options = options_of(element)
    words = Words("", "", "Chưa đúng", "Chọn một trong các mục có sẵn: bấm mũi tên bên phải ô.")
    fits = len(",".join(options)) <= INLINE_LIST_LENGTH and not any(set(',"') & set(o) for o in options)
    return choice(words, options) if fits else choice_from(words, keep_list(options))
