"""The letters of a paragraph with their effective looks (chữ và định dạng): through every wrapper, without what is
deleted or hidden.

In: a paragraph's element, the styles, and which styles it stands in. Out: runs.
"""

import unicodedata
from collections.abc import Iterator

from kehoach.lint.cascade import SLOTS, Flat, flat_run, with_toggles
from kehoach.lint.paragraph import Run
from kehoach.lint.styles import Styles
from kehoach.office.word_markup import NO_BREAK, Element, q, run_elements, typed


def read_runs(paragraph: Element, styles: Styles, paragraph_style: str | None, table_run: Flat) -> tuple[Run, ...]:
    """The paragraph's runs, hidden ones left out."""
    of_paragraph = styles.run(paragraph_style, "paragraph")
    found = []
    for element in run_elements(paragraph):
        raw = typed(element)
        direct = flat_run(element.find(q("w:rPr")), styles.theme)
        of_letter = styles.run(direct["rStyle"], "character") if direct.get("rStyle") else {}
        look = with_toggles(styles.default_run, (table_run, of_paragraph, of_letter), direct)
        if raw and not look.get("hidden"):
            found.append(_run(element, raw, look))
    return tuple(found)


def _run(element: Element, raw: str, look: Flat) -> Run:
    text = unicodedata.normalize("NFC", raw).translate(NO_BREAK)
    return Run(
        text.upper() if look.get("capitals") else text,
        raw,
        tuple(sorted({str(look.get(slot, "")) for slot in _slots(text, look)})),
        float(look["size"]),
        bool(look.get("bold")),
        bool(look.get("italic")),
        str(look.get("color", "000000")),
        _marked(look),
        "" if look.get("u", "none") == "none" else str(look["u"]),
        look.get("vertAlign") in ("superscript", "subscript"),
        element,
    )


def _marked(look: Flat) -> str:
    """The colour behind the letters; "" for none and for white."""
    highlight, shade = str(look.get("highlight", "none")), str(look.get("shade", "auto"))
    if highlight not in ("none", "white", ""):
        return highlight
    return "" if shade in ("auto", "ffffff") else shade


def _slots(text: str, look: Flat) -> Iterator[str]:
    """Which of a run's fonts its letters are printed in."""
    ascii_, others, complex_ = SLOTS
    if look.get("complex"):
        yield complex_
        return
    letters = "".join(text.split())
    if any(c.isascii() for c in letters):
        yield ascii_
    if not letters.isascii():
        yield others
