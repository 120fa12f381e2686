"""Reports that every rule is silent about, and hands that spoil a copy of one with python-docx."""

import copy
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from kehoach.finding import Finding
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.report import model
from kehoach.report.model import Report
from kehoach.word.write import report_document
from tests.word import sample

OPENING = "Thực hiện Kế hoạch số 34/KH-BCĐ ngày 28/02/2031 của Ban Chỉ đạo xã Thử Nghiệm, Ban Chỉ đạo báo cáo như sau:"
POINTS = ("Xây dựng gia đình no ấm, tiến bộ", "Xây dựng khu dân cư đoàn kết", "Xây dựng cơ quan kỷ cương, nền nếp")
ALIGNS = {"left": 0, "center": 1, "right": 2, "both": 3}


def report(**more: Any) -> Report:
    """Signed, with bases, two addressees, three điểm, a table and two annexes."""
    head = sample.head(
        number=12,
        signed_on=date(2031, 3, 14),
        addressees=("Ủy ban nhân dân tỉnh Thử", "Ban Chỉ đạo tỉnh Thử"),
        bases=("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Thi đua, khen thưởng"),
    )
    opening = model.Paragraph("mo_dau", (OPENING,))
    annexes = tuple(replace(annex, blocks=(_small_table(annex.id),)) for annex in sample.report().annexes)
    blocks = (opening, *_with_points(sample.body()[1:]))
    base = sample.report(head=head, draft_reason="", blocks=blocks, annexes=annexes)
    return replace(base, **more)


def _with_points(blocks: tuple[model.Block, ...]) -> Iterator[model.Block]:
    for block in blocks:
        if block.id == "phong_trao.a":
            for letter, words in zip("abc", POINTS, strict=True):
                yield model.Heading(f"phong_trao.{letter}", 3, f"{letter})", (words,))
        else:
            yield block


def _small_table(of: str) -> model.Table:
    columns = (
        model.TableColumn("STT", 0.1, "center"),
        model.TableColumn("Tên thôn", 0.6),
        model.TableColumn("Số hộ", 0.3, "right"),
    )
    return model.Table(f"bang.{of}", columns, ((("1",), ("Thôn Đồng Cả",), ("120",)), (("2",), ("Thôn Mới",), ("98",))))


def without_tables() -> Report:
    base = report()
    return replace(base, blocks=tuple(b for b in base.blocks if not isinstance(b, model.Table)))


def one_annex() -> Report:
    base = report()
    last = model.Paragraph("ket", ("Trên đây là báo cáo của Ban Chỉ đạo xã Thử Nghiệm (có Phụ lục kèm theo).",))
    return replace(base, annexes=base.annexes[:1], blocks=(*base.blocks[:-1], last))


@cache
def written(make: Callable[[], Report]) -> bytes:
    """The document of a report, made once."""
    return report_document(make())


class Copy:
    """A copy of a report in python-docx's hands."""

    def __init__(self, make: Callable[[], Report] = report) -> None:
        self.doc = docx.Document(io.BytesIO(written(make)))

    def everything(self) -> Iterator[Paragraph]:
        for item in self.doc.iter_inner_content():
            yield from _paragraphs(item)

    def find(self, words: str) -> Paragraph:
        """The paragraph that is these words, else the first that has them."""
        texts = [(re.sub(r"\s+", " ", p.text), p) for p in self.everything()]
        return next((p for text, p in texts if text == words), None) or next(p for text, p in texts if words in text)

    def after(self, words: str) -> Paragraph:
        """The paragraph that follows."""
        following = self.find(words)._p.getnext()
        return Paragraph(following, self.doc)

    def say(self, words: str, new: str) -> None:
        """The words of a paragraph give way to others, in its first run's look."""
        first, *others = self.find(words).runs
        for run in others:
            run._r.getparent().remove(run._r)
        first.text = new

    def swap(self, words: str, old: str, new: str) -> None:
        self.say(words, self.find(words).text.replace(old, new))

    def look(self, words: str, **looks: Any) -> None:
        change(self.find(words), **looks)

    def add(self, words: str, new: str, **looks: Any) -> Paragraph:
        """A paragraph like that one right after it, with other words."""
        old = self.find(words)
        made = Paragraph(copy.deepcopy(old._p), old._parent)
        old._p.addnext(made._p)
        for run in made.runs[1:]:
            run._r.getparent().remove(run._r)
        made.runs[0].text = new
        change(made, **looks)
        return made

    def remove(self, words: str) -> None:
        gone = self.find(words)._p
        gone.getparent().remove(gone)

    def data(self) -> bytes:
        target = io.BytesIO()
        self.doc.save(target)
        return target.getvalue()

    def findings(self) -> tuple[Finding, ...]:
        return lint_parts(word_parts(self.data()), "thu.docx")

    def codes(self) -> set[int]:
        return {int(f.code.removeprefix("ND30-")) for f in self.findings()}


def _paragraphs(item: Paragraph | Table) -> Iterator[Paragraph]:
    if isinstance(item, Paragraph):
        yield item
    else:
        yield from (p for row in item.rows for cell in row.cells for p in cell.paragraphs)


def change(paragraph: Paragraph, **looks: Any) -> None:
    """size, bold, italic, font, color, underline of every run; align, before, after, first, left, right, line."""
    form = paragraph.paragraph_format
    for run in paragraph.runs:
        for name in ("bold", "italic", "underline"):
            if name in looks:
                setattr(run.font, name, looks[name])
        if "size" in looks:
            run.font.size = Pt(looks["size"])
        if "font" in looks:
            run.font.name = looks["font"]
        if "color" in looks:
            run.font.color.rgb = RGBColor.from_string(looks["color"])
    for name, attribute in (("before", "space_before"), ("after", "space_after")):
        if name in looks:
            setattr(form, attribute, Pt(looks[name]))
    for name, attribute in (("first", "first_line_indent"), ("left", "left_indent"), ("right", "right_indent")):
        if name in looks:
            setattr(form, attribute, Mm(looks[name]))
    if "line" in looks:
        form.line_spacing = looks["line"]
    if "align" in looks:
        form.alignment = WD_ALIGN_PARAGRAPH(ALIGNS[looks["align"]])


def put(owner: Any, tag: str, **attributes: str) -> None:
    """An element at the end of another one."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    owner.append(made)
