"""Who gets something back, and what of it (lập phiếu trả lại): from the open findings to one reply a unit."""

from collections.abc import Iterable, Mapping, Sequence

from kehoach.dataset.previous import previous_values
from kehoach.finding import Finding
from kehoach.form.layout import lay_out_form
from kehoach.form.model import Field, Form
from kehoach.plan.model import Plan
from kehoach.reply.instruct import ELSEWHERE, what_to_do
from kehoach.reply.model import Mending, Name, Reply, Spot
from kehoach.reply.own import own_dataset, own_review, sender
from kehoach.review.columns import stored_key
from kehoach.review.model import Review
from kehoach.submission.model import DataValue, State, Submission

OF_ANOTHER = "KT-10"
"""The question whose numbers a file holds: until it is answered they may be another unit's."""


def gather(plan: Plan, review: Review, forms: Mapping[str, Form]) -> tuple[Reply, ...]:
    """One reply for each unit with an open finding about its own cells or files, in the plan's order."""
    asked = {code: _asked_of(review, code) for code in forms}
    return tuple(_reply(plan, review, forms[code], found) for code, found in asked.items() if found)


def _asked_of(review: Review, unit: str) -> list[Finding]:
    """Open findings in files the unit sent; one that sent nothing has nothing to mend."""
    files = {s.file for s in review.accepted.submissions if sender(s) == unit}
    return [f for f in review.open if f.place.unit == unit and f.place.file in files]


def _reply(plan: Plan, review: Review, form: Form, found: Sequence[Finding]) -> Reply:
    unit, own = form.unit.code, own_dataset(review.accepted, form.unit.code)
    current = _current(review, own.submissions, found)
    said = _Said(form, current)
    known = {stored_key(f.key): f for f in own_review(plan, review, unit).findings}
    return Reply(
        form=_next_round(plan, form, own.submissions, current),
        mendings=tuple(_mending(said, f, known.get(stored_key(f.key))) for f in found),
        answers=said.agreed,
        doubts=said.doubts(f for s in current for f in s.findings if f.open),
        nil_sections=tuple(s.blanks_name for s in form.sections if any(said.is_nil_blank(f) for f in s.fields)),
        previous=previous_values(plan, form.period, own),
    )


def _current(review: Review, own: Iterable[Submission], found: Sequence[Finding]) -> list[Submission]:
    """The file that counts; where several contradict each other, all of them; none that may be another unit's."""
    received = review.accepted.reception.received.get(found[0].place.unit)
    asked = (f for f in found if f.code != OF_ANOTHER)
    files = {received} if received else {p.file for f in asked for p in (f.place, *f.others)}
    return [s for s in own if s.file in files and s.values]


def _next_round(plan: Plan, form: Form, own: Iterable[Submission], current: Sequence[Submission]) -> Form:
    """The form of the round after the last one sent; of the next version where its answers stand elsewhere now."""
    stamps = [s.stamp for s in own if s.stamp and (s.values or s.is_empty)]
    version = max((s.version for s in stamps), default=form.stamp.version)
    has_moved = any(_spots(s) != {_name(f): (f.sheet, Spot(f, "").ref) for f in form.fields} for s in current)
    last = max((s.round for s in stamps), default=form.stamp.round)
    return lay_out_form(plan, form.unit, form.period, version + has_moved, last + 1) or form


def _spots(submission: Submission) -> dict[Name, tuple[str, str]]:
    return {(v.element, v.subject): (v.place.sheet, v.place.cell) for v in submission.values}


def _name(field: Field) -> Name:
    return field.element.code, field.subject


def _mending(said: "_Said", finding: Finding, own: Finding | None) -> Mending:
    """A finding in words the unit may read: its own review's, else one that tells nobody's number."""
    spots = said.spots(finding)
    return Mending(spots, own.say if own else ELSEWHERE, what_to_do(finding, spots))


class _Said:
    """What the current files of a unit say, by name; usually there is one file."""

    def __init__(self, form: Form, files: Sequence[Submission]) -> None:
        self.fields = {_name(f): f for f in form.fields}
        self.tables = [{(v.element, v.subject): v for v in s.values} for s in files]
        self.by_place = {v.place: name for table in self.tables for name, v in table.items() if v.place.cell}

    @property
    def agreed(self) -> Mapping[Name, DataValue]:
        """Answers that all files give alike."""
        return {name: self.tables[0][name] for name in self.fields if self.tables and not self.differs(name)}

    def differs(self, name: Name) -> bool:
        """Whether the files say different things under a name."""
        return len({self.read(table.get(name)) for table in self.tables}) > 1

    def doubts(self, asked: Iterable[Finding]) -> Mapping[Name, frozenset[str]]:
        """Codes of findings by the names they are about."""
        pairs = [(name, f.code) for f in asked for name in self.names(f)]
        return {name: frozenset(code for n, code in pairs if n == name) for name, _ in pairs}

    def is_nil_blank(self, field: Field) -> bool:
        """Whether a blank was said to be none, by its section's choice."""
        values = [table.get(_name(field)) for table in self.tables]
        return any(v is not None and v.state is State.NIL and not v.typed for v in values)

    def names(self, finding: Finding) -> tuple[Name, ...]:
        """What a finding is about; one that says that files differ is about all in which they do."""
        places = (finding.place, *finding.others)
        if finding.element:
            found = [(finding.element, finding.subject)]
        elif len({p.file for p in places}) > 1:
            found = [name for name in self.fields if self.differs(name)]
        else:
            found = [self.by_place[p] for p in places if p in self.by_place]
        return tuple(name for name in dict.fromkeys(found) if name in self.fields)

    def spots(self, finding: Finding) -> tuple[Spot, ...]:
        """The cells of a finding, with what stood in them."""
        return tuple(Spot(self.fields[name], self.shown(name)) for name in self.names(finding))

    def shown(self, name: Name) -> str:
        """What was read under a name, in every file that says something else."""
        read = dict.fromkeys(self.read(table.get(name)) for table in self.tables)
        return " / ".join(r or "để trống" for r in read) if len(read) > 1 else "".join(read)

    @staticmethod
    def read(value: DataValue | None) -> str:
        """What was typed."""
        return value.typed if value else ""
