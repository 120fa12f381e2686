"""`kehoach init --plan` where a plan is at work already (kế hoạch sửa đổi): a workbook beside it, what differs."""

from pathlib import Path

from kehoach.commands.init_plan import read_draft, waiting_lines
from kehoach.commands.outcome import Outcome
from kehoach.errors import PlanError, UseError
from kehoach.file_names import InputFile
from kehoach.folder import WorkingFolder, at
from kehoach.office.files import write_all
from kehoach.office.model import UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.plan.compare import Difference, Turn, differences
from kehoach.plan.draft.model import Draft
from kehoach.plan.draft.onto import amended_draft
from kehoach.plan.draft.write import draft_book, draft_workbook
from kehoach.plan.locate import locate_book
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.plan.signed.model import SignedPlan
from kehoach.plan.spell import spell_plan
from kehoach.plan.table import Book


def run(folder: WorkingFolder, signed: Path) -> Outcome:
    """Writes `ke-hoach-moi.xlsx` and says what is other; the plan at work stays as it is.

    Over a plan in order the new workbook is that plan amended; over one still to be filled in, the draft by itself.
    """
    document, plain = read_draft(signed)
    plan = _plan_at_work(folder)
    if plan and document.year and document.year != plan.issuer.year:
        raise UseError(
            f"{signed.name} là kế hoạch năm {document.year}, thư mục này của năm {plan.issuer.year}. Tạo thư mục năm "
            f'{document.year}: kehoach init "TÊN-THƯ-MỤC-MỚI" --from "{folder.root}" --plan "{signed}"'
        )
    draft = amended_draft(spell_plan(plan), document) if plan else plain
    data = draft_workbook(draft)
    path = _free(folder, data)
    found = _differences(_book_at_work(folder), plain, draft, path.name)
    write_all({path: data})
    return Outcome(_told(folder, path, document, draft, found, plan), waits=True)


def _free(folder: WorkingFolder, data: bytes) -> Path:
    """The first name under which nothing else stands: an earlier one may have been filled in."""
    new = InputFile.AMENDED_PLAN
    names = (new, *(new.replace(".", f" ({n}).") for n in range(2, 100)))
    paths = [folder.plan.parent / name for name in names]
    return next(path for path in paths if not path.exists() or path.read_bytes() == data)


def _plan_at_work(folder: WorkingFolder) -> Plan | None:
    """None while it is still to be filled in."""
    try:
        return read_plan(folder.plan)
    except PlanError:
        return None


def _book_at_work(folder: WorkingFolder) -> Book:
    try:
        return locate_book(read_workbook(folder.plan), folder.plan.name)[0]
    except UnreadableFile as error:
        raise UseError(
            f"Không đọc được {folder.shown(folder.plan)} để so sánh. Mở thử trong Excel rồi lưu lại, hoặc dời tệp "
            "ấy đi rồi chạy lại."
        ) from error


def _differences(at_work: Book, plain: Draft, draft: Draft, name: str) -> list[Difference]:
    """What the new workbook says otherwise, and what the document by itself no longer names."""
    said = differences(at_work, draft_book(plain, name))
    if plain is draft:
        return list(said)
    gone = [d for d in said if d.turn is Turn.GONE and d.sheet in ("Chỉ tiêu", "Nhiệm vụ")]
    return [*differences(at_work, draft_book(draft, name)), *gone]


def _told(
    folder: WorkingFolder, path: Path, document: SignedPlan, draft: Draft, found: list[Difference], plan: Plan | None
) -> str:
    number = document.info["plan_number"].text or "chưa rõ số"
    what = f"bản {folder.plan.name} với sửa đổi theo Kế hoạch {number}" if plan else f"bản đọc từ Kế hoạch {number}"
    gone = any(d.turn is Turn.GONE for d in found)
    return "\n".join(
        (
            *waiting_lines(draft),
            *(d.line for d in found),
            f"Khác kế hoạch đang dùng: {len(found)} chỗ." if found else "Không khác kế hoạch đang dùng.",
            f"Đã ghi {folder.shown(path)}: {what}; {folder.plan.name} giữ nguyên.",
            *(("Chỗ không nêu nữa vẫn để nguyên; nếu đã bỏ thì ghi Áp dụng đến.",) if gone and plan else ()),
            f"Xem lại {path.name}; đúng rồi thì đổi tên nó thành {folder.plan.name} (giữ bản cũ ở chỗ khác), rồi chạy: "
            f"kehoach check{at(folder.root)}",
        )
    )
