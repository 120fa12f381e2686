"""Which plan and period a command is about (kế hoạch, kỳ của lệnh), and the walk to a composed report of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kehoach.errors import UseError
from kehoach.folder import WorkingFolder, open_folder
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.read import read_plan
from kehoach.road import Progress, Walk, newest_period, walk


def walk_period(
    directory: Path,
    code: str | None,
    input_dir: Path | None = None,
    output_dir: Path | None = None,
    progress: Progress = lambda _: None,
    final: bool = False,
    made_on: date | None = None,
) -> tuple[WorkingFolder, Walk]:
    """The folder (with the two overrides in place) and everything the road hands on for the chosen period."""
    folder, plan = open_plan(directory)
    period = chosen_period(plan, code) if code else newest_period(folder, plan)
    folder = replace(folder, period=period.code, input_override=input_dir, output_override=output_dir)
    return folder, walk(folder, plan, period, final, made_on, progress)


def open_plan(directory: Path) -> tuple[WorkingFolder, Plan]:
    """The working folder and its plan; raises `UseError` or `PlanError`."""
    folder = open_folder(directory)
    return folder, read_plan(folder.plan)


def chosen_period(plan: Plan, code: str) -> Period:
    """The period of that code, whatever its case; `UseError` with the codes there are."""
    for period in plan.periods:
        if code.strip().casefold() in (period.code.casefold(), period.short.casefold()):
            return period
    raise UseError(f"Kế hoạch không có kỳ “{code}”. Các kỳ có: {', '.join(p.code for p in plan.periods)}.")
