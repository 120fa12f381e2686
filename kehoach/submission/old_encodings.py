"""Answers in TCVN3 or VNI (ô gõ bằng mã cũ): found for a whole file, then put right or asked about cell by cell.

Comes before anything else is done to a text. What a form offers to choose from, and the words that mean none, are
Unicode whatever font they stand in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kehoach.finding import Severity
from kehoach.form.model import Located
from kehoach.office.model import CellKind, RawCell, RawSheet, RawWorkbook
from kehoach.plan.element import Element, ElementKind
from kehoach.submission.taken import CODES, Doubt
from kehoach.vi.handwriting import Slip
from kehoach.vi.legacy import Encoding, decode, detect, shows_capitals, suspect
from kehoach.vi.lookalikes import clean
from kehoach.vi.typed_words import is_loose_none, is_none, is_not_yet, read_yes_no

_SLIPS = {Encoding.TCVN3: Slip.TCVN3, Encoding.VNI: Slip.VNI}
_RETYPE = "Xem đúng chữ nào; nên gõ Unicode (Times New Roman)."


@dataclass(frozen=True)
class Legible:
    """Ô đã chuyển mã: the cell as it was meant, what was done for it, or what it may mean if nothing could be done."""

    cell: RawCell | None
    slip: Slip | None = None
    doubt: Doubt | None = None


def encoding_of(answers: Sequence[Located], elements: Mapping[str, Element]) -> Encoding | None:
    """What the typed answers of a file are written in; None for Unicode."""
    typed = [a.cell for a in answers if a.cell and _may_be_old(elements[a.key], a.cell)]
    return detect([(str(cell.value), cell.font) for cell in typed])


def legible(element: Element, cell: RawCell | None, encoding: Encoding | None) -> Legible:
    """One answer cell of a file in that encoding. Only what is printed as written is asked about."""
    if cell is None or not _may_be_old(element, cell):
        return Legible(cell)
    text = str(cell.value)
    meant = decode(text, encoding, cell.font) if encoding and encoding.is_certain else text
    if encoding and meant != text:
        slip = Slip.CAPITALS if shows_capitals(cell.font) else _SLIPS[encoding]
        return Legible(cell._replace(value=meant), slip)
    guess = suspect(text, cell.font, encoding) if element.kind in (ElementKind.TEXT, ElementKind.PARAGRAPHS) else None
    if guess is None:
        return Legible(cell)
    family = guess.encoding.family
    clause = f"có thể gõ bằng bảng mã cũ {family}; có phải “{clean(guess.text).text}” không?"
    return Legible(cell, doubt=Doubt(CODES[_SLIPS[family]], Severity.CONFIRM, clause, _RETYPE))


def in_unicode(workbook: RawWorkbook) -> RawWorkbook:
    """The workbook with all its texts decoded, where they are old throughout: labels typed anew, head and all."""
    texts = [(str(c.value), c.font) for s in workbook.sheets for c in s.cells.values() if c.kind is CellKind.TEXT]
    encoding = detect(texts)
    if encoding is None or not encoding.is_certain:
        return workbook
    return replace(workbook, sheets=tuple(_decoded(sheet, encoding) for sheet in workbook.sheets))


def _decoded(sheet: RawSheet, encoding: Encoding) -> RawSheet:
    return replace(sheet, cells={spot: _decoded_cell(cell, encoding) for spot, cell in sheet.cells.items()})


def _decoded_cell(cell: RawCell, encoding: Encoding) -> RawCell:
    return cell._replace(value=decode(cell.value, encoding, cell.font)) if isinstance(cell.value, str) else cell


def _may_be_old(element: Element, cell: RawCell) -> bool:
    if cell.kind is not CellKind.TEXT or str(cell.value).isascii():
        return False
    text = str(cell.value)
    is_word = is_none(text) or is_loose_none(text) or is_not_yet(text) or read_yes_no(text) is not None
    return not is_word and text not in element.choices
