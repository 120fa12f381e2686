"""The totals workbook (tong-hop.xlsx), from an assessment to bytes."""

import io

from xlsxwriter.workbook import Workbook

from kehoach.assessment.model import Assessment
from kehoach.office.package import freeze
from kehoach.report.words import plan_word
from kehoach.summary.guide_sheet import write_guide
from kehoach.summary.layout import GUIDE, TARGETS, TOTALS, VALUES, WORKINGS, Layout
from kehoach.summary.look import Looks
from kehoach.summary.page import Page
from kehoach.summary.targets_sheet import write_targets
from kehoach.summary.totals_sheet import write_totals
from kehoach.summary.units_sheet import write_units
from kehoach.summary.values_sheet import Link, write_values
from kehoach.summary.workings_sheet import write_workings


def summary_workbook(assessment: Assessment, link: Link) -> bytes:
    """The workbook's bytes, which depend on the numbers alone. `link` leads from its folder to a period's files."""
    layout, stream = Layout(assessment), io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    looks = Looks(workbook)
    names = (GUIDE, TARGETS, WORKINGS, TOTALS, *(t.sheet for t in layout.tables), VALUES)
    pages = {name: Page(workbook, looks, name) for name in names}
    since, until = plan_word(assessment, "tu_ngay"), plan_word(assessment, "den_ngay")
    write_guide(pages[GUIDE], layout)
    write_targets(pages[TARGETS], layout)
    write_workings(pages[WORKINGS], layout)
    write_totals(pages[TOTALS], layout, since, until)
    for table in layout.tables:
        write_units(pages[table.sheet], layout, table, since, until)
    write_values(pages[VALUES], layout, link)
    workbook.set_properties(
        {"title": f"Tổng hợp số liệu {assessment.period.name}", "author": assessment.plan.issuer.commune}
    )
    workbook.close()
    return freeze(stream.getvalue(), assessment.period.cutoff)
