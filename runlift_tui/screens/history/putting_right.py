"""What can be put right of a session of the past, and what it comes to."""

from collections.abc import Sequence
from typing import Protocol

from textual.app import App

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.groups import grouped
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.history import frame
from runlift_tui.core.history.amend import (
    Value,
    amended_session,
    amended_set,
    session_values,
    set_values,
)
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.rearrange import (
    EXERCISE,
    EXERCISE_ON,
    after,
    exercise_typed,
    is_load_doubtful,
    is_uncounted,
    swapped,
    with_load_alike,
)
from runlift_tui.core.keys.in_force import key as key_of
from runlift_tui.core.lists.tables import shortened
from runlift_tui.core.sets.told import result
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.units import Unit, load
from runlift_tui.screens.history.set_rows import SetRows
from runlift_tui.store.store import Store
from runlift_tui.widgets.lists.listing import Listing
from runlift_tui.widgets.lists.value_listing import ValueListing

_LONGEST_TOLD = 28
"""Cells of an old or a new value, a note's, in what undo tells."""
_EXERCISE_HINT = "what was done in truth in this set"


class OpenSession(Protocol):
    """The page on which a session of the past is put right, for what steers it from beside."""

    session: PastSession
    shown: SetRows
    in_values: bool

    @property
    def app(self) -> App[object]:
        """What shows it."""
        ...

    @property
    def at(self) -> int | None:
        """The place of the chosen set; None for the session itself."""
        ...

    @property
    def lines(self) -> Listing:
        """The session and its sets."""
        ...

    @property
    def values(self) -> ValueListing:
        """What can be put right of the chosen one."""
        ...

    def paint(self) -> None:
        """Show it anew."""
        ...


class PuttingRight:
    """The values of a session and of its sets, and the document with one of them as typed."""

    def __init__(self, store: Store, unit: Unit) -> None:
        """Take a data folder.

        Args:
            store: Has the clock and the exercises.
            unit: Of loads.
        """
        self._store = store
        self.unit = unit
        """Of loads."""

    def values(self, session: PastSession, at: int | None) -> tuple[Value, ...]:
        """Return what can be edited of a set, or of the session itself for None."""
        if at is None:
            now, offset_of = self._now(), self._store.clock.utc_offset_min
            return (*session_values(session), *frame.frame_values(session, now, offset_of))
        name = session.sets[at].name or session.sets[at].exercise
        found = set_values(session, at, self.unit, self._takes(session, at))
        return (*found, Value(EXERCISE, "exercise", name, _EXERCISE_HINT, is_worded=True))

    def keys(self, session: PastSession, at: int | None) -> list[str]:
        """Return the keys of what can be edited of a set, or of the session itself for None."""
        return [each.key for each in self.values(session, at)]

    def label(self, session: PastSession, at: int | None, key: str) -> str:
        """Return what one of these values is called."""
        key = EXERCISE if key == EXERCISE_ON else key
        return next((each.label for each in self.values(session, at) if each.key == key), key)

    def change_words(self, before: PastSession, now: PastSession, at: int | None, key: str) -> str:
        """Return a value from what to what it was put right: "effort 7 → 8".

        Args:
            before: The session before.
            now: The same one with the value as typed.
            at: The place of the set; None for a value of the session itself.
            key: The value's.
        """
        key = EXERCISE if key == EXERCISE_ON else key
        label = self.label(before, at, key)
        shown = (self._shown(each, at, key) for each in (before, now))
        return f"{label} {' → '.join(shown)}"

    def _shown(self, session: PastSession, at: int | None, key: str) -> str:
        """Return a value as it is told on any later day."""
        if key == frame.BEGAN and at is None:
            return f"{day_words(session.day)} {session.local:%H:%M}"
        found = next((each for each in self.values(session, at) if each.key == key), None)
        if found is None or not found.shown:
            return "–"
        return shortened(" ".join(found.shown.split()), _LONGEST_TOLD)

    def told(self, session: PastSession, key: str) -> str:
        """Return what was put right of a session itself, as it is now: "Kept: effort 7"."""
        if key in frame.KEYS:
            told = frame.frame_told(session, key, self._store.today())
        else:
            value = next(each for each in self.values(session, None) if each.key == key)
            told = "" if value.is_prose else f"{value.label} {value.shown}"
        return f"Kept: {told}" if told else "Kept"

    def amended(
        self, session: PastSession, at: int | None, key: str, text: str, *, confirmed: bool
    ) -> Document:
        """Return the document of a session with a value as typed.

        Raises:
            Far: it is far from those before, and was not confirmed.
            Refused: it cannot be; the text says why.
        """
        if at is None and key in frame.KEYS:
            offset_of = self._store.clock.utc_offset_min
            now = self._now()
            return frame.amended_frame(session, key, text, now, offset_of, confirmed=confirmed)
        if at is None:
            return amended_session(session, key, text)
        if key not in (EXERCISE, EXERCISE_ON):
            takes = self._takes(session, at)
            new = amended_set(session, at, key, text, self.unit, confirmed=confirmed, takes=takes)
            return with_load_alike(session, at, new) if key == Field.LOAD_KG else new
        exercises = self._store.desk.shelf().exercises(archived=True).values()
        exercise = exercise_typed(text, exercises)
        return swapped(session, at, exercise, alone=key == EXERCISE)[0]

    def _takes(self, session: PastSession, at: int) -> int:
        """Return how many weights the exercise of a set takes; 0 where nobody knows."""
        library = self._store.desk.shelf().exercises(archived=True)
        now = library.get(session.sets[at].exercise)
        return now.implements if now is not None and now.takes_load else 0

    def exercises(self, session: PastSession, at: int) -> tuple[Exercise, ...]:
        """Return what may have been done in a set instead, the likest first."""
        shelf = self._store.desk.shelf()
        library = shelf.exercises(archived=True)
        now = library.get(session.sets[at].exercise)
        if now is None:
            return tuple(library.values())
        found = grouped(now, library.values(), (), lambda _: "")
        return tuple(each.exercise for each in found)

    @property
    def former(self) -> FormerNames:
        """What exercises are called beside their names: what they were called before."""
        return self._store.desk.shelf().former

    def _now(self) -> int:
        return self._store.clock.stamp().utc_ms


