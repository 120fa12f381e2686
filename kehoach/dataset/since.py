"""KT-72: what changed since the last build (khác lần lập trước): two `so-lieu.csv` of one period, held together.

Said on the screen only: a sheet that told it would itself differ from build to build.
"""

import csv
import io

from kehoach.dataset.model import CSV_COLUMNS, ELEMENT, STATE, UNIT, VALUE
from kehoach.plan.model import Plan
from kehoach.submission.model import State

CODE = "KT-72"
MOST_SHOWN = 5
_NOTHING = "chưa có"


def changed_since(plan: Plan, before: bytes, after: bytes) -> str:
    """One sentence, or "" where every value is as it was, or where the earlier file is no such table."""
    was, now = _values(before), _values(after)
    names = [name for name in {**was, **now} if was.get(name, "") != now.get(name, "")] if was else []
    if not names:
        return ""
    pairs = [(n, was.get(n) or _NOTHING, now.get(n) or _NOTHING) for n in names[:MOST_SHOWN]]
    shown = "; ".join(f"{_label(plan, *name)}: {old} → {new}" for name, old, new in pairs)
    more = f"; và {len(names) - MOST_SHOWN} số nữa" if len(names) > MOST_SHOWN else ""
    return f"{CODE} {len(names)} số khác lần lập trước ({shown}{more}). Bản trước ở thư mục ban-truoc."


def _values(table: bytes) -> dict[tuple[str, str], str]:
    """(element, unit) → value, or its state where there is none; {} for any other file."""
    try:
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return {}
    if not rows or set(rows[0]) != set(CSV_COLUMNS):
        return {}
    return {(row[ELEMENT], row[UNIT]): row[VALUE] for row in rows if row[STATE] != State.SET_ASIDE}


def _label(plan: Plan, element: str, subject: str) -> str:
    about = plan.elements.get(element)
    unit = next((u.name for u in plan.units if u.code == subject), subject)
    return f"“{about.label if about else element}” {unit}".strip()
