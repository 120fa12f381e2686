"""Which document was signed (văn bản đã ký): found by what is embedded in it, whatever it is called by now.

What was signed on paper is the file that the officer printed, hand edits and all; it gets number and date and is
changed nowhere else. It must say what the numbers on file say now, or the archive would prove another document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.errors import MachineError, UseError
from kehoach.file_names import LOCK
from kehoach.office.model import UnreadableFile
from kehoach.office.package import pack
from kehoach.office.word_file import read_word_file
from kehoach.office.word_markup import parse
from kehoach.report.model import Fact, Report
from kehoach.report.texts import facts_of, texts_of
from kehoach.word.baseline import read_baseline, was_edited
from kehoach.word.copies import Copy, copies_in, copy_at
from kehoach.word.edits import Edit, edits, unfinished
from kehoach.word.package import without_draft_property
from kehoach.word.sign import Signature, signed_xml
from kehoach.word.written import Baseline

_MAIN = "word/document.xml"
_MOST_TOLD = 5


@dataclass(frozen=True)
class SignedDocument:
    """Văn bản đã ký: the file it was, its bytes with number and date, what hands changed in it.

    `is_known` is whether the file still held what we wrote, so that its numbers could be compared. `unused` are other
    edited documents of this report.
    """

    path: Path
    data: bytes
    edits: tuple[Edit, ...]
    is_known: bool
    unused: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    path: Path
    baseline: Baseline | None
    is_edited: bool
    differences: tuple[str, ...]
    is_kept_aside: bool = False


def signed_document(folder: Path, report: Report, signature: Signature, chosen: Path | None) -> SignedDocument:
    """The document with number and date; `UseError` with what to do where it is not clear, not finished or outdated."""
    own = [_found(copy, report) for copy in copies_in(folder, report.identity)]
    found = _chosen(chosen, report) if chosen else _only(own)
    _demand_closed(found.path)
    if found.differences:
        raise UseError(
            f"Số liệu đã đổi từ khi lập “{found.path.name}”: {_told(found.differences)}. Lưu trữ phải khớp văn bản đã "
            "ký: nếu văn bản chưa ký, chạy build rồi in lại; nếu đã ký, đưa biểu và câu trả lời về như lúc lập "
            "(tệp gửi sau để ra ngoài thư mục biểu) rồi chạy lại."
        )
    unused = tuple(f.path.name for f in own if f.is_edited and f.path != found.path)
    return _signed(found, report, signature, unused)


def _demand_closed(path: Path) -> None:
    """What is open in Word may hold edits that are on the paper and not yet in the file.

    Word marks it by a file "~$" + the name, over its first one or two letters where the name is long.
    """
    locks = [lock for n in range(3) if (lock := path.with_name(f"{LOCK}{path.name[n:]}")).exists()]
    if locks:
        raise MachineError(
            f"“{path.name}” đang mở trong Word. Lưu và đóng lại rồi chạy lại lệnh này. Nếu không mở ở đâu cả, xóa tệp "
            f"tạm “{locks[0].name}” bên cạnh rồi chạy lại.",
            path,
        )


def _signed(found: _Found, report: Report, signature: Signature, unused: tuple[str, ...]) -> SignedDocument:
    name, baseline = found.path.name, found.baseline
    parts = dict(_parts(found.path))
    if left := unfinished(parts[_MAIN]):
        raise UseError(
            f"“{name}” còn chữ của bản dự thảo: {_told([f'“{w}”' for w in left])}. Văn bản đã ký không có chữ ấy: lập "
            "bản chính thức bằng build --final, hoặc mở tệp trong Word, viết xong, xóa dòng ấy, lưu, rồi chạy lại."
        )
    changed = edits(parts[_MAIN], baseline) if baseline else ()
    try:
        parts[_MAIN] = signed_xml(parts[_MAIN], baseline, signature, report.is_paper)
    except ValueError as reason:
        raise UseError(f"Chưa ban hành được “{name}”: {reason}. Sửa trong Word hoặc sửa lệnh rồi chạy lại.") from reason
    return SignedDocument(found.path, pack(without_draft_property(parts)), changed, baseline is not None, unused)


def _only(own: Sequence[_Found]) -> _Found:
    """The edited one that fits the numbers; without any the untouched one. Two that both may be it are asked about."""
    fitting = [f for f in own if not f.differences]
    untouched = [f for f in fitting if not f.is_edited][:1]
    edited = [f for f in fitting if f.is_edited]
    live = [f for f in edited if not f.is_kept_aside]
    found = live or (edited + untouched if edited else untouched) or list(own[:1])
    if not found:
        raise UseError(
            "Chưa có báo cáo của kỳ này để ban hành. Chạy build --final, in, trình ký rồi chạy lại lệnh này."
        )
    if len(found) > 1:
        raise UseError(
            f"Có {len(found)} bản báo cáo khác nhau của kỳ này: {', '.join(f.path.name for f in found)}. Thêm --tep và "
            "tên bản đã ký, ví dụ --tep "
            f'"{found[0].path.name}".'
        )
    return found[0]


def _chosen(path: Path, report: Report) -> _Found:
    """The file the officer named; one that lost what is embedded cannot be compared, but is not refused for it."""
    _parts(path)
    if copy := copy_at(path, report.identity):
        return _found(copy, report)
    if baseline := read_baseline(path):
        raise UseError(f"“{path.name}” là văn bản khác ({_of(baseline.identity)}), không phải báo cáo của kỳ này.")
    return _Found(path, None, True, ())


def _of(identity: Mapping[str, str]) -> str:
    return f"{identity.get('kind', 'văn bản')}, kỳ {identity.get('period', '?')}"


def _found(copy: Copy, report: Report) -> _Found:
    differences = _differences(copy.baseline, report)
    return _Found(copy.path, copy.baseline, was_edited(copy.path), differences, copy.is_kept_aside)


def _differences(baseline: Baseline, report: Report) -> tuple[str, ...]:
    """What the document was made to say and the numbers on file say otherwise now, a block each."""
    then: dict[str, list[Fact]] = {}
    for block in baseline.blocks:
        then.setdefault(block.id, []).extend(block.facts)
    now: dict[str, list[Fact]] = {}
    for id_, text in texts_of(report):
        now.setdefault(id_, []).extend(facts_of(text))
    return tuple(told for id_ in dict.fromkeys((*then, *now)) if (told := _other(then.get(id_, []), now.get(id_, []))))


def _other(then: Sequence[Fact], now: Sequence[Fact]) -> str:
    """ "962 (nay 963)": the first that differ in one block; "" where none does."""
    if [(f.id, f.value) for f in then] == [(f.id, f.value) for f in now]:
        return ""
    pairs = ((a.printed, b.printed) for a, b in zip(then, now, strict=False) if (a.id, a.value) != (b.id, b.value))
    before, after = next(pairs, (_printed(then[len(now) :]), _printed(now[len(then) :])))
    return f"ghi “{before or 'chưa nêu'}”, nay “{after or 'không nêu'}”"


def _printed(facts: Sequence[Fact]) -> str:
    return ", ".join(f.printed for f in facts[:3])


def _told(sentences: Sequence[str]) -> str:
    shown = "; ".join(sentences[:_MOST_TOLD])
    return shown + (f"; và {len(sentences) - _MOST_TOLD} chỗ khác" if len(sentences) > _MOST_TOLD else "")


def _parts(path: Path) -> Mapping[str, bytes]:
    try:
        parts = read_word_file(path)
        parse(parts.get(_MAIN, b"<none/>"))
    except UnreadableFile as error:
        raise UseError(
            f"Không đọc được “{path.name}”: không phải tệp Word .docx hoặc đang mở. Đóng tệp, lưu lại."
        ) from error
    if _MAIN not in parts:
        raise UseError(f"“{path.name}” không phải văn bản Word. Chọn tệp báo cáo đã ký.")
    return parts
