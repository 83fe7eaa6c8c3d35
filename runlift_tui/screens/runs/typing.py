"""The line in which a run is noted down or put right, and how it is understood."""

from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.runs.line import line_of, line_text
from runlift_tui.core.runs.logbook import LoggedRun, written
from runlift_tui.core.runs.reading import as_run, entered, reading
from runlift_tui.core.runs.sheet import longest_warning
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.runs.run_list import RunList
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.begun_line import BegunLine

_KEYS = (KeyFace("enter", "keep"), KeyFace("escape", "back to the list, the line stays"))
_EDIT_KEYS = (KeyFace("enter", "keep"), KeyFace("escape", "leave it as it was"))


class RunTyping:
    """One line of typing on the page of the runs.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: ListPage, store: Store, runs: RunList) -> None:
        self._page = page
        self._store = store
        self._runs = runs
        self.line = BegunLine(self.read, named("{runs.new}   today 8k 42:10 easy"), 400)
        self.edited: LoggedRun | None = None
        """What is put right; None where another run is noted down."""
        self._draft = ""
        """What stood in the line when an edit took its place."""

    def begin(self, digit: str = "") -> None:
        """Let the typing go into the line, behind what stands there already."""
        self.line.begin()
        self.line.insert_text_at_cursor(digit)
        self.read(self.line.value)

    def action_note(self) -> None:
        """Let the typing go into the line."""
        self.begin()

    def edit(self, entry: LoggedRun) -> None:
        """Open a run in the line that it could have been typed in."""
        self._draft = self.line.value
        self.edited = entry
        self.line.value = line_text(line_of(entry.said), self._runs.unit)
        self.line.begin()
        self.read(self.line.value)

    def rest(self) -> None:
        """Let the keys go to the list again; the line stays as it is."""
        self.line.end()
        self._page.offer()

    def end(self) -> None:
        """Empty the line, or put back what an edit stood in the place of."""
        edited, self.edited = self.edited, None
        self.line.value = self._draft if edited else ""
        self._draft = ""
        self.rest()

    def read(self, text: str, *, sent: bool = False) -> None:
        """Show how the line is understood; what is wrong in it stands out once it was sent."""
        found = reading(text, self._store.today(), self._runs.unit, typing=not sent)
        longer = ""
        if found.line is not None:
            run = as_run(entered(found.line, self.edited.said.id if self.edited else ""))
            longer = longest_warning(self._runs.runs, run, self._runs.unit)
        line = self._page.query_one("#reading", Static)
        line.update(Content(safe_text(found.text)))
        line.set_class(sent and found.line is None, "-wrong")
        line.set_class(found.line is not None, "-understood")
        self._page.show_text("#longer", longer)
        if self._page.focused is self.line:
            keys = _EDIT_KEYS if self.edited else _KEYS
            self._page.show_keys(keys if found.line is not None else keys[1:])

    def change(self) -> tuple[Amendment, str] | None:
        """Return what the line comes to, and how it was understood; None where it is no run."""
        found = reading(self.line.value, self._store.today(), self._runs.unit, typing=False)
        if found.line is None:
            return None
        old = self.edited
        id_ = old.said.id if old else new_id(self._store.clock.stamp().utc_ms)
        entry = written(entered(found.line, id_), old)
        left = old.table if old and old.table != entry.table else ""
        before = old.document if old else None
        return Amendment(before, entry.document, entry.table, left), found.text
