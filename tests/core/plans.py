"""Plans as athletes might make them, out to the ends of what is accepted."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from runlift_tui.core.plan.faults import answer_faults
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.plan import (
    LONGEST,
    METRES_PER_MILE,
    WEEKS,
    Answers,
    Plan,
    WeekChange,
    long_enough,
)
from runlift_tui.core.plan.rules import PlacedSession
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.possible import MOST_WEEK_MIN, WEEK_LIMITS

MONDAY = date(2026, 11, 30)
TUE, THU, FRI, SAT, SUN = 1, 3, 4, 5, 6


def answers(miles: float = 40, minutes_a_mile: float = 9, **values: Any) -> Answers:
    """Return the answers of a steady runner, some of them changed."""
    usual: dict[str, Any] = {
        "level": Level.ADVANCED,
        "start": MONDAY,
        "metres": miles * METRES_PER_MILE,
        "pace_s": minutes_a_mile * 60 / METRES_PER_MILE * 1000,
        "run_days": (TUE, THU, FRI, SAT, SUN),
        "hard_days": (TUE, FRI),
        "long_day": SUN,
        "in_miles": True,
    }
    return Answers(**(usual | values))


def plan(*changes: WeekChange, **values: Any) -> Plan:
    """Return a plan of such answers, some weeks changed by hand."""
    return Plan(id="one", answers=answers(**values), changes=changes)


def is_even(books: Books) -> bool:
    """Whether a ledger's equation holds: R + S = H + added, and nothing is less than nothing."""
    return books.run + books.explosive == books.usual + books.added and min(books) >= 0


@st.composite
def any_answers(draw: st.DrawFn) -> Answers:
    """Return answers that the form accepts."""
    run_days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    hard_days = tuple(sorted(draw(st.sets(st.sampled_from(run_days)))))
    race = draw(
        st.none()
        | (st.integers(14, 9 * 7 + 60) | st.integers(14, 7 * LONGEST - 1)).map(
            lambda n: MONDAY + timedelta(days=n)
        )
    )
    found = Answers(
        level=draw(st.sampled_from(Level)),
        start=MONDAY,
        metres=draw(st.floats(500, 250_000)),
        pace_s=draw(st.floats(170, 700)),
        run_days=run_days,
        hard_days=hard_days,
        long_day=draw(st.none() | st.sampled_from(run_days)),
        race=race,
        sessions=draw(st.integers(1, 3)),
        stage=draw(st.integers(0, 3)),
    )
    found = long_enough(found)
    assume(found.usual_min <= MOST_WEEK_MIN)
    assume(race is None or (found.race_week >= 3 and found.week_of(race) <= LONGEST))
    assert not list(answer_faults(found, (), MONDAY))
    return found


@st.composite
def any_changes(draw: st.DrawFn) -> tuple[WeekChange, ...]:
    """Return changes by hand that the page accepts."""
    found = []
    for week in draw(st.lists(st.integers(1, WEEKS), max_size=4, unique=True)):
        values: dict[str, Any] = {"week": week}
        for key, (low, high) in WEEK_LIMITS.items():
            number = st.integers(low, high)
            pair = st.tuples(number, number).map(lambda ends: tuple(sorted(ends)))
            values[key] = draw(st.none() | (pair if key in ("reps", "rir") else number))
        days = st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True)
        values["days"] = draw(st.none() | days.map(lambda each: tuple(sorted(each))))
        found.append(WeekChange(**values))
    return tuple(found)


def as_planned(plan: Plan) -> tuple[PlacedSession, ...]:
    """Return the sessions of a plan on the days that they have before anything is done."""
    return flow(plan, (), plan.answers.start - timedelta(days=1)).sessions
