"""The chosen session of the history: gone into, to be put right, or deleted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.parts.past_changes import PastChanges
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.screens.history.past_session import PastSessionScreen


class GoingIn:
    """What is done to the chosen session.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        page: ListPage,
        store: Store,
        listed: PastList,
        changes: PastChanges,
        settled: Callable[[Amendment, str], object],
    ) -> None:
        """Change sessions of a page.

        Args:
            page: Has the list.
            store: Has the clock and the exercises.
            listed: What stands in the list.
            changes: Where changes go.
            settled: Hears of them once the disk has them.
        """
        self._page = page
        self._store = store
        self._list = listed
        self._changes = changes
        self._settled = settled

    def action_edit(self) -> None:
        """Go into the chosen session, to put it right."""
        self._go_in(lambda _: None)

    def action_swap(self) -> None:
        """Go into the chosen session, and ask which exercise was another one."""
        self._go_in(lambda screen: screen.run_action("swap"))

    def action_when(self) -> None:
        """Go into the chosen session, to its day, its start and its end."""
        self._go_in(lambda screen: screen.run_action("when"))

    def _go_in(self, then: Callable[["PastSessionScreen"], object]) -> None:
        from runlift_tui.screens.history.past_session import PastSessionScreen

        chosen, page, store = self._chosen, self._page, self._store
        if chosen is None or page.is_locked():
            return
        page.tell("")
        unit = store.desk.athlete().unit
        screen = PastSessionScreen(chosen, store, unit, self._changes, self._settled, then=then)
        page.app.push_screen(screen, lambda _: self._changes.listen(self._settled, page.tell))

    def action_delete(self) -> None:
        """Delete the chosen session."""
        from runlift_tui.screens.history.past_session import delete

        chosen = self._chosen
        if chosen is not None and not self._page.is_locked():
            delete(self._changes, chosen)

    @property
    def _chosen(self) -> "PastSession | None":
        return self._list.at(self._page.listing.chosen)
