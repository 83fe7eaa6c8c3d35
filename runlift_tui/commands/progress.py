"""`runlift progress`: whether it works, and the rows behind the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, say
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser

_SHOWN = 10


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    commands.add_parser(
        "progress", parents=[folder], help="weeks, best sets, rests before jumps, plans, the 5K"
    )


def run(asked: Asked) -> int:
    """Print what the past answers, and the rows behind it; return the exit status."""
    from runlift_tui.commands.start import planner_of
    from runlift_tui.core.athlete.athlete import distance_of
    from runlift_tui.core.history.past import oldest_first
    from runlift_tui.core.progress.exercise import with_gone
    from runlift_tui.core.progress.page import progress

    store = asked.store()
    try:
        sessions = oldest_first(store.past.sessions())
    except StoreError as error:
        return say(error.what, FAILED)
    known = with_gone(store.desk.shelf().exercises(archived=True), sessions)
    names = {id_: exercise.name for id_, exercise in known.items()}
    athlete = store.desk.athlete()
    sections = progress(
        sessions,
        names,
        athlete.unit,
        store.today(),
        plans=store.desk.plans(),
        runs=store.runs.all(),
        trials=store.runs.trials(),
        distance=distance_of(athlete),
        own=planner_of(store).own,
        single_leg=[id_ for id_, each in known.items() if each.single_leg],
    )
    for section in sections:
        printing.sheet([(section.name, section.says)])
        rows = [line.cells for line in section.lines[:_SHOWN]]
        if rows:
            printing.table(printing.printed(section.columns, rows), rows)
        printing.tell("")
    printing.said_of(store.past.reports)
    return OK
