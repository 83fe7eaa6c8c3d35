"""The sessions of the past: a list, and every set of the one that is chosen."""

from itertools import islice

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.document import Document
from runlift_tui.core.face import KeyFace
from runlift_tui.core.keymap import HISTORY_KEYS
from runlift_tui.core.telling import session_lines, session_row
from runlift_tui.core.text import safe_text
from runlift_tui.screens.page import Page
from runlift_tui.screens.wanted import HomeWanted
from runlift_tui.store.errors import StoreError
from runlift_tui.store.store import Store

_WINDOW = 12


class HistoryScreen(Page):
    """Sessions, newest first."""

    BINDINGS = [
        Binding("down,j", "move(1)", "Older", id="history.older"),
        Binding("up,k", "move(-1)", "Newer", id="history.newer"),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("escape,q,h,enter", "back", "Home", id="history.back"),
        Binding("question_mark", "help", "Keys", id="history.help"),
    ]

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._unit = store.athlete().unit
        self._rest = store.past.documents()
        self._read: list[Document] = []
        self._chosen = 0

    def stage(self) -> ComposeResult:
        """Yield the list and the chosen session."""
        yield Static(id="notice", markup=False)
        yield Static(id="choices", markup=False)
        yield Static(id="table", markup=False)

    def on_mount(self) -> None:
        """Show the newest session."""
        self.show_strip("History")
        self.show_keys(
            (KeyFace("↑↓", "through time"), KeyFace("escape", "home"), KeyFace("?", "keys"))
        )
        self._reach(0)
        self._paint()

    def _reach(self, place: int) -> None:
        """Read on until a place in the list is known."""
        try:
            self._read += islice(self._rest, max(0, place + _WINDOW - len(self._read)))
        except StoreError as error:
            self.show_text("#notice", error.what)

    def _paint(self) -> None:
        if not self._read:
            self.query_one("#choices", Static).update(Content("No session yet. Home starts one."))
            return
        first = max(0, self._chosen - _WINDOW // 2)
        lines = []
        for number, document in enumerate(self._read[first : first + _WINDOW], first):
            row = session_row(document)
            mark, style = ("▸ ", "bold") if number == self._chosen else ("  ", "")
            text = (
                f"{mark}{row.date}   {safe_text(row.routine)}   {row.sets} sets, {row.minutes} min"
            )
            effort = f"   effort {row.effort}" if row.effort else ""
            lines.append(Content.assemble((text, style), (effort, "$quiet")))
        self.query_one("#choices", Static).update(Content("\n").join(lines))
        chosen = self._read[self._chosen]
        detail = [safe_text(line) for line in session_lines(chosen, self._unit)]
        note = session_row(chosen).note
        told = [f"note   {safe_text(note)}", ""] if note else []
        self.query_one("#table", Static).update(Content("\n".join((*told, *detail))))

    def action_move(self, by: int) -> None:
        """Choose another session."""
        wanted = max(0, self._chosen + by)
        self._reach(wanted)
        self._chosen = min(wanted, max(0, len(self._read) - 1))
        self._paint()

    def action_back(self) -> None:
        """Back home."""
        self.want(HomeWanted())

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("History", HISTORY_KEYS))
