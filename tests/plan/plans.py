"""Small random plans, right in every rule, with the odd texts that people paste."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from kehoach.finding import Severity
from kehoach.plan import model as m
from kehoach.plan.choices import ROLES
from kehoach.plan.expression import read_expression
from kehoach.plan.times import read_time
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
def plans(draw: st.DrawFn) -> m.Plan:
    """A plan of some villages with their numbers, targets, tasks, sections and sentences."""
    periods = draw(_periods())
    units = draw(_units())
    codes = [f"tn{number}" for number in range(draw(st.integers(1, 3)))]
    parties = _named([m.Party(code, draw(texts), (), ("thon", "T1"), draw(maybe_texts)) for code in codes])
    reminder = "{don_vi}: " + draw(texts)
    return m.Plan(
        issuer=draw(_issuers()),
        periods=periods,
        units=units,
        elements=draw(_elements(periods)),
        targets=draw(_targets(periods, parties)),
        parties=parties,
        tasks=draw(_tasks(parties)),
        checks=(m.Check("KT-58.1", read_expression("ho_cn <= ho_dk"), Severity.CORRECT.value, reminder),),
        sections=draw(_sections(periods)),
        sentences=draw(_sentences(periods)),
        recipients=tuple(
            m.Recipient(draw(texts), draw(maybe_texts), {"báo cáo": draw(st.sampled_from(ROLES))})
            for _ in range(draw(st.integers(1, 3)))
        ),
        baselines=draw(st.dictionaries(_baseline_keys(units), numbers, max_size=5)),
        bases=tuple(m.Basis(draw(texts), draw(st.none() | days)) for _ in range(draw(st.integers(0, 2)))),
    )


def _named(parties: list[m.Party]) -> tuple[m.Party, ...]:
    """Without two of one name, or one whose name is another's code."""
    kept = {fold(party.name): party for party in parties}
    return tuple(kept.values())


