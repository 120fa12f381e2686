"""Changing elements of a tree (sửa phần tử): properties in lawful order, words across runs.

In: elements of a tree that belongs to the caller. Each function changes the tree, which is what it is for.
"""

from collections.abc import Sequence

from kehoach.office.word_markup import Element, q, run_elements

_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang",
)  # fmt: skip
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
    "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind",
    "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run_property(run: Element, name: str) -> Element:
    """The property of a run ("sz"), made where it is missing."""
    return _property(_holder(run, "w:rPr"), name, _RUN_ORDER)


def paragraph_property(paragraph: Element, name: str) -> Element:
    """The property of a paragraph ("spacing"), made where it is missing."""
    return _property(_holder(paragraph, "w:pPr"), name, _PARAGRAPH_ORDER)


def _holder(owner: Element, tag: str) -> Element:
    found = owner.find(q(tag))
    if found is None:
        found = owner.makeelement(q(tag))
        owner.insert(0, found)
    return found


def _property(holder: Element, name: str, order: Sequence[str]) -> Element:
    found = holder.find(q(f"w:{name}"))
    if found is None:
        found = holder.makeelement(q(f"w:{name}"))
        later = {q(f"w:{n}") for n in order[order.index(name) + 1 :]}
        at = next((i for i, child in enumerate(holder) if child.tag in later), len(holder))
        holder.insert(at, found)
    return found


def set_size(run: Element, points: float) -> None:
    """The size of a run's letters."""
    for name in ("sz", "szCs"):
        run_property(run, name).set(q("w:val"), str(round(points * 2)))


def set_font(run: Element, font: str) -> None:
    """The font of all a run's letters, whatever the theme says."""
    fonts = run_property(run, "rFonts")
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(q(f"w:{slot}"), font)


def replace_words(paragraph: Element, old: str, new: str) -> bool:
    """The first `old` in the typed text becomes `new`, in the look of the letters it replaces; whether it was there."""
    texts = [t for run in run_elements(paragraph) for t in run.iterchildren(q("w:t"))]
    whole = "".join(t.text or "" for t in texts)
    start = whole.find(old)
    if start < 0 or not old:
        return False
    begin, end = _changed_part(old, new)
    _put(texts, start + begin, start + len(old) - end, new[begin : len(new) - end])
    return True


def _changed_part(old: str, new: str) -> tuple[int, int]:
    """How many letters at the beginning and at the end stay."""
    shorter = min(len(old), len(new))
    begin = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    left = shorter - begin
    end = next((i for i in range(left) if old[-1 - i] != new[-1 - i]), left)
    return begin, end


def _put(texts: Sequence[Element], start: int, end: int, words: str) -> None:
    """Letters `start` to `end` of all texts together give way to `words`."""
    at, rest = 0, words
    for text in texts:
        own = text.text or ""
        low, high = max(start - at, 0), min(end - at, len(own))
        is_place = at <= start < at + len(own) or text is texts[-1]
        if low < high or (start == end and rest and is_place):
            text.text = own[:low] + rest + own[max(low, high) :]
            text.set(_SPACE, "preserve")
            rest = ""
        at += len(own)
