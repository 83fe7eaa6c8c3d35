"""What a list of exercises shows at the moment: a filter, a query, and what they find."""

from datetime import date
from functools import cached_property

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises import browse
from runlift_tui.core.exercises.browse import ExerciseFilter
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.needs import kit_words
from runlift_tui.core.exercises.sheet import brief, sheet
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.sets.lately import DAY_CELLS, day_in_a_list, days_done, done_lately
from runlift_tui.core.sets.pain import hurt_words
from runlift_tui.core.sets.told import done_shown, last_lines
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

    @cached_property
    def _today(self) -> date:
        return self._store.today()

    @cached_property
    def _days(self) -> dict[str, date]:
        """When each exercise was done last."""
        clock = self._store.clock
        offset = clock.utc_offset_min(clock.stamp().utc_ms)
        return days_done(self._facts.last_times, offset)

    def prepare(self) -> None:
        """Prepare the search, so that its first letter is answered as fast as any other."""
        self._ready(self._store.desk.shelf())

    def rows(self) -> tuple[Row, ...]:
        """Find anew, and return what was found as the rows of a list."""
        shelf = self._store.desk.shelf()
        if self.query.strip():
            self.hits = self._ready(shelf).find(self.query, self._among(shelf))
        else:
            lately = done_lately(self._days, self._today)
            self.hits = [Hit(each) for each in browse.shown(shelf, self.filter, lately)]
        return tuple(self._row(shelf, hit) for hit in self.hits)

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

    def sheets(self, place: int) -> tuple[tuple[SheetLine, ...], tuple[SheetLine, ...]]:
        """Return all that is known of the exercise in a row, and the same in few lines."""
        found, shelf = self.exercise(place), self._store.desk.shelf()
        if found is None:
            return (), ()
        hurt = tuple(filter(None, (hurt_words(self._facts.pains, found.id),)))
        times = [each for each in self._facts.last_times if each.exercise == found.id]
        shown = (
            f"{each.slot}  {done_shown(each.sets, each.stopped, self.unit)}" for each in times[:1]
        )
        whole = sheet(found, shelf, (*hurt, *last_lines(found.id, times, self.unit)))
        return whole, brief(found, shelf, (*hurt, *shown))

    def _row(self, shelf: Shelf, hit: Hit) -> Row:
        """Return a row: a name and what it was found by, or what it needs and its last day."""
        exercise, mark = hit.exercise, "★" if shelf.is_favourite(hit.exercise.id) else " "
        if hit.alias:
            return Row(exercise.name, hit.alias, mark)
        day = day_in_a_list(self._days.get(exercise.id), self._today)
        note = "  ".join(filter(None, (browse.marks(shelf, exercise.id), f"{day:<{DAY_CELLS}}")))
        return Row(exercise.name, note, mark, more=kit_words(exercise))

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
