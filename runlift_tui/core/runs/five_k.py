"""The 5K behind a race of any distance, and what it did over time; nothing here promises a time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.run import Trial
from runlift_tui.core.words.days import MONTHS, day_text
from runlift_tui.core.words.units import Distance, distance_text, time_text

FIVE_K_M = 5000.0
EXPONENT = 1.06
"""Riegel's: time grows with the distance to this power."""
SAME_M = 5.0
"""Metres off 5000 at which a course still was a 5K."""
GROUP_PER_CENT = (2.0, 3.0)
"""How much faster groups became on average in the studies."""
GROUP_SOURCE = (
    "Yamamoto 2008, J Strength Cond Res 22:2036; "
    "Paavolainen 1999, J Appl Physiol 86:1527, as Støren 2008, Med Sci Sports Exerc 40:1087, "
    "cites it"
)
"""2.9 % on average in the two studies of the first, 2.8 % in the second."""

GROUP = (
    "Group average in studies of strength training: "
    f"about {GROUP_PER_CENT[0]:g}-{GROUP_PER_CENT[1]:g} % faster"
)
NO_FORECAST = f"It forecasts nobody's time ({GROUP_SOURCE})."


def riegel(seconds: float, metres: float, to_metres: float = FIVE_K_M) -> float:
    """Return the seconds over another distance, by Riegel's formula."""
    return float(seconds * (to_metres / metres) ** EXPONENT)


class FiveK(NamedTuple):
    """A race as a 5K."""

    day: date
    seconds: float
    is_estimate: bool
    """Whether it was another distance, so that the time is Riegel's and nobody ran it."""
    metres: float
    """That were run."""
    raced_s: float
    """For them."""

    @property
    def words(self) -> str:
        """Its time, with "about" where it is an estimate."""
        if self.is_estimate:
            return f"about {time_text(round(self.seconds))}"
        return time_text(self.seconds)


class Change(NamedTuple):
    """What a time did from one 5K to another."""

    seconds: float
    """Below zero is faster."""
    per_cent: float
    """Of the first time; below zero is faster."""
    is_estimate: bool
    """Whether one of the two is."""


def five_k(trial: Trial) -> FiveK:
    """Return a race as a 5K."""
    is_estimate = abs(trial.metres - FIVE_K_M) > SAME_M
    seconds = riegel(trial.seconds, trial.metres) if is_estimate else trial.seconds
    return FiveK(trial.day, seconds, is_estimate, trial.metres, trial.seconds)


def five_ks(trials: Iterable[Trial]) -> tuple[FiveK, ...]:
    """Return races as 5Ks, oldest first."""
    return tuple(sorted(map(five_k, trials), key=lambda each: each.day))


def change(before: FiveK, after: FiveK) -> Change:
    """Return what the time did from one to another."""
    seconds = after.seconds - before.seconds
    either = before.is_estimate or after.is_estimate
    return Change(seconds, 100 * seconds / before.seconds, either)


def change_words(found: Change) -> str:
    """Return a change: "0:28 faster, 2.3 %", "the same"."""
    seconds = abs(round(found.seconds, 1))
    if not seconds:
        return "the same"
    whole = round(seconds) if found.is_estimate else seconds
    way = "faster" if found.seconds < 0 else "slower"
    return f"{time_text(whole)} {way}, {abs(found.per_cent):.1f} %"


def group_times(first: FiveK) -> tuple[float, float]:
    """Return the fastest and the slowest second that the group average would make of a 5K."""
    slow, fast = (first.seconds * (1 - each / 100) for each in GROUP_PER_CENT)
    return fast, slow


def group_words(first: FiveK) -> str:
    """Return what groups did in studies, beside one athlete's first time, labelled as that."""
    fast, slow = (time_text(round(each)) for each in group_times(first))
    return f"{GROUP}; from {first.words} that would be {fast}-{slow}. {NO_FORECAST}"


def summary_words(found: Sequence[FiveK]) -> str:
    """Return what the 5K did from the first to the newest, in a line; empty without two."""
    if len(found) < 2:
        return ""
    first, last = found[0], found[-1]
    since = f"{MONTHS[first.day.month - 1]} {first.day.year}"
    return f"{first.words} in {since} → {last.words}: {change_words(change(first, last))}"


HEADING = f"{'day':<15}  {'5K':>11}  since the first"


def five_k_words(found: FiveK, first: FiveK, unit: Distance) -> tuple[str, str]:
    """Return a race in columns, and what was run: "10.00 km in 41:12"."""
    since = "" if found == first else change_words(change(first, found))
    text = f"{day_text(found.day):<15}  {found.words:>11}  {since}"
    raced = f"{distance_text(found.metres, unit)} in {time_text(found.raced_s)}"
    return text.rstrip(), raced if found.is_estimate else ""
