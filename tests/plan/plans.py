"""Small random plans, right in every rule, with the odd texts that people paste."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from kehoach.finding import Severity
from kehoach.plan.check import Check
from kehoach.plan.choices import ROLES
from kehoach.plan.element import TASKS, Element, ElementKind, Nature
from kehoach.plan.expression import read_expression
from kehoach.plan.issuer import Basis, Issuer, Recipient
from kehoach.plan.model import Plan
from kehoach.plan.period import Period, PeriodChoice
from kehoach.plan.section import Content, ContentKind, Section, SentencePattern
from kehoach.plan.target import Before, Target
from kehoach.plan.task import Party, Task
from kehoach.plan.times import read_time
from kehoach.plan.unit import Unit
from kehoach.vi.names import fold, tidy

YEAR = 2024
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệộớừỹAĐÔƠƯ0123456789_.,:()/%-–“”'\"&<>=+@! "
texts = st.text(LETTERS, min_size=1, max_size=24).map(tidy).filter(bool)
maybe_texts = st.one_of(st.just(""), texts)
lists = st.lists(texts, max_size=3, unique=True).map(tuple)
days = st.dates(date(2000, 1, 1), date(2060, 1, 1))
numbers = st.decimals(-10_000, 10_000_000, places=3)
COUNTS = ("tong_ho", "ho_dk", "ho_cn", "so_buoi")
FORMULAS = ("ho_cn / tong_ho", "ho_cn - goc(ho_cn)", "(ho_cn + ho_dk) / dem(thon)")
TIMES = ("Cả năm 2024", "Quý I năm 2024", "tháng 4", "trước ngày 30/11/2024", "6 tháng đầu năm", "Thường xuyên")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of some villages with their numbers, targets, tasks, sections and sentences."""
    periods = draw(_periods())
    units = draw(_units())
    codes = [f"tn{number}" for number in range(draw(st.integers(1, 3)))]
    parties = _named([Party(code, draw(texts), (), ("thon", "T1"), draw(maybe_texts)) for code in codes])
    reminder = "{don_vi}: " + draw(texts)
    return Plan(
        issuer=draw(_issuers()),
        periods=periods,
        units=units,
        elements=draw(_elements(periods)),
        targets=draw(_targets(periods, parties)),
        parties=parties,
        tasks=draw(_tasks(parties)),
        checks=(Check("KT-58.1", read_expression("ho_cn <= ho_dk"), Severity.CORRECT.value, reminder),),
        sections=draw(_sections(periods)),
        sentences=draw(_sentences(periods)),
        recipients=tuple(
            Recipient(draw(texts), draw(maybe_texts), {"báo cáo": draw(st.sampled_from(ROLES))})
            for _ in range(draw(st.integers(1, 3)))
        ),
        baselines=draw(st.dictionaries(_baseline_keys(units), numbers, max_size=5)),
        bases=tuple(Basis(draw(texts), draw(st.none() | days)) for _ in range(draw(st.integers(0, 2)))),
    )


def _named(parties: list[Party]) -> tuple[Party, ...]:
    """Without two of one name, or one whose name is another's code."""
    kept = {fold(party.name): party for party in parties}
    return tuple(kept.values())


@st.composite
def _periods(draw: st.DrawFn) -> tuple[Period, ...]:
    start = date(YEAR - 1, 12, 15)
    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        cutoff = start + timedelta(days=draw(st.integers(20, 120)))
        due = cutoff + timedelta(days=draw(st.integers(0, 5)))
        request, addressees = draw(maybe_texts), draw(lists)
        found.append(
            Period(
                f"{YEAR}-Q{number}",
                draw(texts),
                start,
                cutoff,
                due,
                due,
                date(YEAR - 1, 12, 15),
                request,
                addressees,
                draw(maybe_texts),
                draw(st.booleans()),
            )
        )
        start = cutoff + timedelta(days=draw(st.integers(1, 5)))
    return tuple(found)


@st.composite
def _units(draw: st.DrawFn) -> tuple[Unit, ...]:
    base = st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 5000), max_size=2)
    villages = [
        Unit(
            f"T{n}",
            f"Thôn số {n}",
            "thon",
            "thôn",
            "X",
            (f"xóm thứ {n}",),
            draw(st.none() | days),
            None,
            (),
            draw(base),
            draw(maybe_texts),
            draw(maybe_texts),
        )
        for n in range(1, draw(st.integers(1, 4)) + 1)
    ]
    return (
        Unit("X", "xã thử nghiệm", "xa", "xã"),
        *villages,
        Unit("VP", "Văn phòng", "thuong_truc", "thường trực"),
    )


@st.composite
def _issuers(draw: st.DrawFn) -> Issuer:
    fields = ("commune_code", "commune", "plan_number", "plan_title", "full_name", "abbreviation", "place")
    said = {field: draw(texts) for field in (*fields, "powers", "post", "signer")}
    return Issuer(
        **said,
        plan_date=draw(days),
        year=YEAR,
        superior=draw(maybe_texts),
        second_post=draw(maybe_texts),
        name_lines=tuple(draw(st.lists(texts, min_size=1, max_size=2))),
        body_size=draw(st.sampled_from((13, 14))),
        is_paper=draw(st.booleans()),
        extra={"Mã biểu": draw(texts)},
    )


