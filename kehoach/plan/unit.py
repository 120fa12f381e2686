"""Who answers the forms, or what a value is about (đơn vị): a thôn, a school, an office, the commune itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach.plan.period import lasts


@dataclass(frozen=True)
class Unit:
    """Đơn vị báo cáo: who answers, or what a value is about: a thôn, a school, an office, the commune itself.

    `kind` is the folded code of `kind_name` ("thôn" → "thon"). `base` holds known sizes by data-element code
    (households, people), used only to bound what a missing unit could add. `successors` are the units it went into: one
    where units merged or changed their name, several where one was split.
    """

    code: str
    name: str
    kind: str
    kind_name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    base: Mapping[str, int] = field(default_factory=dict)
    reporter: str = ""
    phone: str = ""

    def is_active(self, on: date) -> bool:
        """Whether the unit exists on that day."""
        return lasts(self.since, on, self.until)
