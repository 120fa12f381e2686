"""What one cell was taken for (cách hiểu một ô), before it is given its name and place."""

from dataclasses import dataclass

from kehoach.finding import Answer, Severity
from kehoach.plan.element import Element, Nature
from kehoach.submission.model import State
from kehoach.vi.handwriting import Reading, Slip
from kehoach.vi.values import Exact

CODES = {
    Slip.TCVN3: "KT-33",
    Slip.CAPITALS: "KT-34",
    Slip.VNI: "KT-35",
    Slip.UNICODE: "KT-36",
    Slip.TONE: "KT-37",
    Slip.GENERIC: "KT-38",
    Slip.ACCENTS: "KT-39",
    Slip.NUMBER: "KT-40",
    Slip.STRANGE: "KT-42",
    Slip.SPACES: "KT-43",
    Slip.MEASURE: "KT-45",
    Slip.ABOUT: "KT-45",
    Slip.NOTHING: "KT-45",
    Slip.THOUSANDS: "KT-46",
    Slip.SEPARATORS: "KT-47",
    Slip.PERCENT: "KT-48",
    Slip.WORD: "KT-52",
    Slip.LETTERS: "KT-53",
    Slip.SIZE: "KT-54",
    Slip.MONEY: "KT-55",
    Slip.DAY: "KT-56",
}
"""Under which code each way of typing is listed or asked about."""

RETYPE = "Hỏi lại đơn vị rồi ghi số đúng."


@dataclass(frozen=True)
class Doubt:
    """Điều còn ngờ: `clause` follows what was typed and a colon, or is a whole sentence; `do` always is one.

    `also` are further cells of the same sheet that it is about.
    """

    code: str
    severity: Severity
    clause: str
    do: str = RETYPE
    is_whole: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """Ô đã hiểu: value and state; `slip` was put right on the way, `doubts` wait or are listed."""

    value: Exact | None
    state: State
    slip: Slip | None = None
    doubts: tuple[Doubt, ...] = ()
    is_about: bool = False


def asked(code: str, clause: str, do: str = RETYPE, value: Exact | None = None, state: State = State.NUMBER) -> Taken:
    """In doubt until answered (cần xác nhận); with a value where there is a guess worth keeping."""
    doubt = Doubt(code, Severity.CONFIRM, clause, do)
    return Taken(value, State.UNREADABLE if value is None else state, doubts=(doubt,))


def refused(code: str, clause: str, do: str = RETYPE, state: State = State.UNREADABLE) -> Taken:
    """Not to be used as it stands (cần sửa)."""
    return Taken(None, state, doubts=(Doubt(code, Severity.CORRECT, clause, do),))


def unread(reading: Reading) -> Taken:
    """A text of which nothing can be made."""
    return asked(CODES[reading.slip or Slip.NOTHING], reading.doubt)


def answers_for(element: Element, taken: Taken) -> tuple[Answer, ...]:
    """What the officer may answer: keeping needs a value, last period's number a thing that lasts."""
    keep = (Answer.KEEP,) if taken.value is not None or taken.state is State.NIL else ()
    last = (Answer.USE_LAST,) if element.nature is not Nature.FLOW else ()
    return (Answer.CHANGE, *keep, *last, Answer.DROP)
