"""Labels at the left, and lines that go on under their text."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from runlift_tui.widgets.lines.labelled import Labelled

LINES = (
    ("best yet", "Squat 100 kg x 5"),
    ("next time", "Squat 102.5 kg, dead bug one rung harder"),
    ("", "and a line without a label"),
)


async def shown(width: int, lines: tuple[tuple[str, str], ...] = LINES) -> list[str]:
    class OneText(App[None]):
        CSS = "Static { height: auto; width: 100%; }"

        def compose(self) -> ComposeResult:
            yield Static(Labelled(lines), markup=False)

    app = OneText()
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        static = app.query_one(Static)
        rows = static.render_lines(static.size.region)
        return ["".join(segment.text for segment in row).rstrip() for row in rows]


async def test_where_there_is_room_every_line_is_one() -> None:
    assert await shown(60) == [
        " best yet   Squat 100 kg x 5",
        "next time   Squat 102.5 kg, dead bug one rung harder",
        "            and a line without a label",
    ]


async def test_a_line_goes_on_under_its_text() -> None:
    assert await shown(36) == [
        " best yet   Squat 100 kg x 5",
        "next time   Squat 102.5 kg, dead bug",
        "            one rung harder",
        "            and a line without a",
        "            label",
    ]


async def test_in_a_very_narrow_space_it_goes_on_from_the_edge() -> None:
    assert (await shown(24))[2:5] == ["next time   Squat 102.5", "kg, dead bug one rung", "harder"]


@pytest.mark.parametrize("width", range(10, 60, 7))
async def test_no_word_is_lost(width: int) -> None:
    words = " ".join(await shown(width)).split()
    assert words == " ".join(part for line in LINES for part in line).split()


async def test_what_steers_a_terminal_is_shown_harmlessly() -> None:
    rows = await shown(60, (("a", "b\x1b[31mc"),))
    assert len(rows) == 1
    assert "\x1b" not in rows[0]


async def test_nothing_to_say() -> None:
    assert await shown(60, ()) in ([], [""])
