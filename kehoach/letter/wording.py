"""How letters and messages are worded (câu chữ công văn): the plan's own rows first, else the catalogue's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kehoach.plan.catalogue.read import letter_sentences
from kehoach.plan.model import Plan
from kehoach.plan.needs import flow_start
from kehoach.plan.period import Period
from kehoach.plan.placeholder import BasisWord, Part, PlanWord, Words, read_sentence
from kehoach.plan.texts import tidy_lines
from kehoach.plan.unit import Unit
from kehoach.reply.message import receiver
from kehoach.report.words import plan_words
from kehoach.vi.dates import print_date

_ESTIMATE = "Kỳ này lấy số ước thực hiện."


@dataclass(frozen=True)
class Wording:
    """Cách nói: sentences of one period by code, with the words that this letter alone knows."""

    plan: Plan
    period: Period
    own: Mapping[str, str] = field(default_factory=dict)

    def knowing(self, **words: str) -> "Wording":
        """The same with more words."""
        return replace(self, own={**self.own, **words})

    def to(self, unit: Unit, file: str) -> "Wording":
        """The same for a message to one unit, about its file."""
        return self.knowing(kinh_gui=unit.addressed, ten_don_vi=unit.name, ten_tep=file)

    def say(self, code: str) -> str:
        """The first sentence of that code in which nothing is missing; "" where there is none."""
        texts = (said for pattern in self._patterns(code) if (said := self._said(pattern)))
        return tidy_lines(next(texts, ""))

    def lines(self, code: str) -> tuple[str, ...]:
        """The same, line by line."""
        return tuple(filter(None, self.say(code).splitlines()))

    def _patterns(self, code: str) -> Iterator[str]:
        yield from (s.text for s in self.plan.sentences if s.code == code and s.periods.covers(self.period))
        yield from (text for own, text in letter_sentences() if own == code)

    def _said(self, pattern: str) -> str:
        words = [self._part(part) for part in read_sentence(pattern)]
        return "".join(words) if all(words) else ""

    def _part(self, part: Part) -> str:
        if isinstance(part, Words):
            return part.text
        if isinstance(part, BasisWord):
            bases = (b.text for b in self.plan.bases if part.number in b.text and b.is_in_force(self.period.cutoff))
            return next(bases, "")
        return self._words.get(part.word, "") if isinstance(part, PlanWord) else ""

    @property
    def _words(self) -> Mapping[str, str]:
        plan, period = self.plan, self.period
        return {
            **plan_words(plan, period, flow_start(plan, period)),
            "han_gui": print_date(period.units_due),
            "noi_gui_ve": receiver(plan),
            "ghi_uoc": _ESTIMATE if period.is_estimate else "",
            **self.own,
        }
