"""`kehoach check`: reads and reviews (kiểm tra), writes `kiem-tra.xlsx` and `tra-lai/`; no report."""

from pathlib import Path

from kehoach.commands.outcome import (
    Outcome,
    earlier_lines,
    issued_lines,
    note_lines,
    open_lines,
    returned_lines,
    review_data,
)
from kehoach.commands.period import walk_period
from kehoach.outputs import write_check
from kehoach.report.closing import closing_lines
from kehoach.road import Progress


def run(
    directory: Path, code: str | None, input_dir: Path | None, output_dir: Path | None, progress: Progress
) -> Outcome:
    """Walks the road as far as the review and says what is missing and doubtful."""
    folder, walked = walk_period(directory, code, input_dir, output_dir, progress)
    written = write_check(folder, walked)
    lines = [
        *note_lines(walked),
        *open_lines(walked.review),
        *issued_lines(folder, walked.period),
        *returned_lines(folder, walked.period, written.returned),
        *earlier_lines(walked),
        *closing_lines(walked.assessment, "", folder.shown(folder.answers(walked.period))),
    ]
    return Outcome("\n".join(lines), bool(walked.review.open), review_data(walked))
