"""How cells are shown (kiểu ô), as far as it changes what they say: number format and font."""

from dataclasses import dataclass
from functools import lru_cache

from kehoach.office.formats import built_in, shows_date
from kehoach.office.xml import names, parse, whole


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Kiểu của ô: the number format's text, the font's name, and whether numbers are shown as dates."""

    number_format: str = "General"
    font: str = ""
    as_date: bool = False


REMEMBERED = 200_000
"""Bytes: smaller parts are read once, for all forms of a folder were made with the same few sets of styles."""

_TAGS = names("fonts", "font", "name", "numFmt", "cellXfs", "xf", "cellStyleXfs", "dxfs")


def read_styles(data: bytes) -> tuple[CellStyle, ...]:
    """The part styles.xml → the styles that cells name by their number."""
    return _read_again(data) if len(data) <= REMEMBERED else _read(data)


def _read(data: bytes) -> tuple[CellStyle, ...]:
    events = _StyleEvents()
    parse(data, events.start, events.end)
    formats = {number: (text, shows_date(text)) for number, text in events.formats.items()}

    def style(number: int, font: int) -> CellStyle:
        text, as_date = formats.setdefault(number, (built_in(number), shows_date(built_in(number))))
        return CellStyle(text, events.fonts[font] if 0 <= font < len(events.fonts) else "", as_date)

    return tuple(style(number, font) for number, font in events.cells)


_read_again = lru_cache(maxsize=16)(_read)


class _StyleEvents:
    """Fonts and formats outside the lists they belong to (in `dxfs`) are differences, not what cells point at."""

    def __init__(self) -> None:
        self.fonts: list[str] = []
        self.formats: dict[int, str] = {}
        self.cells: list[tuple[int, int]] = []
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _TAGS.get(name)
        if tag is None:
            return
        if tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._inside = tag
        elif tag == "font" and self._inside == "fonts":
            self.fonts.append("")
        elif tag == "name" and self._inside == "fonts" and self.fonts:
            self.fonts[-1] = attributes.get("val", "")
        elif tag == "numFmt" and self._inside != "dxfs":
            self.formats[whole(attributes.get("numFmtId", ""), 0)] = attributes.get("formatCode", "General")
        elif tag == "xf" and self._inside == "cellXfs":
            self.cells.append((whole(attributes.get("numFmtId", ""), 0), whole(attributes.get("fontId", ""), 0)))

    def end(self, name: str) -> None:
        if _TAGS.get(name) == self._inside:
            self._inside = ""
