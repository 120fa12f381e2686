"""What a command hands back to the terminal (kết quả lệnh)."""

import json
from dataclasses import dataclass, field

from kehoach.file_names import OutputFile
from kehoach.finding import Finding
from kehoach.folder import WorkingFolder
from kehoach.letter.official import CLERK, names_drafter
from kehoach.letter.place import Placed
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.closing import earlier_waiting
from kehoach.review.model import Review
from kehoach.road import Walk, issued_report

MOST_LINES = 200
"""Open findings printed one a line; beyond, a count."""


@dataclass(frozen=True)
class Outcome:
    """Kết quả lệnh: text for the screen, the same for programs, and whether something waits for the officer."""

    text: str
    waits: bool = False
    data: dict[str, object] = field(default_factory=dict)

    @property
    def json(self) -> str:
        """`data` as JSON, readable as it stands."""
        return json.dumps(self.data, ensure_ascii=False, indent=2)


def note_lines(walked: Walk) -> list[str]:
    """What is odd in the plan workbook but stops no draft, one a line."""
    return [note.line for note in (*walked.plan.notes, *walked.gone)]


def open_lines(review: Review) -> list[str]:
    """Open findings one a line, most urgent last; beyond `MOST_LINES` a count."""
    lines = [_with_fault(f.line, review.lacking(f)) for f in reversed(review.open)]
    if len(lines) > MOST_LINES:
        return [f"Còn {len(lines)} việc chờ xác nhận, xem trong {OutputFile.ANSWERS}."]
    return lines


def _with_fault(line: str, lacking: str) -> str:
    """The line of an open finding, and why the answer that was given to it does not hold."""
    return f"{line} Câu đã trả lời chưa dùng được: {lacking}" if lacking else line


def earlier_lines(walked: Walk) -> list[str]:
    """Earlier periods in which something waits that leaves a gap in what is added up from the year's start."""
    waiting = earlier_waiting(walked.plan, walked.earlier, walked.period)
    return [
        f"Kỳ {then.code} còn {count} việc chờ xác nhận, số cộng từ đầu năm chưa có phần ấy: "
        f"kehoach check -p {then.code}"
        for then, count in waiting.items()
    ]


def returned_lines(folder: WorkingFolder, period: Period, units: int) -> list[str]:
    """Where the marked forms lie, and how many units get one; nothing where none does."""
    where = f"{folder.shown(folder.replies(period))}/"
    return [f"Trả lại   {where}: {units} đơn vị có chỗ cần sửa, kèm tin nhắn"] if units else []


def letter_lines(folder: WorkingFolder, plan: Plan, period: Period, place: Placed) -> list[str]:
    """Where letters and messages lie, what became of those that the officer edited, and what their symbol lacks."""
    where = folder.shown(folder.letters(period))
    new = sorted(path.name for path in place.files if path.name not in place.copies)
    lines = [f"Thư       {where}/: {', '.join(new)}"] if new else []
    lines += [f"Giữ nguyên {where}/{name}: đã sửa tay, và không có gì mới." for name in place.left]
    lines += [f"Công văn cũ đã được sửa tay, giữ lại ở {where}/{name}." for name in place.copies]
    if new and not names_drafter(plan, period):
        symbol = f"{plan.issuer.abbreviation}-{CLERK}"
        lines.append(
            f"Ký hiệu công văn tạm ghi {symbol}: trang Nơi nhận của {folder.plan.name}, dòng “Lưu” chưa ghi đơn vị "
            "soạn thảo. Ghi như “Lưu: VT, VHXH”."
        )
    return lines


def issued_lines(folder: WorkingFolder, period: Period) -> list[str]:
    """That the period's report has been signed, and what a later run of it is worth; nothing where it has not."""
    issued = issued_report(folder, period)
    if issued is None:
        return []
    where = folder.shown(folder.issued(period))
    return [f"Kỳ này đã ban hành {issued.title}, giữ nguyên ở {where}/; kết quả lần này chỉ để xem."]


def review_data(walked: Walk) -> dict[str, object]:
    """The contract of --json: period, units, findings."""
    plan, review = walked.plan, walked.review
    reception = review.accepted.reception
    return {
        "period": review.accepted.period.code,
        "units": [
            {"unit": code, "name": plan.unit(code).name, "file": reception.received.get(code, "")}
            for code in reception.expected
        ],
        "findings": [finding_data(f) for f in (*plan.notes, *walked.gone, *review.findings)],
    }


def finding_data(finding: Finding) -> dict[str, object]:
    """A finding as the contract of --json has it."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "unit": place.unit,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "read": finding.read,
        "say": finding.say,
        "do": finding.do,
        "open": finding.open,
    }
