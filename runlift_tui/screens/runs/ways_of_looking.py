"""Ways of looking at the runs: one kind alone, in kilometres or miles, the 5K over time."""

from msgspec import structs

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.units import Distance
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.runs.run_list import RunList
from runlift_tui.screens.runs.typing import RunTyping
from runlift_tui.store.store import Store


class WaysOfLooking:
    """How the runs of a page are looked at.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: ListPage, store: Store, runs: RunList, typing: RunTyping) -> None:
        self._page = page
        self._store = store
        self._runs = runs
        self._typing = typing

    def action_kind(self) -> None:
        """Choose a kind to look at alone."""
        counts = [Count(kind.value, found) for kind, found in self._runs.kinds.items()]
        now = self._runs.kind.value if self._runs.kind else ""
        self._page.ask("Only the kind", counts, now, self.narrow, "runs.kind")

    def narrow(self, kind: str) -> None:
        """Look at one kind alone, or at all for an empty one; the chosen run stays if it can."""
        id_ = self._page.chosen_id
        self._runs.narrow(RunKind(kind) if kind else None)
        self._page.look(id_)

    def action_unit(self) -> None:
        """Change between kilometres and miles."""
        page, runs = self._page, self._runs
        runs.unit = Distance.MI if runs.unit is Distance.KM else Distance.KM
        if not page.changes.locked:
            desk = self._store.desk
            desk.keep_athlete(structs.replace(desk.athlete(), distance=runs.unit))
        page.look(page.chosen_id)
        self._typing.read(self._typing.line.value)
        name = "miles" if runs.unit is Distance.MI else "kilometres"
        page.tell(f"Distances are in {name} now.")

    def action_five_k(self) -> None:
        """Show what the 5K did over time."""
        from runlift_tui.screens.progress.five_k import FiveKScreen

        self._page.app.push_screen(FiveKScreen(lambda: self._runs.fives, self._runs.unit))
