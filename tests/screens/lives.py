"""Made-up lives: parts of a year of training, with a plan or without, at some moment of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.plan.plan import Plan, TimeOff, ended, long_enough
from runlift_tui.core.routines.edit import At, slot_added
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Reps, Slot
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.store.archive import add_archive
from runlift_tui.store.history.past import Past
from runlift_tui.store.library.library import ATHLETE, PLANS, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.store import Store
from tests.core.plans import plan

_HOUR_MS = 3_600_000


class Own(StrEnum):
    """How a routine became the athlete's own, out of the one that ships."""

    NOT = "it ships"
    COPIED = "a copy"
    CHANGED = "other rounds, rests and counts"
    SHORT = "its main part alone, under another name"
    SWAPPED = "another exercise in a slot of one that ships"


class Life(NamedTuple):
    """What is taken of a year, and by whom."""

    level: Level
    routine: str
    last: int
    """So many of its sessions, the newest ones."""
    without: frozenset[int]
    """Which of them are missing, by their number from the newest, 0."""
    hours: int
    """From the newest one's end to now."""
    plan_weeks: int | None
    """How many weeks ago a plan began; None without one."""
    plan_days: int | None
    """Days after its beginning on which it was ended; None where it was not."""
    race: int | None = None
    """Days from the plan's beginning to its race; None without one."""
    off: int | None = None
    """Days from the plan's beginning to a week off, or the next one; None where none is."""
    runs: int = 0
    """Every so many-th run and race is there; 0 for none."""
    pain: int | None = None
    """Of the newest session, 0-10, as said; None for as it was."""
    sign: bool = False
    """Whether the newest session has a stop sign."""
    doubt: bool = False
    """Whether the first set of the newest session with a load has it in doubt."""
    more: str = ""
    """Id of an exercise that was added to their routine, which made it a copy; empty for none."""
    unit: Unit = Unit.KG
    own: Own = Own.NOT
    """Whether a routine of one's own is trained, and what of it is."""


LIVES = st.builds(
    Life,
    level=st.sampled_from(Level),
    routine=st.sampled_from(sorted(SHIPPED)),
    last=st.integers(0, 40),
    without=st.frozensets(st.integers(0, 30), max_size=15),
    hours=st.integers(1, 24 * 12),
    plan_weeks=st.none() | st.integers(-1, 11),
    plan_days=st.none() | st.integers(0, 70),
    race=st.none() | st.integers(14, 90) | st.integers(14, 7 * 44 - 1),
    off=st.none() | st.integers(0, 60),
    runs=st.integers(0, 3),
    pain=st.none() | st.integers(0, 10),
    sign=st.sampled_from((False, False, True)),
    doubt=st.booleans(),
    more=st.sampled_from(("", "", "towel-curl", "goblet-squat")),
    unit=st.sampled_from(Unit),
    own=st.sampled_from(Own),
)


@contextmanager
def lived(year: Archive, life: Life) -> Iterator[Today]:
    """Open a folder with what is taken of a year, at the moment that a life says."""
    clock = ManualClock()
    kept = _sessions(year, life)
    if kept:
        kept[-1] = _hurt(kept[-1], life)
        over = datetime.fromisoformat(kept[-1]["finished"]).timestamp() * 1000
        clock.set_utc(round(over) + life.hours * _HOUR_MS)
    ids = {str(row["id"]): row for row in kept}
    years = {
        number: {name: _taken(name, rows, ids, life.runs) for name, rows in tables.items()}
        for number, tables in year.years.items()
    }
    who = Athlete(
        level=life.level, asked=True, ask_first=False, routine=life.routine, unit=life.unit
    )
    with TemporaryDirectory() as folder:
        store = Store(folder, clock)
        store.open()
        plans = [document_of(each) for each in _plans(life, store)]
        library = {ATHLETE: [{**document_of(who), "id": KEY}], PLANS: plans}
        used = store
        try:
            add_archive(Past(folder), Archive(years, library))
            used = Store(folder, clock)
            today = with_own(Today(used), life.routine, life.own)
            if life.more and life.own is Own.NOT:
                _add(today, life)
            yield today
        finally:
            used.close()
            store.close()


