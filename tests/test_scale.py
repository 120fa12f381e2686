"""Many units at once: a commune-sized plan with three hundred villages still adds up to the last household."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.folder import WorkingFolder
from kehoach.form.layout import lay_out_form
from kehoach.form.write import form_workbook
from kehoach.outputs import write_build
from kehoach.plan.unit import Unit
from kehoach.road import walk
from samples.fill import filled_form
from tests.tiny import tiny_plan

VILLAGES = 300


@pytest.mark.scale
def test_three_hundred_villages_add_up(tmp_path: Path) -> None:
    plan = tiny_plan()
    villages = tuple(Unit(f"V{n:03}", f"Thôn Số {n}", "thon", "thôn") for n in range(1, VILLAGES + 1))
    plan = replace(plan, units=(*(u for u in plan.units if u.kind != "thon"), *villages), baselines={})
    folder, period = WorkingFolder(tmp_path), plan.periods[0]
    folder.inbox(period).mkdir(parents=True)
    for number, unit in enumerate(villages, 1):
        form = lay_out_form(plan, unit, period)
        assert form
        typed = {
            "tong_ho": str(100 + number),
            "ho_dk": str(90 + number),
            "buoi_tt": "1",
            "kinh_phi": "0,5",
            "nvh": "có",
        }
        (folder.inbox(period) / form.file_name).write_bytes(
            filled_form(form_workbook(form, plan, {}), form, {(code, ""): text for code, text in typed.items()})
        )
    walked = walk(folder, plan, period)
    folder.output(period).mkdir(parents=True)
    write_build(folder, walked)
    assert walked.assessment.total("tong_ho", False).value == sum(100 + n for n in range(1, VILLAGES + 1))
    assert {f.place.unit for f in walked.review.open} == {"C01", "C02", "VP"}
    table = (folder.output(period) / "so-lieu.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sum(int(r["value"]) for r in csv.DictReader(table) if r["element"] == "ho_dk") == 90 * VILLAGES + 45150
