"""All that is known of one run, of the week that it was in, and of the 5K."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.runs.five_k import FiveK, five_k, no_estimate, summary_words
from runlift_tui.core.runs.reading import as_run
from runlift_tui.core.runs.rows import RunWeek, sum_words
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.units import Distance, distance_text, pace_text, time_text


def run_sheet(
    said: Run | Trial,
    runs: Sequence[Run],
    week: RunWeek,
    fives: Sequence[FiveK],
    unit: Distance,
    origin: str = "",
) -> tuple[SheetLine, ...]:
    """Return what a detail pane says of a run.

    Args:
        said: The run or trial.
        runs: All runs, for the longest one before it.
        week: Its week.
        fives: All races as 5Ks, oldest first.
        unit: Of distances.
        origin: Where it came from, "from Strava"; empty where it was noted here.
    """
    groups = (_head(said, origin), _values(said, unit), _longest(said, runs, unit))
    more = (_week(week, unit), _five_k(fives))
    found = list(chain.from_iterable(groups))
    for group in more:
        lines = list(group)
        found += [SPACE, *lines] if lines else []
    return tuple(found)


def _head(said: Run | Trial, origin: str) -> Iterator[SheetLine]:
    yield SheetLine("", day_text(said.day), "strong")
    yield SheetLine("", "  ".join(filter(None, (as_run(said).kind.value, origin))), "quiet")
    if said.note:
        yield SheetLine("", said.note)
    yield SPACE


def _values(said: Run | Trial, unit: Distance) -> Iterator[SheetLine]:
    metres, seconds = said.metres, said.seconds
    if metres:
        yield SheetLine("distance", distance_text(metres, unit))
    if seconds:
        yield SheetLine("time", time_text(seconds))
    if metres and seconds:
        yield SheetLine("pace", pace_text(metres, seconds, unit))
    if said.fast_s is not None:
        yield SheetLine("fast", f"{time_text(said.fast_s)} of strides or sprints")
    if said.effort is not None:
        yield SheetLine("effort", f"{said.effort}")
    if isinstance(said, Trial):
        yield SheetLine("5K", _as_five_k(said))


def _as_five_k(trial: Trial) -> str:
    found = five_k(trial)
    if found is None:
        return f"{no_estimate(trial)}: Riegel's formula was not made for it"
    return f"{found.words}, by Riegel's formula: an estimate" if found.is_estimate else "raced"


def _longest(said: Run | Trial, runs: Sequence[Run], unit: Distance) -> Iterator[SheetLine]:
    warning = longest_warning(runs, as_run(said), unit)
    if warning:
        yield SPACE
        yield SheetLine("longer", warning, "mark")


def _week(week: RunWeek, unit: Distance) -> Iterator[SheetLine]:
    yield SheetLine("week", sum_words(week.all, unit), "strong")
    for kind in RunKind:
        if kind in week.by_kind:
            yield SheetLine("", f"{kind.value}: {sum_words(week.by_kind[kind], unit)}")
    yield SheetLine("running", f"{week.all.seconds / 3600:.1f} hours")
    if week.all.fast_s:
        yield SheetLine("fast", f"{time_text(week.all.fast_s)} of strides or sprints")


def _five_k(fives: Sequence[FiveK]) -> Iterator[SheetLine]:
    words = summary_words(fives)
    if words:
        yield SheetLine("5K", words)
        yield SheetLine("", named("{runs.five-k} shows it over time"), "quiet")
    elif fives:
        yield SheetLine("5K", f"{fives[0].words} on {day_text(fives[0].day)}")


DAYS = 30


MOST_SHARE = 1.1
"""From this share of the longest run on, a run is told of."""


SOURCE = "Frandsen et al. 2025, Br J Sports Med 59:1203-1210"


_RATIOS = (
    (1.3, "10-30 %", "1.64"),
    (2.0, "30-100 %", "1.52"),
    (float("inf"), "over 100 %", "2.28"),
)
"""Up to which share of the longest, in words, and the hazard ratio that was found."""


def longest_before(runs: Iterable[Run], day: date, but: str = "") -> float | None:
    """Return the metres of the longest run of the 30 days before a day.

    Args:
        runs: In any order.
        day: The day that they are before.
        but: Id of a run that does not count.

    Returns:
        None where no distance is known in them, or where the runs do not go 30 days back: what
        was not noted down cannot be compared with.
    """
    since = day - timedelta(days=DAYS)
    longest, goes_back = 0.0, False
    for run in runs:
        if run.id == but or run.day >= day:
            continue
        goes_back = goes_back or run.day <= since
        if run.day >= since and run.metres is not None:
            longest = max(longest, run.metres)
    return longest if longest and goes_back else None


def longest_warning(runs: Iterable[Run], run: Run, unit: Distance) -> str:
    """Return that a run is far longer than those of the 30 days before; empty where it is not."""
    longest = None if run.metres is None else longest_before(runs, run.day, but=run.id)
    if longest is None or run.metres is None or run.metres <= round(MOST_SHARE * longest, 2):
        return ""
    share = run.metres / longest
    _, band, ratio = next(each for each in _RATIOS if share <= each[0])
    more = round(100 * (share - 1))
    return (
        f"{more} % more than the longest run of the {DAYS} days before, "
        f"{distance_text(longest, unit)}. In 5205 runners such a step ({band}) went with {ratio} "
        "times the self-reported overuse injuries of runs up to 10 % longer; observed, not a "
        f"proven cause ({SOURCE})."
    )
