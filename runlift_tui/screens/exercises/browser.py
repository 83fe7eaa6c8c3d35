"""What a list of exercises shows at the moment: a filter, a query, and what they find."""

from functools import cached_property

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises import browse
from runlift_tui.core.exercises.browse import ExerciseFilter
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.sheet import sheet
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.sets.pain import hurt_words
from runlift_tui.core.sets.told import last_lines
from runlift_tui.screens.exercises.finder import Finder, Hit
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.store.store import Store
from runlift_tui.widgets.lists.listing import Row


class Browser(ListModel[Hit]):
    """The exercises of a store as they are looked at; some ship, so it is never empty."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.unit = store.desk.athlete().unit
        """Of loads."""
        self._finder: tuple[Shelf, Finder] | None = None
        self._shown: tuple[Shelf, ExerciseFilter, frozenset[str]] | None = None
        self._counted: tuple[Shelf, int] | None = None
        self.filter = ExerciseFilter()
        self.query = ""
        self.hits: list[Hit] = []
        """What is shown, best or favourites first."""

    @cached_property
    def _facts(self) -> Facts:
        return self._store.facts()

    def prepare(self) -> None:
        """Prepare the search, so that its first letter is answered as fast as any other."""
        self._ready(self._store.desk.shelf())

    def rows(self) -> tuple[Row, ...]:
        """Find anew, and return what was found as the rows of a list."""
        shelf = self._store.desk.shelf()
        if self.query.strip():
            self.hits = self._ready(shelf).find(self.query, self._among(shelf))
        else:
            self.hits = [Hit(each) for each in browse.shown(shelf, self.filter)]
        return tuple(_row(shelf, hit) for hit in self.hits)

    @property
    def items(self) -> list[Hit]:
        """What was found."""
        return self.hits

    def id_of(self, item: Hit) -> str:
        """Return the id of an exercise."""
        return item.exercise.id

    def exercise(self, place: int) -> Exercise | None:
        """Return the exercise in a row, or None where there is none."""
        found = self.at(place)
        return None if found is None else found.exercise

    def sheet(self, place: int) -> tuple[SheetLine, ...]:
        """Return all that is known of the exercise in a row."""
        found = self.exercise(place)
        if found is None:
            return ()
        last = last_lines(found.id, self._facts.last_times, self.unit)
        hurt = hurt_words(self._facts.pains, found.id)
        return sheet(found, self._store.desk.shelf(), (*filter(None, (hurt,)), *last))

    def words(self) -> str:
        """Return what is looked at, in words: "Exercises   12 of 178   calf"."""
        total, found = self._total(), len(self.hits)
        count = f"{total}" if found == total else f"{found} of {total}"
        return "   ".join(filter(None, ("Exercises", count, self.filter.words())))

    def _total(self) -> int:
        shelf = self._store.desk.shelf()
        if self._counted is None or self._counted[0] is not shelf:
            self._counted = (shelf, len(shelf.exercises()))
        return self._counted[1]

    def _among(self, shelf: Shelf) -> frozenset[str]:
        """Return the ids that the filter lets through."""
        if self._shown is None or self._shown[0] is not shelf or self._shown[1] != self.filter:
            ids = frozenset(each.id for each in browse.shown(shelf, self.filter))
            self._shown = (shelf, self.filter, ids)
        return self._shown[2]

    def _ready(self, shelf: Shelf) -> Finder:
        """Return the search over a shelf, archived exercises and all; it is prepared once."""
        if self._finder is None or self._finder[0] is not shelf:
            everything = browse.ordered(shelf, shelf.exercises(archived=True).values())
            self._finder = (shelf, Finder(everything, shelf.former))
        return self._finder[1]


def _row(shelf: Shelf, hit: Hit) -> Row:
    id_ = hit.exercise.id
    note = hit.alias or browse.marks(shelf, id_)
    return Row(hit.exercise.name, note, "★" if shelf.is_favourite(id_) else " ")
