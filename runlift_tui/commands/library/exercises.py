"""`runlift exercises`: every exercise by id and name; as text, and back; two made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.library import as_text
from runlift_tui.commands.printing import FAILED, MISUSED
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.exercises.shelf import Edit
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.routines.shelf import Shelf
    from runlift_tui.core.routines.taken_in import Taken
    from runlift_tui.core.words.faults import Fault
    from runlift_tui.store.store import Store
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
    actions = as_text.add(commands, folder, "exercises", "every exercise")
    merge = actions.add_parser(
        "merge", parents=[folder], help="one of your own into another entry of the movement"
    )
    merge.add_argument(
        "words", nargs="+", metavar="ONE into OTHER", help="ids or names; OTHER is kept"
    )


def run(asked: Asked) -> int:
    """List the exercises, write them out, or take some in; return the exit status."""
    from runlift_tui.core.lists.tables import Column

    match asked.words.action:
        case "export":
            return as_text.export(asked, _text)
        case "import":
            return as_text.import_(asked, _taken)
        case "merge":
            return _merge(asked)
    heads = (
        Column("id"),
        Column("name", least=12, spare=1),
        Column("", spare=2),
    )
    return as_text.listed(asked, heads, _rows)


def _merge(asked: Asked) -> int:
    """Make two entries of one movement one; return the exit status."""
    from runlift_tui.core.words.faults import Refused

    store = asked.store()
    store.open()
    try:
        if store.only_looking:
            return printing.say(f"{store.only_looking} Nothing was merged.", FAILED)
        edit = _merging(store, " ".join(asked.words.words))
        store.desk.edit(edit)
        store.acts.changed(edit.table, edit)
    except StoreError as error:
        return printing.say(f"{error.what} Nothing was merged.", FAILED)
    except Refused as error:
        return printing.say(f"{error}. Nothing was merged.", MISUSED)
    finally:
        store.close()
    if store.lost:
        return printing.say(" ".join(store.lost), FAILED)
    return printing.done(f"{edit.told}. Undo on the page of exercises takes it back.")


def _merging(store: Store, text: str) -> Edit:
    """Return the edit that "one into other" means.

    Raises:
        Refused: it means none; the text says why.
        StoreError: the past cannot be read.
    """
    from runlift_tui.core.exercises.shelf import merged
    from runlift_tui.core.history.rearrange import exercise_typed
    from runlift_tui.core.progress.exercise import with_gone
    from runlift_tui.core.words.faults import Refused

    one, into, other = text.partition(" into ")
    if not into:
        raise Refused("say which into which: runlift exercises merge my-squat into split-squat")
    shelf = store.desk.shelf()
    known = with_gone(shelf.exercises(archived=True), store.past.sessions()).values()
    found = [exercise_typed(each.strip(), known) for each in (one, other)]
    if found[1].id not in shelf.exercises(archived=True):
        raise Refused(f"{found[1].name} stands in the past alone; merge it into one of the list")
    return merged(shelf, *found)


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
