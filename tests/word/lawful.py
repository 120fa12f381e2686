"""What the decree wants of the printed page, asked of any document with head, signature and annexes."""

from itertools import pairwise

from tests.libreoffice import Line, fonts
from tests.word.printed import POINTS_PER_MM, Printed, picture

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
LEFT, RIGHT, FOOT = 30, 15, 20
GREATEST_GAP = 40
"""Millimetres that a heading with its first lines may leave blank at the end of a page of the body."""

SLACK = 12
"""Points between paragraphs."""


def assert_lawful(printed: Printed) -> None:
    _assert_head(printed)
    _assert_rules(printed)
    _assert_page_numbers(printed)
    _assert_signature(printed)
    _assert_margins(printed)
    _assert_full_pages(printed)
    assert fonts(printed.pdf)
    assert all(n.startswith(("LiberationSerif", "TimesNewRoman")) and held for n, held in fonts(printed.pdf).items())


def _assert_head(printed: Printed) -> None:
    assert printed.line("CỘNG HÒA").text == NATION
    assert printed.line("Độc lập").text == MOTTO
    number = printed.line("Số:")
    day = next(line for line in printed.on(1) if ", ngày" in line.text and line.left > number.right)
    assert abs(number.bottom - day.bottom) < 2


def _assert_rules(printed: Printed) -> None:
    """Under the motto as long as it, under issuer and subject a third to a half (II.1.b, II.2.b, II.5.b)."""
    motto, number, title = printed.line(MOTTO), printed.line("Số:"), printed.line("BÁO CÁO")
    issuer = [line for line in printed.on(1) if line.right < motto.left and line.bottom < number.top]
    subject = _subject(printed, title)
    assert 0.97 < _rule(printed, [motto]) / _longest([motto]) < 1.03
    for lines in (issuer, subject):
        assert 0.32 < _rule(printed, lines) / _longest(lines) < 0.51, lines


def _subject(printed: Printed, title: Line) -> list[Line]:
    below = [line for line in printed.on(1) if line.top > title.bottom - 3]
    apart = next(n for n, (line, after) in enumerate(pairwise(below), 1) if after.top - line.bottom > 6)
    return below[:apart]


def _longest(lines: list[Line]) -> float:
    return max(line.right - line.left for line in lines)


def _rule(printed: Printed, lines: list[Line]) -> float:
    bottom = max(line.bottom for line in lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return picture(printed.pdf, 1).stroke((left - SLACK, right + SLACK), (bottom - 1, bottom + 7))


def _assert_page_numbers(printed: Printed) -> None:
    """Above the middle, not on the first page of the report or of an annex; each counts its own."""
    annexes = {line.page for line in printed.lines if line.text.startswith("Phụ lục") and len(line.text) < 14}
    assert printed.signed_on + 1 in annexes
    for page, width in enumerate(printed.widths, 1):
        begin = max(n for n in {1, *annexes} if n <= page)
        found = [line for line in printed.on(page) if line.text.isdigit() and line.bottom < 20 * POINTS_PER_MM]
        assert [line.text for line in found] == ([] if page == begin else [str(page - begin + 1)])
        middle = (width + (LEFT - RIGHT) * POINTS_PER_MM) / 2
        assert all(abs((line.left + line.right) / 2 - middle) < 3 for line in found)


def _assert_signature(printed: Printed) -> None:
    """Level with the recipients, apart from them, at least two lines of the body above it."""
    recipients = printed.line("Nơi nhận:")
    beside = [line for line in printed.on(recipients.page) if line.left > recipients.right + 60 and line.text.isupper()]
    powers = min(beside, key=lambda line: abs(line.top - recipients.top))
    assert abs(powers.top - recipients.top) < 6
    assert powers.text.startswith(("TM. ", "CHỦ TỊCH", "KT. "))
    above = [line for line in printed.on(recipients.page) if line.bottom < recipients.top and not line.text.isdigit()]
    assert len(above) >= 2


def _assert_margins(printed: Printed) -> None:
    for line in printed.lines:
        assert line.left >= LEFT * POINTS_PER_MM - 1, line
        assert line.right <= printed.widths[line.page - 1] - RIGHT * POINTS_PER_MM + 1.5, line


def _assert_full_pages(printed: Printed) -> None:
    """No page of the body ends before its time: what begins the next one would not have fitted."""
    for page in range(1, printed.signed_on):
        height = picture(printed.pdf, page).height / 2
        gap = height - FOOT * POINTS_PER_MM - max(line.bottom for line in printed.on(page))
        assert gap < max(GREATEST_GAP * POINTS_PER_MM, _whole(printed, page + 1)), (page, gap)


def _whole(printed: Printed, page: int) -> float:
    """How high the page's words are where the signature and what must stay with it are all there is."""
    lines = [line for line in printed.on(page) if not line.text.isdigit()]
    closing = lines[0].text.startswith("Trên đây là")
    return max(line.bottom for line in lines) - lines[0].top + SLACK if closing else 0
