"""`kehoach diff`: what is another now (khác gì) than at the last build, or in another period. Writes nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kehoach.changed.build import LastBuild, since_build
from kehoach.changed.periods import between
from kehoach.commands.outcome import Outcome
from kehoach.commands.period import chosen_period, open_plan, walk_period
from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.since import told_values
from kehoach.errors import UseError
from kehoach.explain.tree import as_text
from kehoach.folder import WorkingFolder
from kehoach.road import Progress, Walk, walk
from kehoach.word.baseline import baseline_of
from kehoach.word.copies import copies_in
from kehoach.word.write import report_document
from kehoach.word.written import Baseline

DRAFT = "du_thao"


def run(directory: Path, code: str | None, periods: Sequence[str], progress: Progress = lambda _: None) -> Outcome:
    """No period or one: against its last build. Two: the first against the second."""
    if len(periods) > 2 or (periods and code):
        raise UseError("So một kỳ với lần lập trước (kehoach diff -p Q4), hoặc hai kỳ với nhau (kehoach diff Q3 Q4).")
    if len(periods) == 2:
        return _two(directory, periods, progress)
    return _since_build(directory, code or next(iter(periods), None), progress)


def _two(directory: Path, codes: Sequence[str], progress: Progress) -> Outcome:
    folder, plan = open_plan(directory)
    first, second = sorted((chosen_period(plan, code) for code in codes), key=lambda p: p.cutoff)
    if first == second:
        raise UseError(f"Hai kỳ đều là {first.code}; chọn hai kỳ khác nhau.")
    before, now = (walk(folder, plan, period, progress=progress).assessment for period in (first, second))
    head = f"Từ {first.code} ({first.name}) đến {second.code} ({second.name})"
    return Outcome(as_text(head, between(before, now)))


def _since_build(directory: Path, code: str | None, progress: Progress) -> Outcome:
    folder, walked = walk_period(directory, code, progress=progress)
    before = _last_build(folder, walked)
    if before.report and all(block.id != DRAFT for block in before.report.blocks) and not walked.review.open:
        folder, walked = walk_period(directory, walked.period.code, final=True)
    now = baseline_of(report_document(walked.report))
    values = told_values(dataset_csv(walked.review.accepted))
    head = f"Kỳ {walked.period.code} ({walked.period.name}), so với lần lập trước"
    return Outcome(as_text(head, since_build(before, values, now, walked.assessment)))


def _last_build(folder: WorkingFolder, walked: Walk) -> LastBuild:
    """What lies in the period's folder; `UseError` where it was never built."""
    table = folder.table(walked.period)
    values = told_values(table.read_bytes()) if table.is_file() else {}
    if not values:
        where, code = folder.shown(folder.output(walked.period)), walked.period.code
        raise UseError(f"Kỳ {code} chưa lập lần nào ở {where}. Chạy “kehoach build -p {code}” trước.")
    return LastBuild(values, _report(folder.report(walked.period), walked.report.identity))


def _report(path: Path, identity: Mapping[str, str]) -> Baseline | None:
    """What was written into the report: the one of its own name, else under whatever name it was given."""
    found = [copy for copy in copies_in(path.parent, identity) if not copy.is_kept_aside]
    return min(found, key=lambda copy: copy.path != path).baseline if found else None
