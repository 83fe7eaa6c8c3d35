"""Nine weeks: the table, what a level and the ledger make of it, the deload, the taper, a race."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.changes_told import broken_lines, changes, weeks_words
from runlift_tui.core.plan.ledger import session_minutes
from runlift_tui.core.plan.plan import WEEKS, Answers, Plan, RaceDistance, TimeOff, WeekChange
from runlift_tui.core.plan.rules import Rule, calendar, calendar_of
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.steps import BUILT_BEFORE, STEPS
from runlift_tui.core.plan.week_words import keeping
from runlift_tui.core.plan.weeks import (
    BEGINNER_ROUNDS,
    BEGINNER_SESSIONS,
    PlanWeek,
    fullest,
    plan_weeks,
)
from runlift_tui.core.routines.levels import ALL_SLOTS, MAIN, Level, article_routine
from runlift_tui.core.session.half import half
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.setup.fit import minutes_of, with_rounds
from tests.core.builders import started
from tests.core.plans import (
    FRI,
    MONDAY,
    SAT,
    SUN,
    THU,
    TUE,
    answers,
    any_answers,
    any_changes,
    as_planned,
    is_even,
    plan,
)
from tests.rows import for_each

TABLE = (
    # rounds, B1, reps left, B2: the nine rows of the table that the plan is made after
    ((2, 3), (8, 8), (3, 4), 0),
    ((3, 3), (8, 10), (3, 3), 0),
    ((3, 3), (8, 10), (3, 3), 1),
    ((2, 2), (8, 8), (4, 4), 1),
    ((3, 3), (6, 8), (2, 3), 2),
    ((3, 4), (6, 8), (2, 2), 2),
    ((4, 4), (5, 7), (2, 2), 2),
    ((3, 4), (5, 6), (1, 2), 2),
    ((1, 2), (5, 5), (3, 3), 2),
)


def test_the_table_stands_as_it_was_laid_down() -> None:
    assert tuple(tuple(step) for step in STEPS) == TABLE


def test_a_plan_walks_the_table_from_top_to_bottom() -> None:
    weeks = plan_weeks(plan())
    assert [week.step for week in weeks] == list(range(1, WEEKS + 1))
    assert [(week.reps, week.rir, week.rung) for week in weeks] == [row[1:] for row in TABLE]
    assert [week.kind for week in weeks] == [
        *[WeekKind.BUILD] * 3,
        WeekKind.DELOAD,
        *[WeekKind.BUILD] * 4,
        WeekKind.TAPER,
    ]
    assert [week.monday for week in weeks] == [MONDAY + timedelta(weeks=n) for n in range(WEEKS)]


@for_each("level", Level)
@for_each("miles", [15, 40, 60])
def test_rounds_lie_within_the_table_or_below_where_the_ledger_is_short(
    level: Level, miles: float
) -> None:
    for week, row in zip(plan_weeks(plan(level=level, miles=miles)), TABLE, strict=True):
        low, high = row[0]
        assert week.rounds <= high
        assert week.rounds >= low or week.fitted or level is Level.BEGINNER or week.number == WEEKS


def test_the_taper_has_half_of_the_contacts() -> None:
    weeks = plan_weeks(plan())

    def contacts(week: PlanWeek) -> int:
        return week.sessions * week.rounds * 2 * (half(week.reps[1]) or 0)

    most = max(map(contacts, weeks))
    assert 0 < contacts(weeks[-1]) <= most / 2


@for_each("level", Level)
@for_each("stage", range(ALL_SLOTS + 1))
@for_each("rounds", range(1, 7))
def test_the_plans_minutes_are_those_that_a_session_about_to_start_shows(
    level: Level, stage: int, rounds: int
) -> None:
    routine = with_rounds(article_routine(level, stage), {MAIN: rounds})
    shown = minutes_of(started(level, stage, routine=routine))
    assert session_minutes(level, rounds, stage) == pytest.approx(shown, abs=1)


@given(any_answers())
def test_the_ledger_of_any_plan_is_even_fair_and_under_its_cap(found: Answers) -> None:
    for week in plan_weeks(Plan(id="x", answers=found)):
        books = week.books
        assert is_even(books)
        assert books.replaced * 100 <= books.usual * week.percent
        assert week.percent <= (10, 20, 32)[list(Level).index(found.level)]
        assert books.replaced * 100 <= books.usual * found.easy_percent
        if week.few_easy and books.added:
            assert week.sessions == 1
        elif found.miles >= 50:
            assert books.added == 0
        elif found.miles >= 30:
            assert books.added * 2 <= books.explosive
        assert round(100 * books.share) <= 32
        if found.level is Level.BEGINNER:
            assert week.rounds <= BEGINNER_ROUNDS
            assert week.sessions <= BEGINNER_SESSIONS
        if week.rounds > 4:
            assert week.minutes <= 75


@given(any_answers(), any_changes())
def test_changes_by_hand_break_no_equation_and_no_cap_that_stands(
    found: Answers, changes: tuple[WeekChange, ...]
) -> None:
    for week in plan_weeks(Plan(id="x", answers=found, changes=changes)):
        assert is_even(week.books)
        assert week.books.replaced * 100 <= week.books.usual * week.percent


@given(any_answers())
def test_a_taper_has_forty_to_sixty_per_cent_of_the_fullest_week(found: Answers) -> None:
    weeks = plan_weeks(Plan(id="x", answers=found))
    for week in weeks:
        if week.kind not in (WeekKind.TAPER, WeekKind.RACE):
            continue
        most = fullest(weeks[: week.number - 1])
        if most >= 60:  # with less, a minute more or less is a per cent
            assert 0.40 <= week.books.total / most <= 0.60


@for_each("level", Level)
@for_each("miles", [15, 40, 60])
def test_a_deload_has_less_running_too(level: Level, miles: float) -> None:
    third, fourth = plan_weeks(plan(level=level, miles=miles, minutes_a_mile=8))[2:4]
    assert 0.80 <= fourth.books.run / third.books.run <= 0.90
    assert is_even(fourth.books)
    by_hand = plan_weeks(plan(WeekChange(week=4, run_min=300)))[3]
    assert by_hand.books.usual == 300, "what was set by hand stays"


@pytest.mark.parametrize(
    ("run_days", "hard_days", "sessions"),
    [
        ((0, TUE, 2, THU, SAT, SUN), (TUE, THU), 1),  # only the free Friday, or after the long run
        ((TUE, THU, SUN), (THU,), 1),  # the Tuesday: the Friday is the day after the 5K
        (tuple(range(7)), (TUE, FRI), 1),
        ((0, 2, FRI, SUN), (0,), 2),
    ],
)
def test_the_week_of_the_first_5k_has_as_many_sessions_as_good_days(
    run_days: tuple[int, ...], hard_days: tuple[int, ...], sessions: int
) -> None:
    one = plan(run_days=run_days, hard_days=hard_days, miles=45)
    first, second = plan_weeks(one)[:2]
    assert (first.sessions, second.sessions) == (sessions, 2)
    assert first.has_trial == (sessions < 2)
    assert keeping(one.answers, first).startswith("One session this week") == first.has_trial
    runs = calendar(one.answers)
    days = [each.day for each in flow(one, (), MONDAY).due_in(1)]
    assert not any(runs.is_long(day) or runs.is_race(day) for day in days)


def test_sessions_of_that_week_set_by_hand_stay() -> None:
    days = {"run_days": (0, TUE, 2, THU, SAT, SUN), "hard_days": (TUE, THU)}
    assert plan_weeks(plan(WeekChange(week=1, sessions=2), **days))[0].sessions == 2


def test_a_race_at_the_end_tapers_for_two_weeks() -> None:
    race = MONDAY + timedelta(days=62)
    weeks = plan_weeks(plan(race=race))
    assert [week.kind for week in weeks[-2:]] == [WeekKind.TAPER, WeekKind.RACE]
    assert [week.sessions for week in weeks[-2:]] == [1, 1]
    assert weeks[-2].is_heavy
    assert not weeks[-1].is_heavy
    assert weeks[-2].books.total > weeks[-1].books.total
    assert max(week.percent for week in weeks) == 30, "less than four weeks to a race"


def test_a_race_on_the_way_puts_the_table_off() -> None:
    weeks = plan_weeks(plan(race=MONDAY + timedelta(days=7 * 5 + 6)))
    assert [week.kind for week in weeks[4:7]] == [WeekKind.TAPER, WeekKind.RACE, WeekKind.EASY]
    assert [week.step for week in weeks] == [1, 2, 3, 4, 5, 9, 4, 5, 9]


@pytest.mark.parametrize("week", [7, 8, 9])
def test_nobody_tapers_again_in_the_two_weeks_after_a_race(week: int) -> None:
    one = plan(race=MONDAY + timedelta(weeks=week, days=-1))
    kinds = [each.kind for each in plan_weeks(one)]
    assert kinds[week - 2 : week] == [WeekKind.TAPER, WeekKind.RACE]
    assert kinds[week:] == [WeekKind.EASY, WeekKind.BUILD][: 9 - week]
    days = calendar_of(one).races
    assert max(days) == one.answers.race, "nor is there a 5K after it"


def test_a_missed_week_is_made_up_for_by_the_next_one() -> None:
    assert [week.step for week in plan_weeks(plan(), missed=(2,))] == [1, 2, 2, 3, 4, 5, 6, 7, 9]


def test_a_missed_week_before_the_deload_takes_its_place() -> None:
    steps = [week.step for week in plan_weeks(plan(), missed=(4,))]
    assert steps == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    steps = [week.step for week in plan_weeks(plan(), missed=(3,))]
    assert steps == [1, 2, 3, 3, 4, 5, 6, 7, 9]


def test_a_week_by_hand_is_as_it_was_set() -> None:
    change = WeekChange(week=3, sessions=1, rounds=5, reps=(6, 9), rir=(1, 2), rung=0, percent=5)
    week = plan_weeks(plan(change))[2]
    shown = (week.sessions, week.rounds, week.reps, week.rir, week.rung, week.percent)
    assert shown == (1, 5, (6, 9), (1, 2), 0, 5)
    assert plan_weeks(plan(change))[1] == plan_weeks(plan())[1]


def test_the_running_of_a_week_can_be_set() -> None:
    week = plan_weeks(plan(WeekChange(week=2, run_min=200)))[1]
    assert week.books.usual == 200
    assert is_even(week.books)


def test_only_few_minutes_leave_fewer_sessions_and_rounds() -> None:
    weeks = plan_weeks(plan(level=Level.BEGINNER, miles=60, minutes_a_mile=8, stage=0))
    assert [week.sessions for week in weeks[:4]] == [1, 1, 1, 1]
    assert all(week.fitted for week in weeks[:4])


def test_a_week_is_told_by_any_of_its_days() -> None:
    found = plan().answers
    assert [found.week_of(found.start + timedelta(days=n)) for n in (-1, 0, 6, 7, 62, 63)] == [
        *(0, 1, 1, 2, 9, 10)
    ]
    assert found.end == date(2027, 1, 31)


@for_each("level", Level)
@for_each("miles", [15, 40, 60])
def test_a_deload_is_lighter_in_fact(level: Level, miles: float) -> None:
    third, fourth = plan_weeks(plan(level=level, miles=miles))[2:4]
    assert fourth.all_rounds < third.all_rounds
    assert fourth.books.strength < third.books.strength
    assert fourth.books.total < third.books.total


def test_with_no_easy_day_nothing_is_swapped_and_that_is_said() -> None:
    three = {"run_days": (TUE, THU, SUN), "hard_days": (TUE, THU), "long_day": SUN}
    for week in plan_weeks(plan(miles=40, **three))[:8]:
        assert week.books.replaced == 0
        assert week.few_easy
        assert (week.sessions, week.rounds) in [(1, 2), (1, 1)]


def test_easy_minutes_are_those_of_the_easy_days() -> None:
    assert answers().easy_percent == 36, "Thu and Sat of five days, the long run half as much more"
    assert answers(hard_days=(), long_day=None).easy_percent == 100
    assert answers(run_days=(SUN,), hard_days=(), long_day=SUN).easy_percent == 0


@for_each("week", range(3, 9))
@for_each("far", [None, *RaceDistance])
def test_the_week_after_a_race_is_no_full_build(week: int, far: RaceDistance | None) -> None:
    one = plan(race=MONDAY + timedelta(days=7 * week - 1), race_distance=far)
    weeks = plan_weeks(one)
    after = weeks[week]
    assert after.kind is WeekKind.EASY
    assert (after.sessions, after.rounds) == (1, 2)
    assert after.rir[0] >= 4
    assert after.rung <= weeks[week - 1].rung
    assert after.books.run <= 0.8 * one.answers.usual_min
    runs = calendar(one.answers)
    easy = 3 if far in (RaceDistance.FIVE, RaceDistance.TEN) else 7
    for number in range(1, easy + 1):
        day = weeks[week - 1].sunday + timedelta(days=number)
        assert not runs.is_hard(day)
        assert not runs.is_long(day)
    (session,) = [each for each in as_planned(one) if each.week == week + 1]
    assert (session.day - weeks[week - 1].sunday).days >= (3 if easy == 3 else 5)


@for_each("weekday", range(7))
@for_each("far", [None, *RaceDistance])
def test_a_race_has_the_same_easy_days_on_every_weekday(
    weekday: int, far: RaceDistance | None
) -> None:
    race = MONDAY + timedelta(weeks=5, days=weekday)
    one = plan(race=race, race_distance=far)
    weeks, runs = plan_weeks(one), calendar_of(one)
    easy = 3 if far in (RaceDistance.FIVE, RaceDistance.TEN) else 7
    for number in range(1, easy + 1):
        day = race + timedelta(days=number)
        week = weeks[one.answers.week_of(day) - 1]
        assert week.kind in (WeekKind.RACE, WeekKind.EASY), (weekday, number)
        assert not runs.is_hard(day)
        assert not runs.is_long(day)
    first = next(week for week in weeks if week.monday > race and week.kind is WeekKind.BUILD)
    assert easy < (first.monday - race).days <= 14
    rested = [w for w in weeks if race <= w.sunday < first.monday and w.kind is WeekKind.EASY]
    usual = one.answers.usual_min
    assert [week.books.run for week in rested[1:]] == [round(0.8 * usual)] * (len(rested) - 1)


@pytest.mark.parametrize(
    "change",
    [
        WeekChange(week=3, sessions=4),
        WeekChange(week=3, rounds=6),
        WeekChange(week=3, run_min=600),
    ],
)
def test_what_was_done_more_in_one_week_makes_no_taper_longer(change: WeekChange) -> None:
    race = MONDAY + timedelta(weeks=9, days=-1)
    before = plan_weeks(plan(race=race))
    after = plan_weeks(plan(change, race=race))
    tapers = [week.number for week in before if week.kind in (WeekKind.TAPER, WeekKind.RACE)]
    assert tapers
    assert after[2].books.total > max(week.books.total for week in before)
    for number in tapers:
        assert after[number - 1].books == before[number - 1].books


@st.composite
def any_off(draw: st.DrawFn) -> TimeOff:
    """Return days off, from the Sunday before a plan on."""
    first = MONDAY + timedelta(days=draw(st.integers(-1, 80)))
    last = first + timedelta(days=draw(st.integers(0, 27)))
    return TimeOff(first=first, last=last, ill=draw(st.booleans()))


@given(any_answers(), any_off())
def test_days_off_never_add_a_session_or_a_minute_of_strength(found: Answers, off: TimeOff) -> None:
    """A row of the table that is taken later may come into a week that was to be lighter."""
    one = Plan(id="x", answers=found)
    away = structs.replace(one, off=(off,))
    for was, now in zip(plan_weeks(one), plan_weeks(away), strict=True):
        if now.off or was.kind is now.kind:
            assert now.sessions <= was.sessions
            assert now.books.strength <= was.books.strength


@for_each("weekday", range(7))
@for_each("days", [1, 2, 3, 4, 5, 6, 7, 10, 14])
def test_after_an_illness_nothing_is_hard_for_as_many_days_on_every_weekday(
    weekday: int, days: int
) -> None:
    first = MONDAY + timedelta(weeks=3, days=weekday)
    off = TimeOff(first=first, last=first + timedelta(days=days - 1), ill=True)
    one = Plan(id="x", answers=answers(), off=(off,))
    now, runs = flow(one, (), MONDAY), calendar_of(one)
    for number in range(1, min(days, 7) + 1):
        day = off.last + timedelta(days=number)
        assert not runs.is_hard(day)
        assert not runs.is_long(day)
        assert not any(each.day == day and each.heavy for each in now.sessions), number
    ended = one.answers.week_of(off.last)
    back = [week.number for week in now.weeks if week.way_back]
    if days < 4:
        assert not back
        return
    assert back
    assert len(back) <= 2
    assert all(week.kind is WeekKind.EASY for week in now.weeks[ended - 1 : back[-1]])
    assert ended <= back[0] <= ended + 1
    holiday = structs.replace(one, off=(structs.replace(off, ill=False),))
    assert not any(week.way_back for week in plan_weeks(holiday))


@for_each("first", range(1, 6))
@for_each("weeks", [1, 2, 3])
def test_after_two_weeks_off_the_step_before_them_comes_once_more(first: int, weeks: int) -> None:
    start = MONDAY + timedelta(weeks=first)
    off = TimeOff(first=start, last=start + timedelta(weeks=weeks, days=-1))
    one = Plan(id="x", answers=answers(), off=(off,))
    now = flow(one, (), MONDAY)
    before, back = now.weeks[first - 1], now.weeks[first + weeks]
    if back.kind is WeekKind.TAPER:
        return
    then = now.weeks[first + weeks + 1]
    told = [text for text in changes(now, back) if "were off" in text]
    if weeks == 1:
        assert back.step > before.step
        assert not told
        return
    rested = before.kind is WeekKind.DELOAD
    assert back.kind is WeekKind.BUILD, "the weeks off were the deload"
    assert back.step == before.step - rested
    assert back.rir >= before.rir or rested
    assert (back.sessions, back.rounds <= before.rounds or rested) == (2, True)
    assert told == [
        f"W{weeks_words(range(first + 1, first + weeks + 1))[1:]} were off: "
        "it takes up what came before them."
    ]
    assert then.kind is WeekKind.TAPER or then.step in (back.step + 1, 5)
    assert then.kind is not WeekKind.DELOAD


@for_each("ill", [True, False])
@for_each("first", range(1, 8))
@for_each("weeks", [1, 2])
def test_after_time_off_the_next_deload_is_counted_from_the_return(
    first: int, weeks: int, ill: bool
) -> None:
    start = MONDAY + timedelta(weeks=first)
    off = TimeOff(first=start, last=start + timedelta(weeks=weeks, days=-1), ill=ill)
    one = Plan(id="x", answers=answers(weeks=12), off=(off,))
    kinds = [week.kind for week in plan_weeks(one)]
    after = kinds[first + weeks :]
    while after[0] is WeekKind.EASY:
        after.pop(0)
    built = after.index(WeekKind.DELOAD) if WeekKind.DELOAD in after else len(after)
    assert built >= min(BUILT_BEFORE, len(after))
    rows = "".join(kind.value[0] for kind in kinds)
    assert "bbbbbb" not in rows, "and none is left out for it"


def test_after_two_weeks_without_a_session_the_step_before_them_comes_once_more() -> None:
    def found(*missed: int) -> list[int]:
        return [week.step for week in plan_weeks(plan(), missed=missed)]

    assert found(6) == [1, 2, 3, 4, 5, 6, 6, 7, 9]
    assert found(6, 7) == [1, 2, 3, 4, 5, 6, 6, 5, 9]
    assert found(5, 6, 7) == [1, 2, 3, 4, 5, 5, 3, 3, 9], "once a break, and no deload"
    assert found(1, 2)[:3] == [1, 1, 1]


@for_each("days", [4, 8, 12])
def test_a_taper_that_follows_an_illness_has_no_set_near_the_limit(days: int) -> None:
    race = MONDAY + timedelta(weeks=8, days=SUN)
    last = MONDAY + timedelta(weeks=7, days=-1)
    off = TimeOff(first=last - timedelta(days=days - 1), last=last, ill=True)
    one = Plan(id="x", answers=answers(race=race), off=(off,))
    taper = plan_weeks(one)[7]
    assert taper.kind is WeekKind.TAPER
    assert plan_weeks(plan(race=race))[7].is_heavy
    assert not taper.is_heavy
    assert not any(each.rule is Rule.AFTER_ILL for each in flow(one, (), MONDAY).breaks)


def test_a_session_set_by_hand_just_after_an_illness_says_that_it_is_too_soon() -> None:
    last = MONDAY + timedelta(weeks=5, days=2)
    off = TimeOff(first=last - timedelta(days=2), last=last, ill=True)
    change = WeekChange(week=6, days=(THU,))
    one = Plan(id="x", answers=answers(), off=(off,), changes=(change,))
    told = [line.text for line in broken_lines(one, flow(one, (), MONDAY), plan_weeks(one)[5])]
    (found,) = (text for text in told if "illness" in text)
    assert found == (
        "Thu 7 Jan: too soon after the illness for a set near the limit (the day you set)."
    )


@for_each("ill", [True, False])
def test_a_day_off_that_moves_the_5k_adds_no_session_in_its_place(ill: bool) -> None:
    days = {"run_days": (0, TUE, THU, SUN), "hard_days": (SUN,), "long_day": 0}
    one = plan(miles=18.6, level=Level.BEGINNER, **days)
    sunday = MONDAY + timedelta(days=6)
    away = structs.replace(one, off=(TimeOff(first=sunday, last=sunday, ill=ill),))
    assert plan_weeks(one)[0].has_trial
    assert plan_weeks(one)[0].sessions == plan_weeks(away)[0].sessions == 1


@for_each("far", [RaceDistance.MARATHON, RaceDistance.HALF, RaceDistance.TEN])
def test_between_an_illness_and_a_long_race_just_after_it_there_is_no_session(
    far: RaceDistance,
) -> None:
    race = MONDAY + timedelta(weeks=7, days=2)
    ill = TimeOff(first=race - timedelta(days=12), last=race - timedelta(days=6), ill=True)
    one = Plan(id="x", answers=answers(race=race, race_distance=far), off=(ill,))
    near = [each for each in flow(one, (), MONDAY).sessions if ill.last < each.day < race]
    assert bool(near) is (far is RaceDistance.TEN)
    assert not any(each.heavy for each in near)
