"""One figure has one value: every place that tells it, compared over many made-up lives."""

from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import timedelta
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import example, given
from msgspec import structs

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
from runlift_tui.core.face.outline import slot_rows
from runlift_tui.core.face.screen import Viewing
from runlift_tui.core.face.screen import face as session_face
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.past import PastSession, oldest_first
from runlift_tui.core.home import home
from runlift_tui.core.home.next_session import EARLY
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan.done import trained_on
from runlift_tui.core.plan.own import AsDone
from runlift_tui.core.plan.plan import current
from runlift_tui.core.plan.standing import flow, tally, week_tally
from runlift_tui.core.plan.table import week_row
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.sections import Section
from runlift_tui.core.progress.weeks import weeks
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, FEW_AT_FIRST, GENTLE_ROUNDS, Level
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.resolve import is_shipped, is_warm_up
from runlift_tui.core.routines.routine import HalfOf, Reps, Slot
from runlift_tui.core.routines.written import WRITTEN, written
from runlift_tui.core.runs.five_k import five_ks, summary_words
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.state import steps
from runlift_tui.core.session.targets import target
from runlift_tui.core.session.told import aim, heart, shape
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.choices import rows
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.fit import in_brief, minutes_of
from runlift_tui.core.setup.outlook import Outlook, outlook
from runlift_tui.core.setup.planning import allowed_in, stage_of
from runlift_tui.core.setup.preview import Preview, preview
from runlift_tui.core.words.days import day_words, monday_of
from runlift_tui.core.words.units import Unit, span
from runlift_tui.screens.home.home import HomeScreen, home_of
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
from runlift_tui.store.planner import early
from runlift_tui.store.store import Store
from tests.core.plans import is_even
from tests.screens.gym import gym
from tests.screens.lives import LIVES, Life, Own, lived
from tests.screens.truths import (
    a_form_promises_what_the_plan_will_be,
    a_gain_stands_under_the_runs,
    a_reserve_is_the_same_everywhere,
    a_share_is_the_same_everywhere,
)
from tests.sweep import examples

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
        today.athlete.unit,
        store.today(),
        plans=store.desk.plans(),
        runs=store.runs.all(),
        trials=store.runs.trials(),
        own=today.own,
    )
    return next(each for each in found if each.name == name)


TRAINED = Life(Level.INTERMEDIATE, ARTICLE_ROUTINE, 30, frozenset(), 1, 3, None, doubt=True)
"""Trained today, the last session of a deload; the one that comes has other rounds and loads."""
ILL = TRAINED._replace(hours=30, plan_weeks=4, off=28, pain=4)
"""That week was taken off as ill, and the day after is still in it."""


BACK = ILL._replace(hours=24 * 8, plan_weeks=5, more="towel-curl")
"""The week after it, with one exercise more in the routine."""
NEW = TRAINED._replace(last=2, plan_weeks=None, doubt=False)
"""Without a plan, and with a pace of one's own."""
IN_LB = TRAINED._replace(hours=40, unit=Unit.LB)
OWN = IN_LB._replace(own=Own.CHANGED, plan_weeks=2)
"""In pounds, and with numbers of one's own."""
SWAPPED = Life(Level.BEGINNER, "minimal-25", 30, frozenset(), 197, 8, None, own=Own.SWAPPED)
"""What the routine is written with is none of the session's exercises."""
NEWCOMER = Life(Level.BEGINNER, "minimal-25", 0, frozenset(), 284, 2, None, race=40, off=10)
"""The first session of all is not today's."""


@examples(4, 20)
@example(life=TRAINED)
@example(life=ILL)
@example(life=BACK)
@example(life=NEW)
@example(life=IN_LB)
@example(life=OWN)
@example(life=SWAPPED)
@example(life=NEWCOMER)
@given(life=LIVES)
def test_every_place_tells_the_same(made_up_year: Path, life: Life) -> None:
    compared(made_up_year, life)


@pytest.mark.sweep
@pytest.mark.parametrize("level", Level)
@examples(4, 15)
@given(life=LIVES)
def test_every_place_tells_each_level_the_same(
    level: Level, made_up_year: Path, life: Life
) -> None:
    compared(made_up_year, life._replace(level=level))


def compared(folder: Path, life: Life) -> None:
    with lived(archived(folder), life) as today:
        the_session_that_comes_is_the_same_everywhere(today)
        a_count_is_the_same_everywhere(today)
        what_begins_now_says_so(today)
        a_next_load_is_the_same_everywhere(today)
        what_is_done_and_next_is_the_same_everywhere(today)
        a_plan_is_the_same_everywhere(today)
        the_5k_has_one_gain(today)
        a_load_is_effort_times_minutes(today)
        the_command_line_prints_what_the_screens_show(today)
        a_form_promises_what_the_plan_will_be(today)


