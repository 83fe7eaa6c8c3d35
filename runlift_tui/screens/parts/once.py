"""Screens that are left once, and to which nothing comes any more once they are left."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.keys.key_names import called
from runlift_tui.widgets.base.fitting_together import Steady
from runlift_tui.widgets.lines.keys import KeyClicked, KeysLine

ResultT = TypeVar("ResultT")

LETTING_OUT = "letting out"
"""The name of the timer that waits for what was painted."""
_LET_OUT_S = 0.02
_TAKEN_TOO = ("take_open", "nothing_on", "keyboard_told")
_TO_THE_LAST = (events.Callback, events.ScreenSuspend, events.Unmount)
"""What a screen hears of even while it is taken down; whoever has it called may wait for that."""


class Living(Screen[ResultT]):
    """A screen that does nothing more once it is being taken down.

    Textual takes the parts of a screen down before it stops calling it: with events on their way,
    after a refresh, and by its timers. It even tells a screen that it stands which was taken down
    before it had any parts. Whatever looks for its parts then would end in an error.
    """

    _wanted = False
    nothing_on: Callable[[str], object] | None = None
    """Hears of a key that is bound to nothing here, as it is printed; None where nobody does."""
    keyboard_told: Callable[[str], object] | None = None
    """Shows what is odd about the keyboard in a line, or nothing of it any more where that is
    empty: a right key came. None where there is no line for it."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._compositor = Steady()

    def want(self, message: Message) -> bool:
        """Ask to be taken elsewhere; return whether it was the first time.

        A screen is left once, however often the key is pressed.
        """
        if self._wanted:
            return False
        self._wanted = True
        self.post_message(message)
        return True

    def take_open(self) -> None:
        """Take over what was typed and stands open: the program ends. Here nothing does."""

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Press the key that was clicked."""
        self.app.simulate_key(message.key)

    @property
    def is_there(self) -> bool:
        """Whether it stands, or is about to."""
        return self.is_attached and not (self._pruning or self._closing)

    async def on_event(self, event: events.Event) -> None:
        """Hear of an event, unless it comes too late.

        Each part is styled when it is mounted; Textual would style all of them once or twice more
        when the screen comes to the front, whether or not any style has changed since. A key that
        comes once another screen was opened over this one belongs to that one.
        """
        styled = self.app._css_update_count
        if isinstance(event, events.Compose):
            self._css_update_count = styled
            self.app.stylesheet.apply(self)  # it was mounted before its own styles were read
        elif isinstance(event, events.ScreenResume) and self._css_update_count == styled:
            event.refresh_styles = False
        if isinstance(event, events.Key) and self.is_there and self.app.screen is not self:
            self.app.screen.post_message(events.Key(event.key, event.character))
        elif self.is_there or isinstance(event, _TO_THE_LAST):
            await super().on_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """Do what a key is bound to before the next one is heard.

        The app would do it only when the key came back there. A key behind it that opens something
        here would come first, and open what belongs to the line above; and a screen that was just
        opened would be told to move before it had any parts.
        """
        if event._stop_propagation:
            return
        if await self.app._check_bindings(event.key):
            event.stop()
        elif self.nothing_on is None or self.app.screen is not self:
            return
        elif said := called(event.key, event.character):
            self.nothing_on(said)

    def _on_timer_update(self) -> None:
        """Paint what is to be painted.

        Where a screen under this one asks for its place to be painted, Textual paints that alone,
        and forgets which parts of this one had changed.
        """
        if self._repaint_required:
            self._compositor.update_widgets(self._dirty_widgets)
        super()._on_timer_update()

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add nothing: no part has a tooltip, and the app adds the rack of a notice with it."""

    def take_actions(self, *parts: object) -> None:
        """Let parts of the screen do its actions.

        Textual looks for the method of an action on the screen alone, and a screen with twenty keys
        would have to hand on each of them.

        Args:
            parts: Objects whose methods `action_...`, `take_open`, `nothing_on` and
                `keyboard_told` become the screen's.
        """
        for part in parts:
            for name in dir(part):
                if name.startswith("action_") or name in _TAKEN_TOO:
                    setattr(self, name, getattr(part, name))

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Have something done once the screen was painted, if it still stands then."""
        return super().call_after_refresh(self._if_there, callback, *args, **kwargs)

    def set_timer(self, delay: float, callback: Any = None, **kwargs: Any) -> Timer:
        """Have something done later, if the screen still stands then."""
        return super().set_timer(delay, self._only_there(callback), **kwargs)

    def set_interval(self, interval: float, callback: Any = None, **kwargs: Any) -> Timer:
        """Have something done again and again, while the screen stands."""
        return super().set_interval(interval, self._only_there(callback), **kwargs)

    def _only_there(self, callback: Any) -> Any:
        return None if callback is None else lambda: self._if_there(callback)

    def _if_there(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return callback(*args, **kwargs) if self.is_there else None


def once_painted(screen: Living[Any], callback: Callable[[], object]) -> None:
    """Have something long done once what a screen painted went out to the terminal.

    A thread writes it, and work holds it up. The screen itself does not wait: Textual calls what
    comes after a refresh before the parts have said that they are to be painted.
    """
    screen.call_after_refresh(screen.set_timer, _LET_OUT_S, callback, name=LETTING_OUT)


def is_led_here(screen: Screen[Any]) -> bool:
    """Whether the key that is heard led to this screen, and may have been down ever since."""
    pressing = getattr(screen.app, "pressing", None)
    return pressing is not None and bool(pressing.is_led_here)


def was_heard(screen: Screen[Any], id_: str) -> bool:
    """Whether the key that was heard last is one of an action: it may be down still."""
    pressing = getattr(screen.app, "pressing", None)
    return pressing is None or pressing.last in in_force().of(id_)


def last_heard(screen: Screen[Any]) -> str:
    """Return the name of the key that was heard last; empty before any."""
    pressing = getattr(screen.app, "pressing", None)
    return "" if pressing is None else str(pressing.last)


def is_held(screen: Screen[Any]) -> bool:
    """Whether the key that is heard is down since it came before, or came twice at once."""
    pressing = getattr(screen.app, "pressing", None)
    return pressing is not None and bool(pressing.is_held)


def is_one_of_many(screen: Screen[Any]) -> bool:
    """Whether the key that is heard came right behind another one, as in a text that is typed."""
    pressing = getattr(screen.app, "pressing", None)
    return pressing is not None and bool(pressing.is_one_of_many)


def hold_off(screen: Screen[Any]) -> None:
    """Have the key that is heard do nothing more here, until it was let go."""
    pressing = getattr(screen.app, "pressing", None)
    if pressing is not None:
        pressing.hold_off()


class Underneath(Living[ResultT]):
    """A screen that names no keys under a page which has its own: none of them works there."""

    @on(events.ScreenSuspend)
    @on(events.ScreenResume)
    def _name_keys(self, event: events.ScreenSuspend | events.ScreenResume) -> None:
        for line in self.query(KeysLine):
            line.away = isinstance(event, events.ScreenSuspend)


class Once(Living[ResultT]):
    """A screen that is dismissed once, however often the key is pressed.

    Textual takes a screen down a little after it was told to. Told so again in between, or once
    another screen stands in its place, it would raise an error or take down that other one.
    """

    _left = False

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result, unless that is under way already, or done."""
        if self._left or self.app.screen is not self:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)
