"""The head of a plan (phần đầu): issuing bodies, number, place and date, title, legal bases, the opening sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.office.prose import Prose, TextTable
from kehoach.plan.signed.model import Said
from kehoach.vi.dates import print_date
from kehoach.vi.names import fold, initial_capital, tidy

NUMBER = re.compile(
    r"Số\s*:?\s*(?:(?P<number>\d*)[\s.…_]*/\s*(?P<symbol>[A-ZĐÂĂÊÔƠƯ0-9&.]+(?:\s?[-–]\s?[^\W\d_][\w&.-]*)*)"
    r"|(?P<party>\d+\s*-\s*[A-ZĐ]+[\w.]*/[A-ZĐ][\w.]*))"
)
"""34/KH-BCĐ as the State writes it; 45-KH/ĐU as the Party does."""
_DATE = re.compile(
    r"(?P<place>[^,\n]{2,60}),\s*ngày\s*(?P<day>\d{0,2})[\s.…_]*\s*tháng\s*(?P<month>\d{0,2})[\s.…_]*năm\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_NATION = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam"
    r"|^doan (?:tncs|thanh nien cong san) ho chi minh$"
)
_BASIS = re.compile(r"^(?:căn cứ|thực hiện|theo|xét)\s+(?=\S)", re.IGNORECASE)
_ON_REQUEST = re.compile(r"(?:theo|căn cứ|xét) (?:đề nghị|đề xuất)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:số\s*)?\d+[\w/.-]*/[\w-]*[^\W\d_]", re.IGNORECASE)
_BODIES = (
    r"(?:[ỦU][yỷ] ban|UBND|UBMTTQ|BCĐ"
    r"|Ban (?:[Cc]hỉ đạo|[Tt]hường (?:vụ|trực)|[Cc]hấp hành|[Qq]uản lý|[Aa]n toàn|[Vv]ận động|[Vv]ì|[Dd]ân vận)"
    r"|Hội(?! nghị)|Đảng [ủu][yỷ]|Chi (?:bộ|ủy)|Đoàn|Công đoàn|Mặt trận|Trường|Trạm|Trung tâm|Phòng|Công an)\b"
)
_PLANS = r"(?:xây dựng|ban hành|triển khai|đề ra|lập)\s+(?:và\s+\w+\s+\w+\s+)?kế hoạch"
_OPENING = re.compile(
    rf"(?P<body>{_BODIES}[^;.:]*?)\s+{_PLANS}",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b{_BODIES}")
_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")
_BARE_LEVEL = re.compile(rf"\s+(?:{'|'.join(_LEVELS)})$")
_ACTS = re.compile(_PLANS, re.IGNORECASE)
_RULE = re.compile(r"^[\s_\-–—=*.]+$")
_BODY_STARTS = re.compile(r"^(?:[IVX]{1,4}|[A-H]|1)\s*[.)/-]\s|^phần ", re.IGNORECASE)
_KIND = "KẾ HOẠCH"
MOST_HEAD = 40
MOST_TITLE_LINES = 4
_FULL = {"UBND": "Ủy ban nhân dân", "BCĐ": "Ban Chỉ đạo", "HĐND": "Hội đồng nhân dân"}
_POWERS = {"UBND": "TM. ỦY BAN NHÂN DÂN", "BCĐ": "TM. BAN CHỈ ĐẠO"}


@dataclass(frozen=True)
class Head:
    """Phần đầu: what was read by key of the plan workbook's `Thông tin`; the bases; where the body begins."""

    info: dict[str, Said]
    bases: tuple[Said, ...]
    body: int


def read_head(prose: Prose) -> Head:
    """The head of a plan, and where in `prose` the body begins."""
    kind = next((n for n, part in enumerate(prose[:MOST_HEAD]) if _is_kind(part)), -1)
    above = prose[: max(kind, 0)] if kind >= 0 else prose[:6]
    title, after = _title(prose, kind + 1)
    bases, body = _bases(prose, after)
    lines = _lines(prose)
    number = next((m for line in _lines(above) if (m := NUMBER.search(line))), None)
    dated = next((m for line in _lines(above) if (m := _DATE.search(line))), None)
    commune = _commune(dated["place"].strip() if dated else "", lines)
    info = {
        "plan_number": _number(number),
        "plan_date": _date(dated),
        "plan_title": title,
        "year": _year(title, dated, lines),
        "place": Said(tidy(dated["place"]), dated[0]) if dated else Said(),
        "commune": commune,
        "abbreviation": _abbreviation(number),
        **_bodies(above, [str(p) for p in prose[after : body + 2] if isinstance(p, str)], commune, number),
    }
    info["full_name"] = _in_full(info["full_name"], info["name_lines"], commune, lines)
    return Head(info, bases, body)


