"""`kehoach init --plan`: a working folder from a signed plan (tạo thư mục từ kế hoạch đã ký)."""

from collections.abc import Mapping
from pathlib import Path

from kehoach.commands.outcome import MOST_LINES
from kehoach.errors import UseError
from kehoach.finding import Finding
from kehoach.folder import at
from kehoach.office.model import UnreadableFile
from kehoach.plan.draft.model import Draft, Standing
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.draft.write import REVIEW, review_lines
from kehoach.plan.sheets import PARTIES, RECIPIENTS, TARGETS, TASKS
from kehoach.plan.signed.model import SignedPlan
from kehoach.plan.signed.read import read_signed_plan
from kehoach.vi.quoted import shortened

MOST_WHY = 110
_SAVE = "Mở trong Word rồi lưu thành .docx (File → Save As → Word Document)"
_WHY: Mapping[str, str] = {
    "pdf": "là tệp PDF. Xin tệp Word (.docx) của người soạn thảo; bản quét thì phải gõ lại, chương trình không đọc chữ "
    "trong ảnh",
    "picture": "là ảnh chụp. Xin tệp Word (.docx) của người soạn thảo; chương trình không đọc chữ trong ảnh",
    "word": f"là tệp Word đời cũ (.doc) hoặc .rtf. {_SAVE}",
    "encrypted": "có mật khẩu. Bỏ mật khẩu rồi chạy lại",
    "empty": "rỗng. Xin lại tệp",
    "too-big": "quá lớn. Bỏ bớt ảnh trong tệp rồi chạy lại",
    "cloud": "nằm trên OneDrive mà chưa tải về máy. Bấm chuột phải vào tệp, chọn “Always keep on this device”",
    "no-right": "không mở được. Đóng tệp trong Word hoặc kiểm tra quyền đọc",
    "old-xls": "là tệp Excel. Chọn tệp Word (.docx) của kế hoạch",
    "html": f"là trang web lưu lại. {_SAVE}",
    "archive": "là tệp nén. Giải nén rồi chọn tệp Word (.docx) bên trong",
    "ods": f"là tệp OpenDocument. {_SAVE}",
    "damaged": f"bị hỏng. {_SAVE}, hoặc xin lại tệp",
    "dangerous": f"có cấu trúc bất thường. {_SAVE}, hoặc xin lại tệp",
}
_OTHER = f"không phải văn bản Word .docx. {_SAVE}"


def read_draft(path: Path) -> tuple[SignedPlan, Draft]:
    """What a signed plan says, and the draft of its workbook; `UseError` that names what the file is."""
    try:
        plan = read_signed_plan(path)
    except UnreadableFile as error:
        raise UseError(f"Không đọc được kế hoạch: {path.name} {_WHY.get(error.reason, _OTHER)}.") from error
    if not (plan.targets or plan.tasks or plan.groups):
        raise UseError(
            f"Không thấy chỉ tiêu, nhiệm vụ hay phân công nào trong {path.name}. Xem lại có đúng tệp kế hoạch không; "
            "nếu đúng, tạo thư mục trống bằng “kehoach init” rồi điền tay."
        )
    return plan, draft_of(plan)


def told(plan: SignedPlan, draft: Draft, directory: Path, workbook: Path) -> str:
    """What was read, what waits, and what to do next."""
    number, title = plan.info["plan_number"].text or "chưa rõ số", plan.info["plan_title"].text
    counts = ", ".join(
        f"{sum(not row.get('unit') for row in draft.rows[sheet.key])} {word}"
        for sheet, word in (
            (TARGETS, "chỉ tiêu"),
            (TASKS, "nhiệm vụ"),
            (PARTIES, "bên thực hiện"),
            (RECIPIENTS, "nơi nhận"),
        )
    )
    lines = [
        *waiting_lines(draft),
        f"Đã tạo thư mục làm việc: {directory}",
        f"Kế hoạch {number} · {shortened(title, MOST_WHY)}",
        f"Đọc được  {counts}",
        f"1. Mở {workbook}, trang {REVIEW}: {_to_do(draft)}. Mỗi ô có ghi chú câu trong kế hoạch.",
        f"2. Tạo biểu gửi các đơn vị: kehoach templates{at(directory)}",
    ]
    return "\n".join(lines)


def _to_do(draft: Draft) -> str:
    counts = (
        (draft.count(Standing.ASKED), "điền {} ô vàng đậm"),
        (draft.count(Standing.UNSURE), "xem {} ô cam nhạt"),
    )
    return ", ".join(text.format(count) for count, text in counts if count)


def waiting_lines(draft: Draft) -> list[str]:
    """Slips of the plan, then what has to be filled in or looked at, one a line."""
    waiting = [
        f"{line[0]}: {line[1]}!{line[2]} {line[3]}: {shortened(line[5], MOST_WHY)}" for line in review_lines(draft)
    ]
    return [*map(_line, draft.slips), *waiting[:MOST_LINES]]


def _line(slip: Finding) -> str:
    return f"{slip.code} kế hoạch: {slip.say} {slip.do}"
