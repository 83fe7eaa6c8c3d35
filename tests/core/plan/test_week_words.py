"""A plan in words: what was done against what was planned, and no promise anywhere."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cache

import pytest

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.lists.tables import laid_out
from runlift_tui.core.plan import form as plan_form
from runlift_tui.core.plan import outcome as plan_outcome
from runlift_tui.core.plan import week_words as plan_words
from runlift_tui.core.plan.changes_told import race_to_come, race_words, session_changed
from runlift_tui.core.plan.done import (
    Judged,
    Outcome,
    TrainedSession,
    books_done,
    fast_seconds,
    five_k,
    summed,
)
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.outcome import NO_ROOM, notes, outcome_lines, preview_lines
from runlift_tui.core.plan.own import AsDone, own_time
from runlift_tui.core.plan.plan import Plan, RaceDistance, WeekChange
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.table import kind_word, table, week_row
from runlift_tui.core.plan.week_words import (
    bar,
    easy_words,
    keeping,
    session_shape,
    week_lines,
    why,
)
from runlift_tui.core.plan.weeks import PlanWeek, plan_weeks
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.units import span
from tests.core.plans import MONDAY, SAT, answers, as_planned, is_even, plan
from tests.rows import for_each

TODAY = MONDAY + timedelta(days=10)
PROMISES = (
    "over a minute",
    "a minute faster",
    "you will",
    "guarantee",
    "prevents",
    "promise",
    "injury",
    "will be faster",
    "!",
)


def said(lines: Iterable[SheetLine]) -> str:
    return "\n".join(f"{line.label} {line.text}" for line in lines)


def whole(found: Plan, number: int) -> str:
    now = flow(found, [TrainedOn(MONDAY + timedelta(days=1), 8)], TODAY)
    week = now.weeks[number - 1]
    return said(week_lines(found, now, week, Books(300, 250, 90, 5, 50), TODAY, whole=True))


def test_no_run_is_named_while_it_is_held_back() -> None:
    one = plan(race=MONDAY + timedelta(days=62))
    now = flow(one, (), MONDAY)
    told = {
        running: "\n".join(
            said(week_lines(one, now, week, None, MONDAY, running=running)) for week in now.weeks
        )
        for running in Running
    }
    hard = ("a 5K, to see", "long run", "on a hard day")
    assert all(each in told[Running.ALL] for each in hard)
    assert not any(each in told[Running.EASY] for each in hard)
    assert "no 5K before a session with pain 0-2" in told[Running.EASY]
    assert "the race: not before somebody has looked" in told[Running.NONE]
    assert "session 1, not before somebody has looked" in told[Running.NONE].replace("today, ", "")
    assert "Run first" not in told[Running.NONE]
    rows = (week_row(week, now, one, MONDAY, Running.NONE) for week in now.weeks)
    assert {row.run for row in rows} == {"–"}
    assert told[Running.NONE].count("run none before somebody has looked") == len(now.weeks)


@cache
def everything() -> str:
    """Return every word that the plan's pages can say."""
    found = []
    for level in Level:
        for miles in (15, 40, 60):
            race = MONDAY + timedelta(days=62)
            one = plan(
                WeekChange(week=5, sessions=4, rounds=6, percent=50, reps=(3, 15), days=(SAT,)),
                level=level,
                miles=miles,
                race=race if miles == 60 else None,
                hard_days=(1, 3, 4),
            )
            found += [whole(one, number) for number in range(1, 10)]
            now = flow(one, (), MONDAY)
            found.append(said(preview_lines(one, now)))
            trials = [
                Trial(id="a", day=MONDAY, metres=5000, seconds=1200),
                Trial(id="b", day=one.last_day, metres=5000, seconds=1164),
            ]
            books = summed(week.books for week in now.weeks)
            found.append(said(outcome_lines(one, now, Outcome(books, books, five_k(one, trials)))))
    found += [field.hint for field in plan_form.FIELDS]
    for module in (plan_words, plan_outcome):
        found += [value for value in vars(module).values() if isinstance(value, str)]
    return "\n".join(found).lower()


@for_each("promise", PROMISES)
def test_no_word_of_a_plan_promises_anything(promise: str) -> None:
    assert promise not in everything()


def test_what_is_our_own_rule_says_so_and_a_finding_has_its_source() -> None:
    for number in range(1, 10):
        text = whole(plan(), number)
        assert "our own rules" in text
        assert "Paavolainen 1999 J Appl Physiol" in text
    lines = preview_lines(plan(), flow(plan(), (), MONDAY))
    assert "our own rules" in said(lines)


