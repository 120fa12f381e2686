"""Composed letters and fonts put right (mã và phông chữ): rules 8 and 10."""

import unicodedata
from collections.abc import Iterator

from kehoach.lint.mend.element import set_font
from kehoach.lint.parts import Parts
from kehoach.lint.rules.letters import LEGACY, everything
from kehoach.office.word_markup import q
from kehoach.word.standard import FONT


def compose(parts: Parts) -> Iterator[str]:
    """Unicode NFC in every text. Letters whose marks stand in another run are left alone."""
    texts = [t for p in everything(parts) for t in p.element.iter(q("w:t")) if t.text]
    split = [t for t in texts if not unicodedata.is_normalized("NFC", t.text)]
    for text in split:
        text.text = unicodedata.normalize("NFC", text.text)
    if split:
        yield f"ND30-10: chuyển {len(split)} chỗ sang Unicode dựng sẵn."


def one_font(parts: Parts) -> Iterator[str]:
    """Times New Roman for every letter but those in fonts of an old encoding, which would become unreadable."""
    runs = [run for p in everything(parts) for run in p.visible if set(run.fonts) != {FONT}]
    safe = [run for run in runs if not any(LEGACY.match(font) for font in run.fonts)]
    for run in safe:
        set_font(run.element, FONT)
    if safe:
        names = ", ".join(sorted({font for run in safe for font in run.fonts} - {FONT}))
        yield f"ND30-08: đổi phông {names} thành {FONT} ở {len(safe)} chỗ."
