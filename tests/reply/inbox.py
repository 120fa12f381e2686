"""A period of the tiny commune as it came back: who typed what, on the disk, walked to its review and its replies."""

import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from kehoach.folder import WorkingFolder
from kehoach.plan.model import Plan
from kehoach.reply.write import replies
from kehoach.review.model import Review
from kehoach.road import review_period
from kehoach.submission.inbox import forms_of
from tests.form.returned import filled, form_of, opened, type_in
from tests.tiny import tiny_plan

Typed = Mapping[str, object]
GOOD: Typed = {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 4, "kinh_phi": 12.5, "nvh": "có"}


def send(root: Path, period: str, typed: Mapping[str, Typed]) -> WorkingFolder:
    """A working folder in which these units sent forms with these answers by defined name."""
    folder = WorkingFolder(root)
    inbox = folder.inbox(tiny_plan().period(period))
    inbox.mkdir(parents=True, exist_ok=True)
    for unit, values in typed.items():
        (inbox / form_of((unit, period)).file_name).write_bytes(filled((unit, period), values))
    return folder


def reviewed(folder: WorkingFolder, period: str, plan: Plan | None = None) -> Review:
    plan = plan or tiny_plan()
    return review_period(folder, plan, plan.period(period))


def back(folder: WorkingFolder, period: str) -> dict[str, bytes]:
    """What goes back, by file name."""
    plan = tiny_plan()
    found = replies(plan, reviewed(folder, period), forms_of(plan, plan.period(period)))
    return {path.name: data for path, data in found.items()}


def form_back(folder: WorkingFolder, period: str, unit: str) -> Workbook:
    """A unit's marked form, as a reader that did not write it sees it."""
    [data] = [d for name, d in back(folder, period).items() if name.startswith(unit) and name.endswith(".xlsx")]
    return opened(data)


def message_back(folder: WorkingFolder, period: str, unit: str) -> str:
    return back(folder, period)[f"{unit}.txt"].decode("utf-8-sig")


def answer(workbook: Workbook, name: str) -> object:
    [(sheet, ref)] = workbook.defined_names[name].destinations
    return workbook[sheet][ref.replace("$", "")].value


def mended(data: bytes, values: Typed) -> bytes:
    """A marked form after its sender typed into it: our marks still there."""
    workbook = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    for name, value in values.items():
        type_in(workbook, name, value)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()
