"""What stood elsewhere before a change of the layout is painted over, whenever a frame comes."""

import asyncio
from typing import Any

from msgspec.structs import replace
from textual._compositor import ChopsUpdate
from textual.geometry import Region

from tests.widgets.faces import REST, WORK
from tests.widgets.gallery import Gallery
from tests.widgets.session.test_session_view import shown


class Watched(Gallery):
    """Knows which cells have gone out to the terminal."""

    def __init__(self) -> None:
        super().__init__(face=REST)
        self.painted: set[tuple[int, int]] = set()

    def _display(self, screen: Any, renderable: Any) -> None:
        if isinstance(renderable, ChopsUpdate):
            self.painted |= {(x, y) for y, x1, x2 in renderable.spans for x in range(x1, x2)}

    def changed_cells(self, before: list[str]) -> set[tuple[int, int]]:
        pairs = [zip(*rows, strict=True) for rows in zip(before, shown(self), strict=True)]
        return {(x, y) for y, row in enumerate(pairs) for x, (a, b) in enumerate(row) if a != b}


async def test_a_frame_between_a_change_and_its_layout_leaves_nothing_behind() -> None:
    app = Watched()
    async with app.run_test(size=(160, 45)) as pilot:
        view, screen = app.view, app.screen
        await pilot.pause()
        view.face = WORK
        await pilot.pause()
        before = shown(app)
        app.painted.clear()
        view.face = REST
        # A part without a place has asked to be painted; the layout is still on its way when the
        # frame comes that a part asked for which does have one.
        screen._dirty_widgets |= {view._coming, *view._digits.children}
        view._head._check_refresh()
        screen._on_timer_update()
        await pilot.pause()
        changed = app.changed_cells(before)
        assert len(changed) > 1000
        assert changed <= app.painted
        # A part has changed, and a screen under this one, where another machine's training came
        # in, has its own place painted in the same frame.
        before = shown(app)
        app.painted.clear()
        view.face = replace(REST, until="39 min left   done 18:43")
        await asyncio.sleep(0)
        view._head._check_refresh()
        screen.refresh(Region(0, 0, 1, 1))
        await pilot.pause()
        changed = app.changed_cells(before)
        assert changed
        assert changed <= app.painted
