"""Signature: powers, posts, name (ô 7): rules 79 to 85."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.lint.compare import as_decreed, length
from kehoach.lint.decree import BOARD, PREFIXES
from kehoach.lint.drawn import strokes_of
from kehoach.lint.foot import Foot
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, NOTE, WARNING, Fault, Rule
from kehoach.office.word_markup import millimetres, q
from kehoach.word.standard import Component

_PREFIX = re.compile(rf"^({'|'.join(PREFIXES)})\. \S")
_MISSPELLED = re.compile(r"^(T ?/ ?M|K ?/ ?T|T ?/ ?L|T ?/ ?U ?Q|Q ?/|TM|KT|TL|TUQ|Q)\b(?!\. \S)")
_COLLECTIVE = re.compile(
    r"^TM\. (BAN|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|THƯỜNG TRỰC|TẬP THỂ|ĐOÀN|TỔ|HỘI|ĐẢNG|CHÍNH PHỦ|LIÊN|BCH|BCĐ)\b"
)
_TITLES = re.compile(
    r"^(GS|PGS|TS|ThS|Th\.S|BS|CN|KS|CKI|CKII|NGƯT|NGND|NSƯT|NSND|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Giáo sư"
    r"|(Đại|Thượng|Trung|Thiếu) (tá|úy|tướng)|Ông|Bà|Đ/c|Đồng chí)\b[. ]",
    re.I,
)
_ROOM = 20.0
_WORDS = (2, 5)


def _foot(parts: Parts) -> Foot | None:
    return parts.foot if parts.foot and parts.foot.table else None


def _block(parts: Parts) -> Iterator[Fault]:
    if parts.foot is None:
        return
    if parts.foot.table is None:
        at = parts.foot.label
        yield Fault(at, "Chữ ký không nằm ở cột bên phải, ngang với nơi nhận.", "Dùng bảng hai cột không viền")
    elif len(parts.foot.signed) < 2:
        at = parts.foot.label
        yield Fault(at, "Cột bên phải không có đủ chức vụ và họ tên người ký.", "Ghi quyền hạn, chức vụ, họ tên")
    has_columns = parts.foot.table is not None
    yield from as_decreed("Quyền hạn, chức vụ", Component.POWERS, parts.foot.posts, has_columns)


def _prefix(parts: Parts) -> Iterator[Fault]:
    for line in parts.foot.posts if parts.foot else ():
        if found := _MISSPELLED.match(line.text):
            short = re.sub(r"[ /]", "", found[0])
            yield Fault(line, f"Quyền hạn ký viết “{found[0]}”.", f"Viết “{short}. ” rồi đến tên hoặc chức vụ")


def _sense(parts: Parts) -> Iterator[Fault]:
    lines = parts.foot.posts if parts.foot else ()
    for line in lines:
        if line.text.startswith("TM. ") and not _COLLECTIVE.match(line.text):
            yield Fault(line, "Sau “TM.” không phải tên tập thể.", "Sau “TM.” ghi tên cơ quan, tập thể lãnh đạo")
    for line, following in pairwise((*lines, *lines[-1:])):
        if line.text.startswith("KT. ") and not following.text.startswith("PHÓ "):
            yield Fault(line, "Dưới dòng “KT.” không phải chức vụ cấp phó.", "Dưới “KT. …” ghi chức vụ “PHÓ …”")


def _name(parts: Parts) -> Iterator[Fault]:
    foot = _foot(parts)
    name = foot.name if foot else None
    if name is None:
        return
    yield from as_decreed("Họ tên người ký", Component.SIGNER, [name])
    bare = _TITLES.sub("", name.text)
    if bare.upper() == bare and not name.is_capitals:
        yield Fault(name, "Họ tên người ký viết hoa toàn bộ.", "Viết hoa chữ đầu mỗi âm tiết")
    words = name.text.split()
    capital = all(word[:1].isupper() for word in words)
    if not name.is_capitals and not (capital and _WORDS[0] <= len(words) <= _WORDS[1]) and not _TITLES.match(name.text):
        yield Fault(name, "Dòng này không giống họ tên người ký.", "Ghi họ tên, viết hoa chữ đầu mỗi âm tiết")


def _no_titles(parts: Parts) -> Iterator[Fault]:
    foot = parts.foot
    if foot and foot.name and (found := _TITLES.match(foot.name.text)):
        say = f"Trước họ tên có “{found[0].strip()}”."
        yield Fault(foot.name, say, "Không ghi học hàm, học vị, danh hiệu trước họ tên")


def _second_post(parts: Parts) -> Iterator[Fault]:
    foot = _foot(parts)
    if foot is None or foot.name is None or not parts.head.issuer_name.startswith(BOARD):
        return
    above = foot.posts[-1].text if foot.posts else ""
    if not re.search(r"UBND|[ỦU][YỶ] BAN NHÂN DÂN|ĐẢNG ỦY", above):
        say = "Trên họ tên không có chức vụ ở cơ quan của người ký."
        yield Fault(foot.name, say, "Ban Chỉ đạo dùng con dấu của UBND: ghi chức vụ ở UBND ngay trên họ tên")


def _room(parts: Parts) -> Iterator[Fault]:
    foot = _foot(parts)
    if foot is None or foot.name is None or not foot.posts:
        return
    first, last = foot.posts[0].paragraph.number, foot.name.paragraph.number
    between = [p for p in foot.signature if first <= p.number <= last]
    if strokes_of(between) or any(next(p.element.iter(q("w:drawing"), q("w:pict")), None) is not None for p in between):
        return
    room = millimetres(20 * sum(p.before + p.after + p.blank for p in between))
    if room < _ROOM:
        yield Fault(foot.name, f"Chỗ để ký cao {length(room)}.", "Chừa khoảng 4 dòng trống giữa chức vụ và họ tên")


RULES = (
    Rule(79, ERROR, "NĐ 30/2020, PL I, II.7.đ", "Chữ ký ở bên phải; chức vụ in hoa, đậm, cỡ 13-14", _block),
    Rule(80, ERROR, "NĐ 30/2020, PL I, II.7.b", "Viết TM., KT., TL., TUQ., Q.", _prefix),
    Rule(81, WARNING, "NĐ 30/2020, PL I, II.7.b; Đ.13", "Sau TM. là tập thể, dưới KT. là cấp phó", _sense),
    Rule(82, ERROR, "NĐ 30/2020, PL I, II.7.đ", "Họ tên in thường, đậm, cỡ 13-14, giữa", _name),
    Rule(83, ERROR, "NĐ 30/2020, PL I, II.7.c", "Trước họ tên không ghi học hàm, học vị", _no_titles),
    Rule(84, WARNING, "NĐ 30/2020, PL I, II.7.c, đ", "Ban Chỉ đạo: có chức vụ ở UBND trên họ tên", _second_post),
    Rule(85, NOTE, "NĐ 30/2020, PL I, IV, ô 7c", "Chừa chỗ ký ít nhất 20 mm", _room),
)
