"""What came in from another machine, on the screens that are open."""

from pathlib import Path
from typing import cast

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.meeting import Meeting
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.history.past_session import PastSessionScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.store.sync.switching import switch_on
from tests.screens.gym import SEASONED, Gym, gym
from tests.store.sync.machines import TestMachine, session
from tests.sweep import sweep_rows


def other(folder: Path) -> TestMachine:
    machine = TestMachine(folder, folder / "shared", "gym-laptop")
    machine.train(1)
    machine.on()
    return machine


async def meet(g: Gym) -> None:
    """Have the program look for other machines now, as it does every twenty seconds."""
    meeting = Meeting(
        g.store,
        screens=lambda: g.app.screen_stack,
        is_training=lambda: g.app.leading.training is not None,
        later=g.app.call_later,
    )
    meeting.look()
    await g.settled()
    await g.settled()


async def test_home_says_what_came_in_until_the_next_key(
    tmp_path: Path, clock: ManualClock
) -> None:
    machine = other(tmp_path)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        machine.train(2)
        machine.note(3)
        machine.meet()
        await meet(g)
        assert "2 sessions and a run from gym-laptop." in g.text()
        await g.press("down")
        assert g.is_on(HomeScreen)
        assert "from gym-laptop" not in g.text()


async def test_an_open_history_shows_it_and_undo_takes_back_what_was_put_right(
    tmp_path: Path, clock: ManualClock
) -> None:
    machine = other(tmp_path)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await meet(g)
        await g.press("h")
        assert g.is_on(HistoryScreen)
        machine.train(2)
        machine.change("s1", effort=8)
        machine.meet()
        await meet(g)
        assert g.is_on(HistoryScreen)
        assert "2026-11-02" in g.text()
        await g.press("u")
        await g.settled()
        assert 'Undone: "effort – → 8 on gym-laptop".' in g.text()


async def test_a_history_that_is_searched_goes_on_looking_for_the_same(
    tmp_path: Path, clock: ManualClock
) -> None:
    machine = other(tmp_path)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await meet(g)
        await g.press("h")
        history = cast("HistoryScreen", g.app.screen)
        history.search("lower")
        machine.train(2)
        machine.train(3)
        machine.change("s3", routine_name="Upper body")
        machine.meet()
        await meet(g)
        assert g.app.screen is history
        assert [each.id for each in history.listed.shown] == ["s2", "s1"]
        assert history.chosen_id == "s1"


async def test_an_open_session_shows_it_and_what_is_typed_meanwhile_is_written_onto_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    machine = other(tmp_path)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await meet(g)
        await g.press("h", "e")
        page = cast("PastSessionScreen", g.app.screen)
        await g.press("enter", "enter")
        typing = g.app.screen
        machine.change("s1", effort=8)
        machine.train(2)
        machine.meet()
        await meet(g)
        assert g.app.screen is typing  # what is being typed stays as it is
        await g.press("escape")
        await meet(g)
        assert g.app.screen is page
        assert "ffort – → 8 on gym-laptop" in g.text()
        await g.press("u")
        await g.settled()
        assert 'Undone: "effort – → 8 on gym-laptop".' in g.text()
        machine.delete("s1")
        machine.meet()
        await meet(g)
        await meet(g)
        assert g.is_on(HistoryScreen)
        assert [each.id for each in cast("HistoryScreen", g.app.screen).listed.shown] == ["s2"]


@pytest.mark.parametrize(
    ("keys", "screen_name"),
    sweep_rows(
        [
            ("p enter", "PlanScreen"),
            ("b", "ProgressScreen"),
            ("t", "RunsScreen"),
            ("t c", "FiveKScreen"),
            ("h b", "ExercisePastScreen"),
        ],
        stay=("p enter", "t c", "h b"),
    ),
)
async def test_other_pages_of_the_past_are_read_anew(
    tmp_path: Path, clock: ManualClock, keys: str, screen_name: str
) -> None:
    machine = other(tmp_path)
    machine.race(3)
    machine.meet()
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await meet(g)
        await g.press(*keys.split())
        await g.settled()
        screen, shown = g.app.screen, g.text()
        assert type(screen).__name__ == screen_name
        machine.train(20 if screen_name == "ProgressScreen" else 28)
        machine.race(7)
        machine.meet()
        await meet(g)
        await g.settled()
        assert g.app.screen is screen
        assert g.text() != shown


async def test_nobody_is_met_while_a_session_is_open(tmp_path: Path, clock: ManualClock) -> None:
    machine = other(tmp_path)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        assert g.app.leading.training is not None
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        machine.meet()
        await meet(g)
        assert not list(g.store.history.documents())


async def test_the_settings_have_a_line_while_others_are_met(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path / "here", clock, athlete=SEASONED, size=(120, 40)) as g:
        await g.press("s")
        assert "Your other machines" not in g.text()
        await g.press("escape")
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await g.press("s", *["down"] * 20)
        assert "Your other machines" in g.text()
        await g.press("right", "enter")
        assert "Nothing was exchanged yet. In a shell runlift sync status" in g.text()


async def test_a_change_is_given_out_soon_and_so_is_what_was_done_last(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = other(tmp_path)
    monkeypatch.setattr("runlift_tui.app._COLLECT_AFTER_S", 0.01)
    monkeypatch.setattr("runlift_tui.app._MEET_AFTER_S", 0.01)
    async with gym(tmp_path / "here", clock, athlete=SEASONED) as g:
        switch_on(g.store.past, str(tmp_path / "shared"), "home-desktop")
        await meet(g)
        await g.press("h", "e", "enter", "enter", "7", "enter")
        for _ in range(40):
            await g.settled()
            machine.meet()
            if machine.sessions()["s1"]["effort"] == 7:
                break
            await g.pilot.pause(0.05)
        assert machine.sessions()["s1"]["effort"] == 7
        g.store.history.fold(session(9), again=True)
    g.store.close()
    machine.meet()
    assert machine.sessions().keys() == {"s1", "s9"}
