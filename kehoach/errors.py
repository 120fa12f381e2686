"""What stops the program, as opposed to what is merely doubtful in somebody's numbers.

A mistake in a unit's workbook is a value (`finding.Finding`) and never an exception. The classes here are for the
three things nothing can follow from: a wrong use, a broken plan, a machine that says no. `cli` alone turns them
into exit codes.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach.finding import Finding


class KehoachError(Exception):
    """Lỗi dừng chương trình: the message is a whole Vietnamese sentence that says what to do."""


class UseError(KehoachError):
    """Dùng sai lệnh: wrong folder, unknown period, missing file (exit 2)."""


class PlanError(KehoachError):
    """Kế hoạch sai: every mistake of the plan workbook at once, as findings with sheet and cell (exit 2)."""

    def __init__(self, findings: "tuple[Finding, ...]") -> None:
        self.findings = findings
        super().__init__(f"Tệp kế hoạch có {len(findings)} chỗ cần sửa trước khi dùng được.")


class MachineError(KehoachError):
    """Máy không cho ghi hoặc đọc: open in Word, disk full, no right (exit 4). Nothing has been written."""

    def __init__(self, message: str, path: Path) -> None:
        self.path = path
        super().__init__(message)
