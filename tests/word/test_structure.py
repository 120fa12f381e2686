"""The parts are well-formed, and children stand in the order that Word's schema asks for."""

import io
import zipfile

import pytest
from lxml import etree

from kehoach.report import model
from kehoach.word.write import report_document
from tests.word import sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc"
    " textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing kern sz szCs highlight u lang",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "trPr": "cantSplit tblHeader",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p tbl",
    "styles": "docDefaults latentStyles style",
}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(report_document(sample.report()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_part_is_xml_and_every_link_leads_somewhere(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        root = etree.fromstring(content)
        if name.endswith(".rels"):
            folder = name.rpartition("_rels/")[0]
            for link in root:
                target = link.get("Target", "")
                assert (target.lstrip("/") if target.startswith("/") else folder + target).replace(
                    "word/../", ""
                ) in parts


def test_every_part_has_a_content_type(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {t.get("PartName") for t in types} | {t.get("Extension") for t in types}
    assert all(f"/{name}" in named or name.rpartition(".")[2] in named for name in parts if name[0] != "[")


@pytest.mark.parametrize("name", ["document", "styles", "settings", "header1", "header2"])
def test_children_stand_in_the_order_of_the_schema(parts: dict[str, bytes], name: str) -> None:
    root = etree.fromstring(parts[f"word/{name}.xml"])
    seen = 0
    for element in root.iter():
        order = ORDER.get(etree.QName(element).localname)
        if order is None:
            continue
        children = [etree.QName(c).localname for c in element if "bookmark" not in c.tag]
        places = [order.split().index(child) for child in children]
        assert places == sorted(places), (element.tag, children)
        seen += 1
    assert seen


def test_no_theme_no_macro_no_picture(parts: dict[str, bytes]) -> None:
    assert not [n for n in parts if "theme" in n or "media" in n or n.endswith(".bin")]
    assert b"Theme=" not in parts["word/styles.xml"]


def test_every_style_used_is_there_and_bookmarks_are_paired(parts: dict[str, bytes]) -> None:
    document, styles = (etree.fromstring(parts[f"word/{n}.xml"]) for n in ("document", "styles"))
    known = {s.get(f"{W}styleId") for s in styles.iter(f"{W}style")}
    used = {e.get(f"{W}val") for tag in ("pStyle", "tblStyle", "rStyle") for e in document.iter(f"{W}{tag}")}
    assert used <= known
    starts = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart")]
    ends = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd")]
    assert sorted(starts) == sorted(ends)
    assert len(set(starts)) == len(starts)


def test_style_names_have_no_comma(parts: dict[str, bytes]) -> None:
    """A comma would begin another name of the same style."""
    names = [n.get(f"{W}val", "") for n in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}name")]
    assert len(names) > 30
    assert not [name for name in names if "," in name]


def test_what_a_person_typed_cannot_break_the_document() -> None:
    bad = "a < b & c > d ]]> \x0b\x00\ufffe \U0001f600 dòng một\r\ndòng hai\tcột"
    head = sample.head(place=bad, symbol=bad, superior=bad, addressees=(bad, bad), issuer_name=bad)
    blocks = (model.Paragraph('x"<>', (bad, model.Fact("a<", bad, bad))), model.Paragraph("ket", (bad,)))
    report = sample.report(head=head, blocks=blocks, draft_reason=bad, identity={"plan": bad}, author=bad)
    with zipfile.ZipFile(io.BytesIO(report_document(report))) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def test_nothing_at_all_is_still_a_document() -> None:
    head = sample.head(superior="", issuer_lines=(), subject=(), addressees=(), kind="")
    foot = model.Foot((), (), "", "")
    report = sample.report(head=head, blocks=(), foot=foot, annexes=(), identity={}, draft_reason="")
    assert report_document(report).startswith(b"PK")
