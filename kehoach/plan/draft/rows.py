"""What a signed plan says → the rows of the plan workbook (dựng bản nháp), every cell with its sentence.

Only what the plan says, what the law says (periods of Decree 09/2019/NĐ-CP, article 12) and what the catalogue knows;
the rest is asked for.
"""

import re
from collections.abc import Sequence
from datetime import date

from kehoach.plan.catalogue.read import evidence_words, frame, says
from kehoach.plan.draft.chosen import choose
from kehoach.plan.draft.figures import add_figures
from kehoach.plan.draft.generic import add_comparison
from kehoach.plan.draft.initials import spelled_out
from kehoach.plan.draft.model import Cell, Draft, Mark, Sheets, Standing, asked, from_plan, proposed, usual
from kehoach.plan.draft.parties import Parties, Party
from kehoach.plan.draft.recipients import add_recipients, addressees
from kehoach.plan.draft.short import CUT, short_name
from kehoach.plan.draft.slips import slips_of
from kehoach.plan.draft.targets import add_catalogue_rows, add_target
from kehoach.plan.draft.units import Units, add_units
from kehoach.plan.sheets import BASES, INFO, INFO_KEYS, PARTIES, PERIODS, SHEETS, TASKS
from kehoach.plan.signed.assigned import split_names
from kehoach.plan.signed.head import usual_powers
from kehoach.plan.signed.model import Deadline, Said, SignedPlan, SignedTask
from kehoach.plan.texts import print_list
from kehoach.plan.times import read_time
from kehoach.vi.dates import print_date, read_date
from kehoach.vi.names import fold, initial_lower

DECREE = "Chưa thấy trong kế hoạch; theo Nghị định số 09/2019/NĐ-CP, kỳ báo cáo chốt số liệu ngày 14."
WRITTEN_OUT = "Nghị định 30/2020/NĐ-CP: tên cơ quan ban hành viết đầy đủ."
_USUAL_INFO = {"body_size": "14", "is_paper": "giấy"}
_IN_FULL = ("name_lines", "full_name")
SIGNED_FOR = "Nghị định 30/2020/NĐ-CP: viết “TM.”, “KT.”."
SEALED = (
    "Kế hoạch không ghi. Ban Chỉ đạo dùng con dấu của UBND thì ghi chức vụ ở UBND của người ký (NĐ 30/2020/NĐ-CP); "
    "không thì để trống."
)
SEVERAL = "Nêu nhiều nơi trong một tên. Nơi nào tự gửi số liệu thì thêm một dòng ở trang Đơn vị, một dòng ở đây."
FRAME = "Khung chung của báo cáo."
_PERIODS = (
    ("Q1", "quý I năm {year}", (12, 15), (3, 14)),
    ("Q2", "6 tháng đầu năm {year}", (3, 15), (6, 14)),
    ("Q3", "9 tháng đầu năm {year}", (6, 15), (9, 14)),
    ("Q4", "năm {year}", (9, 15), (12, 14)),
)
OLDEST_YEAR = 2000
"""Any leap year will do to see whether words stand for a time."""
UNITS_DUE, REPORT_DUE = 16, 20
_MISSING = {
    "commune_code": "Kế hoạch không ghi mã xã. Tra danh mục đơn vị hành chính của Cục Thống kê.",
    "plan_number": "Chưa đọc được số, ký hiệu của kế hoạch.",
    "plan_date": "Chưa đọc được ngày, tháng, năm của kế hoạch.",
    "plan_title": "Chưa đọc được trích yếu.",
    "year": "Chưa đọc được năm của kế hoạch.",
    "commune": "Chưa đọc được tên xã.",
    "name_lines": "Chưa đọc được tên cơ quan ban hành ở đầu văn bản.",
    "full_name": "Câu mở đầu không ghi tên cơ quan xây dựng kế hoạch.",
    "abbreviation": "Chưa đọc được chữ viết tắt trong số, ký hiệu.",
    "place": "Chưa đọc được địa danh trước ngày tháng.",
    "powers": "Kế hoạch không ghi quyền hạn ký.",
    "post": "Chưa đọc được chức danh người ký.",
    "signer": "Chưa đọc được họ tên người ký.",
}
_OLD_POWERS = re.compile(r"^([TK])/([MT])\s+")
_VERB = re.compile(
    r"^(?:về (?:việc )?)?(?:kế hoạch\s+)?(?:triển khai(?: thực hiện)?|thực hiện|tổ chức)\s+", re.IGNORECASE
)
_YEAR_OR_PLACE = re.compile(r"\s*(?:,\s*)?(?:năm \d{4}|trên địa bàn (?:xã|phường|thị trấn|đặc khu)\b.*$)")


