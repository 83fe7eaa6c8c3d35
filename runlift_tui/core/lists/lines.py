"""Lines of a sheet, of a form and of keys: what several screens list."""

from typing import Literal, NamedTuple


class SheetLine(NamedTuple):
    """One line of a sheet; it may wrap under itself."""

    label: str
    """What the line is about; empty where it goes on with what is above."""
    text: str
    tone: Literal["", "quiet", "strong", "mark"] = ""


SPACE = SheetLine("", "")
"""Stands between groups of lines, where there is room for it."""


class FormField(NamedTuple):
    """One line of the form."""

    name: str
    """Of the field itself; `cues.0` for the first of several."""
    label: str
    hint: str
    choices: tuple[tuple[str, str], ...] = ()
    """Value and word of each, where it is one of a few."""
    also: tuple[tuple[str, str], ...] = ()
    """What else may be typed for one of these, in small letters, and its value."""


class KeyFace(NamedTuple):
    """One key, or a few that belong together, and what they do."""

    key: str
    """As it is printed: `space`, `u`, `+ -`."""
    word: str
    """What it does now: `done`, `go`, `undo`; in a help, what it means."""
    of: tuple[str, ...] = ()
    """What it is the key of, an id with a place or a key that stays: `session.undo:1`, `0-9`.

    Empty for an answer, whose key nobody can change.
    """