def _is_kind(part: str | TextTable) -> bool:
    return isinstance(part, str) and tidy(part).upper() == _KIND and part.upper() == part


def _lines(prose: Sequence[str | TextTable]) -> list[str]:
    """All lines; those beside one another under a tab apart."""
    whole = [line for part in prose for line in ([part] if isinstance(part, str) else part.lines)]
    return [tidy(piece) for line in whole for piece in line.split("\t") if piece.strip()]


def _title(prose: Prose, start: int) -> tuple[Said, int]:
    """The lines under the kind of document, up to the bases or the body."""
    found: list[str] = []
    at = start
    while at < len(prose) and len(found) < MOST_TITLE_LINES:
        line = prose[at]
        if not isinstance(line, str) or (found and (_ends_title(line) or found[-1].endswith((".", ";")))):
            break
        if not _RULE.match(line):
            found.append(tidy(line))
        at += 1
    text = tidy(" ".join(found)).strip(" .")
    return Said(text, text), at


def _ends_title(line: str) -> bool:
    is_basis = _BASIS.match(line) and (_DOCUMENT.search(line) or fold(line).startswith("can cu"))
    is_long_sentence = line.rstrip().endswith((";", ".", ":")) or _OPENING.search(line)
    return bool(is_basis or is_long_sentence or _BODY_STARTS.match(line) or _RULE.match(line))


def _bases(prose: Prose, start: int) -> tuple[tuple[Said, ...], int]:
    """Lines that cite something, and the first line that does not."""
    found: list[Said] = []
    at = start
    while at < len(prose):
        line = prose[at]
        if not isinstance(line, str) or _BODY_STARTS.match(line):
            break
        cited, is_opening = _BASIS.match(line), _OPENING.search(line) is not None
        if cited and not is_opening:
            text = re.sub(r"\s*[;.,]$", "", line[cited.end() :].strip())
            found.append(Said(initial_capital(text), line, bool(_DOCUMENT.search(line))))
        elif cited and (said := line[cited.end() : -len(_from_last_body(line))].strip(" ,;")):
            is_asked = _ON_REQUEST.match(line) is not None
            found += [Said(initial_capital(said), line, is_asked)] if is_asked or _DOCUMENT.search(said) else []
        elif not (is_opening or _RULE.match(line)):
            break
        at += 1
    return tuple(found), at


def _number(match: re.Match[str] | None) -> Said:
    if match is None:
        return Said()
    if match["party"]:
        return Said(re.sub(r"\s", "", match["party"]), match[0])
    symbol = tidy(match["symbol"]).replace(" ", "").replace("–", "-").rstrip(".")
    return Said(f"{match['number']}/{symbol}", match[0]) if match["number"] else Said("", match[0], False)


def _abbreviation(match: re.Match[str] | None) -> Said:
    """BCĐ out of 34/KH-BCĐ, ĐU out of 45-KH/ĐU."""
    if match and match["party"]:
        return Said(match["party"].rpartition("/")[2], match[0])
    symbol = tidy(match["symbol"]).replace("–", "-") if match else ""
    tail = symbol.rpartition("-")[2] if "-" in symbol else ""
    return Said(tail.strip(" ."), match[0]) if tail and match else Said()


def _date(match: re.Match[str] | None) -> Said:
    if match is None or not match["day"] or not match["month"]:
        return Said("", match[0] if match else "")
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return Said("", match[0])
    return Said(print_date(day), match[0])


def _year(title: Said, dated: re.Match[str] | None, lines: Sequence[str]) -> Said:
    """The year of the title; else the first that the text speaks of as the plan's; else that of the date, unsure."""
    if found := re.search(r"năm (\d{4})(?!\s*[-–]\s*\d)", title.text, re.IGNORECASE):
        return Said(found[1], title.source)
    spoken = next((m for line in lines if (m := re.search(r"chỉ tiêu .{0,30}năm (\d{4})", line, re.IGNORECASE))), None)
    if spoken:
        return Said(spoken[1], spoken.string)
    return Said(dated["year"], dated[0], False) if dated else Said()


def _commune(place: str, lines: Sequence[str]) -> Said:
    """ "xã Bình An": the level that the text names before the place of the date line."""
    for line in lines:
        for level in _LEVELS:
            if place and (found := re.search(rf"\b{level}\s+{re.escape(place)}(?!\w)", line, re.IGNORECASE)):
                return Said(f"{level} {place}", line, found[0] == f"{level} {place}" or line.upper() == line)
    return Said("", "")


