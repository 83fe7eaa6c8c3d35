"""What is set, and the changes of it, with the way back."""

from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import structs

from runlift_tui.core.lists.undo import Replaced
from runlift_tui.core.settings.lines import (
    SYNC,
    SettingLine,
    Settings,
    choices,
    setting_lines,
    stepped,
    typed,
)
from runlift_tui.core.words.text import capital, sentence
from runlift_tui.screens.parts.changes import Changes
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import value_back


class SettingChanges(Changes[Replaced[Settings]]):
    """Settings are changed as one value; each change is kept at once."""

    def __init__(
        self, store: Store, themes: Sequence[str], acted: Callable[[Settings], object]
    ) -> None:
        """Look at what is set.

        Args:
            store: Where it is kept.
            themes: Names of the themes that there are.
            acted: Called with what counts from now on.
        """
        super().__init__(
            store,
            "settings",
            lambda change: self._put(change.after),
            lambda act: Replaced("settings", self.now, value_back(act, self.now), act.told),
        )
        self._desk = store.desk
        self._themes = themes
        self._acted = acted

    @property
    def now(self) -> Settings:
        """What counts at this moment."""
        athlete = self._desk.athlete()
        return Settings(
            level=athlete.level,
            unit=athlete.unit,
            weights=athlete.weights,
            bar=athlete.bar,
            ask_first=athlete.ask_first,
            preferences=self._desk.preferences(),
        )

    def lines(self) -> tuple[SettingLine, ...]:
        """Return every setting as it is now."""
        by_hand = self._desk.config().settings
        return setting_lines(self.now, by_hand, self._themes, *self._sync)

    @cached_property
    def _sync(self) -> tuple[str, str]:
        """Through which folder others are met, and how that stands; both empty while it is off."""
        from runlift_tui.store.sync.news import shared_folder
        from runlift_tui.store.sync.standing import in_a_line

        shared = shared_folder(self._store.past.device)
        return shared, in_a_line(self._store.past) if shared else ""

    def how(self, line: SettingLine) -> str:
        """Return how a setting is changed, as a sentence."""
        if line.by_hand:
            return f"It stands in {self._desk.config_path}, and is changed there."
        return f"{line.how}." if line.key == SYNC else sentence(line.how)

    def why_not(self, line: SettingLine) -> str:
        """Return why a setting cannot be changed here; empty where it can."""
        if line.key == SYNC:
            return f"{line.how}."
        by_hand = "config.toml decides that, and is changed by hand."
        return self.locked or (by_hand if line.by_hand else "")

    def step(self, line: SettingLine, by: int) -> str | None:
        """Make a setting less or more, or take another choice; as `_take` says."""
        return self._take(line, stepped(self.now, line.key, by, self._themes))

    def choices(self, line: SettingLine) -> tuple[str, ...]:
        """Return what can be chosen for a setting, as it is shown."""
        return tuple(choices(self.now, line.key, self._themes))

    def choose(self, line: SettingLine, name: str) -> str | None:
        """Set one of its `choices`; as `_take` says."""
        return self._take(line, choices(self.now, line.key, self._themes)[name])

    def take_theme(self, line: SettingLine, name: str) -> str | None:
        """Take a theme by its name; as `_take` says."""
        own = structs.replace(self.now.preferences, theme=name)
        return self._take(line, structs.replace(self.now, preferences=own))

    def type(self, line: SettingLine, text: str) -> str | None:
        """Set what was typed; as `_take` says.

        Raises:
            Refused: it makes no sense.
        """
        return self._take(line, typed(self.now, line.key, text))

    def _take(self, line: SettingLine, settings: Settings) -> str | None:
        """Keep a change; return None, or why there is none, empty where it changes nothing."""
        before, why_not = self.now, self.why_not(line)
        if why_not or settings == before:
            return why_not
        now = setting_lines(settings, self._desk.config().settings, self._themes)
        shown = next(each.shown for each in now if each.key == line.key)
        told = f"{capital(line.name)}: {line.shown} → {shown}"
        self.make(lambda: Replaced("settings", before, settings, told))
        return None

    def _put(self, settings: Settings) -> None:
        athlete = self._desk.athlete()
        said = structs.replace(
            athlete,
            level=settings.level,
            unit=settings.unit,
            weights=settings.weights,
            bar=settings.bar,
            ask_first=settings.ask_first,
        )
        if said.level is not athlete.level:
            said = structs.replace(said, rung="", asked=True)
        if said != athlete:
            self._desk.keep_athlete(said)
        if settings.preferences != self._desk.preferences():
            self._desk.keep_preferences(settings.preferences)
        self._acted(settings)