@st.composite
def _elements(draw: st.DrawFn, periods: tuple[Period, ...]) -> dict[str, Element]:
    kinds = ElementKind

    def one(code: str, kind: ElementKind, subject: str, suppliers: tuple[str, ...], **more: object) -> Element:
        is_count = kind is kinds.COUNT
        nature, chosen = draw(st.sampled_from(Nature)), draw(_choices(periods))
        element = Element(
            code, draw(texts), draw(maybe_texts), kind, nature, is_count, subject, suppliers, chosen, draw(texts)
        )
        flags = {"help": draw(maybe_texts), "is_estimate": draw(st.booleans()), "is_required": draw(st.booleans())}
        return replace(element, **flags, **more)  # type: ignore[arg-type]

    low = draw(st.none() | st.just(Decimal("0.5")))
    found = [one(code, kinds.COUNT, "thon", draw(st.sampled_from(((), ("VP", "thon")))), low=low) for code in COUNTS]
    found += [
        one("qd_so", kinds.TEXT, "xa", ("VP",)),
        one("dien_bien", kinds.CHOICE, TASKS, ("VP",), choices=("a b", "c")),
        one("uu_diem", kinds.PARAGRAPHS, "xa", ("VP",), rows=draw(st.integers(1, 5))),
    ]
    return {element.code: element for element in found}


def _choices(periods: tuple[Period, ...]) -> st.SearchStrategy[PeriodChoice]:
    codes = [period.code for period in periods] + [period.short for period in periods]
    return st.lists(st.sampled_from(codes), max_size=3, unique=True).map(lambda found: PeriodChoice(tuple(found)))


@st.composite
def _targets(draw: st.DrawFn, periods: tuple[Period, ...], parties: tuple[Party, ...]) -> tuple[Target, ...]:
    def one(number: int) -> Target:
        measure = draw(st.sampled_from(("%", "hộ", "lớp")))
        return Target(
            f"ct{number}",
            draw(texts),
            draw(texts),
            read_expression(draw(st.sampled_from(FORMULAS))),
            draw(st.sampled_from((">=", "<=", "=", ">", "<"))),
            Fraction(draw(st.integers(0, 10_000)), 10_000),
            measure,
            PeriodChoice((periods[-1].short,)),
            draw(st.sampled_from(Before)),
            draw(st.sampled_from(((), ("qd_so",)))),
            draw(st.sampled_from(("", parties[0].code))),
            draw(st.none() | days),
            None,
            draw(st.sampled_from(("", "T1"))),
            draw(maybe_texts),
        )

    return tuple(one(number) for number in range(1, draw(st.integers(0, 3)) + 1))


@st.composite
def _tasks(draw: st.DrawFn, parties: tuple[Party, ...]) -> tuple[Task, ...]:
    codes = tuple(party.code for party in parties)

    def one(number: int) -> Task:
        time = draw(st.sampled_from(TIMES))
        span = read_time(time, YEAR)
        assert span
        return Task(
            f"nv{number}",
            draw(texts),
            draw(texts),
            codes[:1],
            codes[1:],
            time,
            span.start,
            span.due,
            draw(maybe_texts),
            draw(st.none() | days),
            None,
            draw(maybe_texts),
        )

    return tuple(one(number) for number in range(1, draw(st.integers(0, 3)) + 1))


@st.composite
def _sections(draw: st.DrawFn, periods: tuple[Period, ...]) -> tuple[Section, ...]:
    kinds = ContentKind
    contents = [
        (Content(kinds.SENTENCES), Content(kinds.TARGETS)),
        (Content(kinds.TASKS), Content(kinds.NEXT_TASKS)),
        (Content(kinds.TEXT, codes=("uu_diem",)), Content(kinds.TABLE, "thon", COUNTS)),
        (),
    ]
    return tuple(
        Section(f"muc_{n}", draw(st.integers(0, 3)), draw(texts), held, draw(_choices(periods)), draw(st.booleans()))
        for n, held in enumerate(contents)
    )


@st.composite
def _sentences(draw: st.DrawFn, periods: tuple[Period, ...]) -> tuple[SentencePattern, ...]:
    braces = ("{ho_cn}", "{ky: so_buoi}", "{ds thon: ho_cn = 0}", "{ho_dk/tong_ho}", "{nam}", "")
    when = st.sampled_from((None, read_expression("ho_cn > truoc(ho_cn)")))

    def one(code: str, section: str) -> SentencePattern:
        text = draw(texts) + draw(st.sampled_from(braces)) + "."
        return SentencePattern(code, section, text, draw(_choices(periods)), draw(when))

    own = [one("cau_rieng", "muc_0") for _ in range(draw(st.integers(0, 2)))]
    return (one("tieu_de", ""), SentencePattern("ket", "", "Hết.", PeriodChoice()), *own)


def _baseline_keys(units: tuple[Unit, ...]) -> st.SearchStrategy[tuple[str, str, str]]:
    return st.tuples(
        st.sampled_from(("2023", "2023-Q3")), st.sampled_from([u.code for u in units]), st.sampled_from(COUNTS)
    )
