"""The stage: where a figure stands, and what is painted again when it moves."""

import pytest
from textual.geometry import Region

from runlift_tui.core.exercises.figure import FigureFrames
from runlift_tui.core.face.shapes import SessionFace
from runlift_tui.store.library import shipped
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.session.moving_figure import MovingFigure
from runlift_tui.widgets.session.stage import Stage
from tests.sweep import sweep_rows
from tests.widgets.faces import HOLD, LEAD_IN, PRIMING, WORK
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
    ("size", "frames"),
    sweep_rows(
        [((80, 24), "small"), ((120, 36), "small"), ((160, 45), "large"), ((200, 60), "large")],
        stay=((80, 24), (160, 45)),
    ),
)
@pytest.mark.parametrize("face", [WORK, PRIMING, HOLD, LEAD_IN], ids=lambda face: face.scene)
async def test_it_stands_on_the_lowest_row_beside_the_number(
    size: tuple[int, int], frames: str, face: SessionFace
) -> None:
    found = figure("dead-bug")
    app = Gallery(face=face)
    async with app.run_test(size=size) as pilot:
        app.query_one(Stage).show(found, 1)
        await pilot.pause()
        wanted = getattr(found, frames)[1]
        assert [row.strip() for row in rows(app)[-len(wanted) :]] == [w.strip() for w in wanted]
        digits, drawn = app.query_one(BigDigits).region, app.query_one(MovingFigure).region
        assert digits.right <= drawn.x
        assert drawn.right == size[0] - digits.x or face is LEAD_IN
        assert app.query_one(Stage).has_room
        assert "HOW" not in "".join(shown(app))


async def test_without_a_figure_its_place_says_how() -> None:
    app = Gallery(face=WORK)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = shown(app)
        assert any("HOW" in line for line in before)
        assert any("· Front heel heavy" in line for line in before)
        app.query_one(Stage).show(figure("dead-bug"), 1)
        await pilot.pause()
        drawn = shown(app)
        assert not any("HOW" in line for line in drawn)
        left = [line[:50] for line in before]
        assert left == [line[:50] for line in drawn], "nothing else has moved"
        app.query_one(Stage).show(None, 0)
        await pilot.pause()
        assert shown(app) == before


async def test_a_window_that_is_too_narrow_has_neither() -> None:
    app = Gallery(face=WORK)
    async with app.run_test(size=(70, 24)) as pilot:
        stage = app.query_one(Stage)
        stage.show(figure("dead-bug"), 1)
        await pilot.pause()
        assert not stage.has_room
        assert "HOW" not in "".join(shown(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert stage.has_room


async def test_room_is_kept_before_the_figure_is_there() -> None:
    app = Gallery(face=WORK)
    async with app.run_test(size=(120, 36)) as pilot:
        stage = app.query_one(Stage)
        stage.keep_room(kept=True)
        await pilot.pause()
        before = app.query_one(BigDigits).region
        assert not app.query(MovingFigure)
        assert "HOW" not in "".join(shown(app))
        stage.show(figure("rfe-split-squat"), 0)
        await pilot.pause()
        assert app.query_one(BigDigits).region == before


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
            for first in [next(x for x in range(len(old)) if old[x] != new[x])]
            for last in [next(x for x in reversed(range(len(old))) if old[x] != new[x])]
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
