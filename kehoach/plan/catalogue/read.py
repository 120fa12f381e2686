"""The catalogue's text files → indicators, parties, bases of rates and the report's frame.

A block `[Chỉ tiêu]` or `[Số liệu: tong_ho]` is a row of that sheet, its lines the row's cells by header.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kehoach.plan.columns import Sheet
from kehoach.plan.records import Record, read_blocks
from kehoach.plan.sheets import SHEETS
from kehoach.plan.texts import read_list
from kehoach.vi.dates import read_date
from kehoach.vi.names import fold

CatalogueRow = tuple[Sheet, Record]
"""A sheet, and a row of it by column key."""

_WORDS = re.compile(r"[^\w%]+")
_NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True)
class Indicator:
    """Chỉ tiêu thường gặp: the phrases it is recognised by, those that say it is another, and its rows.

    `measure` and `change` must be those of the target. `baselines` are elements whose value of last year is needed.
    """

    name: str
    phrases: tuple[str, ...]
    others: tuple[str, ...]
    measure: str
    change: str
    baselines: tuple[str, ...]
    rows: tuple[CatalogueRow, ...]

    def fit(self, text: str, measure: str, change: str) -> int:
        """How many letters of the text are recognised; 0 where it is none of these."""
        if measure != self.measure or change != self.change or any(says(text, other) for other in self.others):
            return 0
        return max((len(phrase) for phrase in self.phrases if says(text, phrase)), default=0)


@dataclass(frozen=True)
class KnownParty:
    """Bên thường gặp: `unit` is the code its own unit gets, `kind` the kind of units it stands for or its unit has;
    `short` stands for it in the symbols of letters.
    """

    code: str
    name: str
    phrases: tuple[str, ...]
    unit: str
    kind: str
    short: str


@dataclass(frozen=True)
class RateBase:
    """Mẫu số thường gặp: nouns a rate is of, words that narrow them to something else, the expression of the whole (""
    where it must be asked for), its elements' rows, who is asked, and the unit of measure.

    A group (`is_group`) is the whole only where the sentence speaks of all of it, not of a part that it narrows.
    `within` are elements that a whole asked for by itself is a part of.
    """

    phrases: tuple[str, ...]
    others: tuple[str, ...]
    expression: str
    subject: str
    is_yes_no: bool
    measure: str
    rows: tuple[CatalogueRow, ...]
    is_group: bool = False
    within: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The elements that make up the whole."""
        return tuple(row["code"] for _, row in self.rows)


@dataclass(frozen=True)
class Column:
    """Cột số trong bảng các thôn: the element it holds, the headers it is known by, its own in `Đơn vị` (a size)."""

    code: str
    phrases: tuple[str, ...]
    size: str


@dataclass(frozen=True)
class ChangedBody:
    """Cơ quan không còn: the phrases it is known by, words for its level in a name, names that keep the word all the
    same, since when it is gone, and what is now.
    """

    phrases: tuple[str, ...]
    levels: tuple[str, ...]
    others: tuple[str, ...]
    since: date
    now: str

    def is_named_by(self, name: str) -> bool:
        """Whether a recipient of that name is one of them."""
        words = f" {_NOT_WORD.sub(' ', unicodedata.normalize('NFC', name).casefold())} "
        if any(f" {other} " in words for other in self.others):
            return False
        return any(f" {level} " in words for level in self.levels) or any(says(name, p) for p in self.phrases)


