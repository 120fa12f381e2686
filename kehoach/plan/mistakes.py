"""Mistakes of a plan (lỗi của kế hoạch): every code `KP-…` with its sentence and what to do. A code is never reused."""

from dataclasses import dataclass

from kehoach.finding import Finding, Place, Severity
from kehoach.vi.names import nearest
from kehoach.vi.quoted import shortened

MOST_QUOTED = 60
"""Characters of a cell that a sentence quotes."""


@dataclass(frozen=True)
class Mistake:
    """Lỗi: its code, and sentences with `{words}` to fill in. Only `CORRECT` ones keep the plan from being used."""

    code: str
    say: str
    do: str
    severity: Severity = Severity.CORRECT

    def at(self, place: Place, read: str = "", **words: str) -> Finding:
        """The finding at a place; `read` is what stands there, and fills `{read}`."""
        said = {**words, "read": shortened(read, MOST_QUOTED)}
        say, do = self.say.format(**said).strip(), self.do.format(**said).strip()
        return Finding(self.code, self.severity, place, read, say, do, open=self.severity.waits)


def did_you_mean(text: str, known: tuple[str, ...]) -> str:
    """ " Có phải “tong_ho” không?", or nothing where no name is near."""
    name = nearest(text, known)
    return f" Có phải “{name}” không?" if name else ""


