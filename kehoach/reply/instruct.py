"""What a unit is told to do (hướng dẫn sửa): findings speak to the officer, a reply to whoever filled in the form."""

from collections.abc import Sequence

from kehoach.finding import Answer, Finding
from kehoach.form.model import Field
from kehoach.plan.element import ElementKind
from kehoach.reply.model import Spot

ELSEWHERE = "Số này chưa khớp với những số liệu khác mà xã đang có."
"""Said in place of a sentence that rests on what another unit said."""
WHOLE_FILE = "Đề nghị điền vào biểu trong tệp này rồi gửi lại."

_RETYPE = {
    ElementKind.COUNT: "Gõ lại số đúng, chỉ gõ số, không kèm chữ.",
    ElementKind.AMOUNT: "Gõ lại số đúng, chỉ gõ số, tính bằng {measure}.",
    ElementKind.RATE: "Gõ lại tỷ lệ, kèm dấu %.",
    ElementKind.DATE: "Gõ lại đủ ngày/tháng/năm.",
    ElementKind.YES_NO: "Chọn “có” hoặc “không”.",
    ElementKind.CHOICE: "Chọn lại một mục trong danh sách của ô.",
    ElementKind.TEXT: "Viết lại cho đúng.",
    ElementKind.PARAGRAPHS: "Viết lại cho đúng.",
}
_SEVERAL = "Ghi lại cho đúng ở từng ô."
_WRITE = "Viết vào ô này."
_FILL = "Điền vào ô này; thật sự không có thì gõ “không phát sinh”."
_KEEP = "Nếu đã ghi đúng thì để (hoặc gõ lại) như vậy và báo cho xã."
_NOTHING = "Nếu chưa có gì để ghi thì để trống và báo cho xã."


def what_to_do(finding: Finding, spots: Sequence[Spot]) -> str:
    """One or two sentences for the cells of a finding, or for a whole file."""
    if not spots:
        return WHOLE_FILE
    is_blank = not any(spot.read for spot in spots)
    is_kept = Answer.KEEP in finding.answers
    return " ".join([_how(spots, is_blank), *([_NOTHING if is_blank else _KEEP] if is_kept else [])])


def _how(spots: Sequence[Spot], is_blank: bool) -> str:
    kinds = {spot.field.element.kind for spot in spots}
    if len(kinds) > 1:
        return _SEVERAL
    if is_blank:
        return _WRITE if kinds <= {ElementKind.TEXT, ElementKind.PARAGRAPHS} else _FILL
    return _retype(spots[0].field)


def _retype(field: Field) -> str:
    element = field.element
    return _RETYPE[element.kind].format(measure=element.measure or "đơn vị ghi ở cột ĐVT")
