"""What else can stand in a slot: the likest first, the rest by typing."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.screens.exercises.choosing import ExerciseList

_HOW_LONG = ("for today", "from now on")


class SwapScreen(ExerciseList[tuple[Exercise, bool] | None]):
    """Choose an exercise; dismissed with it and whether it is from now on, or with None."""

    KEYS = "enter  swap     tab  for how long     ↑↓  choose     escape  back"

    BINDINGS = [Binding("tab,shift+tab", "for_good", show=False, priority=True)]

    def __init__(
        self,
        slot: str,
        now: Exercise,
        choices: Sequence[Exercise],
        closed: Callable[[Exercise], str],
    ) -> None:
        """Offer exercises.

        Args:
            slot: Label of the slot.
            now: What stands there.
            choices: What can stand there, in the order in which it is offered.
            closed: Returns why one is closed for now, in words; empty where it is open.
        """
        super().__init__(f"Swap {slot}  {now.name}", choices, closed)
        self._keep = False

    def between(self) -> ComposeResult:
        """Yield for how long."""
        yield Static(_how_long(keep=False), id="how-long")

    def taken(self, exercise: Exercise) -> None:
        """Swap it in."""
        self.dismiss((exercise, self._keep))

    def action_for_good(self) -> None:
        """Swap for today, or from now on; that reaches the routine when the session is saved."""
        self._keep = not self._keep
        self.query_one("#how-long", Static).update(_how_long(keep=self._keep))


def _how_long(*, keep: bool) -> Content:
    shown = [
        (f" {word} ", "reverse bold" if place == keep else "$quiet")
        for place, word in enumerate(_HOW_LONG)
    ]
    return Content.assemble(shown[0], "  ", shown[1])
