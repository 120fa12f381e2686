"""The working folder (thư mục làm việc): one plan, one year, and where everything in it lies."""

import os
from dataclasses import dataclass
from pathlib import Path

from kehoach.errors import UseError
from kehoach.file_names import HANDOVER, INPUT, OUTPUT, RECORD, InputFile, OutputFile, OutputFolder
from kehoach.plan.period import Period


@dataclass(frozen=True)
class WorkingFolder:
    """Thư mục làm việc. `input_override` and `output_override` stand in for the two folders of one period only."""

    root: Path
    period: str = ""
    input_override: Path | None = None
    output_override: Path | None = None

    @property
    def plan(self) -> Path:
        """The plan workbook."""
        return self.root / INPUT / InputFile.PLAN

    @property
    def proxies(self) -> Path:
        """What units said by telephone, photo or paper, typed in by the officer."""
        return self.root / INPUT / InputFile.PROXIES

    @property
    def handover(self) -> Path:
        """What whoever comes next reads first."""
        return self.root / HANDOVER

    def inbox(self, period: Period) -> Path:
        """Where the period's forms go out from and come back to."""
        if self.input_override and period.code == self.period:
            return self.input_override
        return self.root / INPUT / period.code

    def output(self, period: Period) -> Path:
        """Where the period's results are written, and its answers read from."""
        if self.output_override and period.code == self.period:
            return self.output_override
        return self.root / OUTPUT / period.code

    def answers(self, period: Period) -> Path:
        """The one file both sides write."""
        return self.output(period) / OutputFile.ANSWERS

    def report(self, period: Period) -> Path:
        """The report."""
        return self.output(period) / OutputFile.REPORT

    def pdf(self, period: Period) -> Path:
        """The report as PDF."""
        return self.output(period) / OutputFile.PDF

    def trace(self, period: Period) -> Path:
        """The copy of the report in which each number says where it comes from."""
        return self.output(period) / OutputFile.TRACE

    def table(self, period: Period) -> Path:
        """All values of the period, for any program."""
        return self.output(period) / OutputFile.TABLE

    def summary(self, period: Period) -> Path:
        """All numbers with the formulas that lead to each target."""
        return self.output(period) / OutputFile.SUMMARY

    def source(self, period: Period, code: str, file: str) -> str:
        """A file of the period `code`, as seen from the folder of this period's results; "" where no way leads there.

        Files are told apart by name alone: what was typed in for units is one file for all periods.
        """
        inbox = self.inbox(period) if code == period.code else self.root / INPUT / code
        path = self.proxies if file == self.proxies.name else inbox / file
        try:
            return Path(os.path.relpath(path, self.output(period))).as_posix()
        except ValueError:
            return ""

    def board(self, period: Period) -> Path:
        """The page to look at."""
        return self.output(period) / OutputFile.BOARD

    def brief(self, period: Period) -> Path:
        """The page for the chair."""
        return self.output(period) / OutputFile.BRIEF

    def kept(self, period: Period) -> Path:
        """Where what the last build changed is kept."""
        return self.output(period) / OutputFolder.KEPT

    def issued(self, period: Period) -> Path:
        """The report as it was signed, with all it rests on; no later command writes here."""
        return self.output(period) / OutputFolder.ISSUED

    def record(self, period: Period) -> Path:
        """What says that the period's report was issued, under which number, with which totals."""
        return self.issued(period) / RECORD

    def dossier(self, period: Period) -> Path:
        """The same in one file, to hand on."""
        return self.output(period) / f"ho-so-{period.code}.zip"

    def replies(self, period: Period) -> Path:
        """What goes back to the units: marked forms and messages."""
        return self.output(period) / OutputFolder.REPLIES

    def letters(self, period: Period) -> Path:
        """Letters and messages that ask the units and urge them."""
        return self.output(period) / OutputFolder.LETTERS

    def shown(self, path: Path) -> str:
        """A path as the officer knows it: from the working folder on, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def at(root: Path) -> str:
    """The option that leads a command to `root`, with a space before it; "" where the officer stands there already."""
    return "" if root == Path() else f' -C "{root}"'


def open_folder(root: Path) -> WorkingFolder:
    """The working folder at `root`; `UseError` that says what to do where there is no plan workbook."""
    folder = WorkingFolder(root)
    if not folder.plan.is_file():
        raise UseError(
            f"Ở đây chưa có kế hoạch ({folder.shown(folder.plan)}). Chạy “kehoach init TÊN-THƯ-MỤC” để tạo thư mục "
            "làm việc, hoặc thêm “-C THƯ-MỤC” để chỉ đúng thư mục."
        )
    return folder
