"""Home's ways on: nothing of them is cut off, however small the window."""

import pytest
from textual.app import App, ComposeResult

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.looks.themes import THEMES
from runlift_tui.widgets.lines.keys import KeyClicked
from runlift_tui.widgets.lines.ways import Ways

WORDS = ["plan", "runs", "history", "progress", "routines", "exercises", "levels", "settings"]
ALL = tuple(KeyFace(key, word) for key, word in zip("pthboels", WORDS, strict=True))


class Block(App[None]):
    CSS = "Screen { padding: 0 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.clicked: list[str] = []
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield Ways()

    def on_mount(self) -> None:
        self.query_one(Ways).ways = ALL

    def on_key_clicked(self, message: KeyClicked) -> None:
        self.clicked.append(message.key)


@pytest.mark.parametrize(
    ("size", "rows"), [((60, 16), 2), ((80, 24), 2), ((90, 36), 4), ((120, 36), 1), ((200, 60), 1)]
)
async def test_every_way_is_there_in_two_columns_or_four(size: tuple[int, int], rows: int) -> None:
    app = Block()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        ways = app.query_one(Ways)
        assert ways.size.height == rows
        lines = ["".join(piece.text for piece in line) for line in ways.lines(*ways.size)]
        told = " ".join(lines).split()
        assert told == [word for way in ALL for word in way[:2]]
        assert all(len(line) <= ways.size.width for line in lines)


@pytest.mark.parametrize("size", [(60, 16), (120, 36)])
async def test_a_click_on_a_way_is_its_key(size: tuple[int, int]) -> None:
    app = Block()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        ways = app.query_one(Ways)
        for y, line in enumerate(ways.lines(*ways.size)):
            text = "".join(piece.text for piece in line)
            for way in ALL:
                if f"{way.key}  {way.word}" in text:
                    await pilot.click(Ways, offset=(text.index(f"{way.key}  {way.word}"), y))
        assert sorted(app.clicked) == sorted(way.key for way in ALL)