def _add(today: Today, life: Life) -> None:
    """Add an exercise to the end of the routine, as its editor does."""
    routines = RoutineChanges(today)
    routine, known = routines.routine(life.routine), routines.shelf.exercises()
    at = At(len(routine.blocks) - 1, len(routine.blocks[-1].slots) - 1)
    added = slot_added(routine, at, known[life.more], known)
    routines.keep(added.routine, "Added one")


def with_own(today: Today, shipped: str, own: Own) -> Today:
    """Return the moment with a routine of the athlete's own that home suggests.

    Args:
        today: The moment.
        shipped: Id of the routine that it is made of.
        own: What was made of it.
    """
    if own is Own.NOT:
        return today
    changes = RoutineChanges(today)
    if own is Own.SWAPPED:
        routine = changes.routine(shipped)
        block = routine.blocks[-1].with_slots(_other_exercise)
        changes.keep(structs.replace(routine, blocks=(*routine.blocks[:-1], block)), "swapped")
        return Today(today.store)
    id_ = changes.copy(shipped).id
    assert id_
    routine = changes.routine(id_)
    if own is Own.CHANGED:
        routine = routine.with_slots(_other_numbers)
        main = structs.replace(routine.blocks[-1], rounds=4, round_rest_s=75)
        routine = structs.replace(routine, blocks=(*routine.blocks[:-1], main))
        changes.keep(routine, "other numbers")
    elif own is Own.SHORT:
        routine = structs.replace(routine, name="Only the main part", blocks=routine.blocks[-1:])
        changes.keep(routine, "shortened")
    today.suggest(id_)
    return Today(today.store)


def _other_exercise(slot: Slot) -> Slot:
    return structs.replace(slot, exercise=slot.alternatives[0]) if slot.alternatives else slot


def _other_numbers(slot: Slot) -> Slot:
    """Return a slot with counts between which it goes up, and another rest."""
    counts = slot.prescription
    if isinstance(counts, Reps):
        counts = structs.replace(counts, low=5, high=9)
    return structs.replace(slot, prescription=counts)


def _sessions(year: Archive, life: Life) -> list[Document]:
    rows = [row for tables in year.years.values() for row in tables.get(SESSIONS, ())]
    rows.sort(key=lambda row: str(row["started"]))
    newest = rows[::-1][: life.last]
    return [row for n, row in enumerate(newest) if n not in life.without][::-1]


def _hurt(row: Document, life: Life) -> Document:
    """Return the newest session with what was said of it, and with a load in doubt."""
    said = {} if life.pain is None else {"pain": life.pain}
    if life.sign:
        said = {"pain": life.pain or 7, "stop_sign": True}
    sets = [dict(each) for each in row["sets"]]
    loaded = next((each for each in sets if each.get("load_kg")), None)
    if life.doubt and loaded is not None:
        loaded["unsure"] = ["load_kg"]
    return {**row, **said, "sets": sets}


def _taken(table: str, rows: list[Document], ids: dict[str, Document], runs: int) -> list[Document]:
    if table == SESSIONS:
        return [ids[row["id"]] for row in rows if row["id"] in ids]
    return rows[::runs] if runs else []


def _plans(life: Life, store: Store) -> Iterator[Plan]:
    if life.plan_weeks is None:
        return
    today = store.today()
    monday = today - timedelta(days=today.weekday(), weeks=life.plan_weeks)
    race = None if life.race is None else monday + timedelta(days=life.race)
    found = plan(start=monday, level=life.level, race=race)
    found = structs.replace(found, answers=long_enough(found.answers))
    if life.off is not None:
        first = monday + timedelta(days=life.off)
        away = TimeOff(first=first, last=first + timedelta(days=6), ill=life.off % 2 == 0)
        found = structs.replace(found, off=(away,))
    if life.plan_days is not None:
        found = ended(found, monday + timedelta(days=life.plan_days)).after or found
    yield found
