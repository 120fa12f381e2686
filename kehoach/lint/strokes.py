"""Lines that are drawn in a document (đường kẻ): borders, shapes, and what people use in their stead.

In: a paragraph's element and its effective properties. Out: strokes with their length in millimetres.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kehoach.office.word_markup import Element, number, q

_EMU = 36000
_MM_PER_POINT = 25.4 / 72
_SIZE = re.compile(r"(width|height)\s*:\s*([\d.]+)(pt|mm|cm|in)?")
_UNITS = {"pt": _MM_PER_POINT, "mm": 1.0, "cm": 10.0, "in": 25.4, "": _MM_PER_POINT}
_STRAIGHT = ("line", "straightConnector1")
_VML_LINE = "#_x0000_t32"
FLAT_ENOUGH = 1.5
"""Millimetres: a shape no higher than this is a horizontal line."""


class Means(StrEnum):
    """Cách kẻ: what the line is made of."""

    BORDER = "đường viền"
    SHAPE = "nét vẽ"
    UNDERSCORES = "dấu gạch dưới"
    CHARACTERS = "ký tự gạch"
    UNDERLINE = "gạch chân"


@dataclass(frozen=True)
class Stroke:
    """Đường kẻ: what it is made of, how long (None where the file does not say), how far off the middle."""

    means: Means
    length: float | None
    off_centre: float = 0

    @property
    def is_drawn(self) -> bool:
        """Whether it is solid and no makeshift; the State's own forms draw with underscores."""
        return self.means in (Means.BORDER, Means.SHAPE, Means.UNDERSCORES)


def shapes(paragraph: Element) -> Iterator[Stroke]:
    """Lines drawn as shapes that are anchored in the paragraph, each once."""
    for drawing in paragraph.iter(q("w:drawing")):
        if any(g.get("prst") in _STRAIGHT for g in drawing.iter(q("a:prstGeom"))):
            extent = next(drawing.iter(q("wp:extent")), None)
            width, height = (
                (number(None if extent is None else extent.get(side)) or 0) / _EMU for side in ("cx", "cy")
            )
            if height <= FLAT_ENOUGH:
                yield Stroke(Means.SHAPE, width)
    if next(paragraph.iter(q("w:drawing")), None) is None:
        yield from _old_shapes(paragraph)


def _old_shapes(paragraph: Element) -> Iterator[Stroke]:
    """VML, which Word writes beside the drawing for older versions, and old files write alone."""
    for line in paragraph.iter(q("v:line")):
        begin, end = (_point(line.get(side, "")) for side in ("from", "to"))
        if begin and end and abs(end[1] - begin[1]) <= FLAT_ENOUGH:
            yield Stroke(Means.SHAPE, abs(end[0] - begin[0]))
    for shape in paragraph.iter(q("v:shape")):
        if shape.get("type") == _VML_LINE:
            sizes = {m[1]: float(m[2]) * _UNITS[m[3] or ""] for m in _SIZE.finditer(shape.get("style", ""))}
            if sizes.get("height", 0) <= FLAT_ENOUGH:
                yield Stroke(Means.SHAPE, sizes.get("width"))


def _point(text: str) -> tuple[float, float] | None:
    """ "55.2pt,2.1pt" in millimetres; numbers without a unit are points."""
    lengths = [number(part.strip() if part.strip()[-2:].isalpha() else f"{part.strip()}pt") for part in text.split(",")]
    if len(lengths) != 2 or lengths[0] is None or lengths[1] is None:
        return None
    return (lengths[0] / 20 * _MM_PER_POINT, lengths[1] / 20 * _MM_PER_POINT)