def test_a_week_in_full() -> None:
    text = whole(plan(), 2)
    assert "Week 2 of 9, Mon 7 Dec to Sun 13 Dec" in text
    assert "2 sessions of about 52 min: 3 rounds, B1 8-10 each leg, could do 3 more" in text
    assert "52 easy min replaced (about 5.8 miles)" in text
    assert "1:44 h, 52 min on top" in text
    assert "Session 1 moves from Tue 8 Dec to Fri 11 Dec." in text
    assert "strides and sprints 5 min" in text


def test_a_beginners_week_gives_one_order_for_b1() -> None:
    one = plan(level=Level.BEGINNER, miles=15, minutes_a_mile=9.5)
    for number in range(1, 10):
        told = whole(one, number)
        assert "B1 8" in told
        assert "While the gate" not in told
        assert "range falls" not in told
    greedy = plan(level=Level.BEGINNER, miles=15, minutes_a_mile=9.5, sessions=3)
    told = said(preview_lines(greedy, flow(greedy, (), MONDAY)))
    assert "2 a week are the most for a beginner" in told
    assert "Jumps wait for the gate" in told


def test_nine_weeks_without_a_session_are_told_before_they_begin() -> None:
    little, usual = plan(miles=1), plan()
    first, *_ = preview_lines(little, flow(little, (), MONDAY))
    assert (first.text, first.tone) == (NO_ROOM, "mark")
    assert NO_ROOM not in said(preview_lines(usual, flow(usual, (), MONDAY)))


def test_a_lower_range_asks_for_more_load_as_far_as_was_left_and_a_taper_for_less() -> None:
    assert "B1's range falls: heavier, as far as what you typed as left allows." in whole(plan(), 5)
    assert "falls" not in whole(plan(), 3)
    assert "Bosquet 2007" in whole(plan(), 9)
    assert "Bosquet" not in whole(plan(), 3)


def test_the_table_is_even_and_stars_what_was_changed_by_hand() -> None:
    one = plan(WeekChange(week=3, rounds=5))
    now = flow(one, (), MONDAY)
    rows = [week_row(week, now, one, MONDAY) for week in now.weeks]
    told = [(row.sessions, row.rounds) for row in rows[1:4]]
    assert told == [("2", "3"), ("2", "5*"), ("2", "2")]
    lines = laid_out(*table(rows))
    assert max(map(len, lines)) <= 76
    ends = [line.index(" %") for line in lines[1:]]
    assert ends == [ends[0]] * len(ends)


def test_marks_say_what_became_of_a_week() -> None:
    today = MONDAY + timedelta(days=22)
    trained = [
        TrainedOn(each.day) for each in as_planned(plan()) if each.day < today and each.week != 2
    ]
    now = flow(plan(), trained, today)
    marks = [week_row(week, now, plan(), today).mark for week in now.weeks]
    assert marks == ["■", "□", "■", "▣", "·", "·", "·", "·", "·"]


@pytest.mark.parametrize(("share", "full"), [(0.0, 0), (0.5, 12), (1.0, 24)])
def test_the_bar_is_true_to_scale(share: float, full: int) -> None:
    assert bar(share).count("━") == full
    assert len(bar(share)) == 24
    assert "╸" in bar(0.52 / 24 + 0.5)


def test_strides_and_sprints_count_among_the_explosive_and_no_run_twice() -> None:
    easy = Run(id="a", day=MONDAY, seconds=3600, fast_s=300)
    sprints = Run(id="b", day=MONDAY, kind=RunKind.SPRINTS, seconds=1800)
    timed = Run(id="c", day=MONDAY, kind=RunKind.SPRINTS, seconds=1800, fast_s=240)
    far = Run(id="d", day=MONDAY, metres=10_000)
    away = Run(id="e", day=MONDAY + timedelta(days=7), seconds=3600)
    assert [fast_seconds(run) for run in (easy, sprints, timed, far)] == [300, 1800, 240, 0]
    week = plan_weeks(plan())[0]
    lifted = [TrainedSession(MONDAY, 52), TrainedSession(MONDAY + timedelta(days=6), 50)]
    books = books_done(week, plan(), lifted, (easy, sprints, timed, far, away))
    assert (books.strength, books.fast) == (102, 39)
    assert books.run == 60 + 30 + 30 + 56 - 39
    assert is_even(books)
    assert books_done(week, plan(), (), ()) == Books(0, 0, 0)


def trial(day: int, seconds: float, metres: float = 5000) -> Trial:
    return Trial(id=f"{day}", day=MONDAY + timedelta(days=day), metres=metres, seconds=seconds)


SOME, NOTHING = Books(1, 1, 1), Books(0, 0, 0)


def told(found: Judged | None, done: Books = SOME) -> str:
    came = Outcome(SOME, done, found)
    return said(outcome_lines(plan(), flow(plan(), (), TODAY), came))


