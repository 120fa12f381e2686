"""Number and date put into a finished document (ghi số, ngày): the officer's own file, its other words untouched.

In: the document's XML, where its number and date stand, what they are. Out: the XML with them, or what speaks against.
Padding as Decree 30 wants it (Annex I, II.3 and II.4): number and day below ten, months 1 and 2.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.office.word_markup import Element, parse, q, serialized
from kehoach.vi.dates import print_long_date
from kehoach.word.place import paragraphs_of, words_of, write_over
from kehoach.word.written import Baseline

NUMBER, DAY, REFERENCE = "dau.so", "dau.ngay", ".kem_theo"
"""Blocks of the head that hold number and date, and how those of an annex that repeat both end."""
_GAP = r"[\s.…_]*"
_NUMBER = re.compile(rf"(?i)\bsố(?:\s*:)?({_GAP}(\d*){_GAP})/")
_DAY = re.compile(rf"(?i)\bngày{_GAP}(\d*){_GAP}tháng{_GAP}(\d*){_GAP}năm{_GAP}(\d*)")


@dataclass(frozen=True)
class Signature:
    """Số, ngày ký của văn bản, as the clerk gave them."""

    number: int
    day: date


def signed_xml(document: bytes, baseline: Baseline | None, signature: Signature, fills_annexes: bool) -> bytes:
    """The document with number and date; `ValueError` with a sentence where they cannot be put in truthfully."""
    root = parse(document)
    _number(_only(root, baseline, NUMBER, _NUMBER), signature)
    _day(_only(root, baseline, DAY, _DAY), signature)
    for paragraph in _references(root, baseline) if fills_annexes else ():
        if _NUMBER.search(words_of(paragraph)) and _DAY.search(words_of(paragraph)):
            _number(paragraph, signature)
            _day(paragraph, signature)
    return serialized(root)


def _only(root: Element, baseline: Baseline | None, id_: str, looks: re.Pattern[str]) -> Element:
    """The paragraph by its bookmark; where that is lost, the first in a table that looks like it."""
    marked = paragraphs_of(root, baseline, lambda id_there: id_there == id_)
    found = next((p for p in (*marked, *_in_tables(root)) if looks.search(words_of(p))), None)
    if found is None:
        raise ValueError(f"không tìm thấy chỗ ghi {'số' if id_ == NUMBER else 'ngày ký'} ở đầu văn bản")
    return found


def _in_tables(root: Element) -> Iterator[Element]:
    table = next(root.iter(q("w:tbl")), None)
    return iter(()) if table is None else table.iter(q("w:p"))


def _references(root: Element, baseline: Baseline | None) -> Sequence[Element]:
    return paragraphs_of(root, baseline, lambda id_: id_.endswith(REFERENCE))


def _number(paragraph: Element, signature: Signature) -> None:
    match = _NUMBER.search(words_of(paragraph))
    assert match is not None
    if match[2] and int(match[2]) != signature.number:
        raise ValueError(f"văn bản đã ghi số {match[2]}, không phải {signature.number:02d}")
    start, end = match.span(1)
    write_over(paragraph, (start - 1, end), f"{match.string[start - 1]} {signature.number:02d}")


def _day(paragraph: Element, signature: Signature) -> None:
    match = _DAY.search(words_of(paragraph))
    assert match is not None
    day = signature.day
    typed = tuple(int(part or 0) for part in match.groups())
    if typed[0] and typed != (day.day, day.month, day.year):
        raise ValueError(f"văn bản đã ghi “{' '.join(match[0].split())}”, không phải {print_long_date(day)}")
    write_over(paragraph, match.span(), print_long_date(day))
