"""A text that somebody hands over, read with suspicion: TOML, with the line of every key."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.text import decoded, safe_text
from runlift_tui.store.disk import handed_over
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.text.toml_lines import line_of, lines

MOST_BYTES = 4_000_000
"""Some thousand exercises; a longer file is something else."""
_AT_LINE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_NO_TOML = "this is no TOML"
_PLAIN = {
    "Cannot overwrite": "this stands in the text already",
    "Cannot declare": "this stands in the text already",
    "Cannot mutate": "this stands in the text already",
    "Duplicate": "this stands in the text already",
    "Expected '='": "a key needs = and a value",
    "Invalid value": "this is no value; a text stands in quotes",
    "Invalid statement": 'this is no line of TOML, such as name = "Wall sit"',
    "Unclosed array": "the list is not closed with ]",
    "Unclosed inline table": "the table is not closed with }",
    "Unterminated string": "the text is not closed with a quote",
    "Illegal character": "this character cannot stand here; is a quote missing?",
    "Expected newline": "something stands behind the end of a value",
}
"""How the parser's complaints begin, and what they mean to whoever wrote the text."""
_AT_END = " (at end of document)"


class Malformed(StoreError):
    """A text that is no TOML; its words begin with the file, the line and the column."""


class TextFile(NamedTuple):
    """A text that is valid TOML."""

    name: str
    """Safe to print."""
    table: Mapping[str, Any]
    lines: Mapping[Place, int]

    def told(self, faults: list[Fault]) -> list[str]:
        """Return every fault in a line of its own, in the order of the lines of the file."""
        found = [(line_of(self.lines, fault.where), fault) for fault in faults]
        found.sort(key=lambda each: each[0])
        return [safe_text(f"{self.name}:{line}: {_told(fault)}") for line, fault in found]


def read_text_file(path: str) -> TextFile:
    """Return what a file, or standard input for "-", holds.

    Raises:
        Malformed: it is no TOML.
        StoreError: it cannot be read.
    """
    name = handed_over.name_of(path)
    data = handed_over.read(path, MOST_BYTES, "list")
    text = _decoded(name, data).replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
        return TextFile(name, table, lines(text))
    except tomllib.TOMLDecodeError as error:
        raise Malformed(_syntax(name, text, str(error))) from None
    except RecursionError:
        raise StoreError(f"{name} is nested too deeply.") from None
    except ValueError:
        raise StoreError(f"{name} holds a number that is too long.") from None


def _told(fault: Fault) -> str:
    return f"{fault.place}: {fault.what}" if fault.where else fault.what


def _decoded(name: str, data: bytes) -> str:
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        raise StoreError(f"{name} is not text in UTF-8.") from None
    if "\0" in text:
        raise StoreError(f"{name} is not text.")
    if not text.strip():
        raise StoreError(f"{name} is empty.")
    return text


def _syntax(name: str, text: str, what: str) -> str:
    """Return what is wrong with a text in plain words, with the place in front."""
    if found := _AT_LINE.fullmatch(what):
        return f"{name}:{found[2]}:{found[3]}: {_plain(found[1])}"
    last = text.rstrip("\n").split("\n")
    said = _plain(what.removesuffix(_AT_END))
    return f"{name}:{len(last)}:{len(last[-1]) + 1}: {said}, and there the text ends"


def _plain(what: str) -> str:
    """Return what the parser says as one would say it."""
    return next((said for start, said in _PLAIN.items() if what.startswith(start)), _NO_TOML)
