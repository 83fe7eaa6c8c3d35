"""Nine weeks of every level at 15, 40 and 60 miles as one text, to be looked at as a coach would.

`python -m tests.core.plan.nine_weeks` prints it, with `write` it becomes what the test expects.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from runlift_tui.core.plan.plan import WEEKS, Plan, RaceDistance
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.week_words import keeping
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.words.days import weekdays_words
from tests.core.plans import FRI, MONDAY, SAT, SUN, THU, TUE, plan

GOLDEN = Path(__file__).with_name("nine_weeks.txt")
WED = 2
_RUNNERS = {
    "15 miles: Tue, Thu hard, Sun long": (15, 9.5, (TUE, THU, SUN), (THU,)),
    "40 miles: Fri off, Tue and Thu hard, Sun long": (
        *(40, 9.0),
        (0, TUE, WED, THU, SAT, SUN),
        (TUE, THU),
    ),
    "60 miles: every day, Tue and Fri hard, Sun long": (60, 8.0, tuple(range(7)), (TUE, FRI)),
    "40 miles with no easy day: Tue and Thu hard, Sun long": (
        *(40, 9.0),
        (TUE, THU, SUN),
        (TUE, THU),
    ),
}
_RACES = {
    "no race": (None, None),
    "half marathon in week 6": (MONDAY + timedelta(days=41), RaceDistance.HALF),
    "10K in week 6": (MONDAY + timedelta(days=41), RaceDistance.TEN),
}


def printed() -> str:
    """Return all of it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for runner, (miles, pace, run_days, hard_days) in _RUNNERS.items():
        for level in Level:
            for race, (day, far) in _RACES.items():
                if day is not None and (level is not Level.ADVANCED or len(run_days) != 6):
                    continue
                one = plan(
                    level=level,
                    miles=miles,
                    minutes_a_mile=pace,
                    run_days=run_days,
                    hard_days=hard_days,
                    long_day=SUN,
                    stage=0 if level is Level.BEGINNER else ALL_SLOTS,
                    race=day,
                    race_distance=far,
                )
                yield f"{runner}; {level}; {race}"
                yield from _weeks(one)
                yield ""


def _weeks(one: Plan) -> Iterator[str]:
    yield "wk  kind    sessions      B1    more  B2  run   swapped  on top  share  days"
    now = flow(one, (), MONDAY - timedelta(days=1))
    told: list[str] = []
    for number in range(1, WEEKS + 1):
        week = now.weeks[number - 1]
        days = [session.day.weekday() for session in now.due_in(number)]
        yield f"{_row(week)}  {weekdays_words(days)}".rstrip()
        if week.few_easy:
            told.append("Too few easy minutes.")
        told.append(keeping(one.answers, week))
    yield from (f"    {text}" for text in dict.fromkeys(filter(None, told)))
    rules = {each.rule: each.session.week for each in now.breaks}
    yield from (f"    broken in week {number}: {rule}" for rule, number in rules.items())


def _row(week: PlanWeek) -> str:
    books = week.books
    reps, rir = ("-".join(map(str, dict.fromkeys(pair))) for pair in (week.reps, week.rir))
    return (
        f"{week.number:<3} {week.kind:<7} {week.sessions} x {week.rounds} {week.minutes:>3} min  "
        f"{reps:<6}{rir:<5} +{week.rung} {books.run:>4}  {books.replaced:>7}  {books.added:>6}"
        f"  {books.share:>5.0%}"
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        GOLDEN.write_text(printed(), encoding="utf-8")
    sys.stdout.write(printed())
