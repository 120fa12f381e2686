"""Who answers for what (trách nhiệm): the named groups of the part on carrying out, each with its duty."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.plan.signed.assigned import read_assigned, split_names
from kehoach.plan.signed.columns import table_columns
from kehoach.plan.signed.model import Said, SignedGroup
from kehoach.plan.signed.outline import Item
from kehoach.plan.signed.villages import around_villages
from kehoach.vi.names import fold, initial_capital, tidy

_ASKED = re.compile(r"^(?:đề nghị|yêu cầu|giao(?: cho)?|trách nhiệm(?: của)?|đối với)\s+", re.IGNORECASE)
_CLOSES = re.compile(r"tren day la|trong qua trinh|can cu ke hoach nay|nhan duoc ke hoach|yeu cau (?:cac|thu truong)")
_HEADED = re.compile(r"^(?P<name>[^:]{3,90}):\s+(?P<duty>\S.*)$", re.DOTALL)
_SAID_ON = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?P<duty>(?:chủ trì|có trách nhiệm|chịu trách nhiệm|tham mưu|phối hợp|tổ chức|hướng dẫn|"
    r"là (?:cơ quan|đơn vị|bộ phận|thường trực|đầu mối)|(?<!công chức )(?<!cán bộ )(?<!người )(?<!đồng chí )phụ trách|"
    r"đẩy mạnh|chỉ đạo|căn cứ|xây dựng|bố trí|tuyên truyền|thực hiện|theo dõi|đôn đốc|cụ thể hóa|cân đối|hỗ trợ|"
    r"vận động|phổ biến|quán triệt|kiểm tra|rà soát|tổng hợp|cung cấp|phân công|lồng ghép|làm|cử|lập|giúp|đưa)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_MONEY = re.compile(r"^(?:kinh phi|nguon kinh phi|che do|thoi gian|thong tin|khen thuong|kiem tra)")
MOST_NAME = 90
MOST_WORDS = 18


def groups_of(items: Iterable[Item]) -> Iterator[SignedGroup]:
    """The groups in order; what is said of money or of reporting is none. Bodies named in one breath are apart."""
    for group in _groups(items):
        yield from _apart(group)


def spoken_duties(items: Iterable[Item]) -> Iterator[str]:
    """Who has which duty, as one text each: "Các thôn: Nà Pha, Bản Cuôn: họp dân"."""
    return (f"{group.name.text}: {group.duty.text}" for group in _groups(items))


def _groups(items: Iterable[Item]) -> Iterator[SignedGroup]:
    for item in items:
        if item.table is not None:
            for row in table_columns(item.table):
                name, duty = row.get("party") or row.get("lead"), row.get("task")
                if name and duty:
                    yield SignedGroup(Said(_name(name.text), name.source), duty)
        elif group := _group(item):
            yield group
        elif not _CLOSES.search(fold(item.text)):
            yield from _groups(item.children)


def _group(item: Item) -> SignedGroup | None:
    below = [part.text for child in item.children for part in child.walk() if part.text]
    duty = " ".join(text for text in below if not _CLOSES.search(fold(text)))
    if _CLOSES.match(fold(item.text)) or _MONEY.match(fold(item.text)) or not item.text:
        return None
    if duty and len(item.text) <= MOST_NAME and ": " not in item.text:
        return SignedGroup(Said(_name(item.text), item.text), Said(duty, duty))
    match = _HEADED.match(item.text) or (_SAID_ON.match(item.text) if not read_assigned(item.text).found else None)
    if match is None or not _names_somebody(match["name"]):
        return None
    said = tidy(" ".join((initial_capital(match["duty"]), duty)))
    return SignedGroup(
        Said(_name(match["name"]), item.text, _HEADED.match(item.text) is not None), Said(said, item.text)
    )


def _apart(group: SignedGroup) -> Iterator[SignedGroup]:
    """Each body by itself: "Trường Tiểu học A, Trạm Y tế xã: …"; villages without the list of their names."""
    whole = f"{group.name.text}: {group.duty.text}"
    before, behind = around_villages(whole)
    if not before:
        yield from (_same(group, name, group.duty.text) for name in _bodies(group.name.text) or (group.name.text,))
        return
    duty = behind.lstrip(" ;,:.)")
    named, colon, rest = duty.partition(": ")
    is_body = colon and _BODY.match(named) and len(named.split()) <= MOST_WORDS
    others = (_bodies(named) or (named,)) if is_body else ()
    for name in (before.rstrip(" :("), *others):
        yield _same(group, name, rest if others else duty)


def _same(group: SignedGroup, name: str, duty: str) -> SignedGroup:
    said = initial_capital(duty) if duty != group.duty.text else duty
    return SignedGroup(replace(group.name, text=initial_capital(name)), replace(group.duty, text=said))


def _bodies(text: str) -> tuple[str, ...]:
    """The bodies of a list in which each item begins as one; () for any other text, one body included."""
    pieces = [p.replace(_JOIN, "và") for p in split_names(_BOTH_SCHOOLS.sub(rf"\1 {_JOIN} \2", text))]
    is_list = len(pieces) > 1 and all(_BODY.match(piece) for piece in pieces)
    return tuple(pieces) if is_list else ()


_JOIN = "\1"
_BOTH_SCHOOLS = re.compile(r"\b(Tiểu học|TH) và (Trung học cơ sở|THCS)\b")
_BODY = re.compile(
    r"(?:Trường|Trạm|Hội|Đoàn|Công an|Ban|Phòng|[Cc]ông chức|Ủy ban|Uỷ ban|UB|MTTQ|Trung tâm|Công đoàn|Bưu điện"
    r"|Hợp tác xã|Văn phòng)\b"
)


def _names_somebody(name: str) -> bool:
    words = fold(_ASKED.sub("", name)).replace(" - ", "-")
    return len(words.split()) <= MOST_WORDS and "bao cao" not in words and not words.rstrip().endswith((",", ";"))


def _name(text: str) -> str:
    return initial_capital(_ASKED.sub("", tidy(text).rstrip(" .:;,")))
