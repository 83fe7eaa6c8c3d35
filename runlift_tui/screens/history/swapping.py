"""A swap that was forgotten: which exercise was another one, and which."""

from collections.abc import Callable

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.rearrange import EXERCISE_ON, after
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.screens.history.putting_right import OpenSession, PuttingRight, firsts, place_words


class Swapping:
    """Asks for the exercise that was done in truth.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(
        self, page: OpenSession, right: PuttingRight, take: Callable[[str, str], None]
    ) -> None:
        """Ask over a session.

        Args:
            page: Shows it.
            right: Knows what may have been done.
            take: Is given `EXERCISE` or `EXERCISE_ON`, and the id of an exercise to be put into
                the chosen set.
        """
        self._page = page
        self._right = right
        self._take = take

    def action_swap(self) -> None:
        """Put right which exercise was done from a set on: the chosen one, or one asked for."""
        page = self._page
        if page.at is not None:
            self.ask(page.at, EXERCISE_ON)
            return

        def chosen(first: Exercise | None) -> None:
            if first is not None:
                page.lines.chosen = page.shown.row_of(int(first.id))
                page.paint()
                self.ask(int(first.id), EXERCISE_ON)

        day = f"{page.session.day:%a} {page.session.day.day} {page.session.day:%b}"
        title = f"{day}   which was not done, as another one was?"
        found = firsts(page.session, self._right.unit)
        asked = ExerciseChoosing(title, found, former=self._right.former)
        page.app.push_screen(asked, chosen)

    def ask(self, at: int, key: str, begun: str = "") -> None:
        """Ask what was done in a set alone, or in those after it too: `EXERCISE_ON`.

        Args:
            at: The place of the set.
            key: `EXERCISE` or `EXERCISE_ON`.
            begun: What was typed of its name already.
        """

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None:
                self._take(key, exercise.id)

        session = self._page.session
        name = session.sets[at].name
        others = after(session, at)
        on = "" if not others else " and on" if key == EXERCISE_ON else " alone"
        title = f"{place_words(session, at)}{on}   what was done instead of {name}"
        found = self._right.exercises(session, at)
        asked = ExerciseChoosing(title, found, former=self._right.former, begun=begun)
        self._page.app.push_screen(asked, chosen)
