"""Answers under one merged cell (ô bị gộp): only the first can hold a value, and for which it is meant is open."""

from collections.abc import Iterable, Mapping, Sequence

from kehoach.finding import Severity
from kehoach.form.model import Located
from kehoach.office.model import RawWorkbook
from kehoach.office.references import read_cell
from kehoach.submission.taken import Doubt


def merged_answers(workbook: RawWorkbook, located: Iterable[Located]) -> Mapping[str, Doubt]:
    """KT-20 by key, for each answer with content that shares a merged cell with other answers."""
    found: dict[str, Doubt] = {}
    placed = [(answer, read_cell(answer.ref)) for answer in located if answer.ref]
    for sheet in workbook.sheets:
        for top, left, bottom, right in sheet.merged:
            inside = [a for a, (r, c) in placed if a.sheet == sheet.name and top <= r <= bottom and left <= c <= right]
            if len(inside) > 1:
                found |= {a.key: _doubt(a, inside) for a in inside if a.cell}
    return found


def _doubt(answer: Located, inside: Sequence[Located]) -> Doubt:
    others = tuple(a.ref for a in inside if a is not answer)
    clause = f"ô bị gộp với {len(others)} ô trả lời khác, không rõ số là của mục nào"
    return Doubt("KT-20", Severity.CONFIRM, clause, "Hỏi đơn vị rồi ghi số cho từng mục.", also=others)
