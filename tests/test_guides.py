"""The guides as pages for a browser, and the sheet for village heads."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from scripts.guides import FOR_OFFICERS, as_page, write_guides
from scripts.village_sheet import FORM, SHEET, village_sheet
from tests.conftest import ROOT
from tests.libreoffice import convert, needs_libreoffice, page_count, printed_lines


class Page(HTMLParser):
    """What a browser makes of a page: every tag closed in its turn, what it points at, its words."""

    VOID = ("meta", "img")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.targets: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.targets += [value for name, value in attrs if name in ("src", "href") and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("goi") / "huong-dan"
    write_guides(place)
    return place


@pytest.mark.parametrize("name", FOR_OFFICERS)
def test_a_page_is_whole_and_all_it_points_at_lies_beside_it(name: str, folder: Path) -> None:
    page = Page((folder / f"{name}.html").read_text(encoding="utf-8"))
    assert page.open == []
    assert [target for target in page.targets if not (folder / target).is_file()] == []
    assert not any(mark in page.words for mark in ("**", "`", "](", "<!--", "| ---"))
    source = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert page.tags.count("h2") == sum(line.startswith("## ") for line in source.splitlines())
    assert page.tags.count("pre") == source.count("\n```") // 2
    assert page.tags.count("img") == source.count("![")


def test_what_is_code_or_looks_like_a_tag_stays() -> None:
    page = Page(
        as_page("# A & B\n\nGõ `x < y` hay **`-p`**, *rồi* [xem](b.md).\n\n- một\n- hai\n\n```bat\na*b*c <d>\n```\n")
    )
    assert "x < y" in page.words and "a*b*c <d>" in page.words and page.targets == ["b.html"]
    assert page.tags.count("li") == 2 and "em" in page.tags and "strong" in page.tags


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_the_sheet_in_the_docs_is_what_the_script_makes() -> None:
    assert parts(village_sheet(FORM.read_bytes())) == parts(SHEET.read_bytes())


@pytest.mark.parametrize("sheet", [pytest.param(SHEET, marks=needs_libreoffice)])
def test_the_sheet_is_one_page_with_room_to_spare(sheet: Path, tmp_path: Path) -> None:
    """Word breaks lines a little otherwise."""
    convert([sheet], "pdf", tmp_path)
    [printed] = tmp_path.glob("*.pdf")
    assert page_count(printed) == 1
    assert max(line.bottom for line in printed_lines(printed)) < 760
