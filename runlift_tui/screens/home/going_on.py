"""What home does with an unfinished session, and takes back: goes on, finishes, sets it aside."""

from runlift_tui.screens.home.looking import Looking
from runlift_tui.screens.home.today import SetAside, Today
from runlift_tui.screens.parts.once import Living
from runlift_tui.screens.parts.wanted import FinishWanted, ResumeWanted


class GoingOn:
    """Its actions are the screen's: see `Living.take_actions`."""

    def __init__(self, page: Living[None], today: Today, aside: SetAside, looking: Looking) -> None:
        """Do nothing yet.

        Args:
            page: Home.
            today: This moment, which has the session.
            aside: Discards it, and brings it back.
            looking: Has the answers given here.
        """
        self._page = page
        self._today = today
        self._aside = aside
        self._looking = looking

    def first(self) -> None:
        """Do what is offered first: go on, or finish what nobody goes on with any more."""
        unfinished = self._today.unfinished
        if unfinished is None:
            return
        from runlift_tui.core.home.unfinished import finishes_first

        at = self._today.walked()[0].session.at
        first = finishes_first(unfinished.live.session, at)
        self._page.want(FinishWanted() if first else ResumeWanted())

    def action_resume(self) -> None:
        """Go on with the unfinished session."""
        if self._today.may_resume():
            self._page.want(ResumeWanted())

    def action_finish(self) -> None:
        """Finish the unfinished session as it stands."""
        if self._today.may_resume():
            self._page.want(FinishWanted())

    def action_discard(self) -> None:
        """Set the unfinished session aside."""
        if self._today.may_resume():
            self._aside.discard()

    def action_undo(self) -> None:
        """Take an answer given here back, bring a discarded session back, or an import away."""
        if not self._looking.undo():
            self._aside.undo()

    def action_redo(self) -> None:
        """Discard again what was brought back."""
        self._aside.redo()
