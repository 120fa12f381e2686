"""The sheets of the plan workbook (`ke-hoach.xlsx`) as data: one table drives reader, writer, drop-downs and notes.

Lists within a cell are separated by ";". Dates are dd/mm/yyyy. Codes stand first. `Năm trước`, `Nơi nhận` and
`Đơn vị` have open columns, described by `Sheet.open_column`.
"""

from kehoach.finding import Severity
from kehoach.plan.choices import ELECTRONIC, ESTIMATE, NO, OFFICIAL, PAPER, VERDICTS, YES
from kehoach.plan.columns import Column, Holds, Sheet
from kehoach.plan.element import ElementKind, Nature
from kehoach.plan.section import ContentKind
from kehoach.plan.target import Before

_PERIODS = "Mã kỳ, cách nhau bằng dấu chấm phẩy: Q1; Q2 hoặc 2026-Q4. Để trống: mọi kỳ."
_EXPRESSION = "Cộng trừ nhân chia trên các mã số liệu; truoc(x) kỳ trước, goc(x) năm trước, dem(loai) số đơn vị."

_IN_FORCE = (
    Column("since", "Áp dụng từ", 12, "Khi kế hoạch được sửa đổi: dòng mới cùng mã, từ ngày này.", holds=Holds.DATE),
    Column("until", "Áp dụng đến", 12, "Ngày cuối của dòng cũ; giữ dòng cũ lại cho các kỳ trước.", holds=Holds.DATE),
    Column("amendment", "Văn bản sửa đổi", 34, "Như trong câu: Kế hoạch số 51/KH-UBND ngày 10/7/2026."),
)
"""How long a target or a task is in force, and what brought it."""

INFO_KEYS = (
    Column("commune_code", "Mã xã", 0, "Mã số đơn vị hành chính (Cục Thống kê).", True),
    Column("commune", "Tên xã", 0, "Viết như trong câu: xã Bình An.", True),
    Column("plan_number", "Số, ký hiệu kế hoạch", 0, "Ví dụ: 12/KH-BCĐ.", True),
    Column("plan_date", "Ngày kế hoạch", 0, "", True, holds=Holds.DATE),
    Column("plan_title", "Trích yếu kế hoạch", 0, "Chép từ kế hoạch, không có chữ KẾ HOẠCH.", True),
    Column("year", "Năm", 0, "", True, holds=Holds.WHOLE),
    Column("superior", "Cơ quan chủ quản", 0, "In hoa, dòng trên cùng bên trái. UBND xã ban hành thì để trống."),
    Column("name_lines", "Cơ quan ban hành", 0, "In hoa; xuống dòng trong ô (Alt+Enter) ở chỗ muốn ngắt dòng.", True),
    Column("full_name", "Tên cơ quan trong câu", 0, "Ví dụ: Ban Chỉ đạo Phong trào … xã Bình An.", True),
    Column("abbreviation", "Chữ viết tắt trong ký hiệu", 0, "BCĐ → Số: …/BC-BCĐ.", True),
    Column("place", "Địa danh", 0, "Đứng trước ngày tháng: Bình An.", True),
    Column("powers", "Quyền hạn ký", 0, "TM. BAN CHỈ ĐẠO; có thể hai dòng với KT.", True),
    Column("post", "Chức danh ký", 0, "TRƯỞNG BAN.", True),
    Column("second_post", "Chức vụ thứ hai", 0, "In trên họ tên: CHỦ TỊCH UBND XÃ."),
    Column("signer", "Người ký", 0, "", True),
    Column("body_size", "Cỡ chữ", 0, "14 hoặc 13.", False, ("14", "13"), holds=Holds.WHOLE),
    Column("is_paper", "Bản phát hành", 0, "giấy hoặc điện tử.", False, (PAPER, ELECTRONIC)),
)
"""Rows of the sheet `Thông tin` (khóa, giá trị); further rows are kept in `Issuer.extra`."""

