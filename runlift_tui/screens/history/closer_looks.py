"""Names in the history, and what it opens about the chosen session."""

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.told import SessionFilter, exercises_of
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.store import Store


def exercise_names(store: Store) -> dict[str, str]:
    """Return the ids of the exercises that were ever done, by their names."""
    shelf = store.desk.shelf()
    ids = dict.fromkeys(each.exercise for each in store.facts().last_times)
    return {(found.name if (found := shelf.get(id_)) else id_): id_ for id_ in ids}


def filter_words(store: Store, what: SessionFilter) -> tuple[str, str]:
    """Return the names of the routine and of the exercise that are looked at alone."""
    exercise = store.desk.shelf().get(what.exercise) if what.exercise else None
    return what.routine, what.exercise if exercise is None else exercise.name


class CloserLooks:
    """How an exercise of the chosen session went, and the session as text.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: ListPage, store: Store, listed: PastList) -> None:
        self._page = page
        self._store = store
        self._list = listed

    def action_past(self) -> None:
        """Show how an exercise of the chosen session went."""
        from runlift_tui.screens.exercises.choosing import ExerciseChoosing

        only = self._list.filter.exercise
        chosen, shelf = self._list.at(self._page.listing.chosen), self._store.desk.shelf()
        found = () if chosen is None else exercises_of(chosen, shelf.get)
        wanted = [each for each in found if each.id == only] or found
        if len(wanted) == 1:
            self._show(wanted[0])
        elif wanted:
            asked = ExerciseChoosing("How it went", wanted, former=shelf.former)
            self._page.app.push_screen(asked, self._show)

    def _show(self, exercise: Exercise | None) -> None:
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        if exercise is not None:
            self._page.app.push_screen(ExercisePastScreen(self._store, exercise))

    def action_as_text(self) -> None:
        """Copy the chosen session as text, and show it."""
        from runlift_tui.core.history.text import session_text
        from runlift_tui.screens.parts.as_text import AsTextScreen

        chosen = self._list.at(self._page.listing.chosen)
        if chosen is not None:
            unit = self._store.desk.athlete().unit
            self._page.app.push_screen(AsTextScreen(session_text(chosen, unit)))
