"""Where a screen asks to be taken; the app answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from runlift_tui.core.home.ways import Place
    from runlift_tui.core.session.commands import Started


class Wanted(Message):
    """One of these."""


class HomeWanted(Wanted):
    """Back to the first screen."""

    def __init__(self, notice: str = "", *, introduce: bool = False) -> None:
        super().__init__()
        self.notice = notice
        """What the athlete should know there, in a sentence."""
        self.introduce = introduce
        """Whether the first three screens are shown again."""


class MeetingWanted(Wanted):
    """Other machines are to hear of a change soon; the screen stays."""


class PlaceWanted(Wanted):
    """To one of the places that home leads to."""

    def __init__(self, place: Place, at: str = "", then: str = "") -> None:
        super().__init__()
        self.place = place
        self.at = at
        """Id of what is to be chosen there; empty for whatever comes first."""
        self.then = then
        """The action of its screen that is done on arriving; empty for none."""


class SessionWanted(Wanted):
    """Begin a session."""

    def __init__(self, start: Started) -> None:
        super().__init__()
        self.start = start


class ResumeWanted(Wanted):
    """Go on with the unfinished session."""


class SummaryWanted(Wanted):
    """The session under way is finished."""


class SessionAgainWanted(Wanted):
    """The end of a session was undone: on with it."""


class FinishWanted(Wanted):
    """Finish the unfinished session as it stands."""
