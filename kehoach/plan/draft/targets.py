"""Targets of the plan with everything they need (chỉ tiêu): from the catalogue where known, else a generic form."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from kehoach.plan.catalogue.read import CatalogueRow, Indicator, RateBase, plain, rate_bases, recognised, says
from kehoach.plan.draft.model import Cell, Mark, Sheets, Standing, asked, usual
from kehoach.plan.draft.parties import Parties
from kehoach.plan.draft.units import COMMUNE_CODE, Units
from kehoach.plan.model import Before, ElementKind, Nature
from kehoach.plan.sheets import BASELINES, BASES, CHECKS, ELEMENTS, SECTIONS, SENTENCES, TARGETS
from kehoach.plan.signed.model import Change, SignedTarget
from kehoach.vi.names import initial_capital, initial_lower

YEAR_END = "Q4"
LEAST_SHORT, MOST_SHORT, MOST_EXTENDED = 22, 60, 85
_OPENER = re.compile(
    r"^(?:tiếp tục|đẩy mạnh|tăng cường|chú trọng)\s+(?:(?:triển khai|thực hiện|tổ chức|chỉ đạo)\s+)*"
    r"(?:có hiệu quả|hiệu quả|tốt|nghiêm túc|đồng bộ)?\s*",
    re.IGNORECASE,
)
"""What says only that it goes on; left out where there is no room."""
_BREAK = re.compile(
    r"[,;:(]|(?<=”) | (?:và|theo|(?<!\d{4} )của|trong|cho|đối với|về|tại|nhằm|để|trên|giai đoạn|năm|quy định|phê "
    r"duyệt|ban hành) "
)
OWN_SECTION = "Số liệu theo chỉ tiêu"
GUESSED = "Danh mục chưa có chỉ tiêu này; đây là cách tính chung. Sửa được ở trang Số liệu, Chỉ tiêu, Câu chữ."
_ASKS_WHOM = ("suppliers", "lead")
CUT = "Tên ngắn tự cắt từ nội dung; sửa cho gọn."
NO_LEAD = "Kế hoạch không ghi ai chủ trì chỉ tiêu; tạm lấy đơn vị thường phụ trách."
NO_END = "Kế hoạch không ghi khi nào kết luận; tạm lấy kỳ cuối năm."
UNKNOWN = "Chưa có số liệu; Chưa đủ căn cứ"
_MEASURED = ("km", "ha", "tấn", "triệu đồng", "tỷ đồng", "m2", "m3")
MOST_NOUN = 8
_SAID_OF = re.compile(
    r",?\s+(?:được|có|đạt|tham gia|sử dụng|dùng|ký|đăng ký|thực hiện|biết|không|đã|là|áp dụng|chấp hành|giữ|tự|còn)\s"
)
_ONCE = (ELEMENTS, SECTIONS, CHECKS, BASES)
"""Sheets in which two indicators may bring the same row."""
_OWN = re.compile(r"\bct\.")
_PROMISED = {">=": "từ {muc} trở lên", ">": "trên {muc}", "<": "dưới {muc}", "<=": "không quá {muc}", "=": "{muc}"}


@dataclass(frozen=True)
class Chosen:
    """Chỉ tiêu đã chọn cách tính: the target, its code, its catalogue entry if any, the base of its rate if any."""

    code: str
    target: SignedTarget
    indicator: Indicator | None
    base: RateBase | None

    @property
    def kinds(self) -> Iterable[str]:
        """Kinds of units that must be there for it."""
        rows = (*(self.indicator.rows if self.indicator else ()), *(self.base.rows if self.base else ()))
        for sheet, row in rows:
            if sheet is ELEMENTS:
                yield row["subject"]
        if self.base and not self.indicator:
            yield self.base.subject


def choose(targets: Sequence[SignedTarget], taken: Collection[str] = ()) -> tuple[Chosen, ...]:
    """What each target is, in the plan's order, with codes that are not `taken`; a catalogue entry is used once."""
    chosen: list[Chosen] = []
    free = (code for number in count(1) if (code := f"ct{number}") not in taken)
    for target in targets:
        found = recognised(target.what, target.measure, target.change) or recognised(
            target.text, target.measure, target.change
        )
        used = any(c.indicator is found for c in chosen)
        indicator = None if used else found
        chosen.append(Chosen(next(free), target, indicator, None if indicator else _base(target)))
    return tuple(chosen)


