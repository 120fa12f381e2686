"""The messages to paste into Zalo (tin nhắn), all in one text; above each whom it goes to and what to enclose."""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.office.text_file import text_file
from kehoach.plan.unit import Unit

_WIDTH = 72
_ALL = "Nhóm chung (nếu có)"


@dataclass(frozen=True)
class Message:
    """Tin nhắn: to which unit, where the file to enclose lies, the text."""

    unit: Unit
    enclosed: str
    text: str


def messages_file(to_all: str, messages: Iterable[Message]) -> bytes:
    """The text file: the message to the common group, then one a unit."""
    lines = [*_headed((_ALL,), to_all)]
    for message in messages:
        who = " · ".join(filter(None, (message.unit.name, message.unit.reporter, message.unit.phone)))
        lines += _headed((who, f"Gửi kèm: {message.enclosed}"), message.text)
    return text_file("\n".join(lines))


def _headed(head: tuple[str, ...], text: str) -> tuple[str, ...]:
    return ("=" * _WIDTH, *head, "-" * _WIDTH, text, "")
