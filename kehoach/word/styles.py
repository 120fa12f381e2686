"""The styles of the document (kiểu trình bày), made from the decree's table: real Word styles that an officer can use.

In: the body size. Out: styles.xml. Headings are Word's own Heading 1 to 3, so that navigation and contents work; no
theme stands behind any font.
"""

from kehoach.word.markup import attribute, twips
from kehoach.word.standard import BODY_SIZES, CELL_ENDS, CELL_SIDES, FONT, LANGUAGE, LOOKS, Component, Look

GRID = "KHBang"
FRAME = "KHKhung"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NO_SPACE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'


def styles_part(body_size: int) -> str:
    """styles.xml for a body of 14 or 13 points."""
    profile = BODY_SIZES.index(body_size)
    body = "".join(_paragraph_style(component, look, profile) for component, look in LOOKS.items())
    return (
        f'<w:styles xmlns:w="{_W}">{_defaults(body_size)}{_normal(body_size)}'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{_table_normal()}{body}{_grid()}{_frame()}</w:styles>"
    )


def _defaults(body_size: int) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    languages = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/>'
    run = f'<w:rPr>{fonts}<w:color w:val="000000"/>{_size(body_size)}{languages}</w:rPr>'
    paragraph = f"<w:pPr>{_NO_SPACE}</w:pPr>"
    return f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault><w:pPrDefault>{paragraph}</w:pPrDefault></w:docDefaults>"


def _normal(body_size: int) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_NO_SPACE}</w:pPr><w:rPr>{_size(body_size)}</w:rPr></w:style>"
    )


def _table_normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_cell_margins(0, 0)}</w:tblPr></w:style>"
    )


def _paragraph_style(component: Component, look: Look, profile: int) -> str:
    is_heading = component.startswith("Heading")
    follows = f'<w:next w:val="{Component.BODY}"/>' if is_heading else ""
    rank = f'<w:uiPriority w:val="{9 if is_heading else 1}"/><w:qFormat/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{component}"{_custom(look)}><w:name w:val={attribute(look.name)}/>'
        f'<w:basedOn w:val="Normal"/>{follows}{rank}'
        f"<w:pPr>{_paragraph_look(look)}</w:pPr><w:rPr>{_run_look(look, profile)}</w:rPr></w:style>"
    )


def _custom(look: Look) -> str:
    return ' w:customStyle="1"' if look.name.startswith("KH ") else ""


def _paragraph_look(look: Look) -> str:
    keep = "<w:keepNext/>" if look.keep_next else ""
    line, kind = (round(look.exact * 20), "exact") if look.exact else (round(look.line * 240), "auto")
    spacing = (
        f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
        f' w:line="{line}" w:lineRule="{kind}"/>'
    )
    indent = f'<w:ind w:firstLine="{twips(look.first_line)}"/>' if look.first_line else ""
    outline = f'<w:outlineLvl w:val="{look.outline - 1}"/>' if look.outline else ""
    return f'{keep}{spacing}{indent}<w:jc w:val="{look.align}"/>{outline}'


def _run_look(look: Look, profile: int) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    return f"{bold}{italic}{_size(look.sizes[profile])}"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _grid() -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return _table_style(
        GRID, "KH Bảng", f"<w:tblBorders>{borders}</w:tblBorders>{_cell_margins(CELL_ENDS, CELL_SIDES)}"
    )


def _frame() -> str:
    return _table_style(FRAME, "KH Khung", _cell_margins(0, 0))


def _table_style(id_: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>{look}</w:tblPr></w:style>'
    )


def _cell_margins(ends: float, sides: float) -> str:
    widths = {"top": ends, "left": sides, "bottom": ends, "right": sides}
    inner = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in widths.items())
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"
