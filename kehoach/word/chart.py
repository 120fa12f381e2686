"""Charts (biểu đồ): native ones that Word edits, columns with their values in words and a dashed line at the promise.

In: `report.model.Chart`. Out: flow: title, drawing, note; and the two parts behind the drawing (chart, workbook).
The labels are the report's own words, so no program rounds a column over the line; below it columns are white, which
also shows in black and white.
"""

import zlib
from collections.abc import Iterator

from kehoach.office.grid import grid_workbook
from kehoach.report.model import Bar, Chart, Report, Sheet, chart_text
from kehoach.word.bookmarks import bookmark_name
from kehoach.word.markup import Flow, Layout, Marked, attribute, block, clean, escaped, properties
from kehoach.word.standard import FONT, LANGUAGE, Component

EMU_PER_MM = 36000
HEIGHT = 60.0
MANY = 12
"""Columns beyond which values stand upright."""
_PALE_NOTE = "Ghi chú: cột trắng là thấp hơn mức kế hoạch."
_FULL, _PALE, _EDGE, _LINE = "9DB2CF", "FFFFFF", "44546A", "000000"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SIZE = 900
_FACES = f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
_DONE, _DATA = "Thực hiện", "Dữ liệu"
WORKBOOK_LINK = "rIdWorkbook"
"""By which id the chart knows its workbook."""


def chart_flow(chart: Chart, width: float) -> Flow:
    """Title, chart and, where a column is pale, what that means."""
    yield block(f"{chart.id}.ten", Component.TABLE_CAPTION, (chart.title,))
    yield _drawing(chart, width)
    if any(bar.is_below for bar in chart.bars):
        yield block(f"{chart.id}.ghi_chu", Component.TABLE_NOTE, (_PALE_NOTE,))


def charts_of(content: Report | Sheet) -> Iterator[Chart]:
    """Every chart of a document, in order."""
    annexed = (b for a in content.annexes for b in a.blocks) if isinstance(content, Report) else ()
    yield from (b for b in (*content.blocks, *annexed) if isinstance(b, Chart))


def relation_of(chart: Chart) -> str:
    """By which id the document knows the chart's part."""
    return f"rId_{bookmark_name(chart.id)}"


def _drawing(chart: Chart, width: float) -> Marked:
    """The paragraph with the chart; its facts are in the chart, its own words none."""
    size = f'cx="{round(width * EMU_PER_MM)}" cy="{round(HEIGHT * EMU_PER_MM)}"'
    number = zlib.crc32(chart.id.encode()) >> 1
    inner = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name={attribute(chart.title)} descr={attribute(chart.words)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
        f'<c:chart xmlns:c="{_C}" r:id="{relation_of(chart)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    before = f"<w:p>{properties(Component.TABLE_TEXT, Layout(align='center', keep_next=True))}"
    facts = tuple(part for part in chart_text(chart) if not isinstance(part, str))
    return Marked(chart.id, "", facts, before, inner, "</w:p>")


def chart_workbook(chart: Chart, content: Report | Sheet) -> bytes:
    """The numbers behind the chart, as Word opens them for “Edit Data”."""
    rows: list[tuple[str | float, ...]] = [("", _DONE, clean(chart.limit_name))]
    rows += [(clean(bar.name), _value(bar), _limit(chart)) for bar in chart.bars]
    return grid_workbook(_DATA, rows, content.made_on)


def chart_part(chart: Chart) -> str:
    """The chart's XML, in the schema's order."""
    return (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:lang val="{LANGUAGE}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_columns(chart)}{_promise(chart)}{_axes(_step(chart))}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_font()}<c:externalData r:id="{WORKBOOK_LINK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _columns(chart: Chart) -> str:
    pale = "".join(_pale(n) for n, bar in enumerate(chart.bars) if bar.is_below)
    highest = max(map(_value, chart.bars))
    labels = "".join(_label(n, bar, _value(bar) * 3 > highest) for n, bar in enumerate(chart.bars))
    turned = ' rot="-5400000" vert="horz"' if len(chart.bars) > MANY else ""
    values = _numbers("B", [_value(bar) for bar in chart.bars])
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{_name("B", _DONE)}{_look(_FULL)}<c:invertIfNegative val="0"/>{pale}'
        f"<c:dLbls>{labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_font(turned)}"
        f'<c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbls>{_categories(chart)}{values}</c:ser>'
        '<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )


_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _promise(chart: Chart) -> str:
    values = _numbers("C", [_limit(chart)] * len(chart.bars))
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="1"/><c:order val="1"/>'
        f'{_name("C", chart.limit_name)}<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="{_LINE}"/></a:solidFill>'
        '<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f'{_categories(chart)}{values}<c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="1001"/>'
        '<c:axId val="1002"/></c:lineChart>'
    )


def _step(chart: Chart) -> float:
    """Between two lines of the grid: a round share, about five of them."""
    highest = max(map(_value, chart.bars))
    return next((step for step in _STEPS if step * 5 >= highest), _STEPS[-1])


def _axes(step: float) -> str:
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="1002"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{step}"/></c:valAx>'
    )


def _pale(number: int) -> str:
    return f'<c:dPt><c:idx val="{number}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_look(_PALE)}</c:dPt>'


def _label(number: int, bar: Bar, is_tall: bool) -> str:
    """The value in the report's own words, "85,97%": within the column where it is tall, clear of the line."""
    place = "ctr" if is_tall else "outEnd"
    look = f'<a:rPr lang="{LANGUAGE}" sz="{_SIZE}">{_FACES}</a:rPr>'
    words = f"<a:p><a:r>{look}<a:t>{escaped(bar.fact.printed)}</a:t></a:r></a:p>"
    return (
        f'<c:dLbl><c:idx val="{number}"/><c:tx><c:rich><a:bodyPr/>{words}</c:rich></c:tx><c:dLblPos val="{place}"/>'
        f"{_SHOWN}</c:dLbl>"
    )


def _look(colour: str) -> str:
    return (
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln w="6350"><a:solidFill>'
        f'<a:srgbClr val="{_EDGE}"/></a:solidFill></a:ln></c:spPr>'
    )


def _font(turned: str = "") -> str:
    """The document's own font."""
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:p><a:pPr><a:defRPr sz="{_SIZE}">{_FACES}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _name(column: str, words: str) -> str:
    return (
        f"<c:tx><c:strRef><c:f>'{_DATA}'!${column}$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
        f'<c:pt idx="0"><c:v>{escaped(words)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _categories(chart: Chart) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escaped(b.name)}</c:v></c:pt>' for n, b in enumerate(chart.bars))
    count = len(chart.bars)
    return (
        f"<c:cat><c:strRef><c:f>'{_DATA}'!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val=\"{count}\"/>"
        f"{points}</c:strCache></c:strRef></c:cat>"
    )


def _numbers(column: str, values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in enumerate(values))
    count = len(values)
    return (
        f"<c:val><c:numRef><c:f>'{_DATA}'!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>0.00%</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _value(bar: Bar) -> float:
    return float(bar.fact.value)  # type: ignore[arg-type]


def _limit(chart: Chart) -> float:
    return float(chart.limit.value)  # type: ignore[arg-type]
