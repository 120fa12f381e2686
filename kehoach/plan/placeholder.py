"""What may stand in braces in a sentence of the plan (`Câu chữ`), read once, for the verifier and the report alike.

| typed | means |
| --- | --- |
| `{ho_cn}` `{truoc(x)}` `{goc(x)}` `{a + b}` `{dem(thon)}` | a number: the commune's total; flows since `lũy kế từ` |
| `{ho_dk/tong_ho}` | a division at the top: printed as a percentage |
| `{ky: van_ban}` | the flow of this period alone |
| `{ct1.ty_le}` and the other words of `TARGET_WORDS` | a target's result |
| `{nv3.trang_thai}` and the other words of `TASK_WORDS` | a task's state |
| `{ds thon: nvh = 0}` `{so thon: nvh = 1}` | the names, or the number, of the units for which a comparison holds |
| `{can_cu: 12/2026/NĐ-CP}` | the document of that number in `Căn cứ`, while it is in force at the cut-off |
| `{nam}` and the other words of `WORDS` | a fact of the plan or the period |
| `{han_gui}` and the other words of `LETTER_WORDS` | in letters and messages alone: whom they go to, by when |
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach.plan.expression import Expression, ExpressionError, read_expression

TARGET_WORDS = {
    "gia_tri": "giá trị thực hiện (85,97%; 12 tiêu chí)",
    "tu_so": "tử số",
    "mau_so": "mẫu số",
    "muc": "mức giao (86%)",
    "ket_luan": "kết luận (chưa đạt)",
    "con_thieu": "còn thiếu (01 hộ); không nói được khi đã đủ",
    "con_giam": "còn phải giảm (11 hộ), khi kế hoạch là không quá một mức; không nói được khi đã đủ",
    "so_ke_hoach": "so với kế hoạch (thấp hơn 0,03 điểm %)",
    "so_nam_truoc": "so với năm trước (tăng 1,20 điểm %)",
    "so_ky_truoc": "so với kỳ trước (tăng 1,20 điểm %), khi năm chưa kết thúc",
}
TASK_WORDS = {"trang_thai": "trạng thái", "minh_chung": "minh chứng", "chu_tri": "chủ trì", "thoi_gian": "thời gian"}
WORDS = {
    "nam": "năm của kế hoạch",
    "nam_truoc": "năm trước",
    "nam_sau": "năm sau",
    "xa": "tên xã (xã Bình An)",
    "ban": "tên cơ quan ban hành, viết trong câu",
    "ke_hoach": "số, ngày kế hoạch (Kế hoạch số 34/KH-BCĐ ngày 28/02/2026)",
    "ten_ke_hoach": "trích yếu kế hoạch",
    "ky": "tên kỳ báo cáo (9 tháng đầu năm 2026)",
    "ky_sau": "tên kỳ sau; năm sau ở kỳ cuối",
    "tu_ngay": "ngày đầu lũy kế",
    "den_ngay": "ngày chốt số liệu",
    "yeu_cau": "văn bản yêu cầu báo cáo",
}
LETTER_WORDS = {
    "han_gui": "hạn các đơn vị gửi số liệu",
    "han_bao_cao": "hạn gửi báo cáo cấp trên; không nói được khi đã qua",
    "con_han": "hạn các đơn vị gửi, khi chưa qua; đã qua thì không nói được",
    "ngay_nhac": "ngày đôn đốc",
    "tinh_hinh": "còn bao nhiêu đơn vị chưa gửi, cần sửa",
    "danh_sach": "tên các đơn vị chưa gửi, cần sửa",
    "ten_don_vi": "tên đơn vị nhận tin nhắn",
    "kinh_gui": "người nhận tin nhắn: đồng chí người báo cáo, đồng chí trưởng thôn, hoặc tên đơn vị",
    "ten_tep": "tên tệp biểu của đơn vị",
    "noi_gui_ve": "nơi gửi biểu về",
    "ghi_uoc": "câu nhắc lấy số ước, ở kỳ lấy số ước",
}
"""What only letters and messages may say."""
FIXED = ("tieu_de", "mo_dau", "ket")
"""Sentences that have their own place in the report: its title, opening and end."""
LETTERS = {
    "de_nghi_ve_viec": "công văn đề nghị gửi số liệu: về việc gì",
    "de_nghi_mo_dau": "công văn đề nghị: câu mở đầu",
    "de_nghi_noi_dung": "công văn đề nghị: nội dung, mỗi dòng trong ô một đoạn",
    "de_nghi_ket": "công văn đề nghị: câu cuối",
    "don_doc_ve_viec": "công văn đôn đốc: về việc gì",
    "don_doc_mo_dau": "công văn đôn đốc: câu mở đầu, đứng trên danh sách đơn vị",
    "don_doc_noi_dung": "công văn đôn đốc: nội dung, mỗi dòng trong ô một đoạn",
    "don_doc_ket": "công văn đôn đốc: câu cuối",
    "tin_de_nghi": "tin nhắn gửi từng đơn vị kèm biểu",
    "tin_don_doc": "tin nhắn nhắc đơn vị chưa gửi",
    "tin_nhom_de_nghi": "tin nhắn vào nhóm chung khi gửi biểu đi",
    "tin_nhom_don_doc": "tin nhắn vào nhóm chung khi đôn đốc",
}
"""Sentences of letters and messages: their own places too. What a plan does not say of them, the catalogue does."""


@dataclass(frozen=True)
class Words:
    """Chữ giữ nguyên."""

    text: str


@dataclass(frozen=True)
class Amount:
    """Số: an expression over totals; `this_period` takes flows of the period alone."""

    expression: Expression
    this_period: bool = False


@dataclass(frozen=True)
class TargetWord:
    """Kết quả chỉ tiêu: one of `TARGET_WORDS` of a target."""

    target: str
    word: str


@dataclass(frozen=True)
class TaskWord:
    """Tình hình nhiệm vụ: one of `TASK_WORDS` of a task."""

    task: str
    word: str


@dataclass(frozen=True)
class UnitList:
    """Danh sách đơn vị: units of a kind for which a comparison holds; `as_number` prints how many."""

    kind: str
    condition: Expression
    as_number: bool


@dataclass(frozen=True)
class PlanWord:
    """Một trong `WORDS` và `LETTER_WORDS`."""

    word: str


@dataclass(frozen=True)
class BasisWord:
    """Văn bản căn cứ: the one whose text holds this number, said only while it applies."""

    number: str


Part = Words | Amount | TargetWord | TaskWord | UnitList | PlanWord | BasisWord

_BRACES = re.compile(r"\{([^{}]*)\}")
_UNITS = re.compile(r"(ds|so)\s+(\w+)\s*:\s*(.+)", re.DOTALL)
_BASIS = re.compile(r"can_cu\s*:\s*(.+)", re.DOTALL)
_DOTTED = re.compile(r"(\w+)\.(\w+)")


@lru_cache(maxsize=1 << 12)
def read_sentence(text: str) -> tuple[Part, ...]:
    """Sentence pattern → its parts in order. Raises `ExpressionError` on braces that mean nothing."""
    parts: list[Part] = []
    end = 0
    for match in _BRACES.finditer(text):
        parts += [Words(text[end : match.start()]), _placeholder(match.group(1).strip())]
        end = match.end()
    parts.append(Words(text[end:]))
    if any("{" in p.text or "}" in p.text for p in parts if isinstance(p, Words)):
        raise ExpressionError("Dấu ngoặc nhọn { } không đủ cặp.")
    return tuple(p for p in parts if p != Words(""))


def _placeholder(inside: str) -> Part:
    if inside in WORDS or inside in LETTER_WORDS:
        return PlanWord(inside)
    if basis := _BASIS.fullmatch(inside):
        return BasisWord(basis[1])
    if units := _UNITS.fullmatch(inside):
        return UnitList(units[2], read_expression(units[3]), units[1] == "so")
    if dotted := _DOTTED.fullmatch(inside):
        return _dotted(dotted[1], dotted[2])
    if inside.startswith("ky:"):
        return Amount(read_expression(inside[3:]), this_period=True)
    return Amount(read_expression(inside))


def _dotted(code: str, word: str) -> Part:
    if word in TARGET_WORDS:
        return TargetWord(code, word)
    if word in TASK_WORDS:
        return TaskWord(code, word)
    allowed = ", ".join((*TARGET_WORDS, *TASK_WORDS))
    raise ExpressionError(f"Không có “{word}” sau “{code}.”; dùng một trong: {allowed}.")
