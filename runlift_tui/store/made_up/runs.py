"""Runs that nobody ran, to look at: weeks of them beside the made-up sessions, races now and then.

How fast the made-up athlete is, and how that changes, is our own invention.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from math import exp

from runlift_tui.core.runs.five_k import riegel
from runlift_tui.core.runs.logbook import LoggedRun, written
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.days import DAY_MS, day_of
from runlift_tui.store.disk.ids import id_of

_EPOCH = date(1970, 1, 1)
_FIVE_K_S, _FASTEST_S, _WEEKS = 1410.0, 1215.0, 70.0
"""The 5K at first, what it comes down to, and the weeks in which most of that happens."""
_RACE_WEEKS, _TEN_K_EVERY = 9, 3
_LONGER = 1.06
"""How much longer the long run becomes from one week to the next, at most."""
_MISSED, _EASY_WEEK = 0.07, 4
_NOTES = ("windy", "with the club", "on the trail", "heavy legs", "new shoes")


def made_up_runs(years: int, now: int, chance: random.Random) -> Iterator[LoggedRun]:
    """Yield the runs and races of some years up to yesterday, oldest first.

    Args:
        years: How many.
        now: Milliseconds since the epoch; only the day matters.
        chance: What is left to it.
    """
    today = day_of(now, 0)
    first = today - timedelta(days=365 * years)
    long_km = 9.0
    for number in range((today - first).days):
        day = first + timedelta(days=number)
        week = (day - first).days // 7
        form = _form(number / 7)
        long_km = min(22.0, long_km * _LONGER) if day.weekday() == 6 else long_km
        said = _on(day, week, form, long_km, chance)
        if said is not None and chance.random() >= _MISSED:
            yield written(said)


def _form(weeks: float) -> float:
    """Return the seconds of a 5K on a good day."""
    return _FASTEST_S + (_FIVE_K_S - _FASTEST_S) * exp(-weeks / _WEEKS)


def _on(
    day: date, week: int, form: float, long_km: float, chance: random.Random
) -> Run | Trial | None:
    """Return what was run on a day, or None on a day of rest."""
    id_ = _id(day, chance)
    if week % _RACE_WEEKS == 1 and day.weekday() == 5:
        return _race(id_, day, week // _RACE_WEEKS, form, chance)
    easy = form / 5 * 1.3
    part = 0.8 if week % _EASY_WEEK == 3 else 1.0
    plan: dict[int, tuple[RunKind, float, float, int | None, int]] = {
        1: (RunKind.INTERVALS, 9.0, easy * 0.93, None, 7),
        2: (RunKind.EASY, 7.0, easy, None, 4),
        3: (RunKind.TEMPO, 10.0, easy * 0.9, None, 6),
        5: (RunKind.EASY, 6.0, easy * 1.02, 120, 3),
        6: (RunKind.LONG, long_km, easy * 1.03, None, 5),
    }
    if day.weekday() not in plan:
        return None
    kind, km, pace, fast_s, effort = plan[day.weekday()]
    km = round(km * part * chance.gauss(1.0, 0.03), 1)
    return Run(
        id=id_,
        day=day,
        kind=kind,
        metres=round(km * 1000, 2),
        seconds=round(km * pace * chance.gauss(1.0, 0.02)),
        fast_s=fast_s,
        effort=effort if chance.random() < 0.8 else None,
        note=chance.choice(_NOTES) if chance.random() < 0.06 else "",
    )


def _race(id_: str, day: date, number: int, form: float, chance: random.Random) -> Trial:
    metres = 10_000.0 if number % _TEN_K_EVERY == 2 else 5000.0
    seconds = riegel(form * chance.gauss(1.0, 0.006), 5000.0, metres)
    return Trial(id=id_, day=day, metres=metres, seconds=float(round(seconds)), effort=9)


def _id(day: date, chance: random.Random) -> str:
    at = (day - _EPOCH).days * DAY_MS + 7 * 3_600_000
    return id_of(at, chance.getrandbits(80))
