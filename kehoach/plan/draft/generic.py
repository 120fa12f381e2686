"""A target that the catalogue does not know (chỉ tiêu lạ): a form, formula, check and sentences that work at once."""

import re
from collections.abc import Sequence

from kehoach.plan.catalogue.read import RateBase
from kehoach.plan.draft.chosen import Chosen, add_baseline, in_village_words, promise, promised_cells
from kehoach.plan.draft.model import Cell, Mark, Sheets, Standing, usual
from kehoach.plan.draft.short import CUT, short_name
from kehoach.plan.draft.units import Units
from kehoach.plan.element import ElementKind, Nature
from kehoach.plan.sheets import CHECKS, ELEMENTS, SENTENCES, TARGETS
from kehoach.plan.signed.model import Change, SignedTarget
from kehoach.plan.target import Before
from kehoach.vi.names import initial_lower

YEAR_END = "Q4"
OWN_SECTION = "Số liệu theo chỉ tiêu"
GUESSED = "Danh mục chưa có chỉ tiêu này; đây là cách tính chung. Sửa được ở trang Số liệu, Chỉ tiêu, Câu chữ."
NO_END = "Kế hoạch không ghi khi nào kết luận; tạm lấy kỳ cuối năm."
UNKNOWN = "Chưa có số liệu; Chưa đủ căn cứ"
_MEASURED = ("km", "ha", "tấn", "triệu đồng", "tỷ đồng", "m2", "m3")
MOST_NOUN = 8
_SAID_OF = re.compile(
    r",?\s+(?:được|có|đạt|tham gia|sử dụng|dùng|ký|đăng ký|thực hiện|biết|không|đã|là|áp dụng|chấp hành|giữ|tự|còn)\s"
)


def add_generic(sheets: Sheets, chosen: Chosen, units: Units, year: int) -> None:
    """A row of `Chỉ tiêu`, and what it rests on; codes of its own where the usual ones are taken."""
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
        return _of_known(part, base, units)
    whole = _element(f"{code}_mau", f"Tổng số {noun} (để tính tỷ lệ {nouns})"[:120], measure, subject, units)
    return [part, whole], _changed(f"{part['code']} / {whole['code']}", target.change)


def _of_known(part: dict[str, str], base: RateBase, units: Units) -> tuple[list[dict[str, str]], str]:
    """A part of a number that is asked anyway, of the same units."""
    wholes = [{key: in_village_words(text, units.village) for key, text in row.items()} for _, row in base.rows]
    expression = in_village_words(base.expression, units.village)
    part |= {key: wholes[0][key] for key in ("measure", "subject")}
    return [part, *wholes], f"{part['code']} / {expression if len(wholes) == 1 else f'({expression})'}"


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
    if len(elements) < 2:
        return
    part, *wholes = elements
    whole = " + ".join(row["code"] for row in wholes)
    say = f"{{don_vi}}: {initial_lower(part['label'])} ({{{part['code']}}}) lớn hơn tổng số ({{{whole}}})."
    _add(sheets, f"{part['code']} <= {whole}", "cần sửa", say, why)


def add_comparison(sheets: Sheets, chosen: Chosen) -> None:
    """The whole of a rate is never more than the group that it is a part of, where the plan asks for that one too."""
    asked = {row["code"]: row for row in sheets.rows[ELEMENTS.key]}
    own = next((code for code in asked if re.fullmatch(rf"{chosen.code}(?:_\d+)?_mau", code)), "")
    is_asked = all(c in asked and asked[c]["subject"] == asked.get(own, {}).get("subject") for c in chosen.within)
    if not own or not chosen.within or not is_asked:
        return
    group = " + ".join(chosen.within)
    names = " và ".join(initial_lower(asked[code]["label"]) for code in chosen.within)
    say = f"{{don_vi}}: {initial_lower(asked[own]['label'])} ({{{own}}}) lớn hơn {names} ({{{group}}})."
    _add(sheets, f"{own} <= {group}", "cần xác nhận", say, f"{GUESSED} Câu trong kế hoạch: {chosen.target.source}")


def _add(sheets: Sheets, expression: str, severity: str, say: str, why: str) -> None:
    taken = sheets.codes(CHECKS)
    code = next(c for n in range(20, 1000) if (c := f"KT-62.{n}") not in taken)
    sheets.add(CHECKS, {"code": code, "expression": usual(expression, why), "severity": severity, "sentence": say})


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
