"""Tables (bảng) of the targets and of the tasks."""

from collections.abc import Iterator
from dataclasses import replace

from kehoach.assessment.model import Achievement, Assessment, TaskProgress
from kehoach.plan.promise import promised_at_least
from kehoach.report.facts import (
    amended_by,
    leads,
    promise_fact,
    reached_fact,
    target_coverage,
    target_fact,
    task_fact,
)
from kehoach.report.model import Fact, Table, TableColumn, Text
from kehoach.vi.names import initial_capital
from kehoach.vi.numbers import print_number

_NOTHING = "–"
_TARGET_COLUMNS = (
    TableColumn("TT", 0.06, "center"),
    TableColumn("Chỉ tiêu", 0.26),
    TableColumn("Kế hoạch", 0.12, "center"),
    TableColumn("Thực hiện", 0.17, "center"),
    TableColumn("So với kế hoạch", 0.13, "center"),
    TableColumn("So với kỳ trước", 0.13, "center"),
    TableColumn("So với năm trước", 0.13, "center"),
    TableColumn("Đánh giá", 0.13, "center"),
)
_COMPARISONS = tuple(c for c in _TARGET_COLUMNS if c.header.startswith("So với"))
_TASK_COLUMNS = (
    TableColumn("TT", 0.06, "center"),
    TableColumn("Nhiệm vụ", 0.35),
    TableColumn("Chủ trì", 0.2),
    TableColumn("Thời gian", 0.11, "center"),
    TableColumn("Tình hình", 0.12, "center"),
    TableColumn("Minh chứng", 0.16),
)


def targets_table(assessment: Assessment, name: str) -> Table | None:
    """Promised, reached, the differences: a row a target and a unit it was allotted to; None where there is none."""
    codes = dict.fromkeys(a.target.code for a in assessment.achievements)
    rows = [row for number, code in enumerate(codes, 1) for row in _target_rows(assessment, number, code)]
    return _without_silence(Table(name, _TARGET_COLUMNS, tuple(rows))) if rows else None


def _without_silence(table: Table) -> Table:
    """The table without the comparisons for which no row has a basis."""
    kept = [
        n for n, c in enumerate(table.columns) if c not in _COMPARISONS or any(r[n] != (_NOTHING,) for r in table.rows)
    ]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)


def _target_rows(assessment: Assessment, number: int, code: str) -> Iterator[tuple[Text, ...]]:
    """The commune's row, then a row a unit that the target was allotted to."""
    results = [a for a in assessment.achievements if a.target.code == code]
    whole = [a for a in results if not a.target.unit]
    if not whole:
        target = results[0].target
        yield (str(number),), (target.text + amended_by(target),), ("Giao từng đơn vị",), *[(_NOTHING,)] * 5
    yield from (_target_row(assessment, str(number), a.target.text, a) for a in whole)
    for result in results:
        if result.target.unit:
            yield _target_row(assessment, "", f"– {assessment.plan.unit(result.target.unit).name}", result)


def _target_row(assessment: Assessment, number: str, name: str, achievement: Achievement) -> tuple[Text, ...]:
    target = achievement.target
    promise = promise_fact(target, initial_capital(promised_at_least(target)))
    verdict = Fact(f"{target.code}.ket_luan", str(achievement.verdict), str(achievement.verdict), achievement.places)
    return (
        (number,),
        (name + amended_by(target),),
        (promise,),
        _reached(assessment, achievement),
        _optional(target_fact(achievement, "so_ke_hoach")),
        _optional(target_fact(achievement, "so_ky_truoc")),
        _optional(target_fact(achievement, "so_nam_truoc")),
        (verdict,),
    )


def _reached(assessment: Assessment, achievement: Achievement) -> Text:
    """The value and, of a rate, its parts; with how many units it rests on where that is not all."""
    code = achievement.target.code
    if not achievement.may_be_told:
        return (_NOTHING,)
    value = reached_fact(achievement)
    text: Text = (value,) if value else ()
    if achievement.numerator is not None and achievement.denominator is not None:
        parts = {"tu_so": achievement.numerator, "mau_so": achievement.denominator}
        numerator, denominator = (
            Fact(f"{code}.{name}", value, print_number(value), achievement.places) for name, value in parts.items()
        )
        text = (*text, " (", numerator, "/", denominator, ")") if text else (numerator, "/", denominator)
    return (*text, *_of_units(assessment, achievement)) if text else (_NOTHING,)


def _of_units(assessment: Assessment, achievement: Achievement) -> Text:
    """ "; số liệu của 07/08 thôn" for a value that rests on a part of the units."""
    coverage = target_coverage(assessment.plan, achievement)
    return ("; số liệu của ", coverage) if coverage else ()


def _optional(fact: Fact | None) -> Text:
    return (fact,) if fact else (_NOTHING,)


def tasks_table(assessment: Assessment, name: str) -> Table | None:
    """Who leads, until when, how far and by what proof, a row a task; None where the plan has none."""
    rows = [_task_row(assessment, n, t) for n, t in enumerate(assessment.tasks, 1)]
    return Table(name, _TASK_COLUMNS, tuple(rows)) if rows else None


def _task_row(assessment: Assessment, number: int, progress: TaskProgress) -> tuple[Text, ...]:
    task = progress.task
    state = Fact(f"{task.code}.trang_thai", str(progress.state), str(progress.state), progress.places)
    note = ("; ", Fact(f"{task.code}.ghi_chu", progress.note, progress.note, progress.places)) if progress.note else ()
    return (
        (str(number),),
        (task.text + amended_by(task),),
        (leads(assessment.plan, task.lead),),
        (task.time,),
        (state, *note),
        _optional(task_fact(assessment, progress, "minh_chung")),
    )
