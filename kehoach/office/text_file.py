"""A text file (tệp chữ) as Notepad shows it: with the byte order mark, without which old Windows guesses the letters,
and the line ends without which it shows one line.
"""


def text_file(text: str) -> bytes:
    """The bytes; the last line is ended, too."""
    return f"\ufeff{text}\n".replace("\n", "\r\n").encode()
