"""Sheet `Chỉ tiêu` (kết quả các chỉ tiêu): a row a target, and one a unit that it was allotted to."""

from kehoach.assessment.model import Verdict
from kehoach.office.look import Column
from kehoach.report.facts import target_fact
from kehoach.summary.layout import FIRST, Layout
from kehoach.summary.look import BELOW_COLOUR, MET_COLOUR, SILENT_COLOUR
from kehoach.summary.page import Page
from kehoach.summary.target_row import BEFORE, LAST_YEAR, VERDICT, Row

COLUMNS = (
    *(Column("TT", 5), Column("Chỉ tiêu", 30), Column("Mức giao", 14), Column("Tử số", 8), Column("Mẫu số", 8)),
    *(Column("Thực hiện", 10), Column("So với mức giao", 10), Column("Còn thiếu", 8)),
    *(Column("Kỳ trước", 9), Column("So với kỳ trước", 9), Column("Năm trước", 9), Column("So với năm trước", 9)),
    *(Column("Đánh giá", 14), Column("Số liệu của", 11), Column("Ghi chú", 20)),
)
NOTE = (
    "Tử số, mẫu số lấy từ trang Cách tính. Chênh lệch của tỷ lệ là điểm %. “…” là chưa có số; “–” là kỳ này không nêu "
    "hoặc không có căn cứ để so sánh. Khi còn nơi chưa có số, đánh giá theo khoảng thấp nhất, cao nhất có thể có."
)


def write_targets(page: Page, layout: Layout) -> None:
    """A row a target and a unit it was allotted to; a comparison for which no row has a basis is hidden."""
    page.head("Kết quả thực hiện các chỉ tiêu", NOTE, COLUMNS)
    results = layout.assessment.achievements
    for number, result in enumerate(results, 1):
        Row(page, layout, result, FIRST + number - 1).write(number)
    last = FIRST + max(0, len(results) - 1)
    spot = f"$M{FIRST + 1}"
    for words, colour in (
        ((Verdict.MET, Verdict.EXCEEDED, Verdict.LIKELY_MET), MET_COLOUR),
        ((Verdict.NOT_MET, Verdict.LIKELY_NOT_MET), BELOW_COLOUR),
        ((Verdict.NO_BASIS, Verdict.NO_DATA), SILENT_COLOUR),
    ):
        listed = ",".join(f'{spot}="{w}"' for w in words)
        page.shade((FIRST, VERDICT), (last, VERDICT), f"OR({listed})", bg_color=colour)
    for column, word in ((BEFORE, "so_ky_truoc"), (LAST_YEAR, "so_nam_truoc")):
        if not any(target_fact(result, word) for result in results):
            page.hide(column, column + 1)
    page.finish(len(results), COLUMNS, 2, last)
