"""A page with a list on it: one row is chosen, shown whole beside the list, and changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events, on
from textual.widgets import Input

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.keys.action import DIGITS
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.changing_page import ChangingPage, Openers
from runlift_tui.screens.parts.page import LIST_CSS, name_keys, screen_name
from runlift_tui.widgets.lines.begun_line import SearchLine
from runlift_tui.widgets.lists.listing import (
    Listing,
    Row,
    RowClicked,
    RowsScrolled,
    choosable,
)
from runlift_tui.widgets.lists.value_listing import ValueClicked, ValueListing

_TO_THE_LIST = KeyFace("enter", "to the list")
_SEARCH_KEYS = "previous next=choose"
_END_SEARCH = KeyFace("escape", "end the search")
_ALONG = ("previous", "next", "week-older", "week-newer", "year-older", "year-newer")
"""What comes to nothing where no other row can be chosen."""
_PUT_RIGHT = ("edit", "delete", "swap", "when")
_OF_A_ROW = (
    *_PUT_RIGHT,
    "whole",
    "past",
    "text",
    "favourite",
    "copy",
    "archive",
    "suggest",
    "train",
)
"""What comes to nothing where no row is chosen."""


Item = TypeVar("Item")


class ListModel(Generic[Item]):
    """What stands in a list: a screen's own says which items there are, and how each is shown."""

    @property
    def items(self) -> Sequence[Item]:
        """What stands in the rows, in their order."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could ever stand in it."""
        return False

    def rows(self) -> Sequence[Row]:
        """Return the rows as they are now; each may be worked out when it comes into sight."""
        raise NotImplementedError

    def id_of(self, item: Item) -> str:
        """Return the id of an item; empty where it cannot be chosen."""
        raise NotImplementedError

    def at(self, place: int) -> Item | None:
        """Return what stands in a row, or None where there is nothing."""
        return self.items[place] if place < len(self.items) else None

    def id_at(self, place: int) -> str:
        """Return the id of what stands in a row; empty where there is nothing."""
        found = self.at(place)
        return "" if found is None else self.id_of(found)

    def in_vain(self, place: int) -> Iterable[str]:
        """Return the names of actions that would come to nothing with what stands in a row."""
        return ()

    def place_of(self, id_: str) -> int | None:
        """Return the row of something, or None where it is not shown."""
        places = (n for n, each in enumerate(self.items) if id_ and self.id_of(each) == id_)
        return next(places, None)


