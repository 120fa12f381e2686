"""Small drawings (hình vẽ): a bar against its threshold, a line over the periods. Each says in words what it shows."""

from collections.abc import Sequence
from fractions import Fraction

from lxml.html import HtmlElement
from lxml.html.builder import E

_WIDTH, _HEIGHT, _MARGIN = 120, 32, 4
"""Of a line over the periods, in its own units; it is drawn as wide as there is room."""


def bar(value: Fraction, threshold: Fraction, whole: Fraction, words: str) -> HtmlElement:
    """A bar of `value` on a track of `whole`, with a mark at `threshold`."""
    mark = _part(threshold, whole)
    return E.svg(
        E.rect(x="0", y="3", width="100", height="8", **{"class": "track"}),
        E.rect(x="0", y="3", width=_part(value, whole), height="8", **{"class": "fill"}),
        E.line(x1=mark, x2=mark, y1="0", y2="14", **{"class": "mark"}),
        **{"class": "bar", "viewBox": "0 0 100 14", "preserveAspectRatio": "none", "role": "img", "aria-label": words},
    )


def line(values: Sequence[Fraction], threshold: Fraction, words: str) -> HtmlElement:
    """A line through the values of the periods, oldest first, with the threshold dashed."""
    low, high = min((*values, threshold)), max((*values, threshold))

    def y(value: Fraction) -> str:
        share = (value - low) / (high - low) if high > low else Fraction(1, 2)
        return _coordinate(_HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN))

    def x(place: int) -> str:
        return _coordinate(_MARGIN + Fraction(place * (_WIDTH - 2 * _MARGIN), max(len(values) - 1, 1)))

    points = [(x(place), y(value)) for place, value in enumerate(values)]
    return E.svg(
        E.line(x1="0", x2=str(_WIDTH), y1=y(threshold), y2=y(threshold), **{"class": "mark"}),
        E.polyline(points=" ".join(",".join(point) for point in points)),
        *(E.circle(cx=cx, cy=cy, r="2.5") for cx, cy in points),
        **{"class": "trend", "viewBox": f"0 0 {_WIDTH} {_HEIGHT}", "role": "img", "aria-label": words},
    )


def _part(value: Fraction, whole: Fraction) -> str:
    return _coordinate(100 * min(max(value / whole, Fraction(0)), Fraction(1)) if whole else Fraction(0))


def _coordinate(value: Fraction) -> str:
    return f"{float(value):.1f}"
