"""The 5K behind a race, if there is one, and what it did since; nothing here promises a time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.lists.tables import Column, line
from runlift_tui.core.runs.run import Trial
from runlift_tui.core.words.days import day_and_year, day_text
from runlift_tui.core.words.units import Distance, distance_text, time_text

FIVE_K_M = 5000.0
EXPONENT = 1.06
"""Riegel's (1981 Am Sci 69:285): time grows with the distance to this power."""
SAME_M = 5.0
"""Metres off 5000 at which a course still was a 5K."""
ESTIMATED_M, ESTIMATED_S = (1500.0, 42_200.0), (210.0, 13_800.0)
"""Metres and seconds of a race from which a 5K is estimated: what Riegel's formula was made for."""
NO_ESTIMATE = "no 5K estimate"
GROUP_PER_CENT = 3.0
"""How much faster groups became in two small studies: 2.9 % on average."""
GROUP_SOURCE = (
    "Yamamoto 2008, J Strength Cond Res 22:2036; Blagrove 2018, Sports Med 48:1117; "
    "Eihara 2022, Sports Med Open 8:138"
)
GROUP = (
    f"Two small studies of highly trained runners: about {GROUP_PER_CENT:g} % faster over 3 and "
    "5 km; later meta-analyses call the mean effect small"
)
ESTIMATE_WORDS = "from another distance, by Riegel's formula; nobody ran it."
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
    def told_s(self) -> float:
        """Its seconds as its words have them: those of an estimate are whole ones."""
        return float(round(self.seconds)) if self.is_estimate else self.seconds

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


def no_estimate(trial: Trial) -> str:
    """Return why no 5K is behind a race: "no 5K estimate under 1,500 m"; empty where one is."""
    if abs(trial.metres - FIVE_K_M) <= SAME_M:
        return ""
    (least_m, most_m), (least_s, most_s) = ESTIMATED_M, ESTIMATED_S
    if trial.metres < least_m:
        return f"{NO_ESTIMATE} under {least_m:,.0f} m"
    if trial.metres > most_m:
        return f"{NO_ESTIMATE} beyond the marathon"
    if trial.seconds < least_s:
        return f"{NO_ESTIMATE} under {time_text(least_s)}"
    if trial.seconds > most_s:
        return f"{NO_ESTIMATE} over {time_text(most_s)}"
    return ""


def five_k(trial: Trial) -> FiveK | None:
    """Return a race as a 5K; None where it says nothing of one, and `no_estimate` says why."""
    if no_estimate(trial):
        return None
    is_estimate = abs(trial.metres - FIVE_K_M) > SAME_M
    seconds = riegel(trial.seconds, trial.metres) if is_estimate else trial.seconds
    return FiveK(trial.day, seconds, is_estimate, trial.metres, trial.seconds)


def five_ks(trials: Iterable[Trial]) -> tuple[FiveK, ...]:
    """Return races as 5Ks, oldest first; those that say nothing of one are left out.

    Of a day with several only one counts: a 5K that was run before an estimate, else the fastest.
    """
    of_day: dict[date, FiveK] = {}
    for found in filter(None, map(five_k, trials)):
        best = min(of_day.get(found.day, found), found, key=_rank)
        of_day[found.day] = best
    return tuple(of_day[day] for day in sorted(of_day))


def _rank(found: FiveK) -> tuple[bool, float]:
    return found.is_estimate, found.seconds


def change(before: FiveK, after: FiveK) -> Change:
    """Return what the time did from one to another, as far as each of them is told."""
    seconds = after.told_s - before.told_s
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


def group_time(first: FiveK) -> float:
    """Return the seconds that the group average would make of a 5K."""
    return first.seconds * (1 - GROUP_PER_CENT / 100)


def group_words(first: FiveK) -> str:
    """Return what groups did in studies, beside one athlete's first time, labelled as that."""
    then = time_text(round(group_time(first)))
    return f"{GROUP}. {GROUP_PER_CENT:g} % off {first.words} would be {then}. {NO_FORECAST}"


def studies(found: Sequence[FiveK]) -> tuple[SheetLine, ...]:
    """Return what groups did in studies, and what an estimate is, as a page to read."""
    lines = [SheetLine("", "Beside your 5K", "strong")]
    lines += [SheetLine("line", group_words(found[0]))] if found else []
    return (*lines, SheetLine("about", ESTIMATE_WORDS))


def summary_words(found: Sequence[FiveK]) -> str:
    """Return what the 5K did from the first of all to the newest, in a line; empty without two.

    It has both of its days, so that no two lines of one athlete can speak of different times.
    """
    if len(found) < 2:
        return ""
    first, last = found[0], found[-1]
    return f"{_on_its_day(first)} → {_on_its_day(last)}: {change_words(change(first, last))}"


def summaries(found: Sequence[FiveK]) -> tuple[str, ...]:
    """Return the summary of two and more shorter and shorter; only the first has both days."""
    first, last = found[0], found[-1]
    times, gain = f"{first.words} → {last.words}", change_words(change(first, last))
    faster = gain.partition(",")[0]
    return summary_words(found), f"{times}, {gain}", f"{times}, {faster}", times, faster


def days_between(found: Sequence[FiveK]) -> str:
    """Return the days of the first and the newest: "8 Dec 25 → 12 Nov 26"."""
    return f"{day_and_year(found[0].day)} → {day_and_year(found[-1].day)}"


def _on_its_day(found: FiveK) -> str:
    """Return a 5K with its day: "20:00 (8 Dec 26)"."""
    return f"{found.words} ({day_and_year(found.day)})"


_COLUMNS = (
    Column("day", width=15),
    Column("5K", number=True, width=11),
    Column("since the first"),
)


def five_k_words(found: FiveK, first: FiveK, unit: Distance) -> tuple[str, str]:
    """Return a race in columns, and what was run: "10.00 km in 41:12"."""
    since = "" if found == first else change_words(change(first, found))
    raced = f"{distance_text(found.metres, unit)} in {time_text(found.raced_s)}"
    return line(
        _COLUMNS, (day_text(found.day), found.words, since)
    ), raced if found.is_estimate else ""
