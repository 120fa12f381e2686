"""The shape of the house: imports run leftward, libraries stay in their rooms, everything says what it is."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kehoach"
ROAD = (
    *("office", "plan", "form", "submission", "dataset", "review", "assessment", "report", "word"),
    *("lint", "proof", "reply", "letter", "issue", "summary", "board", "explain", "changed"),
)
BESIDE = ("finding", "finding_codes", "errors", "vi", "__init__")
FENCES = {
    "openpyxl": ("office", "plan", "form", "review", "reply"),
    "pandas": ("dataset", "review", "assessment"),
    "docx": ("word", "proof"),
    "lxml": ("office", "word", "lint", "board"),
    "click": ("cli", "options", "terminal", "menu", "vietnamese_click"),
    "xlrd": ("office",),
    "xlsxwriter": ("summary",),
    "zipfile": ("office", "word"),
    "xml": ("office", "word"),
}
FILES = sorted(PACKAGE.rglob("*.py"))
REFUSED = {"utils.py", "helpers.py", "common.py", "base.py", "constants.py"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_run_leftward(path: Path) -> None:
    here = room_of(path)
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("kehoach.")}
    if here in BESIDE:
        assert rooms <= {here, *BESIDE}
    elif here in ROAD:
        assert rooms <= {*BESIDE, *ROAD[: ROAD.index(here) + 1]}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    trespassing = {lib for lib, rooms in FENCES.items() if lib in tops and room_of(path) not in rooms}
    assert not trespassing


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_everything_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "module"
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_no_drawers() -> None:
    assert not [path for path in FILES if path.name in REFUSED]


def test_rooms_are_known() -> None:
    beside = {
        "__main__",
        "road",
        "cli",
        "folder",
        "commands",
        "options",
        "terminal",
        "vietnamese_click",
        "waiting",
        "menu",
        "step",
    }
    assert {room_of(path) for path in FILES} <= {*ROAD, *BESIDE, *beside}


def test_names_of_the_sample_are_not_in_the_code() -> None:
    words = ("Quyết Thắng", "2023", "văn hóa", "Hữu Lũng", "culture")
    codes = {name_of(path): code_of(path) for path in FILES}
    assert not [(name, word) for name, code in codes.items() for word in words if word in code]


def code_of(path: Path) -> str:
    """The file without docstrings, notes and examples shown to people as help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
