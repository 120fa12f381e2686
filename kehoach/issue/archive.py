"""What an issued report rests on (hồ sơ báo cáo): the files as they lie, sums, a table of contents, all in one.

In: the signed document, the walk's results, files by the name they have in the archive. Out: name → bytes. Laid out as
a working folder, so that the program finds its way in it; read without the program by whoever opens it.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.assessment.issued import Issued, issued_json
from kehoach.assessment.model import Assessment
from kehoach.dataset.csv import dataset_csv
from kehoach.file_names import RECORD, OutputFile
from kehoach.issue.document import SignedDocument
from kehoach.office.text_file import text_file
from kehoach.vi.dates import print_date
from kehoach.word.edits import Edit

CONTENTS, SUMS = "muc-luc.txt", "sha256.txt"
_TABLE = "mọi số liệu đã dùng của kỳ: mỗi dòng một số, từ tệp nào, trang nào, ô nào"


@dataclass(frozen=True)
class Origin:
    """Nguồn: a file that the report rests on, under its name in the archive, and what it is in words."""

    name: str
    what: str
    data: bytes


def archive(
    assessment: Assessment, issued: Issued, document: SignedDocument, origins: Sequence[Origin]
) -> Mapping[str, bytes]:
    """Everything by name."""
    own = (
        Origin(OutputFile.REPORT, f"{issued.title}, văn bản đã ký", document.data),
        Origin(OutputFile.TABLE, _TABLE, dataset_csv(assessment.review.accepted)),
        Origin(RECORD, "số, ngày ký, phiên bản chương trình, các tổng đã báo cáo", issued_json(issued)),
        *origins,
    )
    listed = {each.name: each.data for each in own}
    listed[CONTENTS] = text_file("\n".join(_contents(assessment, issued, document, own)))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(listed.items()))
    return {**listed, SUMS: sums.encode()}


def _contents(
    assessment: Assessment, issued: Issued, document: SignedDocument, files: Sequence[Origin]
) -> Sequence[str]:
    """The table of contents: what this is, each file, what was changed by hand, how to check that nothing was."""
    plan, period = assessment.plan, assessment.period
    return (
        f"HỒ SƠ BÁO CÁO {period.name.upper()}",
        "",
        f"{issued.title} của {plan.issuer.full_name}",
        f"Kế hoạch số {plan.issuer.plan_number}; số liệu chốt ngày {print_date(period.cutoff)}",
        f"Lập bằng chương trình kehoach, phiên bản {issued.version}",
        "",
        "Các tệp (mở bằng Word, Excel, Notepad; không cần chương trình kehoach):",
        *_listed((*files, Origin(SUMS, "mã SHA-256 của từng tệp", b""))),
        "",
        *_by_hand(document),
        "",
        f"Kiểm tra tệp còn nguyên: trên Windows, gõ certutil -hashfile TÊN-TỆP SHA256 rồi so với {SUMS}.",
    )


def _listed(files: Sequence[Origin]) -> Iterator[str]:
    """Folder by folder, a line a file."""
    folders = dict.fromkeys(each.name.rpartition("/")[0] for each in files)
    for folder in folders:
        if folder:
            yield f"Thư mục {folder}:"
        inside = [e for e in files if e.name.rpartition("/")[0] == folder]
        yield from (f"  {each.name.rpartition('/')[2]}: {each.what}" for each in inside)


def _by_hand(document: SignedDocument) -> Sequence[str]:
    if not document.is_known:
        return ("Văn bản đã ký không còn dấu nhận dạng của chương trình, nên chưa đối chiếu được với số liệu.",)
    if not document.edits:
        return ("Văn bản đã ký đúng như chương trình lập, không có chỗ sửa tay.",)
    return (
        f"Văn bản đã ký có {len(document.edits)} chỗ cán bộ sửa tay so với bản chương trình lập:",
        *(line for edit in document.edits for line in _edit(edit)),
    )


def _edit(edit: Edit) -> Sequence[str]:
    lost = [f"  số không còn trong đoạn: {', '.join(edit.lost)}"] if edit.lost and edit.now else []
    now = _one_line(edit.now) if edit.now else "(đã bỏ)"
    return (f"- trước: {_one_line(edit.before)}", f"  nay:   {now}", *lost)


def _one_line(text: str) -> str:
    return " / ".join(" | ".join(row.split("\t")) for row in text.splitlines())
