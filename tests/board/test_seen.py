"""The board in a browser: nothing asked for, nothing complained of, nothing beyond the edge, on phone and paper."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.commands import build, check
from tests.chromium import Browser, browser, needs_chromium
from tests.libreoffice import page_count, printed_lines

pytestmark = [*needs_chromium, pytest.mark.xdist_group("year")]
WIDTHS = (360, 768, 1280)


@pytest.fixture(scope="module")
def pages(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path, second_sample: Path, empty_quarter: Path
) -> list[Path]:
    """Every quarter of the first sample, the last of the second, and a quarter in which nobody has sent yet."""
    build.run(second_sample, "2026-Q4", None, None, False, False, False, None, lambda _: None)
    first = [sample_folder / "output" / quarter for quarter in year]
    return [f / "theo-doi.html" for f in (*first, second_sample / "output" / "2026-Q4", empty_quarter)]


@pytest.fixture(scope="module")
def empty_quarter(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Path:
    inbox, output = tmp_path_factory.mktemp("chua-ai-gui"), tmp_path_factory.mktemp("ket-qua")
    check.run(sample_folder, "2023-Q1", inbox, output, lambda _: None)
    return output


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


def test_a_page_asks_for_itself_alone_and_nothing_complains(window: Browser, pages: list[Path]) -> None:
    for page in pages:
        window.open(page)
        assert window.requests() == [page.as_uri()]
        assert window.complaints() == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_lies_beyond_the_edge(window: Browser, pages: list[Path], width: int) -> None:
    window.look(width)
    for page in pages:
        window.open(page)
        assert window.ask("return document.documentElement.scrollWidth") <= width, page


def test_the_schemes_differ_and_both_are_drawn(window: Browser, pages: list[Path]) -> None:
    window.open(pages[3])
    pictures = []
    for scheme in ("light", "dark"):
        window.look(1280, scheme)
        pictures.append(window.picture())
        colours = window.ask("const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]")
        assert len(set(colours)) == 2
    assert pictures[0] != pictures[1] and min(map(len, pictures)) > 50_000


def test_the_keyboard_reaches_everything_in_the_order_it_is_read(window: Browser, pages: list[Path]) -> None:
    window.look(1280)
    window.open(pages[3])
    window.ask("window.all = [...document.querySelectorAll('a, summary, [tabindex]')]")
    reached = []
    for _ in range(window.ask("return window.all.length")):
        for kind in ("keyDown", "keyUp"):
            window.tell("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        reached.append(window.ask("return window.all.indexOf(document.activeElement)"))
        outline = window.ask("const s = getComputedStyle(document.activeElement); return s.outlineStyle")
        assert outline != "none"
    assert reached == sorted(reached) and reached == list(range(len(reached)))


def test_a_phone_shows_who_has_sent_and_how_tasks_stand_without_a_swipe(window: Browser, pages: list[Path]) -> None:
    window.look(360)
    window.open(pages[3])
    edges = window.ask(
        "return ['.received tbody td:last-child .badge', '.tasks tbody td:nth-child(2) .badge']"
        ".flatMap(s => [...document.querySelectorAll(s)].map(b => b.getBoundingClientRect().right))"
    )
    assert len(edges) == 19 + 9 and max(edges) <= 360
    hidden = "return document.querySelector('.received td .words').getBoundingClientRect().width"
    assert window.ask(hidden) <= 1
    window.look(1280)
    assert window.ask(hidden) > 20


def test_what_is_folded_on_the_screen_is_printed(window: Browser, pages: list[Path], tmp_path: Path) -> None:
    window.open(pages[3])
    folded = "document.querySelectorAll('details').forEach(d => { d.open = false; }); "
    assert window.ask(folded + "return document.querySelectorAll('details').length")
    pdf = tmp_path / "gap.pdf"
    pdf.write_bytes(window.printed())
    assert any("KT-70" in line.text for line in printed_lines(pdf))


def test_paper_holds_all_of_it(window: Browser, pages: list[Path], tmp_path: Path) -> None:
    for number, page in enumerate(pages):
        window.open(page)
        pdf = tmp_path / f"{number}.pdf"
        pdf.write_bytes(window.printed())
        words = {word for line in printed_lines(pdf) for word in line.text.split()}
        titles = window.ask("return [...document.querySelectorAll('h2, h3')].map(h => h.textContent)")
        assert titles and not [title for title in titles if not set(title.split()) <= words]
        assert 1 <= page_count(pdf) <= 6
