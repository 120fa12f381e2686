"""Villages by name (tên từng thôn): in a table of the plan or of its annexes, under a column that says so, with the
numbers that stand beside them; else in the words that give the villages their duty.
"""

import re
from collections.abc import Iterable, Iterator

from kehoach.office.prose import Prose, TextTable
from kehoach.plan.signed.model import Said, SignedFigure
from kehoach.plan.texts import read_number
from kehoach.vi.names import fold, tidy

KINDS = "thon|ap|ban|xom|to dan pho|khu pho|khu dan cu|khom|buon"
_HEADER = re.compile(rf"(?:ten )?({KINDS})(?:[,/] ?[\w ]{{2,20}})?")
_NO_NAME = re.compile(r"(?:tong|cong|toan (?:xa|phuong|thi tran))\b|\W*\d*\W*$")
_NO_FIGURE = re.compile(r"(?:so )?(?:tt|stt)|ghi chu|")
LEAST = 2
"""A single name under such a header is no list of them."""
_WORD = r"(?!(?:Trường|Trạm|Hội|Đoàn|Ban|Phòng|Công|Ủy|Uỷ|Đảng|Mặt|Trung|Chi|Tổ|Các)\b)[A-ZĐÀ-ỸƯƠ][\wà-ỹ]*"
_NAME = rf"(?:[Tt]hôn |[Ấấ]p |[Bb]ản |[Xx]óm )?{_WORD}(?: (?:{_WORD}|\d{{1,2}}))*(?=\s*(?:[,;:.()]|$|và\s))"
_LIST = rf"{_NAME}(?:(?:\s*[,;]\s*(?:và )?|\s+và\s+){_NAME})+"
_SPOKEN = re.compile(
    rf"\b[Cc]ác (?P<kind>thôn|ấp|bản|xóm|tổ dân phố|khu phố|khu dân cư|khóm|buôn)(?:\s*[:(]\s*|\s+)(?P<names>{_LIST})"
)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:và )?|\s+và\s+")


def villages_of(prose: Prose, duties: Iterable[str] = ()) -> tuple[Said, ...]:
    """The names of the first table that lists them, each with its generic word in front; else those that a duty lists,
    which may not be all and are never sure.
    """
    tables = (part for part in prose if isinstance(part, TextTable))
    listed = next((names for table in tables if len(names := tuple(_named(table))) >= LEAST), ())
    return listed or next((names for text in duties if (names := spoken_villages(text))), ())


def spoken_villages(text: str) -> tuple[Said, ...]:
    """ "Các thôn: Nà Pha, Bản Cuôn: họp dân" → both; () where nothing of the kind is said."""
    found = _SPOKEN.search(text)
    if found is None:
        return ()
    word = found["kind"].capitalize()
    return tuple(Said(_with(word, name), text, False) for name in _BETWEEN.split(found["names"]))


def around_villages(text: str) -> tuple[str, str]:
    """What stands before such a list and what behind it; ("", "") where there is none."""
    found = _SPOKEN.search(text)
    return (text[: found.start("names")], text[found.end("names") :]) if found else ("", "")


def figures_of(prose: Prose, villages: Iterable[Said]) -> Iterator[SignedFigure]:
    """The numbers beside the names in every table that lists these villages."""
    known = {fold(said.text) for said in villages}
    for table in (part for part in prose if isinstance(part, TextTable)):
        names = list(_named(table))
        if len(names) < LEAST or not {fold(said.text) for said in names} <= known:
            continue
        at, _, _ = next(_columns(table))
        titles = [tidy(" ".join(cell)) for cell in table.rows[at]]
        rows = {" | ".join(tidy(" ".join(cell)) for cell in row): row for row in table.rows[at + 1 :]}
        for said in names:
            for title, cell in zip(titles, rows[said.source], strict=False):
                value = tidy(" ".join(cell))
                if not _NO_FIGURE.fullmatch(fold(title)) and read_number(value.removesuffix("%").strip()) is not None:
                    yield SignedFigure(said.text, title, value, said.source)


def _columns(table: TextTable) -> Iterator[tuple[int, int, str]]:
    """Row and column of the header that says village, and the word for one."""
    for at, row in enumerate(table.rows[:2]):
        for column, cell in enumerate(row):
            header = tidy(" ".join(cell))
            if found := _HEADER.fullmatch(fold(header)):
                start = found.start(1)
                yield at, column, header[start : start + len(found[1])].capitalize()


def _named(table: TextTable) -> Iterator[Said]:
    for at, column, word in _columns(table):
        yield from _below(table, at, column, word)
        return


def _below(table: TextTable, at: int, column: int, word: str) -> Iterator[Said]:
    seen: set[str] = set()
    for row in table.rows[at + 1 :]:
        text = tidy(" ".join(row[column])) if column < len(row) else ""
        if not text or _NO_NAME.match(fold(text)) or fold(text) in seen:
            continue
        seen.add(fold(text))
        source = " | ".join(tidy(" ".join(cell)) for cell in row)
        yield Said(_with(word, text), source)


def _with(word: str, name: str) -> str:
    """With its generic word in front: "Thôn Bản Mới" is another than "Bản Mới"."""
    is_bare = bool(word) and not fold(name).startswith(f"{fold(word)} ")
    return f"{word} {name}" if is_bare else name
