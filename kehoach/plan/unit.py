"""Who answers the forms, or what a value is about (đơn vị): a thôn, a school, an office, the commune itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach.plan.period import lasts
from kehoach.vi.names import fold, initial_lower

STANDING = "thuong_truc"
_VILLAGES = tuple(map(fold, ("thôn", "bản", "ấp", "buôn", "làng", "xóm", "khóm", "khu")))
_GROUPS = tuple(map(fold, ("tổ dân phố", "tổ")))


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

    @property
    def is_standing(self) -> bool:
        """Whether it gathers the numbers and writes the report (thường trực): it sends its own letters to nobody."""
        return self.kind == STANDING

    @property
    def head(self) -> str:
        """Who heads a village: "Trưởng thôn", "Tổ trưởng"; "" for an office."""
        kind = fold(self.kind_name)
        if kind in _GROUPS:
            return "Tổ trưởng"
        return f"Trưởng {self.kind_name.lower()}" if kind in _VILLAGES else ""

    @property
    def addressed(self) -> str:
        """Whom a message greets: the person who reports, the head of the village, else the office."""
        if self.reporter:
            return f"đồng chí {self.reporter} ({self.name})"
        if not self.head:
            return self.name
        is_named_so = fold(self.name).startswith(f"{fold(self.kind_name)} ")
        title = self.head.partition(" ")[0] if is_named_so and self.head != "Tổ trưởng" else self.head
        return f"đồng chí {title} {initial_lower(self.name) if is_named_so else self.name}"