@st.composite
def _periods(draw: st.DrawFn) -> tuple[m.Period, ...]:
    start = date(YEAR - 1, 12, 15)
    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        cutoff = start + timedelta(days=draw(st.integers(20, 120)))
        due = cutoff + timedelta(days=draw(st.integers(0, 5)))
        request, addressees = draw(maybe_texts), draw(lists)
        found.append(
            m.Period(
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
def _units(draw: st.DrawFn) -> tuple[m.Unit, ...]:
    base = st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 5000), max_size=2)
    villages = [
        m.Unit(
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
        m.Unit("X", "xã thử nghiệm", "xa", "xã"),
        *villages,
        m.Unit("VP", "Văn phòng", "thuong_truc", "thường trực"),
    )


@st.composite
def _issuers(draw: st.DrawFn) -> m.Issuer:
    fields = ("commune_code", "commune", "plan_number", "plan_title", "full_name", "abbreviation", "place")
    said = {field: draw(texts) for field in (*fields, "powers", "post", "signer")}
    return m.Issuer(
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
def _elements(draw: st.DrawFn, periods: tuple[m.Period, ...]) -> dict[str, m.Element]:
    kinds = m.ElementKind

    def one(code: str, kind: m.ElementKind, subject: str, suppliers: tuple[str, ...], **more: object) -> m.Element:
        is_count = kind is kinds.COUNT
        nature, chosen = draw(st.sampled_from(m.Nature)), draw(_choices(periods))
        element = m.Element(
            code, draw(texts), draw(maybe_texts), kind, nature, is_count, subject, suppliers, chosen, draw(texts)
        )
        flags = {"help": draw(maybe_texts), "is_estimate": draw(st.booleans()), "is_required": draw(st.booleans())}
        return replace(element, **flags, **more)  # type: ignore[arg-type]

    low = draw(st.none() | st.just(Decimal("0.5")))
    found = [one(code, kinds.COUNT, "thon", draw(st.sampled_from(((), ("VP", "thon")))), low=low) for code in COUNTS]
    found += [
        one("qd_so", kinds.TEXT, "xa", ("VP",)),
        one("dien_bien", kinds.CHOICE, m.TASKS, ("VP",), choices=("a b", "c")),
        one("uu_diem", kinds.PARAGRAPHS, "xa", ("VP",), rows=draw(st.integers(1, 5))),
    ]
    return {element.code: element for element in found}


def _choices(periods: tuple[m.Period, ...]) -> st.SearchStrategy[m.PeriodChoice]:
    codes = [period.code for period in periods] + [period.short for period in periods]
    return st.lists(st.sampled_from(codes), max_size=3, unique=True).map(lambda found: m.PeriodChoice(tuple(found)))


@st.composite
def _targets(draw: st.DrawFn, periods: tuple[m.Period, ...], parties: tuple[m.Party, ...]) -> tuple[m.Target, ...]:
    def one(number: int) -> m.Target:
        measure = draw(st.sampled_from(("%", "hộ", "lớp")))
        return m.Target(
            f"ct{number}",
            draw(texts),
            draw(texts),
            read_expression(draw(st.sampled_from(FORMULAS))),
            draw(st.sampled_from((">=", "<=", "=", ">", "<"))),
            Fraction(draw(st.integers(0, 10_000)), 10_000),
            measure,
            m.PeriodChoice((periods[-1].short,)),
            draw(st.sampled_from(m.Before)),
            draw(st.sampled_from(((), ("qd_so",)))),
            draw(st.sampled_from(("", parties[0].code))),
            draw(st.none() | days),
            None,
            draw(st.sampled_from(("", "T1"))),
            draw(maybe_texts),
        )

    return tuple(one(number) for number in range(1, draw(st.integers(0, 3)) + 1))


@st.composite
def _tasks(draw: st.DrawFn, parties: tuple[m.Party, ...]) -> tuple[m.Task, ...]:
    codes = tuple(party.code for party in parties)

    def one(number: int) -> m.Task:
        time = draw(st.sampled_from(TIMES))
        span = read_time(time, YEAR)
        assert span
        return m.Task(
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
def _sections(draw: st.DrawFn, periods: tuple[m.Period, ...]) -> tuple[m.Section, ...]:
    kinds = m.ContentKind
    contents = [
        (m.Content(kinds.SENTENCES), m.Content(kinds.TARGETS)),
        (m.Content(kinds.TASKS), m.Content(kinds.NEXT_TASKS)),
        (m.Content(kinds.TEXT, codes=("uu_diem",)), m.Content(kinds.TABLE, "thon", COUNTS)),
        (),
    ]
    return tuple(
        m.Section(f"muc_{n}", draw(st.integers(0, 3)), draw(texts), held, draw(_choices(periods)), draw(st.booleans()))
        for n, held in enumerate(contents)
    )


@st.composite
def _sentences(draw: st.DrawFn, periods: tuple[m.Period, ...]) -> tuple[m.SentencePattern, ...]:
    braces = ("{ho_cn}", "{ky: so_buoi}", "{ds thon: ho_cn = 0}", "{ho_dk/tong_ho}", "{nam}", "")
    when = st.sampled_from((None, read_expression("ho_cn > truoc(ho_cn)")))

    def one(code: str, section: str) -> m.SentencePattern:
        text = draw(texts) + draw(st.sampled_from(braces)) + "."
        return m.SentencePattern(code, section, text, draw(_choices(periods)), draw(when))

    own = [one("cau_rieng", "muc_0") for _ in range(draw(st.integers(0, 2)))]
    return (one("tieu_de", ""), m.SentencePattern("ket", "", "Hết.", m.PeriodChoice()), *own)


def _baseline_keys(units: tuple[m.Unit, ...]) -> st.SearchStrategy[tuple[str, str, str]]:
    return st.tuples(
        st.sampled_from(("2023", "2023-Q3")), st.sampled_from([u.code for u in units]), st.sampled_from(COUNTS)
    )