def test_the_5k_is_judged_by_its_first_and_last_time() -> None:
    found = five_k(plan(), [trial(-40, 1300), trial(1, 1200), trial(30, 1190), trial(60, 1164)])
    assert found is not None
    assert [each.seconds for each in found] == [1200, 1164]
    text = told(found)
    assert "Tue 1 Dec   20:00" in text
    assert "0:36 faster, 3.0 %" in text
    assert "would be 19:24. It forecasts nobody's time" in text


def test_a_slower_5k_is_told_as_such() -> None:
    text = told(five_k(plan(), [trial(1, 1200), trial(60, 1230)]), NOTHING)
    assert "0:30 slower, 2.5 %" in text
    assert "nothing was entered" in text


def test_another_distance_counts_as_an_estimate_and_says_so() -> None:
    found = five_k(plan(), [trial(1, 2500, 10_000), trial(60, 1180)])
    text = told(found)
    assert "about 19:59, by Riegel from 10 km in 41:40" in text
    assert "0:19 faster" in text


def test_two_that_were_run_come_before_an_estimate() -> None:
    raced = [trial(1, 1200), trial(3, 2500, 10_000), trial(50, 1170), trial(60, 2400, 10_000)]
    found = five_k(plan(), raced)
    assert found is not None
    assert [each.seconds for each in found] == [1200, 1170]


@pytest.mark.parametrize("trials", [[], [trial(1, 1200)], [trial(-40, 1200), trial(60, 1200)]])
def test_without_two_times_nothing_is_said_of_a_change(trials: list[Trial]) -> None:
    assert five_k(plan(), trials) is None
    text = told(None)
    assert "two times are needed" in text
    assert "It forecasts nobody's time" in text


def test_steps_that_come_later_are_told_once_for_a_whole_plan() -> None:
    first = flow(plan(), [TrainedOn(MONDAY + timedelta(days=9))], MONDAY + timedelta(days=20))
    text = said(tuple(notes(plan(), first)))
    assert text.count("No session that week: week 2 asks for the same.") == 1
    assert "builds on what was done" not in text


def test_one_session_a_week_is_called_keeping_and_a_shorter_one_is_offered() -> None:
    said = keeping(answers(level=Level.ADVANCED, miles=15), plan_weeks(plan(miles=15))[1])
    assert said == (
        "One session a week keeps strength, two build it: your running leaves room for one, "
        "or for two of the minimal dose (our own rule)."
    )
    asked = plan(sessions=1)
    assert keeping(asked.answers, plan_weeks(asked)[1]).startswith(
        "One session a week keeps strength"
    )
    assert not keeping(plan().answers, plan_weeks(plan())[1])


def test_a_deload_says_that_what_was_replaced_before_is_in_it_already() -> None:
    one = plan(miles=21, minutes_a_mile=9)
    now = flow(one, (), MONDAY)
    before, week = now.weeks[2:4]
    assert before.books.replaced
    assert week.books.run == round(0.85 * before.books.run)
    told = said(week_lines(one, now, week, None, MONDAY))
    assert "15 % less running than week 3" in told
    assert ", nothing more replaced" in told
    light = plan(miles=15)
    now = flow(light, (), MONDAY)
    assert not now.weeks[2].books.replaced
    assert ", nothing replaced" in said(week_lines(light, now, now.weeks[3], None, MONDAY))


def test_a_deload_says_in_what_it_is_lighter() -> None:
    weeks = plan_weeks(plan(miles=60, minutes_a_mile=8))
    assert why(weeks, weeks[3]) == (
        "Lighter on purpose: fewer sessions, further from the limit, 15 % less running than week 3."
    )
    same = [*weeks[:2], weeks[2]._replace(sessions=1, rounds=1), weeks[3]._replace(rounds=1)]
    same[3] = same[3]._replace(books=same[2].books)
    assert why(same, same[3]) == "Lighter on purpose: further from the limit."


def test_a_race_says_how_far_it_is_and_what_follows() -> None:
    half = answers(race_distance=RaceDistance.HALF)
    assert race_words(half) == "race, half marathon"
    assert race_words(answers()) == "race"
    ten = answers(race=MONDAY, race_distance=RaceDistance.TEN)
    assert race_to_come(ten) == "race, 10K, Mon 30 Nov"
    assert race_to_come(answers()) == ""
    assert easy_words(half) == "then 7 easy days: no hard and no long run (our own rule)"
    assert easy_words(answers(race_distance=RaceDistance.TEN)).startswith("then 3 easy days")


