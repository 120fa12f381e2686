"""Makes the sample commune's workbooks from its text: the plan, and each quarter's forms, sent out and filled in.

It goes the way the officer goes, in an empty folder: write the plan, `kehoach templates` for a quarter, fill the forms,
next quarter. Run by `make sample`. Same text, same bytes.
"""

import tempfile
from pathlib import Path

from kehoach.commands import templates
from kehoach.folder import WorkingFolder
from kehoach.form.layout import lay_out_form
from kehoach.office.files import write_all
from kehoach.office.package import freeze
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.rows import plan_from_rows
from kehoach.plan.write import plan_workbook
from kehoach.review.proxy import proxy_workbook
from samples.fill import filled_form
from samples.plan_text import SOURCE, sample_rows
from samples.quarter import read_quarter

ROOT = Path(__file__).parent.parent


def sample_plan(source: Path = SOURCE) -> Plan:
    """The plan of a sample commune, verified."""
    return plan_from_rows(sample_rows(source), {})


def make_sample(root: Path, source: Path = SOURCE) -> None:
    """Lays a sample's `input_templates/` into an empty folder."""
    folder, plan = WorkingFolder(root), sample_plan(source)
    folder.plan.parent.mkdir(parents=True)
    write_all({folder.plan: plan_workbook(plan), folder.proxies: proxy_workbook(plan)})
    for period in plan.periods:
        templates.run(root, period.code)
        _fill(folder, plan, period, source)


def _fill(folder: WorkingFolder, plan: Plan, period: Period, source: Path) -> None:
    for unit, typed in read_quarter(source / f"{period.code}.txt", plan).items():
        form = lay_out_form(plan, plan.unit(unit), period)
        if form is None:
            raise ValueError(f"{unit} không được hỏi gì ở kỳ {period.code}.")
        path = folder.inbox(period) / form.file_name
        path.write_bytes(freeze(filled_form(path.read_bytes(), form, typed), period.cutoff))


def main() -> None:
    """`make sample`: refreshes the repository's own `input_templates/`; what did not change is not written."""
    with tempfile.TemporaryDirectory() as scratch:
        make_sample(Path(scratch))
        made = sorted(path for path in Path(scratch).rglob("*.xlsx"))
        places = {ROOT / path.relative_to(scratch): path.read_bytes() for path in made}
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
    write_all(places)
    print(f"{len(places)} workbooks in input_templates/")


if __name__ == "__main__":
    main()
