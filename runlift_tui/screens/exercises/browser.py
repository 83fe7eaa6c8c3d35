"""What a list of exercises shows at the moment: a filter, a query, and what they find."""

from runlift_tui.core.exercises import browse
from runlift_tui.core.exercises.browse import ExerciseFilter
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.screens.exercises.finder import Finder, Hit
from runlift_tui.store.store import Store
from runlift_tui.widgets.lists.listing import Row


class Browser:
    """The exercises of a store as they are looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._finder: tuple[Shelf, Finder] | None = None
        self._shown: tuple[Shelf, ExerciseFilter, frozenset[str]] | None = None
        self._counted: tuple[Shelf, int] | None = None
        self.filter = ExerciseFilter()
        self.query = ""
        self.hits: list[Hit] = []
        """What is shown, best or favourites first."""

    def prepare(self) -> None:
        """Prepare the search, so that its first letter is answered as fast as any other."""
        self._ready(self._store.desk.shelf())

    def look(self) -> None:
        """Find anew."""
        shelf = self._store.desk.shelf()
        if self.query.strip():
            self.hits = self._ready(shelf).find(self.query, self._among(shelf))
        else:
            self.hits = [Hit(each) for each in browse.shown(shelf, self.filter)]

    def rows(self) -> tuple[Row, ...]:
        """Return what was found as the rows of a list."""
        shelf = self._store.desk.shelf()
        return tuple(_row(shelf, hit) for hit in self.hits)

    def place(self, id_: str) -> int | None:
        """Return where an exercise stands in what was found, or None."""
        places = (place for place, hit in enumerate(self.hits) if hit.exercise.id == id_)
        return next(places, None)

    def words(self) -> str:
        """Return what is looked at, in words: "Exercises   12 of 162   calf"."""
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
            self._finder = (shelf, Finder(everything))
        return self._finder[1]


def _row(shelf: Shelf, hit: Hit) -> Row:
    id_ = hit.exercise.id
    note = hit.alias or browse.marks(shelf, id_)
    return Row(hit.exercise.name, note, "★" if shelf.is_favourite(id_) else " ")
