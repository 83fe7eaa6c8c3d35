"""The plan from key to disk: the form, the nine weeks, every number, the end of it, and home."""

import re
from pathlib import Path

import pytest
from msgspec import structs
from textual.events import Resize
from textual.geometry import Size

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.lists.charts import BarChart
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan.plan import Plan, WeekChange
from runlift_tui.core.routines.shipped import MINIMAL
from runlift_tui.core.words.units import Distance
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.typing_in import TypingScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.screens.plan.form import PlanForm
from runlift_tui.screens.plan.move import MoveForm
from runlift_tui.screens.plan.plan import PlanScreen
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.screens.plan.week_in_sight import WeekInSight
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from runlift_tui.widgets.charts.chart_view import ChartView
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.value_listing import ValueListing
from tests.core.plans import plan
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep, sweep_rows

SIZES = [(80, 24), (120, 36), (160, 45)]
DAY_MS = 86_400_000


def with_plan(folder: Path, clock: ManualClock, found: Plan | None = None) -> Store:
    """Return an open store in which a plan begins in eight days."""
    store = Store(folder, clock)
    store.open()
    found = found or plan()
    store.library.put(PLANS, found.id, document_of(found))
    return store


async def typed(g: Gym, line: str, text: str) -> None:
    """Type into a line of the form, in the place of what stands there."""
    g.screen.query_one(f"#field-{line}").focus()
    await g.settled()
    await g.press("ctrl+u", "ctrl+k")
    await g.type(text)


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_a_plan_is_begun_with_two_keys(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("p")
        assert g.is_on(PlanForm)
        await g.comes("deload")
        await g.press("enter")
        await g.comes("The plan begins on Mon 23 Nov")
        assert g.is_on(PlanScreen)
        assert "still to begin" in g.text()
        await g.press("escape")
        assert g.is_on(HomeScreen)
        await g.comes("The plan begins on Mon 23 Nov")
    (one,) = Store(tmp_path, clock).desk.plans()
    assert one.answers.start.isoformat() == "2026-11-23"
    assert one.id[14] == "7"


async def test_a_day_with_a_point_behind_it_ends_with_that_one(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("p")
        await typed(g, "race", "31.2.")
        await g.comes("there is no day 31.2.")
        assert "31.2.." not in g.text()


@pytest.mark.parametrize(
    ("said", "line", "text"),
    sweep_rows(
        [
            ("zero running", "running", "0 km"),
            ("with its unit", "running", "40"),
            ("lies in the past", "start", "2026-11-02"),
            ("the race is in week 2", "race", "2026-12-05"),
            ("one of the run days", "hard_days", "mon"),
        ],
        stay=("with its unit", "the race is in week 2"),
    ),
)
async def test_a_wrong_answer_is_told_where_it_is_typed_and_nothing_is_lost(
    said: str, line: str, text: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("p")
        await typed(g, line, text)
        await g.comes(said)
        await g.press("enter")
        assert g.is_on(PlanForm)
        assert g.screen.focused is not None
        assert g.screen.focused.id == f"field-{line}"
        assert text in g.text()
    assert Store(tmp_path, clock).desk.plans() == ()


async def test_what_was_typed_is_thrown_away_only_when_asked_twice(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("p")
        await typed(g, "running", "64 km")
        await g.press("escape")
        await g.comes("Not begun yet")
        assert g.is_on(PlanForm)
        await g.press("escape")
        await g.settled()
        assert g.is_on(HomeScreen)
    assert Store(tmp_path, clock).desk.plans() == ()


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_every_number_of_a_week_can_be_changed_and_taken_back(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, size=size, store=store) as g:
        await g.press("p", "down", "down", "enter", "down", "right")
        await g.comes("4*")
        await g.comes("Week 3, rounds: 4")
        await g.press("5")
        assert g.is_on(TypingScreen)
        await g.press("enter")
        await g.comes("5*")
        await g.press("u")
        await g.comes("4*")
        await g.press("U")
        await g.comes("5*")
        await g.press("enter")
        await g.type("9")
        await g.press("enter")
        await g.comes("9 cannot be: 1 to 6 can")
        await g.press("escape", "r")
        await g.settled()
        assert "*" not in g.line("14 Dec")
        await g.press("u", "escape", "w")
        await g.comes("77 minutes a session: 75 are the most")
    (one,) = Store(tmp_path, clock).desk.plans()
    assert one.changes == (WeekChange(week=3, rounds=5),)


@pytest.mark.parametrize("size", sweep([(80, 24), (100, 30)], stay=((80, 24),)))
async def test_a_change_over_a_limit_says_so_at_once_and_home_while_it_stands(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock, plan(miles=20))
    clock.advance(8 * DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED, size=size, store=store) as g:
        await g.press("p", "enter", "right", "right", "right")
        await g.comes("Week 1, sessions: 4. Over our limit: ")
        await g.comes("we stop at 32 %")
        await g.press("escape")
        await g.comes("broken  50 % of all training")
        await g.press("escape")
        assert g.is_on(HomeScreen)
        await g.comes("week 1, your change: ")
        await g.press("p", "u", "u", "u", "escape")
        await g.settled()
        assert "your change" not in g.text()


async def test_days_by_hand_are_let_and_said_to_be_broken(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p", "down", "enter", *["down"] * 7, "enter")
        await g.type("tue sat")
        await g.press("enter")
        await g.comes("Sat 12 Dec: the long run")


@pytest.mark.parametrize("size", sweep([(60, 16), (80, 24)], stay=((60, 16),)))
async def test_in_a_low_window_all_that_the_answers_come_to_is_one_key_away(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("p")
        assert "PgDn shows the rest" in g.text()
        assert "escape back" in g.text()
        await g.press("pagedown")
        assert g.is_on(WholeScreen)
        assert g.line("23 Nov").endswith("22 %")
        await g.press("down", "down", "down", "down", "down", "down")
        assert "The table, the caps and the days are our own" in g.text()
        await g.press("escape")
        assert g.is_on(PlanForm)


async def test_an_athlete_in_miles_is_asked_in_miles(tmp_path: Path, clock: ManualClock) -> None:
    athlete = structs.replace(SEASONED, distance=Distance.MI)
    async with gym(tmp_path, clock, athlete=athlete) as g:
        await g.press("p")
        assert g.line("a usual week").split()[3:5] == ["20", "mi"]
        assert g.line("usual pace").split()[2:4] == ["9:39", "/mi"]


async def test_a_plan_is_ended_taken_back_and_followed_by_another(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    clock.advance(15 * DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p")
        await g.comes("week 2 of 9")
        await g.press("n")
        await g.comes("x ends it first")
        await g.press("x")
        await g.comes("Is the plan to end today? x once more ends it")
        await g.press("down", "x")
        await g.comes("x once more ends it")
        assert "week 2 of 9" in g.text(), "what was asked before is no answer later"
        await g.press("x")
        await g.comes("0 of 1 sessions")
        await g.press("u")
        await g.comes("week 2 of 9")
        await g.press("x", "x", "n")
        assert g.is_on(PlanForm)
        await g.press("enter")
        await g.comes("plan 2 of 2")
        await g.press("[")
        await g.comes("plan 1 of 2")
        await g.comes("0 of 1 sessions")
    assert [each.ended is None for each in Store(tmp_path, clock).desk.plans()] == [False, True]


async def test_a_plan_that_has_not_begun_is_taken_out_and_comes_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p", "x", "x")
        await g.comes("No plan yet")
        await g.press("u")
        await g.comes("still to begin")
    assert Store(tmp_path, clock).desk.plans() == (plan(),)


async def test_home_knows_the_week_and_starts_its_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    clock.advance(16 * DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.comes("Week 2 of 9: session 1 today")
        assert "done about 17:40: 2 rounds, B1 8 each leg, could do 3-4 more" in g.text()
        await g.press("space", "space")
        assert g.session.routine.blocks[-1].rounds == 2
        assert g.session.routine.slot("B1").rir == (3, 4)
        await g.space()
        await g.press("f", "enter", "escape")
        assert "Today: done" not in g.text()
        assert "1 set today, less than half of a session: it still stands" in g.text()
        await g.comes("Week 2 of 9: session 1 today")
        await g.press("space", "space")
        await g.walk_to("B4")
        await g.press("f", "enter", "escape")
        assert "Today: done" in g.text()
        assert "Week 2 of 9" in g.text()
        assert "session 1 today" not in g.text()


async def test_a_5k_that_is_noted_before_a_plan_is_its_first_until_it_is_undone(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("t", "n")
        await g.type("today 5k 20:00 race")
        await g.press("enter")
        await g.comes("Kept: ")
        await g.press("escape", "p")
        await g.comes("No 5K: the one of Sun 22 Nov is the first.")
        await g.press("escape", "t", "u")
        await g.comes("Undone: ")
        await g.press("escape", "p")
        await g.comes("a 5K, to see where you stand")


async def test_a_new_plan_knows_the_5k_of_yesterday(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t", "n")
        await g.type("yesterday 5k 20:00 race")
        await g.press("enter")
        await g.comes("Kept: ")
        await g.press("escape", "p")
        assert g.is_on(PlanForm)
        await g.press("enter")
        await g.comes("No 5K: the one of Sat 21 Nov is the first.")


async def test_a_new_plan_waits_for_the_easy_days_after_a_marathon(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t", "n")
        await g.type("today marathon 3:30:00 race")
        await g.press("enter")
        await g.comes("Kept: ")
        await g.press("escape", "p")
        await g.comes("Mon 30 Nov 2026")
        assert "too soon after" not in g.text()
        await typed(g, "start", "tomorrow")
        await g.comes("too soon after the race of Sun 22 Nov")


async def test_what_was_run_is_in_the_ledger_and_in_what_an_ended_plan_came_to(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    clock.advance(33 * DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("t")
        for line in (
            "2026-12-01 5k 20:00 race",
            "2026-12-08 10k 50:00 easy strides 6x20s",
            "2026-12-23 10k 40:00 race",
        ):
            await g.press("n")
            await g.type(line)
            await g.press("enter")
        await g.press("escape", "p")
        await g.comes("week 4 of 9")
        await g.press("up", "up")
        await g.comes("run 0:48 h, strength 0:00 h,")
        assert "strides and sprints 2 min" in g.text()
        await g.press("x", "x")
        await g.comes("about 19:11, by")
        assert "Riegel from 10 km in 40:00" in g.text()
        assert "20:00" in g.line("5K  Tue 1 Dec")
        assert "faster, 4.1 %" in g.line("change")
        assert "run 1:48 h" in g.text()
        await g.press("escape", "b", "tab", "tab", "tab", "tab", "t")
        assert "ended early     0 of 6" in g.line("2026-11-30")
        assert "faster, 4.1 %" in g.line("2026-11-30")
        await g.press("tab")
        assert g.line("2026-12-23").endswith("10.00 km in 40:00")


async def test_another_time_zone_is_told_and_moves_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    away = ManualClock(clock.stamp().utc_ms, offset_min=9 * 60)
    store.clock = away
    async with gym(tmp_path, away, athlete=SEASONED, store=store) as g:
        await g.press("p")
        await g.comes("9 h ahead of where this plan was made")
        assert "30 Nov" in g.text()


async def test_where_nothing_may_be_written_the_plan_is_looked_at(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    store.only_looking = "Another RunLift has the folder."
    async with gym(tmp_path, clock, athlete=None, store=store) as g:
        await g.press("p", "enter", "right")
        await g.comes("Another RunLift has the folder.")
    assert store.desk.plans() == (plan(),)


async def test_a_tiny_window_keeps_the_weeks(tmp_path: Path, clock: ManualClock) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, size=(40, 10), store=store) as g:
        await g.press("p")
        await g.comes("30 Nov")
        await g.press("enter", "down", "escape", "w", "escape", "question_mark", "escape", "escape")
        assert g.is_on(HomeScreen)


async def test_the_help_lists_the_keys(tmp_path: Path, clock: ManualClock) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p", "question_mark")
        await g.comes("the week as planned")
        await g.press("escape", "tab", "escape", "j", "k", "]", "left", "minus")
        assert g.is_on(PlanScreen)


async def test_a_plan_that_cannot_be_written_is_not_saved_and_says_so(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = with_plan(tmp_path, clock)

    def full(*_: object) -> bool:
        raise StoreError("library.json was not saved: the disk is full.")

    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p", "enter", "down")
        monkeypatch.setattr(store.library, "put", full)
        await g.press("right")
        await g.comes("NOT SAVED: library.json was not saved: the disk is full.")
        await g.comes("4*")
        monkeypatch.undo()
        await g.press("right")
        await g.comes("5*")
        assert "NOT SAVED" not in g.text()
    (one,) = Store(tmp_path, clock).desk.plans()
    assert one.changes == (WeekChange(week=1, rounds=5),)


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_a_week_off_is_put_in_with_its_cost_told_first_and_taken_back_after(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    with_plan(tmp_path, clock).close()
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("p", "m")
        assert g.is_on(MoveForm)
        await g.comes("It costs nothing")
        assert "mon" in g.text() or "tue" in g.text(), "its days stand in the lines"
        await typed(g, "off_first", "4 jan")
        await typed(g, "off_last", "in 7 weeks")
        await g.comes("Sun 10 Jan 2027")
        assert "Sun 10 Jan 2027" in g.line("its last day"), "which day it is, before it is taken"
        await typed(g, "off_last", "sun")
        await g.comes("ill or on holiday?")
        await g.press("down", "h")
        await g.comes("week 6: off")
        assert Store(tmp_path, clock).desk.plans() == (plan(),), "nothing is done before"
        await g.press("enter")
        assert g.is_on(PlanScreen)
        await g.comes("The plan is moved: Mon 4 Jan to Sun 10 Jan off")
        await g.press("m")
        await g.comes("Mon 4 Jan to Sun 10 Jan")
        await g.press("escape", "u")
        await g.comes("Undone: The plan is moved")
    assert Store(tmp_path, clock).desk.plans() == (plan(),)


async def test_every_field_of_a_move_stands_whole_beside_its_cost(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, size=(100, 30), store=store) as g:
        await g.press("p", "o")
        assert g.is_on(MoveForm)
        await g.comes("‹ holiday or ill? ›")
        for text in ("tue thu fri sat sun", "race distance", "Mon 30 Nov 2026"):
            assert text in g.text()


async def test_a_move_that_cannot_be_is_told_and_left_by_one_key_unless_more_is_typed(
    tmp_path: Path, clock: ManualClock
) -> None:
    with_plan(tmp_path, clock).close()
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("p", "m")
        await typed(g, "race", "+50 weeks")
        await g.press("enter")
        await g.comes("is in week 49")
        await g.comes("escape leaves the plan")
        await g.press("escape")
        assert g.is_on(PlanScreen)
        await g.press("m")
        await typed(g, "race", "+50 weeks")
        await g.press("enter", "s")
        await g.press("escape")
        await g.comes("Not moved yet")
        await g.press("escape")
        assert g.is_on(PlanScreen)


async def test_arrows_go_from_line_to_line_where_the_form_is_longer_than_its_window(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 16)) as g:
        await g.press("p")
        await g.comes("deload")
        assert g.screen.query_one("#form").show_vertical_scrollbar
        await g.press(*["down"] * 6)
        assert g.screen.focused is g.screen.query_one("#field-race_distance")


async def test_the_numbers_of_a_week_that_is_over_stay(tmp_path: Path, clock: ManualClock) -> None:
    store = with_plan(tmp_path, clock)
    clock.advance(24 * DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("p", "up", "enter", "down", "right")
        await g.comes("is over: its numbers stay as they were planned")
        await g.press("enter")
        assert g.is_on(PlanScreen)
        await g.press("r")
        await g.comes("is over: its numbers stay as they were planned")
    (one,) = Store(tmp_path, clock).desk.plans()
    assert one.changes == plan().changes


async def test_the_session_that_comes_says_which_routine_it_is_of(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = with_plan(tmp_path, clock)
    clock.advance(9 * DAY_MS)
    minimal = structs.replace(SEASONED, routine=MINIMAL)
    async with gym(tmp_path, clock, athlete=minimal, size=(160, 45), store=store) as g:
        await g.press("p")
        await g.comes("Minimal dose, ")
        assert g.line("  B1  Rear-foot-elevated split squat"), (
            "with its exercises, for there is room"
        )
        await g.press("escape", "l")
        await g.comes("leads to the numbers of Minimal dose")


@pytest.mark.parametrize("size", sweep([(80, 24), (120, 36), (160, 45)], stay=((120, 36),)))
async def test_no_row_of_the_weeks_is_broken_in_two(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, size=size, store=store) as g:
        await g.press("p")
        await g.comes("30 Nov")
        assert "…" not in g.line("30 Nov")
        await g.press("o", "h", *(["pagedown"] if size == (80, 24) else []))
        await g.comes("14 Dec")
        head = f"wk {g.line(' wk ').partition('wk ')[2]}".split()
        for each in ("30 Nov", "14 Dec", "28 Dec"):
            (line,) = re.findall(rf"[0-9] +({each} .*)", g.text())
            row = line.split()
            assert len(row) == len(head), "its number stands before it, and the day has two words"


async def test_many_sizes_on_the_way_to_the_last_are_one_picture(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=with_plan(tmp_path, clock)) as g:
        await g.press("p")
        page, painted = g.screen, list[tuple[int, int]]()
        assert isinstance(page, PlanScreen)
        paint = page.paint

        def counted() -> None:
            painted.append(g.app.size)
            paint()

        monkeypatch.setattr(page, "paint", counted)
        for width in range(100, 120):
            page.post_message(Resize(Size(width, 36), Size(width, 36)))
        await g.settled()
        assert len(painted) == 1
        await g.pilot.resize_terminal(100, 30)
        await g.settled()
        assert painted[-1] == (100, 30)
        assert page.query_one(Sheet).size.width >= 34, "words beside the weeks are not one a row"


def test_what_does_not_fit_is_not_asked_for_twice(tmp_path: Path, clock: ManualClock) -> None:
    clock.advance(9 * DAY_MS)
    plans = PlansToday(Today(with_plan(tmp_path, clock)))
    one = plans.plan
    assert one is not None
    asked: list[int] = []

    def fits(sheet: tuple[SheetLine, ...]) -> bool:
        asked.append(len(sheet))
        return False

    coming = plans.today.which_comes().week
    for row in range(3):
        seen = WeekInSight(plans, one, plans.flow(one), row)
        asked.clear()
        assert seen.fullest(fits) == seen.sheet()
        assert len(asked) == (2 if row + 1 == coming else 1), "the slots are of the one that comes"
        assert seen.fullest(lambda _: True) == seen.sheet(whole=True)
    plans.today.store.close()


@pytest.mark.parametrize(("size", "is_drawn"), [((80, 24), False), ((120, 36), True)])
async def test_the_hours_of_its_weeks_are_drawn_where_there_is_room(
    tmp_path: Path,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    is_drawn: bool,
) -> None:
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=size) as g:
        await g.press("p")
        assert ("hours a week, run and lift" in g.text()) == is_drawn
        chart = g.screen.query_one(ChartView).chart
        assert isinstance(chart, BarChart)
        before = chart.chosen
        assert before is not None
        await g.press("down")
        after = g.screen.query_one(ChartView).chart
        assert isinstance(after, BarChart)
        assert after.chosen == before + 1, "the chosen week is marked in it"
        monkeypatch.setattr(PlansToday, "running", Running.NONE)
        await g.press("up")
        assert "hours a week" not in g.text(), "who may not run is shown no hours of running"


async def test_a_number_is_chosen_by_a_click_and_typed_by_another(
    tmp_path: Path, clock: ManualClock
) -> None:
    """As a value of a routine and a setting are."""
    store = with_plan(tmp_path, clock)
    async with gym(tmp_path, clock, store=store, athlete=SEASONED, size=(120, 36)) as g:
        await g.press("p")
        values = g.screen.query_one(ValueListing).region
        await g.pilot.click(offset=(values.x + 4, values.y + 1))
        await g.settled()
        page = g.screen
        assert isinstance(page, PlanScreen)
        assert (page.in_values, page.values.chosen) == (True, 1)
        await g.pilot.click(offset=(values.x + 4, values.y + 1))
        await g.settled()
        assert isinstance(g.screen, TypingScreen)
