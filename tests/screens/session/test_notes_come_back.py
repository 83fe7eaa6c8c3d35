"""A note on a set stands beside its next one, and a standing note at every set."""

from pathlib import Path

import pytest
from msgspec import structs
from textual.widgets import Static

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import ExerciseShelf, MyExercise, kept, noted
from runlift_tui.core.exercises.text import exercises_plain, read_exercises
from runlift_tui.core.face.before import all_of_it, notes
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest, steps
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.session.bar import Bar
from runlift_tui.widgets.session.lines import TextLine
from runlift_tui.widgets.session.session_view import SessionView
from tests.core.builders import library
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep_rows

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
DAY_MS = 24 * 3_600_000


async def test_a_note_on_a_set_stands_beside_the_next_one_and_in_w(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("n")
        await g.type("left knee clicked")
        await g.press("enter")
        await g.wait(1)
        await g.skip_to("B4")
        await g.space()
        await g.wait(1)
        assert "noted today: left knee clicked" in g.text(), "a rest has that of what comes next"
        await g.walk_to("B1", 2)
        assert "noted today: left knee clicked" in g.text()
        await g.press("f", "enter")
        await g.wait(2)
        await g.press("enter")
    clock.advance(2 * DAY_MS)
    for size in ((80, 24), (120, 36)):
        async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
            await g.skip_to("B1")
            assert "noted last time: left knee" in g.text()
            await g.press("w")
            assert "Noted last time: left knee clicked" in g.text()
            await g.press("escape", "q")
            await g.wait(1)
            await g.press("d")


async def test_a_standing_note_is_kept_by_keys_shown_undone_and_taken_away(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "/")
        await g.type("rear-foot-elevated split squat")
        await g.press("enter", "e", *["down"] * 18)
        await g.type("bench hole 3, heel pad")
        await g.press("enter")
        shelf = g.store.desk.shelf()
        assert shelf.exercises()["rfe-split-squat"].note == "bench hole 3, heel pad"
        assert not shelf.is_adapted("rfe-split-squat"), "a note makes no copy"
        assert "bench hole 3" in g.text()
        await g.press("u")
        assert not g.store.desk.shelf().exercises()["rfe-split-squat"].note
        await g.press("U")
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        assert "your note: bench hole 3, heel pad" in g.text()


async def test_one_key_of_a_note_in_a_session_makes_it_stand_at_every_set(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("n")
        await g.type("bench hole 3")
        assert "always, at Rear-foot-elevated split squat" in g.text()
        await g.press("tab", "enter")
        assert "it stands at every set of Rear-foot-elevated split squat" in g.text()
        assert g.store.desk.shelf().exercises()["rfe-split-squat"].note == "bench hole 3"
        assert g.done("B1").note == "bench hole 3", "today it is of that set, and stands beside it"
        await g.walk_to("B1", 2)
        assert "noted today: bench hole 3" in g.text()
        await g.press("n")
        await g.type("heel pad")
        await g.wait(2)
        await g.press("tab", "enter")
        assert not g.session.note, "what is of an exercise is none of the session's"
        await g.press("f", "enter")
        await g.wait(2)
        await g.press("enter")
    clock.advance(2 * DAY_MS)
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        assert "your note: bench hole 3; heel pad" in g.text()
        assert "noted last time" not in g.text(), "it is told once"


def test_a_note_that_stands_is_put_behind_the_one_before_once_and_has_an_end() -> None:
    shelf = ExerciseShelf(shipped=library())
    for text, whole in (("hole 3", "hole 3"), ("pad", "hole 3; pad"), ("pad", "hole 3; pad")):
        edit = noted(shelf, "step-up", text)
        assert isinstance(edit.after, MyExercise)
        assert (edit.after.note, edit.after.exercise) == (whole, None)
        shelf = shelf.after(edit)
    with pytest.raises(Refused, match="120 characters"):
        noted(shelf, "step-up", "x" * 120)


def test_a_standing_note_is_carried_by_the_list_of_exercises() -> None:
    shipped = library()
    before = ExerciseShelf(shipped=shipped)
    noted = structs.replace(shipped["step-up"], note="bench hole 3")
    edit = kept(before, noted)
    assert isinstance(edit.after, MyExercise)
    shelf = structs.replace(before, mine={"step-up": edit.after})
    listed, found = read_exercises(exercises_plain(shelf), before, lambda _: ())
    assert not found
    (back,) = (each.exercise for each in listed if each.exercise.id == "step-up")
    assert back == noted
    gone = kept(shelf, structs.replace(noted, note=""))
    assert gone.after is None, "taken away, nothing of it is left"


SIZES = [(60, 16), (80, 24), (120, 36), (160, 45)]
LINES = [(size, keys) for size in SIZES for keys in ("n", "t", "o up enter")]


@pytest.mark.parametrize(("size", "keys"), sweep_rows(LINES, stay=((80, 24),)))
async def test_what_is_typed_in_a_rest_leaves_its_time_in_sight(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int], keys: str
) -> None:
    """A note, the next load, a set put right."""
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=size) as g:
        await g.skip_to("B3")
        await g.space()
        assert g.is_in(Rest)
        await g.wait(20)
        below = g.screen
        await g.press(*keys.split())
        assert isinstance(g.screen, Dialog), g.text()
        line = g.screen.query_one(".dialog").region
        for part in (BigDigits, Bar) if size > (60, 16) else (BigDigits,):
            found = below.query_one(part).region
            assert found.area
            assert not line.overlaps(found), g.text()


LONG = (
    "hip a bit stiff when the leg goes down, better once warm; lower back flat, breathe out at top"
)


async def test_a_long_note_in_a_rest_is_shortened_before_the_figure_gives_way(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("n")
        await g.type(LONG)
        await g.press("enter")
        await g.wait(1)
        await g.skip_to("B4")
        await g.space()
        await g.wait(1)
        assert g.is_in(Rest)
        view = g.screen.query_one(SessionView)
        assert view.stage.region.height == 16, "what comes next is still drawn"
        assert "HOW" not in g.text()
        said = next(each for each in view.query(TextLine) if "noted today" in str(each.left))
        x, y, right, bottom = said.region.corners
        rows = "\n".join(line[x:right] for line in g.text().splitlines()[y:bottom])
        assert "noted today: hip a bit stiff" in " ".join(rows.split())
        assert "…  w all of it" in rows
        await g.press("w")
        words = [str(line.render()) for line in g.screen.query(Static) if line.region.height]
        assert f"Noted today: {LONG}" in words
        (line,) = (each for each in g.screen.query(Static) if LONG in str(each.render()))
        assert g.screen.region.contains_region(line.region), "all of it is in sight"
        assert LONG.split()[-1] in g.text()


async def test_a_note_that_has_room_stands_whole_and_what_hurt_is_never_shortened(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(120, 36)) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("n")
        await g.type(LONG)
        await g.press("enter")
        await g.wait(1)
        await g.skip_to("B4")
        await g.space()
        await g.wait(1)
        view = g.screen.query_one(SessionView)
        said = next(each for each in view.query(TextLine) if "noted today" in str(each.left))
        x, y, right, bottom = said.region.corners
        told = " ".join(line[x:right].strip() for line in g.text().splitlines()[y:bottom])
        assert told == f"noted today: {LONG}"
        assert g.face.more == "w all of it"
        session = g.session
    step = next(each for each in steps(session) if each.key.slot == "B1" and each.key.round == 2)
    assert all_of_it(session, step, "pain 5 in round 1   " + "   ".join(notes(session, step))) == ""
