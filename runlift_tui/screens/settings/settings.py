"""The few things that matter about the program, a line each, and kept as they are changed."""

from msgspec import structs
from textual import constants, events
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.undo import Replaced, Trail
from runlift_tui.core.settings.lines import (
    INTRODUCTION,
    SettingLine,
    Settings,
    is_typed,
    setting_lines,
    stepped,
    typed,
)
from runlift_tui.core.words.text import safe_text
from runlift_tui.looks import themes
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changes
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lists.listing import RowClicked, RowsScrolled
from runlift_tui.widgets.lists.setting_listing import SettingListing

_KEYS = faces("settings", "less more; previous next; enter; undo; back; help")


class SettingsScreen(Page):
    """A list of settings; what is changed acts at once and is kept at once."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("settings")

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._themes = themes.offered()
        trail = Trail[Replaced[Settings]]()
        self._changes = Changes(store, trail, lambda change: self._keep(change.after))

    def compose(self) -> ComposeResult:
        """Yield the strip, the settings, how the chosen one is changed, what was done, the keys."""
        yield Static(id="strip", markup=False)
        yield SettingListing()
        yield Static(id="how", markup=False)
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what is set."""
        self.show_strip("Settings")
        self.show_keys(_KEYS)
        self._changes.listen(lambda: self.call_later(self._tell, ""))
        self._paint()
        self._tell(self._changes.locked)

    def on_resize(self, event: Resize) -> None:
        """Say what a setting does in one place: beside it, or below where there is no room."""
        self._paint()

    @property
    def _now(self) -> Settings:
        athlete = self._store.desk.athlete()
        return Settings(
            level=athlete.level,
            unit=athlete.unit,
            weights=athlete.weights,
            preferences=self._store.desk.preferences(),
        )

    @property
    def _listing(self) -> SettingListing:
        return self.query_one(SettingListing)

    @property
    def _line(self) -> SettingLine:
        return self._lines()[self._listing.chosen]

    def _lines(self) -> tuple[SettingLine, ...]:
        return setting_lines(self._now, self._store.desk.config().settings, self._themes)

    def _paint(self) -> None:
        self._listing.show(self._lines())
        line = self._line
        how = f"{line.how}.".capitalize()
        if line.by_hand:
            how = f"It stands in {self._store.desk.config_path}, and is changed there."
        what = line.what if self.has_class("-narrow") else ""
        self.query_one("#how", Static).update(Content(safe_text(f"{what}  {how}".strip())))

    def _tell(self, text: str) -> None:
        """Say in one line what was done; what is not saved goes before it."""
        unkept = self._changes.unsaved
        line = self.query_one("#told", Static)
        line.update(Content(safe_text(f"NOT SAVED: {unkept}" if unkept else text)), layout=False)
        line.set_class(bool(unkept), "-unsaved")

    # Choosing

    def action_move(self, by: int) -> None:
        """Choose another setting."""
        self._choose(self._listing.chosen + by)

    def _choose(self, place: int) -> None:
        self._listing.chosen = max(0, min(place, len(self._listing.rows) - 1))
        self._paint()
        self._tell("")

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the setting that was clicked; one that was chosen already is changed."""
        again = message.index == self._listing.chosen
        self._choose(message.index)
        if again:
            self.action_enter()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the settings by the wheel."""
        self.action_move(message.by)

    # Changing

    def on_key(self, event: events.Key) -> None:
        """Open a line of typing at once, and pass on what is typed behind that key."""
        typing = is_typed(self._line.key) and not self._why_not()
        openers = {}
        if typing and event.character is not None and event.character in "0123456789":
            digit = event.character
            openers[event.key] = lambda: self._type(digit)
        elif typing and event.key in self.keys_of("settings.enter"):
            openers[event.key] = lambda: self._type("")
        opened(self, event, openers)

    def _why_not(self) -> str:
        """Return why the chosen setting cannot be changed here; empty where it can."""
        by_hand = "config.toml decides that, and is changed by hand."
        return self._changes.locked or (by_hand if self._line.by_hand else "")

    def action_turn(self, by: int) -> None:
        """Make the chosen setting less or more, or take another choice."""
        self._take(stepped(self._now, self._line.key, by, self._themes))

    def action_enter(self) -> None:
        """Type the chosen setting, turn it over, or show the introduction."""
        key = self._line.key
        if key == INTRODUCTION:
            self.want(HomeWanted(introduce=True))
        elif is_typed(key) and not self._why_not():
            self._type("")
        else:
            self.action_turn(1)

    def _type(self, begun: str) -> None:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        line = self._line
        value = line.shown.split()[-1] if line.key == "volume" else line.shown

        def take(text: str) -> None:
            self._take(typed(self._now, line.key, text))

        self.app.push_screen(TypingScreen(line.name, value, line.how, take, begun))

    def _take(self, settings: Settings) -> None:
        """Keep a change, and remember the way back."""
        before, why_not = self._now, self._why_not()
        if why_not or settings == before:
            self._tell(why_not)
            return
        self._changes.make(lambda: Replaced("settings", before, settings))
        line = self._line
        (undo,) = self.own(faces("settings", "undo"))
        name = line.name.capitalize()
        self._tell(f"{name}: {line.shown}. {undo.key} takes it back.")

    def _keep(self, settings: Settings) -> None:
        athlete = self._store.desk.athlete()
        said = structs.replace(
            athlete, level=settings.level, unit=settings.unit, weights=settings.weights
        )
        if said.level is not athlete.level:
            said = structs.replace(said, rung="", asked=True)
        if said != athlete:
            self._store.desk.keep_athlete(said)
        if settings.preferences != self._store.desk.preferences():
            self._store.desk.keep_preferences(settings.preferences)
        theme = settings.preferences.theme or self._themes[0]
        if theme in self._themes:
            self.app.theme = theme
        moves = constants.TEXTUAL_ANIMATIONS
        self.app.animation_level = moves if settings.preferences.motion else "none"
        self._paint()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._tell(self._changes.undo().told)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._tell(self._changes.redo().told)

    # More

    def action_back(self) -> None:
        """Back home."""
        self.want(HomeWanted())
