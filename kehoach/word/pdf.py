"""A document as PDF (xuất PDF) through the program that would print it: Word on Windows, else LibreOffice.

In: a .docx as bytes. Out: the PDF's bytes. What a program makes of a document is its own, and so are the bytes: of all
that is written this alone differs from machine to machine. LibreOffice's are the same every time on one machine, for
the times and numbers it stamps into them are set here; Word's are not.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SECONDS = 180
"""A first start on an old laptop takes a minute; one that waits for an answer nobody can give waits for ever."""
_NAME = "bao-cao"
_SOFFICE = ("soffice", "libreoffice")
_PLACES = (
    ("PROGRAMFILES", "LibreOffice/program/soffice.exe"),
    ("PROGRAMFILES(X86)", "LibreOffice/program/soffice.exe"),
    ("LOCALAPPDATA", "Programs/LibreOffice/program/soffice.exe"),
)
_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_WORD = """
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $document = $word.Documents.Open($env:KEHOACH_DOCX, $false, $true, $false)
  $document.ExportAsFixedFormat($env:KEHOACH_PDF, 17)
  $document.Close(0)
} finally { $word.Quit(0) }
"""
"""Read only, nothing added to the list of recent files; 17 is PDF. Names go through the environment: no quoting."""


class NoPdfError(Exception):
    """Không có PDF: no program is there, or none of them made one; the message is a Vietnamese clause that says why."""


@dataclass(frozen=True)
class _Converter:
    """Chương trình chuyển đổi: its name, the command, what it must find in its environment."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def pdf_of(document: bytes, made_on: date, seconds: float = SECONDS) -> bytes:
    """The PDF. `NoPdfError` where it cannot be had on this machine."""
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as scratch:
        source, target = Path(scratch, f"{_NAME}.docx"), Path(scratch, f"{_NAME}.pdf")
        source.write_bytes(document)
        tried = [each.name for each in _converters(source, target) if not _converts(each, target, seconds)]
        if target.is_file():
            return _settled(target.read_bytes(), hashlib.sha256(document).hexdigest(), made_on)
    if not tried:
        raise NoPdfError("máy này không có LibreOffice, cũng không có Word")
    raise NoPdfError(f"{' và '.join(tried)} không chuyển được")


def _converters(source: Path, target: Path) -> Iterator[_Converter]:
    """Those that are here, the better one first, as long as there is no PDF yet."""
    shell = shutil.which("powershell") if _has_word() else None
    if shell:
        options = ("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass")
        yield _Converter(
            "Word", (shell, *options, "-Command", _WORD), {"KEHOACH_DOCX": str(source), "KEHOACH_PDF": str(target)}
        )
    office = _soffice()
    if office and not target.is_file():
        own = f"-env:UserInstallation={(source.parent / 'ho-so').as_uri()}"
        command = (office, own, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(target.parent))
        yield _Converter("LibreOffice", (*command, str(source)))


def _has_word() -> bool:
    """Whether Word is registered on this Windows; starting it to find out takes too long."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return False
    return True


def _soffice() -> str | None:
    """On the path, else where its installer puts it."""
    on_path = next((found for name in _SOFFICE if (found := shutil.which(name))), None)
    installed = [Path(os.environ[where], rest) for where, rest in _PLACES if os.environ.get(where)]
    return on_path or next((str(path) for path in (*installed, _MACOS) if path.is_file()), None)


def _converts(converter: _Converter, target: Path, seconds: float) -> bool:
    """Runs it to its end, or to ours; a PDF that is cut off is none."""
    try:
        process = subprocess.Popen(
            converter.command,
            env={**os.environ, **converter.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        target.unlink(missing_ok=True)
    finally:
        _end(process)
    if target.is_file() and not _is_whole(target.read_bytes()):
        target.unlink()
    return target.is_file()


def _settled(data: bytes, digest: str, made_on: date) -> bytes:
    """The time of its making and its numbers as LibreOffice writes them, each by one of the same length."""
    number, moment = digest[:32].upper().encode(), f"{made_on:%Y%m%d}000000".encode()
    data = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", moment, data)
    return re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}|(?<=<)[0-9A-F]{32}(?=>\s*(?:<[0-9A-F]{32}>|\]))", number, data)


def _is_whole(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends what we started and all that it started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(("taskkill", "/T", "/F", "/PID", str(process.pid)), capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
