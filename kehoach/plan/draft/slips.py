"""Slips of the plan itself (lỗi trong kế hoạch): what to put right before the plan is amended or the next one signed.

Codes from `KP-101` on; none keeps the plan from being used. Every slip is told once, with how often it occurs.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.catalogue.read import changed_bodies, documents, says, usual_slips
from kehoach.plan.draft.initials import named_phrases
from kehoach.plan.mistakes import Mistake
from kehoach.plan.signed.model import SignedPlan
from kehoach.plan.times import read_time
from kehoach.vi.dates import print_date, read_date
from kehoach.vi.names import fold

LOOK, NOTED = Severity.LOOK, Severity.NOTED
TWO_LETTERS = Mistake("KP-101", "Viết lẫn {spellings}.", "Dùng một cách viết trong cả văn bản.", LOOK)
WRONG_INITIALS = Mistake("KP-102", "“{read}” không phải chữ viết tắt của “{phrase}”.", "Viết {right}.", LOOK)
WRONG_WORD = Mistake("KP-103", "Có chữ “{read}”: {where}", "Có lẽ là “{right}”.", LOOK)
OPEN_QUOTE = Mistake("KP-104", "Ngoặc kép mở mà không đóng: {where}", "Thêm dấu ” còn thiếu.", LOOK)
TWO_TONES = Mistake(
    "KP-105", "Đặt dấu thanh theo hai kiểu: {old} ({olds} chỗ), {new} ({news} chỗ).", "Dùng một kiểu.", NOTED
)
GONE_BODY = Mistake("KP-106", "Kế hoạch ngày {day} còn nhắc “{read}”.", "Từ {since}: {now}.", LOOK)
UNMEASURED = Mistake(
    "KP-107", "Mục chỉ tiêu không có con số nên không đo được: “{read}”.", "Ghi rõ bao nhiêu, theo đơn vị gì.", LOOK
)
DUE_BEFORE = Mistake(
    "KP-108", "Việc “{read}” có hạn {due}, trước ngày ký kế hoạch ({day}).", "Sửa thời gian thực hiện.", LOOK
)
NOT_IN_FORCE = Mistake("KP-109", "Viện dẫn văn bản số {read}: ngày {day} {why}.", "Xem lại căn cứ.{instead}", LOOK)
OTHER_YEAR = Mistake(
    "KP-110", "Việc “{read}” ghi thời gian của năm khác: {time}.", "Sửa năm; kế hoạch là của năm {year}.", LOOK
)
NO_REPORTING = Mistake(
    "KP-111", "Kế hoạch không quy định chế độ báo cáo.", "Nên ghi: kỳ báo cáo, hạn gửi, gửi ai.", NOTED
)
TOO_MUCH = Mistake("KP-112", "Chỉ tiêu “{read}” vượt 100%.", "Xem lại mức giao.", LOOK)

_CAPITALS = re.compile(r"(?<![\w-])[A-ZĐ]{2,}(?![\w])")
_OLD_TONE = re.compile(r"\b\w*(?:(?:o[àáảãạèéẻẽẹ])|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
_NEW_TONE = re.compile(r"\b\w*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b", re.IGNORECASE)
_CITED = re.compile(r"\b\d+(?:/\d{4})?/[A-ZĐ]+-[A-ZĐ][\w]*")
_AROUND = 25


def slips_of(plan: SignedPlan) -> tuple[Finding, ...]:
    """Every slip, in the order of their codes."""
    return tuple(slip for rule in _RULES for slip in rule(plan))


def _letters(plan: SignedPlan) -> Iterator[Finding]:
    """BCD and BCĐ for the same body."""
    counts = Counter(word for line in plan.lines if line.upper() != line for word in re.findall(r"[A-ZĐ]{2,}", line))
    groups: dict[str, list[str]] = {}
    for word in counts:
        groups.setdefault(fold(word), []).append(word)
    for words in groups.values():
        if len(words) > 1:
            told = ", ".join(f"“{word}” ({counts[word]} lần)" for word in sorted(words, key=lambda w: -counts[w]))
            yield TWO_LETTERS.at(Place(), "; ".join(words), spellings=told)


def _initials(plan: SignedPlan) -> Iterator[Finding]:
    """An abbreviation of a quoted name, one letter off."""
    text, phrases = " ".join(plan.lines), named_phrases(plan.lines)
    for word in dict.fromkeys(_CAPITALS.findall(text)):
        for initials, phrase in phrases.items():
            if word != initials and fold(word) == fold(initials):
                yield WRONG_INITIALS.at(Place(), word, phrase=phrase, right=initials)
                break


def _words(plan: SignedPlan) -> Iterator[Finding]:
    for wrong, right in usual_slips():
        found = next((m for line in plan.lines if (m := re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", line))), None)
        if found:
            yield WRONG_WORD.at(Place(), found[0], right=right, where=_around(found.string, found.start(), found.end()))


def _quotes(plan: SignedPlan) -> Iterator[Finding]:
    """A quotation that another one begins in, or that its paragraph ends in."""
    for line in plan.lines:
        opened = [m.start() for m in re.finditer("“", line)]
        if len(opened) > line.count("”"):
            at = next((a for a, b in zip(opened, [*opened[1:], len(line)], strict=True) if "”" not in line[a:b]), 0)
            yield OPEN_QUOTE.at(Place(), where=_around(line, at, at + 40))


def _around(line: str, start: int, end: int) -> str:
    before = line[max(0, start - _AROUND) : start]
    return f"“…{before}{line[start : end + _AROUND]}…”"


def _tones(plan: SignedPlan) -> Iterator[Finding]:
    text = " ".join(plan.lines)
    old, new = _OLD_TONE.findall(text), _NEW_TONE.findall(text)
    if old and new:
        words = {"old": f"“{old[0]}”", "new": f"“{new[0]}”"}
        yield TWO_TONES.at(Place(), **words, olds=str(len(old)), news=str(len(new)))


def _bodies(plan: SignedPlan) -> Iterator[Finding]:
    day = _day(plan)
    for body in changed_bodies() if day else ():
        text = next((p for p in body.phrases if any(says(line, p) for line in plan.lines)), "")
        if day and text and day >= body.since:
            yield GONE_BODY.at(Place(), text, day=print_date(day), since=print_date(body.since), now=body.now)


def _unmeasured(plan: SignedPlan) -> Iterator[Finding]:
    return (UNMEASURED.at(Place(), text) for text in plan.unmeasured)


def _early(plan: SignedPlan) -> Iterator[Finding]:
    day = _day(plan)
    for task in plan.tasks if day and plan.year else ():
        span = read_time(task.time.text, plan.year)
        if day and span and span.due and span.due < day:
            yield DUE_BEFORE.at(Place(), task.text, due=print_date(span.due), day=print_date(day))


def _bases(plan: SignedPlan) -> Iterator[Finding]:
    day = _day(plan)
    cited = {found.casefold() for line in plan.lines for found in _CITED.findall(line)}
    for number, since, until, instead in documents() if day else ():
        if day and number.casefold() in cited and (day < since or (until and day > until)):
            is_late = until is not None and day > until
            why = f"đã hết hiệu lực từ sau ngày {print_date(until)}" if until and is_late else "chưa có hiệu lực"
            hint = f" Thay bằng {instead}." if is_late and instead else ""
            yield NOT_IN_FORCE.at(Place(), number, day=print_date(day), why=why, instead=hint)


def _years(plan: SignedPlan) -> Iterator[Finding]:
    for task in plan.tasks if plan.year else ():
        years = {int(found) for found in re.findall(r"\b(?:19|20)\d{2}\b", task.time.text)}
        if years and plan.year not in years:
            yield OTHER_YEAR.at(Place(), task.text, time=task.time.text, year=str(plan.year))


def _reporting(plan: SignedPlan) -> Iterator[Finding]:
    reports = [line for line in plan.lines if re.search(r"báo cáo(?! của)", line)]
    if not plan.deadlines and not any(re.search(r"trước|định kỳ|hằng|hàng|quý", line) for line in reports):
        yield NO_REPORTING.at(Place())


def _too_much(plan: SignedPlan) -> Iterator[Finding]:
    for target in plan.targets:
        if target.measure == "%" and float(target.threshold.replace(",", ".")) > 100:
            yield TOO_MUCH.at(Place(), target.text)


def _day(plan: SignedPlan) -> date | None:
    return read_date(plan.info["plan_date"].text)


_RULES: tuple[Callable[[SignedPlan], Iterator[Finding]], ...] = (
    _letters,
    _initials,
    _words,
    _quotes,
    _tones,
    _bodies,
    _unmeasured,
    _early,
    _bases,
    _years,
    _reporting,
    _too_much,
)