class ListPage(ChangingPage):
    """A page that owns choosing; a screen says what is `listed`, and paints what is chosen."""

    CSS_PATH = LIST_CSS

    KEYS: ClassVar[tuple[KeyFace, ...]] = ()
    """What its last line shows."""
    EMPTY_KEYS: ClassVar[tuple[KeyFace, ...]] = ()
    """What its last line shows while there is nothing."""

    listed: ListModel[Any] = ListModel()

    TELLS_OF_OTHERS = True

    _came_from: Mapping[str, int] = {}
    """By the id of what a change led to, the row that was chosen before it."""

    def came_in(self, told: str) -> bool:
        """Show it, and say in one line what came in."""
        if not self.read_anew():
            return False
        if told:
            self.tell(told)
        return True

    @property
    def listing(self) -> Listing:
        """The list that the keys go through."""
        return self.query_one(Listing)

    @property
    def chosen_id(self) -> str:
        """The id of what is chosen; empty where there is nothing."""
        return self.listed.id_at(self.listing.chosen)

    # What a screen says

    def paint(self) -> None:
        """Show what belongs to the chosen row."""
        raise NotImplementedError

    def nearest(self, place: int, by: int = 1) -> int:
        """Return the row that is chosen for a place, on a way down, or up below zero."""
        return choosable(self.listing.rows, place, by)

    def in_vain(self) -> Iterator[str]:
        """Yield what would come to nothing on any page, in this list, and with the chosen row."""
        yield from super().in_vain()
        here = self.listing.chosen
        if self.nearest(here + 1, 1) == here and self.nearest(here - 1, -1) == here:
            yield from _ALONG
        if not self.listing.rows:
            yield from _OF_A_ROW
        yield from self.listed.in_vain(here)

    # Choosing

    def look(self, id_: str = "") -> None:
        """Show the rows anew, and choose one: of this id, or whatever is there now."""
        listing = self.listing
        listing.rows = self.listed.rows()
        place = self.listed.place_of(id_)
        if place is None:  # taken back: the keys go on where they were before it
            place = self._came_from.get(id_)
        listing.chosen = self.nearest(listing.chosen if place is None else place)
        self.offer()
        self.paint()

    def offer(self) -> None:
        """Show the keys that do something; where there is nothing, what will stand here."""
        is_empty = self.listed.is_empty
        self.set_class(is_empty, "-empty")
        if not isinstance(self.focused, Input):
            self.show_keys(self.EMPTY_KEYS if is_empty else self.KEYS)
        else:
            name_keys(self)

    def choose(self, place: int, by: int = 1) -> None:
        """Choose a row, or the nearest to it."""
        self.listing.chosen = self.nearest(place, by)
        self.paint()
        name_keys(self)

    def show(self, done: Changed) -> None:
        """Show what came of a change, and keep from where it led there."""
        was = self.listing.chosen
        super().show(done)
        if done.id and self.listing.chosen != was:
            self._came_from = {**self._came_from, done.id: was}

    def action_move(self, by: int) -> None:
        """Choose another row."""
        self.choose(self.listing.chosen + by, by)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the row that was clicked."""
        self.choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.choose(self.listing.chosen + message.by, message.by)

    def ask(
        self,
        title: str,
        names: Sequence[Count],
        now: str,
        take: Callable[[str], object],
        opened_by: str,
    ) -> None:
        """Have one of a few names chosen; `take` is given it, or "" for any.

        The keys of the action that asks, which has the id `opened_by`, leave everything as it is.
        """
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                take(name)

        self.app.push_screen(ChoosingScreen(title, names, now, opened_by=opened_by), chosen)


class SearchPage(ListPage):
    """A list that can be searched, and narrowed in other ways."""

    @property
    def line(self) -> SearchLine:
        """The line that is searched with."""
        return self.query_one(SearchLine)

    # What a screen says

    def search(self, query: str) -> None:
        """Show what a query finds."""
        raise NotImplementedError

    def widen(self) -> bool:
        """Take every filter away; return whether there was one."""
        raise NotImplementedError

    def openers(self, event: events.Key) -> Openers:
        """Return the search, by the key that begins it."""
        return dict.fromkeys(self.keys_of(f"{screen_name(self)}.search"), self.action_search)

    def action_search(self) -> None:
        """Let the typing go into the search line."""
        if self.listed.is_empty:
            return
        self.tell(self.changes.locked)  # what was said before is about the list, and is over
        self.line.begin()
        self.show_keys((_TO_THE_LIST, *faces(screen_name(self), _SEARCH_KEYS), _END_SEARCH))

    def on_click(self, event: events.Click) -> None:
        """Begin the search by a click into its line."""
        if event.widget is self.line and not self.line.has_focus:
            self.action_search()

    @on(Input.Submitted)
    def end_search(self) -> None:
        """Let the keys go to the list again; what was found stays."""
        self.line.end()
        self.offer()

    def step_back(self) -> bool:
        """Take the search away, then the filters."""
        line = self.line
        if not line.has_focus and not line.value:
            return self.widen()
        id_ = self.chosen_id
        self.end_search()
        line.value = ""
        self.look(id_)
        return True


class TwoSidedPage(ListPage):
    """The keys go through the lines, or through the values of the chosen line.

    A screen paints both sides, and has a value typed.
    """

    in_values = False
    """Whether the keys go through the values."""
    _fits_soon = False
    """Whether it is shown anew soon in another width."""
    takes_words = False
    """Whether the chosen value is words, which a letter begins as a digit begins a number."""

    @property
    def lines(self) -> Listing:
        """The lines; they come first on the page."""
        return self.query_one(Listing)

    @property
    def values(self) -> ValueListing:
        """The values of the chosen line."""
        return self.query_one(ValueListing)

    @property
    def listing(self) -> Listing:
        """The side that the keys go through."""
        return self.values if self.in_values else self.lines

    def on_resize(self, event: events.Resize) -> None:
        """Show as much as the window has room for, once for all sizes on the way to the last."""

        def fit() -> None:
            self._fits_soon = False
            self.paint()

        if not self._fits_soon:
            self._fits_soon = True
            self.call_after_refresh(fit)

    # What a screen says

    @property
    def is_fixed(self) -> bool:
        """Whether nothing of the chosen line can be changed."""
        return False

    def type_value(self, begun: str = "") -> None:
        """Have the chosen value typed; `begun` was typed already."""
        raise NotImplementedError

    # Going from side to side

    def choose(self, place: int, by: int = 1) -> None:
        """Choose a value, or another line, of which the first value comes first."""
        if not self.in_values:
            self.values.chosen = 0
        super().choose(place, by)

    def action_move(self, by: int) -> None:
        """Choose another row; a value goes round, as the last ones are the seldom ones."""
        place, rows = self.listing.chosen + by, len(self.listing.rows)
        self.choose(place % rows if self.in_values and abs(by) == 1 and rows else place, by)

    def openers(self, event: events.Key) -> Openers:
        """Return what opens the typing of the chosen value: its key, and every digit.

        Words are begun by every letter but those of undo, which the last line shows there: else
        half of what somebody writes down would be heard as keys, and take sets out.
        """
        if not self.in_values:
            return {}
        page, letter = screen_name(self), event.character or ""
        found = dict.fromkeys(self.keys_of(f"{page}.enter"), self.type_value)
        if event.key in names(DIGITS):
            return {**found, event.key: lambda: self.type_value(event.key)}
        undoes = {*self.keys_of(f"{page}.undo"), *self.keys_of(f"{page}.redo")}
        if letter.isalpha() and self.takes_words and event.key not in undoes:
            return {**found, event.key: lambda: self.type_value(letter)}
        return found

    def action_other_side(self) -> None:
        """From the lines to the values of the chosen one, or back."""
        self.in_values = not self.in_values and not self.is_fixed
        self.paint()

    def action_next_value(self, by: int = 1) -> None:
        """Go to the next value, from the lines to the first: as in a session, back is another.

        Below zero to the value before, and from the lines to the last.
        """
        was = self.in_values
        if not was:
            self.action_other_side()
        if self.in_values and (was or by < 0):
            self.action_move(by)

    def action_enter(self, begun: str = "") -> None:
        """Go to the values; there, type the chosen one."""
        if not self.in_values:
            self.action_other_side()
            if not begun:
                return
        self.type_value(begun)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the line that was clicked."""
        self.in_values = False
        self.choose(message.index)

    def on_value_clicked(self, message: ValueClicked) -> None:
        """Choose the value that was clicked; one that was chosen already is changed."""
        if self.is_fixed:
            return
        again = self.in_values and self.values.chosen == message.index
        self.in_values = True
        self.choose(message.index)
        if again:
            self.action_enter()

    def step_back(self) -> bool:
        """From the values to the lines."""
        was = self.in_values
        if was:
            self.action_other_side()
        return was
