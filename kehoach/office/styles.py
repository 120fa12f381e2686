"""How cells are shown (kiểu ô), as far as it changes what they say: number format, font, and whether they are seen."""

from dataclasses import dataclass
from functools import lru_cache

from kehoach.office.formats import built_in, shows_date
from kehoach.office.model import Sight
from kehoach.office.sight import PAPER, colour_of, is_lost
from kehoach.office.xml import is_on, names, parse, whole


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Kiểu của ô: the number format's text, the font's name, whether numbers are shown as dates, what is seen."""

    number_format: str = "General"
    font: str = ""
    as_date: bool = False
    sight: Sight = Sight.PLAIN


REMEMBERED = 200_000
"""Bytes: smaller parts are read once, for all forms of a folder were made with the same few sets of styles."""

_LISTS = ("fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs")
_TAGS = names(*_LISTS, "font", "name", "strike", "color", "patternFill", "gradientFill", "fgColor", "numFmt", "xf")


def read_styles(data: bytes) -> tuple[CellStyle, ...]:
    """The part styles.xml → the styles that cells name by their number."""
    return _read_again(data) if len(data) <= REMEMBERED else _read(data)


def _read(data: bytes) -> tuple[CellStyle, ...]:
    events = _StyleEvents()
    parse(data, events.start, events.end)
    formats = {number: (text, shows_date(text)) for number, text in events.formats.items()}

    def style(number: int, font: int, fill: int) -> CellStyle:
        text, as_date = formats.setdefault(number, (built_in(number), shows_date(built_in(number))))
        look = events.fonts[font] if 0 <= font < len(events.fonts) else _Font()
        ground = events.fills[fill] if 0 <= fill < len(events.fills) else PAPER
        sight = Sight.STRUCK if look.is_struck else Sight.UNSEEN if is_lost(look.colour, ground) else Sight.PLAIN
        return CellStyle(text, look.name, as_date, sight)

    return tuple(style(*cell) for cell in events.cells)


_read_again = lru_cache(maxsize=16)(_read)


@dataclass(slots=True)
class _Font:
    name: str = ""
    colour: str = "000000"
    is_struck: bool = False


class _StyleEvents:
    """Fonts and formats outside the lists they belong to (in `dxfs`) are differences, not what cells point at."""

    def __init__(self) -> None:
        self.fonts: list[_Font] = []
        self.fills: list[str] = []
        self.formats: dict[int, str] = {}
        self.cells: list[tuple[int, int, int]] = []
        self._inside = ""
        self._is_solid = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _TAGS.get(name)
        if tag is None:
            return
        if tag in _LISTS:
            self._inside = tag
        elif self._inside == "fonts":
            self._start_in_font(tag, attributes)
        elif self._inside == "fills":
            self._start_in_fill(tag, attributes)
        elif tag == "numFmt" and self._inside != "dxfs":
            self.formats[whole(attributes.get("numFmtId", ""), 0)] = attributes.get("formatCode", "General")
        elif tag == "xf" and self._inside == "cellXfs":
            numbers = (whole(attributes.get(key, ""), 0) for key in ("numFmtId", "fontId", "fillId"))
            self.cells.append((next(numbers), next(numbers), next(numbers)))

    def _start_in_font(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "font":
            self.fonts.append(_Font())
        elif self.fonts and tag == "name":
            self.fonts[-1].name = attributes.get("val", "")
        elif self.fonts and tag == "color":
            self.fonts[-1].colour = colour_of(attributes)
        elif self.fonts and tag == "strike":
            self.fonts[-1].is_struck = is_on(attributes)

    def _start_in_fill(self, tag: str, attributes: dict[str, str]) -> None:
        """A plain ground has a colour, a pattern has none that is known."""
        if tag in ("patternFill", "gradientFill"):
            self.fills.append(PAPER if attributes.get("patternType", "none") == "none" and tag[0] == "p" else "")
            self._is_solid = attributes.get("patternType") == "solid"
        elif tag == "fgColor" and self.fills and self._is_solid:
            self.fills[-1] = colour_of(attributes)

    def end(self, name: str) -> None:
        if _TAGS.get(name) == self._inside:
            self._inside = ""
