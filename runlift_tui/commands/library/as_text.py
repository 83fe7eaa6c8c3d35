"""What `runlift exercises` and `runlift routines` share: out as text, and back from a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.parser import Parser, subcommands
from runlift_tui.commands.printing import FAILED, MISUSED, OK, STANDARD
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands
    from runlift_tui.core.exercises.shelf import Edit
    from runlift_tui.core.lists.tables import Column
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.routines.shelf import Shelf
    from runlift_tui.core.routines.taken_in import Taken
    from runlift_tui.core.words.faults import Fault
    from runlift_tui.store.library.library import Library
    from runlift_tui.store.text.text_file import TextFile

    Take = Callable[[TextFile, Shelf, Level], tuple[Taken, list[Fault]]]
    """What a file changes on a shelf, unless anything is wrong in it, and all that is."""


def add(commands: Commands, folder: Parser, name: str, what: str) -> Commands:
    """Add the words of a command and of its actions; return where more of these go.

    Args:
        commands: Where they go.
        folder: The options that every command has.
        name: Of the command.
        what: Is exported, in words.
    """
    group = commands.add_parser(
        name, parents=[folder], help=f"{name} by id and name; as text: export, import"
    )
    actions = subcommands(group, "action", "ACTION")
    actions.add_parser("list", parents=[folder], help="by id and name; so without an action")
    out = actions.add_parser("export", parents=[folder], help=f"{what} as TOML")
    out.add_argument("-o", dest="out", metavar="FILE", help="by default standard output")
    back = actions.add_parser(
        "import", parents=[folder], help="back out of such a file, whole or not at all"
    )
    back.add_argument("file", metavar="FILE", help="its path, or - for standard input")
    return actions


def listed(
    asked: Asked, heads: Sequence[Column], rows: Callable[[Shelf], Iterable[tuple[str, ...]]]
) -> int:
    """Print a table of what is on the shelf; return the exit status."""
    try:
        shelf, _ = _state(_library(asked))
    except StoreError as error:
        return printing.say(error.what, FAILED)
    printing.table(heads, rows(shelf))
    return OK


def export(asked: Asked, text: Callable[[Shelf, Level], str]) -> int:
    """Write a text to a file, or to standard output; return the exit status."""
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.disk import handed_out

    out = asked.words.out
    try:
        written = text(*_state(_library(asked)))
        if out is None or out == STANDARD:
            printing.write((written,))
        elif handed_out.lies_in_folder(out, asked.folder):
            return printing.say("a list does not belong into the data folder itself.", MISUSED)
        else:
            handed_out.hand_over(os.path.abspath(out), written.encode("utf-8", "replace"))
    except StoreError as error:
        return printing.say(error.what, FAILED)
    except Refused as error:
        return printing.say(str(error), MISUSED)
    except BrokenPipeError:
        pass  # whoever read from a pipe by that name has seen enough
    return OK


def import_(asked: Asked, take: Take) -> int:
    """Take a file in whole, or refuse it whole with everything that is wrong in it."""
    from runlift_tui.store.disk.folder import DataFolder
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.library.rows import write_edits
    from runlift_tui.store.text.text_file import read_text_file

    opened = DataFolder(asked.folder)
    try:
        file = read_text_file(asked.words.file)
    except StoreError as error:
        return printing.refused([error.what])
    try:
        opened.create()
        opened.lock.acquire(A_MOMENT_S)
        library = _library(asked)
        taken, faults = take(file, *_state(library))
        if faults:
            return printing.refused(file.told(faults))
        if taken.edits:
            write_edits(library, taken.edits)
            _remember(asked, taken.edits)
    except StoreError as error:
        return printing.say(f"{error.what} Nothing was imported.", FAILED)
    finally:
        opened.lock.release()
    return printing.done(*(f"{said}." for said in (taken.told, *taken.each)))


def _remember(asked: Asked, edits: Iterable[Edit]) -> None:
    """Have each edit undone by the key of its own place in the program."""
    store = asked.store()
    for edit in edits:
        store.acts.changed(edit.table, edit)
    store.close()


def _library(asked: Asked) -> Library:
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.library.library import Library

    past = Past(asked.folder)
    return Library(past.folder.library, past.stamping)


def _state(library: Library) -> tuple[Shelf, Level]:
    """Return the athlete's shelf and level; what is wrong with the file is said.

    Raises:
        StoreError: the library cannot be read.
    """
    from runlift_tui.store.library import shipped
    from runlift_tui.store.library.library import ATHLETE
    from runlift_tui.store.library.rows import read_shelf
    from runlift_tui.store.library.settings import KEY, athlete_of

    tables = library.snapshot()
    shelf, faults = read_shelf(shipped.exercises(), tables)
    for what in (*((library.damaged.what,) if library.damaged else ()), *faults):
        printing.say(what, FAILED)
    return shelf, athlete_of(tables.get(ATHLETE, {}).get(KEY)).level
