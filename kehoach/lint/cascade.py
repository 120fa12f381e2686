"""Properties on their way to a letter (định dạng có hiệu lực): each layer read flat, laid over one another.

In: `w:rPr` and `w:pPr` elements from weakest to strongest. Out: one flat dictionary. Order and toggles are those of
ECMA-376, part 1, 17.7.2 and 17.7.3: bold, italic and capitals of styles of different kinds cancel one another.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from kehoach.office.word_markup import Element, is_on, number, q, value

Flat = Mapping[str, Any]
"""Properties by our own short names; what a layer does not say is absent."""

SLOTS = ("ascii", "hAnsi", "cs")
"""Letters of ASCII, all others of Latin scripts, right-to-left scripts."""
TOGGLES = ("bold", "italic", "capitals", "hidden")
_TOGGLE_TAGS = {"w:b": "bold", "w:i": "italic", "w:caps": "capitals", "w:vanish": "hidden"}
_SWITCHES = {
    "w:keepNext": "keep_next",
    "w:pageBreakBefore": "page_break",
    "w:contextualSpacing": "contextual",
}
_BLACK_THEME = ("text1", "dark1")


def flat_run(properties: Element | None, theme: Mapping[str, str]) -> Flat:
    """A `w:rPr` flat. `theme` gives the font behind a theme's name ("minorHAnsi")."""
    if properties is None:
        return {}
    found: dict[str, Any] = {}
    for child in properties:
        name = "w:" + child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _TOGGLE_TAGS:
            found[_TOGGLE_TAGS[name]] = is_on(child)
        elif name == "w:rFonts":
            found.update(_fonts(child, theme))
        elif name == "w:sz" and (size := number(value(child))) is not None:
            found["size"] = size / 2
        elif name == "w:color":
            found["color"] = _color(child)
        elif name in ("w:highlight", "w:u", "w:vertAlign", "w:rStyle"):
            found[name[2:]] = value(child) or ""
        elif name == "w:shd":
            found["shade"] = (value(child, "w:fill") or "auto").lower()
        elif name in ("w:cs", "w:rtl"):
            found["complex"] = is_on(child)
    return found


def _fonts(element: Element, theme: Mapping[str, str]) -> dict[str, str]:
    """The font of each slot; on one element the theme's name wins over the font's."""
    found = {}
    for slot in SLOTS:
        behind = theme.get(value(element, "w:cstheme" if slot == "cs" else f"w:{slot}Theme") or "")
        named = value(element, f"w:{slot}")
        if behind or named:
            found[slot] = behind or named or ""
    return found


def _color(element: Element) -> str:
    """ "000000" for black in all its spellings."""
    themed = value(element, "w:themeColor")
    shifted = value(element, "w:themeTint") or value(element, "w:themeShade")
    if themed in _BLACK_THEME and not shifted:
        return "000000"
    color = (value(element) or "auto").lower()
    return "000000" if color == "auto" else color


def flat_paragraph(properties: Element | None) -> Flat:
    """A `w:pPr` flat; lengths in twips, `first` negative where it hangs."""
    if properties is None:
        return {}
    found: dict[str, Any] = {}
    for child in properties:
        name = "w:" + child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _SWITCHES:
            found[_SWITCHES[name]] = is_on(child)
        elif name == "w:jc":
            found["align"] = {"start": "left", "end": "right"}.get(value(child) or "", value(child))
        elif name == "w:spacing":
            found.update(_spacing(child))
        elif name == "w:ind":
            found.update(_indent(child))
        elif name == "w:outlineLvl":
            found["outline"] = number(value(child))
        elif name == "w:pBdr":
            found.update({f"border_{b.tag.rpartition('}')[2]}": value(b) not in ("nil", "none", None) for b in child})
        elif name == "w:numPr":
            found.update({"list": value(child.find(q("w:numId"))), "level": value(child.find(q("w:ilvl")))})
    return {key: content for key, content in found.items() if content is not None}


_AUTOMATIC = 280.0
"""What "automatic" space before and after a paragraph comes to in Word: 14 points."""


def _spacing(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side in ("before", "after"):
        automatic = value(element, f"w:{side}Autospacing") in ("1", "true", "on")
        length = _AUTOMATIC if automatic else number(value(element, f"w:{side}"))
        if length is not None:
            found[side] = length
    if (line := number(value(element, "w:line"))) is not None:
        found |= {"line": line, "line_rule": value(element, "w:lineRule") or "auto"}
    return found


def _indent(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for ours, theirs in (("left", ("w:left", "w:start")), ("right", ("w:right", "w:end"))):
        length = next((n for t in theirs if (n := number(value(element, t))) is not None), None)
        if length is not None:
            found[ours] = length
    hanging, first = number(value(element, "w:hanging")), number(value(element, "w:firstLine"))
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first
    return found


def laid_over(layers: Iterable[Flat]) -> Flat:
    """The strongest word on each property."""
    return dict(chain.from_iterable(layer.items() for layer in layers))


def with_toggles(defaults: Flat, styles: Iterable[Flat], direct: Flat) -> Flat:
    """Run properties of defaults, styles of different kinds (each already laid over its own chain) and the run."""
    kinds = list(styles)
    result = dict(laid_over((defaults, *kinds, direct)))
    for toggle in TOGGLES:
        if toggle in direct:
            result[toggle] = direct[toggle]
        else:
            said = sum(bool(kind.get(toggle)) for kind in kinds)
            result[toggle] = bool(defaults.get(toggle)) or said % 2 == 1
    return result
