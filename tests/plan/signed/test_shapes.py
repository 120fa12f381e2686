"""One plan in every shape that Word leaves it in says the same: runs cut anywhere, letters apart from their accents,
numbers typed or automatic, head in a table or under tabs, a page that ends in mid-sentence, tasks as lines, sentences
or rows of a table.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import Phase, given
from hypothesis import strategies as st

from kehoach.office.prose import prose_of
from kehoach.plan.signed.read import understand
from tests.examples import examples
from tests.plan.signed.counted import Cells, read
from tests.plan.signed.documents import add_list, numbered

LEFT = ("UBND XÃ ĐỒI SIM", "BAN CHỈ ĐẠO NGÕ SẠCH", "Số: 05/KH-BCĐ")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đồi Sim, ngày 12 tháng 01 năm 2026")
TITLE = ("KẾ HOẠCH", "Thực hiện phong trào “Ngõ sạch, vườn xanh” năm 2026")
OPENING = (
    "Căn cứ Nghị quyết số 02/NQ-HĐND ngày 05/01/2026 của Hội đồng nhân dân xã Đồi Sim về nhiệm vụ năm 2026;",
    "Ban Chỉ đạo Ngõ sạch xã Đồi Sim xây dựng kế hoạch năm 2026 như sau:",
)
TARGETS = (
    "Tỷ lệ hộ gia đình phân loại rác: 86% trở lên.",
    "Trên 50% số thôn có vườn ươm.",
    "Giảm tỷ lệ hộ cận nghèo xuống dưới 5%.",
    "Tổ chức tối thiểu 12 lớp trồng hoa.",
    "Không để xảy ra cháy rừng.",
)
TASKS = (
    ("Phát động ngày Chủ nhật xanh ở các thôn", "Đoàn Thanh niên xã", "Hội Nông dân xã", "Quý I năm 2026"),
    ("Đặt thùng rác ở chợ và nhà văn hóa", "Phòng Kinh tế", "các thôn", "trước ngày 30/11"),
    ("Chấm điểm ngõ đẹp cuối năm", "Ủy ban MTTQ xã", "Hội Liên hiệp Phụ nữ xã", "6 tháng cuối năm"),
)
DUTIES = (
    ("Phòng Kinh tế", "Là thường trực, tổng hợp kết quả báo cáo Ban Chỉ đạo."),
    ("Các thôn", "Họp dân, chọn việc, làm xong thì báo về xã."),
)
FOOT_LEFT = ("Nơi nhận:", "- UBND tỉnh (b/c);", "- Các thôn (t/h);", "- Lưu: VT, KT.")
FOOT_RIGHT = ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "", "Tòng Thị Mẫu")
HEADERS = ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian")


@dataclass(frozen=True)
class Shape:
    """How the document is written; `seed` decides where runs are cut and pages end."""

    is_columns_table: bool
    is_automatic: bool
    tasks: str
    form: str
    most_run: int
    is_broken: bool
    seed: int


SHAPES = st.builds(
    Shape,
    st.booleans(),
    st.booleans(),
    st.sampled_from(("lines", "sentence", "table")),
    st.sampled_from(("NFC", "NFD")),
    st.integers(1, 40),
    st.booleans(),
    st.integers(0, 10_000),
)
PLAINEST = Shape(True, False, "lines", "NFC", 1000, False, 0)


class _Writer:
    def __init__(self, shape: Shape) -> None:
        self._shape, self._random = shape, Random(shape.seed)
        self._document: Any = docx.Document()
        add_list(self._document)

    def written(self) -> bytes:
        self._columns(LEFT, RIGHT)
        for line in (*TITLE, *OPENING):
            self._line(line)
        self._labelled("I.", "CÁC CHỈ TIÊU NĂM 2026", 1)
        for number, text in enumerate(TARGETS, 1):
            self._labelled("1.", text, number)
        self._labelled("I.", "NHIỆM VỤ", 2)
        self._tasks()
        self._labelled("I.", "TỔ CHỨC THỰC HIỆN", 3)
        for number, (name, duty) in enumerate(DUTIES, 1):
            self._labelled("1.", name, number)
            self._labelled("-", duty, 1)
        self._line("Trên đây là kế hoạch năm 2026 của Ban Chỉ đạo./.")
        self._columns(FOOT_LEFT, FOOT_RIGHT)
        saved = io.BytesIO()
        self._document.save(saved)
        return saved.getvalue()

    def _tasks(self) -> None:
        if self._shape.tasks == "table":
            self._table((HEADERS, *((str(n), *task) for n, task in enumerate(TASKS, 1))))
            return
        for number, (text, lead, others, time) in enumerate(TASKS, 1):
            if self._shape.tasks == "sentence":
                whole = f"{text}. Chủ trì: {lead}; phối hợp: {others}; thời gian: {time}."
                self._labelled("1.", whole, number)
                continue
            self._labelled("1.", f"{text}.", number)
            for key, value in (("Thực hiện", lead), ("Phối hợp thực hiện", others), ("Thời gian thực hiện", time)):
                self._labelled("-", f"{key}: {value}.", 1)

    def _labelled(self, label: str, text: str, number: int) -> None:
        if self._shape.is_automatic:
            numbered(self._line(text, may_break=False), label)
            return
        typed = {"I.": f"{'I' * number}.", "1.": f"{number}.", "-": "-"}[label]
        self._line(f"{typed} {text}")

    def _columns(self, left: Sequence[str], right: Sequence[str]) -> None:
        if self._shape.is_columns_table:
            row = self._document.add_table(1, 2).rows[0]
            for cell, lines in zip(row.cells, (left, right), strict=True):
                for line in lines:
                    self._runs(cell.add_paragraph(), line)
            return
        for at in range(max(len(left), len(right))):
            pair = [lines[at] if at < len(lines) else "" for lines in (left, right)]
            self._line("\t".join(pair), may_break=False)

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        table = self._document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                self._runs(cell.paragraphs[0], text)

    def _line(self, text: str, may_break: bool = True) -> Any:
        """A paragraph; or two with a page's end between, where a word goes on in small letters."""
        words = text.split(" ")
        inside = [n for n in range(5, len(words)) if words[n][0].islower() and words[n - 1].isalpha()]
        if may_break and self._shape.is_broken and len(inside) > 3 and self._random.random() < 0.4:
            at = self._random.choice(inside)
            self._runs(self._document.add_paragraph(), " ".join(words[:at]))
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            text = " ".join(words[at:])
        paragraph = self._document.add_paragraph()
        self._runs(paragraph, text)
        return paragraph

    def _runs(self, paragraph: Any, text: str) -> None:
        for piece in self._pieces(unicodedata.normalize(self._shape.form, text)):
            run = paragraph.add_run(piece)
            run.bold, run.italic = self._random.random() < 0.3, self._random.random() < 0.3

    def _pieces(self, text: str) -> Iterator[str]:
        while text:
            size = self._random.randint(1, self._shape.most_run)
            yield text[:size]
            text = text[size:]


