"""Whether the terminal can show a session."""

import os
import sys
from collections.abc import Iterator, Mapping

from runlift_tui.commands.doctor.finding import Finding, missing, ok, problem
from runlift_tui.core.athlete.preferences import Glyphs
from runlift_tui.core.settings import glyphs

_WIDTH, _HEIGHT = 60, 16
"""Below this, a session is one plain line."""


def look(environ: Mapping[str, str], wanted: Glyphs = "auto") -> Iterator[Finding]:
    """Yield what there is to say of the terminal."""
    term = environ.get("TERM", "")
    if term == "dumb":
        yield problem("TERM=dumb cannot show a screen", "Use another terminal.")
    else:
        yield ok(f"TERM is {term}" if term else "TERM is not set")
    yield _size()
    yield _colours(term, environ)
    yield _glyphs(environ, wanted)


def _size() -> Finding:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return missing("this runs in a pipe, not in a terminal", "A session needs a terminal.")
    width, height = os.get_terminal_size(sys.stdout.fileno())
    shown = f"{width} columns, {height} rows"
    if width < _WIDTH or height < _HEIGHT:
        return missing(f"small: {shown}", f"From {_WIDTH} x {_HEIGHT} there is more than a line.")
    return ok(shown)


def _colours(term: str, environ: Mapping[str, str]) -> Finding:
    if environ.get("NO_COLOR"):
        return ok("no colours, as NO_COLOR asks")
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return ok("all colours")
    return ok("256 colours" if "256" in term else "16 colours, or more than TERM says")


def _glyphs(environ: Mapping[str, str], wanted: Glyphs) -> Finding:
    """Return which look the screen has, and why."""
    found = glyphs.look(wanted, environ, glyphs.encoding_of(sys.__stderr__))
    if found.is_ascii:
        back = 'glyphs = "full" draws all the same.' if found.by_itself else ""
        return ok(f"the ASCII look: {found.why}", back)
    if found.by_itself:
        return ok("the full look", "Where bars or figures look broken, set glyphs to ascii.")
    return ok(f"the full look: {found.why}")
