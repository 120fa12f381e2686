"""The page (trang theo dõi) `theo-doi.html`: what is asked first stands first; nothing is loaded from anywhere.

It is read by people who may not have the report yet: reporters' names and telephone numbers never stand in it.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from lxml.html import HtmlElement, tostring

from kehoach.assessment.model import Assessment, TaskState
from kehoach.board.markup import DOUBT, GOOD, Content, badge, element
from kehoach.board.received import received_section, waiting_section
from kehoach.board.targets import targets_section
from kehoach.board.tasks import tasks_section
from kehoach.board.units import units_section
from kehoach.report.closing import is_draft, received_words, standing_words, target_words
from kehoach.report.words import as_of_sentences
from kehoach.vi.dates import print_date

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the browser may do for this page: nothing but draw it."""


def board_page(
    assessment: Assessment, earlier: Sequence[Assessment], answers: str, beside: Sequence[tuple[str, str]]
) -> bytes:
    """The page as UTF-8. `earlier` are the periods before, oldest first; `answers` the file to answer in; `beside`
    (name, relative address) the other files of the period.
    """
    parts = (
        _glance(assessment),
        waiting_section(assessment, answers),
        targets_section(assessment, earlier),
        units_section(assessment),
        tasks_section(assessment),
        received_section(assessment),
    )
    shown = [part for part in parts if part is not None]
    main = element("main", *shown, id="noi-dung")
    body = element(
        "body", element("a", "Tới nội dung", href="#noi-dung", class_="skip"), _top(assessment, beside), main
    )
    page = element("html", _head(assessment), body, lang="vi")
    return bytes(tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8", pretty_print=False)) + b"\n"


def _head(assessment: Assessment) -> HtmlElement:
    style = files("kehoach.board").joinpath("style.css").read_text(encoding="utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"Theo dõi {assessment.period.name} – {assessment.plan.issuer.commune}"),
        element("style", style),
    )


def _top(assessment: Assessment, beside: Sequence[tuple[str, str]]) -> HtmlElement:
    issuer, period = assessment.plan.issuer, assessment.period
    plan = f"{issuer.commune} · Kế hoạch số {issuer.plan_number} ngày {print_date(issuer.plan_date)}"
    days = (
        f"{' '.join(as_of_sentences(assessment))} Hạn đơn vị gửi {print_date(period.units_due)},"
        f" hạn gửi báo cáo {print_date(period.report_due)}."
    )
    links = [element("li", element("a", name, href=address)) for name, address in beside]
    nav = [element("nav", element("ul", *links), aria_label="Tệp của kỳ này")] if links else []
    title = element("h1", f"Theo dõi thực hiện kế hoạch {period.name}")
    standing = element("p", badge(standing_words(assessment), DOUBT if is_draft(assessment) else GOOD))
    return element(
        "header", element("p", plan, class_="quiet"), title, standing, element("p", days, class_="quiet"), *nav
    )


def _glance(assessment: Assessment) -> HtmlElement:
    """Four numbers, each a link to what it counts."""
    tiles = (_tile(*tile) for tile in _counts(assessment))
    return element("ul", *tiles, class_="glance", aria_label="Tóm tắt")


def _tile(where: str, name: str, number: str, more: str) -> HtmlElement:
    words: list[Content] = [element("span", name), element("strong", number)]
    return element("li", element("a", *words, element("small", more), href=f"#{where}"))


def _counts(assessment: Assessment) -> Iterator[tuple[str, str, str, str]]:
    """(where, what, the number, more of it)."""
    received, *missing = received_words(assessment)
    yield "da-gui", "Đã nhận", received, " · ".join(missing) or "đủ các đơn vị"
    waiting = len(assessment.review.open)
    yield (
        "viec-cho",
        "Việc chờ",
        f"{waiting:02d}" if waiting else "0",
        "chờ xác nhận" if waiting else "không còn việc nào",
    )
    first, *others = target_words(assessment)
    yield "chi-tieu", "Chỉ tiêu", first, " · ".join(others)
    if tasks := [t.state for t in assessment.tasks]:
        counted = {state: tasks.count(state) for state in TaskState if state in tasks and state is not TaskState.DONE}
        more = " · ".join(f"{state.lower()} {number}" for state, number in counted.items())
        yield "nhiem-vu", "Nhiệm vụ", f"hoàn thành {tasks.count(TaskState.DONE)}/{len(tasks)}", more
