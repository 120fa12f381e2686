"""LibreOffice and poppler as independent readers: conversions, and the words of a PDF with their places."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

needs_libreoffice = [
    pytest.mark.render,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="no LibreOffice here"),
]
FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML"}


@dataclass(frozen=True)
class Line:
    """A printed line: page from 1, left, top, right, bottom in points, and its words."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def convert(paths: Sequence[Path], kind: str, folder: Path) -> None:
    """Opens each file in LibreOffice and saves it as `kind` into `folder`, with a profile of its own."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/.profile", "--headless", "--convert-to"]
    subprocess.run(
        [*command, FILTERS.get(kind, kind), "--outdir", str(folder), *map(str, paths)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def recalculate(paths: Sequence[Path], folder: Path) -> None:
    """Saves each workbook anew with every formula worked out again, whatever results are stored in it."""
    profile = folder / ".profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    convert(paths, "xlsx", folder)


_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def printed_lines(pdf: Path) -> tuple[Line, ...]:
    """Every line of a PDF in reading order."""
    places = pdf.with_suffix(".xhtml")
    subprocess.run(["pdftotext", "-bbox-layout", str(pdf), str(places)], check=True)
    pages = etree.parse(str(places)).iter("{*}page")
    return tuple(_line(number, line) for number, page in enumerate(pages, 1) for line in page.iter("{*}line"))


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, encoding="utf-8").stdout
    return int(told.partition("Pages:")[2].split()[0])


def fonts(pdf: Path) -> dict[str, bool]:
    """Font names of a PDF, subset prefixes apart, and whether each is embedded."""
    told = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, encoding="utf-8").stdout
    rows = [row.split() for row in told.splitlines()[2:]]
    return {row[0].partition("+")[2] or row[0]: row[-5] == "yes" for row in rows}


def _line(page: int, line: etree._Element) -> Line:
    left, top, right, bottom = (float(line.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Line(page, left, top, right, bottom, " ".join(word.text or "" for word in line.iter("{*}word")))
