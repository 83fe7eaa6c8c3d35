"""One figure has one value: every place that tells it, compared over many made-up lives."""

from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings

from runlift_tui.cli import parser
from runlift_tui.clock import ManualClock
from runlift_tui.commands import card as card_command
from runlift_tui.commands import exercise as exercise_command
from runlift_tui.commands import plan as plan_command
from runlift_tui.commands import progress as progress_command
from runlift_tui.commands.asked import Asked
from runlift_tui.commands.start import planner_of
from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.athlete.level_sheet import rules
from runlift_tui.core.face.screen import Viewing
from runlift_tui.core.face.screen import face as session_face
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.past import PastSession, oldest_first
from runlift_tui.core.home import home
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan.done import trained_on
from runlift_tui.core.plan.plan import current
from runlift_tui.core.plan.standing import flow, tally, week_tally
from runlift_tui.core.plan.table import week_row
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.sections import Section
from runlift_tui.core.progress.weeks import weeks
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, FEW_AT_FIRST, GENTLE_ROUNDS, Level
from runlift_tui.core.routines.resolve import is_warm_up
from runlift_tui.core.runs.five_k import five_ks, summary_words
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.told import shape
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.choices import rows
from runlift_tui.core.setup.fit import in_brief, minutes_of
from runlift_tui.core.setup.planning import outlook
from runlift_tui.core.words.days import day_words, monday_of
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.home_past import HomePast
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.screens.plan.week_in_sight import WeekInSight, week_rows
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.routine_list import RoutineList
from runlift_tui.screens.runs.run_list import RunList
from runlift_tui.store.advice import next_time_words
from runlift_tui.store.archive import archive_of
from runlift_tui.store.history.past import Past
from runlift_tui.store.store import Store
from tests.core.plans import is_even
from tests.screens.gym import gym
from tests.screens.lives import LIVES, Life, lived

COMMANDS = {
    "card": card_command.run,
    "exercise": exercise_command.run,
    "plan": plan_command.run,
    "progress": progress_command.run,
}


@cache
def archived(folder: Path) -> Archive:
    """Return all of a folder."""
    return archive_of(Past(folder))


def words(lines: Sequence[SheetLine]) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in lines]


def sessions_of(today: Today) -> tuple[PastSession, ...]:
    return oldest_first(today.store.past.sessions())


def section(today: Today, name: str) -> Section:
    """Return what progress says of something, as its screen and its command ask for it."""
    store = today.store
    found = progress(
        sessions_of(today),
        {},
        Unit.KG,
        store.today(),
        plans=store.desk.plans(),
        runs=store.runs.all(),
        trials=store.runs.trials(),
        pace=today.pace,
    )
    return next(each for each in found if each.name == name)


@settings(max_examples=10)
@given(life=LIVES)
def test_every_place_tells_the_same(made_up_year: Path, life: Life) -> None:
    compared(made_up_year, life)


@pytest.mark.slow
@settings(max_examples=150)
@given(life=LIVES)
def test_every_place_tells_the_same_of_many(made_up_year: Path, life: Life) -> None:
    compared(made_up_year, life)


def compared(folder: Path, life: Life) -> None:
    with lived(archived(folder), life) as today:
        a_session_is_as_long_everywhere(today)
        a_next_load_is_the_same_everywhere(today)
        what_is_done_and_next_is_the_same_everywhere(today)
        a_plan_is_the_same_everywhere(today)
        the_5k_has_one_gain(today)
        a_load_is_effort_times_minutes(today)
        the_command_line_prints_what_the_screens_show(today)


def a_session_is_as_long_everywhere(today: Today) -> None:
    """Length, rounds, counts, loads and reserve: home, start, card, routines, editor, levels."""
    start = today.planned()
    unit, now = today.athlete.unit, today.now()
    seen = outlook(start, today.facts, unit, now)
    brief = f"{seen.minutes} min: {shape(start)}"
    viewing = Viewing(unit, wall_ms=60_000 * start.utc_offset_min)
    opened = session_face(begin(start, now), now, viewing)
    assert opened.until == f"{seen.minutes} min left   done {seen.ends}"
    face = home.home(start, seen, today.facts, now)
    assert face.big == f"{seen.minutes}"
    assert face.details[0] == f"{shape(start)}."
    assert set(seen.exercises) <= set(face.quiet)
    for row, block in zip(rows(today.choices, start)[2:], start.routine.blocks, strict=False):
        assert row.shown == f"{block.rounds}"
    (first, *lines) = card(start, unit)
    assert first.endswith(f"about {seen.minutes} min")
    for block in start.routine.blocks:
        assert any(f"{block.rounds} round" in line.lower() for line in lines)
    routines = RoutineChanges(today)
    id_ = start.routine.id
    listed = routines.today_preview(id_)
    assert listed == routines.preview(routines.routine(id_))
    assert (listed.minutes, listed.kit) == (seen.minutes, seen.kit)
    assert any(f"{seen.minutes} min" in row.note for row in RoutineList(routines).rows())
    steps = [line.text for line in listed.steps if not line.text.startswith("ramp")]
    for _, text in seen.exercises:
        name, *_ = text.split(",")
        assert any(step.startswith(name) for step in steps)
    for other in (today, planner_of(today.store)):
        assert other.in_brief() == brief
    level = dict(rules(start.level, today.store.desk.shelf().exercises(), today.in_brief()))
    assert level["Today"] == brief


