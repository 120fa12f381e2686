"""The shape of the house: imports run leftward, libraries stay in their rooms, everything says what it is."""

import ast
import re
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "kehoach"
ROAD = (
    *("office", "plan", "form", "submission", "dataset", "review", "assessment", "report", "word"),
    *("lint", "proof", "reply", "letter", "handover", "issue", "summary", "board", "explain", "changed"),
)
BESIDE = ("file_names", "finding", "finding_codes", "errors", "vi", "__init__")
FENCES = {
    "openpyxl": ("office", "plan", "form", "review", "reply"),
    "pandas": ("dataset",),
    "docx": ("word", "proof"),
    "lxml": ("office", "word", "board"),
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


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """Every module a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def test_imports_run_leftward() -> None:
    """Of the road's rooms, and of what they all stand on; what leads along the road may import anything."""
    bound = [path for path in FILES if room_of(path) in (*ROAD, *BESIDE)]
    rooms = {path: {name.split(".")[1] for name in imported(path) if name.startswith("kehoach.")} for path in bound}
    too_far = {name_of(path): found - reach_of(room_of(path)) for path, found in rooms.items()}
    assert len(bound) > 300 and not {name: beyond for name, beyond in too_far.items() if beyond}


def reach_of(room: str) -> set[str]:
    """What a room may import from."""
    return {room, *BESIDE} if room in BESIDE else {*BESIDE, *ROAD[: ROAD.index(room) + 1]}


def test_libraries_stay_in_their_rooms() -> None:
    tops = {path: {name.split(".")[0] for name in imported(path)} for path in FILES}
    inside = {path: {lib for lib, rooms in FENCES.items() if room_of(path) in rooms} for path in FILES}
    trespassing = {name_of(path): (found & FENCES.keys()) - inside[path] for path, found in tops.items()}
    assert not {name: libraries for name, libraries in trespassing.items() if libraries}


def test_everything_public_says_what_it_is() -> None:
    assert not [f"{name_of(path)} {name}" for path in FILES for name in silent(tree_of(path))]


def silent(tree: ast.Module) -> list[str]:
    """Names without a docstring; "module" for the file itself."""
    public = (n for n in tree.body if isinstance(n, ast.ClassDef | ast.FunctionDef) and not n.name.startswith("_"))
    said = [("module", ast.get_docstring(tree)), *((node.name, ast.get_docstring(node)) for node in public)]
    return [name for name, docstring in said if not docstring]


def test_files_fit_a_few_screens_and_functions_one() -> None:
    files = {name_of(path): code_lines(tree_of(path), path.read_text(encoding="utf-8")) for path in FILES}
    functions = [
        (path, node) for path in FILES for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)
    ]
    lengths = {f"{name_of(path)} {node.name}": span(node) - span(docstring_of(node)) for path, node in functions}
    assert not {name: lines for name, lines in files.items() if lines > 300}
    assert not {name: lines for name, lines in lengths.items() if lines > 40}


def code_lines(tree: ast.Module, text: str) -> int:
    """Lines of a file without docstrings, tables of data and blank lines."""
    documented = (n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef))
    data = (node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    return sum(map(bool, text.split("\n"))) - sum(map(span, (*map(docstring_of, documented), *data)))


def docstring_of(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> ast.stmt | None:
    return node.body[0] if ast.get_docstring(node) else None


def span(node: ast.stmt | None) -> int:
    """Lines from the first to the last, 0 for nothing."""
    return (node.end_lineno or node.lineno) - node.lineno + 1 if node else 0


def test_no_drawers() -> None:
    assert not [path for path in FILES if path.name in REFUSED]


def test_rooms_are_known() -> None:
    beside = {
        "__main__",
        "road",
        "outputs",
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


def test_the_page_for_developers_names_every_room_and_module() -> None:
    page = (PACKAGE.parent / "docs" / "developing.md").read_text(encoding="utf-8")
    named = {name.strip("/").removesuffix(".py") for name in re.findall(r"`(?:kehoach/)?([a-z_]+(?:/|\.py)?)`", page)}
    assert {room_of(path) for path in FILES} - named == {"__init__", "__main__"}


def test_names_of_the_sample_are_not_in_the_code() -> None:
    words = ("Quyết Thắng", "2023", "văn hóa", "Hữu Lũng", "culture")
    named = [path for path in FILES if any(word in path.read_text(encoding="utf-8") for word in words)]
    codes = {name_of(path): code_of(path) for path in named}
    assert not [(name, word) for name, code in codes.items() for word in words if word in code]


def code_of(path: Path) -> str:
    """The file without docstrings, notes and examples shown to people as help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
