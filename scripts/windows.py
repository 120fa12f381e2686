"""The portable Windows folder (bản mang đi cho Windows): unpacked, it runs offline and without administrator rights.

Run by `make windows`; needs uv, which knows what Windows needs. The interpreter is Python's own embeddable package,
given as a file with its sum; without one the folder says what is missing and runs on a Python that is installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kehoach import __version__
from scripts.guides import write_guides

ROOT = Path(__file__).parent.parent
PYTHON = "3.11"
"""The interpreter that the compiled wheels are taken for."""
PLATFORM = "x86_64-pc-windows-msvc"
LIBRARY, INTERPRETER, GUIDES, SUMS = "thu-vien", "python", "huong-dan", "SHA256SUMS.txt"
SAMPLE = "vi-du"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NEEDLESS = ("setuptools", "_distutils_hack", "distutils-precedence.pth", "bin")
BATCH = """\
@echo off
rem Starts the menu; with a plan or a working folder dropped on it; or runs the command typed after it.
chcp 65001 >nul
setlocal
set "HERE=%~dp0"
set "PYTHONPATH=%HERE%thu-vien"
set "PYTHONDONTWRITEBYTECODE=1"
set "RUN=%HERE%python\\python.exe"
set "WHICH="
if exist "%RUN%" goto found
set "RUN=py.exe"
set "WHICH=-3.11"
where py.exe >nul 2>nul
if errorlevel 1 goto missing
:found
if "%~1"=="" goto menu
if exist "%~1" goto dropped
"%RUN%" %WHICH% -X utf8 -m kehoach %*
exit /b
:dropped
cd /d "%HERE%.."
"%RUN%" %WHICH% -X utf8 -m kehoach menu "%~1"
goto ended
:menu
cd /d "%HERE%.."
"%RUN%" %WHICH% -X utf8 -m kehoach menu
:ended
if errorlevel 1 pause
exit /b
:missing
echo Thieu Python. Giai nen python-3.11.x-embed-amd64.zip (tai tu python.org) vao thu muc "%HERE%python".
pause
exit /b 4
"""
GUIDE = """\
kehoach {version}: bản mang đi cho Windows, không cần cài, không cần mạng, không cần quyền quản trị.

1. Giải nén cả thư mục này vào một chỗ, ví dụ D:\\Ke hoach\\chuong-trinh.
2. Các thư mục làm việc nằm cạnh nó, ví dụ D:\\Ke hoach\\Ke hoach 2026. Chương trình không ghi gì vào thư mục này.
3. Bấm đúp kehoach.bat để mở bảng chọn; hoặc kéo thả tệp kế hoạch đã ký (.docx) vào kehoach.bat.
4. Đọc trước khi làm: huong-dan\\tu-ke-hoach-den-bao-cao.html, mở bằng trình duyệt. Tờ phát cho trưởng thôn:
   huong-dan\\cho-truong-thon.docx. Tập làm: chép vi-du\\Quyet Thang 2023 ra cạnh thư mục này, kéo thả vào kehoach.bat.
5. Có bản mới: giải nén bản mới, xóa thư mục chương trình cũ; các thư mục làm việc giữ nguyên.
{python}
Tổng kiểm tra (SHA-256) của từng tệp: {sums}.
"""
_WITHOUT = """
Bản này chưa có Python. Tải python-3.11.x-embed-amd64.zip từ python.org, giải nén vào thư mục python ở đây.
"""


class RefusedError(Exception):
    """What was given is not what it should be."""


def pack(folder: Path, python_zip: Path | None = None, python_sum: str = "") -> Path:
    """Fills `folder` anew and packs it beside itself; the zip is the same whenever it is made of the same."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fill_library(folder / LIBRARY)
    if python_zip:
        unpack_interpreter(python_zip, python_sum, folder / INTERPRETER)
    (folder / "kehoach.bat").write_bytes(batch())
    write_guides(folder / GUIDES)
    shutil.copytree(ROOT / "input_templates", folder / SAMPLE / "Quyet Thang 2023" / "input_templates")
    guide = GUIDE.format(version=__version__, python="" if python_zip else _WITHOUT, sums=SUMS)
    (folder / "DOC-TRUOC.txt").write_bytes(guide.replace("\n", "\r\n").encode("utf-8-sig"))
    (folder / SUMS).write_text("".join(sums(folder)), encoding="utf-8")
    return zipped(folder)


