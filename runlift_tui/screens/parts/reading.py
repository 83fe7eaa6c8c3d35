"""A page over a screen, to be read."""

from typing import TypeVar

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll

from runlift_tui.screens.parts.dialog import Dialog

ResultT = TypeVar("ResultT")


class ReadingScreen(Dialog[ResultT]):
    """The arrows and the page keys go on reading, or back; past either end they do no more."""

    BINDINGS = [
        # The screen below would have them where the page has no end to go to.
        Binding("pagedown", "turn(1)", show=False, priority=True),
        Binding("pageup", "turn(-1)", show=False, priority=True),
        Binding("end", "to_end(1)", show=False, priority=True),
        Binding("home", "to_end(-1)", show=False, priority=True),
        Binding("down,j", "scroll(2)", show=False),
        Binding("up,k", "scroll(-2)", show=False),
    ]

    def on_click(self, event: events.Click) -> None:
        """Leave at a tap on the way back."""
        tapped, _ = self.get_widget_at(event.screen_x, event.screen_y)
        if tapped.has_class("dialog-keys"):
            self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Go on reading, or back."""
        for page in self.query(VerticalScroll):  # none of them before it stands
            page.scroll_relative(y=by, animate=False)

    def action_turn(self, by: int) -> None:
        """Turn the page; at an end nothing is done, as with every key that only reads."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_to_end(self, which: int) -> None:
        """Go to the last line, or with -1 to the first."""
        page = self.query_one(VerticalScroll)
        page.scroll_to(y=page.max_scroll_y if which > 0 else 0, animate=False)
