"""What goes out to the terminal: in ASCII where it has no more than that."""

import os
import sys
from typing import Any

from textual.app import App

from runlift_tui.core.athlete.preferences import Glyphs
from runlift_tui.core.settings.glyphs import encoding_of, look
from runlift_tui.looks import glyphs


def draw(app: App[Any], wanted: Glyphs) -> None:
    """Have an app draw what its terminal can show.

    Args:
        app: One that does not run yet.
        wanted: What the setting says.
    """
    encoding = encoding_of(sys.__stderr__)
    has = glyphs.having(encoding)
    driver = app.driver_class

    class Drawing(driver):  # type: ignore[valid-type, misc]
        """Puts what goes out into ASCII, where that is the look."""

        def write(self, data: str) -> None:
            """Write to the terminal."""
            super().write(glyphs.in_ascii(data, has) if glyphs.is_ascii(app) else data)

    app.driver_class = Drawing
    known = look("auto", os.environ, encoding)
    glyphs.know_terminal(app, has_blocks=not known.is_ascii)
    glyphs.take_up(app, wanted)