UNREADABLE = Mistake(
    "KP-01", "Không đọc được tệp kế hoạch: {why}.", "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi thử lại."
)
NO_SHEET = Mistake("KP-02", "Không có trang “{name}”.{hint}", "Đặt lại tên trang cho đúng, hoặc thêm trang này.")
NO_COLUMN = Mistake(
    "KP-03", "Trang này không có cột “{name}”.{hint}", "Thêm cột này vào hàng tiêu đề, đúng tên, ở chỗ nào cũng được."
)
EXTRA_COLUMN = Mistake(
    "KP-04", "Cột “{read}” không được dùng.{hint}", "Không phải làm gì, nếu đó là ghi chú riêng.", Severity.NOTED
)
NO_ROWS = Mistake("KP-05", "Trang này chưa có dòng nào.", "Điền ít nhất một dòng.")
NO_INFO = Mistake("KP-06", "Thiếu mục “{name}”.", "Thêm dòng có mục này và ghi giá trị. {note}")
BLANK = Mistake("KP-07", "Cột “{header}” đang để trống.", "Điền vào ô này. {note}")
BAD_CHOICE = Mistake(
    "KP-08", "“{read}” không có trong các lựa chọn của “{header}”.{hint}", "Chọn một trong: {choices}."
)
BAD_DATE = Mistake("KP-09", "“{read}” không phải ngày.", "Ghi ngày/tháng/năm đủ bốn chữ số năm, ví dụ 05/10/{year}.")
BAD_NUMBER = Mistake(
    "KP-10", "“{read}” không phải {what}.", "Chỉ ghi số, phần lẻ sau dấu phẩy; đơn vị tính ghi ở cột khác."
)
TWICE = Mistake(
    "KP-11", "Mã “{read}” đã dùng ở {first} (chữ hoa, chữ thường coi là một).", "Đặt mã khác cho một trong hai."
)
BAD_ELEMENT_CODE = Mistake(
    "KP-12",
    "Mã số liệu “{read}” chưa đúng cách đặt.",
    "Dùng chữ thường không dấu, nối bằng gạch dưới (tong_ho), hoặc ít nhất hai chữ cái; tối đa 40 ký tự.{hint}",
)
CELL_LIKE = Mistake("KP-13", "Mã “{read}” giống tên một ô của Excel.", "Đặt mã có gạch dưới, ví dụ {hint}.")
BAD_CODE = Mistake("KP-14", "Mã “{read}” chưa đúng cách đặt.", "{how}")
NO_ELEMENT = Mistake(
    "KP-15", "Không có số liệu nào mang mã “{name}”.{hint}", "Sửa mã, hoặc thêm số liệu này vào trang Số liệu."
)
NO_UNIT = Mistake("KP-16", "Không có đơn vị “{name}”.{hint}", "Sửa lại, hoặc thêm đơn vị này vào trang Đơn vị.")
NO_KIND = Mistake("KP-17", "Không có đơn vị nào loại “{name}”.{hint}", "Dùng một loại có ở trang Đơn vị: {kinds}.")
NO_PERIOD = Mistake("KP-18", "Không có kỳ “{name}”.{hint}", "Dùng mã kỳ có ở trang Kỳ báo cáo: {periods}.")
NO_PARTY = Mistake("KP-19", "Trang Phân công không có “{name}”.{hint}", "Sửa lại, hoặc thêm vào trang Phân công.")
NO_SECTION = Mistake("KP-20", "Trang Mục báo cáo không có mã “{name}”.{hint}", "Sửa mã, hoặc thêm mục này.")
BAD_EXPRESSION = Mistake("KP-21", "{why}", "Sửa công thức; xem trang Hướng dẫn.")
NOT_A_VALUE = Mistake(
    "KP-22", "“{read}” là phép so sánh, nhưng chỗ này cần một số.", "Bỏ dấu so sánh; mức giao ghi ở cột khác."
)
NOT_A_COMPARISON = Mistake(
    "KP-23",
    "“{read}” là một số, nhưng chỗ này cần phép so sánh.",
    "Thêm dấu so sánh, ví dụ: ho_cn <= ho_dk hoặc nvh > 0.",
)
BAD_BRACES = Mistake("KP-24", "{why}", "Sửa phần trong ngoặc nhọn {{ }}; xem trang Hướng dẫn.")
NOT_ADDITIVE = Mistake(
    "KP-25",
    "“{name}” ghi là không cộng được, nhưng ở đây phải cộng các đơn vị lại.",
    "Ghi “có” ở cột Cộng được của số này, hoặc dùng số liệu chung toàn xã.",
)
NOT_A_NUMBER = Mistake(
    "KP-26", "“{name}” thuộc kiểu {kind}, không tính toán được.", "Chỉ dùng số liệu kiểu số trong phép tính, so sánh."
)
NOT_PRINTABLE = Mistake(
    "KP-27",
    "“{name}” thuộc kiểu {kind} và được hỏi từng đơn vị, nên không thành một câu được.",
    "Dùng số liệu chung toàn xã; đoạn văn thì đưa vào mục bằng “văn bản {name}”.",
)
NO_SUCH_RESULT = Mistake("KP-28", "Không có {what} nào mang mã “{name}”.{hint}", "Sửa mã trong ngoặc nhọn.")
OTHER_SUBJECT = Mistake(
    "KP-29",
    "“{name}” được hỏi theo “{asked}”, không phải theo “{wanted}”.",
    "Dùng số liệu được hỏi theo “{wanted}”, hoặc sửa loại đơn vị.",
)
NOT_PARAGRAPHS = Mistake(
    "KP-30", "“{name}” không phải số liệu kiểu đoạn văn.", "Dùng mã có kiểu “đoạn văn” sau chữ “văn bản”."
)
NO_PLACE = Mistake(
    "KP-31",
    "Câu “{read}” không đứng ở mục nào.{hint}",
    "Ghi mã mục; chỉ tieu_de, mo_dau, ket, câu của công văn, tin nhắn, ctN.cau và nvN.cau được để trống.",
)
BAD_CONTENTS = Mistake("KP-32", "{why}", "Sửa cột Nội dung của mục.")
BAD_ORDER = Mistake(
    "KP-33", "Kỳ này chốt số liệu trước hoặc cùng ngày với kỳ “{other}” đứng trên.", "Xếp các kỳ theo thời gian."
)
OVERLAP = Mistake(
    "KP-34",
    "Kỳ này bắt đầu ngày {read} khi kỳ “{other}” chưa chốt số liệu ({end}).",
    "Sửa Từ ngày thành ngày sau khi kỳ trước chốt số liệu: {next}.",
)
BACKWARDS = Mistake("KP-35", "“{first}” ({from_}) sau “{last}” ({read}).", "Sửa một trong hai ngày.")
LATE_SUM = Mistake(
    "KP-36", "Lũy kế từ {read} là sau ngày đầu kỳ ({start}).", "Ghi ngày đầu của số cộng dồn, không sau Từ ngày."
)
OTHER_YEAR = Mistake(
    "KP-37", "Mã kỳ “{read}” không thuộc năm {year} của kế hoạch.", "Mã kỳ bắt đầu bằng năm: {year}-{short}."
)
BAD_TIME = Mistake(
    "KP-38",
    "Không hiểu thời gian “{read}”.{hint}",
    "Ghi như: Cả năm {year}; Quý I năm {year}; Tháng 4/{year}; Trước ngày 30/11/{year}; 6 tháng đầu năm.",
)
BAD_THRESHOLD = Mistake(
    "KP-39", "Mức giao “{read}” không phải số.", "Chỉ ghi số, ví dụ 86; đơn vị tính % ghi ở cột bên."
)
ODD_THRESHOLD = Mistake("KP-40", "Mức giao {read}% nằm ngoài khoảng 0 đến 100%.", "Sửa mức giao, hoặc sửa đơn vị tính.")
NO_COMMUNE = Mistake(
    "KP-41",
    "Có số liệu chung toàn xã nhưng trang Đơn vị chưa có dòng loại “xã”.",
    "Thêm một dòng cho xã, cột Loại ghi “xã”.",
)
TWO_COMMUNES = Mistake("KP-42", "Trang Đơn vị có hơn một dòng loại “xã”: {read}.", "Chỉ giữ một dòng loại “xã”.")
SAME_NAME = Mistake(
    "KP-43",
    "“{read}” trùng với tên hoặc bí danh của {other}.",
    "Đổi tên hoặc bỏ bí danh, để biết số liệu gửi về là của ai.",
)
NEAR_NAME = Mistake(
    "KP-44", "“{read}” chỉ khác {other} ở dấu.", "Nếu là hai nơi khác nhau thì không phải làm gì.", Severity.NOTED
)
NO_SUPPLIER = Mistake(
    "KP-45", "Số liệu hỏi theo nhiệm vụ mà chưa ghi ai cung cấp.", "Ghi mã đơn vị thường trực vào cột Ai cung cấp."
)
NO_CHOICES = Mistake(
    "KP-46", "Số liệu kiểu “chọn” mà chưa có lựa chọn.", "Ghi các lựa chọn, cách nhau bằng dấu chấm phẩy."
)
OWN_SUCCESSOR = Mistake(
    "KP-47", "Nhập vào “{read}” là đi một vòng về chính đơn vị ấy.", "Ghi mã đơn vị mới, hoặc để trống."
)
NO_END = Mistake(
    "KP-48", "Đơn vị đã nhập vào “{read}” nhưng chưa có Đến ngày.", "Ghi ngày cuối cùng đơn vị này còn gửi số liệu."
)
SAME_ROW = Mistake("KP-49", "Đã có dòng cho “{read}” ở {first}.", "Gộp hai dòng làm một.")
CELL_ERROR = Mistake("KP-50", "Ô này báo lỗi hoặc công thức chưa tính ra: {read}.", "Ghi thẳng giá trị vào ô.")
NO_ELEMENTS = Mistake(
    "KP-51", "Công thức “{read}” không dùng số liệu nào.", "Viết công thức bằng mã số liệu, ví dụ ho_cn / tong_ho."
)
TOO_LOW = Mistake("KP-52", "{header} phải từ {least} trở lên, đang ghi {read}.", "Sửa số này.")
"""A number that cannot be meant: zero paragraphs, a negative size."""
LOW_HIGH = Mistake("KP-53", "Thấp nhất ({low}) lớn hơn cao nhất ({read}).", "Sửa một trong hai số.")
RATE_ADDED = Mistake(
    "KP-54", "Số liệu kiểu {kind} không cộng được.", "Ghi “không”; hỏi tử số và mẫu số thành hai số riêng."
)
OTHER_SECTION = Mistake(
    "KP-55", "Các dòng cùng mã “{code}” phải đứng ở cùng một mục ({first}).", "Ghi cùng mã mục, hoặc đặt mã câu khác."
)
NO_VERDICT = Mistake(
    "KP-56", "Câu “{code}” không phải câu của chỉ tiêu nên không có kết luận.", "Bỏ cột Kết luận, hoặc dùng cột Khi."
)
SILENT_SECTION = Mistake(
    "KP-57",
    "Mục “{read}” không có nội dung “câu”, nên câu này không bao giờ được in.",
    "Thêm “câu” vào cột Nội dung của mục.",
)
NO_SUCH_BASIS = Mistake(
    "KP-58",
    "Trang Căn cứ không có văn bản nào mang số “{number}”.",
    "Thêm văn bản ấy, hoặc sửa số trong {{can_cu: …}}.",
)
OTHER_DOCUMENT = Mistake(
    "KP-59",
    "Câu “{read}” dùng chữ trong ngoặc nhọn của loại văn bản khác.",
    "Số liệu chỉ nói trong báo cáo; hạn gửi, tên đơn vị chỉ nói trong công văn, tin nhắn. Xem trang Hướng dẫn.",
)
MISTYPED_KIND = Mistake(
    "KP-60",
    "Không số liệu nào hỏi loại “{read}”, nên {name} sẽ không có biểu.{hint}",
    "Sửa cột Loại, hoặc thêm loại này ở trang Số liệu, cột Loại đơn vị hay Ai cung cấp.",
)
GONE_RECIPIENT = Mistake(
    "KP-61",
    "Báo cáo ký ngày {day} gửi “{read}”; từ ngày {since}, {now}.",
    "Sửa cột Kính gửi của kỳ này (trang Kỳ báo cáo) hoặc trang Nơi nhận trước khi lập bản chính thức.",
    Severity.LOOK,
)
PART_TOLD = Mistake(
    "KP-62",
    "Câu này nói “{told}” mà “{target}” tính theo {formula}: báo cáo sẽ ghi hai số khác nhau.",
    "Ghi {{{target}.{word}}} vào câu, hoặc sửa công thức ở trang Chỉ tiêu.",
    Severity.LOOK,
)
