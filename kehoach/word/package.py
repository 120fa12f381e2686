"""The package of the document (gói .docx): our own clean parts, no template of anybody's behind them.

In: report, document XML, what was written. Out: bytes, not yet frozen.
"""

import io
import re
from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as LINK
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from kehoach.report.model import Chart, Report, Sheet
from kehoach.word.chart import WORKBOOK_LINK, chart_part, chart_workbook, charts_of, relation_of
from kehoach.word.markup import attribute, escaped
from kehoach.word.page import BLANK, NUMBERED, blank_header, numbered_header
from kehoach.word.standard import FONT, LANGUAGE
from kehoach.word.styles import styles_part
from kehoach.word.written import NAMESPACE

DRAFT_PROPERTY = "kehoach-du-thao"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STORE = "{6B1F7A52-3C0E-4D8B-9A57-2E64B0C1D930}"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def package_bytes(report: Report | Sheet, document: str, baseline: str) -> bytes:
    """All parts together."""
    package = Package()
    main = _part(package, "/word/document.xml", KIND.WML_DOCUMENT_MAIN, document)
    package.relate_to(main, LINK.OFFICE_DOCUMENT)
    package.relate_to(
        _part(package, "/docProps/core.xml", KIND.OPC_CORE_PROPERTIES, _core(report)), LINK.CORE_PROPERTIES
    )
    package.relate_to(
        _part(package, "/docProps/app.xml", KIND.OFC_EXTENDED_PROPERTIES, _app()), LINK.EXTENDED_PROPERTIES
    )
    package.relate_to(
        _part(package, "/docProps/custom.xml", KIND.OFC_CUSTOM_PROPERTIES, _custom(report)), LINK.CUSTOM_PROPERTIES
    )
    _relate_document(package, main, report, baseline)
    for number, chart in enumerate(charts_of(report), 1):
        _relate_chart(package, main, report, chart, number)
    data = io.BytesIO()
    package.save(data)
    return data.getvalue()


def _relate_document(package: Package, main: Part, report: Report | Sheet, baseline: str) -> None:
    main.relate_to(_part(package, "/word/styles.xml", KIND.WML_STYLES, styles_part(report.body_size)), LINK.STYLES)
    main.relate_to(_part(package, "/word/settings.xml", KIND.WML_SETTINGS, _settings()), LINK.SETTINGS)
    main.relate_to(_part(package, "/word/fontTable.xml", KIND.WML_FONT_TABLE, _fonts()), LINK.FONT_TABLE)
    headers = {NUMBERED: ("header1", numbered_header()), BLANK: ("header2", blank_header())}
    for id_, (name, xml) in headers.items():
        main.load_rel(LINK.HEADER, _part(package, f"/word/{name}.xml", KIND.WML_HEADER, xml), id_)
    item = _part(package, "/customXml/item1.xml", KIND.XML, baseline)
    item.relate_to(
        _part(package, "/customXml/itemProps1.xml", KIND.OFC_CUSTOM_XML_PROPERTIES, _store()), LINK.CUSTOM_XML_PROPS
    )
    main.relate_to(item, LINK.CUSTOM_XML)


def _relate_chart(package: Package, main: Part, report: Report | Sheet, chart: Chart, number: int) -> None:
    part = _part(package, f"/word/charts/chart{number}.xml", KIND.DML_CHART, chart_part(chart))
    name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    workbook = Part(name, KIND.SML_SHEET, chart_workbook(chart, report), package)
    part.load_rel(LINK.PACKAGE, workbook, WORKBOOK_LINK)
    main.load_rel(LINK.CHART, part, relation_of(chart))


def _part(package: Package, name: str, kind: str, xml: str) -> Part:
    return Part(PackURI(name), kind, (_DECLARATION + xml).encode(), package)


def _core(report: Report | Sheet) -> str:
    title = report.title
    moment = f'xsi:type="dcterms:W3CDTF">{report.made_on.isoformat()}T00:00:00Z'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(report.author)}</dc:creator>"
        f"<cp:keywords>{escaped(', '.join(report.keywords))}</cp:keywords><dc:language>{LANGUAGE}</dc:language>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )


def _app() -> str:
    return f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>kehoach</Application></Properties>'


def _custom(report: Report | Sheet) -> str:
    """Custom properties: the identity, and that it is a draft."""
    draft = {DRAFT_PROPERTY: report.draft_reason} if report.draft_reason else {}
    values: Mapping[str, str] = {**{f"kehoach-{key}": value for key, value in report.identity.items()}, **draft}
    listed = "".join(
        f'<property fmtid="{_PROPERTY_SET}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{listed}</Properties>'


def without_draft_property(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts of a document without the property that calls it a draft."""
    named = re.compile(rf'<property\b[^>]*name="{DRAFT_PROPERTY}"[^>]*>.*?</property>'.encode(), re.DOTALL)
    return {name: named.sub(b"", data) if name == "docProps/custom.xml" else data for name, data in parts.items()}


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts() -> str:
    return (
        f'<w:fonts xmlns:w="{_W}"><w:font w:name="{FONT}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _store() -> str:
    return (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
