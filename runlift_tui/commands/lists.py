"""Exercises and routines as text: out to standard output, and back from a file."""

from collections.abc import Callable, Sequence
from functools import partial

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.core.exercises.text import exercises_plain, read_exercises
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.names import listed_routines, routine_named
from runlift_tui.core.routines.resolve import routine_ids
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import routine_id_for, use_faults
from runlift_tui.core.routines.taken_in import Taken, standing, take_exercises, take_routine
from runlift_tui.core.routines.text import read_routine, routine_plain
from runlift_tui.core.words.faults import Fault, Refused
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lock import A_MOMENT_S
from runlift_tui.store.library import shipped
from runlift_tui.store.library.library import Library
from runlift_tui.store.library.rows import read_shelf, write_edits
from runlift_tui.store.library.settings import ATHLETE, KEY, athlete_of
from runlift_tui.store.text.text_file import TextFile, read_text_file
from runlift_tui.store.text.toml_text import toml_text

_EXERCISES_HEAD = """\
RunLift's exercises. Change what you like, add your own, and take it back with:
  runlift exercises import FILE

Of an exercise that is there, what is left out stays as it is; of a new one only
a name is needed. Without an id it is a new one, unless one of your own has this
very name. The id never changes: the history knows it.
measure: reps, hold    sides: both, each, alternating    load: none, external, band"""
_ROUTINE_HEAD = """\
{name}: a routine of RunLift. Change what you like, and take it back with:
  runlift routines import FILE

A slot has reps = "5-10", or hold = "10-20 s", or half_of = "B1". Rests are
minutes and seconds, "1:30", or seconds, 90. A ramp's share is the part of the
working load, from 0 to 1."""

Take = Callable[[TextFile, Shelf, Level], tuple[Taken, list[Fault]]]
"""What a file changes on a shelf, unless anything is wrong in it, and all that is."""


def export_exercises(folder: str) -> int:
    """Write every exercise to standard output; return the exit status."""

    def text(shelf: Shelf, level: Level) -> str:
        return toml_text(exercises_plain(shelf), _EXERCISES_HEAD, {})

    return _export(folder, text)


def export_routine(folder: str, id_: str) -> int:
    """Write a routine to standard output; return the exit status."""

    def text(shelf: Shelf, level: Level) -> str:
        routine = standing(shelf, routine_named(id_, shelf), level)
        names = {each.id: each.name for each in shelf.exercises(archived=True).values()}
        head = _ROUTINE_HEAD.format(name=" ".join(routine.name.split()))
        return toml_text(routine_plain(routine), head, names)

    return _export(folder, text)


def list_exercises(folder: str) -> int:
    """Print every exercise by id and name; return the exit status."""
    from runlift_tui.core.exercises.browse import marks

    def rows(shelf: Shelf) -> list[tuple[str, ...]]:
        every = shelf.exercises(archived=True).values()
        found = sorted(every, key=lambda each: (each.name.casefold(), each.id))
        return [(each.id, each.name, marks(shelf, each.id)) for each in found]

    return _list(
        folder,
        (Column("id"), Column("name", least=12, spare=1), Column("", spare=2)),
        rows,
    )


def list_routines(folder: str) -> int:
    """Print every routine by id and name; return the exit status."""

    def rows(shelf: Shelf) -> list[tuple[str, ...]]:
        return [*listed_routines(shelf)]

    words = Column("what it is for", least=24, spare=3)
    return _list(
        folder,
        (
            Column("id"),
            Column("name", least=12, spare=1),
            Column("", spare=2),
            words,
        ),
        rows,
    )


def _list(
    folder: str, heads: Sequence[Column], rows: Callable[[Shelf], list[tuple[str, ...]]]
) -> int:
    try:
        shelf, _ = _state(Library(DataFolder(folder).library))
    except StoreError as error:
        return printing.say(error.what, FAILED)
    printing.table(heads, rows(shelf))
    return OK


def import_exercises(folder: str, path: str) -> int:
    """Take exercises out of a file, or standard input for "-"; return the exit status."""
    return _import(folder, path, _exercises_of)


def import_routine(folder: str, path: str) -> int:
    """Take a routine out of a file, or standard input for "-"; return the exit status."""
    return _import(folder, path, _routine_of)


def _exercises_of(file: TextFile, shelf: Shelf, level: Level) -> tuple[Taken, list[Fault]]:
    listed, faults = read_exercises(file.table, shelf, partial(use_faults, shelf=shelf))
    return take_exercises(shelf, listed), faults


def _routine_of(file: TextFile, shelf: Shelf, level: Level) -> tuple[Taken, list[Fault]]:
    known = routine_ids(shelf, archived=True)
    exercises = shelf.exercises(archived=True)
    routine, faults = read_routine(
        file.table, exercises, known, lambda name: routine_id_for(shelf, name)
    )
    return take_routine(shelf, routine, level), faults


def _export(folder: str, text: Callable[[Shelf, Level], str]) -> int:
    try:
        library = Library(DataFolder(folder).library)
        printing.write((text(*_state(library)),))
    except StoreError as error:
        return printing.say(error.what, FAILED)
    except Refused as error:
        return printing.say(str(error), MISUSED)
    return OK


def _import(folder: str, path: str, take: Take) -> int:
    """Take a file in whole, or refuse it whole with everything that is wrong in it."""
    opened = DataFolder(folder)
    try:
        file = read_text_file(path)
    except StoreError as error:
        return printing.refused([error.what])
    try:
        opened.create()
        opened.lock.acquire(A_MOMENT_S)
        library = Library(opened.library)
        taken, faults = take(file, *_state(library))
        if faults:
            return printing.refused(file.told(faults))
        if taken.edits:
            write_edits(library, taken.edits)
    except StoreError as error:
        return printing.say(f"{error.what} Nothing was imported.", FAILED)
    finally:
        opened.lock.release()
    return printing.done(*(f"{said}." for said in (taken.told, *taken.each)))


def _state(library: Library) -> tuple[Shelf, Level]:
    """Return the athlete's shelf and level; what is wrong with the file is said.

    Raises:
        StoreError: the library cannot be read.
    """
    tables = library.snapshot()
    shelf, faults = read_shelf(shipped.exercises(), tables)
    for what in (*((library.damaged.what,) if library.damaged else ()), *faults):
        printing.say(what, FAILED)
    return shelf, athlete_of(tables.get(ATHLETE, {}).get(KEY)).level
