"""`make bench`: each row is one thing against a yardstick measured in the same run (medians of several rounds)."""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl

from kehoach.office.read import read_workbook
from tests.faults.messy import PERIOD, counted, findings, spoil_all

ROOT = Path(__file__).parent.parent
ROUNDS = 5


def main() -> None:
    """Prints the rows."""
    print(f"{'what':<46}{'ms':>9}   against")
    forms = sorted((ROOT / "input_templates" / "2023-Q4").glob("*.xlsx"))
    row(
        f"read {len(forms)} filled forms with all checks",
        median(lambda: [read_workbook(path) for path in forms]),
        "openpyxl",
        median(lambda: [openpyxl.load_workbook(path, data_only=True) for path in forms]),
    )
    click = run_python("import click")
    row(
        "kehoach --help",
        run_python("import sys; sys.argv = ['kehoach', '--help']; import kehoach.__main__"),
        "import click",
        click,
    )
    libraries = run_python("import pandas, docx, openpyxl")
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "input_templates", Path(place) / "input_templates")
        build = run_python(
            f"import sys; sys.argv = ['kehoach', 'build', '-p', '2023-Q4', '-C', {place!r}]; import kehoach.__main__"
        )
    row("kehoach build -p 2023-Q4 (four quarters read)", build, "import pandas, docx, openpyxl", libraries)
    questions()


def questions() -> None:
    """What stands in kiem-tra.xlsx: in the sample year, and in a quarter with three faults in every thôn's workbook."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "input_templates", Path(place) / "input_templates")
        for quarter, found in findings(Path(place)).items():
            print(f"questions, {quarter} of the sample: {counted(found)}")
        faults = spoil_all(Path(place))
        print(f"questions, {PERIOD} with {faults} faults: {counted(findings(Path(place))[PERIOD])}")


def row(what: str, seconds: float, yardstick: str, yard: float) -> None:
    """One line: what it took, and how many times the yardstick."""
    print(f"{what:<46}{seconds * 1000:>9.0f}   {seconds / yard:.2f} × {yardstick} ({yard * 1000:.0f} ms)")


def median(work: Callable[[], object]) -> float:
    """Median seconds of `ROUNDS` rounds, after one to warm up."""
    work()
    return statistics.median(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_python(code: str) -> float:
    """Median seconds of a whole process."""
    return median(lambda: subprocess.run([sys.executable, "-c", code], capture_output=True, check=False))


main()
