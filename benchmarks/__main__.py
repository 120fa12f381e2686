"""`make bench`: what things cost, each row against yardsticks of the same run. Only ratios mean anything elsewhere."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import xlsxwriter

from benchmarks.reader import READERS
from tests.faults.messy import PERIOD, counted, findings, spoil_all

ROOT = Path(__file__).parent.parent
FORMS = ROOT / "input_templates"
ROUNDS = 5
BUILD = "import sys; sys.argv = ['kehoach', 'build', '-p', '2023-Q4', '-C', {!r}]; import kehoach.__main__"
HELP = "import sys; sys.argv = ['kehoach', '--help']; import kehoach.__main__"
OPENPYXL = "import sys, openpyxl\nfor path in sys.argv[1:]: openpyxl.load_workbook(path, data_only=True)"


def main() -> None:
    """Prints both tables and the counts of questions."""
    with tempfile.TemporaryDirectory() as place:
        print(f"{'reading a workbook':<52}{'ms':>9}{'×':>7}{'MB':>9}{'×':>7}")
        for what, rounds, files in workbooks(Path(place)):
            reading(what, rounds, files)
    print(f"\n{'a whole command':<52}{'ms':>9}   against")
    commands()
    print()
    questions()


def workbooks(folder: Path) -> Iterator[tuple[str, int, list[Path]]]:
    """What is read: forms as they come back; a list of a whole district; a form with a note typed far away."""
    forms = sorted((FORMS / "2023-Q4").glob("*.xlsx"))
    yield f"{len(forms)} filled forms", 5, forms
    yield "100.000 cells", 1, [_big(folder / "lon.xlsx")]
    yield "a note in ZZ5000", 1, [_stray(folder / "xa.xlsx")]


def _big(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for row in range(10_000):
            sheet.write_row(row, 0, [f"Hộ {row}", *range(9)])
    return path


def _stray(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Tổng số hộ", 168])
        sheet.write("ZZ5000", "xem lại")
    return path


def reading(what: str, rounds: int, files: list[Path]) -> None:
    """A row for each reader: time and memory of a process that does nothing else, and both against ours.

    Memory is what reading adds to the reader itself.
    """
    seen = {name: _one(name, rounds, files) for name in READERS}
    bare = {name: _one(name, rounds, [])["mb"] for name in READERS}
    own = seen["kehoach"]["ms"], max(seen["kehoach"]["mb"] - bare["kehoach"], 0.1)
    for name, cost in seen.items():
        added = max(cost["mb"] - bare[name], 0.1)
        times, memory = cost["ms"] / own[0], added / own[1]
        print(f"{what + ', ' + name:<52}{cost['ms']:>9.1f}{times:>7.2f}{added:>9.1f}{memory:>7.2f}")


def _one(reader: str, rounds: int, files: list[Path]) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.reader", reader, str(rounds), *map(str, files)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, float] = json.loads(shown.stdout)
    return found


def commands() -> None:
    """Whole processes, start to end."""
    row("kehoach --help", run_python(HELP), "import click", run_python("import click"))
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(FORMS, Path(place) / "input_templates")
        built = run_python(BUILD.format(place))
    what = "kehoach build -p 2023-Q4 (reads four quarters)"
    row(what, built, "import pandas, docx, openpyxl", run_python("import pandas, docx, openpyxl"))
    year = sorted(map(str, FORMS.glob("2023-Q*/*.xlsx")))
    row(what, built, f"openpyxl reading the same {len(year)} forms", run_python(OPENPYXL, *year))


def row(what: str, seconds: float, yardstick: str, yard: float) -> None:
    """One line: what it took, and how many times the yardstick."""
    print(f"{what:<52}{seconds * 1000:>9.0f}   {seconds / yard:.2f} × {yardstick} ({yard * 1000:.0f} ms)")


def questions() -> None:
    """What stands in kiem-tra.xlsx: in the sample year, and in a quarter with three faults in every thôn's workbook."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(FORMS, Path(place) / "input_templates")
        for quarter, found in findings(Path(place)).items():
            print(f"questions, {quarter} of the sample: {counted(found)}")
        faults = spoil_all(Path(place))
        print(f"questions, {PERIOD} with {faults} faults: {counted(findings(Path(place))[PERIOD])}")


def run_python(code: str, *words: str) -> float:
    """Median seconds of a whole process."""
    return median(lambda: subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=False))


def median(work: Callable[[], object]) -> float:
    """Median seconds of `ROUNDS` rounds, after one to warm up."""
    work()
    return statistics.median(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


main()