def _base(target: SignedTarget) -> RateBase | None:
    """The base of a rate: the noun that the words for what is measured begin with; the longest that fits."""
    what = plain(target.what)
    whole = [base for base in rate_bases() if not any(says(what, other) for other in base.others)]
    fitting = [(len(p), base) for base in whole for p in map(plain, base.phrases) if f"{what} ".startswith(f"{p} ")]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def add_target(sheets: Sheets, chosen: Chosen, parties: Parties, units: Units, year: int) -> None:
    """A row of `Chỉ tiêu`, and what it rests on."""
    if chosen.indicator:
        _add_known(sheets, chosen, chosen.indicator, parties, units, year)
    else:
        _add_generic(sheets, chosen, units, year)


def add_catalogue_rows(
    sheets: Sheets, rows: Iterable[CatalogueRow], why: str, parties: Parties, units: Units, words: dict[str, str]
) -> None:
    """Rows of the catalogue, those that are there already left out; `words` stand in for its placeholders."""
    for sheet, row in rows:
        first = sheet.columns[0].key
        made = {key: _here(key, text, parties, units, words) for key, text in row.items()}
        if sheet in _ONCE and made[first] in sheets.codes(sheet):
            continue
        cells: dict[str, Cell | str] = {**made, first: usual(made[first], why)}
        sheets.add(sheet, cells)


def _here(key: str, text: str, parties: Parties, units: Units, words: dict[str, str]) -> str:
    """A cell of the catalogue in this plan's words: its villages, its offices."""
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    if key in _ASKS_WHOM:
        return units.supplier(text, parties)
    return in_village_words(text, units.village)


def in_village_words(text: str, village: str) -> str:
    """Catalogue texts say "thôn"; a plan may say "ấp", and its formulas `dem(ap)`."""
    if village == "thôn":
        return text
    text = re.sub(r"(?<![Nn]ông )\bthôn\b", village, text)
    text = re.sub(r"\bThôn\b", initial_capital(village), text)
    return re.sub(r"\bthon\b", plain(village).replace(" ", "_"), text)


def _add_known(sheets: Sheets, chosen: Chosen, indicator: Indicator, parties: Parties, units: Units, year: int) -> None:
    why = f"Danh mục chỉ tiêu thường gặp: {indicator.name}."
    promised = promise(chosen)
    rows = [
        (sheet, {k: _OWN.sub(f"{chosen.code}.", text).replace("<muc>", promised) for k, text in row.items()})
        for sheet, row in indicator.rows
    ]
    own = next(row for sheet, row in rows if sheet is TARGETS)
    lead = parties.known(own.get("lead", ""))
    others = {key: in_village_words(text, units.village) for key, text in own.items() if key not in ("lead", "short")}
    sheets.add(
        TARGETS,
        {
            **promised_cells(chosen.code, chosen.target),
            "short": usual(in_village_words(own["short"], units.village), why),
            **{key: usual(text, why) for key, text in others.items()},
            "lead": Cell(lead.code, Mark(Standing.UNSURE, NO_LEAD)) if lead else "",
        },
    )
    rest = [(sheet, row) for sheet, row in rows if sheet is not TARGETS]
    add_catalogue_rows(sheets, rest, why, parties, units, {})
    for element in indicator.baselines:
        add_baseline(sheets, element, chosen.target.source, year)


def add_baseline(sheets: Sheets, element: str, source: str, year: int) -> None:
    """Last year's value of the commune, to be filled in where nobody's stands there yet."""
    rows = [row for row in sheets.rows.get(BASELINES.key, []) if row.get("element") == element]
    if any(str(year - 1) in row for row in rows):
        return
    why = f"Kế hoạch không ghi số của năm {year - 1}; cần để so sánh. Câu trong kế hoạch: {source}"
    sheets.add(BASELINES, {"unit": COMMUNE_CODE, "element": element, str(year - 1): asked(why)})


def promised_cells(code: str, target: SignedTarget) -> dict[str, Cell | str]:
    """What the plan itself says of a target."""
    mark = Mark(Standing.FROM_PLAN if target.is_sure else Standing.UNSURE, target.source)
    return {
        "code": code,
        "text": Cell(target.text, Mark(Standing.FROM_PLAN, target.source)),
        "comparison": Cell(target.comparison, mark),
        "threshold": Cell(target.threshold, mark),
        "measure": Cell(target.measure, mark),
    }


