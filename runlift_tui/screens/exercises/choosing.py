"""One exercise out of those that can stand in a place, found by typing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.closed import marked
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.exercises.finder import LONGEST, Finder, Hit
from runlift_tui.screens.parts.choosing import FindingScreen
from runlift_tui.widgets.lines.one_line import OneLine
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, choosable

ResultT = TypeVar("ResultT")
_OTHERWISE = "counted otherwise: put what it counts, or its sides, right first, under edit"


class RowOfOne(NamedTuple):
    """One row of the list, and the exercise in it; a heading has none."""

    row: Row
    exercise: Exercise | None = None


class ChoiceRows(tuple[RowOfOne, ...]):
    """The rows that a list shows."""

    def at(self, place: int) -> Exercise | None:
        """Return the exercise in a row, or None where there is none."""
        return self[place].exercise if 0 <= place < len(self) else None


class ExerciseList(FindingScreen[ResultT]):
    """A line to search with over what can be chosen; `taken` says what comes of it."""

    KEYS = "enter  choose     ↑↓  through the list     escape  back"
    NOTHING_KEYS = "escape  back"
    """Where nothing is found, so that there is nothing to choose."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Exercise],
        closed: Callable[[Exercise], str] = lambda _: "",
        *,
        former: FormerNames,
        begun: str = "",
    ) -> None:
        """Offer exercises.

        Args:
            title: What is asked.
            choices: What can be chosen, in the order in which it is offered.
            closed: Returns why one is closed for now, in words; empty where it is open. What is
                closed stands last in whatever a search finds.
            former: What else they are found by: names that they had.
            begun: What was typed of a name already.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._why_closed = closed
        self._finder = Finder(choices, former)
        self._begun = begun
        self.shown = ChoiceRows()
        """What the list shows."""

    def compose(self) -> ComposeResult:
        """Yield what is asked, a line to search with, and what can be chosen."""
        with Vertical(classes="dialog -list"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            yield OneLine(
                self._begun,
                placeholder="type to search",
                max_length=LONGEST,
                select_on_focus=False,
            )
            yield Listing(aligned=True)
            yield Static(id="closed", classes="dialog-refused", markup=False)
            yield Static(Content(self.KEYS), classes="dialog-keys")

    def taken(self, exercise: Exercise) -> None:
        """Go on with the exercise that was chosen."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show everything, in the order in which it is offered."""
        self.query_one(Listing).empty = "nothing by that name"
        self.find(self._begun)

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self.find(message.value)

    def find(self, query: str) -> None:
        """Show what a query finds; everything for an empty one."""
        found = self._finder.find(query)
        if query.strip():
            there = {hit.exercise.id for hit in found}
            also = (each for each in self.also(query) if each.id not in there)
            found = [*found, *map(Hit, also)]
        hits = sorted(found, key=lambda hit: self._why_closed(hit.exercise) != "")
        self.shown = ChoiceRows(self.arranged(hits, searched=query.strip() != ""))
        self.query_one(Listing).rows = tuple(entry.row for entry in self.shown)
        self.choose(choosable(self.query_one(Listing).rows, 0))
        none = all(entry.exercise is None for entry in self.shown)
        keys = self.NOTHING_KEYS if none else self.KEYS
        self.query_one(".dialog-keys", Static).update(Content(keys))

    def also(self, query: str) -> Iterable[Exercise]:
        """Return what else a query means, behind what has such a name."""
        return ()

    def arranged(self, hits: Sequence[Hit], *, searched: bool) -> Iterator[RowOfOne]:
        """Yield the rows of what was found.

        Args:
            hits: What was found, what is closed last.
            searched: Whether anything was typed; if not, it is all that there is.
        """
        for hit in hits:
            exercise = hit.exercise
            note = marked(self._why_closed(exercise)) or hit.alias or exercise.trains
            yield RowOfOne(Row(exercise.name, note, key=exercise.id), exercise)

    def choose(self, place: int) -> None:
        """Choose a row."""
        super().choose(place)
        self.chosen(self.shown.at(place))

    def chosen(self, exercise: Exercise | None) -> None:
        """Say in full why the chosen one is closed, where it is."""
        why = "" if exercise is None else self._why_closed(exercise)
        told = self.query_one("#closed", Static)
        told.update(Content(safe_text(marked(why))))
        told.display = why != ""

    @on(Input.Submitted)
    def _submit(self) -> None:
        self.entered()

    def entered(self) -> None:
        """Go on with the chosen row."""
        exercise = self.shown.at(self.query_one(Listing).chosen)
        if exercise is not None:
            self.taken(exercise)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the exercise that was clicked."""
        # By its key: another letter may have changed the list since the row was clicked.
        found = next((each for each in self._choices if each.id == message.key), None)
        if found is not None:
            self.taken(found)


class ExerciseChoosing(ExerciseList[Exercise | None]):
    """Choose an exercise; dismissed with it, or with None."""

    def taken(self, exercise: Exercise) -> None:
        """Choose it."""
        self.dismiss(exercise)


class MergeChoosing(ExerciseChoosing):
    """Choose what is the same movement; why what is counted otherwise cannot be is told."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Exercise],
        otherwise: Sequence[Exercise],
        *,
        former: FormerNames,
    ) -> None:
        """Offer entries.

        Args:
            title: What is asked.
            choices: What can be merged.
            otherwise: What could be if it was counted alike; found by its name alone.
            former: What else they are found by.
        """
        ids = {each.id for each in otherwise}

        def why(exercise: Exercise) -> str:
            return _OTHERWISE if exercise.id in ids else ""

        super().__init__(title, choices, why, former=former)
        self._otherwise = Finder(otherwise, former)

    def also(self, query: str) -> Iterable[Exercise]:
        """Return what a query finds among what is counted otherwise."""
        return (hit.exercise for hit in self._otherwise.find(query))

    def taken(self, exercise: Exercise) -> None:
        """Choose it, where it can be merged; why it cannot stands under the list."""
        if not self._why_closed(exercise):
            super().taken(exercise)
