"""Running week by week: how far, how long, and of what."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.run import Kind, Run
from runlift_tui.core.words.days import monday_of
from runlift_tui.core.words.distance import distance_text
from runlift_tui.core.words.units import Distance, clock


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
    by_kind: dict[Kind, RunSum]


def run_weeks(runs: Iterable[Run]) -> dict[date, RunWeek]:
    """Return the weeks that have a run in them, by their Mondays."""
    found: dict[date, RunWeek] = {}
    for run in runs:
        monday = monday_of(run.day)
        week = found.get(monday) or RunWeek(monday, RunSum(), {})
        week.by_kind[run.kind] = week.by_kind.get(run.kind, RunSum()).plus(run)
        found[monday] = week._replace(all=week.all.plus(run))
    return found


def sum_words(total: RunSum, unit: Distance) -> str:
    """Return a sum in words: "4 runs, 38.20 km, 3:24:10"; with a + where something is missing."""
    parts = ["1 run" if total.runs == 1 else f"{total.runs} runs"]
    if total.metres:
        parts.append(f"{distance_text(total.metres, unit)}{'+' if total.unmeasured else ''}")
    if total.seconds:
        parts.append(f"{clock(total.seconds)}{'+' if total.untimed else ''}")
    return ", ".join(parts)
