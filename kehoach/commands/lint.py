"""`kehoach lint`: any .docx against Decree 30/2020 (soát thể thức), a copy with comments, a copy put right."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.commands.outcome import MOST_LINES, Outcome, finding_data
from kehoach.errors import UseError
from kehoach.file_names import COMMENTED, MENDED, OutputFolder
from kehoach.finding import Finding, Place, Severity
from kehoach.lint.comments import commented
from kehoach.lint.fix import mended
from kehoach.lint.lint import lint_parts
from kehoach.office.files import write_all
from kehoach.office.model import UnreadableFile
from kehoach.office.package import pack
from kehoach.office.word_file import read_word_file
from kehoach.vi.names import initial_capital

"""What the copy with what was put right is called after the document's name."""

_UNREADABLE: Mapping[str, str] = {
    "word": "tệp Word đời cũ (.doc) hoặc .rtf; mở trong Word rồi lưu thành .docx",
    "encrypted": "tệp có mật khẩu; bỏ mật khẩu rồi chạy lại",
    "empty": "tệp rỗng; xin lại tệp",
    "cut-off": "tệp bị thiếu một phần, có thể tải chưa xong; tải lại hoặc xin lại tệp",
    "not-word": "không phải văn bản Word mà là tệp khác (Excel, trình chiếu, tệp nén); chọn đúng tệp .docx",
    "old-xls": "đây là sổ tính Excel đời cũ; chọn đúng tệp .docx",
    "ods": "tệp của LibreOffice; mở trong LibreOffice hoặc Word rồi lưu thành .docx",
    "pdf": "đây là tệp PDF; soát bản Word (.docx) của văn bản",
    "picture": "đây là ảnh; soát bản Word (.docx) của văn bản",
    "archive": "đây là tệp nén; giải nén rồi soát tệp .docx bên trong",
    "too-big": "tệp quá lớn; nén ảnh trong tệp rồi chạy lại",
    "cloud": "nằm trên OneDrive mà chưa tải về máy; bấm chuột phải vào tệp, chọn “Always keep on this device”",
    "no-right": "không mở được; đóng tệp trong Word hoặc kiểm tra quyền đọc",
}
_NOT_WORD = "không phải văn bản Word .docx hoặc tệp hỏng; mở trong Word rồi lưu lại thành .docx"


@dataclass(frozen=True)
class Linted:
    """Kết quả soát một tệp: findings (what is left, after what was put right), what was done, the copies."""

    path: Path
    findings: tuple[Finding, ...]
    done: tuple[str, ...]
    copies: Mapping[Path, bytes]


def run(files: Sequence[Path], fix: bool) -> Outcome:
    """Lints each file beside which the copies are written. Waits where there is an error, not for warnings."""
    lost = [path for path in files if not path.is_file()]
    if lost:
        raise UseError(f"Không có tệp {', '.join(map(str, lost))}. Kiểm tra lại tên tệp.")
    results = [_lint(path, fix) for path in dict.fromkeys(files) if not path.name.endswith(COMMENTED)]
    if not results:
        raise UseError("Chỉ có bản nhận xét; chọn văn bản gốc để soát.")
    for folder in dict.fromkeys(result.path.parent for result in results):
        copies = {p: data for result in results if result.path.parent == folder for p, data in result.copies.items()}
        write_all(copies, folder / OutputFolder.KEPT)
    findings = [f for result in results for f in result.findings]
    return Outcome(_text(results), any(f.severity.waits for f in findings), _data(results))


def _lint(path: Path, fix: bool) -> Linted:
    try:
        parts = read_word_file(path)
        fixed = mended(parts) if fix else None
        findings = lint_parts(fixed.parts if fixed else parts, path.name)
        copies = {_beside(path, MENDED): pack(fixed.parts)} if fixed and fixed.done else {}
        if any(f.severity is not Severity.NOTED for f in findings):
            copies[_beside(path, COMMENTED)] = commented(fixed.parts if fixed else parts, findings)
    except UnreadableFile as error:
        return Linted(path, (_unreadable(path, error.reason),), (), {})
    return Linted(path, findings, fixed.done if fixed else (), copies)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.stem + ending)


def _unreadable(path: Path, reason: str) -> Finding:
    what, _, do = _UNREADABLE.get(reason, _NOT_WORD).partition("; ")
    place = Place(file=path.name)
    return Finding(
        "ND30-00", Severity.RETURN, place, "", f"Không đọc được: {what}.", f"{initial_capital(do)}.", open=True
    )


def _text(results: Sequence[Linted]) -> str:
    """Findings, most urgent last, then for each file what was done and how many are left."""
    order = list(Severity)
    findings = sorted((f for r in results for f in r.findings), key=lambda f: order.index(f.severity))
    lines = [f.line for f in findings]
    if len(lines) > MOST_LINES:
        lines = [f"Có {len(lines)} chỗ cần xem, đã ghi trong bản nhận xét."]
    return "\n".join([*lines, *(line for result in results for line in _closing(result))])


def _closing(result: Linted) -> list[str]:
    lines = [f"Đã sửa: {sentence}" for sentence in result.done]
    counts = Counter(f.severity.waits for f in result.findings if f.severity is not Severity.NOTED)
    told = f"{counts[True]} lỗi, {counts[False]} chỗ nên xem" if counts else "đúng thể thức"
    noted = sum(f.severity is Severity.NOTED for f in result.findings)
    told += f", {noted} chỗ ghi nhận" if noted else ""
    names = ", ".join(path.name for path in result.copies)
    return [*lines, f"{result.path.name}: {told}.{f' Đã ghi {names}.' if names else ''}"]


def _data(results: Sequence[Linted]) -> dict[str, object]:
    """The contract of --json; `files` adds what was done and written."""
    return {
        "period": "",
        "units": [],
        "findings": [finding_data(f) for result in results for f in result.findings],
        "files": [
            {"file": r.path.name, "done": list(r.done), "written": [path.name for path in r.copies]} for r in results
        ],
    }
