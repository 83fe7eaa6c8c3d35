"""The end of a session: rated, corrected, undone, and saved for good."""

import errno
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts import retrying
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.disk.errors import Unwritable
from tests.screens.gym import SEASONED, Gym, folded, gym, journals
from tests.sweep import sweep

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)


async def _to_the_end(g: Gym) -> None:
    """Do A1 and B1, and leave the rest out."""
    await _to_the_last_key(g)
    await g.press("e")
    assert g.is_on(SummaryScreen)


async def _to_the_last_key(g: Gym) -> None:
    """Do A1 and B1, and stand before the key that leaves the rest out."""
    await g.press("space")
    await g.skip_to("B1")
    await g.wait(30)
    await g.press("space", "r")


async def test_effort_is_one_key_and_ten_is_two(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        for keys, effort in (("7", 7), ("10", 10), ("0", 0), ("3", 3)):
            await g.press(*keys)
            assert folded(tmp_path)[0]["effort"] == effort
        await g.press("backspace")
        assert folded(tmp_path)[0]["effort"] is None
        await g.press("u")
        assert folded(tmp_path)[0]["effort"] == 3


async def test_a_set_is_corrected_and_the_history_follows(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        await g.press("down")
        assert "10/10" in g.line("▸ A1")
        await g.press("8", "tab", "7", "enter", "q")
    assert not journals(tmp_path)
    (row,) = folded(tmp_path)
    assert (row["sets"][0]["left"], row["sets"][0]["right"]) == (8, 7)


async def test_what_cannot_be_is_refused_and_said(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        await g.press("down", "9", "9", "9", "9", "tab")
        assert "300" in g.text()
        assert folded(tmp_path)[0]["sets"][0]["left"] == 10
        await g.press("minus")
        assert folded(tmp_path)[0]["sets"][0]["right"] == 9
        await g.press("7")
        g.app.leaving.now()
    assert folded(tmp_path)[0]["sets"][0]["right"] == 7, "typed just before the end"


async def test_a_note_on_the_session_and_on_a_set(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        await g.press("n")
        await g.type("[red]slow[/red]")
        await g.press("enter", "down", "n")
        await g.type("left knee")
        await g.press("enter")
        assert "[red]slow[/red]" in g.text()
        assert "left knee" in g.line("A1 round 1   left")
        (row,) = folded(tmp_path)
        assert row["notes"] == "[red]slow[/red]"
        assert row["sets"][0]["note"] == "left knee"
        await g.press("n")
        await g.type("twice")
        g.app.leaving.now()
    assert folded(tmp_path)[0]["sets"][0]["note"] == "left knee twice", "typed just before the end"


async def test_the_end_is_undone_withdrawn_and_done_again(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        assert len(folded(tmp_path)) == 1
        await g.press("u")
        assert g.is_on(SessionScreen)
        assert not folded(tmp_path), "a session that goes on is not history"
        assert len(journals(tmp_path)) == 1
        await g.press("r", "e")
        assert g.is_on(SummaryScreen)
        assert len(folded(tmp_path)) == 1


async def test_undo_held_down_takes_one_thing_back_and_pressed_anew_goes_on(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        await g.press("down", "9", "u")
        assert "9 was not taken over. u again" in g.text()
        await g.wait(1)
        await g.press("9", "tab", "down", "down", "down")
        await g.type("uuuuuu")
        assert g.is_on(SummaryScreen)
        assert ", typed into " in g.text()
        while g.is_on(SummaryScreen):
            await g.wait(1)
            await g.press("u")
        assert g.is_on(SessionScreen)
        assert not folded(tmp_path)


async def test_a_full_disk_at_the_end_is_said_and_made_up_for(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "RETRY_S", 0.02)
    async with gym(tmp_path, clock, choices=SHORT) as g:
        full = OSError(errno.ENOSPC, "no space")
        fold = g.store.history.fold

        def refuse(*_: object, **__: object) -> bool:
            raise Unwritable(str(tmp_path / "history" / "2026.json"), full)

        monkeypatch.setattr(g.store.history, "fold", refuse)
        await _to_the_last_key(g)
        # While it is refused it is tried so often that the program never comes to rest.
        g.send("e")
        await g.comes("disk is full")
        monkeypatch.setattr(g.store.history, "fold", fold)
        for _ in range(200):
            if folded(tmp_path):
                break
            await g.pilot.pause(0.02)
        await g.settled()
        assert len(folded(tmp_path)) == 1
        assert "disk is full" not in g.text()


async def test_it_never_says_saved_when_it_is_not(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        (tmp_path / "history" / "2026.json").unlink()

        def refuse(*_: object, **__: object) -> bool:
            raise Unwritable(str(tmp_path), OSError(errno.EROFS, "read-only"))

        monkeypatch.setattr(g.store.history, "fold", refuse)
        await g.wait(1)
        await g.press("enter")
        assert g.is_on(HomeScreen)
        assert "Saved" not in g.text()
        assert "Not in the history yet" in g.text()
        assert len(journals(tmp_path)) == 1
    async with gym(tmp_path, clock) as g:
        assert len(folded(tmp_path)) == 1, "the next start makes up for it"
        assert not journals(tmp_path)


@pytest.mark.parametrize("size", sweep([(80, 24), (60, 16), (120, 36)], stay=((60, 16),)), ids=str)
async def test_the_value_that_is_corrected_is_always_in_sight(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=size) as g:
        await g.press("space")
        await g.skip_to("B3")
        await g.press("f", "enter")
        if size[1] < 20:
            await g.press("pagedown")
            assert g.is_on(SummaryScreen), "there is more to read, as the scroll bar says"
            assert g.screen.query_one("#stage").scroll_y > 0
        for key in ("down", "down", "down", "down"):
            await g.press(key)
            assert g.line("▸ A")
        await g.press("up", "up", "up", "3")
        assert "left [3_]" in g.line("A1 round 1" if size[1] < 20 else "left [")
        assert "? keys" in g.text()


async def test_below_the_last_set_and_by_escape_digits_are_the_effort_again(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.press("space", "f", "enter", "down")
        assert "escape goes back here" in g.line("  effort ")
        await g.press("7", "enter", "down")
        assert "how hard was it" in g.line("▸ effort ")
        await g.press("6")
        assert g.session.effort == 6
        await g.press("down", "escape", "escape")
        assert g.is_on(SummaryScreen), "a key that is held down leads no further"
        await g.press("8")
        assert g.session.effort == 8
        assert 7 in (g.done("A1").left, g.done("A1").reps)


async def test_the_big_key_closes_the_summary_but_not_right_behind_the_last_set(
    tmp_path: Path, clock: ManualClock
) -> None:
    key = "space"
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await _to_the_end(g)
        await g.press(key)
        await g.wait(0.6)
        await g.press(key)
        assert g.is_on(SummaryScreen), "meant for the last set"
        await g.wait(1)
        await g.press(key, key, key)
        assert g.is_home, "a key that is held down leads no further"
        assert "Saved." in g.text()
        await g.wait(1)
        await g.press(key)
        assert not g.is_home


async def test_the_key_that_closed_the_text_does_not_close_the_summary(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_end(g)
        await g.wait(1)
        await g.press("y", "space", "space")
        assert g.is_on(SummaryScreen)


async def test_the_table_shows_names_and_rests_whole_where_there_is_room(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.skip_to("B1")
        await g.wait(30)
        await g.press("space", "7", "tab", "tab", "2", "4", "tab", "2", "enter")
        await g.walk_to("B3")
        await g.press("f", "enter", "down", "up")
        line = g.line("   B1  1")
        assert "Rear-foot-elevated split squat" in line
        assert line.endswith("priming")


async def test_at_80x24_a_whole_session_needs_no_scrolling_and_every_set_stands_when_it_is_chosen(
    tmp_path: Path, clock: ManualClock
) -> None:
    whole = Choices(level=Level.ADVANCED, warm_up_rounds=2, main_rounds=4)
    async with gym(tmp_path, clock, choices=whole, athlete=SEASONED, size=(80, 24)) as g:
        await g.walk_out()
        stage = g.screen.query_one("#stage")
        assert stage.max_scroll_y == 0, g.text()
        assert "saved   17:00 to " in g.text().splitlines()[0]
        assert "B1 4:0" in g.line("mean rest")
        assert "plan  done" not in g.text()
        await g.press(*["down"] * 9)
        assert "1:2" in g.line("▸ B3"), "the set that is put right is in sight, with its rest"
        assert "plan  done" in g.text() or stage.scroll_y > 0
        await g.press("enter")
        assert "mean rest   B1" in g.text()


async def test_a_large_summary_has_done_beside_planned_and_a_small_one_keeps_to_its_table(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.walk_out()
        assert g.line("priming rest").endswith(" of 4:00")
        assert g.line("contacts  ").endswith("16 of 16")
        assert "(10 pogos)" in g.line(" sets, ")
        await g.pilot.resize_terminal(80, 24)
        await g.settled()
        assert "PLANNED BEFORE" not in g.text()


async def test_the_next_session_is_the_one_that_home_names_then(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.walk_out()
        said = g.line(" next  ").removeprefix("next").strip()
        assert said.startswith("from ")
        await g.wait(1)
        await g.press("q")
        assert g.is_home
        assert said in g.line(" next  ")


async def test_a_page_that_is_read_on_takes_nothing_back_and_the_history_puts_it_again(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 18)) as g:
        await _to_the_end(g)
        await g.press("7", "n")
        await g.type("stairs")
        await g.press("enter", "pageup", "pageup")
        assert g.session.note == "stairs", "what was meant as reading takes nothing back"
        await g.wait(1)
        await g.press("u")
        assert "Taken back: the note on the session." in g.text()
        await g.wait(1)
        await g.press("u")
        await g.wait(1)
        await g.press("q")
        assert "U in the history puts back." in g.text()
        await g.press("h", "U", "U")
    (row,) = folded(tmp_path)
    assert (row["effort"], row["notes"]) == (7, "stairs")
