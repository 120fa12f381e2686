"""What Excel, WPS, Google and LibreOffice really write, imitated feature by feature."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kehoach.office.model import CellKind, UnreadableFile
from tests.office.packages import STRICT, parts, read_bytes, read_one, read_rows, relation, relationships, zipped

DATE_STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="&quot;ngày&quot; dd/mm/yyyy"/></numFmts>'
    '<fonts><font><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font></fonts>'
    '<cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="1"/>'
    '<xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>'
    '<dxfs><dxf><font><name val="Wrong"/></font><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>'
)


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        ('<c r="A1"><v>1119</v></c>', CellKind.NUMBER, 1119),
        ('<c r="A1" t="n"><v> 12 </v></c>', CellKind.NUMBER, 12),
        ('<c r="A1"><v>0.30000000000000004</v></c>', CellKind.NUMBER, Decimal("0.3")),
        ('<c r="A1"><v>85.969999999999999</v></c>', CellKind.NUMBER, Decimal("85.97")),
        ('<c r="A1"><v>1.1190E3</v></c>', CellKind.NUMBER, 1119),
        ('<c r="A1"><v>-0</v></c>', CellKind.NUMBER, 0),
        ('<c r="A1"><v>12345678901234567</v></c>', CellKind.NUMBER, 12345678901234600),
        ('<c r="A1"><v>1,5</v></c>', CellKind.TEXT, "1,5"),
        ('<c r="A1"><v>NaN</v></c>', CellKind.TEXT, "NaN"),
        ('<c r="A1"><v>1e999</v></c>', CellKind.TEXT, "1e999"),
        ('<c r="A1"><v>1_000</v></c>', CellKind.TEXT, "1_000"),
        ('<c r="A1"><v>٣</v></c>', CellKind.TEXT, "٣"),
        ('<c r="A1" t="b"><v>1</v></c>', CellKind.BOOL, True),
        ('<c r="A1" t="b"><v>0</v></c>', CellKind.BOOL, False),
        ('<c r="A1" t="b"><v>có</v></c>', CellKind.TEXT, "có"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', CellKind.ERROR, "#REF!"),
        ('<c r="A1" t="str"><v>thôn</v></c>', CellKind.TEXT, "thôn"),
        ('<c r="A1" t="d"><v>2023-03-14</v></c>', CellKind.DATE, date(2023, 3, 14)),
        ('<c r="A1" t="d"><v>2023-03-14T08:30:00Z</v></c>', CellKind.DATE, datetime(2023, 3, 14, 8, 30)),
        ('<c r="A1" t="d"><v>14/3/2023</v></c>', CellKind.TEXT, "14/3/2023"),
        ('<c r="A1" t="inlineStr"><is><t>không phát sinh</t></is></c>', CellKind.TEXT, "không phát sinh"),
        ('<c r="A1" t="inlineStr"><is><r><t>Đồng </t></r><r><t>Cả</t></r></is></c>', CellKind.TEXT, "Đồng Cả"),
        ('<c r="A1" t="s"><v>99</v></c>', CellKind.ERROR, "#REF!"),
        ('<c r="A1" s="99999999"><v>7</v></c>', CellKind.NUMBER, 7),
        ('<c r="A1" t="str"><v>a_x000D_&#10;b_x0001_c</v></c>', CellKind.TEXT, "a\nbc"),
        ('<c r="A1" t="str"><v>_x005F_x0041_</v></c>', CellKind.TEXT, "_x0041_"),
        ('<c r="A1" t="str"><v>_xD83D__xDE00__xD83D_</v></c>', CellKind.TEXT, "😀"),
    ],
)
def test_value_of_a_cell(tmp_path: Path, cell: str, kind: CellKind, value: object) -> None:
    read = read_one(tmp_path, cell)
    assert read is not None
    assert (read.kind, read.value, type(read.value)) == (kind, value, type(value))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" s="0"/>',
        '<c r="A1"><v/></c>',
        '<c r="A1"><v> </v></c>',
        '<c r="A1" t="str"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t/></is></c>',
        '<c r="A1" t="s"><v/></c>',
    ],
)
def test_a_cell_without_content_is_silence(tmp_path: Path, cell: str) -> None:
    assert read_one(tmp_path, cell) is None


@pytest.mark.parametrize(
    ("cell", "kind", "value", "formula"),
    [
        ('<c r="A1"><f>B1+1</f><v>8</v></c>', CellKind.NUMBER, 8, "B1+1"),
        ('<c r="A1"><f>B1+1</f></c>', CellKind.BLANK, None, "B1+1"),
        ('<c r="A1"><f>B1+1</f><v/></c>', CellKind.BLANK, None, "B1+1"),
        ('<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', CellKind.TEXT, "", 'IF(B1="","",B1)'),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CellKind.ERROR, "#DIV/0!", "1/0"),
        ('<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c>', CellKind.NUMBER, 3, "B1:B2"),
    ],
)
def test_formulas_keep_their_text(tmp_path: Path, cell: str, kind: CellKind, value: object, formula: str) -> None:
    read = read_one(tmp_path, cell)
    assert read is not None
    assert (read.kind, read.value, read.formula) == (kind, value, formula)


def test_a_shared_formula_is_written_out_for_each_cell(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1</f><v>1</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="D3"><f t="shared" si="0"/></c></row>'
    )
    cells = read_rows(tmp_path, rows).cells
    assert [cell.formula for cell in cells.values()] == ["A1+$B$1", "A2+$B$1", "B3+$B$1"]
    assert cells[3, 4].kind is CellKind.BLANK


def test_shared_strings_without_phonetics_and_with_the_longest_font(tmp_path: Path) -> None:
    strings = (
        "<si><t>một</t></si>"
        '<si><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve">Ghi chú: </t></r>'
        '<r><rPr><rFont val=".VnTime"/></rPr><t>QuyÕt Th¾ng</t></r></si>'
        "<si><t>chữ</t><rPh sb='0' eb='1'><t>PHIÊN ÂM</t></rPh></si>"
        "<si/>"
        "<si><t>năm</t></si>"
    )
    rows = "".join(f'<row><c t="s"><v>{i}</v></c></row>' for i in range(5))
    sheet = read_rows(tmp_path, rows, strings=strings)
    assert [(c.ref, c.value, c.font) for c in sheet.cells.values()] == [
        ("A1", "một", ""),
        ("A2", "Ghi chú: QuyÕt Th¾ng", ".VnTime"),
        ("A3", "chữ", ""),
        ("A5", "năm", ""),
    ]


def test_cells_and_rows_without_addresses_follow_on(tmp_path: Path) -> None:
    rows = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>'
    sheet = read_rows(tmp_path, rows)
    assert {cell.ref: cell.value for cell in sheet.cells.values()} == {"A1": 1, "D1": 2, "E1": 3, "A6": 4}


def test_styles_give_dates_formats_and_fonts(tmp_path: Path) -> None:
    rows = "<row>" + "".join(f'<c s="{s}"><v>44999</v></c>' for s in range(4)) + "</row>"
    cells = list(read_rows(tmp_path, rows, styles=DATE_STYLES).cells.values())
    assert [c.value for c in cells] == [44999, date(2023, 3, 14), date(2023, 3, 14), 44999]
    assert [c.number_format for c in cells] == ["General", "mm-dd-yy", '"ngày" dd/mm/yyyy', "0.00%"]
    assert [c.font for c in cells] == ["Times New Roman", ".VnTime", "Times New Roman", "Times New Roman"]


@pytest.mark.parametrize(
    ("serial", "value"),
    [
        ("1", date(1900, 1, 1)),
        ("59", date(1900, 2, 28)),
        ("60", 60),
        ("61", date(1900, 3, 1)),
        ("44999.5", datetime(2023, 3, 14, 12)),
        ("44999.99999999999", date(2023, 3, 15)),
        ("2958465", date(9999, 12, 31)),
        ("2958466", 2958466),
        ("1e28", 10**28),
        ("0.5", Decimal("0.5")),
        ("-1", -1),
    ],
)
def test_serial_days_of_1900(tmp_path: Path, serial: str, value: object) -> None:
    read = read_one(tmp_path, f'<c s="1"><v>{serial}</v></c>', styles=DATE_STYLES)
    assert read is not None
    assert read.value == value
    assert type(read.value) is type(value)


@pytest.mark.parametrize(("serial", "value"), [("0", date(1904, 1, 1)), ("60", date(1904, 3, 1)), ("-1", -1)])
def test_serial_days_of_1904(tmp_path: Path, serial: str, value: object) -> None:
    made = parts(
        f'<row><c s="1"><v>{serial}</v></c></row>', styles=DATE_STYLES, properties='<workbookPr date1904="1"/>'
    )
    workbook = read_bytes(zipped(made), tmp_path)
    assert workbook.is_1904
    assert workbook.sheets[0].cells[1, 1].value == value


def test_names_of_one_cell(tmp_path: Path) -> None:
    sheet = parts('<row><c r="C7"><v>1</v></c></row>', after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    names = (
        "<definedName name='tong_ho'>'Số liệu'!$C$7</definedName>"
        "<definedName name='ho_cn.T01'>'SỐ LIỆU'!C7</definedName>"
        "<definedName name='quoted'>'D''or'!$A$1</definedName>"
        "<definedName name='merged'>'Số liệu'!$A$1:$B$2</definedName>"
        "<definedName name='area'>'Số liệu'!$A$1:$B$3</definedName>"
        "<definedName name='local' localSheetId='0'>'Số liệu'!$C$7</definedName>"
        "<definedName name='broken'>#REF!</definedName>"
        "<definedName name='gone'>'Số liệu'!#REF!</definedName>"
        "<definedName name='elsewhere'>[1]Tệp!$A$1</definedName>"
        "<definedName name='constant'>12</definedName>"
        "<definedName name='far'>'Số liệu'!$ZZZ$1</definedName>"
    )
    main = str(sheet["xl/worksheets/sheet1.xml"])
    made = parts(names=names, sheets={'name="Số liệu"': main, 'name="D\'or"': main})
    assert read_bytes(zipped(made), tmp_path).names == {
        "tong_ho": ("Số liệu", 7, 3),
        "ho_cn.T01": ("Số liệu", 7, 3),
        "quoted": ("D'or", 1, 1),
        "merged": ("Số liệu", 1, 1),
    }


def test_what_is_hidden_merged_and_filtered(tmp_path: Path) -> None:
    sheet = read_rows(
        tmp_path,
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3"><c r="E3"><v>1</v></c></row>',
        before='<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/>'
        '<col min="5" max="16384" hidden="1"/></cols>',
        after='<autoFilter ref="A1:E9"/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C3"/></mergeCells>',
    )
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {2, 3, 5}
    assert sheet.merged == ((1, 1, 1, 2), (3, 3, 3, 3))
    assert sheet.has_filter


def test_values_under_a_merged_cell_are_kept(tmp_path: Path) -> None:
    rows = '<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    sheet = read_rows(tmp_path, rows, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    assert [cell.value for cell in sheet.cells.values()] == [1, 2]


def test_sheets_in_order_with_their_states(tmp_path: Path) -> None:
    sheet = str(parts()["xl/worksheets/sheet1.xml"])
    listed = {'name="B"': sheet, 'name="_kehoach" state="veryHidden"': sheet, 'name="A" state="hidden"': sheet}
    workbook = read_bytes(zipped(parts(sheets=listed)), tmp_path)
    assert [(s.name, s.state) for s in workbook.sheets] == [
        ("B", "visible"),
        ("_kehoach", "veryHidden"),
        ("A", "hidden"),
    ]
    assert workbook.sheet(" b ") is workbook.sheets[0]


def test_strict_namespace(tmp_path: Path) -> None:
    made = parts('<row><c t="s"><v>0</v></c></row>', strings="<si><t>xã</t></si>", space=STRICT)
    made = {
        name: str(text).replace(
            "schemas.openxmlformats.org/officeDocument/2006/relationships",
            "purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, text in made.items()
    }
    assert read_bytes(zipped(made), tmp_path).sheets[0].cells[1, 1].value == "xã"


def test_prefixed_namespace(tmp_path: Path) -> None:
    made = parts()
    made["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns="urn:other">'
        "<x:sheetData><x:row><x:c><x:v>5</x:v></x:c><c><v>6</v></c></x:row></x:sheetData></x:worksheet>"
    )
    assert [c.value for c in read_bytes(zipped(made), tmp_path).sheets[0].cells.values()] == [5]


@pytest.mark.parametrize(
    "target", ["/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml", "WORKSHEETS\\Sheet1.xml"]
)
def test_targets_of_every_shape(tmp_path: Path, target: str) -> None:
    made = parts("<row><c><v>5</v></c></row>")
    made["xl/_rels/workbook.xml.rels"] = relationships(relation("rId1", "worksheet", target))
    assert read_bytes(zipped(made), tmp_path).sheets[0].cells[1, 1].value == 5


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    made = parts('<row><c t="inlineStr"><is><t>Đồng Cả</t></is></c></row>')
    made["xl/worksheets/sheet1.xml"] = str(made["xl/worksheets/sheet1.xml"]).encode(encoding)
    assert read_bytes(zipped(made), tmp_path).sheets[0].cells[1, 1].value == "Đồng Cả"


def test_a_missing_style_part_costs_only_the_styles(tmp_path: Path) -> None:
    made = parts('<row><c s="1"><v>5</v></c></row>', styles=DATE_STYLES)
    del made["xl/styles.xml"]
    assert read_bytes(zipped(made), tmp_path).sheets[0].cells[1, 1].value == 5


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"])
def test_a_missing_main_part_is_never_silence(tmp_path: Path, part: str) -> None:
    made = parts('<row><c t="s"><v>0</v></c></row>', strings="<si><t>a</t></si>")
    del made[part]
    with pytest.raises(UnreadableFile, match="damaged"):
        read_bytes(zipped(made), tmp_path)


def test_macros_and_pictures_are_noticed(tmp_path: Path) -> None:
    plain = read_bytes(zipped(parts()), tmp_path)
    assert (plain.has_macro, plain.has_pictures) == (False, False)
    rich = read_bytes(zipped({**parts(), "xl/vbaProject.bin": b"x", "xl/media/image1.png": b"x"}), tmp_path)
    assert (rich.has_macro, rich.has_pictures) == (True, True)


def test_a_note_far_away_costs_nothing(tmp_path: Path) -> None:
    assert list(read_rows(tmp_path, '<row><c r="XFD1048576"><v>1</v></c></row>').cells) == [(1048576, 16384)]
