"""The bin: what was deleted or discarded, as a list of it shows."""

from collections.abc import Callable, Sequence
from datetime import date

from runlift_tui.core.lists.acts import KEPT_MS, Act
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.words.days import day_of, day_text, day_words

COLUMNS = (
    Column("", number=True),
    Column("deleted", spare=1),
    Column("what", least=16),
    Column("kept at least until", spare=2),
)
EMPTY = (
    "The bin is empty. Sessions, runs, exercises, routines and plans lie here for 30 days after "
    "they were deleted, and a session that was discarded."
)
OffsetOf = Callable[[int], int]
"""Returns by how many minutes the athlete's clock is ahead of UTC at a moment."""


def _days(act: Act, offset_of: OffsetOf) -> tuple[date, date]:
    """Return the day on which something was deleted, and the one until which it is kept."""
    until = act.at + KEPT_MS
    return day_of(act.at, offset_of(act.at)), day_of(until, offset_of(until))


def bin_note(act: Act, offset_of: OffsetOf) -> str:
    """Return how long it is kept at least: "until Tue 22 Dec"; that is 30 days after it went."""
    return f"until {day_words(_days(act, offset_of)[1])}"


def bin_rows(acts: Sequence[Act], offset_of: OffsetOf) -> list[tuple[str, ...]]:
    """Return the cells of `COLUMNS`, numbered from 1."""
    rows: list[tuple[str, ...]] = []
    for number, act in enumerate(acts, 1):
        deleted, until = map(day_text, _days(act, offset_of))
        rows.append((f"{number}", deleted, act.told, until))
    return rows


def chosen(acts: Sequence[Act], number: int) -> Act | None:
    """Return what has a number in the list, or None."""
    return acts[number - 1] if 0 < number <= len(acts) else None
