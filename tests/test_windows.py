"""The portable folder for Windows: what can be held here of what will run there."""

import ast
import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts import windows
from tests.conftest import ROOT

OUR_OWN = {"kehoach", *sys.stdlib_module_names}


def test_what_is_double_clicked_is_plain_and_quotes_whatever_is_dropped() -> None:
    lines = windows.batch().decode("ascii").split("\r\n")
    assert windows.batch().count(b"\n") == len(lines) - 1 and lines[0] == "@echo off"
    asked = [line for line in lines if "-m kehoach" in line]
    assert asked == [f'"%RUN%" %WHICH% -X utf8 -m kehoach {words}' for words in ("%*", 'menu "%~1"', "menu")]
    assert "pause" in lines[lines.index("if errorlevel 1 goto missing") :]
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert {line.split()[-1] for line in lines if "goto " in line} <= labels


def test_the_library_leaves_out_what_only_building_needs() -> None:
    named = {block.partition("=")[0] for block in windows.locked()}
    assert "pandas" in named and "setuptools" not in named


def interpreter(folder: Path, *names: str) -> tuple[Path, str]:
    package = folder / "python-3.11.9-embed-amd64.zip"
    with zipfile.ZipFile(package, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return package, hashlib.sha256(package.read_bytes()).hexdigest()


def test_the_interpreter_looks_into_the_library(tmp_path: Path) -> None:
    package, told = interpreter(tmp_path, "python.exe", "python311.dll", "python311._pth")
    windows.unpack_interpreter(package, told.upper(), tmp_path / "python")
    assert (tmp_path / "python" / "python311._pth").read_bytes() == b"python311.zip\r\n.\r\n..\\thu-vien\r\n"


def test_another_file_than_the_one_told_is_refused(tmp_path: Path) -> None:
    package, told = interpreter(tmp_path, "python.exe", "python312._pth")
    with pytest.raises(windows.RefusedError, match="no embeddable package"):
        windows.unpack_interpreter(package, told, tmp_path / "python")
    for wrong in ("", "0" * 64):
        with pytest.raises(windows.RefusedError, match="SHA-256"):
            windows.unpack_interpreter(package, wrong, tmp_path / "python")
    assert not (tmp_path / "python").exists()


@pytest.mark.scale
@pytest.mark.skipif(not shutil.which("uv"), reason="no uv here")
def test_the_folder_holds_all_that_is_imported_for_windows_and_is_the_same_again(tmp_path: Path) -> None:
    package, told = interpreter(tmp_path, "python.exe", "python311._pth")
    folder = tmp_path / "kehoach-0-windows"
    packed = [windows.pack(folder, package, told).read_bytes() for _ in range(2)]
    assert packed[0] == packed[1]
    library = folder / windows.LIBRARY
    imported = {name for path in (ROOT / "kehoach").rglob("*.py") for name in tops(path)} - OUR_OWN
    assert {"click", "docx", "lxml", "openpyxl", "pandas", "xlrd", "xlsxwriter"} <= imported
    assert not [name for name in imported if not (library / name).is_dir()]
    compiled = {path.suffix for path in library.rglob("*") if path.suffix in (".pyd", ".so", ".dylib")}
    assert compiled == {".pyd"}
    assert {p.name for p in (library / "kehoach").rglob("*") if p.is_file()} >= {"style.css", "metrics.tsv", "cli.py"}
    assert (folder / "huong-dan" / "tu-ke-hoach-den-bao-cao.html").is_file()
    assert (folder / "vi-du" / "Quyet Thang 2023" / "input_templates" / "ke-hoach.xlsx").is_file()
    subprocess.run(["sha256sum", "--check", "--quiet", windows.SUMS], cwd=folder, check=True)


def tops(path: Path) -> set[str]:
    """The packages a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module).partition(".")[0])
    return found


@pytest.mark.scale
@pytest.mark.skipif(not shutil.which("uv"), reason="no uv here")
def test_the_program_runs_without_what_is_left_out(tmp_path: Path, sample_folder: Path) -> None:
    """The same library for this machine, without anybody's tests, writes the report."""
    library = tmp_path / "thu-vien"
    windows.fill_library(library, "")
    code = f"import sys; sys.path[:0] = [{str(library)!r}]; from kehoach.cli import main; main()"
    command = [sys.executable, "-I", "-S", "-c", code, "build", "-p", "2023-Q1", "-C", str(sample_folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert (sample_folder / "output" / "2023-Q1" / "bao-cao.docx").is_file()
