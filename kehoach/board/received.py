"""Who has sent (đơn vị đã gửi), period by period, and what waits for whom (việc chờ)."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from kehoach.assessment.model import Assessment
from kehoach.board.markup import BAD, DOUBT, GOOD, Content, badge, element, section, table
from kehoach.finding import Finding
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.review.columns import Header
from kehoach.vi.names import initial_capital

MOST_OPEN = 20
"""Beyond so many lines a list is folded: a page is looked at from the top."""
_UNSETTLED = "tệp chưa dùng được"


def received_section(assessment: Assessment) -> HtmlElement:
    """A row a unit, a column a period of the year until now."""
    plan = assessment.plan
    periods = [p for p in (*plan.before(assessment.period), assessment.period) if p.year == assessment.period.year]
    rows = [(unit.name, *(_sent(assessment, unit, p) for p in periods)) for unit in plan.units]
    shown = [row for row in rows if any(cell != "" for cell in row[1:])]
    whole = table(
        "Đơn vị đã gửi số liệu từng kỳ", ("Đơn vị", *(initial_capital(p.name) for p in periods)), shown, "received"
    )
    folded = element("details", element("summary", f"{len(shown)} đơn vị"), whole)
    unsettled = (" ", badge(_UNSETTLED, DOUBT)) if assessment.review.unsettled else ()
    key = element("p", badge("đã gửi", GOOD), " ", badge("chưa gửi", BAD), *unsettled, class_="key")
    return section("da-gui", "Ai đã gửi", key, whole if len(shown) <= MOST_OPEN else folded)


def _sent(assessment: Assessment, unit: Unit, period: Period) -> Content:
    """Sent or not; "" where the unit was not asked."""
    reception = assessment.review.accepted.receptions.get(period.code)
    if reception is None or unit.code not in reception.expected:
        return ""
    if period == assessment.period and unit.code in assessment.review.unsettled:
        return badge(_UNSETTLED, DOUBT)
    return badge("đã gửi", GOOD) if unit.code in reception.received else badge("chưa gửi", BAD)


def waiting_section(assessment: Assessment, answers: str) -> HtmlElement:
    """Open findings by unit, most urgent first; where they are answered."""
    groups: dict[str, list[Finding]] = {}
    for finding in assessment.review.open:
        groups.setdefault(finding.place.unit, []).append(finding)
    if not groups:
        return section("viec-cho", "Việc chờ", element("p", "Không còn việc nào chờ xác nhận."))
    how = element(
        "p", "Trả lời trong ", element("a", answers, href=answers), f", cột “{Header.ANSWER}”.", class_="quiet"
    )
    is_open = len(assessment.review.open) <= MOST_OPEN
    return section("viec-cho", "Việc chờ", how, *(_group(assessment, *g, is_open) for g in groups.items()))


def _group(assessment: Assessment, unit: str, findings: list[Finding], is_open: bool) -> HtmlElement:
    name = assessment.plan.name_of(unit) or "Chung"
    lines = element("ul", *(element("li", *_line(f)) for f in findings))
    state = {"open": "open"} if is_open else {}
    return element("details", element("summary", f"{name}: {len(findings)} việc"), lines, **state)


def _line(finding: Finding) -> Iterator[Content]:
    """What is wrong, where, how it may be answered. What to do names people to call, and stays in `kiem-tra.xlsx`."""
    place = str(finding.place) if finding.place.file else ""
    yield finding.say
    yield element("span", " · ".join(filter(None, (finding.code, place, *map(str, finding.answers)))), class_="quiet")
