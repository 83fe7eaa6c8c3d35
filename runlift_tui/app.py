"""The composition root: which screen when, the themes, and a clean way out."""

import gc
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.athlete import gear_of
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.keys.actions import EVERYWHERE
from runlift_tui.core.routines.routine import Slot
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.setup.opening import Opening
from runlift_tui.looks import themes
from runlift_tui.looks.stylesheet import KeptStylesheet
from runlift_tui.places import Places
from runlift_tui.screens.parts import wanted
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.store.disk import crash
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from runlift_tui.widgets.session.session_view import HORIZONTAL_BREAKPOINTS, VERTICAL_BREAKPOINTS

if TYPE_CHECKING:
    from runlift_tui.core.keys.own_keys import OwnKeys

_COLLECT_AFTER_S = 1.0
_COMES_FIRST = "The unfinished session comes first; what you asked for is suggested after it."


_WARNED_S = 5.0
_WARNING = "Not saved: quitting now loses what the disk refused. Once more quits."


def _collect_again() -> None:
    """Turn the garbage collector on for what comes; what stands now stays for good."""
    gc.freeze()
    gc.enable()


def _let_go() -> None:
    """Let go of the widgets of screens that are gone, with all that was painted of them.

    Textual keeps the last thousand of their caches alive as keys of a cache of its own.
    """
    from textual._styles_cache import StylesCache

    StylesCache.get_inner_outer.cache_clear()


_LAST_WRITES_S = 1.5
"""How long a closed terminal may keep the program from ending."""


def _when_gone(do: Callable[[], object]) -> None:
    """Wait until the terminal is gone, then do something.

    The system signals that to the leader of the session alone, and `make` does not pass it on.
    """
    watch = select.poll()
    with suppress(OSError, ValueError):
        watch.register(sys.stdin.fileno(), 0)
        if any(event & select.POLLHUP for _, event in watch.poll()):
            do()


Speakers = Callable[[Preferences, Clock, Callable[[], object]], Speaker]
"""Returns what a session is heard through: of the preferences, the clock and the bell."""


def system_speaker(preferences: Preferences, clock: Clock, bell: Callable[[], object]) -> Speaker:
    """Return what a session is heard through on this machine."""
    from runlift_tui.devices.speaker import SystemSpeaker

    return SystemSpeaker(preferences, clock, bell)


