"""What goes out to the terminal: in ASCII where it has no more, and never waited for."""

import os
import re
import sys
from collections.abc import Callable
from typing import Any

from textual.app import App

from runlift_tui.core.athlete.preferences import Glyphs
from runlift_tui.core.settings.glyphs import encoding_of, look
from runlift_tui.looks import glyphs

MOST_WAITING = 24
"""So many writes may wait for the terminal, before it counts as stopped: eight pictures.

Textual waits itself when there are 30, and nothing that an athlete does would count meanwhile.
"""
_LOOK_S = 0.1
_STYLE = r"\x1b\[(?!0m)[0-9;]+m"
_MIXED = "one upon another"
_STYLED = re.compile(
    rf"\x1b\[0m(?:(?:\n?(?P<move>\x1b\[[0-9]+;[0-9]+H))?(?P<style>{_STYLE}))?|(?P<bare>{_STYLE})"
)
"""The end of a style, with the next one where that comes at once; or one behind none."""


def said_once(text: str) -> str:
    """Return what goes out without styles that end and begin again, row by row.

    Nothing that is seen changes: a line's end before a move goes too, and a style that is put upon
    another is left as it is.
    """
    held = ""

    def put(found: re.Match[str]) -> str:
        nonlocal held
        before, bare = held, found["bare"] or ""
        held = found["style"] or (_MIXED if before and bare else bare)
        return found["move"] or "" if found["style"] == before else found[0]

    return _STYLED.sub(put, text)


def draw(app: App[Any], wanted: Glyphs, repaint: Callable[[], object]) -> None:
    """Have an app draw what its terminal can show, when it can.

    A terminal that is stopped (by ctrl+s, by `screen`, by a line that hangs) takes nothing. Then
    pictures are left out, the session goes on, and all of the last one is drawn once the terminal
    has taken what waits for it.

    Args:
        app: One that does not run yet.
        wanted: What the setting says.
        repaint: Draws everything anew.
    """
    encoding = encoding_of(sys.__stderr__)
    has = glyphs.having(encoding)
    driver = app.driver_class

    class GlyphDriver(driver):  # type: ignore[valid-type, misc]
        """Puts what goes out into ASCII, where that is the look; leaves out what cannot go."""

        _in_order = False
        """Whether everything has to go out: the terminal is given back."""
        _left_out = False

        def write(self, data: str) -> None:
            """Write to the terminal, unless it is stopped."""
            if self._waiting() > MOST_WAITING and not self._in_order:
                if not self._left_out:
                    self._left_out = True
                    self._look_again()
                return
            data = said_once(data)
            super().write(glyphs.in_ascii(data, has) if glyphs.is_ascii(app) else data)

        def stop_application_mode(self) -> None:
            """Give the terminal back as it was."""
            self._in_order = True
            super().stop_application_mode()
            self._in_order = False

        def _waiting(self) -> int:
            queue = getattr(getattr(self, "_writer_thread", None), "_queue", None)
            return 0 if queue is None else queue.qsize()

        def _look_again(self) -> None:
            self._loop.call_soon_threadsafe(self._loop.call_later, _LOOK_S, self._come_back)

        def _come_back(self) -> None:
            if self._waiting():
                self._look_again()
                return
            self._left_out = False
            app.call_later(repaint)

    app.driver_class = GlyphDriver
    known = look("auto", os.environ, encoding)
    glyphs.know_terminal(app, has_blocks=not known.is_ascii)
    glyphs.take_up(app, wanted)
