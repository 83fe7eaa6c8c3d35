"""The few things that matter about the program, a line each, and kept as they are changed."""

from collections.abc import Callable, Iterator

from textual import constants, events
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.keys.action import DIGITS
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.settings.lines import (
    TRAINS,
    SettingLine,
    Settings,
    is_typed,
)
from runlift_tui.core.words.text import safe_text
from runlift_tui.looks import glyphs, themes
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changing_page import Openers
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.settings.changes import SettingChanges
from runlift_tui.screens.settings.chosen import LEADS_ON, ChosenSetting
from runlift_tui.screens.settings.sampling import Sampling
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import RowClicked
from runlift_tui.widgets.lists.setting_listing import SettingListing

_SAMPLE = Content.assemble(
    *(
        ("■ work  ", "bold $work"),
        ("■ rest  ", "bold $rest"),
        ("■ before a jump  ", "bold $priming"),
    ),
    *(
        ("■ hold  ", "bold $hold"),
        ("■ get ready  ", "bold $overtime"),
        ("■ paused  ", "bold $paused"),
    ),
    ("■ not saved", "bold $alarm"),
)
"""What a session's states look like in a theme."""
_SHOWN = "less more; previous next; enter={}; hear; undo; back; help"


class SettingsScreen(ListPage):
    """A list of settings; what is changed acts at once and is kept at once."""

    BINDINGS = bindings("settings")

    def __init__(
        self, store: Store, speaker: Callable[[], Speaker] | None = None, at: str = ""
    ) -> None:
        """Show what is set.

        Args:
            store: Where it is kept.
            speaker: Makes what a session is heard through, as it is set; None for silence.
            at: The key of the setting that is chosen first; `theme=` and a name takes that theme.
        """
        super().__init__()
        self._at, _, self._theme = at.partition("=")
        self._themes = themes.offered()
        self._settings = self.changes = SettingChanges(store, self._themes, self._act)
        self._sampling = Sampling(
            speaker, lambda: (self._settings.now.preferences, self._line.key), self.tell
        )
        self._chosen = ChosenSetting(self, self._settings, lambda: self._line, self.tell)
        self.take_actions(self._sampling, self._chosen)

    def compose(self) -> ComposeResult:
        """Yield the strip, the settings, how the chosen one is changed, what was done, the keys."""
        yield Static(id="strip", markup=False)
        yield SettingListing()
        yield Static(id="how", markup=False)
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what is set."""
        self.show_strip("Settings")
        self._settings.listen(lambda: self.call_later(self.tell, ""))
        self.look()
        self.tell(self.changes.locked)
        keys = [line.key for line in self._settings.lines()]
        if self._at in keys:
            self.choose(keys.index(self._at))
        if self._theme in self._themes and self._theme != self._line.shown:
            self._chosen.tell(self._settings.take_theme(self._line, self._theme))

    def on_resize(self, event: Resize) -> None:
        """Say what a setting does in one place: beside it, or below where it has no room there."""
        self.look()
        self.call_after_refresh(self.look)  # by then the list has its new width

    @property
    def listing(self) -> SettingListing:
        """The settings; the keys go through them."""
        return self.query_one(SettingListing)

    @property
    def _line(self) -> SettingLine:
        return self._settings.lines()[self.listing.chosen]

    def look(self, id_: str = "") -> None:
        """Show every setting as it is now."""
        self.listing.show(self._settings.lines())
        line = self._line
        listing = self.listing
        what = "" if listing.tells_whole(listing.chosen) else line.what
        how = Content(safe_text(f"{what}  {self._settings.how(line)}".strip()))
        sample = _SAMPLE if line.key == "theme" else Content("")
        self.query_one("#how", Static).update(Content("\n").join(filter(None, (how, sample))))
        keys = faces("settings", _SHOWN.format(_enters(line)))
        self.show_keys(keys, set(self._in_vain(line)))

    def _in_vain(self, line: SettingLine) -> Iterator[str]:
        fixed = bool(self._settings.why_not(line))
        if fixed or not line.turns:
            yield from ("less", "more")
        if fixed and line.key not in LEADS_ON:
            yield "enter"
        if not self._sampling.is_heard:
            yield "hear"

    # Choosing

    def paint(self) -> None:
        """Show every setting as it is now; what was told is old."""
        self.look()
        self.tell("")

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the setting that was clicked; one that was chosen already is changed."""
        again = message.index == self.listing.chosen
        self.choose(message.index)
        if again:
            self._chosen.action_enter()

    # Changing

    def openers(self, event: events.Key) -> Openers:
        """Return what opens the line that the chosen setting is typed in."""
        if not self._chosen.is_typed:
            return {}
        digit = event.key
        if digit in names(DIGITS):
            return {event.key: lambda: self._chosen.type(digit)}
        return dict.fromkeys(self.keys_of("settings.enter"), lambda: self._chosen.type(""))

    def on_unmount(self) -> None:
        """Be heard no more."""
        self._sampling.close()

    def _act(self, settings: Settings) -> None:
        """Have the looks follow what is set."""
        theme = settings.preferences.theme or self._themes[0]
        if theme in self._themes:
            self.app.theme = theme
        moves = constants.TEXTUAL_ANIMATIONS
        self.app.animation_level = moves if settings.preferences.motion else "none"
        was_ascii = glyphs.is_ascii(self.app)
        glyphs.take_up(self.app, settings.preferences.glyphs)
        if glyphs.is_ascii(self.app) is not was_ascii:
            self.call_after_refresh(self.run_action, "app.repaint")
        self.look()


def _enters(line: SettingLine) -> str:
    """Return what enter does on a line, in a word or two."""
    if line.key in LEADS_ON:
        return LEADS_ON[line.key]
    return "type" if is_typed(line.key) else "choose" if line.key in TRAINS else "turn"
