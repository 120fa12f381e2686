"""The line that says how long it still takes (dòng tiến độ): on a terminal alone, and only once a command is slow."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

from kehoach.step import Step

QUICK, OFTEN = 1.0, 0.1
"""Seconds before anything is said, and between two looks of the line."""
_ENOUGH = 3
"""Pieces that must be done before an estimate is worth anything."""


class WaitingLine:
    """Dòng tiến độ: one line, written over itself, gone before anything else is printed."""

    def __init__(self, stream: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._now = stream, now
        self._began = now()
        self._shown_at, self._width = self._began + QUICK - OFTEN, 0

    def __call__(self, step: Step) -> None:
        """Shows the step, where it is time to."""
        if self._now() - self._shown_at >= OFTEN:
            self._shown_at = self._now()
            text = self._words(step)[: shutil.get_terminal_size().columns - 1]
            self._stream.write("\r" + text.ljust(self._width))
            self._stream.flush()
            self._width = len(text)

    def clear(self) -> None:
        """Takes the line away."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0

    def _words(self, step: Step) -> str:
        counted = f": {step.done}/{step.total}" if step.total else ""
        return f"Đang {step.what}{counted}{self._left(step)} …"

    def _left(self, step: Step) -> str:
        """ ", còn khoảng 12 giây"; "" while nothing can be said."""
        if step.done < _ENOUGH or step.done >= step.total:
            return ""
        seconds = round((self._now() - self._began) * (step.total - step.done) / step.done)
        return f", còn khoảng {seconds} giây" if seconds < 90 else f", còn khoảng {round(seconds / 60)} phút"
