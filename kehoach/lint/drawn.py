"""Which lines stand under an element (đường kẻ dưới thành phần): found in its whole column, measured, compared.

In: the paragraphs where the line may stand, and the text it belongs to. Out: strokes, and faults against a measure.
"""

from collections.abc import Iterator, Sequence

from kehoach.lint.compare import length
from kehoach.lint.decree import DASHES
from kehoach.lint.head import Form, Head
from kehoach.lint.paragraph import Line, Paragraph, lines_of
from kehoach.lint.rule import WARNING, Fault
from kehoach.lint.strokes import Means, Stroke
from kehoach.word.metrics import text_width
from kehoach.word.standard import RuleMeasures

_RAISED = 2 / 3
"""Superscript letters are printed this much smaller."""
_OFF_CENTRE = 2.0
"""Millimetres."""


def strokes_of(paragraphs: Sequence[Paragraph]) -> list[Stroke]:
    """Every line in these paragraphs, drawn or made of characters."""
    return [stroke for paragraph in paragraphs for stroke in _in(paragraph)]


def _in(paragraph: Paragraph) -> Iterator[Stroke]:
    yield from paragraph.shapes
    look = paragraph.look
    if look.get("border_bottom") or (look.get("border_top") and paragraph.is_empty):
        room = paragraph.room - paragraph.left - paragraph.right
        yield Stroke(Means.BORDER, room, abs(paragraph.left - paragraph.right) / 2)
    for line in lines_of(paragraph):
        dashes = line.text.replace(" ", "")
        if DASHES.match(dashes):
            run = line.visible[0]
            width = text_width(line.text, run.size, run.is_bold) * (_RAISED if run.is_raised else 1)
            yield Stroke(Means.UNDERSCORES if set(dashes) == {"_"} else Means.CHARACTERS, width)


def underlines(lines: Sequence[Line]) -> list[Stroke]:
    """Text that is underlined instead of having a line under it."""
    marked = [line for line in lines if line.visible and all(run.underline for run in line.visible)]
    return [Stroke(Means.UNDERLINE, max(line.width for line in marked))] if marked else []


def head_strokes(head: Head) -> tuple[list[Stroke], list[Stroke]]:
    """Those of the agency and those of Tiêu ngữ.

    A shape may be anchored in the other column: the longest is Tiêu ngữ's.
    """
    if head.form is not Form.TABLE:
        both = sorted(strokes_of(tuple(dict.fromkeys((*head.left, *head.right)))), key=lambda s: s.length or 0)
        return both[:-1], both[-1:]
    left, right = strokes_of(head.left), strokes_of(head.right)
    if (not left or not right) and len(left) + len(right) > 1:
        both = sorted((*left, *right), key=lambda s: s.length or 0)
        return both[:-1], both[-1:]
    return left, right


def missing(name: str, at: Line, strokes: Sequence[Stroke], lines: Sequence[Line]) -> Iterator[Fault]:
    """No line, a makeshift one, or one that is not in the middle."""
    do = f"Kẻ một đường liền nét dưới {name}"
    found = [*strokes, *underlines(lines)]
    if not found:
        yield Fault(at, f"Dưới {name} không có đường kẻ.", do)
    elif not any(stroke.is_drawn for stroke in found):
        yield Fault(at, f"Đường kẻ dưới {name} làm bằng {found[0].means}.", do, WARNING)
    elif all(stroke.off_centre > _OFF_CENTRE for stroke in found):
        yield Fault(at, f"Đường kẻ dưới {name} lệch khỏi giữa.", f"Đặt đường kẻ cân đối giữa {name}")


def mismeasured(
    name: str, lines: Sequence[Line], strokes: Sequence[Stroke], measures: RuleMeasures, slack: tuple[float, float]
) -> Iterator[Fault]:
    """A line too long or too short for the longest of `lines`; `slack` widens what the decree allows."""
    longest = max(lines, key=lambda line: line.width)
    known = [s.length for s in strokes if s.length is not None]
    if not known or not longest.width:
        return
    low, high = (limit + more for limit, more in zip(measures.allowed, slack, strict=True))
    shares = [each / longest.width for each in known]
    if not any(low <= share <= high for share in shares):
        best = min(known, key=lambda each: abs(each / longest.width - measures.share))
        do = f"Kẻ dài {length(longest.width * measures.share)}"
        say = f"Đường kẻ dưới {name} dài {length(best)}, bằng {best / longest.width:.0%} dòng chữ."
        yield Fault(longest, say, do)
