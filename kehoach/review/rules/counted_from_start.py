"""KT-68: figures of the period that look like sums from the start of the year (số của kỳ ghi thành số cộng dồn).

One number may well be larger than all before it together; when every one of many is, the whole file was added up.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.plan.element import Nature
from kehoach.review.values import Values
from kehoach.submission.model import DataValue
from kehoach.vi.numbers import print_number

CODE = "KT-68"
FEWEST = 6
"""Numbers that must all have grown: by chance that happens to fewer than one file in sixty."""


def check(values: Values) -> Iterator[Finding]:
    """One finding a file, over all its figures of the period that came after something."""
    by_file: dict[Place, list[tuple[DataValue, Fraction]]] = defaultdict(list)
    for row in values.here():
        element = values.plan.elements.get(row.element)
        before = _before(values, row) if element and element.nature is Nature.FLOW and row.number is not None else None
        if before:
            by_file[Place(row.place.unit, row.place.file)].append((row, before))
    for place, pairs in by_file.items():
        if len(pairs) >= FEWEST and place.file and all((row.number or 0) >= before for row, before in pairs):
            yield _asked(values, place.unit, pairs)


def _before(values: Values, row: DataValue) -> Fraction | None:
    """The sum of the earlier periods of the same accumulation; None where one of them gave no number."""
    names = [
        tuple((p.code, row.element, each) for each in values.ground(row.subject, p))
        for p in values.plan.earlier(values.period)
    ]
    rows = [values.rows.get(name) for those in names for name in those]
    numbers = [r.number for r in rows if r and r.number is not None]
    is_whole = all(names) and len(numbers) == len(rows)
    return sum(numbers, Fraction(0)) if numbers and is_whole else None


def _asked(values: Values, unit: str, pairs: list[tuple[DataValue, Fraction]]) -> Finding:
    row, before = pairs[0]
    label = values.plan.elements[row.element].label
    first, *others = (r.place for r, _ in pairs)
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=first,
        read=f"{len(pairs)} số: {'; '.join(r.read for r, _ in pairs)}",
        say=f"{values.name(unit)}: cả {len(pairs)} số phát sinh trong kỳ đều không nhỏ hơn tổng các kỳ trước "
        f"(“{label}”: các kỳ trước {print_number(before)}, kỳ này {print_number(row.number or 0)}); "
        "là số của riêng kỳ này hay cộng dồn từ đầu năm?",
        do=f"Hỏi đơn vị; của riêng kỳ này thì chọn “{Answer.KEEP}”, cộng dồn thì ghi lại số của kỳ vào nhap-ho.xlsx.",
        answers=(Answer.KEEP, Answer.DROP),
        others=tuple(others),
    )