def says(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text one after another, whatever their accents' place and case."""
    return f" {plain(phrase)} " in f" {plain(text)} "


def plain(text: str) -> str:
    """Folded words with one space between, without punctuation."""
    return _WORDS.sub(" ", fold(text)).strip()


@cache
def indicators() -> tuple[Indicator, ...]:
    """All indicators, by file name."""
    folder = files(__package__) / "chi-tieu"
    return tuple(read_indicator(file) for file in sorted(folder.iterdir(), key=lambda f: f.name) if _is_text(file))


@cache
def known_parties() -> tuple[KnownParty, ...]:
    """All parties, in the file's order."""
    return tuple(
        KnownParty(
            code,
            r["Tên"],
            (r["Tên"], *read_list(r.get("Nhận ra", ""))),
            r.get("Mã đơn vị", ""),
            r.get("Loại", ""),
            r.get("Viết tắt", r.get("Mã đơn vị", "")),
        )
        for code, r in _blocks("ben-thuc-hien.txt")
        if code
    )


@cache
def rate_bases() -> tuple[RateBase, ...]:
    """All bases of rates."""
    return tuple(
        RateBase(
            read_list(r["Nhận ra"]),
            read_list(r.get("Không phải", "")),
            r.get("Mẫu số", ""),
            r["Hỏi"],
            r.get("Có/không") == "có",
            r.get("Đơn vị tính", ""),
            tuple(row for row in _shared_elements() if row[1]["code"] in re.findall(r"\w+", r.get("Mẫu số", ""))),
            r.get("Nhóm") == "có",
            read_list(r.get("Nằm trong", "")),
        )
        for _, r in _blocks("mau-so.txt")
        if r
    )


@cache
def _shared_elements() -> tuple[CatalogueRow, ...]:
    return tuple(_rows(_blocks("so-lieu-chung.txt")))


@cache
def columns() -> tuple[Column, ...]:
    """Columns of numbers that tables of villages usually have."""
    blocks = _blocks("cot-phu-luc.txt")
    return tuple(Column(code, read_list(r["Nhận ra"]), r.get("Quy mô", "")) for code, r in blocks if r)


@cache
def frame() -> tuple[CatalogueRow, ...]:
    """The rows that every plan's workbook begins with: elements, sections and sentences of the report."""
    return tuple(_rows(_blocks("khung.txt")))


@cache
def letter_sentences() -> tuple[tuple[str, str], ...]:
    """Sentences of letters and messages by code, several of a code in the order in which they are tried."""
    return tuple((row["code"], row["text"]) for _, row in _rows(_blocks("cong-van.txt")))


@cache
def evidence_words() -> tuple[tuple[str, str], ...]:
    """Beginnings of tasks that end in a document, and what proves them done."""
    return tuple((phrase, r["Minh chứng"]) for _, r in _blocks("minh-chung.txt") for phrase in read_list(r["Nhận ra"]))


def recognised(text: str, measure: str, change: str) -> Indicator | None:
    """The indicator that a target is; the one of which most is said, None where none fits."""
    best = max(indicators(), key=lambda i: i.fit(text, measure, change))
    return best if best.fit(text, measure, change) else None


def _is_text(file: Traversable) -> bool:
    return file.name.endswith(".txt")


def _blocks(name: str) -> Sequence[tuple[str, Record]]:
    return list(read_blocks((files(__package__) / name).read_text(encoding="utf-8")))


def read_indicator(file: Traversable) -> Indicator:
    """The indicator of one file."""
    (_, about), *blocks = read_blocks(file.read_text(encoding="utf-8"))
    return Indicator(
        about["Tên"],
        read_list(about["Nhận ra"]),
        read_list(about.get("Không phải", "")),
        about["Đơn vị tính"],
        about.get("So với năm trước", ""),
        read_list(about.get("Cần số năm trước", "")),
        tuple(_rows(blocks)),
    )


def _rows(blocks: "Sequence[tuple[str, Record]] | Iterator[tuple[str, Record]]") -> Iterator[CatalogueRow]:
    """Blocks as rows of sheets. KeyError names a sheet or a column that there is none of."""
    by_name = {sheet.name: sheet for sheet in SHEETS}
    for head, record in blocks:
        if head:
            name, _, code = head.partition(":")
            sheet = by_name[name.strip()]
            keys = {column.header: column.key for column in sheet.columns}
            row = {keys[header]: value for header, value in record.items()}
            yield sheet, ({sheet.columns[0].key: code.strip()} if code else {}) | row


@cache
def usual_slips() -> tuple[tuple[str, str], ...]:
    """Words as they are slipped, and what is meant."""
    return tuple((wrong, r["Đúng"]) for _, r in _blocks("loi-thuong-gap.txt") if r for wrong in read_list(r["Sai"]))


@cache
def usual_abbreviations() -> tuple[tuple[str, str], ...]:
    """Abbreviations in the names of bodies, the longest first, and what they stand for."""
    found = ((head, r["Đầy đủ"]) for head, r in _blocks("chu-viet-tat.txt") if r)
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def changed_bodies() -> tuple[ChangedBody, ...]:
    """Bodies that are no more."""
    return tuple(
        ChangedBody(
            read_list(r["Nhận ra"]),
            read_list(r.get("Cấp", "")),
            read_list(r.get("Trừ", "")),
            _day(r["Từ"]),
            r["Nay"],
        )
        for _, r in _blocks("co-quan-da-doi.txt")
        if r
    )


def gone_body(name: str, day: date) -> ChangedBody | None:
    """What a recipient of that name is, if it is no more on that day; None for one that still is."""
    return next((body for body in changed_bodies() if body.since <= day and body.is_named_by(name)), None)


@cache
def documents() -> tuple[tuple[str, date, date | None, str], ...]:
    """Documents often cited: number, in force from and to, what came instead."""
    return tuple(
        (number, _day(r["Từ"]), _day(r["Đến"]) if "Đến" in r else None, r.get("Thay bằng", ""))
        for number, r in _blocks("van-ban.txt")
        if r
    )


def _day(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise ValueError(text)
    return day
