"""`runlift routines`: every routine by id and name; one of them as text, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands.library import as_text

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.routines.shelf import Shelf
    from runlift_tui.core.routines.taken_in import Taken
    from runlift_tui.core.words.faults import Fault
    from runlift_tui.store.text.text_file import TextFile

_HEAD = """\
{name}: a routine of RunLift. Change what you like, and take it back with:
  runlift routines import FILE

A slot has reps = "5-10", or hold = "10-20 s", or metres = "20-40 m", or
half_of = "B1". Rests are minutes and seconds, "1:30", or seconds, 90. A ramp's
share is the part of the working load, from 0 to 1."""


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    actions = as_text.add(commands, folder, "routines", "a routine")
    actions.choices["export"].add_argument("id", metavar="ID", help="id or name of the routine")


def run(asked: Asked) -> int:
    """List the routines, write one out, or take one in; return the exit status."""
    from runlift_tui.core.lists.tables import Column
    from runlift_tui.core.routines.names import listed_routines

    match asked.words.action:
        case "export":
            return as_text.export(asked, lambda *state: _text(asked.words.id, *state))
        case "import":
            return as_text.import_(asked, _taken)
    heads = (
        Column("id"),
        Column("name", least=12, spare=1),
        Column("", spare=2),
        Column("what it is for", least=24, spare=3),
    )
    return as_text.listed(asked, heads, listed_routines)


def _text(name: str, shelf: Shelf, level: Level) -> str:
    """Return a routine, given by its id or name, as text.

    Raises:
        Refused: there is none of that name.
    """
    from runlift_tui.core.routines.names import routine_named
    from runlift_tui.core.routines.taken_in import standing
    from runlift_tui.core.routines.text import routine_plain
    from runlift_tui.store.text.toml_text import toml_text

    routine = standing(shelf, routine_named(name, shelf), level)
    names = {each.id: each.name for each in shelf.exercises(archived=True).values()}
    head = _HEAD.format(name=" ".join(routine.name.split()))
    return toml_text(routine_plain(routine), head, names)


def _taken(file: TextFile, shelf: Shelf, level: Level) -> tuple[Taken, list[Fault]]:
    from runlift_tui.core.routines.resolve import routine_ids
    from runlift_tui.core.routines.shelf_edits import routine_id_for
    from runlift_tui.core.routines.taken_in import take_routine
    from runlift_tui.core.routines.text import read_routine

    known = routine_ids(shelf, archived=True)
    exercises = shelf.exercises(archived=True)
    routine, faults = read_routine(
        file.table, exercises, known, lambda name: routine_id_for(shelf, name)
    )
    return take_routine(shelf, routine, level), faults