def firsts(session: PastSession, unit: Unit) -> list[Exercise]:
    """Return the first set of every exercise in every slot, to be chosen from.

    The id of each is the place of its set, its name that of the slot and of the exercise.
    """
    found: dict[tuple[str, str], Exercise] = {}
    for at, each in enumerate(session.sets):
        name = f"{each.slot}  {each.name or each.exercise}".strip()
        first = Exercise(id=f"{at}", name=name, trains=result(each, unit))
        found.setdefault((each.slot, each.exercise), first)
    return list(found.values())


def place_words(session: PastSession, at: int | None) -> str:
    """Return which set a place is: "B1 round 2"; the session itself for None."""
    if at is None:
        return "The session"
    each = session.sets[at]
    return f"{each.slot} round {each.round or '–'}".strip()


def kept_words(session: PastSession, at: int | None, new: Document, unit: Unit) -> str:
    """Return what stands kept: "Kept", or "Kept, in 2 sets of B1" where it is of several.

    With another exercise in one of several sets, which key has it in those after, too; where it
    takes fewer weights, that the load is to be put right, and where it is counted in another way,
    that what was counted is to be typed.
    """
    rows = zip(session.rows, new.get("sets", ()), strict=False)
    changed = [(was, now) for was, now in rows if was != now]
    if at is None or not changed:
        return "Kept"
    kept = (
        "Kept" if len(changed) < 2 else f"Kept, in {len(changed)} sets of {session.sets[at].slot}"
    )
    was, now = changed[0]
    is_swap = len(changed) == 1 and was["exercise"] != now["exercise"]
    is_alone = is_swap and after(session, at)
    if is_swap:
        kept = f"Kept, in {place_words(session, at)}{' alone' if is_alone else ''}"
    if is_uncounted(was) and not is_uncounted(now):
        return kept + _left([row for row in new["sets"] if _is_as_uncounted(row, now)], "count")
    if is_uncounted(now) and not is_uncounted(was):
        return f"{kept}; type what was counted of it"
    if is_load_doubtful(was) and not is_load_doubtful(now):
        left = [row for row in new["sets"] if is_load_doubtful(row) and not row.get("skipped")]
        return kept + _left(left, "put right")
    if is_alone and not is_load_doubtful(now):
        return f"{kept}; {key_of('past.swap')} changes those after it too"
    if was["exercise"] == now["exercise"] or not is_load_doubtful(now):
        return kept
    stays = load(now["load_kg"], now["implements"], unit)
    return f"{kept}; the load, {stays}, is still to be put right"


def _is_as_uncounted(row: Document, counted: Document) -> bool:
    return is_uncounted(row) and row.get("exercise") == counted.get("exercise")


def _left(left: Sequence[Document], what: str) -> str:
    """Return how many sets are still to be put right, and where the first one is."""
    if not left:
        return ""
    where = f"{left[0].get('slot') or ''} round {left[0].get('round') or '–'}".strip()
    return f"; {len(left)} more to {what}: {where}"
