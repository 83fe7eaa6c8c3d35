"""The stage: where a figure stands, and what is painted again when it moves."""

import pytest
from textual.geometry import Region

from runlift_tui.core.exercises.figure import FigureFrames
from runlift_tui.store.library import shipped
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.session.moving_figure import MovingFigure
from runlift_tui.widgets.session.stage import Stage, room_for
from tests.widgets.faces import PRIMING
from tests.widgets.gallery import Gallery
from tests.widgets.session.test_session_view import painting, shown


def figure(id_: str) -> FigureFrames:
    found = shipped.figure(id_)
    assert found is not None
    return found


def rows(app: Gallery) -> list[str]:
    """Return what stands on the stage at the place of the figure."""
    region = app.query_one(MovingFigure).region
    lines = shown(app)[region.y : region.bottom]
    return [line[region.x : region.right] for line in lines]


@pytest.mark.parametrize(
    ("size", "columns"),
    [((74, 9), 0), ((114, 22), 32), ((148, 28), 48), ((148, 18), 32), ((188, 13), 0)],
)
def test_a_figure_has_room_on_a_large_stage_only(size: tuple[int, int], columns: int) -> None:
    assert room_for(*size) == columns


@pytest.mark.parametrize(
    ("size", "frames"), [((120, 36), "small"), ((160, 45), "large"), ((200, 60), "large")]
)
async def test_it_stands_on_the_lowest_row_beside_the_digits(
    size: tuple[int, int], frames: str
) -> None:
    found = figure("dead-bug")
    app = Gallery(face=PRIMING)
    async with app.run_test(size=size) as pilot:
        stage = app.query_one(Stage)
        stage.show(found, 1)
        await pilot.pause()
        wanted = getattr(found, frames)[1]
        assert [row.strip() for row in rows(app)[-len(wanted) :]] == [w.strip() for w in wanted]
        digits, drawn = app.query_one(BigDigits).region, app.query_one(MovingFigure).region
        assert digits.right == drawn.x
        assert drawn.bottom == digits.bottom == stage.region.bottom


async def test_a_small_window_gives_everything_to_the_digits() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = app.query_one(Stage)
        stage.show(figure("dead-bug"), 1)
        await pilot.pause()
        assert app.query_one(BigDigits).region == stage.region
        room = [stage.has_room]
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        room.append(stage.has_room)
        assert room == [False, True]
        assert app.query_one(BigDigits).region.width == stage.region.width - 48
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.query_one(BigDigits).region == stage.region


async def test_room_is_kept_before_the_figure_is_there() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(120, 36)) as pilot:
        stage = app.query_one(Stage)
        stage.keeps_room = True
        await pilot.pause()
        before = app.query_one(BigDigits).region
        assert not app.query(MovingFigure)
        stage.show(figure("dead-bug"), 0)
        await pilot.pause()
        assert app.query_one(BigDigits).region == before


async def test_an_exercise_that_is_not_drawn_gives_the_room_back() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(120, 36)) as pilot:
        stage = app.query_one(Stage)
        stage.show(None, 0)
        await pilot.pause()
        assert not app.query(MovingFigure)
        stage.show(figure("dead-bug"), 0)
        await pilot.pause()
        stage.show(None, 0)
        await pilot.pause()
        assert app.query_one(BigDigits).region == stage.region


async def test_another_frame_paints_what_moved_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = figure("rfe-split-squat")
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(160, 45)) as pilot:
        stage = app.query_one(Stage)
        stage.show(found, 0)
        await pilot.pause()
        before = rows(app)
        with painting(monkeypatch) as painted:
            stage.show(found, 1)
        drawn = app.query_one(MovingFigure)
        assert [(widget, layout) for widget, _, layout in painted] == [(drawn, False)]
        await pilot.pause()
        changed = [
            Region(first, y, last + 1 - first, 1)
            for y, (old, new) in enumerate(zip(before, rows(app), strict=True))
            if old != new
            for first in [next(x for x in range(48) if old[x] != new[x])]
            for last in [next(x for x in reversed(range(48)) if old[x] != new[x])]
        ]
        asked = painted[0][1]
        assert len(asked) == len(changed) < drawn.size.height
        # A cell may change its tone alone: a bench shows where a leg was.
        assert all(
            region.contains_region(cells) for region, cells in zip(asked, changed, strict=True)
        )
        assert sum(region.area for region in asked) < drawn.size.area / 2


async def test_the_same_frame_paints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = figure("rfe-split-squat")
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(160, 45)) as pilot:
        stage = app.query_one(Stage)
        stage.show(found, 0)
        await pilot.pause()
        with painting(monkeypatch) as painted:
            stage.show(found, 0)
        assert painted == []


async def test_small_repaints_leave_what_a_full_one_would() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(160, 45)) as pilot:
        stage = app.query_one(Stage)
        for id_, number in (("step-up", 0), ("step-up", 2), ("jumping-lunge", 1), ("step-up", 1)):
            stage.show(figure(id_), number)
            await pilot.pause()
            small = rows(app)
            app.query_one(MovingFigure).refresh()
            await pilot.pause()
            assert small == rows(app)
