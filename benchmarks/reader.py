"""One reader over some workbooks, in a process of its own: `python -m benchmarks.reader READER ROUNDS FILE…`.

Prints, as JSON, the milliseconds of work that a workbook took in the fastest round, and the most memory the process
ever held, in MB. Without files that is the reader's own weight, imports included.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Read = Callable[[Path], object]


def ours() -> Read:
    """The reader of this project, with every check."""
    from kehoach.office.read import read_workbook

    return read_workbook


def by_openpyxl() -> Read:
    """Values and looks, the way that loses least."""
    from openpyxl import load_workbook

    return lambda path: load_workbook(path, data_only=True)


def by_calamine() -> Read:
    """Values of every sheet; no errors, fonts, comments, names of cells."""
    from python_calamine import CalamineWorkbook

    def read(path: Path) -> object:
        workbook = CalamineWorkbook.from_path(path)
        return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]

    return read


READERS: dict[str, Callable[[], Read]] = {"kehoach": ours, "openpyxl": by_openpyxl, "calamine": by_calamine}


def main(reader: str, rounds: str, *files: str) -> None:
    """Reads each workbook in each round and lets it go again."""
    read, paths, times = READERS[reader](), [Path(file) for file in files], [0.0]
    for number in range(int(rounds) if paths else 0):
        start = time.process_time()
        for path in paths:
            read(path)
        times.append((time.process_time() - start) * 1000 / len(paths))
        times = times[1:] if number == 0 else times
    print(json.dumps({"ms": min(times), "mb": peak()}))


def peak() -> float:
    """Of this process alone; what getrusage tells counts the process that started it, too."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("this system does not tell how much memory a process took at most")


if __name__ == "__main__":
    main(*sys.argv[1:])
