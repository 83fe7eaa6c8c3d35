"""Runs and trials as rows: what a list says of each, and of the week that it was in."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.core.lists.tables import Column, line
from runlift_tui.core.runs.five_k import NO_ESTIMATE, five_k
from runlift_tui.core.runs.reading import as_run
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.days import MONTHS, day_text, monday_of
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import (
    METRES,
    Distance,
    clock,
    distance_text,
    pace_text,
    time_text,
)


class RunSum(NamedTuple):
    """What some runs come to."""

    runs: int = 0
    metres: float = 0.0
    seconds: int = 0
    untimed: int = 0
    """Runs of which no time is known; they are missing in `seconds`."""
    unmeasured: int = 0
    """Runs of which no distance is known; they are missing in `metres`."""
    fast_s: int = 0

    def plus(self, run: Run) -> "RunSum":
        """Return the sum with one more run."""
        return RunSum(
            self.runs + 1,
            self.metres + (run.metres or 0.0),
            self.seconds + (run.seconds or 0),
            self.untimed + (run.seconds is None),
            self.unmeasured + (run.metres is None),
            self.fast_s + (run.fast_s or 0),
        )


class RunWeek(NamedTuple):
    """A week of running, from Monday to Sunday."""

    monday: date
    all: RunSum
    by_kind: dict[RunKind, RunSum]


COLUMNS: tuple[Column, ...] = (
    Column("day"),
    Column("distance", number=True),
    Column("time", number=True, spare=1),
    Column("pace", number=True, spare=2),
    Column("kind", least=9, spare=3),
    Column("effort", number=True, spare=6),
    Column("5K", number=True, spare=5),
    Column("note", least=12, spare=4),
)
_LISTED: tuple[Column, ...] = (
    Column("day", width=10),
    Column("distance", number=True, width=8),
    Column("time", number=True, width=7),
    Column("pace", number=True, width=8),
    Column("kind"),
)
"""The columns of a list that is read by stretches: they are as wide as they mostly are."""

_NONE = "no estimate"


def row_cells(said: Run | Trial, today: date | None, unit: Distance) -> tuple[str, ...]:
    """Return a run or trial in the columns of `COLUMNS`; what was not said is empty."""
    metres, seconds = said.metres, said.seconds
    pace = pace_text(metres, seconds, unit) if metres and seconds else ""
    return (
        day_text(said.day, today),
        distance_text(metres, unit) if metres else "",
        time_text(seconds) if seconds else "",
        pace,
        kind_words(said),
        "" if said.effort is None else f"{said.effort}",
        _five_k(said) if isinstance(said, Trial) else "",
        said.note,
    )


def _five_k(trial: Trial) -> str:
    found = five_k(trial)
    return _NONE if found is None else found.words


def kind_words(said: Run | Trial) -> str:
    """Return what a run was for, and the strides in it: "easy, fast 2:00"."""
    words = as_run(said).kind.value
    return words if said.fast_s is None else f"{words}, fast {time_text(said.fast_s)}"


def row_words(said: Run | Trial, unit: Distance) -> tuple[str, str]:
    """Return what the list of runs says: the figures in columns, and a 5K or a note."""
    day, distance, time, pace, kind, _, five, note = row_cells(said, said.day, unit)
    text = line(_LISTED, (day, distance, time, pace, kind))
    if five:
        five = NO_ESTIMATE if five == _NONE else f"5K {five.replace('about ', '≈')}"
    return text, "  ".join(filter(None, (five, note)))


def week_words(week: RunWeek, unit: Distance) -> tuple[str, str]:
    """Return a week's heading: "Week of 16 Nov 2026", "4 runs, 38.20 km, 3:24:10"."""
    monday = week.monday
    heading = f"Week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"
    return heading, sum_words(week.all, unit)


def run_weeks(runs: Iterable[Run]) -> dict[date, RunWeek]:
    """Return the weeks that have a run in them, by their Mondays."""
    found: dict[date, RunWeek] = {}
    for run in runs:
        monday = monday_of(run.day)
        week = found.get(monday) or RunWeek(monday, RunSum(), {})
        week.by_kind[run.kind] = week.by_kind.get(run.kind, RunSum()).plus(run)
        found[monday] = week._replace(all=week.all.plus(run))
    return found


def weeks_chart(weeks: Mapping[date, RunWeek], monday: date | None, unit: Distance) -> BarChart:
    """Return how far one ran in each week, from the first to the last one that has a run.

    Args:
        weeks: The weeks that have a run in them, by their Mondays.
        monday: Of the week among them that is chosen; None for none.
        unit: Of the bars.
    """
    first, last = min(weeks, default=None), max(weeks, default=None)
    if first is None or last is None:
        return BarChart(())
    mondays = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    far = {each: week.all.metres / METRES[unit] for each, week in weeks.items() if week.all.metres}
    bars = tuple(ChartBar(each.toordinal(), far.get(each)) for each in mondays)
    return BarChart(bars, None if monday is None else mondays.index(monday))


def sum_words(total: RunSum, unit: Distance) -> str:
    """Return a sum in words: "4 runs, 38.20 km, 3:24:10"; with a + where something is missing."""
    parts = [plural(total.runs, "run")]
    if total.metres:
        parts.append(f"{distance_text(total.metres, unit)}{'+' if total.unmeasured else ''}")
    if total.seconds:
        parts.append(f"{clock(total.seconds)}{'+' if total.untimed else ''}")
    return ", ".join(parts)
