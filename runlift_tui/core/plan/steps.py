"""The table's rows, and which of them each week of a plan takes.

A race, time off and a week without a session put the rows off; nothing is made up for.
"""

from collections.abc import Collection
from typing import NamedTuple

from runlift_tui.core.plan.plan import LONGEST, Plan
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.raced import EASY_AFTER_LONG, EASY_AFTER_SHORT
from runlift_tui.core.sets.week import WeekKind


class TableRow(NamedTuple):
    """A row of the table."""

    rounds: tuple[int, int]
    reps: tuple[int, int]
    """B1, each leg."""
    rir: tuple[int, int]
    rung: int
    """Steps of B2 above the level's own, as far as pain and the gate let it."""


STEPS: tuple[TableRow, ...] = (
    TableRow((2, 3), (8, 8), (3, 4), 0),
    TableRow((3, 3), (8, 10), (3, 3), 0),
    TableRow((3, 3), (8, 10), (3, 3), 1),
    TableRow((2, 2), (8, 8), (4, 4), 1),
    TableRow((3, 3), (6, 8), (2, 3), 2),
    TableRow((3, 4), (6, 8), (2, 2), 2),
    TableRow((4, 4), (5, 7), (2, 2), 2),
    TableRow((3, 4), (5, 6), (1, 2), 2),
    TableRow((1, 2), (5, 5), (3, 3), 2),
)
"""Step by step; the fourth is the deload, the ninth the taper."""
DELOAD, LAST = 4, 9
KEPT = 7
"""The row of a week that keeps: with the load of the step after it one or two more are left."""
AGAIN = 4
"""Building weeks that come once more right before the taper, after weeks that kept."""
LONG_AWAY = 2
"""Weeks in a row off or without a session after which the step before them comes once more, as
nothing rises after two weeks: our own rule. After an illness the way back is that week."""
BUILT_BEFORE = 3
"""Building weeks from time off to the next deload, as before the table's own: our own rule."""
_BUILT_IN_A_ROW = 4
"""Building weeks after which a longer plan has another deload: our own rule, as in the table."""
EASY_VOLUME = {EASY_AFTER_SHORT: 0.80, EASY_AFTER_LONG: 0.50}
"""Running after a race, as a share of the usual, by the easy days after it: our own rule."""
BEGINNER_REPS, BEGINNER_RIR = (8, 10), (2, 3)
"""A beginner's B1 is never heavier than this: eight to twelve reps to the limit is what trains the
untrained (ACSM 2009 Med Sci Sports Exerc 41:687–708); the numbers are our own."""


def for_level(
    level: Level, reps: tuple[int, int], rir: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return B1's range and reserve as a level has them; a beginner's stay light enough."""
    if level is not Level.BEGINNER:
        return reps, rir
    if reps[0] < BEGINNER_REPS[0]:
        reps = BEGINNER_REPS
    return reps, (max(rir[0], BEGINNER_RIR[0]), max(rir[1], BEGINNER_RIR[1]))


def steps(plan: Plan, missed: Collection[int] = ()) -> list[tuple[int, WeekKind]]:
    """Return which row of the table each week of a plan takes, from 1, and what it is for.

    Args:
        plan: The answers, and the time off.
        missed: Numbers of past weeks without a session: their step is taken in the next one.
    """
    found: list[tuple[int, WeekKind]] = []
    due, built, rested, away = 1, 0, False, 0
    back, put_off = LONGEST, False
    for number in range(1, plan.answers.weeks + 1):
        light = _light(plan, number, due)
        if light is not None:
            found.append(light)
            is_off = plan.is_off(number)
            built, rested, away = 0, True, away + 1 if is_off else 0
            if is_off or plan.is_way_back(number):
                back, put_off = 0, False  # from here on the next deload is counted
            continue
        if due == DELOAD and (rested or back < BUILT_BEFORE):
            due, put_off = due + 1, not rested  # a week off was light enough
        if away >= LONG_AWAY and 1 < due < LAST:
            due, away, back = due - 1, -LONGEST, 0  # once a break
            due -= due == DELOAD  # they were the deload
        if put_off and built >= BUILT_BEFORE and _light(plan, number + 1, due) is None:
            found.append((DELOAD, WeekKind.DELOAD))
            built, rested, away, put_off = 0, number in missed, 0, False
            continue
        left = _to_taper(plan, number)
        if due < LAST:
            kind = WeekKind.DELOAD if due == DELOAD else WeekKind.BUILD
            found.append((due, kind))
            due += number not in missed
        elif left > AGAIN:
            kind = WeekKind.KEEP
            found.append((KEPT, kind))
        elif any(each is WeekKind.KEEP for _, each in found):
            kind = WeekKind.BUILD
            found.append((LAST - max(1, left), kind))
        elif built >= _BUILT_IN_A_ROW and _light(plan, number + 1, due) is None:
            kind = WeekKind.DELOAD
            found.append((DELOAD, kind))
        else:
            kind = WeekKind.BUILD
            found.append((LAST - 1, kind))
        built = built + 1 if kind is WeekKind.BUILD else 0
        back += 1
        rested = number in missed
        away = away + 1 if rested else 0
    return found


def eased(plan: Plan, number: int) -> float:
    """Return what a race leaves of a week's usual running, 0 to 1; 1 where it leaves all.

    Easy is the week after the one that led to a race, and every one that begins in its easy days:
    so half a marathon has as many in mid-week as on a Sunday, when one week has them all. What is
    left of them in a second week costs as much as those of a short race. Our own rules.
    """
    found, monday = 1.0, plan.answers.monday(number)
    for each in (*plan.raced, plan.answers_in(number)):
        if each.race_week == number - 1 > 0:
            found = min(found, EASY_VOLUME[each.easy_after_race])
        elif each.rests_on(monday):
            found = min(found, EASY_VOLUME[EASY_AFTER_SHORT])
    return found


def _to_taper(plan: Plan, number: int) -> int:
    """Return how many weeks there are up to the last taper, this one among them."""
    race = plan.answers_in(number).race_week
    return (race - 1 if race > number else plan.answers.weeks) - number


def _light(plan: Plan, number: int, due: int) -> tuple[int, WeekKind] | None:
    """Return the row of a week about a race, at the end or off; None for one of the table."""
    race = plan.answers_in(number).race_week
    if number == race:
        return LAST, WeekKind.RACE
    if eased(plan, number) < 1:
        return DELOAD, WeekKind.EASY
    if number == plan.answers.weeks and not plan.ends_with_race:
        return LAST, WeekKind.TAPER
    if number + 1 == race:
        return LAST if plan.is_way_back(number) else min(due, LAST - 1), WeekKind.TAPER
    if plan.is_off(number) or plan.is_way_back(number):
        return DELOAD, WeekKind.EASY
    return None
