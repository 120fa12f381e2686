"""From a signed plan on the disk to what it says (đọc kế hoạch đã ký): head, targets, tasks, duties, foot."""

from pathlib import Path

from kehoach.office.prose import Prose, TextTable, read_prose
from kehoach.plan.signed.columns import table_columns
from kehoach.plan.signed.foot import read_foot
from kehoach.plan.signed.groups import groups_of, spoken_duties
from kehoach.plan.signed.head import read_head
from kehoach.plan.signed.model import SignedPlan, SignedTarget
from kehoach.plan.signed.outline import Item, read_outline
from kehoach.plan.signed.reporting import deadlines_of
from kehoach.plan.signed.sections import About, parts
from kehoach.plan.signed.targets import read_target, targets_of
from kehoach.plan.signed.tasks import tasks_of
from kehoach.plan.signed.villages import figures_of, villages_of


def read_signed_plan(path: Path) -> SignedPlan:
    """What a .docx or .txt says. Raises UnreadableFile for files that are something else, or broken."""
    return understand(read_prose(path))


def understand(prose: Prose) -> SignedPlan:
    """The same for lines and tables at hand."""
    head, foot = read_head(prose), read_foot(prose)
    items = list(parts(read_outline(prose[head.body : max(foot.start, head.body)])))
    year = int(head.info["year"].text or 0)
    targets, unmeasured = targets_of(item for about, item in items if about is About.TARGETS and item.table is None)
    tabled = tuple(t for about, item in items for t in _tabled(about, item))
    lines = tuple(line for part in prose for line in ([part] if isinstance(part, str) else part.lines))
    tasks = tuple(tasks_of((i for about, i in items if about is About.TASKS and not _is_of_targets(i)), year or 2000))
    annexes = read_outline(prose[foot.end :])
    duties = [item for about, item in items if about is About.DUTIES]
    villages = villages_of(prose, spoken_duties(duties))
    tables = [Item(item.rank, "", (), item.table) for top in annexes for item in top.walk() if item.table]
    return SignedPlan(
        {**head.info, **foot.info},
        head.bases,
        (*targets, *tabled),
        tasks or tuple(tasks_of(tables, year or 2000)),
        tuple(groups_of(duties)),
        tuple(deadlines_of(lines)),
        foot.recipients,
        () if tabled else unmeasured,
        villages,
        tuple(figures_of(prose, villages)),
        lines,
    )


def _is_of_targets(item: Item) -> bool:
    return item.table is not None and any("threshold" in row for row in table_columns(item.table))


def _tabled(about: About, item: Item) -> list[SignedTarget]:
    """Targets in a table: a column of names, one of units, one of values."""
    found = []
    for part in item.walk():
        for row in table_columns(part.table) if isinstance(part.table, TextTable) else ():
            name, value = row.get("target") or row.get("task"), row.get("threshold")
            if name and value and (about is About.TARGETS or "target" in row):
                unit = row["measure"].text if "measure" in row else ""
                gap = "" if unit == "%" else " "
                text = f"{name.text}: {value.text}" + (f"{gap}{unit}" if unit and unit not in value.text else "")
                found += [target for target in [read_target(text, name.source)] if target]
    return found
