"""What cannot be in a plan's answers, and what in a plan stands against our own rules."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.plan.ledger import MOST_MINUTES, STUDY_SHARE, is_fair, is_moderate, may_add
from runlift_tui.core.plan.plan import LONGEST, WEEKS, Answers, Plan, WeekChange
from runlift_tui.core.plan.weeks import (
    BEGINNER_ROUNDS,
    BEGINNER_SESSIONS,
    MOST_SESSIONS,
    PlanWeek,
    fullest,
    plan_weeks,
)
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_text, day_words, monday_of
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.possible import (
    FASTEST_WEEK_S,
    MOST_AHEAD,
    MOST_WEEK_MIN,
    SLOWEST_WEEK_S,
)
from runlift_tui.core.words.text import one, plural
from runlift_tui.core.words.units import span

FIRST_RACE_WEEK = 3
"""A taper takes two weeks, and there is something to taper from before it."""
TAPER_SHARE = (0.40, 0.60)
"""What is left in a taper of the fullest week; more or less is against the rule."""


def answer_faults(
    answers: Answers, others: Iterable[Plan], today: date, was: Answers | None = None
) -> Iterator[Fault]:
    """Yield what cannot be in the answers of a new plan, by the name of the answer.

    Args:
        answers: As typed.
        others: The plans that there are.
        today: The athlete's own day.
        was: The answers of a plan that is moved; what stays as it was may lie in the past.
    """
    yield from _running(answers)
    yield from _start(answers, others, today, was)
    if answers.race is not None and (was is None or not _is_same_race(answers, was)):
        yield from _race(answers, answers.race, today, was)
    if not answers.run_days:
        yield Fault(("run_days",), "a plan needs a day to run on")
    off = sorted(set(answers.hard_days) - set(answers.run_days))
    if off:
        yield Fault(("hard_days",), "a hard day is one of the run days")
    if answers.long_day is not None and answers.long_day not in answers.run_days:
        yield Fault(("long_day",), "the long run is on one of the run days")


def _running(answers: Answers) -> Iterator[Fault]:
    if not answers.metres > 0:
        yield Fault(("running",), "zero running leaves nothing to plan with: write 40 km or 4 h")
    elif not FASTEST_WEEK_S <= answers.pace_s <= SLOWEST_WEEK_S:
        yield Fault(("pace",), "a usual pace lies between 2:30 and 20:00 for a kilometre")
    elif answers.usual_min < 1:
        yield Fault(("running",), "that is less than a minute of running")
    elif answers.usual_min > MOST_WEEK_MIN:
        yield Fault(("running",), f"{answers.usual_min // 60} hours of running a week cannot be")


def _is_same_race(answers: Answers, was: Answers) -> bool:
    return (answers.race, answers.start) == (was.race, was.start)


def _start(
    answers: Answers, others: Iterable[Plan], today: date, was: Answers | None
) -> Iterator[Fault]:
    start = answers.start
    this_week = today - timedelta(days=today.weekday())
    if start.weekday():
        monday = start + timedelta(days=7 - start.weekday())
        yield Fault(("start",), f"a week begins on a Monday: {day_text(monday)} is the next one")
    elif was is not None and start < this_week:
        if answers.end < today:
            yield Fault(("start",), "the plan would be over already: end it instead")
    elif start < this_week:
        yield Fault(("start",), f"{day_words(start)} lies in the past")
    elif start - today > MOST_AHEAD:
        yield Fault(("start",), "that is more than a year away")
    for other in others:
        if other.is_over(today):
            continue
        if other.answers.start <= answers.end and start <= other.last_day:
            yield Fault(
                ("start",),
                f"another plan holds {day_words(other.answers.start)} to "
                f"{day_words(other.last_day)}: end that one first",
            )


def _race(answers: Answers, race: date, today: date, was: Answers | None) -> Iterator[Fault]:
    week, after = answers.week_of(race), monday_of(race) + timedelta(weeks=1)
    begun = was is not None and answers.start <= today
    if race < today:
        out = ": leave it out here, and note it as a run" if begun else ""
        yield Fault(("race",), f"{day_words(race)} lies in the past{out}")
    elif week < 1:
        yield Fault(("race",), "the race is before the plan begins")
    elif answers.race_week < FIRST_RACE_WEEK:
        best = "leave it out here" if begun else f"begin earlier, or after it on {day_words(after)}"
        yield Fault(
            ("race",),
            f"the race is in week {week}, and a taper takes two weeks: {best}",
        )
    elif race - today > MOST_AHEAD:
        yield Fault(("race",), "that is more than a year away")
    elif week > LONGEST:
        begin = day_words(monday_of(race) - timedelta(weeks=WEEKS - 1))
        best = f"leave it out, and begin another plan on {begin}" if begun else f"begin on {begin}"
        yield Fault(
            ("race",),
            f"{day_text(race, today)} is in week {week}, and a plan leads over {LONGEST} at most: "
            f"{best}",
        )


CHANGE = "your change"


class Broken(NamedTuple):
    """One of our own rules that a week breaks by what the athlete chose; the plan lets it."""

    week: int
    what: str
    """In words, without a full stop."""
    by: str = CHANGE
    """By what: their change of the week, or the routine of their own that is done in it."""


def broken_by_hand(plan: Plan, weeks: Sequence[PlanWeek]) -> tuple[Broken, ...]:
    """Return what the changes of a plan break, and a routine of the athlete's own in its weeks."""
    found: list[Broken] = []
    for week in weeks:
        change = plan.change(week.number)
        by = CHANGE if change != WeekChange(week=week.number) else week.routine
        if by:
            found += [Broken(week.number, what, by) for what in _breaks(plan, week, change, weeks)]
    return tuple(found)


