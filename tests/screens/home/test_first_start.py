"""The first start, home, and the choices before a session."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec import structs
from textual.containers import VerticalScroll

from runlift_tui.clock import ManualClock
from runlift_tui.commands.start import usual
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.home.home import WAYS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Barbell, Weights
from runlift_tui.core.words.units import Unit, to_kg
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.cards import Cards
from runlift_tui.widgets.session.moving_figure import MovingFigure
from tests.screens.gym import SEASONED, commands, gym, journals
from tests.sweep import sweep, sweep_rows

HOUR_MS = 3_600_000


_FIRST = Athlete(asked=True, ask_first=False)
_THERE = structs.replace(_FIRST, weights=Weights(are_there=True))
"""Whoever went on with the weights that they were shown."""
_ADVANCED = structs.replace(_FIRST, level=Level.ADVANCED)


def _weighing(level: Level, unit: Unit, **weights: Any) -> Athlete:
    return structs.replace(_FIRST, level=level, unit=unit, weights=Weights(**weights))


@pytest.mark.parametrize(
    ("keys", "expected"),
    sweep_rows(
        [
            (
                "space minus 3 p 5 enter space",
                _weighing(Level.ADVANCED, Unit.LB, step_kg=to_kg(5, Unit.LB)),
            ),
            ("space minus 2 k space", structs.replace(_THERE, level=Level.INTERMEDIATE)),
            ("space minus 1 space space", _THERE),
            ("space y 1 space space", structs.replace(_THERE, ask_first=True)),
            ("enter minus enter enter enter", _THERE),
            (
                "space minus 3 left 2 left left left space right right p pageup k pageup p escape",
                structs.replace(_FIRST, level=Level.INTERMEDIATE, unit=Unit.LB),
            ),
            (
                "space minus space k 8 space 1 2 enter space",
                _weighing(Level.BEGINNER, Unit.KG, list_kg=(8, 12)),
            ),
            ("space minus space k 8 escape left left 3 escape", _ADVANCED),
            ("space space minus space space pagedown", _THERE),
            ("space minus 2 escape", structs.replace(_FIRST, level=Level.INTERMEDIATE)),
            ("escape escape minus escape", _FIRST),
            ("space y pageup minus escape", _FIRST),
        ],
        stay=(
            "space minus 3 p 5 enter space",
            "space y 1 space space",
            "space minus space k 8 escape left left 3 escape",
        ),
    ),
)
async def test_the_first_questions_are_remembered(
    keys: str, expected: Athlete, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        assert "1 of 5" in g.text()
        await g.press(*keys.split())
        assert "level" in g.text()
    store = Store(tmp_path, clock)
    assert store.desk.athlete() == expected
    async with gym(tmp_path, clock, size=(160, 45)) as g:
        assert expected.level.value in g.line("level  ")


@pytest.mark.parametrize(
    "walk",
    sweep(
        ["", "space", "space minus", "space minus space", "space minus space k"],
        stay=("", "space minus"),
    ),
)
async def test_a_page_of_the_introduction_takes_no_other_key(
    walk: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press(*walk.split())
        before = g.text()
        await g.press("x", "r", "d", "up", "u", "h", "s", "l", "tab", "backspace")
        assert g.text() == before


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_the_first_page_has_a_figure_where_it_leaves_the_text_its_room(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, size=size) as g:
        shown = [each for each in g.screen.query(MovingFigure) if each.display]
        assert len(shown) == (size == (80, 24))
        assert "physiotherapist" in g.text()
        assert g.screen.query_one("#stage", VerticalScroll).max_scroll_y == 0 or not shown
        await g.press("space")
        assert not any(each.display for each in g.screen.query(MovingFigure))


async def test_whoever_says_their_level_reads_what_their_first_session_is(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, size=(80, 24)) as g:
        await g.press("space", "minus")
        assert "4 exercises, 2 rounds, without weight, no jumps" in g.text()
        said = g.line("with weights, jumps")
        await g.press("3", "escape")
        minutes = said.removeprefix("first session: ").partition(" ")[0]
        assert f"{minutes} minutes" in g.text(), "home says the same"


async def test_a_large_window_draws_what_each_level_is_about(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus")
        cards = g.screen.query_one(Cards)
        assert [card.titles[0] for card in cards.cards] == ["beginner", "intermediate", "advanced"]
        drawn = ["".join(piece.text for piece in row) for row in cards.lines(*cards.size)]
        floor = next(row for row in reversed(drawn) if row.strip())
        assert floor.count("⠉" * 20) >= 3, "all three stand on their floor, none is cut"
        assert "Space: beginner." in g.text(), "and nothing that is said gives way to them"
        await g.press("space")
        assert not cards.display, "the next page has none"
        await g.press("left")
        for size in ((80, 24), (120, 35)):
            await g.pilot.resize_terminal(*size)
            await g.settled()
            assert not cards.display, size


async def test_the_introduction_tells_its_keys_and_goes_on_where_it_was(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus", "?")
        assert "beginner, intermediate, advanced" in g.text()
        await g.press("space")
        assert "How much strength training" in g.text()


async def test_weights_are_typed_and_what_is_none_is_refused_with_the_way_on(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus", "2", "k")
        assert "Which weights do you have?" in g.text()
        await g.type("0 12")
        await g.press("enter")
        assert "is no weight" in g.text()
        await g.press("escape")
        assert "Which weights do you have?" in g.text()
        assert "a pair is two of it" in g.text()
        assert "Only one of each? x at a set swaps to what takes one weight." in g.text()
        assert "Your weights: every 2 kg: 2, 4, 6 and so on." in g.text()
        await g.type("8 12 16")
        await g.press("enter")
        assert "Your weights: 8, 12 and 16 kg." in g.text(), "what was read is told back"
        await g.type("14")
        await g.press("enter")
        assert "every 14 kg, or one weight of 14 kg?" in g.text()
        await g.press("escape", "plus")
        await g.type("14 -8")
        await g.press("enter")
        assert "Your weights: 12, 14 and 16 kg." in g.text()
        assert g.store.desk.athlete().weights.list_kg == (12, 14, 16)
        assert "Your bar: 20 kg assumed, in steps of 2.5 kg; b types it." in g.text()
        await g.press("b")
        await g.type("20 25 20 10 2,5")
        await g.press("enter")
        assert "Your bar: 20 kg, with pairs of 25, 20, 10 and 2.5 kg; b types it." in g.text()
        assert g.store.desk.athlete().bar == Barbell(bar_kg=20, plates_kg=(25, 20, 10, 2.5))
        await g.wait(1)
        await g.press("space")
        assert g.is_on(HomeScreen)
        assert "train" in g.line("space")


async def test_what_was_answered_is_kept_where_the_introduction_is_left_in_the_middle(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus", "3", "q")
    async with gym(tmp_path, clock) as g:
        assert "1 of 5" in g.text(), "it was not over"
        await g.press("space", "space")
        assert "Space: advanced" in g.text()


async def test_eight_keys_lead_a_newcomer_to_the_first_step(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus", "2", "k", "space")
        await g.press("space")
        assert g.is_on(HomeScreen), "a second space right behind the last page opens nothing"
        await g.wait(1)
        await g.press("space", "space")
        assert g.is_on(SessionScreen)


async def test_space_and_one_no_begin_a_beginners_day_without_a_jump(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        await g.press("space", "minus", "space", "space", "space")
        await g.wait(1)
        await g.press("space")
        assert g.is_on(SetupScreen)
        assert " 2 " in g.line("Main rounds")
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert not any(exercise.is_jump for exercise in g.session.exercises.values())
        assert [slot.label for _, slot in g.session.routine.slots()] == ["A1", "A3", "B1", "B3"]
        assert "Dead bug" in g.text()


async def test_the_key_that_started_a_session_does_not_log_its_first_set(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space", "space", "space")
        assert not g.session.done
        await g.wait(0.6)
        await g.press("space")
        assert not g.session.done
        await g.space()
        assert len(g.session.done) == 1


async def test_a_key_pressed_twice_leads_to_one_session(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        screen = g.screen
        assert isinstance(screen, HomeScreen)
        screen.action_space()
        screen.action_space()
        await g.settled()
        setup = g.screen
        assert isinstance(setup, SetupScreen)
        setup.action_start()
        setup.action_start()
        await g.settled()
        assert g.is_on(SessionScreen)
        assert len(journals(tmp_path)) == 1


async def test_rounds_digits_and_minutes_before_the_start(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(100, 36)) as g:
        await g.press("space")
        assert " 2 " in g.line("▸ Main rounds"), "a first session has two, at every level"
        await g.press("1")
        assert "less than published" in g.line("Main rounds")
        await g.press("backspace", "6")
        assert "6" in g.line("Main rounds")
        assert "75" in g.line("note"), "six rounds are long, and it says so"
        await g.press("right")
        assert " 6 " in g.line("Main rounds"), "six is the most"
        await g.press("up", "left", "left", "left")
        assert " 1 " in g.line("Warm-up rounds"), "one is the least"
        await g.press("down", "down", "left")
        assert "fitted" in g.line("Minutes")
        await g.press("space")
        assert g.is_on(SessionScreen)
        warm_up, main = g.session.routine.blocks
        assert warm_up.rounds == 1
        assert main.rounds < 6


async def test_before_the_start_digits_belong_to_the_line_under_the_cursor(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(100, 36)) as g:
        await g.press("space", "down", "4", "5")
        assert "45" in g.line("▸ Minutes")
        assert " 2 " in g.line("Main rounds")
        await g.press("up", "up", "1")
        assert " 1_ " in g.line("▸ Warm-up rounds")
        assert " 2 " in g.line("Main rounds")
        assert "45" in g.line("Minutes")
        await g.press("up", "2")
        assert "← → choose" in g.line("▸ Level")


async def test_before_the_start_a_point_is_no_round_and_is_refused_in_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(100, 36)) as g:
        await g.press("space", "3", "full_stop", "5")
        assert "3.5_" in g.line("▸ Main rounds")
        assert "whole numbers only" in g.line("Main rounds")
        await g.press("enter")
        assert g.is_on(SetupScreen), "what cannot be starts nothing"
        assert " 2 " in g.line("Main rounds")
        assert "the old value stays" in g.line("Main rounds")
        await g.press("comma", "down")
        assert "whole numbers only" in g.line("Main rounds")
        await g.press("up", "4")
        assert " 4_ " in g.line("▸ Main rounds")
        assert "whole" not in g.line("Main rounds")
        await g.press("down")
        assert " 4 " in g.line("Main rounds")


async def test_back_from_the_choices_forgets_them(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "1", "escape")
        assert g.is_on(HomeScreen)
        assert not journals(tmp_path)
        await g.press("space")
        assert " 2 " in g.line("Main rounds")


async def test_an_unfinished_session_comes_first_and_is_resumed(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q")
        assert g.is_on(HomeScreen)
        assert "Unfinished" in g.text()
        assert "A2 round 1" in g.text()
    clock.advance(2 * HOUR_MS)
    async with gym(tmp_path, clock) as g:
        assert "resume" in g.line("space")
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert len(g.session.done) == 1
        assert len(journals(tmp_path)) == 1
    assert commands(tmp_path)[-1] == "resumed"


async def test_after_three_hours_finishing_is_offered_first(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q")
    ended = clock.stamp().utc_ms
    clock.advance(3 * HOUR_MS)
    async with gym(tmp_path, clock) as g:
        assert "finish" in g.line("space")
        await g.press("space")
        assert "Summary" in g.text()
        await g.press("escape")
        assert not journals(tmp_path)
        (row,) = list(g.store.past.documents())
        from runlift_tui.core.words.documents import iso

        assert row["finished"] == iso(ended), "the end of the last set, not of the three hours"


async def test_a_discard_can_be_undone(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q", "d")
        assert "Unfinished" not in g.text()
        assert not journals(tmp_path)
        await g.press("h", "escape")
        g.screen._say_undo()  # type: ignore[attr-defined]
        await g.settled()
        assert "1 set (just now). u brings it back." in g.text(), "as long as nothing came after"
        await g.press("u")
        assert "Unfinished" in g.text()
        await g.press("U", "U")
        assert "Unfinished" not in g.text()
        await g.press("u", "space")
        assert g.is_on(SessionScreen)
        assert len(g.session.done) == 1


async def test_with_a_session_unfinished_a_discard_is_not_said_to_come_back_now(
    tmp_path: Path, clock: ManualClock
) -> None:
    waits = "u brings it back once this one is finished."
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q", "d", "space", "space")
        await g.space()
        await g.press("q")
        g.screen._say_undo()  # type: ignore[attr-defined]
        await g.settled()
        assert "1 set (just now). " + waits in " ".join(g.text().split())
        assert "undo discard" not in g.text()
        await g.press("u")
        assert "1 set. " + waits in " ".join(g.text().split())
        assert "undo discard" not in g.text()


@pytest.mark.parametrize(
    "size", sweep([(60, 16), (80, 24), (120, 36), (200, 60)], stay=((60, 16),))
)
async def test_home_shows_every_way_on_at_any_size(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        for way in WAYS:
            assert f"{way.key}  {way.word}" in g.text()
        assert all(word in g.line("train") for word in ("space", "? keys", "q quit"))
        assert "minutes" in g.text()
        assert "Dead bug" in g.text()
        assert "advanced" in g.text() or size[0] < 200


async def test_a_discard_and_an_undo_in_one_breath(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q")
        await g.type("du ")
        await g.settled()
        assert g.is_on(SessionScreen)


async def test_two_unfinished_ones_are_offered_one_after_the_other(
    tmp_path: Path, clock: ManualClock
) -> None:
    for _ in range(2):
        async with gym(tmp_path, clock, level=Level.BEGINNER) as g:
            await g.space()
        clock.advance(60_000)
    assert len(journals(tmp_path)) == 2
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("d")
        await g.press("h", "escape")
        assert "Unfinished" in g.text()
        assert len(journals(tmp_path)) == 1


async def test_a_second_program_can_only_look(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.space()
        other = Store(tmp_path, clock)
        other.open()
        assert other.only_looking
        async with gym(tmp_path, clock, store=other) as second:
            assert "Looking only" in second.text()
            assert "process" in second.text(), "it says by whom"
            await second.press("space", "r", "f", "d", "u", "U")
            assert second.is_on(HomeScreen)
            await second.press("h", "escape")
            assert second.is_on(HomeScreen)
    assert commands(tmp_path) == ["started", "log", "left"] or len(journals(tmp_path)) == 1


async def test_a_setting_that_cannot_be_saved_is_said(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from runlift_tui.store.disk.errors import Unwritable

    async with gym(tmp_path, clock, athlete=SEASONED) as g:

        def full(*_: object) -> None:
            raise Unwritable(str(tmp_path / "library.json"), OSError(errno.ENOSPC, "full"))

        monkeypatch.setattr(g.store.library, "put", full)
        await g.press("s", "right")
        assert "disk is full" in g.text()
        await g.press("escape")
        assert "disk is full" in g.text()


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("ask_first", [False, True])
async def test_a_first_home_has_no_scroll_bar_in_eighty_columns(
    level: Level, ask_first: bool, tmp_path: Path, clock: ManualClock
) -> None:
    who = Athlete(level=level, asked=True, ask_first=ask_first)
    async with gym(tmp_path, clock, athlete=who, size=(80, 24)) as g:
        stage = g.screen.query_one("#stage", VerticalScroll)
        assert not stage.has_class("-scrolls")
        assert stage.scrollbar_size_vertical == 0
        for label in ("A1 ", "B1 ", "note "):
            assert g.line(f"{label}  "), label
        assert "Stop on sharp pain" in g.text()


async def test_letters_keep_off_a_scroll_bar(tmp_path: Path, clock: ManualClock) -> None:
    who = Athlete(level=Level.ADVANCED, asked=True, ask_first=False)
    async with gym(tmp_path, clock, athlete=who, size=(66, 16)) as g:
        stage = g.screen.query_one("#stage", VerticalScroll)
        assert stage.show_vertical_scrollbar
        inner = g.screen.query_one("#quiet").region
        assert inner.right < stage.region.right - stage.scrollbar_size_vertical


async def test_home_and_its_choices_hold_what_matters_in_a_small_window(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(80, 24)) as g:
        for label in ("A1 ", "B4 ", "kit ", "weeks ", "load "):
            assert g.line(f"{label}  "), label
        assert "▇" not in g.text(), "what levels and history say too gives way to a scroll bar"
        await g.press("space")
        for label in ("A1 ", "B4 ", "kit ", "Level ", "jumps "):
            assert g.line(f"{label}  "), label


async def test_home_says_that_todays_session_is_done(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.walk_to("B4")
        await g.press("f", "enter", "escape")
        assert "Today: done" in g.text()
        assert "Runner's lower body, 9 sets." in g.text()
        assert "10/10" in g.line("A1  ")
        assert "from Tue 24 Nov on" in g.line("next  ")
        assert "48 hours" in g.line("early  ")
        assert "train again" in g.text()
    clock.advance(24 * HOUR_MS)
    async with gym(tmp_path, clock) as g:
        assert "Today: done" not in g.text()


@pytest.mark.parametrize("keys", ["space minus 3 k space", "space minus 3 escape"])
async def test_a_session_asked_for_begins_behind_the_introduction(
    keys: str, tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    opening = usual(store)
    assert opening.start is not None
    assert opening.start.level is Level.BEGINNER
    async with gym(tmp_path, clock, store=store, opening=opening) as g:
        assert "1 of 5" in g.text()
        assert not journals(tmp_path)
        await g.press(*keys.split())
        await g.settled()
        assert isinstance(g.app.screen, SessionScreen)
        assert g.session.start.level is Level.ADVANCED
    assert usual(Store(tmp_path, clock)).introduced is None
