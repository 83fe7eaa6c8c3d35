import pytest

from runlift_tui.core.athlete.athlete import Athlete, Standing
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.athlete.held_back import EARNED, allowed
from runlift_tui.core.history.document import document
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.resolve import routine_ids
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import T0, library
from tests.rows import for_each

NOW = T0 + 38 * DAY_MS
TRAINED = Facts(
    sessions=10,
    first=T0,
    outings=tuple(
        Outing(
            when=T0 + n * 4 * DAY_MS,
            heavy="split-squat",
            heavy_kg=20.0,
            heavy_reps=8,
            heavy_rir=3,
            pain=0,
            fast="split-squat-fast",
        )
        for n in range(10)
    ),
)
LAST_WEEK = "2026-11-15T08:00:00Z"
GOOD = Checks(stance_s=30, squats=True, landings=True, calm=True, when=T0 + 30 * DAY_MS)


def planned(
    athlete: Athlete, routine: str, shelf: Shelf | None = None, facts: Facts = TRAINED
) -> Started:
    return planned_session(
        Choices(routine=routine, level=athlete.level),
        Situation(athlete=athlete, facts=facts, shelf=shelf or Shelf(shipped=library()), now=NOW),
        "x",
    )


def jumps(start: Started) -> set[str]:
    used = {slot.exercise for _, slot in start.routine.slots()}
    return {each.id for each in start.exercises if each.is_jump and each.id in used}


@for_each("routine", routine_ids(Shelf(shipped=library())))
@for_each("facts", [Facts(), TRAINED])
def test_a_beginner_never_gets_a_jump_while_the_gate_is_closed(routine: str, facts: Facts) -> None:
    assert not jumps(planned(Athlete(), routine, facts=facts))
    taken = Athlete(rung="jumping-lunge")
    assert not jumps(planned(taken, routine, facts=facts))


def test_nor_by_a_swap_that_was_kept_from_another_level() -> None:
    mine = MyRoutine(id="runner-lower-body", slots={"B2": MySlot(exercise="jumping-lunge-high")})
    shelf = Shelf(shipped=library(), routines={mine.id: mine})
    assert not jumps(planned(Athlete(), mine.id, shelf))
    assert jumps(planned(Athlete(level=Level.ADVANCED), mine.id, shelf)) == {"jumping-lunge-high"}


def test_an_open_gate_lets_the_rung_that_was_taken_in() -> None:
    calm = Athlete(rung="split-squat-hop", checks=GOOD)
    start = planned(calm, "runner-lower-body", facts=TRAINED)
    assert jumps(start) == {"split-squat-hop"}
    assert start.overrides == ()


def test_overruling_opens_it_too_and_is_written_into_the_session() -> None:
    start = planned(Athlete(rung="split-squat-hop", overruled=LAST_WEEK), "runner-lower-body")
    assert jumps(start) == {"split-squat-hop"}
    assert document(begin(start, NOW))["overrides"] == ["gate to jumping"]
    still = planned(Athlete(overruled=LAST_WEEK), "runner-lower-body")
    assert still.overrides == ()


@pytest.mark.parametrize("level", Level)
def test_no_impact_stays_on_the_ground_at_every_level(level: Level) -> None:
    assert not jumps(planned(Athlete(level=level), "no-impact"))


@pytest.mark.parametrize("level", [Level.INTERMEDIATE, Level.ADVANCED])
def test_another_level_for_one_session_does_not_open_a_beginners_gate(level: Level) -> None:
    def start(athlete: Athlete) -> Started:
        shelf = Shelf(shipped=library())
        found = Situation(athlete=athlete, facts=TRAINED, shelf=shelf, now=NOW)
        return planned_session(Choices(level=level), found, "x")

    beginner = start(Athlete(asked=True))
    assert not jumps(beginner)
    assert beginner.held == (
        "the gate to jumping is closed; missing: pain 0-2 in 2 sessions, balance, squats, landings",
    )
    assert "the gate to jumping is closed" in beginner.exchanged["B2"]
    assert jumps(start(Athlete(asked=True, checks=GOOD)))
    assert jumps(start(Athlete())), "whoever was not asked yet says it here"
    assert jumps(start(Athlete(asked=True, level=level)))


@for_each("level", Level)
@for_each("rung", ["", "split-squat-hop", "jumping-lunge-high"])
def test_what_the_levels_offer_is_never_a_jump_while_it_is_closed(level: Level, rung: str) -> None:
    found = allowed(
        Standing(level=level, own=Level.BEGINNER, rung=rung), TRAINED.outings, library(), NOW
    )
    assert found.held
    assert not library()[found.rung.exercise].is_jump
    assert not found.rung.offered or not library()[found.rung.offered].is_jump


def test_a_harder_jump_says_why_too() -> None:
    calm = tuple(
        Outing(when=NOW - days * DAY_MS, pain=0, fast="jumping-lunge") for days in range(60, 0, -5)
    )
    facts = Facts(sessions=12, first=calm[0].when, outings=calm)
    taken = Athlete(level=Level.ADVANCED, rung="jumping-lunge-high")
    start = planned(taken, "runner-lower-body", facts=facts)
    assert start.exchanged == {"B2": f"instead of Jumping lunge: {EARNED}."}