def the_session_that_comes_is_the_same_everywhere(today: Today) -> None:
    """Which it is, its length, rounds, counts, loads and reserve, wherever it is drawn."""
    coming, now = today.coming(today.choices), today.now()
    start, which, unit = coming.start, coming.which, today.athlete.unit
    assert which == today.which_comes()
    for other in (today, planner_of(today.store)):
        assert same(other.coming(), coming)
    seen = outlook(start, today.facts, unit, now)
    brief = in_brief(start)
    assert brief == f"{seen.minutes} min: {shape(start)}"
    assert coming.line[1].endswith(brief)
    home_shows_it(today, coming, seen)
    a_reserve_is_the_same_everywhere(today, coming)
    (first, words, *lines) = card(coming, unit)
    assert first.endswith(f"about {seen.minutes} min")
    assert words.lower() == which.words.lower()
    for block in start.routine.blocks:
        assert any(f"{block.rounds} round" in line.lower() for line in lines)
    the_routines_and_their_editor_show_it(today, coming, seen)
    shelf = today.store.desk.shelf()
    found = today.coming_situation()
    level = dict(rules(start.level, shelf.exercises(), today.coming_line(), stage=stage_of(found)))
    own = not is_shipped(start.routine.id, shelf)
    if start.routine.id == ARTICLE_ROUTINE and found.week is None and not own:
        heavy = start.routine.slot("B1")
        assert could_do(guided(heavy, shelf.exercises()[heavy.exercise])) in level["B1"]
        assert level["Ramp"].startswith("later") != bool(heavy.ramp)
    # Under a stop sign none comes: home says so in its place.
    told = "" if today.stopped else coming.line_of_whose[1]
    assert level.get(which.label.capitalize(), "") == told
    rung, slots = today.rung(), {slot.label: slot for _, slot in start.routine.slots()}
    assert rung == allowed_in(today.coming_situation(), start.level, shelf.exercises()).rung
    if start.routine.id == ARTICLE_ROUTINE and "B2" in slots and not start.held:
        assert slots["B2"].exercise == rung.exercise


def same(one: ComingSession, other: ComingSession) -> bool:
    """Whether two are one session, but for the id that each is given."""
    return structs.replace(one, start=structs.replace(one.start, id=other.start.id)) == other


def home_shows_it(today: Today, coming: ComingSession, seen: Outlook) -> None:
    """With the day in its heading; after today's session in a line."""
    face, which = home_of(today, ""), coming.which
    if face.word == home.DONE:
        assert dict(face.quiet)["next"] == coming.line[1]
        assert dict(face.quiet).get("load", "") == seen.coming
        return
    assert face.word == (which.word or ("Today" if today.facts.sessions else "First session"))
    assert face.big == f"{seen.minutes}"
    assert face.told.endswith(f": {shape(coming.start)}")
    if which.word:
        assert day_words(which.day or today.store.today()) in f"{face.sentence} {face.told}"
    else:
        assert f"done about {seen.ends}" in face.told
    assert set(seen.exercises) <= set(face.quiet)
    viewing = Viewing(today.athlete.unit, wall_ms=60_000 * coming.start.utc_offset_min)
    opened = session_face(begin(coming.start, today.now()), today.now(), viewing)
    assert opened.until == f"{seen.minutes} min left   done {seen.ends}"


def a_count_is_the_same_everywhere(today: Today) -> None:
    """What a set aims at: home, routines, card and session; its range beside it, and the plan's."""
    coming, unit = today.coming(today.choices), today.athlete.unit
    start = coming.start
    session = begin(start, 0)
    at_home = dict(outlook(start, today.facts, unit, today.now()).exercises)
    on_card = " ".join(" ".join(card(coming, unit)).split())
    listed = {each.label: each.text for each in preview(coming, unit).steps if each.label}
    under_way = {row.label: row.asked for row in slot_rows(session, unit)}
    for step in steps(session):
        if step.ramp is not None or step.key.round > 1:
            continue
        label, told = step.key.slot, aim(session, step)
        assert told.startswith(f"{target(session, step)} ")
        assert f"{step.exercise.name}, {told}" in listed[label]
        assert f"{label} {step.exercise.name} {told}" in on_card
        for text in (at_home[label], under_way[label]):
            assert ("half of" if isinstance(step.slot.prescription, HalfOf) else told) in text
    _, heavy = heart(start.routine, {each.id: each for each in start.exercises})
    if isinstance(heavy.prescription, Reps):
        low, high = heavy.prescription.low, heavy.prescription.high
        between = "" if low == high else f" ({span(low, high)})"
        assert f", {heavy.label} {heavy.target}{between} " in shape(start)
        a_weeks_range_is_the_sessions(today, start, (low, high), heavy)


