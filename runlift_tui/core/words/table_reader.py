"""Taking values out of a table of a file, with a note of everything that is wrong in it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.nearest import nearest
from runlift_tui.core.words.spelling import Misspelt, shown

T = TypeVar("T")
D = TypeVar("D")


class Notes:
    """What was found wrong in one file while it was read."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._doubtful: set[Place] = set()

    def wrong(self, where: Place, what: str) -> None:
        """Note what is wrong in a place."""
        self.faults.append(Fault(where, what))
        self._doubtful.add(where)

    def doubt(self, where: Place) -> None:
        """Note that a place holds a stand-in, of which nothing can be said."""
        self._doubtful.add(where)

    def stands_in(self, where: Place) -> bool:
        """Whether nothing can be said of what stands in a place."""
        return any(where[:end] in self._doubtful for end in range(len(where) + 1))

    def sound(self, found: Iterable[Fault]) -> list[Fault]:
        """Return what was found wrong later, but for what only follows from a stand-in."""
        return [fault for fault in found if not self.stands_in(fault.where)]


class Reader:
    """One table of a file. Every key is asked for once, then `close` finds those left over."""

    def __init__(self, table: Mapping[str, Any], where: Place, notes: Notes) -> None:
        self._table = table
        self.where = where
        self._notes = notes
        self._asked: list[str] = []
        self._missing: dict[str, str] = {}

    def has(self, key: str) -> bool:
        """Whether the table has a key; asking is enough to make it a known one."""
        if key not in self._asked:
            self._asked.append(key)
        return key in self._table

    def get(self, key: str, kind: Callable[[Any], T], default: D) -> T | D:
        """Return a value; the default where there is none, or one that is noted as wrong."""
        if not self.has(key):
            return default
        try:
            return kind(self._table[key])
        except Misspelt as error:
            self.wrong(key, str(error))
            return default

    def need(
        self, key: str, kind: Callable[[Any], T], stand_in: D, what: str = "it is missing"
    ) -> T | D:
        """Return a value that may not be left out; a stand-in where it is missing or wrong."""
        if key not in self._table:
            self._missing[key] = what
        return self.get(key, kind, stand_in)

    def tables(self, key: str) -> "list[Reader]":
        """Return the tables under a key; none where it holds anything else."""
        rows: list[Mapping[str, Any]] = self.get(key, _rows, [])
        return [Reader(row, (*self.where, key, at), self._notes) for at, row in enumerate(rows)]

    def wrong(self, key: str, what: str) -> None:
        """Note what is wrong with a key."""
        self._notes.wrong((*self.where, key), what)

    def stands_in(self, key: str) -> bool:
        """Whether a key has a stand-in; misnamed ones are known after `close`."""
        return self._notes.stands_in((*self.where, key))

    def close(self) -> None:
        """Note the keys that nobody asked for, and those that are missing."""
        free = [key for key in self._asked if key not in self._table]
        for key in self._table:
            if key in self._asked:
                continue
            near = nearest(key, free)
            if near:
                # The value that is misnamed is neither missing nor what its stand-in says.
                self._missing.pop(near, None)
                self._notes.doubt((*self.where, near))
            near = near or nearest(key, self._asked)
            hint = f"did you mean {near}?" if near else f"known are {', '.join(self._asked)}"
            self.wrong(key, f"unknown key, {hint}")
        for key, what in self._missing.items():
            self.wrong(key, what)


def text(value: Any) -> str:
    """Return a text.

    Raises:
        Misspelt: it is none.
    """
    if not isinstance(value, str):
        raise Misspelt(f'{shown(value)} is no text, put it in "quotes"')
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Return a list of texts.

    Raises:
        Misspelt: it is none.
    """
    if not isinstance(value, list):
        raise Misspelt(f'{shown(value)} is no list, write ["one", "two"]')
    return tuple(text(each) for each in value)


def whole(value: Any) -> int:
    """Return a whole number.

    Raises:
        Misspelt: it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise Misspelt(f"{shown(value)} is no whole number")
    return value


def number(value: Any) -> float:
    """Return a number.

    Raises:
        Misspelt: it is none.
    """
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Misspelt(f"{shown(value)} is no number")
    return float(value)


def yes(value: Any) -> bool:
    """Return true or false.

    Raises:
        Misspelt: it is neither.
    """
    if not isinstance(value, bool):
        raise Misspelt(f"{shown(value)} is neither true nor false")
    return value


def _rows(value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, dict):
        raise Misspelt("it stands in a list: write its name in two brackets, [[ and ]]")
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise Misspelt("it is no list of tables")
    return value
