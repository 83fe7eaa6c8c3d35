"""The questions of a plan: what may be typed, and what is said where it cannot be."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.form import FIELDS, read, suggested, too_soon
from runlift_tui.core.plan.plan import METRES_PER_MILE, Answers, Plan, RaceDistance
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.run import Run, RunKind
from runlift_tui.core.words.days import day_text, day_words
from tests.core.plans import MONDAY, SUN, TUE, plan
from tests.rows import for_each

TODAY = MONDAY - timedelta(days=6)


def texts(**typed: str) -> dict[str, str]:
    return suggested(Level.INTERMEDIATE, (), TODAY) | typed


def answered(**typed: str) -> Answers:
    found, faults = read(texts(**typed), TODAY, (), 3)
    assert faults == ()
    assert found is not None
    return found


def refused(*plans: Plan, **typed: str) -> tuple[str, str]:
    """Return the one line that is wrong, and what is said of it."""
    _, faults = read(texts(**typed), TODAY, plans, 3)
    (fault,) = faults
    return str(fault.where[0]), fault.what


def test_what_stands_there_at_first_is_a_plan() -> None:
    found = answered()
    assert (found.level, found.start, found.sessions) == (Level.INTERMEDIATE, MONDAY, 2)
    assert (found.metres, found.pace_s, found.in_miles) == (30_000, 360, False)
    assert set(texts()) == {field.name for field in FIELDS}


def test_the_last_four_weeks_say_what_is_usual() -> None:
    runs = [
        Run(id=f"{n}", day=TODAY - timedelta(days=n), metres=10_000, seconds=3300)
        for n in (0, 2, 5, 7, 9, 12, 30, 40)
    ]
    found = suggested(Level.ADVANCED, runs, TODAY)
    assert (found["running"], found["pace"]) == ("15 km", "5:30 /km")
    assert found["run_days"] == "tue thu sun"
    assert (found["hard_days"], found["long_day"]) == ("none", "sun"), "none was noted as hard"


def test_hard_and_long_days_are_those_that_were_noted_and_no_race_is_one() -> None:
    def run(ago: int, kind: RunKind, km: float = 8) -> Run:
        return Run(id=f"{ago}", day=TODAY - timedelta(days=ago), kind=kind, metres=1000 * km)

    easy, race = RunKind.EASY, RunKind.RACE
    noted = [run(2, race, 5), run(5, easy), run(7, easy), run(8, RunKind.TEMPO), run(10, easy, 12)]
    found = suggested(Level.ADVANCED, noted, TODAY)
    assert TODAY.weekday() == TUE
    told = (found["run_days"], found["hard_days"], found["long_day"])
    assert told == ("mon tue thu sat", "mon", "sat")
    called = [*noted, run(12, RunKind.LONG, 9)]
    assert suggested(Level.ADVANCED, called, TODAY)["long_day"] == "thu", "as it was called"
    only = suggested(Level.ADVANCED, [run(2, race, 5), run(9, race, 5)], TODAY)
    assert (only["run_days"], only["long_day"]) == ("tue thu sat sun", "sun")


def raced(day: date, metres: float) -> Run:
    return Run(id=f"{day}", day=day, kind=RunKind.RACE, metres=metres, seconds=round(metres * 0.24))


@for_each(
    ("metres", "ago", "weeks"),
    [
        (21_100, 0, 1),
        (42_195, 1, 1),
        (15_000, 0, 1),
        (42_195, 2, 0),
        (21_100, 8, 0),
        (10_050, 0, 0),
        (5_000, 1, 0),
    ],
)
def test_a_plan_does_not_begin_in_the_easy_days_after_a_long_race(
    metres: float, ago: int, weeks: int
) -> None:
    monday = TODAY + timedelta(days=-TODAY.weekday() % 7)
    runs = [raced(TODAY - timedelta(days=ago), metres)]
    found = suggested(Level.ADVANCED, runs, TODAY)
    assert found["start"] == day_text(monday + timedelta(weeks=weeks))
    begun, faults = read(found, TODAY, (), 3)
    assert begun is not None
    assert not faults
    assert too_soon(begun, runs) == ""
    typed, _ = read(found | {"start": f"{monday}"}, TODAY, (), 3)
    assert typed is not None
    said = too_soon(typed, runs)
    assert bool(said) == bool(weeks)
    assert not weeks or said.endswith(f"so begin on {day_words(begun.start)} (our own rule)")


def test_a_race_on_a_monday_is_rested_from_as_one_on_a_sunday() -> None:
    for days, start in ((6, MONDAY + timedelta(weeks=2)), (7, MONDAY + timedelta(weeks=3))):
        race = MONDAY + timedelta(days=days)
        found = suggested(Level.ADVANCED, [raced(race, 42_195)], race)
        assert found["start"] == day_text(start)


def test_the_pace_of_a_race_is_no_usual_one() -> None:
    race = raced(TODAY - timedelta(days=3), 5000)
    easy = Run(id="easy", day=TODAY, metres=10_000, seconds=3600)
    assert suggested(Level.ADVANCED, [race], TODAY)["pace"] == "6:00 /km", "our own guess"
    assert suggested(Level.ADVANCED, [race, easy], TODAY)["pace"] == "6:00 /km"


@pytest.mark.parametrize("ago", [0, 1, 5])
def test_one_run_is_no_usual_week(ago: int) -> None:
    one = Run(id="1", day=TODAY - timedelta(days=ago), metres=8_000, seconds=2530)
    found, unknown = suggested(Level.BEGINNER, [one], TODAY), suggested(Level.BEGINNER, (), TODAY)
    assert found == unknown | {"pace": "5:16 /km"}


def test_a_week_is_that_of_the_days_since_the_first_run() -> None:
    runs = [
        Run(id=f"{n}", day=TODAY - timedelta(days=n), metres=10_000, seconds=3300)
        for n in (0, 2, 5, 7, 9, 13)
    ]
    assert suggested(Level.ADVANCED, runs, TODAY)["running"] == "30 km"
    rare = [structs.replace(runs[0], day=TODAY - timedelta(days=40)), runs[0]]
    assert suggested(Level.ADVANCED, rare, TODAY)["running"] == "2 km", "most weeks had no run"


@for_each(
    ("running", "pace", "metres", "pace_s"),
    [
        ("64 km", "5:30 /km", 64_000, 330),
        ("64k", "5:30", 64_000, 330),
        ("40 mi", "9:00 /mi", 40 * METRES_PER_MILE, 540 / METRES_PER_MILE * 1000),
        ("40 miles", "9:00", 40 * METRES_PER_MILE, 540 / METRES_PER_MILE * 1000),
        ("4 h", "6:00 /km", 40_000, 360),
        ("4:30", "6:00 /km", 45_000, 360),
        ("4,5 h", "6:00 / km", 45_000, 360),
        ("270 min", "6:00/km", 45_000, 360),
    ],
)
def test_a_usual_week_is_a_distance_or_a_time(
    running: str, pace: str, metres: float, pace_s: float
) -> None:
    found = answered(running=running, pace=pace)
    assert found.metres == pytest.approx(metres)
    assert found.pace_s == pytest.approx(pace_s)
    assert found.in_miles == ("mi" in running.replace("min", ""))


@for_each("long_day", ["sun", "Sunday", " SUN "])
@for_each("race", ["2027-01-31", "31 jan", "31 January 2027"])
def test_days_are_typed_as_one_writes_them(long_day: str, race: str) -> None:
    found = answered(run_days="Tue, thu; SUN", long_day=long_day, hard_days="tuesday", race=race)
    assert (found.run_days, found.hard_days, found.long_day) == ((TUE, 3, SUN), (TUE,), SUN)
    assert found.race == date(2027, 1, 31)
    assert answered(long_day="none", hard_days="", race="none").race is None


@for_each(
    ("typed", "line", "said"),
    [
        ({"running": "0 km"}, "running", "zero running"),
        ({"running": "0"}, "running", "zero running"),
        ({"running": "0 h"}, "running", "zero running"),
        ({"running": "40"}, "running", "with its unit"),
        ({"running": "40 m"}, "running", "miles or metres"),
        ({"running": "900 km"}, "running", "90 hours"),
        ({"running": "lots"}, "running", "40 km"),
        ({"running": "0.001 km"}, "running", "less than a minute"),
        ({"pace": "fast"}, "pace", "6:00 /km"),
        ({"pace": "1:00 /km"}, "pace", "between 2:30"),
        ({"run_days": "none"}, "run_days", "a day to run on"),
        ({"run_days": "tue funday sun"}, "run_days", "funday is no weekday"),
        ({"run_days": "t"}, "run_days", "t is no weekday"),
        ({"hard_days": "mon"}, "hard_days", "one of the run days"),
        ({"long_day": "wed"}, "long_day", "one of the run days"),
        ({"long_day": "sat sun"}, "long_day", "one weekday"),
        ({"start": "2026-11-16"}, "start", "lies in the past"),
        ({"start": "2026-12-02"}, "start", "Mon 7 Dec 2026 is the next one"),
        ({"start": "2026-02-30"}, "start", "is no day"),
        ({"start": ""}, "start", "is no day"),
        ({"start": "2028-01-03"}, "start", "more than a year"),
        ({"race": "2026-12-12"}, "race", "in week 2"),
        ({"race": "2026-12-01"}, "race", "in week 1"),
        ({"race": "2026-11-26"}, "race", "before the plan begins"),
        ({"race": "2026-11-01"}, "race", "lies in the past"),
        ({"race": "soon"}, "race", "soon is no day"),
        ({"race": "2029-01-01"}, "race", "more than a year"),
    ],
)
def test_what_cannot_be_is_said_where_it_was_typed(
    typed: dict[str, str], line: str, said: str
) -> None:
    days = {"run_days": "tue thu sat sun"} | typed
    if days["run_days"] != "tue thu sat sun":
        days = {"hard_days": "none", "long_day": "none"} | days
    where, what = refused(**days)
    assert where == line
    assert said in what


def test_a_plan_over_a_plan_is_refused_until_that_one_is_ended() -> None:
    where, what = refused(plan())
    assert where == "start"
    assert "Mon 30 Nov to Sun 31 Jan: end that one first" in what
    ended = Plan(id="x", answers=plan().answers, ended=TODAY)
    assert read(texts(), TODAY, (ended,), 3)[1] == ()
    after = texts(start="2027-02-01")
    assert read(after, TODAY, (plan(),), 3)[1] == ()


def test_the_week_under_way_can_still_be_the_first() -> None:
    assert answered(start="2026-11-23").start == TODAY - timedelta(days=1)


@for_each(
    ("text", "start"),
    [
        ("30 nov", "2026-11-30"),
        ("mon 23 nov", "2026-11-23"),
        ("4 jan", "2027-01-04"),
        ("mon 21 jun", "2027-06-21"),
    ],
)
def test_a_begin_without_its_year_is_the_next_such_day_or_the_one_of_late(
    text: str, start: str
) -> None:
    assert answered(start=text).start == date.fromisoformat(start)


@for_each("text", ["20 nov", "fri 20 nov"])
def test_a_begin_of_last_week_is_not_taken_for_next_years(text: str) -> None:
    where, what = refused(start=text)
    assert (where, what) == (
        "start",
        "a week begins on a Monday: Mon 23 Nov 2026 is the next one",
    )


def test_several_lines_that_cannot_be_are_all_told() -> None:
    found, faults = read(texts(running="lots", race="soon"), TODAY, (), 3)
    assert found is None
    assert [fault.where for fault in faults] == [("running",), ("race",)]


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from([f.name for f in FIELDS if not f.choices]), st.text()))
def test_whatever_is_typed_is_read_or_refused_in_words(typed: dict[str, str]) -> None:
    found, faults = read(texts(**typed), TODAY, (), 3)
    assert found is not None or faults
    assert all(fault.what for fault in faults)


@for_each("far", RaceDistance)
def test_a_race_asks_its_distance(far: RaceDistance) -> None:
    typed = texts(race="31 jan", race_distance=far.value)
    answers, faults = read(typed, TODAY, (), 0)
    assert not faults
    assert answers is not None
    assert answers.race_distance is far
    assert answers.easy_after_race == (3 if far in ("5K", "10K") else 7)


def test_a_plan_from_before_the_question_opens_and_counts_as_a_long_race() -> None:
    one = Answers(
        level=Level.ADVANCED,
        start=date(2026, 11, 30),
        metres=60_000,
        pace_s=300,
        run_days=(1, 3, 6),
        race=date(2027, 1, 3),
    )
    written = msgspec.json.decode(msgspec.json.encode(one))
    del written["race_distance"]
    old = msgspec.convert(written, Answers)
    assert old.race_distance is None
    assert old.easy_after_race == 7
