"""Whether the values of a plan can be counted with; a hand may have edited them."""

from collections.abc import Iterator, Sequence
from datetime import date

from runlift_tui.core.plan.plan import LONGEST, MOST_WEEKS, WEEKS, Answers, Plan, WeekChange
from runlift_tui.core.routines.levels import ALL_SLOTS
from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.possible import (
    EXERCISE_NAME,
    FASTEST_WEEK_S,
    MOST_AHEAD,
    MOST_PLAN_SESSIONS,
    MOST_WEEK_MIN,
    SLOWEST_WEEK_S,
    is_day,
    no_day,
)
from runlift_tui.core.words.spelling import shown


def plan_faults(plan: Plan) -> Iterator[Fault]:
    """Yield every value of a plan that it cannot have, by the names of its document."""
    if len(plan.id) > EXERCISE_NAME:
        yield Fault(("id",), f"it has {len(plan.id)} characters, and {EXERCISE_NAME} is the most")
    wrong = [
        *_day_faults(("answers", "start"), plan.answers.start),
        *_day_faults(("answers", "race"), plan.answers.race),
        *_day_faults(("answers", "first_5k"), plan.answers.first_5k),
        *_day_faults(("ended",), plan.ended),
    ]
    wrong += [*_off_faults(plan), *_earlier_faults(plan)]
    yield from wrong
    if not wrong:
        yield from _calendar(plan.answers)
    yield from _running(plan.answers)
    if not _are_possible(plan.changes):
        yield Fault(("changes",), "a number of a week is out of its limits")


def _day_faults(place: Place, day: date | None) -> Iterator[Fault]:
    if day is not None and not is_day(day):
        yield Fault(place, no_day(day))


def _off_faults(plan: Plan) -> Iterator[Fault]:
    for number, off in enumerate(plan.off):
        place = ("off", number)
        if not (is_day(off.first) and is_day(off.last) and off.first <= off.last):
            yield Fault(place, "its last day is before its first, or no day at all")
        elif not 0 <= off.weeks <= MOST_WEEKS - WEEKS:
            yield Fault(place, f"a plan gets 0 to {MOST_WEEKS - WEEKS} weeks longer")


def _earlier_faults(plan: Plan) -> Iterator[Fault]:
    """Yield what no week that lies behind can follow from."""
    for number, each in enumerate(plan.earlier):
        bare = Plan(id=plan.id, answers=each.answers)
        if not is_day(each.until) or any(plan_faults(bare)):
            yield Fault(("earlier", number), "nothing can be counted with those answers")


def _calendar(answers: Answers) -> Iterator[Fault]:
    if answers.start.weekday():
        yield Fault(("answers", "start"), f"{answers.start.isoformat()} is no Monday")
    if answers.race is not None and not answers.start <= answers.race <= answers.end + MOST_AHEAD:
        what = f"{answers.race.isoformat()} is before the plan, or more than a year after it"
        yield Fault(("answers", "race"), what)
    days = (*answers.run_days, *answers.hard_days, answers.long_day or 0)
    if not answers.run_days or not all(0 <= day <= 6 for day in days) or len(days) > 15:
        yield Fault(("answers", "run_days"), "weekdays go from 0, a Monday, to 6")


def _running(answers: Answers) -> Iterator[Fault]:
    if not FASTEST_WEEK_S <= answers.pace_s <= SLOWEST_WEEK_S:
        what = f"{shown(answers.pace_s)} s a kilometre is no pace of a usual week"
        yield Fault(("answers", "pace_s"), what)
    elif not (answers.metres > 0 and 0.5 <= _minutes(answers) <= MOST_WEEK_MIN + 0.5):
        yield Fault(("answers", "metres"), f"{shown(answers.metres)} metres are no week of running")
    if not WEEKS <= answers.weeks <= LONGEST:
        yield Fault(("answers", "weeks"), f"a plan has {WEEKS} to {LONGEST} weeks")
    if not 1 <= answers.sessions <= MOST_PLAN_SESSIONS:
        yield Fault(("answers", "sessions"), f"sessions go from 1 to {MOST_PLAN_SESSIONS}")
    if not 0 <= answers.stage <= ALL_SLOTS:
        yield Fault(("answers", "stage"), f"{shown(answers.stage)} is no step of the path")


def _minutes(answers: Answers) -> float:
    """Return the minutes of a week unrounded: of some numbers there is no whole one."""
    return answers.metres / 1000 * answers.pace_s / 60


def _are_possible(changes: Sequence[WeekChange]) -> bool:
    if not changes:
        return True
    from runlift_tui.core.plan.week_edit import is_possible

    return all(map(is_possible, changes))
