"""XML of other programs, element by element: nothing is kept that nobody asks for.

A file may declare its elements, as every export of Apple Health does; a file that declares
entities is refused, and so is one that is nested deeper than any real one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers import expat

from runlift_tui.exchange.neutral import NotRead

DEEPEST = 64
_PIECE = 1 << 18
_LONGEST_DECLARATIONS = 1 << 21
_ENTITIES = "it declares entities, which no export does"


class XmlReader:
    """Calls what a dialect does with the elements of a file."""

    def __init__(
        self,
        begun: Callable[[tuple[str, ...], Mapping[str, str]], None],
        ended: Callable[[tuple[str, ...], str], None],
        texts: Iterable[str],
    ) -> None:
        """Take what is called.

        Args:
            begun: With the path of local names of an element that begins, and its attributes.
            ended: With the path of an element that ends, and its text where that is wanted.
            texts: Local names of elements whose text is wanted.
        """
        self._begun = begun
        self._ended = ended
        self._texts = frozenset(texts)
        self._path: list[str] = []
        self._parts: list[str] | None = None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Read a whole file.

        Raises:
            NotRead: it is damaged, cut off, or refused.
        """
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except (LookupError, UnicodeError):
            raise NotRead("it names an encoding that it is not in") from None
        except expat.ExpatError as error:
            raise NotRead(f"line {error.lineno} of it is no XML, or it is cut off") from None

    @property
    def line(self) -> int:
        """The line that is read now."""
        return self._parser.CurrentLineNumber

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= DEEPEST:
            raise NotRead(f"it is nested deeper than {DEEPEST} elements")
        local = name.rpartition(":")[2]
        self._path.append(local)
        self._parts = [] if local in self._texts else None
        self._begun(tuple(self._path), attributes)

    def _end(self, name: str) -> None:
        text = "".join(self._parts) if self._parts is not None else ""
        self._ended(tuple(self._path), text.strip())
        self._parts = None
        self._path.pop()

    def _text(self, text: str) -> None:
        if self._parts is not None:
            self._parts.append(text)

    def _entity(self, *what: object) -> None:
        raise NotRead(_ENTITIES)


def pieces_of(data: bytes) -> Iterable[bytes]:
    """Yield bytes in pieces, without the spaces that some programs write before the first."""
    data = data.lstrip(b" \t\r\n") if data[:1].isspace() else data
    for at in range(0, len(data), _PIECE):
        yield data[at : at + _PIECE]


def without_declarations(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a file without the declarations at its begin, which real exports have wrong.

    Raises:
        NotRead: they declare entities.
    """
    found = iter(pieces)
    start = b""
    for piece in found:
        start += piece
        begin = start.find(b"<!DOCTYPE")
        end = start.find(b"]>", begin)
        if begin < 0 and len(start) >= _PIECE:
            break
        if begin >= 0 and end >= 0:
            if b"<!ENTITY" in start[begin:end]:
                raise NotRead(_ENTITIES)
            start = start[:begin] + start[end + 2 :]
            break
        if len(start) > _LONGEST_DECLARATIONS:
            break
    yield start
    yield from found


def root_of(data: bytes) -> str:
    """Return the local name of the first element of a file, or nothing."""
    start = data[:65536]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    rest = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    while rest.startswith((b"<?", b"<!")):
        end = _end_of(rest)
        if end < 0:
            # A declaration of elements may be longer than what is looked at.
            words = rest.split(None, 2)
            return words[1].decode("ascii", "ignore") if len(words) > 1 else ""
        rest = rest[end:].lstrip()
    if not rest.startswith(b"<"):
        return ""
    name = rest[1:].replace(b">", b" ").replace(b"/", b" ").split(None, 1)
    return name[0].rpartition(b":")[2].decode("ascii", "ignore") if name else ""


def _end_of(text: bytes) -> int:
    """Return where a declaration, a comment or an instruction ends."""
    if text.startswith(b"<!--"):
        end = text.find(b"-->")
        return end + 3 if end >= 0 else -1
    inner = text.find(b"[")
    end = text.find(b">")
    if text.startswith(b"<!DOCTYPE") and 0 <= inner < end:
        end = text.find(b"]", inner)
        end = text.find(b">", end) if end >= 0 else -1
    return end + 1 if end >= 0 else -1


def begins_as_xml(data: bytes) -> bool:
    """Whether a file can be XML at all."""
    start = data[:64]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
