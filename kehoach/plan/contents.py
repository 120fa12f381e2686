"""What a report section holds, as typed (nội dung của mục): "câu; văn bản uu_diem; bảng thon: ho_dk, ho_cn"."""

import re

from kehoach.plan.section import Content, ContentKind
from kehoach.plan.texts import print_list, read_list
from kehoach.vi.names import code_of, fold, tidy

_TABLE = re.compile(r"(.+?)\s*:\s*(.+)", re.DOTALL)


class ContentError(ValueError):
    """Nội dung mục sai: the message is a Vietnamese sentence that names the part."""


def read_contents(text: str) -> tuple[Content, ...]:
    """Typed text → contents in order. Raises `ContentError`."""
    return tuple(_content(part) for part in read_list(text))


def known_contents(text: str) -> tuple[Content, ...]:
    """The same; () for a text with a mistake, of which another check speaks."""
    try:
        return read_contents(text)
    except ContentError:
        return ()


def print_contents(contents: tuple[Content, ...]) -> str:
    """The reverse."""
    return print_list([_typed(content) for content in contents])


def _content(part: str) -> Content:
    for kind in sorted(ContentKind, key=len, reverse=True):
        words = len(kind.split())
        head = " ".join(part.split()[:words])
        if fold(head) == fold(kind):
            return _filled(kind, " ".join(part.split()[words:]), part)
    raise ContentError(f"Không hiểu “{part}”; dùng một trong: {', '.join(ContentKind)}.")


def _filled(kind: ContentKind, rest: str, part: str) -> Content:
    if kind is ContentKind.TABLE:
        if not (match := _TABLE.fullmatch(rest)):
            raise ContentError(f"“{part}” phải ghi đủ loại đơn vị và các cột, ví dụ: bảng thôn: tong_ho, ho_dk.")
        return Content(kind, code_of(match[1]), tuple(c for c in map(tidy, match[2].split(",")) if c))
    if kind is ContentKind.TEXT:
        if not rest or " " in rest or "," in rest:
            raise ContentError(f"“{part}” phải ghi một mã số liệu kiểu đoạn văn, ví dụ: văn bản uu_diem.")
        return Content(kind, codes=(rest,))
    if kind is ContentKind.CHART:
        if not rest or " " in rest or "," in rest:
            raise ContentError(f"“{part}” phải ghi một mã chỉ tiêu, ví dụ: biểu đồ ct1.")
        return Content(kind, rest)
    if rest:
        raise ContentError(f"Thừa “{rest}” sau “{kind}”; các nội dung cách nhau bằng dấu chấm phẩy.")
    return Content(kind)


def _typed(content: Content) -> str:
    if content.kind is ContentKind.TABLE:
        return f"{content.kind} {content.subject}: {', '.join(content.codes)}"
    return " ".join(filter(None, (content.kind, content.subject, *content.codes)))
