"""The walk that `check`, `build` and `explain` share: from the working folder to a composed report of one period."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kehoach.commands.outcome import chosen_period, open_plan
from kehoach.folder import WorkingFolder
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
