"""XML of a workbook's parts as a stream of events (đọc XML): no tree, no document type, no entities."""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from kehoach.office.model import UnreadableFile

SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The usual namespace, and that of "Strict Open XML Spreadsheet" in Excel's list of kinds to save as."""

MOST_DEPTH = 100
"""A cell with formatted text lies 8 deep."""

MOST_ELEMENTS = 1_000_000
"""Elements in one part: 187,986 cells were the most seen, and a cell takes two or three."""

SURVEYED_FROM = 500_000
"""Tags, as many as 100,000 cells take; fewer, however deep they lie, can ask for some 70 MB."""

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Characters = Callable[[str], object]
Begun = Callable[[dict[str, str]], object]
Ended = Callable[[], object]


def names(*local: str, spaces: Iterable[str] = SPREADSHEET) -> Mapping[str, str]:
    """Full element name as `parse` gives it → its short name, in every namespace that means the same."""
    return {f"{space} {name}": name for space in spaces for name in local}


def whole(text: str, otherwise: int) -> int:
    """The value of a counting attribute, or what it counts as when it is absent or no such number."""
    return int(text) if text.isdigit() and text.isascii() and len(text) < 9 else otherwise


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a switch such as `strike` is on: it is where nothing is said."""
    return attributes.get("val", "1") not in ("0", "false", "off")


def parse(data: bytes, start: Start, end: End | None = None, characters: Characters | None = None) -> None:
    """Runs the events of one part; element and attribute names are "namespace local". Raises UnreadableFile."""
    if data.count(b"<") > SURVEYED_FROM:
        _survey(data)
    parser = _parser()
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if characters:
        parser.buffer_text = True
        parser.CharacterDataHandler = characters
    _run(parser, data)


def parse_by_name(data: bytes, begun: Mapping[str, Begun], ended: Mapping[str, Ended], pieces: list[str]) -> None:
    """Runs what is to be done where elements of a spreadsheet begin and end, by their short names.

    All text goes into `pieces`.
    """
    starts = {full: begun[name] for full, name in names(*begun).items()}
    ends = {full: ended[name] for full, name in names(*ended).items()}

    # Both run for every element of a file.
    def start(name: str, attributes: dict[str, str]) -> None:
        if handle := starts.get(name):
            handle(attributes)

    def end(name: str) -> None:
        if handle := ends.get(name):
            handle()

    parse(data, start, end, pieces.append)


def _survey(data: bytes) -> None:
    depth = elements = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > MOST_DEPTH or elements > MOST_ELEMENTS:
            raise UnreadableFile("dangerous", f"{elements} elements, {depth} deep")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    _run(parser, data)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _run(parser: expat.XMLParserType, data: bytes) -> None:
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableFile("damaged", str(error)) from error


def _refuse_document_type(*_: object) -> None:
    raise UnreadableFile("dangerous", "document type or entities")
