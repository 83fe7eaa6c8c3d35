"""What a large window has at home: the week beside today, the last session and charts under it."""

from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import Static

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.home.home import LAST_TO_GO, gives_way, on_cards
from runlift_tui.screens.home.fitting import _room
from runlift_tui.screens.home.home import HomeScreen, home_of
from runlift_tui.screens.home.painting import Strip
from runlift_tui.store.library.shipped import figure
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.cards import Cards
from runlift_tui.widgets.session.moving_figure import MovingFigure
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep


def word(g: Gym) -> tuple[str, str]:
    heading = g.screen.query_one(Heading)
    return heading.word, heading.figure


async def test_week_and_cards_come_and_go_with_the_window(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(80, 24)) as g:
        assert "THIS WEEK" not in g.text()
        for size in ((120, 36), (160, 45), (100, 44)):
            await g.pilot.resize_terminal(*size)
            await g.comes("MINUTES A WEEK")
            for text in ("THIS WEEK", "LAST TIME", "5K  ", "■ strength"):
                assert text in g.text(), size
        await g.pilot.resize_terminal(80, 24)
        await g.settled()
        assert "MINUTES A WEEK" not in g.text()
        assert not g.screen.query_one(Cards).display


@pytest.mark.parametrize("size", [(100, 32), (110, 32)])
async def test_todays_lines_come_before_the_cards(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=size) as g:
        assert "THIS WEEK" in g.text()
        for label in ("early", "kit"):
            assert g.line(f"{label}   "), label
        cards = g.screen.query_one(Cards)
        assert not cards.display, "there is no room for them under today's lines"
        await g.pilot.resize_terminal(120, 40)
        await g.comes("MINUTES A WEEK")
        await g.pilot.resize_terminal(*size)
        await g.settled()
        assert not cards.display
        assert g.line("early   ")


@pytest.mark.parametrize("size", [(100, 30), (110, 32)])
async def test_the_ramps_weights_are_told_where_there_is_room(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=size) as g:
        assert " 2 x 10 kg in the ramp" in " ".join(g.text().split())


async def test_a_newcomer_is_told_what_will_stand_there(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=Athlete(asked=True, ask_first=False)) as g:
        assert word(g)[0] == "First session"
        await g.comes("WHAT WILL STAND HERE")


async def test_a_newcomer_sees_the_heavy_exercise_in_place_of_an_empty_week(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=Athlete(asked=True, ask_first=False)) as g:
        assert "THIS WEEK" not in g.text()
        assert g.screen.query_one(MovingFigure).display
        assert g.screen.query_one(MovingFigure).frames == figure("split-squat")
        await g.pilot.resize_terminal(80, 24)
        await g.settled()
        assert not g.screen.query_one(MovingFigure).display, "the lines need the room"
        await g.pilot.resize_terminal(120, 36)
        await g.press("t", "n")
        await g.type("today 8k 42:10 easy")
        await g.press("enter", "escape", "escape")
        await g.comes("THIS WEEK")
        assert not any(each.display for each in g.screen.query(MovingFigure))


