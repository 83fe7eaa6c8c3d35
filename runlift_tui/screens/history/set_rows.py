"""The lines of a past session: the session itself, a row a set, a ramp over the set it led to."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.history.rounds import briefly_named, ramp_words
from runlift_tui.core.history.told import set_lines
from runlift_tui.core.lists.tables import shortened
from runlift_tui.core.words.units import Unit
from runlift_tui.widgets.lists.listing import Row, choosable


class SetRows(NamedTuple):
    """What a list shows of a session, and which of its rows can be chosen."""

    rows: tuple[Row, ...] = (Row("The session itself"),)
    places: tuple[int | None, ...] = (None,)
    """Of the set that each row is, among the sets; None for what is none."""

    def at(self, row: int) -> int | None:
        """Return the place of the set that a row is; None for the session itself."""
        return self.places[row] if 0 <= row < len(self.places) else None

    def row_of(self, at: int) -> int:
        """Return the row of a set; the last one where there is none with this place."""
        row = self.places.index(at) if at in self.places else len(self.rows)
        return choosable(self.rows, row)


def set_rows(
    session: PastSession, unit: Unit, known: Callable[[str], Exercise | None], width: int
) -> SetRows:
    """Return the lines of a session, the names below one another, none over its room.

    Args:
        session: The session.
        unit: Of its loads.
        known: Returns an exercise by its id, for what is called out of its name.
        width: Cells that a line may have; 0 for any number.
    """
    ramps = ramp_words(session, unit)
    rows, places = list(SetRows().rows), list(SetRows().places)
    for at, row in enumerate(_rows(session, unit, known, width)):
        slot = session.sets[at].slot
        if slot in ramps:
            rows.append(_heading(slot, ramps.pop(slot)))
            places.append(None)
        rows.append(row)
        places.append(at)
    rows += [_heading(slot, words) for slot, words in ramps.items()]
    return SetRows(tuple(rows), (*places, *[None] * len(ramps)))


def _heading(slot: str, words: str) -> Row:
    return Row(f"{slot:<3} {words}", is_heading=True)


def _rows(
    session: PastSession, unit: Unit, known: Callable[[str], Exercise | None], width: int
) -> Iterator[Row]:
    """Yield a row a set."""
    sets = session.sets
    lines = [
        f"{each.slot:<3} {line}  "
        for each, line in zip(sets, set_lines(sets, unit, rests=False), strict=True)
    ]
    room = max(1, width - max(map(len, lines), default=0)) if width else 0
    names = [_fitted(each, known, room) for each in sets]
    for each, line, name in zip(sets, lines, names, strict=True):
        yield Row(f"{line}{name}".rstrip(), each.note)


def _fitted(each: PastSet, known: Callable[[str], Exercise | None], room: int) -> str:
    """Return a set's name, in fewer words where it is longer than its room; 0 for any length."""
    if not room or len(each.name) <= room:
        return each.name
    return shortened(briefly_named(each.name, each.exercise, known), room)
