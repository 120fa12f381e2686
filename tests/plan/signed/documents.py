"""Plan documents in words of our own: text sources → .docx of every shape that offices write.

A line is a paragraph. `@bảng đầu`, `@bảng`, `@bảng cuối` rows of a table (`;` between the lines of a cell, `=` merged
with the cell to the left, `^` with the one above), `@số`, `@gạch` automatic numbers, `@hộp` a text box, `@cột` two
columns under a tab, `@trang` a page break and a blank line in the middle of a sentence.
"""

import unicodedata
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

SOURCES = Path(__file__).parent / "ke-hoach"
NAMES = tuple(sorted(path.stem for path in SOURCES.glob("*.txt")))
DECOMPOSED = ("2-giam-ngheo", "8-nam-khong-ba-sach")
"""Written as a Mac writes: letters and accents apart."""
ODD_RUNS = ("1-nep-song", "2-giam-ngheo", "6-hoc-tap-suot-doi", "9-ngay-hoi")
PLAIN = ("5-ve-sinh-moi-truong", "11-nuoc-sach")
"""A .txt as it stands."""
LEVELS = {"I.": (0, "upperRoman", "%1."), "1.": (1, "decimal", "%2."), "-": (2, "bullet", "\uf02d")}


def plan_file(name: str, folder: Path) -> Path:
    """The plan of that name as a file in the folder."""
    source = SOURCES / f"{name}.txt"
    if name in PLAIN:
        path = folder / source.name
        path.write_bytes(source.read_bytes())
        return path
    path = folder / f"{name}.docx"
    _Maker(name).made(source.read_text(encoding="utf-8").splitlines()).save(str(path))
    return path


class _Maker:
    def __init__(self, name: str) -> None:
        self._odd, self._form = name in ODD_RUNS, "NFD" if name in DECOMPOSED else "NFC"
        self._document: Document = docx.Document()
        self._rows: list[list[str]] = []
        self._broken = False

    def made(self, lines: list[str]) -> Document:
        add_list(self._document)
        kind = ""
        for line in [*lines, "@hết"]:
            head, _, rest = line.partition(" | ")
            now = head if head.startswith("@bảng") else ""
            if self._rows and now != kind:
                self._add_table()
            kind = now
            if now:
                self._rows.append([cell.strip() for cell in f"{rest} ".split(" | ")])
            elif line != "@hết":
                self._add(line)
        return self._document

    def _add(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "@trang":
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            self._document.add_paragraph("")
        elif word == "@số":
            label, _, text = rest.partition(" ")
            self._numbered(label, text)
        elif word == "@gạch":
            self._numbered("-", rest)
        elif word == "@hộp":
            self._document.add_paragraph()._p.append(_text_box([self._typed(t) for t in rest.split(" ; ")]))
        else:
            self._write(self._document.add_paragraph(), rest if word == "@cột" else line)

    def _numbered(self, label: str, text: str) -> None:
        paragraph = self._document.add_paragraph()
        self._write(paragraph, text)
        numbered(paragraph, label)

    def _write(self, paragraph: Any, text: str) -> None:
        """Text in one run or, as Word leaves it after a few edits, in many."""
        text = self._typed(text)
        step = 7 if self._odd else len(text)
        for at in range(0, len(text), max(step, 1)):
            paragraph.add_run(text[at : at + step]).italic = at % 3 == 1

    def _typed(self, text: str) -> str:
        return unicodedata.normalize(self._form, text.replace("*", ""))

    def _add_table(self) -> None:
        rows, self._rows = self._rows, []
        table = self._document.add_table(len(rows), max(map(len, rows)))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text in ("=", "^"):
                    continue
                lines = [line.strip() for line in f" {text} ".split(" ; ")]
                cell = table.cell(r, c)
                for n, line in enumerate(lines):
                    self._write(cell.paragraphs[0] if n == 0 else cell.add_paragraph(), line)
        for r, row in enumerate(rows):
            wide = [c for c, text in enumerate(row) if text == "="]
            if wide:
                table.cell(r, wide[0] - 1).merge(table.cell(r, wide[-1]))
            for c in [c for c, text in enumerate(row) if text == "^"]:
                table.cell(r - 1, c).merge(table.cell(r, c))


def numbered(paragraph: Any, label: str) -> None:
    """The paragraph as the next one of its level in the automatic list."""
    level = LEVELS[label][0]
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(number)


def add_list(document: Document) -> None:
    """One list of three levels: I., 1., a dash."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in LEVELS.values()
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _text_box(lines: list[str]) -> Any:
    """A text box as Word writes it: once drawn, once again as a fallback for old versions."""
    paragraphs = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)
    spaces = (
        f"{nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:v='urn:schemas-microsoft-com:vml'"
    )
    return parse_xml(
        f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{paragraphs}"
        f"</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraphs}"
        f"</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
