"""Where the time of a session goes, before it begins."""

from collections.abc import Sequence

from runlift_tui.core.lists.charts import BarTone, RowBar
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.length import Lengths, lengths_of, whole_minutes
from runlift_tui.core.session.targets import open_steps

_PRIMING = "priming rest"
_BEFORE_JUMPS = f"{_PRIMING}: before jumps"
"""What that is, to somebody who meets it for the first time."""
TITLE = "WHERE THE TIME GOES"
_KINDS: tuple[tuple[str, BarTone], ...] = (
    ("warm-up", "work"),
    ("ramp", "work"),
    ("work", "work"),
    (_PRIMING, "priming"),
    ("other rest", "rest"),
)
"""Of each of the lengths its words, and whose state's colour it has."""


def where_the_time_goes(start: Started) -> tuple[RowBar, ...]:
    """Return what the minutes of a session go into, those left out that it has none of.

    They come to the minutes that the session is said to take: each of them is a whole one.
    """
    session = begin(start, 0)
    lengths = lengths_of(session, open_steps(session))
    most = max(lengths)
    return tuple(
        RowBar(
            _BEFORE_JUMPS if start.first and label == _PRIMING else label,
            *(seconds, most, f"{minutes} min" if minutes else "under 1"),
            tone=tone,
        )
        for (label, tone), seconds, minutes in zip(_KINDS, lengths, _minutes(lengths), strict=True)
        if seconds
    )


def _minutes(lengths: Lengths) -> Sequence[int]:
    """Return whole minutes that come to those of the session: the largest rests round up."""
    found = [seconds // 60 for seconds in lengths]
    over = whole_minutes(sum(lengths)) - sum(found)
    by_rest = sorted(range(len(lengths)), key=lambda number: -(lengths[number] % 60))
    for number in by_rest[:over]:
        found[number] += 1
    return found