def batch() -> bytes:
    """What the officer double-clicks: plain ASCII with Windows line ends, or cmd stumbles."""
    return BATCH.replace("\n", "\r\n").encode("ascii")


def fill_library(library: Path, platform: str = PLATFORM) -> None:
    """All wheels that the lock names, and our own, unpacked into one folder; without their tests. `platform` "" is this
    machine's.
    """
    target = ["--python-platform", platform, "--python-version", PYTHON] if platform else ["--python", sys.executable]
    with tempfile.TemporaryDirectory() as work:
        lock = Path(work) / "requirements.lock"
        lock.write_text("".join(locked()), encoding="utf-8")
        subprocess.run(
            ["uv", "pip", "install", "-q", "--target", str(library), *target, "--only-binary", ":all:",
             "--require-hashes", "--no-deps", "-r", str(lock)],
            check=True, cwd=ROOT,
        )  # fmt: skip
        with zipfile.ZipFile(own_wheel(Path(work))) as wheel:
            wheel.extractall(library)
    for path in sorted(library.rglob("*")):
        if path.is_dir() and (path.name in ("tests", "__pycache__") or (path.parent == library and path.name == "bin")):
            shutil.rmtree(path)


def own_wheel(work: Path) -> Path:
    """Our wheel, built from a copy: what an earlier build left in the checkout must not come along."""
    source = work / "source"
    shutil.copytree(ROOT / "kehoach", source / "kehoach", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(work)!r})"
    subprocess.run([sys.executable, "-c", build], check=True, cwd=source, capture_output=True)
    return next(work.glob("*.whl"))


def locked() -> Iterator[str]:
    """The lock without what only building needs."""
    for block in re.split(r"^(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.M):
        if not block.startswith(_NEEDLESS):
            yield block


def unpack_interpreter(package: Path, told: str, folder: Path) -> None:
    """Python's embeddable package, whose sum must be the one told; it looks for modules in the library."""
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != told.strip().lower():
        raise RefusedError(f"{package.name}: SHA-256 is {found}, not {told or 'told (PYTHON_SUM=…)'}")
    name = "python" + PYTHON.replace(".", "")
    with zipfile.ZipFile(package) as archive:
        if f"{name}._pth" not in archive.namelist():
            raise RefusedError(f"{package.name} is no embeddable package of Python {PYTHON}")
        archive.extractall(folder)
    (folder / f"{name}._pth").write_text(f"{name}.zip\n.\n..\\{LIBRARY}\n", encoding="ascii", newline="\r\n")


def sums(folder: Path) -> Iterator[str]:
    """A line a file, as sha256sum writes and checks them."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != SUMS):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"


def zipped(folder: Path) -> Path:
    """The folder in one file, names in order, times long ago."""
    target = folder.with_suffix(folder.suffix + ".zip") if folder.suffix else folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo((folder.name / path.relative_to(folder)).as_posix(), _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return target


def told(folder: Path, archive: Path) -> Iterator[str]:
    """What is in it, and how big it is."""
    for part in sorted(folder.iterdir()):
        files = [p for p in (part.rglob("*") if part.is_dir() else [part]) if p.is_file()]
        yield f"{sum(p.stat().st_size for p in files) / 1e6:8.1f} MB  {len(files):5} files  {part.name}"
    yield f"{archive.stat().st_size / 1e6:8.1f} MB  {archive.relative_to(ROOT)}"
    if not (folder / INTERPRETER).exists():
        yield "The interpreter is left out. With it: make windows PYTHON_ZIP=python-3.11.x-embed-amd64.zip PYTHON_SUM=…"


def main() -> int:
    """What `make windows` runs."""
    given = os.environ.get("PYTHON_ZIP", "")
    folder = ROOT / "dist" / f"kehoach-{__version__}-windows"
    try:
        archive = pack(folder, Path(given) if given else None, os.environ.get("PYTHON_SUM", ""))
    except (RefusedError, OSError, subprocess.CalledProcessError) as reason:
        print(f"No package: {reason}", file=sys.stderr)
        return 1
    print("\n".join(told(folder, archive)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