def a_weeks_range_is_the_sessions(
    today: Today, start: Started, between: tuple[int, int], heavy: Slot
) -> None:
    """In the plan's table, its numbers, its words; of a routine that follows the plan's week."""
    day, which = today.plan_day(), today.which_comes()
    shipped = is_shipped(start.routine.id, today.store.desk.shelf())
    if day is None or which.week is None or not shipped or heavy.label != "B1" or heavy.unloaded:
        return
    plans = PlansToday(today)
    now = plans.flow(day.plan)
    week = now.weeks[which.week - 1]
    if start.level is day.plan.answers.level:
        assert between == week.reps
    row = week_row(week, now, day.plan, plans.day, plans.running)
    seen = WeekInSight(plans, day.plan, now, week.number - 1)
    shown = next(field.shown for field in seen.fields if field.key == "reps")
    assert row.b1.rstrip("*") == shown == span(*week.reps)
    assert not week.sessions or f"B1 {shown} each leg" in " ".join(words(seen.sheet()))


def what_begins_now_says_so(today: Today) -> None:
    """Before the start stands what comes, or in words that it is another one."""
    coming, start = today.coming(today.choices), today.planned()
    begins = ComingSession(which=today.which_now(), start=start, fewer=coming.fewer)
    told = today.begins_now()
    against = dict(home_of(today, "").quiet).get(EARLY, "")
    if coming.which.day is not None:
        assert against == early(today), "home says what stands before the start"
    if today.stopped:
        assert told == begins.which.words
        assert not against
    elif coming.which.day is None:
        assert same(begins, structs.replace(coming, which=begins.which))
        assert told == begins.which.words
        assert coming.which.words.startswith(begins.which.words)
    else:
        assert told == f"{begins.which.words}   home shows: {coming.which.words}"
    for row, block in zip(rows(today.choices, start)[2:], start.routine.blocks, strict=False):
        assert row.shown == f"{block.rounds}"


def the_routines_and_their_editor_show_it(
    today: Today, coming: ComingSession, seen: Outlook
) -> None:
    """Both with the same words, steps and kit; also a copy that is the athlete's own."""
    routines = RoutineChanges(today)
    routine = routines.routine(coming.start.routine.id)
    found, listed = routines.preview(routine), RoutineList(routines)
    assert found == routines.coming_preview(routine.id) == preview(coming, today.athlete.unit)
    assert (found.minutes, found.kit) == (seen.minutes, seen.kit)
    assert any(f"{seen.minutes} min" in row.note for row in listed.rows())
    assert SheetLine("as", coming.which.words) in listed.sheet(routine.id)
    for (_, text), step in zip(seen.exercises, steps_of(found), strict=True):
        name, *rest = text.split(", ")
        assert step.startswith(f"{name}, ")
        load = next((each for each in rest if each.endswith((" kg", " lb"))), "")
        assert load in step
    own = routines.copy(routine.id).id
    if own:
        own_one = routines.routine(own)
        edited = routines.preview(structs.replace(own_one, name="Another name"))
        assert edited == routines.preview(own_one) == routines.coming_preview(own)
        assert edited.which == f"if done {found.which}", "home suggests another"
        assert WRITTEN in written(own_one, {})[0]
        routines.undo()


def steps_of(found: Preview) -> list[str]:
    """Return what a preview has slot by slot, without lighter sets and headings."""
    return [each.text for each in found.steps if each.label and not each.text.startswith("ramp")]


def a_next_load_is_the_same_everywhere(today: Today) -> None:
    """The load that stands prefilled, its reason on the card and on the exercise's page."""
    coming = today.coming()
    known = today.store.desk.shelf().exercises(archived=True)
    on_card = " ".join(" ".join(card(coming, today.athlete.unit)).split())
    for found in coming.start.next_times:
        assert coming.start.routine.slot(found.slot).target == found.reps
        assert found.why in on_card
        told = next_time_words(today.store, known[found.exercise])
        of_it = [each.why for each in coming.start.next_times if each.exercise == found.exercise]
        assert told in [f"Next time: {why}." for why in of_it]


def what_is_done_and_next_is_the_same_everywhere(today: Today) -> None:
    """The last session with every set of it, and the day of the next one."""
    past = [each for each in sessions_of(today) if each.source is None]
    if past:
        last = today.facts.last
        assert last is not None
        assert (last.minutes, last.sets) == (past[-1].minutes, len(past[-1].done))
        assert sum(len(slot.sets) for slot in last.done) == last.sets
    day, which = today.plan_day(), today.which_comes()
    if day is None or day.week is None or day.next is None:
        return
    plans = PlansToday(today)
    now = plans.flow(day.plan)
    assert now.sessions == day.flow.sessions
    row = next(each for each in now.sessions if each.day == day.next.day)
    assert (which.day or today.store.today(), which.week) == (row.day, row.week)
    sheet = words(WeekInSight(plans, day.plan, now, row.week - 1).sheet())
    assert any(line.startswith(f"{day_words(day.next.day)} session") for line in sheet)
    assert today.stopped or " ".join(today.coming_line()) in sheet