def _bodies(
    above: Sequence[str | TextTable], opening: Sequence[str], commune: Said, number: re.Match[str] | None
) -> dict[str, Said]:
    """Superior and issuing body: lines of the head, and the name that the opening sentence uses."""
    lines = _left(above)
    name = commune.text.partition(" ")[2]
    spoken = next((m for line in opening if (m := _OPENING.search(_from_last_body(line)))), None)
    abbreviation = _abbreviation(number).text
    full = _full_name(spoken, commune)
    found = {"superior": Said(), "name_lines": Said(), "full_name": full}
    if lines and abbreviation == "UBND":
        found["name_lines"] = Said("\n".join(_of_committee(lines)), " / ".join(lines))
    elif lines:
        count = _superior_lines(lines)
        found["superior"] = Said("\n".join(lines[:count]), " / ".join(lines))
        found["name_lines"] = Said("\n".join(lines[count:] or lines), " / ".join(lines))
    elif full:
        body = re.sub(rf"\s+(?:{'|'.join(_LEVELS)})\s+{re.escape(name)}$", "", full.text) if name else full.text
        found["name_lines"] = Said(body.upper(), full.source, False)
        if abbreviation != "UBND" and commune:
            found["superior"] = Said(f"UBND {commune.text}".upper(), full.source, False)
    return found


def _from_last_body(line: str) -> str:
    """The sentence from the body on that acts in it: others may be named before."""
    acts = _ACTS.search(line)
    named = [m.start() for m in _BODY.finditer(line[: acts.start()])] if acts else []
    heads = [at for at in named if at == 0 or re.search(r"[,;.]\s*$", line[:at])]
    whole = heads or [at for at in named if not re.search(r"\bcủa\s*$", line[:at])]
    return line[whole[-1] :] if whole else line


def _left(above: Sequence[str | TextTable]) -> list[str]:
    """The lines in capitals on the left of the head, without the nation's and those of number and date."""
    found = []
    for line in _lines(above):
        is_ours = line.upper() == line and not _NATION.search(fold(line)) and not NUMBER.search(line)
        if is_ours and not _RULE.match(line) and any(c.isalpha() for c in line):
            found.append(line)
    return found


def _superior_lines(lines: Sequence[str]) -> int:
    """How many lines name the superior: up to the one that names the commune, before the body's own."""
    own = next((n for n, line in enumerate(lines) if n and re.match(r"BAN |BCĐ|HỘI ĐỒNG|TỔ ", line)), 1)
    return own if len(lines) > 1 else 0


def _of_committee(lines: Sequence[str]) -> list[str]:
    """The committee's own lines: its superior (district, province) is not printed above it."""
    own = [n for n, line in enumerate(lines) if re.search(r"XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU", line)]
    last = own[-1] if own else 0
    return list(lines[next((n for n in range(last, -1, -1) if re.match(r"ỦY BAN|UỶ BAN|UBND", lines[n])), last) :])


def _full_name(spoken: re.Match[str] | None, commune: Said) -> Said:
    if spoken is None:
        return Said()
    body = tidy(spoken["body"])
    first = body.split()[0]
    body = _FULL.get(first, first) + body[len(first) :]
    is_whole = not commune or fold(commune.text) in fold(body)
    return Said(body if is_whole else f"{_BARE_LEVEL.sub('', body)} {commune.text}", spoken.string, is_whole)


def _in_full(said: Said, name_lines: Said, commune: Said, lines: Sequence[str]) -> Said:
    """Where the sentence shortens the name of the head ("Ban Chỉ đạo xã"), the whole of it as the text writes it."""
    name = tidy(name_lines.text.replace("\n", " ")).removesuffix(commune.text.upper()).strip()
    short = fold(_BARE_LEVEL.sub("", said.text.removesuffix(commune.text).strip()))
    if not commune or not fold(name).startswith(f"{short} ") or fold(name) in fold(said.text):
        return said
    written = next((line[at : at + len(name)] for line in lines if (at := _of(name, line)) >= 0), "")
    return Said(f"{initial_capital(written)} {commune.text}", said.source, False) if written else said


def _of(name: str, line: str) -> int:
    """Where a name in capitals stands in a line that is not itself in capitals; -1 where it does not."""
    return line.upper().find(name) if line.upper() != line else -1


def usual_powers(abbreviation: str) -> str:
    """What stands above the post where a body signs as a whole (Decree 30/2020, Annex I, II.7); "" for others."""
    return _POWERS.get(abbreviation, "")
