"""The athlete's own shelf: exercises that ship, adapted, added, favoured and archived ones.

Nothing here touches the past: a history row keeps the name that the exercise had.
"""

from collections.abc import Mapping

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.sets.values import Refused


class MyExercise(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one exercise."""

    id: str
    exercise: Exercise | None = None
    """Their own, or their copy over one that ships; None for the shipped one as it is."""
    favourite: bool = False
    archived: bool = False
    """Out of sight in lists and swaps; routines that have it keep it."""


class MySlot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one slot of a routine that ships."""

    exercise: str = ""
    """Id of the exercise that stands there from now on; empty for the routine's own."""
    alternatives: tuple[str, ...] = ()


class MyRoutine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one routine."""

    id: str
    routine: Routine | None = None
    """Their own, or their copy over one that ships."""
    slots: dict[str, MySlot] = {}
    """By label."""
    archived: bool = False


class Edit(Struct, frozen=True, kw_only=True):
    """One change to the shelf, with what it takes to undo it."""

    table: str
    """`exercises` or `routines`."""
    id: str
    before: MyExercise | MyRoutine | None
    after: MyExercise | MyRoutine | None
    """None takes the entry out."""
    told: str
    """What was done, in words: "Archived Wall sit"."""

    def undone(self) -> "Edit":
        """Return the edit that takes this one back."""
        return structs.replace(self, before=self.after, after=self.before)


class Shelf(Struct, frozen=True, kw_only=True):
    """Everything that can stand in a slot, and every routine of the athlete's own."""

    shipped: Mapping[str, Exercise]
    mine: Mapping[str, MyExercise] = {}
    routines: Mapping[str, MyRoutine] = {}

    def get(self, id_: str) -> Exercise | None:
        """Return an exercise as it stands now, archived or not."""
        mine = self.mine.get(id_)
        if mine is not None and mine.exercise is not None:
            return mine.exercise
        return self.shipped.get(id_)

    def exercises(self, *, archived: bool = False) -> dict[str, Exercise]:
        """Return every exercise by id, the athlete's own copies in place of the shipped ones.

        Args:
            archived: Whether archived ones are among them.
        """
        found = dict(self.shipped)
        for id_, mine in self.mine.items():
            if mine.exercise is not None:
                found[id_] = mine.exercise
            if mine.archived and not archived:
                found.pop(id_, None)
        return found

    def is_favourite(self, id_: str) -> bool:
        """Whether the athlete favours it."""
        return id_ in self.mine and self.mine[id_].favourite

    def is_archived(self, id_: str) -> bool:
        """Whether it is out of sight."""
        return id_ in self.mine and self.mine[id_].archived

    def is_own(self, id_: str) -> bool:
        """Whether the athlete added it; a shipped one is never their own."""
        return id_ not in self.shipped and id_ in self.mine

    def is_adapted(self, id_: str) -> bool:
        """Whether the athlete has a copy over a shipped one."""
        return id_ in self.shipped and id_ in self.mine and self.mine[id_].exercise is not None

    def after(self, edit: Edit) -> "Shelf":
        """Return the shelf after an edit."""
        if edit.table == "exercises":
            mine = {id_: each for id_, each in self.mine.items() if id_ != edit.id}
            if isinstance(edit.after, MyExercise):
                mine[edit.id] = edit.after
            return structs.replace(self, mine=mine)
        routines = {id_: each for id_, each in self.routines.items() if id_ != edit.id}
        if isinstance(edit.after, MyRoutine):
            routines[edit.id] = edit.after
        return structs.replace(self, routines=routines)


def _edit(shelf: Shelf, after: MyExercise, told: str) -> Edit:
    """Return the edit that leads to `after`; an entry that says nothing is taken out."""
    plain = after == MyExercise(id=after.id)
    return Edit(
        table="exercises",
        id=after.id,
        before=shelf.mine.get(after.id),
        after=None if plain else after,
        told=told,
    )


def _mine(shelf: Shelf, id_: str) -> MyExercise:
    return shelf.mine.get(id_) or MyExercise(id=id_)


def _known(shelf: Shelf, id_: str) -> Exercise:
    found = shelf.get(id_)
    if found is None:
        raise Refused(f"there is no exercise {id_}")
    return found


def kept(
    shelf: Shelf,
    exercise: Exercise,
    *,
    favourite: bool | None = None,
    archived: bool | None = None,
) -> Edit:
    """Add an exercise, change one of the athlete's own, or adapt one that ships.

    Args:
        shelf: Where it goes.
        exercise: As it is to be; a shipped one as it ships needs no copy.
        favourite: Whether it is one from now on; None leaves that as it is.
        archived: Likewise.
    """
    told = "Changed" if shelf.get(exercise.id) is not None else "Added"
    copy = None if exercise == shelf.shipped.get(exercise.id) else exercise
    before = _mine(shelf, exercise.id)
    after = structs.replace(
        before,
        exercise=copy,
        favourite=before.favourite if favourite is None else favourite,
        archived=before.archived if archived is None else archived,
    )
    return _edit(shelf, after, f"{told} {exercise.name}")


def reset(shelf: Shelf, id_: str) -> Edit:
    """Take the athlete's copy off a shipped exercise.

    Raises:
        Refused: there is no such copy.
    """
    if not shelf.is_adapted(id_):
        raise Refused("it is as it was shipped")
    after = structs.replace(_mine(shelf, id_), exercise=None)
    return _edit(shelf, after, f"Reset {shelf.shipped[id_].name}")


def favoured(shelf: Shelf, id_: str) -> Edit:
    """Make an exercise a favourite, or no more."""
    name = _known(shelf, id_).name
    now = not shelf.is_favourite(id_)
    told = f"{name} is a favourite" if now else f"{name} is no favourite any more"
    return _edit(shelf, structs.replace(_mine(shelf, id_), favourite=now), told)


def archived(shelf: Shelf, id_: str) -> Edit:
    """Put an exercise out of sight, or back."""
    name = _known(shelf, id_).name
    now = not shelf.is_archived(id_)
    told = f"Archived {name}" if now else f"Brought {name} back"
    return _edit(shelf, structs.replace(_mine(shelf, id_), archived=now), told)


def deleted(shelf: Shelf, id_: str, used_in: tuple[str, ...] = ()) -> Edit:
    """Delete one of the athlete's own exercises.

    Args:
        shelf: Where it is.
        id_: Which.
        used_in: Names of the routines that have it.

    Raises:
        Refused: it ships, or a routine has it.
    """
    if not shelf.is_own(id_):
        raise Refused("a built-in stays; a archives it")
    if used_in:
        raise Refused(f"it stands in {', '.join(used_in)}; take it out there first")
    name = _known(shelf, id_).name
    return Edit(
        table="exercises", id=id_, before=shelf.mine[id_], after=None, told=f"Deleted {name}"
    )


def duplicated(shelf: Shelf, id_: str) -> Edit:
    """Copy an exercise under a new id and name."""
    exercise = _known(shelf, id_)
    new = free_id(f"{exercise.id}-copy", {*shelf.shipped, *shelf.mine})
    copy = structs.replace(exercise, id=new, name=f"{exercise.name} (copy)", aliases=())
    return kept(shelf, copy)


def free_id(wanted: str, taken: set[str]) -> str:
    """Return an id made of a wanted one that nothing else has: "wall-sit", "wall-sit-2"."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def id_from(name: str, without: str = "exercise") -> str:
    """Return an id made of a name: "Wall sit, one leg" gives "wall-sit-one-leg".

    Args:
        name: As it is shown.
        without: The id for a name that has no letter of an id in it.
    """
    letters = "".join(each if each.isalnum() and each.isascii() else " " for each in name.lower())
    return "-".join(letters.split()) or without


def id_for(name: str, own: Mapping[str, str], taken: set[str], without: str = "exercise") -> str:
    """Return the id that a name without one stands for, in a list that somebody wrote.

    It is the athlete's own that has exactly this name, so that a list can be taken in twice; of
    anything else it is a new one, and nothing that is there is written over.

    Args:
        name: As the list has it.
        own: Names of the athlete's own, by id.
        taken: Ids that are not free.
        without: As for `id_from`.
    """
    known = next((id_ for id_, each in own.items() if each == name), "")
    return known or free_id(id_from(name, without), taken)
