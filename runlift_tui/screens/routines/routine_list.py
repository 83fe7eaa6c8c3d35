"""The routines as a list shows them, each with what it comes to as the session that comes."""

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.resolve import is_adapted, is_archived, is_own, routine_ids
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import is_last_in_sight
from runlift_tui.core.setup.preview import Preview, routine_sheet
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.widgets.lists.listing import Row


class RoutineList(ListModel[str]):
    """The routines that are looked at, by their ids; some ship, so it is never empty."""

    def __init__(self, routines: RoutineChanges) -> None:
        self._routines = routines
        self._ids: tuple[str, ...] = ()
        self._previews: tuple[Shelf, dict[str, Preview]] | None = None
        self.archived = False
        """Whether the archived ones are shown too."""

    def rows(self) -> tuple[Row, ...]:
        """Return the routines there are now, as the rows of a list."""
        shelf = self._routines.shelf
        self._ids = routine_ids(shelf, archived=self.archived)
        return tuple(self._row(shelf, each) for each in self._ids)

    def _row(self, shelf: Shelf, id_: str) -> Row:
        said = (
            ("own", is_own(shelf, id_)),
            ("changed", is_adapted(shelf, id_)),
            ("archived", is_archived(shelf, id_)),
        )
        found = self.preview(id_)
        length = f"{found.minutes} min" if found.sets else "cannot start"
        note = ", ".join([*(word for word, so in said if so), length])
        mark = "●" if id_ == self._routines.suggested else " "
        return Row(self._routines.routine(id_).name, note, mark)

    def preview(self, id_: str) -> Preview:
        """Return what a routine comes to as the session that comes; it is worked out once."""
        shelf = self._routines.shelf
        if self._previews is None or self._previews[0] is not shelf:
            self._previews = (shelf, {})
        found = self._previews[1]
        if id_ not in found:
            found[id_] = self._routines.coming_preview(id_)
        return found[id_]

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the routines."""
        return self._ids

    def id_of(self, item: str) -> str:
        """Return the id."""
        return item

    def in_vain(self, place: int) -> tuple[str, ...]:
        """Return what would come to nothing: to suggest, train or archive what cannot be."""
        id_, today = self.id_at(place), self._routines.today
        found = ["suggest"] if id_ == self._routines.suggested else []
        if is_last_in_sight(self._routines.shelf, id_):
            found.append("archive")
        if id_ and (today.unfinished is not None or self.preview(id_).why_not):
            found.append("train")
        return tuple(found)

    def is_away(self, id_: str) -> bool:
        """Whether a routine is archived."""
        return is_archived(self._routines.shelf, id_)

    def sheet(self, id_: str) -> tuple[SheetLine, ...]:
        """Return all that a routine comes to; nothing for no routine."""
        if not id_:
            return ()
        suggested, shelf = self._routines.suggested, self._routines.shelf
        return routine_sheet(self._routines.routine(id_), self.preview(id_), shelf, suggested)

    def words(self) -> str:
        """Return what is looked at, in words: "Routines   12"."""
        more = "   with the archived ones" if self.archived else ""
        return f"Routines   {len(self._ids)}{more}"