def _breaks(
    plan: Plan, week: PlanWeek, change: WeekChange, weeks: Sequence[PlanWeek]
) -> Iterator[str]:
    answers, books = plan.answers, week.books
    beginner = answers.level is Level.BEGINNER
    most = BEGINNER_SESSIONS if beginner else MOST_SESSIONS
    # First, for where there is room for one of them alone.
    if not is_moderate(books):
        yield f"{_percent(books.share)} of all training; we stop at {STUDY_SHARE} %, our own rule"
    if change.sessions is not None and week.sessions > most:
        yield f"{week.sessions} sessions: {most} a week are the most for {one(answers.level)}"
    own_rounds = change.rounds is not None or week.own_rounds
    if own_rounds and beginner and week.rounds > BEGINNER_ROUNDS:
        yield f"{week.rounds} rounds: {BEGINNER_ROUNDS} are the most for a beginner"
    if (own_rounds or week.routine) and week.minutes > MOST_MINUTES:
        yield f"{week.minutes} minutes a session: {MOST_MINUTES} are the most for a runner"
    if not is_fair(books, answers.miles):
        most_added = may_add(answers.miles, books.explosive)
        added = f"we add {most_added} min at most" if most_added else "we add none"
        yield (
            f"{books.added} min of training more than by running alone; at {_a_week(answers)} "
            f"{added}, our own rule"
        )
    planned = plan_weeks(structs.replace(plan, changes=()))[week.number - 1].percent
    if change.percent is not None and change.percent > planned:
        yield f"up to {change.percent} % replaced: {planned} % is the most for this week"
    if change == WeekChange(week=week.number):
        return  # and a taper's share is that of its table
    low, high = TAPER_SHARE
    of_fullest = books.total / fullest(weeks) if fullest(weeks) else low
    if week.kind in (WeekKind.TAPER, WeekKind.RACE) and not low <= of_fullest <= high:
        yield (
            f"{_percent(of_fullest)} of the fullest week: "
            f"a taper has {_percent(low)} to {_percent(high)}"
        )
    if change.reps is not None and not 5 <= week.reps[0] <= week.reps[1] <= 10:
        yield f"B1 {span(*week.reps)}: the published session has 5-10"


def over_words(plan: Plan, weeks: Sequence[PlanWeek], number: int) -> str:
    """Return that a week goes over our limits by a change of it, in a sentence; empty if not.

    Args:
        plan: Whose.
        weeks: As they stand, with that change.
        number: Of the week.
    """
    found = [each.what for each in broken_by_hand(plan, weeks) if each.week == number]
    if not found:
        return ""
    more = f"; over {plural(len(found) - 1, 'more limit')}" if len(found) > 1 else ""
    return f"Over our limit: {found[0]}{more}."


def weeks_over(plan: Plan, weeks: Sequence[PlanWeek], today: date) -> str:
    """Return which weeks go over our limits by what was chosen, and the first of them; or nothing.

    Args:
        plan: Whose.
        weeks: As they stand.
        today: The athlete's own day; a week that is over has no say.
    """
    found = [each for each in broken_by_hand(plan, weeks) if weeks[each.week - 1].sunday >= today]
    if not found:
        return ""
    others = len({each.week for each in found}) - 1
    more = f"; {plural(others, 'more week')} over a limit" if others else ""
    return f"week {found[0].week}, {found[0].by}: {found[0].what}{more}"


def _a_week(answers: Answers) -> str:
    """Return how far they run in a week, in their own unit: "50 km a week"."""
    if answers.in_miles:
        return f"{answers.miles:.0f} miles a week"
    return f"{answers.metres / 1000:.0f} km a week"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
