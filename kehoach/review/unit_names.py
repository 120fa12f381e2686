"""Which unit an officer means (tên đơn vị gõ tay): KT-37 to KT-41. Between two, nobody guesses."""

from dataclasses import dataclass

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.lineage import went_into
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.review.proxy_sheet import BETWEEN
from kehoach.submission.taken import CODES
from kehoach.submission.words import SPELLINGS
from kehoach.vi.matching import How, Match, match_name
from kehoach.vi.names import fold

UNSURE, UNKNOWN, UNUSED = "KT-39", "KT-41", "KT-107"


@dataclass(frozen=True)
class Unmatched(Exception):  # noqa: N818
    """Không nhận ra đơn vị: under which code, and one sentence or two."""

    code: str
    say: str


def named_unit(plan: Plan, period: Period, typed: str) -> Unit:
    """The unit of that code, name, alias, or of a name that can only be it; `Unmatched` for anything else."""
    if not typed:
        raise Unmatched(UNUSED, "Chưa ghi đơn vị.")
    match = _match(plan, typed)
    if match.key is None:
        names = " hay ".join(f"“{plan.unit(code).name}”" for code in match.candidates)
        if not names:
            raise Unmatched(UNKNOWN, f"“{typed}” không có trong danh mục đơn vị.")
        raise Unmatched(UNSURE, f"Không có đơn vị “{typed}”. Có phải {names} không?")
    unit = plan.unit(match.key)
    if not unit.is_active(period.cutoff):
        raise Unmatched(UNKNOWN, f"{unit.name} không có trong danh mục đơn vị của kỳ này{went_into(plan, unit)}.")
    return unit


def respelt(plan: Plan, typed: str, place: Place) -> Finding | None:
    """What is listed of a name that was understood though it is written otherwise; None for a plain one."""
    match = _match(plan, typed)
    slip = SPELLINGS.get(match.how)
    if slip is None or match.key is None:
        return None
    code = CODES[slip]
    say = f"“{typed}” được hiểu là {plan.unit(match.key).name}."
    if code == UNSURE:
        return Finding(code, Severity.LOOK, place, typed, say, "Xem đúng đơn vị không.")
    return Finding(code, Severity.NOTED, place, typed, say, "Không phải làm gì.")


def _match(plan: Plan, typed: str) -> Match:
    """By the code in front of what the drop-down offers, else by name."""
    code, between, _ = typed.partition(BETWEEN)
    offered = [u.code for u in plan.units if between and fold(u.code) == fold(code)]
    if offered:
        return Match(How.EXACT, tuple(offered))
    return match_name(typed, {u.code: (u.name, *u.aliases) for u in plan.units})