def a_next_load_is_the_same_everywhere(today: Today) -> None:
    """The load that stands prefilled, its reason on the card and on the exercise's page."""
    start, day = today.planned(), today.plan_day()
    known = today.store.desk.shelf().exercises(archived=True)
    on_card = " ".join(" ".join(card(start, Unit.KG)).split())
    for found in start.next_times:
        assert start.routine.slot(found.slot).target == found.reps
        assert found.why in on_card
        if day is None or day.next_week == day.week:
            told = next_time_words(today.store, known[found.exercise])
            of_it = [each.why for each in start.next_times if each.exercise == found.exercise]
            assert told in [f"Next time: {why}." for why in of_it]


def what_is_done_and_next_is_the_same_everywhere(today: Today) -> None:
    """The last session, and the day of the next one."""
    past = sessions_of(today)
    if past:
        last = today.facts.last
        assert last is not None
        assert (last.minutes, last.sets) == (past[-1].minutes, len(past[-1].done))
    day = today.plan_day()
    if day is None:
        return
    plans = PlansToday(today)
    now = plans.flow(day.plan)
    assert now.sessions == day.flow.sessions
    then = dict(today.then())
    if day.week is not None and day.next is not None and "next" in then:
        assert then["next"].startswith(day_words(day.next.day))
        assert then["next"].endswith(today.next_in_brief())
        row = next(each for each in now.sessions if each.day == day.next.day)
        sheet = words(WeekInSight(plans, day.plan, now, row.week - 1).sheet())
        assert any(line.startswith(f"{day_words(day.next.day)} session") for line in sheet)


def a_plan_is_the_same_everywhere(today: Today) -> None:
    """Weeks, minutes, share, and how many sessions were trained: page, command, progress, home."""
    plans, store = PlansToday(today), today.store
    for plan in plans.plans:
        now = plans.flow(plan)
        told = plan_command.flow_of(store, plan, store.today())
        assert (told.weeks, told.sessions) == (now.weeks, now.sessions)
        count = tally(plan, now)
        assert count.done <= count.planned
        begun = [week for week in now.weeks if week.monday <= plan.last_day]
        assert count.done == sum(week_tally(now, week).done for week in begun)
        (cells,) = (line.cells for line in section(today, "plan").lines)
        assert cells[2] == count.words.replace(" sessions", "")
        came = plans.outcome(plan)
        share = f"{came.planned.strength_share:.0%}".replace("%", " %")
        assert cells[3] == (share if came.planned.run else "–")
        listed = [row.text for row in week_rows(plans, plan)[1]]
        for week, text in zip(now.weeks, listed, strict=False):
            assert f"{week.books.strength_share:.0%}".replace("%", " %") in text
        if plan != current(plans.plans, store.today()):
            continue
        lines = today.plan_lines(today.planned())
        assert lines is not None
        number = plan.answers.week_of(store.today())
        if number >= 1:
            assert dict(lines.quiet)["weeks"].partition(", race")[0].endswith(count.words)
            assert section(today, "plan").says.endswith(count.words)
            its_week_is_told_as_home_tells_it(today, plans, number)


def its_week_is_told_as_home_tells_it(today: Today, plans: PlansToday, number: int) -> None:
    plan = plans.plan
    assert plan is not None
    weeks_now, pace = plans.flow(plan), today.pace(plan)
    sheet = words(WeekInSight(plans, plan, weeks_now, number - 1).sheet())
    if weeks_now.due_in(number):
        assert any(line.startswith(f"next {today.in_brief()}") for line in sheet)
    as_planned = flow(plan, trained_on(sessions_of(today)), today.store.today()).weeks
    for week, before in zip(weeks_now.weeks, as_planned, strict=True):
        assert week.minutes == round(pace * before.minutes)
        assert (week.sessions, week.rounds) == (before.sessions, before.rounds)
        assert is_even(week.books)
    start, week = today.suggested(), weeks_now.weeks[number - 1]
    main = next(block for block in start.routine.blocks if not is_warm_up(block))
    grown = Level.BEGINNER not in (start.level, plan.answers.level)
    if grown and start.level is plan.answers.level and main.rounds == week.rounds:
        assert week.minutes == minutes_of(start)


