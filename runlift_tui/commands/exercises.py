"""`runlift exercises`: every exercise by id and name; all of them as text, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import as_text

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.routines.shelf import Shelf
    from runlift_tui.core.routines.taken_in import Taken
    from runlift_tui.core.words.faults import Fault
    from runlift_tui.store.text.text_file import TextFile

_HEAD = """\
RunLift's exercises. Change what you like, add your own, and take it back with:
  runlift exercises import FILE

Of an exercise that is there, what is left out stays as it is; of a new one only
a name is needed. Without an id it is a new one, unless one of your own has this
very name. The id never changes: the history knows it.
measure: reps, hold, metres    sides: both, each, alternating
load: none, external, band"""


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    as_text.add(commands, folder, "exercises", "every exercise")


def run(asked: Asked) -> int:
    """List the exercises, write them out, or take some in; return the exit status."""
    from runlift_tui.core.lists.tables import Column

    match asked.words.action:
        case "export":
            return as_text.export(asked, _text)
        case "import":
            return as_text.import_(asked, _taken)
    heads = (
        Column("id"),
        Column("name", least=12, spare=1),
        Column("", spare=2),
    )
    return as_text.listed(asked, heads, _rows)


def _rows(shelf: Shelf) -> list[tuple[str, ...]]:
    from runlift_tui.core.exercises.browse import marks

    every = shelf.exercises(archived=True).values()
    found = sorted(every, key=lambda each: (each.name.casefold(), each.id))
    return [(each.id, each.name, marks(shelf, each.id)) for each in found]


def _text(shelf: Shelf, level: Level) -> str:
    from runlift_tui.core.exercises.text import exercises_plain
    from runlift_tui.store.text.toml_text import toml_text

    return toml_text(exercises_plain(shelf), _HEAD, {})


def _taken(file: TextFile, shelf: Shelf, level: Level) -> tuple[Taken, list[Fault]]:
    from functools import partial

    from runlift_tui.core.exercises.text import read_exercises
    from runlift_tui.core.routines.shelf_edits import use_faults
    from runlift_tui.core.routines.taken_in import take_exercises

    listed, faults = read_exercises(file.table, shelf, partial(use_faults, shelf=shelf))
    return take_exercises(shelf, listed), faults