INFO = Sheet(
    "info",
    "Thông tin",
    "Cơ quan ban hành, kế hoạch và người ký. Mỗi dòng một mục; sửa cột Giá trị.",
    (
        Column("key", "Mục", 30, "Giữ nguyên; thêm mục riêng ở dưới.", True),
        Column("value", "Giá trị", 70, "Sửa ở cột này."),
        Column("help", "Giải thích", 60),
    ),
)
PERIODS = Sheet(
    "periods",
    "Kỳ báo cáo",
    "Các kỳ trong năm: thời gian lấy số liệu, hạn gửi và nơi gửi.",
    (
        Column("code", "Mã kỳ", 11, "Năm-kỳ: 2026-Q1.", True, holds=Holds.CODE),
        Column("name", "Tên gọi", 26, "Như trong tiêu đề báo cáo: 9 tháng đầu năm 2026.", True),
        Column("start", "Từ ngày", 12, "Ngày đầu của số liệu phát sinh trong kỳ.", True, holds=Holds.DATE),
        Column("cutoff", "Chốt số liệu", 12, "Ngày cuối của số liệu trong kỳ.", True, holds=Holds.DATE),
        Column("units_due", "Hạn đơn vị gửi", 14, "", True, holds=Holds.DATE),
        Column("report_due", "Hạn gửi cấp trên", 14, "", True, holds=Holds.DATE),
        Column("cumulative_from", "Lũy kế từ", 12, "Báo cáo cộng dồn từ ngày này.", True, holds=Holds.DATE),
        Column("request", "Văn bản yêu cầu", 40, "Số, ngày công văn yêu cầu báo cáo, nếu có."),
        Column("addressees", "Kính gửi", 40, "Nhiều nơi: cách nhau bằng dấu chấm phẩy."),
        Column("signer", "Người ký", 20, "Để trống: người ký ở trang Thông tin."),
        Column("is_estimate", "Chính thức/ước", 14, "", False, (OFFICIAL, ESTIMATE)),
    ),
)
UNITS = Sheet(
    "units",
    "Đơn vị",
    "Ai gửi số liệu. Một dòng có loại “xã” là chính xã, dùng cho số liệu chung toàn xã.",
    (
        Column("code", "Mã", 8, "Ngắn, không dấu: T01.", True, holds=Holds.CODE),
        Column("name", "Tên", 30, "Ví dụ: Thôn Một; Trạm Y tế xã.", True),
        Column("kind_name", "Loại", 16, "thôn; cơ quan; ngành; thường trực; xã.", True),
        Column("parent", "Cấp trên", 10, holds=Holds.UNIT),
        Column("aliases", "Bí danh", 30, "Cách gọi khác, cách nhau bằng dấu chấm phẩy."),
        Column("since", "Từ ngày", 12, "Ngày thành lập, nếu trong năm.", holds=Holds.DATE),
        Column("until", "Đến ngày", 12, "Ngày cuối cùng, khi sáp nhập, đổi tên, chia tách.", holds=Holds.DATE),
        Column(
            "successors",
            "Nhập vào",
            16,
            "Khi sáp nhập, đổi tên: mã đơn vị mới. Khi chia tách: các mã, cách nhau bằng dấu chấm phẩy.",
            holds=Holds.UNITS,
        ),
        Column("reporter", "Người báo cáo", 22),
        Column("phone", "Điện thoại", 14),
    ),
    "Cột thêm có tiêu đề “… (mã)” là số đã biết của từng đơn vị, ví dụ “Số hộ (tong_ho)”.",
)
ELEMENTS = Sheet(
    "elements",
    "Số liệu",
    "Mỗi dòng là một số được hỏi: hỏi ai, kỳ nào, đơn vị tính.",
    (
        Column(
            "code",
            "Mã",
            16,
            "Chữ thường không dấu, có gạch dưới: tong_ho. Không đặt giống tên ô (ct1, q1).",
            True,
            holds=Holds.CODE,
        ),
        Column("label", "Nội dung", 50, "Câu hỏi in trong biểu.", True),
        Column("measure", "Đơn vị tính", 11, "hộ; người; triệu đồng."),
        Column("kind", "Kiểu", 14, "", True, tuple(ElementKind)),
        Column(
            "nature",
            "Tính chất",
            18,
            "P hiện có; F phát sinh trong kỳ; Y quyết định một lần trong năm; R đăng ký đầu năm.",
            True,
            tuple(Nature),
        ),
        Column("is_additive", "Cộng được", 12, "có: cộng các đơn vị thành số của xã.", False, (YES, NO)),
        Column(
            "subject",
            "Loại đơn vị được hỏi",
            16,
            "thôn; cơ quan; xã (chung toàn xã); nhiệm vụ (mỗi nhiệm vụ một dòng).",
            True,
            holds=Holds.KIND,
        ),
        Column(
            "suppliers",
            "Ai cung cấp",
            22,
            "Mã hoặc loại đơn vị; số của nơi đứng đầu là số được dùng. Để trống: chính đơn vị đó.",
            holds=Holds.UNITS_OR_KINDS,
        ),
        Column("periods", "Kỳ nào", 16, _PERIODS, holds=Holds.PERIODS),
        Column("section", "Mục", 26, "Mục trong biểu mà câu hỏi đứng dưới.", True),
        Column("help", "Giải thích", 50, "In ngay trong biểu, dưới câu hỏi."),
        Column("choices", "Lựa chọn", 30, "Cho kiểu “chọn”."),
        Column("low", "Thấp nhất", 10, holds=Holds.NUMBER),
        Column("high", "Cao nhất", 10, holds=Holds.NUMBER),
        Column("is_estimate", "Số ước", 14, "có: bản thân số này là số ước, nhận “khoảng 300”.", False, (YES, NO)),
        Column("is_required", "Bắt buộc", 12, "không: để trống cũng được.", False, (YES, NO)),
        Column("rows", "Số dòng", 12, "Cho kiểu “đoạn văn”: số đoạn tối đa.", holds=Holds.WHOLE),
    ),
)
TARGETS = Sheet(
    "targets",
    "Chỉ tiêu",
    "Điều đã hứa trong kế hoạch, cách tính và khi nào được kết luận.",
    (
        Column("code", "Mã", 8, "ct1, ct2 …", True, holds=Holds.CODE),
        Column("text", "Nội dung", 50, "", True),
        Column("short", "Tên ngắn", 24, "Dùng trong bảng và dòng tóm tắt.", True),
        Column("expression", "Công thức", 30, _EXPRESSION, True, holds=Holds.VALUE),
        Column("comparison", "So sánh", 9, "", True, (">=", "<=", "=", ">", "<")),
        Column("threshold", "Mức giao", 10, "", True, holds=Holds.THRESHOLD),
        Column("measure", "Đơn vị tính", 11, "% hoặc tiêu chí, lớp …", True),
        Column(
            "concludes",
            "Kỳ kết luận",
            14,
            "Mã kỳ mà số liệu đủ để kết luận đạt hay chưa: Q4.",
            True,
            holds=Holds.PERIODS,
        ),
        Column(
            "before",
            "Trước kỳ kết luận",
            16,
            "không nêu: chưa đến kỳ đánh giá; theo dõi: đang thực hiện; ước: ước đạt, ước chưa đạt.",
            False,
            tuple(Before),
        ),
        Column("evidence", "Căn cứ cần có", 26, "Mã số liệu phải có (số, ngày quyết định).", holds=Holds.ELEMENTS),
        Column("lead", "Chủ trì", 16, "Mã hoặc tên ở trang Phân công.", holds=Holds.PARTY),
        *_IN_FORCE,
        Column("unit", "Đơn vị", 14, "Để trống: toàn xã. Mã đơn vị: mức giao riêng cho đơn vị đó.", holds=Holds.UNIT),
    ),
)
PARTIES = Sheet(
    "parties",
    "Phân công",
    "Ai chủ trì, ai phối hợp; trách nhiệm được giao trong phần tổ chức thực hiện.",
    (
        Column("code", "Mã", 8, "tn1, tn2 …", True, holds=Holds.CODE),
        Column("name", "Tên", 40, "", True),
        Column("aliases", "Cách gọi khác", 40, "Cách nhau bằng dấu chấm phẩy."),
        Column("units", "Đơn vị", 20, "Mã hoặc loại đơn vị ở trang Đơn vị.", holds=Holds.UNITS_OR_KINDS),
        Column("duty", "Trách nhiệm", 80),
    ),
)
TASKS = Sheet(
    "tasks",
    "Nhiệm vụ",
    "Việc phải làm, ai làm, đến khi nào, lấy gì chứng minh.",
    (
        Column("code", "Mã", 8, "nv1, nv2 …", True, holds=Holds.CODE),
        Column("text", "Nội dung", 60, "", True),
        Column("short", "Tên ngắn", 36, "", True),
        Column(
            "lead",
            "Chủ trì",
            26,
            "Mã hoặc tên ở trang Phân công, cách nhau bằng dấu chấm phẩy.",
            True,
            holds=Holds.PARTIES,
        ),
        Column("coordination", "Phối hợp", 30, holds=Holds.PARTIES),
        Column(
            "time",
            "Thời gian",
            18,
            "Cả năm 2026; Quý I năm 2026; tháng 4/2026; trước ngày 30/11/2026.",
            True,
            holds=Holds.TIME,
        ),
        Column(
            "evidence", "Minh chứng", 36, "Cần gì để coi là xong: số, ngày kế hoạch. Để trống: chỉ cần báo đã xong."
        ),
        *_IN_FORCE,
    ),
)
CHECKS = Sheet(
    "checks",
    "Kiểm tra",
    "Điều mà số liệu của mỗi đơn vị phải thỏa mãn.",
    (
        Column(
            "code",
            "Mã",
            10,
            "KT-58.1, KT-58.2 … Phần trước dấu chấm là mã trong bảng mã kiểm tra.",
            True,
            holds=Holds.CODE,
        ),
        Column(
            "expression",
            "Biểu thức",
            40,
            "So sánh: ho_cn <= ho_dk. Số bị nghi là số đứng đầu. " + _EXPRESSION,
            True,
            holds=Holds.COMPARISON,
        ),
        Column("severity", "Mức", 14, "", True, (Severity.LOOK, Severity.CONFIRM, Severity.CORRECT)),
        Column(
            "sentence",
            "Câu nhắc",
            70,
            "Nói với trưởng thôn; {mã} thay bằng số, {don_vi} bằng tên đơn vị.",
            True,
            holds=Holds.SENTENCE,
        ),
    ),
)
SECTIONS = Sheet(
    "sections",
    "Mục báo cáo",
    "Các mục của báo cáo theo thứ tự. Mục không có gì để nói tự bỏ, số thứ tự tự đánh lại.",
    (
        Column("code", "Mã", 14, "", True, holds=Holds.CODE),
        Column("level", "Cấp", 6, "1: I.; 2: 1.; 3: a); 0: phụ lục.", True, ("1", "2", "3", "0")),
        Column("title", "Tiêu đề", 50, "Có thể dùng {nam}, {ky}, {ky_sau}.", True, holds=Holds.SENTENCE),
        Column(
            "contents",
            "Nội dung",
            50,
            f"Cách nhau bằng dấu chấm phẩy: {', '.join(ContentKind)}. Viết: văn bản uu_diem; bảng thon: ho_dk, ho_cn.",
            False,
            holds=Holds.CONTENTS,
        ),
        Column("periods", "Kỳ nào", 16, _PERIODS, holds=Holds.PERIODS),
        Column("is_on", "Dùng", 8, "không: bỏ mục này.", False, (YES, NO)),
    ),
)
SENTENCES = Sheet(
    "sentences",
    "Câu chữ",
    "Các câu của báo cáo. Nhiều dòng cùng mã: lấy dòng đầu tiên nói được. {mã} thay bằng số.",
    (
        Column("code", "Mã", 18, "tieu_de, mo_dau, ket; ct1.cau, nv1.cau; tên tự đặt.", True),
        Column(
            "section",
            "Mục",
            14,
            "Mã ở trang Mục báo cáo; để trống với tieu_de, mo_dau, ket, câu của chỉ tiêu, nhiệm vụ, công văn.",
            holds=Holds.SECTION,
        ),
        Column("text", "Câu", 100, "Xem trang Hướng dẫn về {…}.", True, holds=Holds.SENTENCE),
        Column("periods", "Kỳ nào", 14, _PERIODS, holds=Holds.PERIODS),
        Column("when", "Khi", 24, "Phép so sánh phải đúng thì mới nói: nvh_sua > 0.", holds=Holds.COMPARISON),
        Column(
            "verdicts",
            "Kết luận",
            24,
            "Chỉ nói khi chỉ tiêu có một trong các kết luận này: Đạt; Vượt.",
            False,
            VERDICTS,
            holds=Holds.CHOICES,
        ),
    ),
)
RECIPIENTS = Sheet(
    "recipients",
    "Nơi nhận",
    "Danh sách nơi nhận của từng loại văn bản.",
    (Column("name", "Nội dung", 44, "", True), Column("purpose", "Mục đích", 12, "(b/c), (t/h) …")),
    "Mỗi cột thêm là một loại văn bản (báo cáo, công văn, kế hoạch): x là có gửi; kính gửi: in “Như trên”.",
)
BASELINES = Sheet(
    "baselines",
    "Năm trước",
    "Số liệu đã chốt của năm trước, để so sánh.",
    (
        Column("unit", "Đơn vị", 10, "Mã đơn vị, hoặc mã dòng “xã” cho toàn xã.", True, holds=Holds.UNIT),
        Column("element", "Số liệu", 18, "Mã số liệu.", True, holds=Holds.ELEMENT),
    ),
    "Mỗi cột thêm là một kỳ: 2022 (cả năm), 2022-Q3 …",
)
BASES = Sheet(
    "bases",
    "Căn cứ",
    "Văn bản làm căn cứ, theo thời gian có hiệu lực.",
    (
        Column("text", "Văn bản", 100, "Tên, số, ngày, cơ quan ban hành, trích yếu.", True),
        Column("since", "Từ", 12, "Ngày có hiệu lực.", holds=Holds.DATE),
        Column("until", "Đến", 12, "Ngày hết hiệu lực; còn thì để trống.", holds=Holds.DATE),
    ),
)
SHEETS = (
    INFO,
    PERIODS,
    UNITS,
    ELEMENTS,
    TARGETS,
    PARTIES,
    TASKS,
    CHECKS,
    SECTIONS,
    SENTENCES,
    RECIPIENTS,
    BASELINES,
    BASES,
)