def draft_of(plan: SignedPlan) -> Draft:
    """The draft of the plan workbook for a signed plan."""
    sheets = Sheets({sheet.key: [] for sheet in SHEETS})
    parties = Parties(plan)
    chosen = choose(plan.targets)
    _add_info(sheets, plan)
    units = add_units(sheets, plan, parties, [k for c in chosen for k in c.kinds if k not in ("thôn", "xã")])
    _add_periods(sheets, plan)
    for party in parties.all:
        sheets.add(PARTIES, party_cells(party, units))
    for number, task in enumerate(plan.tasks, 1):
        sheets.add(TASKS, task_cells(f"nv{number}", task, parties))
    words = {"<trich_yeu>": report_subject(plan.info["plan_title"].text)}
    add_catalogue_rows(sheets, frame(), FRAME, parties, units, words)
    for one in chosen:
        add_target(sheets, one, parties, units, plan.year or 1)
    for one in chosen:
        add_comparison(sheets, one)
    add_figures(sheets, plan, chosen, units)
    add_recipients(sheets, plan, units.drafter)
    add_bases(sheets, plan)
    return sheets.draft(slips_of(plan))


def report_subject(title: str) -> str:
    """What a report on the plan is about: its title without "Thực hiện", year and place."""
    bare = _YEAR_OR_PLACE.sub("", _VERB.sub("", title)).strip(" ,")
    return f"thực hiện {initial_lower(bare)}" if bare else "thực hiện kế hoạch"


def _add_info(sheets: Sheets, plan: SignedPlan) -> None:
    for column in INFO_KEYS:
        value = _info_cell(column.key, plan.info.get(column.key, Said()), plan)
        sheets.add(INFO, {"key": column.header, "value": value, "help": column.note})


def _info_cell(key: str, said: Said, plan: SignedPlan) -> Cell:
    """As the plan has it, where the decree would not have it otherwise."""
    body = plan.info["abbreviation"].text
    if key in _USUAL_INFO:
        return Cell(_USUAL_INFO[key])
    if key == "powers" and not said and (powers := usual_powers(body)):
        return proposed(powers, "Kế hoạch không ghi quyền hạn ký; theo mẫu của Nghị định 30/2020/NĐ-CP.")
    if key == "second_post" and not said and body.startswith("BCĐ"):
        return asked(SEALED)
    if key == "powers" and _OLD_POWERS.match(said.text):
        return proposed(_OLD_POWERS.sub(r"\1\2. ", said.text), f"{SIGNED_FOR} Trong kế hoạch: {said.text}")
    if said and key in _IN_FULL and (whole := spelled_out(said.text, plan.lines)) != said.text:
        return proposed(whole, f"{WRITTEN_OUT} Trong kế hoạch: {said.text}".replace("\n", " "))
    return from_plan(said, _MISSING.get(key, ""))


def _add_periods(sheets: Sheets, plan: SignedPlan) -> None:
    year = plan.year
    for code, name, (month, day), (last_month, last_day) in _PERIODS if year else ():
        start = date(year - (code == "Q1"), month, day)
        cutoff = date(year, last_month, last_day)
        report_due = due_cell(plan, code, True, date(year, last_month, REPORT_DUE), cutoff)
        units_due = due_cell(plan, code, False, date(year, last_month, UNITS_DUE), cutoff)
        latest = max(d for d in (read_date(units_due.text), read_date(report_due.text)) if d)
        sheets.add(
            PERIODS,
            {
                "code": f"{year}-{code}",
                "name": name.format(year=year),
                "start": usual(print_date(start), DECREE),
                "cutoff": usual(print_date(cutoff), DECREE),
                "units_due": units_due,
                "report_due": Cell(print_date(latest), report_due.mark),
                "cumulative_from": usual(print_date(date(year - 1, 12, 15)), DECREE),
                "addressees": addressees(plan, latest),
            },
        )


