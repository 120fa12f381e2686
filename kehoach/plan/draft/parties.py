"""Parties of a plan (bên thực hiện): every spelling of the same one together, each with the sentence it stands in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from kehoach.plan.catalogue.read import KnownParty, known_parties, plain
from kehoach.plan.signed.model import Said, SignedPlan
from kehoach.plan.texts import read_list
from kehoach.vi.names import initial_capital, tidy

MOST_ALIASES = 8
_PLACE = re.compile(
    r"\s+(?:trên địa bàn(?: (?:toàn )?(?:xã|phường|thị trấn|đặc khu))?"
    r"|(?:thuộc |của |toàn )?(?:xã|phường|thị trấn|đặc khu))"
    r"(?: [A-ZĐ]\S*(?: [A-ZĐ]\S*)*)?$"
)
_POLITE = re.compile(r"^(?:đề nghị|giao(?: cho)?|yêu cầu|các đồng chí|đồng chí|trách nhiệm của)\s+", re.IGNORECASE)


@dataclass
class Party:
    """Bên: how the plan calls it first or as a group, its other spellings, its duty; `known` is its catalogue entry."""

    code: str
    name: str
    source: str
    known: KnownParty | None
    spellings: dict[str, None] = field(default_factory=dict)
    duty: Said = field(default_factory=Said)
    is_sure: bool = True

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other spellings, as they stand in the plan."""
        key = key_of(self.name)
        names = [s for s in self.spellings if s != self.name]
        return tuple(s for s in names if plain(s) != plain(self.name) or key_of(s) != key)[:MOST_ALIASES]


class Parties:
    """Các bên của kế hoạch, groups first; `code` finds one by any spelling."""

    def __init__(self, plan: SignedPlan, rows: Iterable[Mapping[str, str]] = ()) -> None:
        """`rows` of `Phân công` are there already: those parties keep their codes and names."""
        self._by_key: dict[str, Party] = {}
        self.all: list[Party] = []
        for row in rows:
            self._keep(row)
        for group in plan.groups:
            party = self._party(group.name, "tn")
            party.duty = party.duty or group.duty
        for task in plan.tasks:
            for said in (*task.lead, *task.coordination):
                self._party(said, "ph")

    def codes(self, names: Iterable[Said]) -> tuple[str, ...]:
        """Codes of the named ones, each once."""
        return tuple(dict.fromkeys(self._by_key[key_of(said.text)].code for said in names if key_of(said.text)))

    def known(self, code: str) -> Party | None:
        """The plan's party that is a certain entry of the catalogue."""
        return next((party for party in self.all if party.known and party.known.code == code), None)

    def leads(self, plan: SignedPlan) -> Mapping[str, int]:
        """How many tasks each leads."""
        counts = {party.code: 0 for party in self.all}
        for task in plan.tasks:
            for code in self.codes(task.lead):
                counts[code] += 1
        return counts

    def _keep(self, row: Mapping[str, str]) -> None:
        name, duty = row["name"], row.get("duty", "")
        spellings = dict.fromkeys(read_list(row.get("aliases", "")))
        party = Party(row["code"], name, "", known_party(name), spellings, Said(duty))
        self.all.append(party)
        for spelling in (name, *spellings):
            self._by_key.setdefault(key_of(spelling), party)

    def _code(self, prefix: str) -> str:
        taken = {party.code for party in self.all}
        return next(code for number in count(1) if (code := f"{prefix}{number}") not in taken)

    def _party(self, said: Said, prefix: str) -> Party:
        name = tidy(_POLITE.sub("", said.text))
        key = key_of(name)
        known = known_party(name)
        found = self._by_key.get(key) or next((p for p in self.all if known and p.known is known), None)
        if found is None:
            found = Party(self._code(prefix), initial_capital(name), said.source, known, is_sure=said.is_sure)
            self.all.append(found)
        found.spellings[initial_capital(name) if initial_capital(name) == found.name else name] = None
        self._by_key.setdefault(key, found)
        self._by_key.setdefault(key_of(said.text), found)
        return found


def key_of(name: str) -> str:
    """A name without what says only where: "các thôn trên địa bàn xã" and "Các thôn" are the same."""
    bare = tidy(name).strip(" .;,:")
    return plain(_PLACE.sub("", bare) or bare)


def known_party(name: str) -> KnownParty | None:
    """The catalogue's entry for a name: the whole name is one of its phrases, else the longest that it begins with."""
    key = key_of(name)
    for party in known_parties():
        if any(key == key_of(phrase) for phrase in party.phrases):
            return party
    begun = [(len(p), party) for party in known_parties() for p in map(key_of, party.phrases) if _begins(key, p)]
    return max(begun, key=lambda found: found[0])[1] if begun else None


def _begins(key: str, phrase: str) -> bool:
    return len(phrase.split()) > 1 and (key.startswith(f"{phrase} ") or key.endswith(f" {phrase}"))
