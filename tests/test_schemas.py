"""Every workbook and document we write is what the standard says it must be: by its schemas, and by a second reader."""

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from kehoach.commands import build, init, issue, remind, templates
from tests.conftest import ROOT

SCHEMAS = ROOT / "tests" / "schemas"
KNOWN = {
    "Element 't', attribute 'space': The attribute 'space' is not allowed.": (
        "xml:space belongs to every element by XML itself; Excel writes it on each text with blanks at its ends."
    ),
}
"""Complaints of the schemas that are none, and why."""
APART = {
    "core.xml": "core properties import Dublin Core from the network",
    "item1.xml": "our own baseline, in a namespace of our own",
}
"""Parts of which the standard has no schema here."""
SECOND = "ooxml-validate"
FONTS = re.compile(r"/x:styleSheet\[1\]/x:(fonts|dxfs\[1\]/x:dxf)\[\d+\]/x:font\[\d+\]")
"""Where openpyxl orders the children of a font otherwise than Excel does: the standard leaves their order free
(CT_Font is a choice), the second reader does not."""


@cache
def standard() -> tuple[etree.XMLSchema, frozenset[str]]:
    """All schemas as one, and the namespaces they know."""
    places = {str(etree.parse(str(f)).getroot().get("targetNamespace")): f.name for f in sorted(SCHEMAS.glob("*.xsd"))}
    imports = "".join(f'<xs:import namespace="{n}" schemaLocation="{f}"/>' for n, f in places.items())
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    root = etree.fromstring(whole, base_url=(SCHEMAS / "all.xsd").as_uri())
    return etree.XMLSchema(root), frozenset(places)


def complaints(path: Path) -> list[str]:
    """What the standard says against a file, part by part; what is known to be none left out."""
    with zipfile.ZipFile(path) as package:
        parts = {n: package.read(n) for n in package.namelist() if n.endswith((".xml", ".rels"))}
    return [f"{path.name} {name}: {said}" for name, data in parts.items() for said in _against(name, data)]


def _against(name: str, data: bytes) -> Iterator[str]:
    schema, namespaces = standard()
    root = etree.fromstring(data)
    if etree.QName(root).namespace not in namespaces:
        if Path(name).name not in APART:
            yield f"no schema knows {root.tag}"
    elif not schema.validate(root):
        said = (re.sub(r"\{[^}]*\}", "", error.message) for error in schema.error_log)
        yield from dict.fromkeys(s for s in said if s not in KNOWN)


@pytest.fixture(scope="module")
def written(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """Whatever the commands write: for the sample's quarters, out of turn, and into a new folder."""
    assert year
    new = tmp_path_factory.mktemp("moi") / "Ke hoach"
    init.run(new)
    shutil.copytree(sample_folder / "input_templates", (copy := tmp_path_factory.mktemp("ban")) / "input_templates")
    templates.run(copy, "2023-Q3")
    remind.run(copy, "2023-Q3", None)
    build.run(copy, "2023-Q1", None, None, True, True, False, None, lambda _: None)
    issue.run(copy, "2023-Q1", 7, date(2023, 3, 20), None, lambda _: None)
    folders = (new, copy, sample_folder)
    return sorted(p for f in folders for kind in ("*.xlsx", "*.docx") for p in f.rglob(kind) if "~$" not in p.name)


def test_whatever_is_written_keeps_to_the_schemas(written: list[Path]) -> None:
    names = {re.sub(r"[\d-]*$", "", p.stem.partition("_")[0]) for p in written}
    assert {"bao-cao", "bao-cao.truy-vet", "tom-tat", "tong-hop", "kiem-tra", "ke-hoach", "nhap-ho"} <= names
    assert {"cong-van-de-nghi", "cong-van-don-doc"} <= names
    assert not [said for path in written for said in complaints(path)]


@pytest.mark.parametrize(
    "name, before, after",
    [
        ("bao-cao.docx", b"<w:jc ", b"<w:just "),
        ("bao-cao.docx", b"<w:tblHeader/>", b'<w:tblHeader/><w:gridSpan w:val="2"/>'),
        ("kiem-tra.xlsx", b"<sheetData>", b'<sheetData rows="1">'),
    ],
)
def test_a_slip_is_seen(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path, tmp_path: Path, name: str, before: bytes,
    after: bytes,
) -> None:  # fmt: skip
    assert year
    spoilt = tmp_path / name
    with zipfile.ZipFile(sample_folder / "output" / "2023-Q4" / name) as good, zipfile.ZipFile(spoilt, "w") as bad:
        parts = {n: good.read(n) for n in good.namelist()}
        assert any(before in data for data in parts.values())
        for part, data in parts.items():
            bad.writestr(part, data.replace(before, after))
    assert complaints(spoilt)


@pytest.mark.render
@pytest.mark.skipif(not shutil.which(SECOND), reason="no second validator here (npm install -g @ooxml-tools/validate)")
def test_the_second_reader_finds_nothing_either(written: list[Path]) -> None:
    """Microsoft's own Open XML SDK, as of Office 2010; one file of each sort, for it is slow."""
    found = [f"{p.name}: {fault}" for p in {sort_of(p): p for p in written}.values() for fault in faults(p)]
    assert not found


def sort_of(path: Path) -> str:
    """Our own files by their name; forms as those of one unit, of the office, and marked ones."""
    if path.name[0].islower():
        return path.name
    return "lần" if "_lan-" in path.name else "văn phòng" if path.name.startswith("VHXH") else "biểu"


def faults(path: Path) -> list[str]:
    """What the second reader says against a file; the order within fonts left out."""
    command = [SECOND, "--output-format", "json", "--office-version", "Office2010", str(path)]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=300).stdout
    return [f"{e['path']}: {e['description']}" for e in json.loads(told) if not FONTS.fullmatch(e["path"]["xpath"])]