class RunLift(App[None]):
    """RunLift, full screen."""

    TITLE = "RunLift"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = VERTICAL_BREAKPOINTS
    DEFAULT_MODE = "place-0"
    theme = Reactive(themes.THEMES[0].name)
    no_color = False
    """Whether NO_COLOR is set; Textual looks for a theme before it knows."""
    BINDINGS = [
        Binding("ctrl+q,ctrl+c", "leave", "Quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False),
        *bindings(EVERYWHERE),
    ]

    def __init__(
        self,
        store: Store,
        clock: Clock,
        opening: Opening | None = None,
        speakers: Speakers | None = None,
    ) -> None:
        """Be RunLift.

        Args:
            store: The data folder.
            clock: Its clock.
            opening: What the program was started for.
            speakers: What sessions are heard through; None for silence.
        """
        self._opening = opening or Opening()
        at_home = self._opening.start is None and not self._opening.resume
        # What the first screen needs is parsed with the rest, not once more on its own.
        super().__init__(
            css_path=["app.tcss", "screens/parts/pages.tcss"] if at_home else "app.tcss"
        )
        self.stylesheet = KeptStylesheet(variables=self.stylesheet._variables)
        self._store = store
        self._clock = clock
        self._speakers = speakers
        self._training: Training | None = None
        self._shown = 0
        self._over = False
        self._warned = False
        self._told_of_lost = 0
        self._before_hang_up: tuple[int, Any] | None = None
        self._places = Places(store, clock, self._opening.asked)
        self.own_keys: OwnKeys | None = None
        """The athlete's own keys; None where all are as they ship."""
        self.add_mode(self.DEFAULT_MODE, lambda: self._styled(self._first()))
        for name in themes.UNREADABLE:
            self.unregister_theme(name)
        for theme in themes.THEMES:
            self.register_theme(theme)
        if store.desk.config().keys:
            self._take_own_keys(store.desk.config().keys)
        self._notice = self._take_up(store.desk.preferences())

    def _take_up(self, preferences: Preferences) -> str:
        """Look and move as the athlete prefers; return a notice where they cannot have it."""
        if not preferences.motion:
            self.animation_level = "none"
        if preferences.theme in ("", self.theme):
            return ""
        if self.get_theme(preferences.theme) is None:
            by_hand = "theme" in self._store.desk.config().settings
            where = f"In {self._store.desk.config_path} " if by_hand else ""
            why_not = f"{where}{themes.why_not(preferences.theme)}"
            end = "" if why_not.endswith("?") else "."
            return f"{why_not[:1].upper()}{why_not[1:]}{end} This is RunLift’s own."
        # Set before anything watches it: a change of theme would parse the styles a second time.
        self.set_reactive(App.theme, preferences.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        return ""

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme in which the states have colours and every text can be read."""
        found = themes.find(theme_name)
        # What stands empty is painted past Textual's own filter of colours.
        return themes.without_colour(found) if found is not None and self.no_color else found

    def _take_own_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        from runlift_tui.core.keys.own_keys import OwnKeys

        self.own_keys = OwnKeys(keys)
        self.set_keymap({id_: ",".join(names) for id_, names in keys.items()})

    def _styled(self, screen: Screen[None]) -> Screen[None]:
        """Return a screen that comes alone, known to need no styles beside the app's, of its size.

        Textual would apply all of them twice more before it showed the screen, and style and lay
        it out once more when it had the classes of its size.
        """
        screen._css_update_count = self._css_update_count
        width, height = self.size
        screen.add_class(
            *screen._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS),
            *screen._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS),
            update=False,
        )
        return screen

    @contextmanager
    def batch_update(self) -> Generator[None, None, None]:
        """Hold painting back for a while, but not while the program starts.

        Until the app itself is mounted Textual would paint and throw the picture away, and lay out
        and paint once more: the first screen stands complete before that.
        """
        with super().batch_update() if self._is_mounted else nullcontext():
            yield

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        """Style a node and all under it anew.

        Not the first screen as a whole before the app is mounted: each part of it was styled a
        moment ago, when it was mounted.
        """
        if self._is_mounted or not isinstance(node, Screen):
            super().update_styles(node, animate)

    def _first(self) -> Screen[None]:
        """Return the first screen: home, or the session itself."""
        if self._opening.start is not None:
            return self._session(self._store.sessions.begin(self._opening.start))
        found = self._store.sessions.unfinished() if self._opening.resume else None
        if found is not None:
            return self._session(self._store.sessions.resume(found))
        first = "" if self._opening.asked is None else _COMES_FIRST
        return self._home("  ".join(filter(None, (self._notice, first))))

    def on_mount(self) -> None:
        """Listen to the system, and put right what the last run left behind."""
        loop = self._loop
        self._listen_for_the_end_of_the_terminal()
        for name in ("SIGTERM", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None and loop is not None:
                # Windows, and a loop outside of the main thread, have no such handlers.
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._hung_up)
        if not self._store.only_looking:
            self._store.submit(self._store.sessions.folding())
        self.set_timer(_COLLECT_AFTER_S, _collect_again)

    def _hung_up(self) -> None:
        self._close_session()
        self.exit()

    def _listen_for_the_end_of_the_terminal(self) -> None:
        """Leave when the terminal is closed, also where Textual waits to write to it for ever."""
        hang_up = getattr(signal, "SIGHUP", None)
        loop = self._loop
        if hang_up is None or loop is None:
            return

        def gone(*_: object) -> None:
            last = threading.Timer(_LAST_WRITES_S, self._end_at_once)
            last.daemon = True
            last.start()
            with suppress(RuntimeError):  # it has ended in the same moment
                loop.call_soon_threadsafe(self._hung_up)

        if sys.platform == "linux" and not self.is_headless:
            threading.Thread(target=_when_gone, args=(gone,), daemon=True).start()
        with suppress(ValueError):  # not the main thread
            self._before_hang_up = hang_up, signal.signal(hang_up, gone)

    def on_unmount(self) -> None:
        """Leave the signals as they were."""
        if self._before_hang_up is not None:
            signal.signal(*self._before_hang_up)

    def _end_at_once(self) -> None:
        self._store.close()
        os._exit(0)

    def _fatal_error(self) -> None:
        """Keep a report of a fault of our own, and leave one clear sentence instead of it."""
        report = "".join(traceback.format_exception(self._exception or RuntimeError("unknown")))
        path = crash.keep_report(self._store.folder.path, report, self._clock.stamp().utc_ms)
        self.panic(Text(crash.sentence(path)))

    def panic(self, *renderables: RenderableType) -> None:
        """Leave, and say why."""
        with suppress(Exception):
            self._close_session()
        super().panic(*renderables)

    def on_app_focus(self) -> None:
        """Tell the screens that the window came to the front.

        A screen that watched the app for it would be kept by it for as long as that never happens.
        """
        for screen in self.screen_stack:
            screen.post_message(events.AppFocus())

    def action_leave(self) -> None:
        """Quit; a session under way stays. Where something is not saved, not at the first press."""
        at_risk = self._store.unsaved or (self._training and self._training.at_risk)
        if at_risk and not self._warned:
            self._warned = True
            self.set_timer(_WARNED_S, self._forget_warning)
            self.notify(_WARNING, timeout=_WARNED_S, markup=False)
            return
        self._close_session()
        self.exit()

    def _forget_warning(self) -> None:
        self._warned = False

    def action_command_palette(self) -> None:
        """Offer everything by name, over any screen that is no dialog."""
        from runlift_tui.screens.palette.entries import Entries, Offer
        from runlift_tui.screens.palette.palette import PaletteScreen
        from runlift_tui.screens.parts.page import Page

        screen = self.screen
        if screen.is_modal or self._over:
            return
        free = len(self.screen_stack) == 1 and getattr(screen, "LEADS_ON", False)

        def chosen(entry: Offer | None) -> None:
            if entry is not None and entry.wanted is not None and isinstance(screen, Page):
                screen.want(entry.wanted())
            elif entry is not None and entry.action:
                self.call_later(act, entry.action)

        async def act(action: str) -> None:
            # Another key may have led away from the screen since.
            if screen.is_attached and getattr(screen, "is_there", True):
                await screen.run_action(action)

        self.push_screen(PaletteScreen(Entries(screen, self._store, leads_on=free)), chosen)

    def _close_session(self) -> None:
        self._over = True
        training, self._training = self._training, None
        if training is not None:
            training.leave()

    # Screens

    def _home(
        self, notice: str = "", *, introduce: bool = False, pressed: bool = False
    ) -> Screen[None]:
        from runlift_tui.screens.home.home import HomeScreen

        return HomeScreen(self._places.today(), notice, introduce=introduce, pressed=pressed)

    def _session(self, training: Training, *, pressed: bool = False) -> Screen[None]:
        from runlift_tui.screens.session.dialogs import Surroundings
        from runlift_tui.screens.session.session import SessionScreen

        self._training = training
        around = Surroundings(
            self._store.desk.athlete().unit,
            self._store.desk.shelf().exercises,
            self._swapped_in,
            self._store.desk.preferences().motion,
        )
        if training.session.is_entered:
            from runlift_tui.screens.session.card_entry import EntryScreen

            return EntryScreen(training, around, self._clock)
        speaker = None if self._speakers is None else self._speaker
        return SessionScreen(training, around, pressed=pressed, speaker=speaker)

    def _swapped_in(self, slot: Slot, exercise: Exercise, keep: bool) -> Swap:
        from runlift_tui.core.session.swaps import swapped_in

        facts, gear = self._store.facts(), gear_of(self._store.desk.athlete())
        return swapped_in(slot, exercise, facts, gear, self._clock.stamp().utc_ms, keep=keep)

    def _speaker(self) -> Speaker:
        """Return what a session is heard through, by the preferences of this moment."""
        assert self._speakers is not None
        return self._speakers(
            self._store.desk.preferences(), self._clock, lambda: self.call_later(self.bell)
        )

    def _go(self, screen: Callable[[], Screen[None]]) -> None:
        """Show a screen in the place of the one that is there, dialogs and all."""
        if self._over:
            return  # Textual is taking its screens down, and another would get in the way
        before = self.current_mode
        self._shown += 1
        place = f"place-{self._shown}"
        self.add_mode(place, lambda: self._styled(screen()))
        self.switch_mode(place)
        self.remove_mode(before)
        self.call_later(_let_go)

    def on_home_wanted(self, message: wanted.HomeWanted) -> None:
        """Show home, once the writer has finished what was handed to it."""
        self._training = None

        def home() -> Screen[None]:
            lost = self._store.lost[self._told_of_lost :]
            self._told_of_lost += len(lost)
            notice = "  ".join(filter(None, (*lost, message.notice)))
            return self._home(notice, introduce=message.introduce, pressed=message.pressed)

        self._after_writing(lambda: self._go(home))

    def on_place_wanted(self, message: wanted.PlaceWanted) -> None:
        """Show one of the places around a session."""
        self._go(lambda: self._places.screen(message.place, message.at))

    def on_session_wanted(self, message: wanted.SessionWanted) -> None:
        """Begin a session."""
        self._places.asked = None
        training = self._store.sessions.begin(message.start)
        self._go(lambda: self._session(training, pressed=True))

    def on_resume_wanted(self) -> None:
        """Go on with the unfinished session."""

        def resume(found: Unfinished) -> None:
            training = self._store.sessions.resume(found)
            self._go(lambda: self._session(training, pressed=True))

        self._with_unfinished(resume)

    def on_finish_wanted(self) -> None:
        """Finish the unfinished session as it stands."""

        def finish(found: Unfinished) -> None:
            self._training = self._store.sessions.finish(found)
            self.on_summary_wanted()

        self._with_unfinished(finish)

    def _with_unfinished(self, do: Callable[[Unfinished], None]) -> None:
        """Do something with the unfinished session, as the disk has it once all is written."""

        def found() -> None:
            unfinished = self._store.sessions.unfinished()
            if unfinished is None:
                self._go(self._home)
                return
            try:
                do(unfinished)
            except (StoreError, OSError) as error:
                why = error.what if isinstance(error, StoreError) else str(error)
                self._go(lambda: self._home(why))

        self._after_writing(found)

    def on_summary_wanted(self) -> None:
        """Show the end of the session; one without a set goes home instead."""
        from runlift_tui.screens.session.summary import SummaryScreen

        training = self._training
        if training is None:
            return
        if not training.is_worth_keeping:
            training.leave()
            self.post_message(wanted.HomeWanted("No set was done, so nothing was kept."))
            return
        gear = gear_of(self._store.desk.athlete())
        self._go(lambda: SummaryScreen(training, gear))

    def on_session_again_wanted(self) -> None:
        """Go on with the session whose end was undone."""
        training = self._training
        if training is not None:
            self._go(lambda: self._session(training))

    def _after_writing(self, then: Callable[[], None]) -> None:
        """Do something on this thread when everything handed to the writer so far is done."""

        def written(_: object) -> None:
            self.call_later(then)

        self._store.writer.submit(lambda: None, written)
