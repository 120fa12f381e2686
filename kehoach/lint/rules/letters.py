"""Fonts, encoding and colour (phông chữ, bảng mã, màu chữ): rules 8 to 11."""

import re
import unicodedata
from collections.abc import Iterator

from kehoach.lint.compare import grouped
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, NOTE, WARNING, Fault, Rule
from kehoach.word.standard import FONT

LEGACY = re.compile(r"^(\.Vn|VNI-|\.VN|VnTime|VnArial)", re.I)
_SAME_FONT = re.compile(r"^Times ?New ?Roman(PS(-\w+)*MT|,? ?(Bold|Italic|Bold Italic))?$", re.I)
_BLACK = "000000"
_PROMPT = re.compile(r"^\[.*\]$")


def everything(parts: Parts) -> Iterator[Paragraph]:
    """Every paragraph, those of headers and footers too, each part once."""
    yield from parts.document.paragraphs
    seen: set[int] = set()
    for section in parts.document.sections:
        for edge in (*section.headers.values(), *section.footers.values()):
            if id(edge) not in seen:
                seen.add(id(edge))
                yield from edge.paragraphs


def _fonts_of(paragraph: Paragraph) -> list[str]:
    return sorted({font for run in paragraph.visible for font in run.fonts if font != FONT})


def _font(parts: Parts) -> Iterator[Fault]:
    def wrong(paragraph: Paragraph) -> str | None:
        names = [f for f in _fonts_of(paragraph) if not _SAME_FONT.match(f) and not LEGACY.match(f)]
        return f"Chữ in bằng phông {', '.join(names)}" if names else None

    def variant(paragraph: Paragraph) -> str | None:
        names = [f for f in _fonts_of(paragraph) if _SAME_FONT.match(f)]
        return f"Phông ghi tên là {', '.join(names)}" if names else None

    paragraphs = list(everything(parts))
    yield from grouped(paragraphs, wrong, f"Dùng phông {FONT} cho toàn văn bản")
    yield from grouped(paragraphs, variant, f"Chọn lại đúng phông {FONT}", WARNING)


def _legacy(parts: Parts) -> Iterator[Fault]:
    def wrong(paragraph: Paragraph) -> str | None:
        names = [f for f in _fonts_of(paragraph) if LEGACY.match(f)]
        return f"Chữ gõ bằng bảng mã cũ, phông {', '.join(names)}" if names else None

    yield from grouped(everything(parts), wrong, "Chuyển sang bảng mã Unicode, không chỉ đổi phông")


def _composed(parts: Parts) -> Iterator[Fault]:
    def wrong(paragraph: Paragraph) -> str | None:
        raw = "".join(run.raw for run in paragraph.runs)
        return None if unicodedata.is_normalized("NFC", raw) else "Chữ gõ bằng Unicode tổ hợp, dấu rời khỏi chữ"

    yield from grouped(everything(parts), wrong, "Chuyển sang Unicode dựng sẵn")


def _black(parts: Parts) -> Iterator[Fault]:
    def wrong(paragraph: Paragraph) -> str | None:
        colors = sorted({run.color for run in paragraph.visible if run.color != _BLACK})
        return f"Chữ có màu {', '.join(colors)}" if colors else None

    def marked(paragraph: Paragraph) -> str | None:
        colors = sorted({run.highlight for run in paragraph.visible if run.highlight})
        return f"Chữ được tô nền {', '.join(colors)}" if colors else None

    paragraphs = list(everything(parts))
    prompts = [p for p in paragraphs if parts.is_draft and _PROMPT.match(p.text)]
    yield from grouped(paragraphs, wrong, "Đặt màu chữ đen")
    yield from grouped([p for p in paragraphs if p not in prompts and not p.cell], marked, "Bỏ màu nền, để chữ đen")
    yield from grouped(prompts, marked, "Viết nội dung vào chỗ này trước khi trình ký", NOTE)


RULES = (
    Rule(8, ERROR, "NĐ 30/2020, PL I, I.4", "Phông Times New Roman", _font),
    Rule(9, ERROR, "NĐ 30/2020, PL I, I.4", "Không dùng bảng mã cũ", _legacy),
    Rule(10, WARNING, "NĐ 30/2020, PL I, I.4", "Unicode dựng sẵn", _composed),
    Rule(11, ERROR, "NĐ 30/2020, PL I, I.4", "Chữ màu đen", _black),
)
