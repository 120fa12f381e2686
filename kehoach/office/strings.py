"""The strings that cells share (bảng chuỗi): plain and formatted text, without the phonetic runs."""

from collections.abc import Mapping
from typing import NamedTuple

from kehoach.office.model import UnreadableFile
from kehoach.office.text import unescape
from kehoach.office.xml import Begun, Ended, is_on, parse_by_name

LONGEST_TEXT = 32_767
"""Characters: a cell of Excel holds no more, so a longer text is meant to do harm further on."""


class Text(NamedTuple):
    """Chuỗi: what a cell shows, the font of its longest formatted run, "" where no run names one, and whether a part is
    crossed out.
    """

    text: str
    font: str = ""
    is_struck: bool = False


class TextEvents:
    """Collects one `si` or `is` after another; shared strings and texts written into a cell look the same.

    `pieces` is what expat's character data goes into; `begun` and `ended` say what to do at the elements within.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.begun: Mapping[str, Begun] = {
            "t": self._start_text,
            "r": self._start_run,
            "rFont": self._name_font,
            "strike": self._strike,
            "rPh": self._start_phonetic,
        }
        self.ended: Mapping[str, Ended] = {"t": self._end_text, "rPh": self._end_phonetic}
        self._runs: list[tuple[str, str]] = []
        self._font = ""
        self._phonetic = False
        self._strikes = self._is_struck = False

    def _start_text(self, _attributes: dict[str, str]) -> None:
        self.pieces.clear()

    def _start_run(self, _attributes: dict[str, str]) -> None:
        self._font, self._strikes = "", False

    def _name_font(self, attributes: dict[str, str]) -> None:
        self._font = attributes.get("val", "")

    def _strike(self, attributes: dict[str, str]) -> None:
        self._strikes = is_on(attributes)

    def _start_phonetic(self, _attributes: dict[str, str]) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _end_text(self) -> None:
        if not self._phonetic:
            self._runs.append(("".join(self.pieces), self._font))
            self._is_struck |= self._strikes and bool(self._runs[-1][0].strip())

    def whole(self) -> Text:
        """The text that ends here; nothing of it is left for the next one."""
        runs, self._runs, self._font = self._runs, [], ""
        is_struck, self._strikes, self._is_struck = self._is_struck, False, False
        if len(runs) == 1:
            text, font = runs[0]
        else:
            text = "".join(text for text, _ in runs)
            _, font = max(runs, key=lambda run: len(run[0]), default=("", ""))
        return Text(checked(text), font if text else "", is_struck)


def checked(text: str) -> str:
    """Unescaped and clean; refused where no cell could hold it."""
    if len(text) > 7 * LONGEST_TEXT or len(text := unescape(text)) > LONGEST_TEXT:
        raise UnreadableFile("dangerous", f"a text of {len(text)} characters")
    return text


def read_strings(data: bytes) -> tuple[Text, ...]:
    """The part sharedStrings.xml, in its own order."""
    strings: list[Text] = []
    events = TextEvents()
    parse_by_name(data, events.begun, {**events.ended, "si": lambda: strings.append(events.whole())}, events.pieces)
    return tuple(strings)
