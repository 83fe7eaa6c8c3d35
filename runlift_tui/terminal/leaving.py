"""How the program ends from inside: by a key, and not at once where something is not saved."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from runlift_tui.screens.parts.once import Living
from runlift_tui.terminal.input import behind_keys

_WARNED_S = 5.0
_WARNING = "Not saved: quitting now loses what the disk refused. Once more quits."


class Leaving:
    """Ends an app once; a session under way stays as it is."""

    def __init__(self, app: App[Any], close: Callable[[], object]) -> None:
        """Have it go on.

        Args:
            app: What ends.
            close: Closes what a session under way holds.
        """
        self._app = app
        self._close = close
        self._warned = False
        self.is_over = False
        """Whether it was asked to end, or met a fault."""

    def soon(self) -> None:
        """Leave behind what was typed so far, asked on any thread or by a signal.

        Raises:
            KeyboardInterrupt: it does not run yet, or no more.
        """
        loop = self._app._loop
        if loop is None:
            self.is_over = True
            raise KeyboardInterrupt
        with suppress(RuntimeError):  # it has ended in the same moment
            loop.call_soon_threadsafe(behind_keys, self._app, self.now)

    def now(self) -> None:
        """End the program."""
        if self.is_over:
            return
        self.is_over = True
        take_open(self._app)
        self._close()
        self._app.exit()

    def ask(self, *, at_risk: bool) -> None:
        """End it, or where something is at risk, only when asked once more."""
        if not at_risk or self._warned:
            self.now()
            return

        def forget() -> None:
            self._warned = False

        self._warned = True
        self._app.set_timer(_WARNED_S, forget)
        self._app.notify(_WARNING, timeout=_WARNED_S, markup=False)


def take_open(app: App[Any]) -> None:
    """Have taken over what was typed in the last second, whoever asks the program to end."""
    with suppress(Exception), app._context():
        for screen in app._screen_stacks.get(app.current_mode, []):
            if isinstance(screen, Living):
                screen.take_open()