def said(shape: Shape) -> Cells:
    """What is read, without the marks that one shape ends a task with and another does not."""
    cells = read(understand(prose_of(_Writer(shape).written())))
    cells["nhiệm vụ"] = [[text.rstrip("."), *others] for text, *others in cells["nhiệm vụ"]]
    return cells


@pytest.fixture(scope="module")
def plainest() -> Cells:
    return said(PLAINEST)


def test_the_plainest_shape_says_all_of_it(plainest: Cells) -> None:
    assert plainest["plan_number"] == [["05/KH-BCĐ"]] and plainest["signer"] == [["Tòng Thị Mẫu"]]
    assert [row[1:4] for row in plainest["chỉ tiêu"]] == [
        [">=", "86", "%"],
        [">", "50", "%"],
        ["<", "5", "%"],
        [">=", "12", "lớp"],
        ["=", "0", "vụ"],
    ]
    assert plainest["nhiệm vụ"] == [[*task, ""] for task in TASKS]
    assert plainest["nhóm"] == [[name] for name, _ in DUTIES]
    assert [row[0] for row in plainest["nơi nhận"]] == ["UBND tỉnh", "Các thôn", "Lưu: VT, KT"]


@examples(8, phases=(Phase.reuse, Phase.generate, Phase.shrink))
@given(SHAPES)
def test_every_shape_says_the_same(plainest: Cells, shape: Shape) -> None:
    assert said(shape) == plainest
