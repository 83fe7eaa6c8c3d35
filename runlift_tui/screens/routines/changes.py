"""Changes of routines, with the way back, and what each of them says."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from runlift_tui.core.athlete.path import path_stage
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.lists.acts import Act
from runlift_tui.core.routines import shelf_edits as routine_shelf
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE
from runlift_tui.core.routines.resolve import not_startable, resolve
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import ComingSession, why_own_is_easier
from runlift_tui.core.setup.planning import as_allowed, session_of
from runlift_tui.core.setup.preview import Preview, preview
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.changes import Changed, Changes
from runlift_tui.screens.routines.in_the_plan import in_the_plan, since
from runlift_tui.store.undoing import edit_back, value_back

_COPIED = " It is your own copy now: {editor.undo} undoes, {editor.reset} resets it."


_SUGGESTION = "suggestion"
"""What an edit is of that is none of a routine."""


class _Suggested(Struct, frozen=True):
    """Which routine home suggests, by its id."""

    routine: str


def _suggestion(before: str, after: str, told: str) -> Edit:
    sides = _Suggested(before), _Suggested(after)
    return Edit(table=_SUGGESTION, id="home", before=sides[0], after=sides[1], told=told)


class RoutineChanges(Changes[Edit]):
    """The routines of a store as they stand today, and every change of them."""

    def __init__(self, today: Today) -> None:
        store = today.store
        super().__init__(store, "routines", self._put, self._edit_back)
        self.today = today

    def _put(self, edit: Edit) -> None:
        if isinstance(edit.after, _Suggested):
            self.today.suggest(edit.after.routine)
        else:
            self.today.store.desk.edit(edit)

    def _edit_back(self, act: Act) -> Edit:
        if act.table != _SUGGESTION:
            return edit_back(self.today.store, act)
        back = value_back(act, _Suggested(self.suggested))
        return _suggestion(self.suggested, back.routine, act.told)

    def told_of(self, act: Act) -> str:
        """Return what an act did, and in which routine: the page of another one says it too."""
        try:
            name = self.routine(act.of).name if act.told and act.table != _SUGGESTION else ""
        except Refused:
            name = ""  # there is none of that id any more
        return act.told if not name or name in act.told else f"{act.told} in {name}"

    @property
    def shelf(self) -> Shelf:
        """What the athlete has now."""
        return self.today.store.desk.shelf()

    @property
    def stage(self) -> int:
        """How far along the beginner's path the athlete is today."""
        return path_stage(self.today.facts, self.today.now())

    def routine(self, id_: str) -> Routine:
        """Return a routine as it stands today.

        Raises:
            Refused: there is no such routine.
        """
        return resolve(id_, self.today.athlete.level, self.stage, self.shelf)

    def preview(self, routine: Routine) -> Preview:
        """Return what a routine comes to while it is edited, as the session that comes.

        Unchanged, it is what home shows; changed, it is what home would show.
        """
        if routine == self.routine(routine.id):
            return self.coming_preview(routine.id)
        why_not = not_startable(routine, self.shelf)
        if why_not:
            return Preview(why_not=why_not)
        found, choices = self.today.coming_situation(), self._choices(routine.id)
        held = as_allowed(routine, found, choices.level)
        start = session_of(held, choices, found, "")
        fewer = why_own_is_easier(routine, found, choices.level)
        coming = ComingSession(which=self.today.which_comes(), start=start, fewer=fewer)
        return _seen(coming, self.today, self.suggested)

    def coming_preview(self, id_: str) -> Preview:
        """Return what a routine comes to as the session that comes, as home would show it."""
        try:
            coming = self.today.coming(self._choices(id_))
        except Refused as refused:
            return Preview(why_not=str(refused))
        return _seen(coming, self.today, self.suggested)

    def _choices(self, id_: str) -> Choices:
        return Choices(routine=id_, level=self.today.athlete.level)

    def keep(self, routine: Routine, what: str) -> Changed:
        """Keep a routine as it was edited."""
        base = None
        if routine.id in SHIPPED:
            base = shipped(routine.id, self.today.athlete.level, self.stage)
        return self._do(lambda shelf: routine_shelf.kept(shelf, routine, base, what))

    def gather(self, exercises: Sequence[Exercise]) -> Changed:
        """Add a routine of the athlete's own, of these exercises."""
        return self._do(lambda shelf: routine_shelf.gathered(shelf, exercises))

    def copy(self, id_: str) -> Changed:
        """Copy a routine."""
        then = " {routines.edit} names and changes it." + self.undoes
        return self.make(lambda: routine_shelf.duplicated(self.shelf, self.routine(id_)), then)

    def archive(self, id_: str) -> Changed:
        """Put a routine out of sight, or back."""
        return self._do(lambda shelf: routine_shelf.archived(shelf, self.routine(id_)))

    def delete(self, id_: str) -> Changed:
        """Delete one of the athlete's own."""
        return self._do(lambda shelf: routine_shelf.deleted(shelf, self.routine(id_)))

    def reset(self, id_: str) -> Changed:
        """Bring a routine back as it ships."""
        return self._do(lambda shelf: routine_shelf.reset(shelf, id_))

    def _do(self, make: Callable[[Shelf], Edit]) -> Changed:
        before = in_the_plan(self.today)

        def then(edit: Edit) -> str:
            way_back = _COPIED if routine_shelf.is_first_copy(edit) else self.undoes
            return since(self.today, before) + way_back

        return self.make(lambda: make(self.shelf), then)

    def suggest(self, id_: str) -> Changed:
        """Make a routine the one that home suggests."""
        before, name = self.suggested, self.routine(id_).name
        if id_ == before:
            return Changed(f"Home suggests {name} already.")
        told = f"Home suggests {name} from now on"
        was = in_the_plan(self.today)
        return self.make(
            lambda: _suggestion(before, id_, told), lambda _: since(self.today, was) + self.undoes
        )

    @property
    def suggested(self) -> str:
        """Id of the routine that home suggests."""
        return self.today.choices.routine or ARTICLE_ROUTINE


def _seen(coming: ComingSession, today: Today, suggested: str) -> Preview:
    """Return what a session comes to; one that home does not suggest comes only if it is chosen."""
    found = preview(coming, today.athlete.unit)
    is_next = coming.start.routine.id == suggested
    return found if is_next else found._replace(which=f"if done {found.which}")