def due_cell(plan: SignedPlan, code: str, is_ours: bool, usual_day: date, cutoff: date) -> Cell:
    """The plan's own deadline where it lies after the figures close; else the usual one, to be looked at."""
    said = next((d for d in plan.deadlines if d.period == code and d.is_ours is is_ours), None)
    if said is None:
        why = f"{DECREE} Hạn gửi cấp trên cần theo văn bản yêu cầu báo cáo."
        return proposed(print_date(usual_day), why) if is_ours else usual(print_date(usual_day), DECREE)
    day = _day_of(said, cutoff.year)
    if day and day >= cutoff:
        return Cell(print_date(day), Mark(Standing.FROM_PLAN, said.source))
    why = "Hạn trong kế hoạch trước ngày chốt số liệu 14; sửa ngày chốt số liệu hoặc hạn gửi."
    return proposed(print_date(usual_day), f"{why} Câu trong kế hoạch: {said.source}")


def _day_of(deadline: Deadline, year: int) -> date | None:
    try:
        return date(year, deadline.month, deadline.day)
    except ValueError:
        return None


def party_cells(party: Party, units: Units) -> dict[str, Cell | str]:
    """A row of `Phân công`."""
    kind = party.known.kind if party.known and not party.known.unit else ""
    return {
        "code": party.code,
        "name": Cell(party.name, _why(party)),
        "aliases": print_list(party.aliases),
        "units": units.by_party.get(party.code) or (units.village if kind == "thôn" else ""),
        "duty": from_plan(party.duty),
    }


def _why(party: Party) -> Mark:
    """A name that holds several is to be looked at: each of them may report by itself."""
    if len(split_names(party.name)) > 1:
        return Mark(Standing.UNSURE, f"{SEVERAL} Câu trong kế hoạch: {party.source}")
    return Mark(Standing.FROM_PLAN if party.is_sure else Standing.UNSURE, party.source)


def task_cells(code: str, task: SignedTask, parties: Parties) -> dict[str, Cell | str]:
    """A row of `Nhiệm vụ`."""
    evidence = from_plan(task.evidence)
    if not task.evidence and (words := _evidence(task.text)):
        evidence = usual(words, "Việc này thường xong khi có văn bản; để trống nếu chỉ cần báo đã xong.")
    return {
        "code": code,
        "text": Cell(task.text, Mark(Standing.FROM_PLAN, task.text)),
        "short": Cell(short_name(task.text), Mark(Standing.UNSURE, CUT)),
        "lead": _named(task.lead, parties, f"Kế hoạch không ghi ai chủ trì: {task.text}"),
        "coordination": _named(task.coordination, parties, ""),
        "time": _time(task),
        "evidence": evidence,
    }


def _time(task: SignedTask) -> Cell:
    """As the plan has it; words that stand for no day are asked for."""
    if task.time and read_time(task.time.text, OLDEST_YEAR) is None:
        return asked(f"Chưa rõ “{task.time.text}” là đến khi nào. Câu trong kế hoạch: {task.time.source}")
    return from_plan(task.time, f"Kế hoạch không ghi thời gian: {task.text}")


def _named(names: Sequence[Said], parties: Parties, missing: str) -> Cell:
    codes = parties.codes(names)
    if not codes:
        return asked(missing) if missing else Cell("")
    standing = Standing.FROM_PLAN if all(name.is_sure for name in names) else Standing.UNSURE
    return Cell(print_list(codes), Mark(standing, names[0].source))


def _evidence(text: str) -> str:
    begin = " ".join(text.split()[:12])
    return next((evidence for phrase, evidence in evidence_words() if says(begin, phrase)), "")


def add_bases(sheets: Sheets, plan: SignedPlan) -> None:
    """The plan's own bases first, those of the catalogue that are the same left out."""
    brought = sheets.rows[BASES.key][:]
    marks = {place: sheets.marks.pop(place) for place in [p for p in sheets.marks if p[0] == BASES.key]}
    sheets.rows[BASES.key] = []
    for said in plan.bases:
        same = next((row for row in brought if _number(row["text"]) and _number(row["text"]) == _number(said.text)), {})
        sheets.add(BASES, {"text": from_plan(said), **{k: v for k, v in same.items() if k != "text"}})
    numbers = {_number(said.text) for said in plan.bases}
    for index, row in enumerate(brought):
        if _number(row["text"]) not in numbers:
            sheets.add(BASES, {**row, "text": Cell(row["text"], marks.get((BASES.key, index, "text")))})


def _number(text: str) -> str:
    """86/2023/nd-cp out of a document's title; "" where it has no number."""
    found = re.search(r"\d+/[\w/.-]*[^\W_]", fold(text))
    return found[0] if found else ""
