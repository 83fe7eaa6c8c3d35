"""The setting that is chosen, and what turns it: a step, a choice, or a line to type it in."""

from collections.abc import Callable

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.settings.lines import IMPORT, INTRODUCTION, TRAINS, SettingLine, is_typed
from runlift_tui.core.words.text import capital
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted
from runlift_tui.screens.settings.changes import SettingChanges

LEADS_ON = {INTRODUCTION: "show it", IMPORT: "to the imports"}
"""What enter does on a line that is no setting."""


class ChosenSetting:
    """Its actions are the screen's: see `Living.take_actions`."""

    def __init__(
        self,
        page: Page,
        settings: SettingChanges,
        line: Callable[[], SettingLine],
        say: Callable[[str], object],
    ) -> None:
        """Change nothing yet.

        Args:
            page: Shows the settings.
            settings: Where changes are made.
            line: Returns the chosen one.
            say: Says what was done.
        """
        self._page = page
        self._settings = settings
        self._line = line
        self._say = say

    @property
    def is_typed(self) -> bool:
        """Whether it is typed, and can be changed now."""
        line = self._line()
        return is_typed(line.key) and not self._settings.why_not(line)

    def action_turn(self, by: int) -> None:
        """Make it less or more, or take another choice."""
        self.tell(self._settings.step(self._line(), by))

    def action_enter(self) -> None:
        """Type it, turn it over, have it chosen, or show what the line leads to."""
        line = self._line()
        if line.key == INTRODUCTION:
            self._page.want(HomeWanted(introduce=True))
        elif line.key == IMPORT:
            self._page.want(PlaceWanted(Place.IMPORT))
        elif self.is_typed:
            self.type("")
        elif line.key in TRAINS and not self._settings.why_not(line):
            self._choose(line)
        else:
            self.action_turn(1)

    def type(self, begun: str) -> None:
        """Have it typed, begun with a digit or with nothing."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        line = self._line()
        value = line.shown.split()[-1] if line.key == "volume" else line.shown

        def take(text: str) -> None:
            self.tell(self._settings.type(line, text))

        self._page.app.push_screen(TypingScreen(line.name, value, line.how, take, begun))

    def _choose(self, line: SettingLine) -> None:
        """Have one chosen of what there is, where it changes the training: not by one key."""
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        def take(name: str | None) -> None:
            if name is not None:
                self.tell(self._settings.choose(line, name))

        names = [Count(name, 0) for name in self._settings.choices(line)]
        self._page.app.push_screen(ChoosingScreen(line.name, names, line.shown, any_=""), take)

    def tell(self, why_not: str | None) -> None:
        """Say what was changed and how it is taken back, or why it was not."""
        if why_not is not None:
            self._say(why_not)
            return
        line = self._line()
        self._say(f"{capital(line.name)}: {line.shown}. {key('settings.undo')} takes it back.")
