"""An element held against the decree's table of looks (so với thể thức): size, weight, slant, capitals, alignment.

In: lines and the component they should look like. Out: faults, each with what is and what should be in words.
"""

from collections.abc import Callable, Iterable, Iterator
from math import isclose

from kehoach.finding import Severity
from kehoach.lint.paragraph import Line, Paragraph
from kehoach.lint.rule import Fault
from kehoach.word.standard import LOOKS, Component, Look

_ALIGNS = {"left": "sát trái", "center": "giữa", "right": "sát phải", "both": "đều hai bên", "distribute": "dàn đều"}


def as_decreed(
    name: str, component: Component, lines: Iterable[Line], checks_align: bool = True, any_case: bool = False
) -> Iterator[Fault]:
    """A fault for each line that does not look like its component. `any_case` leaves capitals to another rule."""
    look = LOOKS[component]
    for line in lines:
        wrong = [*_letters(line, look), *([] if any_case else _case(line, look))]
        if checks_align and not _is_aligned(line.paragraph.align, look.align):
            wrong.append(f"đặt {_ALIGNS.get(line.paragraph.align, line.paragraph.align)}")
        if wrong:
            yield Fault(line, f"{name} đang {', '.join(wrong)}.", f"{name} phải {demanded(look, checks_align)}")


def _letters(line: Line, look: Look) -> Iterator[str]:
    sizes = sorted({run.size for run in line.visible if not _lies(run.size, look.allowed)})
    if sizes:
        yield f"cỡ {' và '.join(map(points, sizes))}"
    if any(run.is_bold != look.bold for run in line.visible):
        yield "không đậm" if look.bold else "đậm"
    if any(run.is_italic != look.italic for run in line.visible):
        yield "đứng" if look.italic else "nghiêng"


def _case(line: Line, look: Look) -> Iterator[str]:
    if look.is_capitals and not line.is_capitals:
        yield "có chữ thường"
    elif not look.is_capitals and line.is_capitals and any(c.isalpha() for c in line.text):
        yield "viết hoa toàn bộ"


def _is_aligned(given: str, wanted: str) -> bool:
    return given == wanted or (wanted == "left" and given == "both")


def _lies(size: float, allowed: tuple[float, float]) -> bool:
    return allowed[0] <= size <= allowed[1]


def demanded(look: Look, with_align: bool = True) -> str:
    """ "in hoa, cỡ 12 đến 13, đứng, đậm, đặt giữa"."""
    low, high = look.allowed
    size = points(low) if isclose(low, high) else f"{points(low)} đến {points(high)}"
    words = ["in hoa" if look.is_capitals else "in thường", f"cỡ {size}", "nghiêng" if look.italic else "đứng"]
    words.append("đậm" if look.bold else "không đậm")
    return ", ".join([*words, *([f"đặt {_ALIGNS[look.align]}"] if with_align else [])])


def points(size: float) -> str:
    """13.5 → "13,5"."""
    return f"{size:g}".replace(".", ",")


def length(millimetres: float) -> str:
    """12.7 → "12,7 mm"."""
    return f"{round(millimetres, 1):g} mm".replace(".", ",")


def grouped(
    paragraphs: Iterable[Paragraph], what: Callable[[Paragraph], str | None], do: str, severity: Severity | None = None
) -> Iterator[Fault]:
    """One fault for all paragraphs that have the same against them; `what` says it, or None."""
    found: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if (said := what(paragraph)) is not None:
            found.setdefault(said, []).append(paragraph)
    for said, places in found.items():
        count = f" ({len(places)} đoạn)" if len(places) > 1 else ""
        yield Fault(places[0], f"{said}{count}.", do, severity, also=tuple(places[1:]))
