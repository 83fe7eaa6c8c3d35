"""Random editors of a routine: any change anywhere, sensible or not."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.edit import (
    At,
    block_added,
    copied,
    exercised,
    fresh_routine,
    moved,
    places,
    relabelled,
    removed,
    slot_added,
)
from runlift_tui.core.routines.fields import fields
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.routines.typed import nudged, typed, with_alternatives
from runlift_tui.core.words.faults import Refused
from tests.core.builders import library

IDS = tuple(library())
TEXTS = (
    "5-10",
    "8",
    "20 s",
    "10-20 s",
    "half of B1",
    "half of A1",
    "half of B3",
    "3-1",
    "0",
    "1",
    "2",
    "9",
    "none",
    "1:30",
    "90",
    "31:00",
    "2-3",
    "5 unloaded 0:45, 4 at 60% 1:00",
    "4 at 60%, 4 at 50%",
    "yes",
    "no",
    "",
    "Z9",
    "b7",
    "999999999999",
    "\N{COMBINING ACUTE ACCENT}\x1b[2J",
)


class Change(NamedTuple):
    """One change; the numbers say which, of whatever there is."""

    kind: str
    line: int
    n: int
    text: str


def _typed(routine: Routine, at: At, change: Change) -> Routine:
    found = fields(routine, at, library())
    key = found[change.n % len(found)].key
    if key in ("exercise", "alternatives"):
        return routine
    return typed(routine, at, key, change.text, library())


def _nudged(routine: Routine, at: At, change: Change) -> Routine:
    found = fields(routine, at, library())
    key = found[change.n % len(found)].key
    return nudged(routine, at, key, 1 if change.n % 2 else -1, library())


def _instead(routine: Routine, at: At, change: Change) -> Routine:
    ids = tuple(IDS[(change.n + step) % len(IDS)] for step in range(change.line % 4))
    return with_alternatives(routine, at, ids, library())


def _exercise(change: Change) -> Exercise:
    return library()[IDS[change.n % len(IDS)]]


_CHANGES: dict[str, Callable[[Routine, At, Change], Routine]] = {
    "type": _typed,
    "nudge": _nudged,
    "instead": _instead,
    "exercise": lambda r, at, c: exercised(r, at, _exercise(c), library()),
    "relabel": lambda r, at, c: relabelled(r, at, c.text, library()),
    "add slot": lambda r, at, c: slot_added(r, at, _exercise(c), library()).routine,
    "add block": lambda r, at, c: block_added(r, at, _exercise(c), library()).routine,
    "remove": lambda r, at, _: removed(r, at, library()).routine,
    "copy": lambda r, at, _: copied(r, at, library()).routine,
    "up": lambda r, at, _: moved(r, at, -1, library()).routine,
    "down": lambda r, at, _: moved(r, at, 1, library()).routine,
}

changes = st.builds(
    Change,
    st.sampled_from([*_CHANGES, "type", "type", "nudge"]),
    st.integers(0, 40),
    st.integers(0, 400),
    st.sampled_from(TEXTS),
)
starts = st.one_of(
    st.builds(
        shipped, st.sampled_from(list(SHIPPED)), st.sampled_from(Level), st.integers(0, ALL_SLOTS)
    ),
    st.sampled_from(IDS).map(lambda id_: fresh_routine("own", "Own", library()[id_])),
)


def edited(routine: Routine, change: Change) -> Routine:
    """Return the routine after a change; unchanged where it is refused."""
    lines = places(routine)
    at = lines[change.line % len(lines)]
    try:
        return _CHANGES[change.kind](routine, at, change)
    except Refused:
        return routine


@st.composite
def routines(draw: st.DrawFn, *, most: int = 25) -> Routine:
    """Return a routine that the editor has accepted, after a row of random changes."""
    routine = draw(starts)
    for change in draw(st.lists(changes, max_size=most)):
        routine = edited(routine, change)
    return routine