def a_plan_is_the_same_everywhere(today: Today) -> None:
    """Weeks, minutes, share, and how many sessions were trained: page, command, progress, home."""
    plans, store = PlansToday(today), today.store
    a_share_is_the_same_everywhere(plans)
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
        listed = [row.text for row in week_rows(plans, plan, None)[1]]
        for week, text in zip(now.weeks, listed, strict=False):
            assert f"{week.books.strength_share:.0%}".replace("%", " %") in text
        if plan != current(plans.plans, store.today()):
            continue
        lines = today.plan_lines()
        assert lines is not None
        number = plan.answers.week_of(store.today())
        if number >= 1:
            assert dict(lines.quiet)["weeks"].partition(", race")[0].endswith(count.words)
            assert section(today, "plan").says.endswith(count.words)
            its_week_is_told_as_home_tells_it(today, plans, number)


def its_week_is_told_as_home_tells_it(today: Today, plans: PlansToday, number: int) -> None:
    plan = plans.plan
    assert plan is not None
    weeks_now, own = plans.flow(plan), today.own(plan)
    store_day = today.store.today()
    as_planned = flow(plan, trained_on(sessions_of(today)), store_day).weeks
    for week, before in zip(weeks_now.weeks, as_planned, strict=True):
        lies_behind = week.sunday < min(store_day, plan.last_day + timedelta(days=1))
        told = AsDone(before.minutes, before.rounds)
        told = told if lies_behind or own is None else own(before)
        assert told == (
            week.minutes,
            week.rounds,
            week.routine,
            week.own_heavy,
            week.own_rounds,
        )
        assert week.sessions == before.sessions
        assert is_even(week.books)
    start, week = today.coming().start, weeks_now.weeks[(today.which_comes().week or number) - 1]
    main = next(block for block in start.routine.blocks if not is_warm_up(block))
    grown = Level.BEGINNER not in (start.level, plan.answers.level)
    if today.which_comes().after_plan:  # what comes then is none of a week of it
        return
    if week.routine and main.rounds == week.rounds:
        assert week.minutes == minutes_of(start)
    if week.routine and week.own_rounds:
        assert week.rounds == main.rounds
    elif grown and start.level is plan.answers.level and main.rounds == week.rounds:
        assert week.minutes == minutes_of(start)


def the_5k_has_one_gain(today: Today) -> None:
    """From the first race of all to the newest, at home, under runs, on its page, in progress."""
    store, past = today.store, HomePast(today)
    past.read_runs()
    listed = RunList(store.runs.entries(), distance_of(today.athlete))
    assert past.five_k == summary_words(listed.fives) == summary_words(five_ks(store.runs.trials()))
    a_gain_stands_under_the_runs(listed, past.five_k)
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
    coming = today.coming()
    start = coming.start
    assert " ".join(" ".join(card(coming, today.athlete.unit)).split()) in printed(today, "card")
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
        row = week_row(week, now, plans.plan, plans.day, plans.running)
        assert " ".join(filter(None, row[1:])) in told
    if plans.plan.is_over(plans.day):
        assert tally(plans.plan, now).words in told
    elif plans.plan.answers.week_of(plans.day) >= 1:
        assert " ".join(today.coming_line()) in told


async def test_the_screens_show_it(made_up_year: Path, tmp_path: Path, clock: ManualClock) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock) as g:
        page = g.screen
        assert isinstance(page, HomeScreen)
        planner = page._today
        which, text = planner.which_comes(), planner.coming_line()[1]
        assert which.label == "next", "or the test would compare what is the same anyway"
        minutes = g.line(" minutes: ").split()[0]
        assert which.day is not None
        assert day_words(which.day) in g.line("Week 5 of 9: ")
        whose = planner.coming().start.routine.name
        assert text.startswith(f"{which.when}, {whose}, {minutes} min: ")
        await g.press("o")
        assert f"{minutes} min" in g.line("●")
        assert which.words in g.text()
        await g.press("e")
        assert which.words in g.text()
        assert WRITTEN in g.text()
        await g.press("escape", "escape", "l")
        assert text in " ".join(g.text().split())
        await g.press("escape", "space")
        assert planner.begins_now() in g.line("RunLift"), "which it is, and that it is another one"
        assert g.line("EARLY: ").endswith(early(planner))


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
        assert f"{GENTLE_ROUNDS} rounds" in today.coming().line[1]
        assert today.coming_line()[1].endswith(f"{in_brief(today.coming().start)}; {FEW_AT_FIRST}")
    with lived(archived(made_up_year), first._replace(last=9)) as today:
        assert FEW_AT_FIRST not in today.coming_line()[1]
