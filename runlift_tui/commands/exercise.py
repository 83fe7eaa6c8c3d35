"""`runlift exercise NAME`: what the past says of one exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK, say
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.exercises.exercise import Exercise
    from runlift_tui.core.progress.exercise import ExerciseOuting
    from runlift_tui.core.words.units import Unit

_SHOWN = 10
_NO_BEST = "No best set: nobody said that its reps are of each leg, as import --sides each does."


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    what = commands.add_parser(
        "exercise", parents=[folder], help="best sets and last sessions of one"
    )
    what.add_argument("name", metavar="NAME", help="its id, its name, or another name for it")


def run(asked: Asked) -> int:
    """Print what the past says of an exercise, given by its id, name or alias."""
    from runlift_tui.core.exercises.names import named
    from runlift_tui.core.history.past import oldest_first
    from runlift_tui.core.progress.exercise import outings_of, stop_words, with_gone
    from runlift_tui.store.advice import next_time_words

    store = asked.store()
    name = store.desk.same().get(asked.words.name, asked.words.name)
    try:
        sessions = oldest_first(store.past.sessions())
    except StoreError as error:
        return say(error.what, FAILED)
    shelf = store.desk.shelf()
    known = with_gone(shelf.exercises(archived=True), sessions)
    found = named(name, known.values(), shelf.former)
    if len(found) != 1:
        return say(_not_one(name, found, known), MISUSED)
    unit = store.desk.athlete().unit
    stop = stop_words(sessions, found[0], unit)
    ahead = (f"Last {stop}." if stop else "", next_time_words(store, known[found[0]]))
    _print_exercise(known[found[0]], outings_of(sessions, found[0]), unit, ahead)
    printing.said_of(store.past.reports)
    return OK


def _not_one(name: str, found: Sequence[str], known: Mapping[str, Exercise]) -> str:
    """Return that a name means no exercise, or several."""
    if found:
        return (
            f"{name!r} can be {', '.join(found[:5])}{'...' if len(found) > 5 else ''}: say which."
        )
    from runlift_tui.core.exercises.names import near_names

    near = " or ".join(near_names(name, known.values()))
    hint = f", did you mean {near}?" if near else ";"
    return f"there is no exercise {name!r}{hint} runlift exercises lists them all."


def _print_exercise(
    exercise: Exercise, outings: Sequence[ExerciseOuting], unit: Unit, ahead: tuple[str, str]
) -> None:
    from runlift_tui.core.lists.tables import Column
    from runlift_tui.core.progress.curves import (
        IN_THE_SETS,
        curves,
        name_of,
        outing_cells,
        outing_columns,
    )
    from runlift_tui.core.progress.exercise import best_lines, sides_compared
    from runlift_tui.core.progress.stronger import load_words, strength_words
    from runlift_tui.core.words.text import plural, safe_text

    printing.tell(printing.bold(safe_text(exercise.name)))
    drawn = _drawn(exercise.id)
    # A terminal without these characters gets the words alone.
    if drawn and printing.shows(drawn):
        printing.tell("", drawn, "")
    if not outings:
        printing.prose(" ".join(filter(None, (ahead[0] or "Not done yet.", ahead[1]))))
        return
    sets = sum(len(each.sets) for each in outings)
    printing.tell(f"{plural(len(outings), 'session')}, {plural(sets, 'set')}", "")
    best = best_lines(outings, unit)
    heads = (
        Column("best"),
        Column("set", least=printing.LEAST_WORDS // 2),
        Column("date", spare=1),
    )
    if best:
        printing.table(heads, [(b.by, b.done, f"{b.day}") for b in best])
    elif any(done.is_of_one_leg_or_both for each in outings for done in each.sets):
        printing.prose(_NO_BEST)
    printing.tell("")
    shown = curves(outings)
    recent = outings[: -_SHOWN - 1 : -1]
    columns = outing_columns(shown, outings)
    named = {name_of(curve, outings) for curve in IN_THE_SETS}
    rows = [outing_cells(each, shown, unit) for each in recent]
    printing.table(printing.printed(columns, rows, first=named), rows)
    load, strength = load_words(outings, unit), strength_words(outings)
    said = (load and f"load: {load}", strength and f"stronger: {strength}")
    for line in filter(None, (*said, sides_compared(outings), *ahead)):
        printing.tell("")
        printing.prose(line)


def _drawn(id_: str) -> str:
    """Return the frame that says most of an exercise; empty where none is drawn."""
    from runlift_tui.store.library.shipped import figure

    frames = figure(id_)
    rows = frames.small[frames.still] if frames is not None else ()
    return "\n".join(row.rstrip() for row in rows).lstrip("\n")
