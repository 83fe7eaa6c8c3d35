"""What the program was started for."""

from collections.abc import Callable

from msgspec import Struct

from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.choices import Choices


class Opening(Struct, frozen=True):
    """What the program was started for."""

    start: Started | None = None
    """Begin this session at once, without home."""
    resume: bool = False
    """Go on with the unfinished session at once."""
    early: str = ""
    """What speaks against that session already today, in words; empty where it is time."""
    asked: Choices | None = None
    """What to suggest once the unfinished session, which comes first, is out of the way."""
    introduced: Callable[[], Started] | None = None
    """Returns that session by what a newcomer was asked first; None where nothing is asked."""
