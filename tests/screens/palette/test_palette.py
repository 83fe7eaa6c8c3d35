"""Everything by name, over any screen; in a session its actions alone."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.session.state import Rest
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.palette.palette import PaletteScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.screens.progress.five_k import FiveKScreen
from runlift_tui.screens.routines.routines import RoutinesScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.settings.settings import SettingsScreen
from runlift_tui.widgets.lines.begun_line import SearchLine
from runlift_tui.widgets.lists.listing import Listing
from tests.screens.gym import SEASONED, Gym, folded, gym
from tests.sweep import sweep


async def ask(g: Gym, query: str) -> None:
    """Open the palette and type a query."""
    await g.press("ctrl+p")
    assert g.is_on(PaletteScreen)
    await g.type(query)


KINDS = {
    "PLACES": "place",
    "EXERCISES": "exercise",
    "ROUTINES": "routine",
    "SESSIONS": "session",
    "HELP": "help",
}


def found(g: Gym) -> list[tuple[str, str]]:
    """Return what the palette shows, each with its key or with what it is."""
    rows, kind = [], ""
    for row in g.screen.query_one(Listing).rows:
        if row.is_heading:
            kind = row.text
        else:
            rows.append((row.text, KINDS.get(kind, row.note)))
    return rows


async def test_a_place_by_its_name_and_by_its_letters(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await ask(g, "setings")
        assert ("Settings", "s") in found(g)
        await g.press("escape")
        await ask(g, "sett")
        await g.press("enter")
        assert g.is_on(SettingsScreen)
        await ask(g, "home")
        await g.press("enter")
        assert g.is_on(HomeScreen)


async def test_an_exercise_opens_where_it_stands(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await ask(g, "bulgarian split")
        assert found(g)[0][1] == "exercise"
        await g.press("enter")
        assert g.is_on(ExercisesScreen)
        assert "▸   Rear-foot-elevated split squat" in g.text()


async def test_a_routine_opens_where_it_stands(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h")
        await ask(g, "no impact")
        assert found(g)[0] == ("No impact", "routine")
        await g.press("enter")
        assert g.is_on(RoutinesScreen)
        assert "No impact" in g.line("▸")


async def test_a_session_of_long_ago_opens_where_it_stands(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        oldest = list(g.store.past.documents())[-1]
        day = str(oldest["started"])[:10]
        await ask(g, day)
        ((text, _),) = [each for each in found(g) if each[1] == "session"]
        assert text.startswith(day)
        await g.press("enter")
        assert g.is_on(HistoryScreen)
        assert day in g.line("▸")


async def test_leaving_the_past_by_it_keeps_what_was_changed_there(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("f", "enter", "escape", "h", "d")
        assert "Deleted" in g.text()
        await ask(g, "home")
        await g.press("enter")
        assert g.is_on(HomeScreen)
        assert folded(tmp_path) == []


async def test_an_action_of_the_screen_is_done(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert ("Resume", "r") not in found_at_first(g), "there is nothing to resume"
        await ask(g, "keys")
        assert found(g)[0] == ("Keys", "?")
        await g.press("enter")
        assert g.is_on(HelpScreen)
        await g.press("ctrl+p")
        assert g.is_on(HelpScreen), "over a dialog there is none"


def found_at_first(g: Gym) -> list[tuple[str, str]]:
    """Return what the palette would show of the screen that is there."""
    from runlift_tui.screens.palette.entries import Entries

    return [(each.text, each.note) for each in Entries(g.screen, g.store, leads_on=True).find("")]


async def test_an_action_of_another_place_is_done_there(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await ask(g, "new exercise")
        await g.press("enter")
        assert "An exercise" in g.text() or "name" in g.text()
        await g.press("escape")
        assert g.is_on(ExercisesScreen)
        await ask(g, "5k")
        await g.press("enter")
        assert g.is_on(FiveKScreen)


async def test_a_setting_is_gone_to_and_a_theme_taken_with_the_way_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await ask(g, "beep")
        await g.press("enter")
        assert g.is_on(SettingsScreen)
        assert "sounds" in g.line("▸")
        await ask(g, "dark")
        await g.press("enter")
        assert "takes it back" not in g.text(), "it is that one already"
        await ask(g, "light")
        await g.press("enter")
        assert g.app.theme == "runlift-light"
        assert "u takes it back" in g.text()
        await g.press("u")
        assert g.app.theme == "runlift-dark"


async def test_what_no_screen_does_is_said_where_one_is(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await ask(g, "fit file")
        await g.press("enter")
        assert "runlift export --format csv" in g.text()
        await g.press("escape")
        assert g.is_on(HomeScreen)
        await ask(g, "metronome")
        assert found(g)[0] == ("Beat", "the session, b")
        await g.press("enter")
        assert "Keys  The session" in g.text()
        assert "now:" not in g.text(), "it is not what is below"


async def test_a_click_into_a_search_line_begins_the_search(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await g.pilot.click(SearchLine)
        await g.type("nordic")
        assert "Nordic" in g.line("▸")


async def test_a_colon_opens_it_and_escape_leaves_everything_as_it_was(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        before = g.text()
        g.send("colon")
        await g.settled()
        assert g.is_on(PaletteScreen)
        await g.type("zzzzqqqq")
        assert "nothing by that name" in g.text()
        assert "do it" not in g.text(), "there is nothing that could be done"
        await g.press("enter", "up", "down", "escape")
        assert g.text() == before


async def test_in_a_session_it_offers_what_can_be_done_there_and_leads_nowhere_else(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space", "ctrl+p")
        offered = found(g)
        assert ("Pause", "p") in offered
        assert ("Undo", "u") in offered
        assert not [note for _, note in offered if note in ("place", "exercise", "routine")]
        await g.type("pogos")
        assert found(g)[0] == ("Pogo, Pogos", "exercise")
        await g.press("enter")
        assert g.is_on(WholeScreen)
        assert "set-up" in g.text()
        await g.press("escape")
        assert g.is_on(SessionScreen), "it is told here, and leads nowhere"
        await ask(g, "export")
        assert found(g)[0][1] == "help", "it can be read here too"
        await g.press("escape")
        await ask(g, "pause")
        await g.press("enter")
        assert g.is_on(SessionScreen)
        assert g.session.paused is not None


async def test_under_it_time_goes_on_and_what_was_typed_is_kept(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("5")
        await ask(g, "undo")
        before = g.face.big
        await g.wait(3)
        assert g.face.big != before
        await g.press("escape")
        await g.press("enter")
        assert isinstance(g.phase, Rest)
        assert g.values()["left"] == "5"


async def test_a_question_is_never_under_it_and_so_never_answered_by_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space", "s")
        assert "why?" in g.text()
        await g.press("ctrl+p")
        assert g.is_on(SessionScreen)
        assert "why?" in g.text(), "it stays, as with any key that is no answer"
        await g.press("escape")
        assert "why?" not in g.text()
        await g.wait(1)
        await ask(g, "done, go")
        await g.press("enter")
        (done,) = g.session.done.values()
        assert done.skipped is None


async def test_a_form_with_typing_in_it_is_not_left_by_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "n")
        await g.type("Mine: own")
        await g.press("ctrl+p")
        assert "place" not in [note for _, note in found(g)]
        await g.press("escape")
        assert "Mine: own" in g.text(), "a colon is a letter there"


NAMES = ("[red]x[/]", "\x1b[31mevil", "a" * 120)


@pytest.mark.parametrize("name", sweep(NAMES, stay=NAMES[:1]))
async def test_a_name_of_ones_own_is_only_text(
    name: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "n")
        await g.type(name.replace("\x1b", ""))
        await g.press("enter", "escape", "escape")
        await ask(g, name[-4:])
        assert not [line for line in g.text() if line == "\x1b"]


@pytest.mark.sweep
async def test_it_opens_on_what_one_would_do_and_headings_are_passed_over(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        for place, first in (("h", "Put it right"), ("e", "Edit"), ("o", "Train")):
            await g.press(place, "ctrl+p")
            rows = g.screen.query_one(Listing).rows
            assert (rows[0].text, rows[0].is_heading) == ("HERE", True)
            assert f"▸   {first}" in g.text()
            assert not {"Next", "Older", "Ten on", "Back"} & {row.text for row in rows}
            await g.press("up")
            assert f"▸   {first}" in g.text()
            await g.press("escape", "escape")
        await ask(g, "split")
        rows = g.screen.query_one(Listing).rows
        heads = [row.text for row in rows if row.is_heading]
        assert heads == ["EXERCISES", "SESSIONS"]
        assert any(row.note.endswith(" ago") for row in rows), "what was done last of one"
        assert "never done" in {row.note for row in rows}
        listing = g.screen.query_one(Listing)
        for _ in rows:
            await g.press("down")
            assert not listing.rows[listing.chosen].is_heading
        for _ in rows:
            await g.press("up")
            assert not listing.rows[listing.chosen].is_heading
        assert listing.chosen == 1


async def test_resume_is_asked_for_by_name_anywhere_and_says_where_there_is_nothing_to(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        for query in ("resume", "unfinished", "continue"):
            await ask(g, query)
            assert found(g)[0][0] == "Nothing to resume", query
            assert "no session is unfinished" in g.line("▸"), query
            await g.press("escape")
        await ask(g, "resume")
        await g.press("enter")
        assert g.is_on(HomeScreen)
        assert "Nothing to resume: no session is unfinished." in g.text()
        await g.press("space", "space")
        await g.space()
        await g.press("q", "h")
        assert g.is_on(HistoryScreen)
        await ask(g, "resume")
        assert found(g)[0][0] == "Resume"
        assert "Nothing to resume" not in g.text()
        await g.press("enter")
        await g.settled()
        assert g.app.leading.training is not None
        await g.press("q")
        await ask(g, "resume")
        assert [text for text, _ in found(g)].count("Resume") == 1
