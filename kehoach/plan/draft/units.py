"""Who will report (đơn vị): what the plan names gets a row; what it only speaks of is asked for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kehoach.plan.draft.model import Cell, Mark, Sheets, Standing, asked, from_plan, proposed
from kehoach.plan.draft.parties import Parties, Party
from kehoach.plan.sheets import ELEMENTS, PARTIES, UNITS
from kehoach.plan.signed.model import SignedPlan
from kehoach.plan.texts import read_list
from kehoach.vi.names import code_of, fold

COMMUNE_CODE = "X"
STANDING_KIND = "thường trực"
"""The office that runs the movement and writes the report; its code is what the catalogue calls it."""
OFFICE_KIND = "ngành"
_PREFIX = {"thôn": "T", "cơ quan": "C", "trường": "TR"}
SPOKEN = "Tên lấy từ phần phân công; xem đã đủ các {kind} chưa. Câu trong kế hoạch:"
SCHOOL_KIND = "trường"
_WORDS = ("ấp", "tổ dân phố", "khu phố", "xóm", "bản", "buôn", "khóm", "thôn")


@dataclass(frozen=True)
class Units:
    """Đơn vị: the unit of each party by the party's code; the standing office's; the word for a village here.

    `drafter` is what the standing office is called in the symbols of letters; "" where the plan names none.
    """

    by_party: dict[str, str]
    standing: str
    village: str
    drafter: str = ""

    def supplier(self, name: str, parties: Parties) -> str:
        """The unit behind a name of the catalogue; the standing office where the plan has no such party."""
        party = parties.known(name)
        return self.by_party.get(party.code, self.standing) if party else self.standing


def village_word(plan: SignedPlan) -> str:
    """What the plan calls the places where people live: the word it uses most often."""
    text = fold(" ".join(plan.lines))
    counts = {word: len(re.findall(rf"(?<!nong )\b{re.escape(fold(word))}\b", text)) for word in _WORDS}
    counts["bản"] = len(re.findall(r"\b(?:các|thôn,|trưởng) bản\b", " ".join(plan.lines), re.IGNORECASE))
    return max(_WORDS, key=lambda word: (counts[word], word == "thôn"))


def add_units(sheets: Sheets, plan: SignedPlan, parties: Parties, kinds: Iterable[str]) -> Units:
    """Rows of `Đơn vị`: the commune, the offices, then one to fill in for each kind that is asked.

    The villages come last, so that the other ones go right below.
    """
    village = village_word(plan)
    name = from_plan(plan.info["commune"], "Tên xã, viết như trong câu.")
    sheets.add(UNITS, {"code": COMMUNE_CODE, "name": name, "kind_name": "xã"})
    leads = parties.leads(plan)
    offices = [party for party in parties.all if _is_office(party)]
    standing = max(offices, key=lambda p: (_runs(p), leads[p.code]), default=None)
    by_party: dict[str, str] = {}
    for party in offices:
        by_party[party.code] = _unit_code(party, {COMMUNE_CODE, *by_party.values()})
        its_kind = Cell(STANDING_KIND, _why_standing(party)) if party is standing else Cell(_kind(party))
        name = Cell(party.name, Mark(Standing.FROM_PLAN, party.source))
        sheets.add(UNITS, {"code": by_party[party.code], "name": name, "kind_name": its_kind, "parent": COMMUNE_CODE})
    if standing is None:
        why = "Kế hoạch không nêu ai làm thường trực. Ghi người hoặc bộ phận tổng hợp báo cáo."
        sheets.add(UNITS, {"code": "TT", "name": asked(why), "kind_name": STANDING_KIND, "parent": COMMUNE_CODE})
    named = {_kind(party) for party in offices if party is not standing}
    others = (k for k in dict.fromkeys(kinds) if k != village and k not in named)
    for kind in (*others, *(() if plan.villages else (village,))):
        ask_for_kind(sheets, kind, village)
    for number, said in enumerate(plan.villages, 1):
        code = f"{_PREFIX['thôn']}{number:02d}"
        name = from_plan(said) if said.is_sure else proposed(said.text, f"{SPOKEN.format(kind=village)} {said.source}")
        sheets.add(UNITS, {"code": code, "name": name, "kind_name": village, "parent": COMMUNE_CODE})
    if standing is None:
        return Units(by_party, "TT", village)
    drafter = standing.known.short if standing.known else by_party[standing.code]
    return Units(by_party, by_party[standing.code], village, drafter)


def ask_for_kind(sheets: Sheets, kind: str, village: str) -> None:
    """A row to fill in for a kind of unit that is asked for something."""
    prefix = _PREFIX.get(kind, "T" if kind == village else code_of(kind)[:2].upper())
    why = f"Chưa đọc được tên từng {kind} trong kế hoạch. Mỗi {kind} một dòng: {prefix}01, {prefix}02 …"
    sheets.add(UNITS, {"code": f"{prefix}01", "name": asked(why), "kind_name": kind, "parent": COMMUNE_CODE})


def units_at_work(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> Units:
    """The units of a plan workbook that is there already."""
    codes = {row["code"]: row["kind_name"] for row in rows[UNITS.key]}
    by_party = {p["code"]: u for p in rows[PARTIES.key] for u in read_list(p.get("units", ""))[:1] if u in codes}
    asked_of = Counter(u for row in rows[ELEMENTS.key] for u in read_list(row.get("suppliers", "")) if u in codes)
    runs = (code for code, kind in codes.items() if fold(kind) == fold(STANDING_KIND))
    kinds = Counter(kind for kind in codes.values() if kind in _WORDS)
    standing = next(runs, "") or next((code for code, _ in asked_of.most_common(1)), COMMUNE_CODE)
    return Units(by_party, standing, kinds.most_common(1)[0][0] if kinds else "thôn")


def _kind(party: Party) -> str:
    """A school that the plan names is one of the schools; whoever else answers for something is an office."""
    is_school = not party.known and re.match(r"trường\s", party.name, re.IGNORECASE)
    return SCHOOL_KIND if is_school else OFFICE_KIND


def _is_office(party: Party) -> bool:
    """Somebody who can fill in a form: known to be one, or a single office that leads or answers for something."""
    if party.known:
        return bool(party.known.unit)
    is_many = fold(party.name).startswith(("cac ", "nhung ", "moi "))
    return not is_many and (bool(party.duty) or party.code.startswith("tn"))


def _runs(party: Party) -> int:
    """How much its duty is to run the whole: its standing office; who sums up and reports; nothing of the kind."""
    duty = fold(party.duty.text)
    if re.search(r"thuong truc|dau moi|chi dao chung", duty[:160]):
        return 2
    return int(bool(re.search(r"tong hop.{0,60}bao cao|theo doi, don doc", duty)))


def _why_standing(party: Party) -> Mark:
    said = party.duty.text if _runs(party) else "Chủ trì nhiều nhiệm vụ nhất trong kế hoạch."
    return Mark(Standing.FROM_PLAN if _runs(party) > 1 else Standing.UNSURE, said)


def _unit_code(party: Party, taken: set[str]) -> str:
    """The catalogue's code, else the initials of the name."""
    words = [word for word in re.findall(r"[A-Za-z0-9]+", fold(party.name)) if word not in ("va", "xa", "cua")]
    code = party.known.unit if party.known else "".join(word[0] for word in words).upper()[:8]
    base = code if len(code) > 1 else f"DV{code}"
    return next(c for c in (base, *(f"{base}{n}" for n in range(2, 100))) if c not in taken)