def the_5k_has_one_gain(today: Today) -> None:
    """From the first race of all to the newest, at home, under runs, on its page, in progress."""
    store, past = today.store, HomePast(today)
    past.read_runs()
    listed = RunList(store.runs.entries(), distance_of(today.athlete))
    assert past.five_k == summary_words(listed.fives) == summary_words(five_ks(store.runs.trials()))
    if past.five_k:
        assert section(today, "5K").says == past.five_k


def a_load_is_effort_times_minutes(today: Today) -> None:
    """In each week; and its minutes are those that home draws, of what the history lists."""
    found, past = sessions_of(today), HomePast(today)
    past.read_weeks()
    lines = {line.cells[0]: line.cells for line in section(today, "weeks").lines}
    for week in weeks(found):
        held = [each for each in found if monday_of(each.day) == week.monday]
        assert week.minutes == sum(each.minutes for each in held)
        loads = [each.effort * each.minutes for each in held if each.effort is not None]
        assert week.load == (sum(filter(None, loads)) or None)
        if week.sessions:
            assert lines[f"{week.monday}"][4] == f"{week.minutes}"
            assert lines[f"{week.monday}"][5].rstrip("*") == (f"{week.load}" if loads else "–")
    drawn = {week.monday: week.minutes for week in past.weeks or () if week.minutes}
    listed = {week.monday: week.minutes for week in weeks(found) if week.minutes}
    assert drawn.items() <= listed.items()


def printed(today: Today, *words: str) -> str:
    """Return what a command prints of a folder, its gaps and ends of lines a space."""

    class Here(Asked):
        def store(self) -> Store:
            return today.store

    said = parser().parse_args(words)
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    with redirect_stdout(out):
        status = COMMANDS[words[0]](Here(said, "", "", lambda *_: 0, parser))
    out.seek(0)
    assert status == 0, words
    return " ".join(out.read().split())


def the_command_line_prints_what_the_screens_show(today: Today) -> None:
    """Card, plan, progress and exercise, as a shell has them."""
    start = today.planned()
    assert " ".join(" ".join(card(start, today.athlete.unit)).split()) in printed(today, "card")
    told = printed(today, "progress")
    for name in ("weeks", "plan", "5K"):
        found = section(today, name)
        assert " ".join(f"{name} {found.says}".split()) in told
    for first in start.next_times[:1]:
        shelf = today.store.desk.shelf()
        says = next_time_words(today.store, shelf.exercises(archived=True)[first.exercise])
        assert says in printed(today, "exercise", first.exercise)
    plans = PlansToday(today)
    if plans.plan is None:
        return
    told = printed(today, "plan")
    now = plans.flow(plans.plan)
    for week in now.weeks:
        row = week_row(week, now, plans.plan, plans.day)
        assert " ".join(filter(None, row[1:])) in told
    if plans.plan.is_over(plans.day):
        assert tally(plans.plan, now).words in told
    elif (number := plans.plan.answers.week_of(plans.day)) >= 1 and now.due_in(number):
        assert f"next {today.coming()}" in told


async def test_the_screens_show_it(made_up_year: Path, tmp_path: Path, clock: ManualClock) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock) as g:
        minutes = g.line(" minutes, next Tue").split()[0]
        page = g.screen
        assert isinstance(page, HomeScreen)
        planner = page._today
        assert in_brief(planner.next_of(planner.choices)).startswith(f"{minutes} min: ")
        brief = planner.in_brief()
        await g.press("o")
        assert brief.partition(":")[0] in g.line("●")
        await g.press("escape", "l")
        assert brief in g.line("Today  ")
        await g.press("escape", "space")
        assert " 2 " in g.line("Main rounds")


def test_fewer_rounds_than_the_plans_week_has_are_explained(
    made_up_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Life(Level.ADVANCED, ARTICLE_ROUTINE, 0, frozenset(), 1, 0, None)
    with lived(archived(made_up_year), first) as today:
        day = today.plan_day()
        assert day is not None
        weeks_of_three = tuple(week._replace(rounds=3) for week in day.flow.weeks)
        of_three = day._replace(flow=day.flow._replace(weeks=weeks_of_three))
        monkeypatch.setattr(today, "plan_day", lambda: of_three)
        assert today.in_brief().split(": ")[1].startswith(f"{GENTLE_ROUNDS} rounds")
        assert today.coming() == f"{today.in_brief()}; {FEW_AT_FIRST}"
    with lived(archived(made_up_year), first._replace(last=9)) as today:
        assert today.coming() == today.in_brief()
