"""From anywhere in a session of the past to when it was."""

from runlift_tui.core.history.frame import BEGAN
from runlift_tui.screens.history.putting_right import OpenSession, PuttingRight


class ToWhen:
    """Goes to the session's day and its start; its end stands below them.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: OpenSession, right: PuttingRight) -> None:
        """Go there on a page.

        Args:
            page: Shows the session.
            right: Knows its values.
        """
        self._page = page
        self._right = right

    def action_when(self) -> None:
        """Go to when the session was."""
        page = self._page
        page.lines.chosen, page.in_values = 0, True
        page.values.chosen = self._right.keys(page.session, None).index(BEGAN)
        page.paint()
