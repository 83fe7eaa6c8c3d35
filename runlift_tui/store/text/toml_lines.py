"""On which line every key of a TOML text stands, which the standard parser does not tell.

Only for a text that `tomllib` has taken in: what is wrong with it is said there, and this finds
its way through what is right by a handful of patterns.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping

from runlift_tui.core.words.faults import Place

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)[ \t]*(\.?)""", re.ASCII)
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_BARE = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")


def lines(text: str) -> dict[Place, int]:
    """Return the line, from 1, of every key and every item of a list.

    Args:
        text: Valid TOML; both kinds of line end will do.

    Returns:
        By place: `("blocks", 0, "slots", 1, "label")`; tables stand on the line of their header.
    """
    return _Finder(text).found


def line_of(found: Mapping[Place, int], place: Place) -> int:
    """Return the line of a place, or of the nearest thing around it; 1 where there is none."""
    while place and place not in found:
        place = place[:-1]
    return found.get(place, 1)


class _Finder:
    """Walks once through a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        """Up to where lines were counted."""
        self._rows: dict[Place, int] = {}
        """How many tables each list of tables has so far."""
        self.found: dict[Place, int] = {}
        table: Place = ()
        while self._skip_blank():
            if self._takes("[["):
                table = self._next_row(self._key())
                self._takes("]]")
            elif self._takes("["):
                table = self._header(self._key())
                self._takes("]")
            else:
                self._pair(table)

    def _skip_blank(self) -> bool:
        """Go on to the next thing there is; return whether there is one."""
        self._match(_BLANK)
        return self._at < len(self._text)

    def _takes(self, sign: str) -> bool:
        if not self._text.startswith(sign, self._at):
            return False
        self._at += len(sign)
        return True

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no TOML at character {self._at}")
        self._at = found.end()
        return found

    def _note(self, place: Place) -> None:
        """Remember on which line the walk is, for a place that is not known yet."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        self.found.setdefault(place, self._line)

    def _key(self) -> tuple[str, ...]:
        """Take a key with dots."""
        parts, more = [], True
        while more:
            key = self._match(_KEY)
            parts.append(_bare(key[1]))
            more = bool(key[2])
        return tuple(parts)

    def _under(self, keys: tuple[str, ...]) -> Iterator[Place]:
        """Yield every table on the way to a header's, the last row of each list of them."""
        place: Place = ()
        for key in keys:
            place = (*place, key)
            if place in self._rows:
                place = (*place, self._rows[place] - 1)
            yield place

    def _header(self, keys: tuple[str, ...]) -> Place:
        place: Place = ()
        for place in self._under(keys):
            self._note(place)
        return place

    def _next_row(self, keys: tuple[str, ...]) -> Place:
        place = (*self._header(keys[:-1]), keys[-1])
        self._note(place)
        number = self._rows.get(place, 0)
        self._rows[place] = number + 1
        row = (*place, number)
        self._note(row)
        return row

    def _pair(self, table: Place) -> None:
        place = table
        for key in self._key():
            place = (*place, key)
            self._note(place)
        self._match(_BLANK)
        self._takes("=")
        self._value(place)

    def _value(self, place: Place) -> None:
        self._match(_BLANK)
        if self._takes("["):
            number = 0
            while self._skip_blank() and not self._takes("]"):
                self._note((*place, number))
                self._value((*place, number))
                self._skip_blank()
                self._takes(",")
                number += 1
        elif self._takes("{"):
            while self._skip_blank() and not self._takes("}"):
                self._pair(place)
                self._skip_blank()
                self._takes(",")
        elif self._text[self._at] in "\"'":
            self._match(_STRING)
        else:
            self._match(_BARE)


def _bare(key: str) -> str:
    """Return a key without its quotes."""
    if key[0] == "'":
        return key[1:-1]
    return str(tomllib.loads(f"key = {key}")["key"]) if key[0] == '"' else key
