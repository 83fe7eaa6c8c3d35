"""Swapping in a session while jumps are closed: last, marked, and asked about once."""

from pathlib import Path

from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.session.asked.all_the_same import AllTheSameScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.screens.session.swap import SwapScreen
from runlift_tui.widgets.lists.listing import Listing
from tests.screens.gym import folded, gym

BEGINNER = Athlete(asked=True, ask_first=False)
ANY = Choices()
CLOSED = "closed: "


def names(screen: SwapScreen) -> list[tuple[str, bool]]:
    rows = screen.query_one(Listing).rows
    return [(row.text, row.note.startswith(CLOSED)) for row in rows if not row.is_heading]


async def test_a_jump_stands_last_and_is_taken_by_y_alone(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=ANY, athlete=BEGINNER, size=(80, 24)) as g:
        before = g.session.routine
        await g.press("x")
        screen = g.screen
        assert isinstance(screen, SwapScreen)
        marks = [closed for _, closed in names(screen)]
        assert marks == sorted(marks)
        assert any(marks)
        await g.type("jump")
        marks = [closed for _, closed in names(screen)]
        assert marks == sorted(marks), "a search lists them last too"
        await g.type("ing lunge")
        await g.settled()
        assert "B1 at 8" in g.text(), "the chosen one says in full what is missing"
        await g.press("enter")
        assert g.is_on(AllTheSameScreen)
        assert "missing" in g.text()
        await g.burst("enter", "space")
        assert g.is_on(SessionScreen)
        assert g.session.routine == before, "the key that chose it, pressed twice, takes nothing"
        await g.press("x")
        await g.type("jumping lunge")
        await g.press("enter", "y")
        assert g.is_on(SessionScreen)
        assert "jumping-lunge" in g.session.routine.slot("A1").exercise
        await g.press("u")
        assert g.session.routine == before


async def test_it_is_asked_once_and_stands_in_the_summary_and_the_history(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=ANY, athlete=BEGINNER) as g:
        await g.press("x")
        await g.type("jumping lunge")
        await g.press("enter", "y", "x")
        await g.type("squat jump")
        await g.press("enter")
        assert g.is_on(SessionScreen)
        assert g.session.routine.slot("A1").exercise == "split-squat-hop"
        await g.space()
        await g.press("f", "enter")
        assert g.is_on(SummaryScreen)
        assert "overruled" in g.text()
        await g.press("q")
    (session,) = folded(tmp_path)
    assert len(session["overrides"]) == 2
    assert all("missing: " in each for each in session["overrides"])


async def test_after_a_kill_the_question_was_asked_and_the_answer_stands(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=ANY, athlete=BEGINNER) as g:
        await g.press("x")
        await g.type("jumping lunge")
        await g.press("enter", "y")
    async with gym(tmp_path, clock, resume=True) as g:
        assert "jumping-lunge" in g.session.routine.slot("A1").exercise
        await g.press("x")
        await g.type("squat jump")
        await g.press("enter")
        assert g.is_on(SessionScreen), "a resumed session does not ask a second time"


async def test_a_resumed_session_asks_like_the_one_that_was_left(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=ANY, athlete=BEGINNER) as g:
        await g.press("space")
    async with gym(tmp_path, clock, resume=True) as g:
        await g.press("x")
        await g.type("jumping lunge")
        await g.press("enter")
        assert g.is_on(AllTheSameScreen)


async def test_after_pain_today_a_jump_is_over_and_strides_are_asked_about(
    tmp_path: Path, clock: ManualClock
) -> None:
    able = Athlete(level=ANY.level, asked=True, ask_first=False)
    async with gym(tmp_path, clock, choices=ANY, athlete=able) as g:
        await g.press("h", "4")
        await g.wait(2)
        await g.press("minus")
        await g.wait(1)
        await g.press("space")
        before = g.session.routine
        await g.press("x")
        await g.type("jumping lunge")
        await g.press("enter")
        assert "No more jumps today (pain)." in g.text()
        assert g.session.routine == before
        await g.press("x")
        await g.type("strides")
        await g.press("enter")
        assert g.is_on(AllTheSameScreen)
        assert "It hurts today; too fast for a warm-up." in g.text()


async def test_pain_and_f_before_any_set_is_in_the_history_and_takes_the_jumps_next_time(
    tmp_path: Path, clock: ManualClock
) -> None:
    able = Athlete(level=Level.ADVANCED, asked=True, ask_first=False)
    hard = Choices(level=Level.ADVANCED)
    async with gym(tmp_path, clock, choices=hard, athlete=able, size=(120, 45)) as g:
        await g.press("h", "8")
        await g.wait(2)
        await g.press("minus")
        await g.wait(1)
        await g.press("f")
        if g.is_on(SessionScreen):
            assert "only that it hurts will be kept" in g.text() or g.is_on(SummaryScreen)
            await g.press("enter")
        assert g.is_on(SummaryScreen)
        assert "That it hurts is kept" in " ".join(g.text().split())
        await g.wait(2)
        await g.press("q")
        assert g.is_home
        assert "no set" in g.line("last time")
    (session,) = folded(tmp_path)
    assert (session["pain"], session["sets"]) == (8, [])
    async with gym(tmp_path, clock, choices=hard) as g:
        assert "pain 8 of 10" in g.session.start.held[0]
        assert not any(each.is_jump for each in g.session.start.exercises)


async def test_a_resumed_session_has_no_jumps_where_they_were_closed_since(
    tmp_path: Path, clock: ManualClock
) -> None:
    overruled = structs.replace(BEGINNER, overruled="2026-01-01T08:00:00Z", level=Level.ADVANCED)
    hard = Choices(level=Level.ADVANCED)
    async with gym(tmp_path, clock, choices=hard, athlete=overruled) as g:
        assert any(each.is_jump for each in g.session.start.exercises)
    asks = structs.replace(overruled, ask_first=True)
    async with gym(tmp_path, clock, resume=True, athlete=asks) as g:
        assert g.session.closed_since == ("no jumps before a doctor or physiotherapist agrees",)
        assert not any(each.exercise.is_jump for each in open_steps(g.session))
