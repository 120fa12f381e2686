"""Styles, theme and defaults of a document (kiểu trình bày): what a paragraph or letter has before it says anything.

In: the package. Out: flat properties by style, each laid over the styles it is based on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from kehoach.lint.cascade import Flat, flat_paragraph, flat_run, laid_over
from kehoach.office.word_markup import Element, number, q, value
from kehoach.office.word_package import Package

MOST_BASED_ON = 30
"""Styles based on one another in a ring end here."""

WORD_FONT = "Times New Roman"
"""What Word takes where nothing names a font (ECMA-376, 17.3.2.26)."""
WORD_SIZE = 10.0
WORD_CELL_SIDES = 108.0
"""Twips left and right of a cell's text in Word's own table style."""


@dataclass(frozen=True)
class Style:
    """Kiểu: paragraph, run and table properties of its own, and what it is based on."""

    kind: str
    name: str
    based_on: str
    paragraph: Flat
    run: Flat
    cell_sides: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class Styles:
    """Các kiểu của tài liệu by id, the defaults and the theme's fonts."""

    by_id: Mapping[str, Style]
    default_run: Flat
    default_paragraph: Flat
    theme: Mapping[str, str]
    defaults: Mapping[str, str] = field(default_factory=dict)

    @cache  # noqa: B019
    def chain(self, id_: str | None, kind: str) -> tuple[Style, ...]:
        """The style and what it is based on, weakest first; the default style of its kind for None."""
        found: list[Style] = []
        wanted = id_ if id_ and id_ in self.by_id else self.defaults.get(kind, "")
        while wanted in self.by_id and len(found) < MOST_BASED_ON:
            found.append(self.by_id[wanted])
            wanted = found[-1].based_on
        return tuple(reversed(found))

    @cache  # noqa: B019
    def run(self, id_: str | None, kind: str) -> Flat:
        """Run properties of a style with its chain."""
        return laid_over(style.run for style in self.chain(id_, kind))

    def cell_sides(self, id_: str | None) -> tuple[float, float]:
        """Twips left and right of the text in cells of that table style."""
        said = [style.cell_sides for style in self.chain(id_, "table") if style.cell_sides]
        return said[-1] if said else (WORD_CELL_SIDES, WORD_CELL_SIDES)


def read_styles(package: Package) -> Styles:
    """styles.xml and the theme; Word's own defaults where there is none."""
    theme = _theme(package.only("theme"))
    root = package.only("styles")
    base: Flat = {"ascii": WORD_FONT, "hAnsi": WORD_FONT, "cs": WORD_FONT, "size": WORD_SIZE}
    if root is None:
        return Styles({}, base, {}, theme)
    run = root.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}")
    paragraph = root.find(f"{q('w:docDefaults')}/{q('w:pPrDefault')}/{q('w:pPr')}")
    elements = [e for e in root.iterchildren(q("w:style")) if value(e, "w:styleId")]
    by_id = {value(e, "w:styleId") or "": _style(e, theme) for e in elements}
    defaults = {
        value(e, "w:type") or "": value(e, "w:styleId") or ""
        for e in elements
        if value(e, "w:default") in ("1", "true")
    }
    return Styles(by_id, laid_over((base, flat_run(run, theme))), flat_paragraph(paragraph), theme, defaults)


def _style(element: Element, theme: Mapping[str, str]) -> Style:
    table = element.find(q("w:tblPr"))
    return Style(
        value(element, "w:type") or "paragraph",
        value(element.find(q("w:name"))) or "",
        value(element.find(q("w:basedOn"))) or "",
        flat_paragraph(element.find(q("w:pPr"))),
        flat_run(element.find(q("w:rPr")), theme),
        None if table is None else cell_sides(table.find(q("w:tblCellMar"))),
    )


def cell_sides(margins: Element | None) -> tuple[float, float] | None:
    """Left and right of a `w:tblCellMar` or `w:tcMar`, twips; None where it does not say both."""
    if margins is None:
        return None
    find: Callable[[str], Element | None] = lambda name: margins.find(q(name))  # noqa: E731
    left = _first_width(find("w:left"), find("w:start"))
    right = _first_width(find("w:right"), find("w:end"))
    return None if left is None or right is None else (left, right)


def _first_width(*elements: Element | None) -> float | None:
    return next((n for e in elements if (n := number(value(e, "w:w"))) is not None), None)


def _theme(root: Element | None) -> Mapping[str, str]:
    """ "minorHAnsi" → "Calibri"."""
    found: dict[str, str] = {}
    if root is None:
        return found
    for kind in ("major", "minor"):
        for font in root.iter(q(f"a:{kind}Font")):
            names = {slot: font.find(q(f"a:{slot}")) for slot in ("latin", "cs")}
            latin, other = (e.get("typeface", "") if e is not None else "" for e in names.values())
            found |= {f"{kind}{slot}": latin for slot in ("Ascii", "HAnsi")} | {f"{kind}Bidi": other or WORD_FONT}
    return found