async def test_cards_with_few_rows_leave_the_rest_to_todays_lines(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.comes("WHAT WILL STAND HERE")
        for label in ("B4 ", "level ", "load ", "jumps "):
            assert g.line(f"{label}  "), label
        assert g.screen.query_one(Cards).size.height == 3


@pytest.mark.parametrize("size", [(80, 24), (80, 30), (100, 32), (120, 36)])
async def test_no_line_of_home_is_left_out_that_there_is_room_for(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=size) as g:
        page = g.screen
        assert isinstance(page, HomeScreen)
        face = home_of(page._today, page._past.five_k)
        shown = page._fitting._shown
        assert shown is not None
        has_cards = page.query_one(Cards).display
        order = [*gives_way(face, has_cards=has_cards), *LAST_TO_GO]
        gone = [label for label in order if label not in dict(shown[0])]
        assert gone == order[: len(gone)] or LAST_TO_GO[0] in gone
        if gone:
            back = next(line for line in face.quiet if line[0] == gone[-1])
            assert _room(page).over((*shown[0], back)) > 0, gone


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_the_kit_is_shorter_only_where_that_leaves_a_row(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        page = g.screen
        assert isinstance(page, HomeScreen)
        face = home_of(page._today, "")
        for kit, stands in (("mat, 2 x 12 kg in the ramp", True), (f"mat, {'2 kg ' * 20}", False)):
            quiet = [("kit", kit), *((f"n{n}", "a line") for n in range(30))]
            shorter = {"kit": kit.split(",")[0]}
            page._fitting.show(face._replace(quiet=tuple(quiet), shorter=shorter))
            await g.settled()
            shown = page._fitting._shown
            assert shown is not None
            assert (dict(shown[0])["kit"] == kit) is stands


async def test_lines_come_and_go_with_the_room_whatever_took_it(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock) as g:
        await g.comes("MINUTES A WEEK")
        await g.settled()  # a picture that is still to come would give the cards their height back
        assert "level   " not in g.text()
        cards = g.screen.query_one(Cards)
        cards.styles.height = 3
        await g.comes("level   ")
        cards.styles.height = 9
        await g.settled()
        assert "level   " not in g.text()
        assert g.line("load  ")


async def test_an_unfinished_session_has_its_table_and_what_comes_next(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q")
        assert word(g) == ("Unfinished", "1 of 14")
        assert "A2  Copenhagen plank" in g.line("next  ")
        assert "about 38 min" in g.line("left  ")
        assert "▣ 20 s" in g.line("A2   Copenhagen plank ")
        await g.press("space")
        await g.walk_to("B4")
        await g.press("f", "enter", "escape")
        assert word(g)[0] == "Done"
        assert "LAST TIME" not in g.text(), "it stands above already"


@pytest.mark.parametrize(("hours", "found"), [(20, True), (44, False)])
async def test_the_day_after_a_session_says_from_when_on_the_next_one_is(
    hours: int, found: bool, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.walk_to("B4")
        await g.press("f", "enter", "escape")
    clock.advance(hours * 3_600_000)
    async with gym(tmp_path, clock) as g:
        assert word(g)[0] == ("Next Tue" if found else "Today")
        assert ("from Tue 24 Nov on" in g.text()) is found


async def test_the_hour_stands_at_the_end_however_late_the_strip_has_its_width(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(120, 36)) as g:
        strip = g.screen.query_one(Strip)
        for width in (60, 70, 12):
            strip.styles.width = width
            await g.settled()
            told = str(strip.render_line(0).text)
            assert told.endswith("17:00") == (width > 40), told
            assert len(told) == width


@pytest.mark.parametrize("key", ["question_mark", "w"])
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
async def test_what_is_read_over_a_page_leaves_no_ends_of_words_beside_it(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int], key: str
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("e")
        below = g.text().splitlines()
        await g.press(key)
        over = g.screen.query_one(".dialog")
        for row, (was, line) in enumerate(zip(below, g.text().splitlines(), strict=True)):
            inside = over.region.y <= row < over.region.bottom
            assert inside or line == was or not line.strip(), row
        assert over.region.width == size[0]


@pytest.mark.parametrize("size", sweep([(80, 24), (120, 36), (80, 30)], stay=((80, 24),)))
async def test_lines_that_have_no_room_are_named_and_come_by_the_arrow(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=size) as g:
        page = g.screen
        assert isinstance(page, HomeScreen)
        await g.comes("↓  ")
        mark = str(page.query_one("#more", Static).content)
        face = home_of(page._today, page._past.five_k)
        carded = on_cards(face) if page.query_one(Cards).display else ()
        there = [line.strip() for line in g.text().splitlines()]
        missing = [
            label
            for label, _ in face.quiet
            if label not in carded and not any(line.startswith(f"{label}   ") for line in there)
        ]
        assert mark == f"↓  {len(missing)} more: {', '.join(missing)}"
        before = page.query_one("#stage").size
        seen = set()
        for _ in range(len(missing)):
            assert mark in g.text()
            await g.press("down")
            rows = g.text().splitlines()
            seen |= {each for each in missing if any(f" {each}   " in row for row in rows)}
        assert seen == set(missing)
        assert mark not in g.text()
        assert "↑  more" in g.text()
        assert page.query_one("#stage").size == before, "the mark stands where a row was empty"


async def test_a_window_too_low_for_all_of_today_has_a_scroll_bar_and_all_lines_under_it(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(100, 20)) as g:
        stage = g.screen.query_one("#stage")
        assert stage.scrollbar_size_vertical == 1
        assert "↓" not in g.text()
        await g.press(*["down"] * 30)
        assert "5K   " in g.text()
