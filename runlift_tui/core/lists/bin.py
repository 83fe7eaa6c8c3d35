"""The bin: what was deleted or discarded, as a list of it shows."""

from collections.abc import Callable, Sequence

from runlift_tui.core.lists.acts import KEPT_MS, Act
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.words.days import day_of, day_text

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


def deleted_on(act: Act, offset_of: OffsetOf) -> str:
    """Return the day on which something was deleted: "Sun 22 Nov"."""
    return day_text(day_of(act.at, offset_of(act.at)))


def kept_until(act: Act, offset_of: OffsetOf) -> str:
    """Return the day until which it can be brought back, at least."""
    until = act.at + KEPT_MS
    return day_text(day_of(until, offset_of(until)))


def bin_rows(acts: Sequence[Act], offset_of: OffsetOf) -> list[tuple[str, ...]]:
    """Return the cells of `COLUMNS`, numbered from 1."""
    return [
        (f"{n}", deleted_on(act, offset_of), act.told, kept_until(act, offset_of))
        for n, act in enumerate(acts, 1)
    ]


def chosen(acts: Sequence[Act], number: int) -> Act | None:
    """Return what has a number in the list, or None."""
    return acts[number - 1] if 0 < number <= len(acts) else None
