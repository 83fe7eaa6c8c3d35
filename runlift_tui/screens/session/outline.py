"""What is left of a session, over its clock: it runs on, and its time stands in the title."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.face.outline import ToDo
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.reading import ReadingScreen

_EVERY_S = 1.0


class OutlineScreen(ReadingScreen[None]):
    """The sets that are still to come, with their loads."""

    BINDINGS = [
        Binding("escape,space,q,enter,o", "dismiss", "Back"),
        Binding("down,j", "on(1)", show=False),
        Binding("up,k", "on(-1)", show=False),
    ]

    def __init__(self, how_much: str, left: tuple[ToDo, ...], clock: Callable[[], str]) -> None:
        """Show them.

        Args:
            how_much: How many sets are done and to come, in words.
            left: What is left.
            clock: Returns what runs meanwhile, in words.
        """
        super().__init__()
        self._how_much = how_much
        self._to_do = left
        self._clock = clock

    def compose(self) -> ComposeResult:
        """Yield the time, then a heading a block and two lines a slot."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content(f"What is left   {self._how_much}"), classes="dialog-title")
            yield Static(Content(self._clock()), id="meanwhile", classes="dialog-quiet")
            yield Static(Content("\n").join(self._lines()), id="left")
            yield Static("o or space  back to the clock     ↑↓ read on", classes="dialog-keys")

    def _lines(self) -> Iterator[Content]:
        block, before = "", ("", "")
        for each in self._to_do:
            if each.block != block:
                block = each.block
                yield Content.assemble((safe_text(block), "bold"))
            mark = "▸" if each.is_now else " "
            of = (each.label, each.exercise)
            if of != before:
                before, name = of, safe_text(each.exercise)
                yield Content.assemble(
                    (f"{mark} {each.label:<3} {name}", "bold" if each.is_now else ""),
                )
            yield Content.assemble((f"      {each.asked}   ", ""), (each.when, "$quiet"))

    def on_mount(self) -> None:
        """Let the time run on."""
        self.set_interval(_EVERY_S, self._tick)

    def _tick(self) -> None:
        self.query_one("#meanwhile", Static).update(Content(self._clock()))

    def action_on(self, by: int) -> None:
        """Read on, a row at a time."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
