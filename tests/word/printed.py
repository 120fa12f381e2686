"""A document as LibreOffice prints it: every line with its place, every page as a picture."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from tests.libreoffice import Line, convert, printed_lines

POINTS_PER_MM = 72 / 25.4
_DOTS = 2
"""Pixels of a picture for each point."""
_DARK = re.compile(rb"[\x00-\x80]+")


@dataclass(frozen=True)
class Picture:
    """A page in grey, `width` × `height` pixels."""

    width: int
    height: int
    pixels: bytes

    def stroke(self, across: tuple[float, float], down: tuple[float, float]) -> float:
        """The longest level stroke between two edges and two heights, all in points; 0 without any."""
        left, right = (int(x * _DOTS) for x in across)
        rows = (self.pixels[y * self.width :][left:right] for y in range(*(int(y * _DOTS) for y in down)))
        return max((len(run) for row in rows for run in _DARK.findall(row)), default=0) / _DOTS


@dataclass(frozen=True)
class Printed:
    """Bản in: file, PDF, lines in reading order, widths of the pages in points."""

    docx: Path
    pdf: Path
    lines: tuple[Line, ...]
    widths: tuple[float, ...]

    def line(self, start: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(start))

    def on(self, page: int) -> list[Line]:
        return [line for line in self.lines if line.page == page]

    @property
    def signed_on(self) -> int:
        """The page of recipients and signature, the last one before the annexes."""
        return self.line("Nơi nhận:").page


@cache
def picture(pdf: Path, page: int) -> Picture:
    """A page as poppler draws it."""
    command = ["pdftoppm", "-gray", "-r", str(72 * _DOTS), "-f", str(page), "-l", str(page), str(pdf)]
    drawn = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, pixels)


def print_all(documents: Mapping[str, bytes], folder: Path) -> dict[str, Printed]:
    """All of them by one start of the program."""
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(documents[name])
    convert(tuple(paths.values()), "pdf", folder)
    return {name: _printed(path) for name, path in paths.items()}


def _printed(path: Path) -> Printed:
    pdf = path.with_suffix(".pdf")
    lines = printed_lines(pdf)
    pages = etree.parse(str(pdf.with_suffix(".xhtml"))).iter("{*}page")
    return Printed(path, pdf, lines, tuple(float(page.get("width", "0")) for page in pages))