def short_name(text: str) -> str:
    """The first words of a text, for lists."""
    bare = text.rstrip(" .;,:")
    if len(bare) > MOST_SHORT:
        bare = _OPENER.sub("", bare)
    if len(bare) > MOST_SHORT:
        bare = bare.partition("; ")[0]
        whole = [m.start() for m in _BREAK.finditer(f"{bare};") if not _in_quotes(bare, m.start())]
        fitting = [at for at in whole if LEAST_SHORT <= at <= MOST_SHORT]
        beyond = [at for at in whole if MOST_SHORT < at <= MOST_EXTENDED]
        bare = bare[: (fitting[-1:] or beyond[:1] or [bare.rfind(" ", 0, MOST_SHORT + 1)])[0]]
    return initial_capital(bare.rstrip(" ,;:.("))


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _add_generic(sheets: Sheets, chosen: Chosen, units: Units, year: int) -> None:
    target = chosen.target
    is_taken = any(code.startswith(f"{chosen.code}_") for code in sheets.codes(ELEMENTS))
    elements, expression = _generic(chosen, f"{chosen.code}_{year}" if is_taken else chosen.code, units)
    why = f"{GUESSED} Câu trong kế hoạch: {target.source}"
    sheets.add(
        TARGETS,
        {
            **promised_cells(chosen.code, target),
            "short": Cell(_short(target), Mark(Standing.UNSURE, CUT)),
            "expression": Cell(expression, Mark(Standing.UNSURE, why)),
            "concludes": Cell(YEAR_END, Mark(Standing.UNSURE, NO_END)),
            "before": Before.FOLLOW.value,
        },
    )
    for row in elements:
        if row["code"] not in sheets.codes(ELEMENTS):
            sheets.add(ELEMENTS, {**row, "label": Cell(row["label"], Mark(Standing.UNSURE, why))})
    _add_check(sheets, elements, why)
    _add_sentences(sheets, chosen, why)
    if target.change is not Change.NONE:
        for element in dict.fromkeys(re.findall(r"goc\((\w+)\)", expression)):
            add_baseline(sheets, element, target.source, year)


def _generic(chosen: Chosen, code: str, units: Units) -> tuple[list[dict[str, str]], str]:
    """Elements (their codes begin with `code`) and formula of a target that the catalogue does not know."""
    target, base = chosen.target, chosen.base
    nouns = _nouns(target)
    if target.measure != "%" or _is_of_itself(target):
        return _counted(chosen, f"{code}_so", nouns, units)
    if base and base.is_yes_no and target.change is Change.NONE:
        row = _element(f"{code}_dat", f"Đạt: {nouns}", "", in_village_words(base.subject, units.village), units)
        return [row | {"kind": ElementKind.YES_NO}], f"{code}_dat / {in_village_words(base.expression, units.village)}"
    subject = "xã" if target.change is not Change.NONE else _asked_of(chosen, units)
    noun = _noun(nouns)
    measure = base.measure if base else " ".join(nouns.split()[:2])
    part = _element(f"{code}_tu", f"Số {nouns}", measure, subject, units)
    if base and base.rows and target.change is Change.NONE:
        whole = {key: in_village_words(text, units.village) for key, text in base.rows[0][1].items()}
        part["measure"] = whole["measure"]
        return [part, whole], f"{part['code']} / {whole['code']}"
    whole = _element(f"{code}_mau", f"Tổng số {noun} (để tính tỷ lệ {nouns})"[:120], measure, subject, units)
    return [part, whole], _changed(f"{part['code']} / {whole['code']}", target.change)


def _short(target: SignedTarget) -> str:
    """What is measured; of so many more or less, with the way it goes; of a single word, the promise itself."""
    if " " not in target.what:
        return short_name(target.text)
    way = {Change.LESS: "Giảm ", Change.MORE: "Tăng ", Change.NONE: ""}[target.change]
    return short_name(way + (initial_lower(target.what) if way else target.what))


def _counted(chosen: Chosen, code: str, nouns: str, units: Units) -> tuple[list[dict[str, str]], str]:
    """One count: what happens in a period, or how many there are where the promise is so many more or less."""
    target = chosen.target
    is_state = target.change is not Change.NONE
    measure = " ".join(nouns.split()[:1]) if target.measure == "%" else target.measure
    row = _element(code, f"Số {nouns}", measure, "xã" if is_state else _asked_of(chosen, units), units)
    row["nature"] = Nature.STATE if is_state else Nature.FLOW
    if "," in target.threshold or measure in _MEASURED:
        row["kind"] = ElementKind.AMOUNT
    change = _changed(code, target.change)
    return [row], f"({change}) / goc({code})" if target.measure == "%" else change