def test_a_race_early_in_its_week_has_that_week_and_the_one_before_tapers() -> None:
    monday = plan(race=MONDAY + timedelta(weeks=8))
    assert monday.answers.race is not None
    assert monday.answers.race.weekday() == 0
    race = monday.answers.race
    now = flow(monday, (), MONDAY)
    kinds = {week.monday: kind_word(week, race) for week in now.weeks}
    assert kinds[race] == "race"
    assert kinds[race - timedelta(weeks=1)] == kinds[race - timedelta(weeks=2)] == "taper"
    said = {week.monday: why(now.weeks, week, race) for week in now.weeks}
    assert said[race].startswith("The race, then easy")
    assert said[race - timedelta(weeks=1)].startswith("The race is near")


def test_a_race_at_the_end_of_its_week_has_its_word_as_well() -> None:
    race = MONDAY + timedelta(weeks=9, days=-1)
    now = flow(plan(race=race), (), MONDAY)
    assert [kind_word(week, race) for week in now.weeks][-2:] == ["taper", "race"]


def test_two_lengths_of_the_same_rounds_are_explained() -> None:
    today = MONDAY + timedelta(days=14)
    now = flow(plan(), (), today, lambda week: AsDone(round(0.8 * week.minutes), week.rounds))
    behind, to_come = now.weeks[0], now.weeks[3]
    assert own_time(now.weeks, to_come) == (
        f"Your own session takes {to_come.minutes} min; "
        f"the weeks that lie behind were planned with {to_come.by_table}."
    )
    assert own_time(now.weeks, behind) == (
        f"{behind.minutes} min is what the plan reckoned with; "
        "from week 3 on it is your own session's time."
    )
    for week in now.weeks:
        assert own_time(now.weeks, week) in said(week_lines(plan(), now, week, None, today))
    assert "lift from week 3 on with your own session's" in said(notes(plan(), now))
    same = flow(plan(), (), today)
    assert not any(own_time(same.weeks, week) for week in same.weeks)
    assert "your own session" not in said(notes(plan(), same))
    fresh = flow(plan(), (), MONDAY, lambda week: AsDone(round(0.8 * week.minutes), week.rounds))
    assert not any(own_time(fresh.weeks, week) for week in fresh.weeks), "all have the same"
    assert "your own session" not in said(notes(plan(), fresh))
    near = flow(plan(), (), today, lambda week: AsDone(week.minutes + 5, week.rounds))
    assert not any(own_time(near.weeks, week) for week in near.weeks), "five minutes are no word"


def test_a_week_says_whose_session_it_has_and_what_of_it_goes_by_the_week() -> None:
    none = plan(WeekChange(week=6, sessions=0))
    now = flow(none, (), MONDAY, lambda _: AsDone(22, 4, "Garage four", own_heavy=True))
    assert session_shape(now.weeks[4]) == "about 22 min: Garage four, 4 rounds"
    assert own_time(now.weeks, now.weeks[5]) == "", "a week without a session has no minutes"
    copy = flow(none, (), MONDAY, lambda week: AsDone(58, week.rounds, "Runner's lower body"))
    week = copy.weeks[4]
    assert session_shape(week) == (
        f"about 58 min: Runner's lower body, {week.rounds} rounds, "
        f"B1 {span(*week.reps)} each leg, could do {span(*week.rir)} more"
    )


def test_another_session_tells_what_it_makes_of_the_weeks() -> None:
    found = plan(miles=20)

    def with_(minutes: int, rounds: int, **own: bool) -> tuple[PlanWeek, ...]:
        return flow(found, (), MONDAY, lambda _: AsDone(minutes, rounds, "Mine", **own)).weeks

    before, long = with_(31, 2), with_(80, 3, own_heavy=True, own_rounds=True)
    assert session_changed(found, before, before) == ""
    told = session_changed(found, before, with_(36, 2))
    assert told == "In the plan, from week 1 on: 31 → 36 min."
    told = session_changed(found, before, long)
    said = "In the plan, from week 1 on: 31 → 80 min, 2 → 3 rounds, B1 as you wrote it; weeks "
    assert told.startswith(said)
    assert told.endswith(" over our limits.")


def test_a_plan_that_is_over_tells_every_week_without_a_session_tapers_among_them() -> None:
    ended = MONDAY + timedelta(weeks=9)
    trained = [TrainedOn(MONDAY + timedelta(weeks=week, days=1)) for week in range(4)]
    now = flow(plan(), trained, ended)
    assert now.missed == (5, 6, 7, 8)
    none = Books(0, 0, 0)
    lines = outcome_lines(plan(), now, Outcome(none, none, None))
    assert [line.text for line in lines if line.label == "missed"] == ["weeks 5-9"]
    whole = flow(plan(), [*trained, TrainedOn(ended - timedelta(days=4))], ended)
    lines = outcome_lines(plan(), whole, Outcome(none, none, None))
    assert [line.text for line in lines if line.label == "missed"] == ["weeks 5-8"]
