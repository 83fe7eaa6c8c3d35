"""A swap that was forgotten: which exercise was another one, and which."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.screens.history.putting_right import PuttingRight, firsts, place_words

if TYPE_CHECKING:
    from runlift_tui.screens.history.past_session import PastSessionScreen


class Swapping:
    """Asks for the exercise that was done in truth.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(
        self, page: "PastSessionScreen", right: PuttingRight, take: Callable[[str], None]
    ) -> None:
        """Ask over a session.

        Args:
            page: Shows it.
            right: Knows what may have been done.
            take: Puts an exercise, by its id, into the chosen set, and those after it in its slot;
                raises `Refused` where that cannot be.
        """
        self._page = page
        self._right = right
        self._take = take

    def action_swap(self) -> None:
        """Put right which exercise was done: in the chosen set, or in one that is asked for."""
        page = self._page
        if page.at is not None:
            self.ask(page.at)
            return

        def chosen(first: Exercise | None) -> None:
            if first is not None:
                page.lines.chosen = int(first.id) + 1
                page.paint()
                self.ask(int(first.id))

        title = "Which of them was not done, but another one?"
        found = firsts(page.session, self._right.unit)
        asked = ExerciseChoosing(title, found, former=self._right.former)
        page.app.push_screen(asked, chosen)

    def ask(self, at: int) -> None:
        """Ask what was done in a set."""

        def chosen(exercise: Exercise | None) -> None:
            try:
                if exercise is not None:
                    self._take(exercise.id)
            except Refused as refused:
                self._page.tell(f"{refused}. It stays as it was.")

        session = self._page.session
        name = session.sets[at].name
        of_slot = [each.slot for each in session.sets[at + 1 :]]
        on = " and on" if session.sets[at].slot in of_slot else ""
        title = f"{place_words(session, at)}{on}   what was done instead of {name}"
        found = self._right.exercises(session, at)
        self._page.app.push_screen(
            ExerciseChoosing(title, found, former=self._right.former), chosen
        )