def _add_check(sheets: Sheets, elements: Sequence[dict[str, str]], why: str) -> None:
    """A part is never more than its whole."""
    if len(elements) != 2:
        return
    part, whole = elements
    taken = sheets.codes(CHECKS)
    code = next(c for n in range(20, 100) if (c := f"KT-62.{n}") not in taken)
    say = f"{{don_vi}}: {initial_lower(part['label'])} ({{{part['code']}}}) lớn hơn tổng số ({{{whole['code']}}})."
    row = {"code": code, "expression": f"{part['code']} <= {whole['code']}", "severity": "cần sửa", "sentence": say}
    sheets.add(CHECKS, {**row, "expression": usual(row["expression"], why)})


def _nouns(target: SignedTarget) -> str:
    """What is counted, in a question; where it is a single word, the promise says more."""
    nouns = re.sub(r"^(?:triệu|tỷ) đồng\b", "tiền", initial_lower(target.what or target.text))
    return nouns if len(nouns.split()) > 1 else f"{nouns} ({initial_lower(target.text)})"


def _is_of_itself(target: SignedTarget) -> bool:
    """Whether a percentage is of the same count a year before: "giảm 50% số vụ", but not "giảm 2% tỷ lệ hộ nghèo"."""
    is_count = re.search(r"\bsố\b", target.text) and not re.search(r"\bt[ỷỉ] lệ\b", target.text, re.IGNORECASE)
    return target.measure == "%" and target.change is not Change.NONE and bool(is_count)


def _noun(words: str) -> str:
    """Whom or what a rate is of: "hộ chăn nuôi được tập huấn" → "hộ chăn nuôi"."""
    whole = _SAID_OF.split(words, maxsplit=1)[0]
    return whole if 1 < len(whole.split()) <= MOST_NOUN else " ".join(words.split()[:2])


def _asked_of(chosen: Chosen, units: Units) -> str:
    """Villages where the base is people or households, else the commune's own office."""
    is_of_villages = chosen.base is not None and chosen.base.subject == "thôn"
    return units.village if is_of_villages else "xã"


def _element(code: str, label: str, measure: str, subject: str, units: Units) -> dict[str, str]:
    row = {
        "code": code,
        "label": label[:120],
        "measure": measure,
        "kind": ElementKind.COUNT.value,
        "nature": Nature.STATE.value,
        "subject": subject,
        "section": OWN_SECTION,
    }
    return row | ({"suppliers": units.standing} if subject == "xã" else {})


def _changed(expression: str, change: Change) -> str:
    """The difference to last year: of the value, or of the rate."""
    before = re.sub(r"\b(ct\w+)\b", r"goc(\1)", expression)
    if change is Change.MORE:
        return f"{expression} - {before}"
    return f"{before} - {expression}" if change is Change.LESS else expression


def _add_sentences(sheets: Sheets, chosen: Chosen, why: str) -> None:
    """What can be said of any target; the first of them that holds in a period is printed after its name."""
    code, promised = chosen.code, promise(chosen)
    is_rate = chosen.target.measure == "%" and chosen.target.change is Change.NONE
    if is_rate:
        text = f"Thực hiện {{{code}.tu_so}}/{{{code}.mau_so}}, bằng {{{code}.gia_tri}} (kế hoạch {promised})."
        sheets.add(SENTENCES, {"code": f"{code}.cau", "text": usual(text, why)})
    done = f"Thực hiện {{{code}.gia_tri}} (kế hoạch {promised})."
    sheets.add(SENTENCES, {"code": f"{code}.cau", "text": usual(done, why)})
    open_ = f"Chưa đủ số liệu để so với kế hoạch ({promised})."
    sheets.add(SENTENCES, {"code": f"{code}.cau", "text": usual(open_, why), "verdicts": UNKNOWN})


def promise(chosen: Chosen) -> str:
    """The promised value in a sentence: "từ {ct1.muc} trở lên"; all of something is simply all."""
    target = chosen.target
    is_all = (target.comparison, target.threshold, target.measure) == (">=", "100", "%")
    return (_PROMISED["="] if is_all else _PROMISED[target.comparison]).replace("{muc}", f"{{{chosen.code}.muc}}")
