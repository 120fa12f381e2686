"""The letters of a paragraph with their effective looks (chữ và định dạng): through every wrapper, without what is
deleted or hidden.

In: a paragraph's element, the styles, and which styles it stands in. Out: runs.
"""

import unicodedata
from collections.abc import Iterator

from kehoach.lint.cascade import SLOTS, Flat, flat_run, with_toggles
from kehoach.lint.markup import Element, q, value
from kehoach.lint.paragraph import Run
from kehoach.lint.styles import Styles

_WRAPPERS = tuple(
    q(f"w:{name}") for name in ("hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "customXml", "dir", "bdo")
)
_CONTROL = q("w:sdt")
_SIGNS = {
    q("w:tab"): "\t",
    q("w:ptab"): "\t",
    q("w:cr"): "\n",
    q("w:noBreakHyphen"): "-",
    q("w:sym"): "□",
}
_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\u00ad": ""})


def run_elements(container: Element) -> Iterator[Element]:
    """The `w:r` of a paragraph that will be printed, in order."""
    for child in container:
        if child.tag == q("w:r"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from run_elements(child)
        elif child.tag == _CONTROL:
            for content in child.iterchildren(q("w:sdtContent")):
                yield from run_elements(content)


def typed(element: Element) -> str:
    """A run's text as the file has it."""
    return "".join(_piece(child) for child in element)


def _piece(child: Element) -> str:
    if child.tag == q("w:t"):
        return child.text or ""
    if child.tag == q("w:br"):
        return "" if value(child, "w:type") in ("page", "column") else "\n"
    return _SIGNS.get(child.tag, "")


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
    text = unicodedata.normalize("NFC", raw).translate(_NO_BREAK)
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
