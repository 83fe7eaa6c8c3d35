"""What moving a plan costs says what changes, and nothing that stays as it was."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan.faults import answer_faults
from runlift_tui.core.plan.moving import form
from runlift_tui.core.plan.moving.cost import NOTHING, cost_lines
from runlift_tui.core.plan.moving.move import moved
from runlift_tui.core.plan.plan import Plan, TimeOff, WeekChange
from runlift_tui.core.plan.rules import calendar_of
from runlift_tui.core.plan.standing import TrainedOn, flow
from tests.core.plan.moving.test_move import DONE, RACED, TODAY, after
from tests.core.plans import FRI, MONDAY, SUN, THU, TUE, any_answers, plan

INSTEAD = " instead of "


def costs(one: Plan, found: Plan, today: date, done: Sequence[TrainedOn] = ()) -> list[SheetLine]:
    before, behind = ((each, flow(each, done, today)) for each in (one, found))
    return list(cost_lines(before, behind, today))


def clauses(line: SheetLine) -> list[tuple[str, str]]:
    """Return what a line says has changed, and what it was before."""
    found = [each for each in line.text.replace(": ", ", ").split(", ") if INSTEAD in each]
    pairs = [each.removeprefix("sessions on ").split(INSTEAD) for each in found]
    return [(now.removesuffix(" planned"), was) for now, was in pairs]


@st.composite
def moves(draw: st.DrawFn) -> tuple[Plan, Plan, date]:
    """Return a plan, the same moved in any way, and the day on which it is."""
    was, now = draw(any_answers()), draw(any_answers())
    kept = draw(st.sets(st.sampled_from(("run_days", "race", "metres", "start"))))
    names = {"run_days": ("run_days", "hard_days", "long_day"), "race": ("race", "race_distance")}
    values = {name: getattr(was, name) for each in kept for name in names.get(each, (each,))}
    now = structs.replace(now, level=was.level, sessions=was.sessions, stage=was.stage, **values)
    if "start" not in kept:
        now = structs.replace(now, start=now.start + timedelta(weeks=draw(st.integers(-3, 3))))
    today = MONDAY + timedelta(days=draw(st.integers(-7, 60)))
    one = Plan(id="one", answers=was)
    first = MONDAY + timedelta(days=draw(st.integers(0, 62)))
    off = TimeOff(first=first, last=first + timedelta(days=draw(st.integers(0, 9))))
    away = draw(st.sampled_from(((), (off,), (structs.replace(off, ill=True),))))
    found = moved(one, now, away, today)
    assume(not list(answer_faults(found.answers, (), today, was)))
    return one, found, today


@given(moves())
def test_of_nothing_it_is_said_that_it_is_instead_of_the_same(
    move: tuple[Plan, Plan, date],
) -> None:
    one, found, today = move
    for line in costs(one, found, today):
        assert all(now != was for now, was in clauses(line)), line
        assert line.text.count(INSTEAD) == len(clauses(line)), "all of it was looked at"


@given(moves())
def test_that_it_costs_nothing_is_said_where_nothing_to_come_is_another(
    move: tuple[Plan, Plan, date],
) -> None:
    one, found, today = move
    was, now = (flow(each, (), today) for each in (one, found))
    told = any(line.text == NOTHING for line in costs(one, found, today))
    if told:
        assert [each.day for each in was.sessions] == [each.day for each in now.sessions]
        assert one.answers.length == found.answers.length
        races = (calendar_of(each).races for each in (one, found))
        before, behind = ({day for day in days if day >= today} for days in races)
        assert before == behind


def test_a_plan_that_begins_later_and_is_as_long_says_no_length() -> None:
    later = costs(plan(), after(plan(), {"start": "14 dec"}), TODAY)
    (ends,) = (line.text for line in later if line.label == "ends")
    assert ends == "Sun 14 Feb instead of Sun 31 Jan"


def test_a_plan_that_begins_earlier_and_ends_with_its_race_says_how_long_it_is_now() -> None:
    longer = costs(RACED, after(RACED, {"start": "23 nov"}), TODAY)
    (ends,) = (line.text for line in longer if line.label == "ends")
    assert ends == "Sun 31 Jan, as it is, ten weeks instead of nine weeks"


def test_the_days_to_which_sessions_go_are_told() -> None:
    other = costs(plan(), after(plan(), {"hard_days": "thu sat"}), TODAY, DONE)
    assert [line.text for line in other if line.label == "days"] == [
        "week 5: sessions on thu instead of fri",
        "weeks 6-8: sessions on mon thu instead of tue fri",
    ]


def test_a_last_5k_that_falls_out_after_an_illness_says_why() -> None:
    ill = {"off_first": "18 jan", "off_last": "24 jan", "off_kind": form.ILL}
    told = {line.label: line.text for line in costs(plan(), after(plan(), ill), TODAY)}
    assert told["5K"] == "none any more"
    assert told["less"] == ("Week 9: No 5K: it is too soon after the illness (our own rule).")


def test_a_limit_that_days_off_break_is_named_before_they_are_kept() -> None:
    hard = plan(WeekChange(week=7, sessions=3, rounds=4))
    ill = {"off_first": "13 jan", "off_last": "15 jan", "off_kind": form.ILL}
    told = costs(hard, after(hard, ill), TODAY, DONE)
    (limit,) = (line for line in told if "we stop at 32 %" in line.text)
    assert limit.label == "broken"
    assert limit.text.startswith("week 7: ")


def test_why_there_are_fewer_sessions_is_told_with_how_many() -> None:
    few = costs(plan(), after(plan(), {"run_days": "tue fri sun"}), TODAY, DONE)
    told = {line.label: line.text for line in few}
    assert "instead of" in told["sessions"]
    assert "Too few easy minutes" in told["less"]


def test_a_race_that_was_run_is_none_to_come() -> None:
    raced = plan(race=MONDAY + timedelta(days=27))
    today = MONDAY + timedelta(days=50)
    off = (TimeOff(first=date(2027, 1, 25), last=date(2027, 1, 31)),)
    away = moved(raced, raced.answers, off, today)
    told = {line.label: line.text for line in costs(raced, away, today)}
    assert told["5K"] == "none any more"


def test_a_plan_that_begins_a_week_later_has_the_same_weeks_by_their_numbers() -> None:
    later = costs(plan(), after(plan(), {"start": "7 dec"}, MONDAY), MONDAY)
    assert [line.label for line in later] == ["begins", "ends", "5K"]


def test_how_near_an_illness_is_to_a_race_that_stays_is_told() -> None:
    ill = {"off_first": "18 jan", "off_last": "24 jan", "off_kind": form.ILL}
    for texts, said in (
        (ill, "Sun 31 Jan, as it is: 7 days after the illness"),
        (ill | {"off_kind": form.HOLIDAY}, "Sun 31 Jan, as it is"),
        (ill | {"off_first": "4 jan", "off_last": "10 jan"}, "Sun 31 Jan, as it is"),
    ):
        (race,) = (
            each for each in costs(RACED, after(RACED, texts), TODAY) if each.label == "race"
        )
        assert race.text == said


def test_a_5k_that_comes_to_a_day_behind_falls_out_and_that_is_told() -> None:
    one = plan(hard_days=(FRI,), run_days=(TUE, THU, FRI, SUN))
    thursday = MONDAY + timedelta(days=THU)
    other = after(one, {"hard_days": "tue"}, thursday)
    told = [line.text for line in costs(one, other, thursday)]
    assert "that of this week would be on Tue 1 Dec, and falls out" in told
    early = costs(one, after(one, {"hard_days": "tue"}, MONDAY), MONDAY)
    assert not any("falls out" in line.text for line in early), "it is still to come"


def test_a_5k_that_was_run_and_stays_says_nothing() -> None:
    thursday = MONDAY + timedelta(days=THU)
    same = costs(plan(), after(plan(), {"run_days": "mon tue thu fri sat sun"}, thursday), thursday)
    assert not any("falls out" in line.text for line in same)
