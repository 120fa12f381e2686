"""Quoting what was typed (trích lời): a long text is cut where a sentence, a message or a note has no room for it."""


def shortened(text: str, most: int) -> str:
    """The text in at most so many letters; an ellipsis says that there is more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
