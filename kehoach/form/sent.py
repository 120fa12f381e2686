"""What was sent out before (biểu đã gửi): whether a workbook in the folder may be made anew, and as which version."""

from kehoach.form.locate import find_answers, read_stamp
from kehoach.form.model import Form
from kehoach.office.model import RawWorkbook


def is_answered(workbook: RawWorkbook, form: Form) -> bool:
    """Whether anybody has typed an answer or chosen what blanks mean; such a workbook is never touched."""
    return any(answer.cell is not None or answer.blanks_are_nil for answer in find_answers(workbook, form).located)


def version_after(workbook: RawWorkbook, form: Form) -> int:
    """The version `form` gets after `workbook`: the same while every answer cell stays where it was, else the next."""
    stamp = read_stamp(workbook)
    if stamp is None:
        return form.stamp.version
    asked = {field.name: (field.sheet, field.row, field.column) for field in form.fields}
    stood = {name: spot for name, spot in workbook.names.items() if not name.startswith("_")}
    return stamp.version if asked == stood else stamp.version + 1
