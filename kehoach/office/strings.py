"""The strings that cells share (bảng chuỗi): plain and formatted text, without the phonetic runs."""

from dataclasses import dataclass

from kehoach.office.model import UnreadableFile
from kehoach.office.text import unescape
from kehoach.office.xml import names, parse

LONGEST_TEXT = 32_767
"""Characters: a cell of Excel holds no more, so a longer text is meant to do harm further on."""

TEXT_NAMES = ("si", "is", "t", "rPh", "r", "rFont")
_TAGS = names(*TEXT_NAMES)


@dataclass(frozen=True, slots=True)
class Text:
    """Chuỗi: what a cell shows, and the font of its longest formatted run, "" where no run names one."""

    text: str
    font: str = ""


class TextEvents:
    """Collects one `si` or `is` after another; shared strings and texts written into a cell look the same.

    `pieces` is what expat's character data goes into.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._texts: list[str] = []
        self._fonts: list[str] = []
        self._font = ""
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """One of `TEXT_NAMES` begins."""
        if tag == "t":
            self.pieces.clear()
        elif tag == "r":
            self._font = ""
        elif tag == "rFont":
            self._font = attributes.get("val", "")
        elif tag == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> Text | None:
        """One of `TEXT_NAMES` ends; the whole text when it was the outermost."""
        if tag == "t" and not self._phonetic:
            self._texts.append("".join(self.pieces))
            self._fonts.append(self._font)
        elif tag == "rPh":
            self._phonetic = False
        elif tag in ("si", "is"):
            return self._whole()
        return None

    def _whole(self) -> Text:
        text = checked("".join(self._texts))
        longest = max(self._texts, key=len, default="")
        font = self._fonts[self._texts.index(longest)] if longest else ""
        self._texts.clear()
        self._fonts.clear()
        self._font = ""
        return Text(text, font)


def checked(text: str) -> str:
    """Unescaped and clean; refused where no cell could hold it."""
    if len(text) > 7 * LONGEST_TEXT or len(text := unescape(text)) > LONGEST_TEXT:
        raise UnreadableFile("dangerous", f"a text of {len(text)} characters")
    return text


def read_strings(data: bytes) -> tuple[Text, ...]:
    """The part sharedStrings.xml, in its own order."""
    strings: list[Text] = []
    events = TextEvents()

    def start(name: str, attributes: dict[str, str]) -> None:
        if tag := _TAGS.get(name):
            events.start(tag, attributes)

    def end(name: str) -> None:
        if (tag := _TAGS.get(name)) and (text := events.end(tag)):
            strings.append(text)

    parse(data, start, end, events.pieces.append)
    return tuple(strings)
