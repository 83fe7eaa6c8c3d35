"""What outlives a kill, and what was asked for beside an unfinished session."""

from pathlib import Path

import pytest

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import LeadIn
from runlift_tui.core.session.swaps import keep_swap
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.opening import Opening
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.documents import iso
from runlift_tui.screens.session import note
from runlift_tui.screens.session.note import NoteScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.library.library import SETTINGS, document_of
from runlift_tui.store.library.rows import write_edit
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym


async def until_the_note_is(g: Gym, text: str) -> None:
    """Wait until what is written so far is kept."""
    for _ in range(200):
        if g.session.note == text:
            return
        await g.pilot.pause(0.01)
    raise AssertionError(f"kept is {g.session.note!r}")


async def test_a_note_that_is_being_typed_outlives_a_kill(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note, "_PAUSE_S", 0.01)
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.press("n")
        await g.type("left knee")
        await until_the_note_is(g, "left knee")
        assert g.is_on(NoteScreen)
    async with gym(tmp_path, clock, resume=True) as g:
        assert g.session.note == "left knee"
        await g.press("n")
        assert "left knee" in g.text()
        await g.press("escape", "u")
        assert g.session.note == ""


async def test_leaving_a_note_leaves_it_as_it_was(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note, "_PAUSE_S", 0.01)
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.press("n")
        await g.type("before")
        await g.press("enter", "n")
        await g.type("and more")
        await until_the_note_is(g, "before and more")
        await g.press("escape")
        assert g.session.note == "before"
        assert g.is_on(SessionScreen)


async def test_what_was_typed_into_a_note_that_is_left_comes_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    """However soon it was left."""
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.press("n")
        await g.type("left knee")
        await g.press("escape")
        assert g.session.note == ""
        assert "Left as it was; u brings back what was typed." in g.text()
        await g.press("u")
        assert g.session.note == "left knee"
        assert "leaving the note on the session as it was" in g.text()
        await g.wait(1)
        await g.press("u")
        assert g.session.note == ""
        await g.press("n", "escape")
        assert "Left as it was" not in g.text()


async def test_what_was_asked_for_beside_an_unfinished_session_comes_after_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.wait(20)
        await g.press("space", "q")
    store = Store(tmp_path, clock)
    store.open()
    asked = Choices(routine="minimal-25", level=Level.ADVANCED, main_rounds=2)
    app = RunLift(store, clock, Opening(asked=asked))
    g = Gym(app, store, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        g.pilot = pilot
        await g.settled()
        assert "unfinished session comes first" in g.text()
        await g.press("d", "space")
        assert "Minimal dose" in g.text()
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert g.session.routine.id == "minimal-25"
        assert g.session.routine.blocks[-1].rounds == 2
    store.close()


async def test_the_lead_in_is_the_athletes_own(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(tmp_path, clock)
    store.open()
    store.library.put(SETTINGS, KEY, document_of(Preferences(lead_in_s=4)))
    store.close()
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.walk_to("A2")
        await g.walk(lambda session: isinstance(session.phase, LeadIn))
        phase = g.phase
        assert isinstance(phase, LeadIn)
        assert phase.due - phase.began == 4_000


async def test_a_beginners_list_shows_what_they_may_do(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(tmp_path, clock)
    store.open()
    write_edit(
        store.library, keep_swap(store.desk.shelf(), "runner-lower-body", "B2", "jumping-lunge")
    )
    store.close()
    athlete = Athlete(level=Level.BEGINNER, asked=True)
    fold_past(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=athlete, size=(160, 45)) as g:
        await g.press("o")
        assert "B2  Fast split squat" in g.text()
        assert "B2  Jumping lunge" not in g.text()
        assert (
            "B2 is Fast split squat, feet down, instead of Jumping lunge: the gate to jumping is"
            in " ".join(g.text().split())
        )


def fold_past(folder: Path, clock: ManualClock) -> None:
    """Give the beginner two months of two sessions a week: every slot is in their routine."""
    history = Store(folder, clock).history
    (folder / "history").mkdir(exist_ok=True)
    for number in range(16):
        began = iso(clock.stamp().utc_ms - (2 + 4 * number) * DAY_MS)
        history.fold({"id": f"made-{number}", "started": began, "finished": began, "sets": []})
