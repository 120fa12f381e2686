"""Text as old fonts stored it: the other direction of the tables, read here for themselves, and words to write."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from random import Random

from kehoach.vi.syllables import bare_syllables

_TEXT = """
thôn bản xã huyện tỉnh hộ khẩu gia đình văn hóa nếp sống đường phố trường học trạm y tế công đoàn mặt trận tổ
quốc phụ nữ thanh niên cựu chiến binh nông dân người cao tuổi khuyến học kế hoạch báo cáo chỉ tiêu nhiệm vụ đạt
vượt chưa phấn đấu đăng ký bình xét công nhận quyết định giấy khen tuyên truyền vận động hương ước quy ước nhà
sân bóng câu lạc bộ dân vũ hội diễn giải thể thao kinh phí triệu đồng khó khăn vướng mắc kiến nghị đề xuất ý
kiến ngày tháng năm nghìn tiếp tục thực hiện nâng cao chất lượng phong trào toàn dân đoàn kết xây dựng đời sống
ở cơ sở môi trường xanh sạch đẹp an toàn giao thông phòng chống bạo lực tệ nạn xã hội mừng thọ cưới hỏi việc
tang lễ tiết kiệm
"""
WORDS = _TEXT.split()
PLACES = (
    "Quyết Thắng",
    "Hữu Lũng",
    "Đồng Cả",
    "Nà Hoà",
    "Bắc Kạn",
    "Đắk Lắk",
    "Yên Thuỷ",
    "Lạng Sơn",
    "Giẽ Hạ",
    "Quỳnh Phụ",
)


@cache
def table(name: str) -> dict[str, bytes]:
    """Letter → bytes, as the package holds them."""
    lines = (files("kehoach.vi") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {letter: bytes.fromhex(code) for letter, code in rows}


def written(text: str, name: str, page: str = "cp1252") -> str:
    """The text as a file in that encoding shows it."""
    codes = table(name)
    return "".join(codes[c].decode(page) if c in codes else c for c in unicodedata.normalize("NFC", text))


def spelt(bare: str, tone: str) -> str:
    """A toned syllable, its mark where most people put it."""
    start = next((len(onset) for onset in ("qu", "gi") if re.match(f"{onset}[aeiouyăâêôơư]", bare)), 0)
    places = [i for i, c in enumerate(bare) if i >= start and c in "aeiouyăâêôơư"]
    qualified = [i for i in places if bare[i] in "ăâêôơư"]
    place = (qualified or places[: 1 if places[-1] == len(bare) - 1 else 2])[-1]
    return unicodedata.normalize("NFC", bare[: place + 1] + tone + bare[place + 1 :])


@cache
def all_syllables() -> list[str]:
    """Every syllable of the grammar with every tone that it may have."""
    return [spelt(bare, tone) for bare, tones in bare_syllables().items() for tone in tones]


def marked_words(random: Random, count: int) -> list[str]:
    """Random syllables with marks, some with a capital."""
    syllables = [s for s in all_syllables() if not s.isascii()]
    words = random.sample(syllables, count)
    return [w.capitalize() if random.random() < 0.15 else w for w in words]
