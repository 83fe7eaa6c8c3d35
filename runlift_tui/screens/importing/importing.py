"""Import: a path typed or dropped, what it is, and all of it in; and out again by one key."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import plural
from runlift_tui.screens.importing.import_files import ImportFiles
from runlift_tui.screens.importing.past_imports import PastImports
from runlift_tui.screens.importing.path_line import PathLine
from runlift_tui.screens.importing.taking_back import ImportsBack, TakingBack
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changing_page import Openers
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.importing.typed_paths import completed, paths_in
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing

_KEYS = faces("import", "new; undo; take-out; previous next; whole; back; help")
_EMPTY_KEYS = faces("import", "new; back; help")
_LINE_KEYS = (
    KeyFace("enter", "read it"),
    *faces("import", "complete"),
    KeyFace("escape", "back"),
)
_NOTHING = (
    "What you have elsewhere comes in here, strength and runs: type the path of a file, or drop "
    "files on this window.\n\n"
    "Strong, Hevy, FitNotes, Liftosaur, StrongLifts, Fitbod, JEFIT\n"
    "Garmin Connect, Strava, Runkeeper, intervals.icu, Apple Health\n"
    "FIT, TCX, GPX, each of them in a zip or a gz too\n\n"
    "Nothing is written before you have seen what comes, and one key takes all of it back."
)
_NAMES_SHOWN = 8


class ImportScreen(ListPage):
    """A line for paths, and what was imported so far."""

    KEYS = _KEYS
    EMPTY_KEYS = _EMPTY_KEYS

    TOLD = Told

    BINDINGS = bindings("import")

    listed: PastImports

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.listed = PastImports(store)
        self.changes = ImportsBack(store, self.listed)
        self._line = PathLine(self._typed, named("{import.new}   a path, or drop files here"))
        self.take_actions(TakingBack(self, store, self.listed))
        self._files = ImportFiles(self, store, self._taken, self._line.action_select_all)

    def compose(self) -> ComposeResult:
        """Yield the strip, the line and what it may go on with, the list, the sheet, the keys."""
        yield Static(id="strip", markup=False)
        yield self._line
        yield Static(id="reading", markup=False)
        yield Static(_NOTHING, id="nothing", markup=False)
        with Container(id="browser"):
            yield Listing()
            yield Sheet()
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Let the typing go into the line at once."""
        self.query_one(Sheet).more = named("…  {import.whole} shows the rest")
        self.look()
        self.tell(self._store.only_looking)
        self.action_begin()

    def paint(self) -> None:
        """Show all of the chosen import."""
        self.query_one(Sheet).sheet = self.listed.sheet(self.listing.chosen)
        count = len(self.listed.rows())
        self.show_strip("   ".join(("Import", *([plural(count, "import")] if count else ()))))

    # The line

    def openers(self, event: events.Key) -> Openers:
        """Return the line, by the keys that begin it."""
        if self._line.has_focus:
            return {}
        return dict.fromkeys(self.keys_of("import.new"), self.action_begin)

    def action_begin(self) -> None:
        """Let the typing go into the line, where anything can be imported."""
        if self.is_locked():
            return
        self._line.begin()
        self._typed(self._line.value)

    def on_click(self, event: events.Click) -> None:
        """Begin the line by a click into it."""
        if event.widget is self._line and not self._line.has_focus:
            self.action_begin()

    def on_paste(self, event: events.Paste) -> None:
        """Take what is dropped on the window while the keys are with the list."""
        event.stop()
        self.action_begin()
        if self._line.has_focus:
            self._line.drop(event.text)

    def _typed(self, text: str) -> None:
        whole, names = completed(text) if text else ("", ())
        if self.focused is self._line:
            keys = _LINE_KEYS if text.strip() else _LINE_KEYS[1:]
            self.show_keys(keys, ("complete",) if whole == text else ())
        more = f"   and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
        self.show_text("#reading", "   ".join(names[:_NAMES_SHOWN]) + more)

    def action_complete(self) -> None:
        """Complete the path in the line, as far as there is one way only."""
        if self._line.has_focus:
            text, _ = completed(self._line.value)
            self._line.value = text
            self._line.cursor_position = len(text)

    def _rest(self) -> None:
        """Let the keys go to the list again; the line stays as it is."""
        self._line.end()
        self.show_text("#reading", "")
        self.offer()

    def step_back(self) -> bool:
        """End the reading, then leave the line."""
        if self._files.are_read:
            self._files.stop()
            self.tell("Stopped; nothing was imported.")
            return True
        if self._line.has_focus and not self.listed.is_empty:
            self._rest()
            return True
        return False

    # Reading

    @on(Input.Submitted)
    def _submit(self, message: Input.Submitted) -> None:
        """Read the files that the line means."""
        paths = paths_in(message.value)
        if self._store.only_looking:
            self.tell(f"{self._store.only_looking} Nothing can be imported here.", wrong=True)
        elif not paths:
            self.tell("Type the path of a file, or drop one on this window.", wrong=True)
        else:
            self._files.begin(paths)

    def _taken(self, writing: Writing) -> None:
        """Say what came in, and let the keys go to the list: one of them takes it back."""
        self._line.value = ""
        self._rest()
        self.listed.read()
        self.look(writing.id)
        self.tell(_said(writing))

    def on_unmount(self) -> None:
        """Read no more."""
        self._files.stop()
        super().on_unmount()


def _said(writing: Writing) -> str:
    """Return what came in, in a line."""
    total = writing.total
    out = sum(bool(each.error) for each in writing.came)
    left = f" {plural(out, 'file')} left out." if out else ""
    if not total["new"]:
        here = ": all of it is here already" if total["already"] or total["changed"] else ""
        return f"Nothing was new{here}.{left}"
    return f"{_brought(writing)} taken in. {key('import.undo')} takes all of it back.{left}"


def _brought(writing: Writing) -> str:
    sessions, runs = writing.brought
    said = [(sessions, "session"), (runs, "run"), (writing.total["new"] - sessions - runs, "other")]
    return ", ".join(plural(count, what) for count, what in said if count)
