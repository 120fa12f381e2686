"""The foot of a plan (phần cuối): recipients with their purposes; powers, posts and the name of who signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.office.prose import Prose, TextTable
from kehoach.plan.signed.model import Said, SignedRecipient
from kehoach.vi.names import fold, tidy

_LABEL = re.compile(r"^n[ơo]i nh[ậa]n\s*:?\s*", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\s*\(((?:để )?(?:b/?c|t/?h|p/?h|báo cáo|thực hiện|phối hợp|chỉ đạo|theo dõi|c/đ|t/d|để biết))\)", re.IGNORECASE
)
_POWERS = re.compile(r"^(?:(?:TM|KT|TUQ|TL|Q)\s*\.|[TK]/[MT]\b)")
_POST = re.compile(
    r"^(?:(?:PHÓ )?(?:TRƯỞNG BAN|CHỦ TỊCH|BÍ THƯ)|TRƯỞNG|PHÓ|CHÁNH|Q\.|QUYỀN|ỦY VIÊN|CHỦ NHIỆM|GIÁM ĐỐC)", re.IGNORECASE
)
_SIGNED = re.compile(r"đã ký|ký tên|đóng dấu", re.IGNORECASE)
_ANNEX = re.compile(
    r"(?:phụ lục|biểu(?: số| mẫu)?(?:\s*[:.\d]|$)|danh sách|mẫu số|\((?:ban hành )?kèm theo)", re.IGNORECASE
)
_PERSON = re.compile(r"^(?:[^\W\d_]+\.? ?){2,6}$")


@dataclass(frozen=True)
class Foot:
    """Phần cuối; `start` is where in the prose it begins, `end` where the annexes do."""

    recipients: tuple[SignedRecipient, ...]
    info: dict[str, Said]
    start: int
    end: int


def read_foot(prose: Prose) -> Foot:
    """The foot: from "Nơi nhận" on, in a table, under tabs or line after line."""
    at = next((n for n in range(len(prose) - 1, -1, -1) if _has_label(prose[n])), None)
    if at is None:
        start = _signature_start(prose)
        return Foot((), _signature(_flat(prose[start:])), start, len(prose))
    end = next((n for n in range(at + 1, len(prose)) if _begins_annex(prose[n])), len(prose))
    left, right = _sides(prose[at:end])
    above = [line for line in _flat(prose[max(at - 6, 0) : at]) if _POWERS.match(line) or _is_post(line)]
    first = next((n for n in range(max(at - 6, 0), at) if set(_flat([prose[n]])) & set(above)), at)
    above = _flat(prose[first:at]) if above else []
    return Foot(tuple(_recipients(left)), _signature([*above, *right]), first, end)


def _begins_annex(part: str | TextTable) -> bool:
    """A line that says so, or a table that nobody signs in."""
    if isinstance(part, str):
        return _ANNEX.match(part.strip()) is not None
    return not any(_POWERS.match(line) or _is_post(line) for line in part.lines)


def _has_label(part: str | TextTable) -> bool:
    lines = part.lines if isinstance(part, TextTable) else (part,)
    return any(_LABEL.match(piece.strip()) for line in lines for piece in line.split("\t"))


def _flat(prose: Sequence[str | TextTable]) -> list[str]:
    lines = [line for part in prose for line in ([part] if isinstance(part, str) else part.lines)]
    return [tidy(piece) for line in lines for piece in line.split("\t") if piece.strip()]


def _sides(prose: Sequence[str | TextTable]) -> tuple[list[str], list[str]]:
    """Lines of the recipients' side and of the signature's."""
    left: list[str] = []
    right: list[str] = []
    for part in prose:
        if isinstance(part, TextTable):
            for row in part.rows:
                left += row[0]
                right += [line for cell in dict.fromkeys(row[1:]) if cell is not row[0] for line in cell]
            continue
        first, _, rest = part.partition("\t")
        is_signature = bool(left) and not rest and not _is_listed(first, left)
        (right if is_signature or not first.strip() else left).append(tidy(first) if first.strip() else tidy(rest))
        right += [tidy(rest)] if rest.strip() and first.strip() else []
    return left, [line for line in right if line]


def _is_listed(line: str, above: Sequence[str]) -> bool:
    """Whether a line goes on with the list of recipients: dashed, or before the last one, "Lưu"."""
    if re.match(r"\s*[-–+•]", line):
        return True
    is_closed = any(fold(one).lstrip("-–+• ").startswith("luu") for one in above)
    return not is_closed and not _POWERS.match(line) and not _is_post(line)


def _recipients(lines: Sequence[str]) -> list[SignedRecipient]:
    found: list[SignedRecipient] = []
    for line in lines:
        bare = _LABEL.sub("", line.strip())
        for piece in re.split(r";\s*[-–]\s*|(?<=\S)\s+[-–]\s(?=Lưu)", bare):
            text = tidy(piece).strip(" ;.,-–+•")
            if not text or _POWERS.match(text):
                continue
            purpose = _PURPOSE.search(text)
            name = tidy(_PURPOSE.sub("", text)).strip(" ;.,:")
            found.append(SignedRecipient(Said(name, line), f"({purpose[1].lower()})" if purpose else ""))
    return found


def _is_post(line: str) -> bool:
    return bool(_POST.match(line)) and line.upper() == line


def _signature_start(prose: Prose) -> int:
    """Without recipients: the last lines from the first with powers or a post on."""
    last = max(len(prose) - 8, 0)
    return next(
        (n for n in range(last, len(prose)) if any(_POWERS.match(x) or _is_post(x) for x in _flat([prose[n]]))),
        len(prose),
    )


def _signature(lines: Sequence[str]) -> dict[str, Said]:
    """Powers, posts in order, and the name: the last line that is neither."""
    said = " / ".join(lines)
    kept = [tidy(line) for line in lines if line and not _SIGNED.search(line) and not re.match(r"^[(*_.\s-]", line)]
    powers = [line for line in kept if _POWERS.match(line)]
    posts = [line for line in kept if _is_post(line) and line not in powers]
    names = [line for line in kept if line not in powers and line not in posts and _PERSON.match(line)]
    found = {"powers": Said(), "post": Said(), "second_post": Said(), "signer": Said()}
    if powers:
        found["powers"] = Said("\n".join(powers), said)
    if posts:
        found["post"] = Said(posts[0], said)
    if len(posts) > 1:
        found["second_post"] = Said(posts[1], said)
    if names:
        found["signer"] = Said(names[-1], said, names[-1].upper() != names[-1])
    return found
