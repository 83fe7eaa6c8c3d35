"""The athlete's own shelf: exercises that ship, adapted, added, favoured and archived ones.

Nothing here touches the past: a history row keeps the name that the exercise had.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Self

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames, Same, same_of
from runlift_tui.core.lists.undo import Replaced
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.ids import free_id
from runlift_tui.core.words.possible import PHRASE, Text

_COPY = " (copy)"
"""What a copy is called at first, behind the name of the first one."""


class MyExercise(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one exercise."""

    id: str
    exercise: Exercise | None = None
    """Their own, or their copy over one that ships; None for the shipped one as it is."""
    favourite: bool = False
    archived: bool = False
    """Out of sight in lists and swaps; routines that have it keep it."""
    note: Text = ""
    """Their own note, which makes no copy of one that ships."""
    merged: tuple[Text, ...] = ()
    """Ids of other entries of this movement: whatever says one of them means this one."""


class Edit(Replaced[Struct | None], frozen=True, kw_only=True):
    """One change to the shelf; an entry that is None is taken out, or was not there."""

    table: str
    """Of the library: `exercises`, or another that holds what the athlete made."""


class ExerciseShelf(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that can stand in a slot."""

    shipped: Mapping[str, Exercise]
    mine: Mapping[str, MyExercise] = {}

    @cached_property
    def same(self) -> Same:
        """The ids that mean another one by now, with the one that each means; none that ships."""
        merged = {id_: mine.merged for id_, mine in self.mine.items() if mine.merged}
        return same_of(merged, self.shipped)

    @cached_property
    def former(self) -> FormerNames:
        """The names that entries had: as they ship, or before they were merged into others."""
        found: dict[str, tuple[str, ...]] = {
            id_: (ships.name, *ships.aliases)
            for id_, ships in self.shipped.items()
            if id_ in self.mine and self.mine[id_].exercise is not None
        }
        for id_, kept in self.same.items():
            mine = self.mine.get(id_)
            known = None if mine is None else mine.exercise
            names = (id_,) if known is None else (known.name, *known.aliases)
            found[kept] = (*found.get(kept, ()), *names)
        return found

    def get(self, id_: str) -> Exercise | None:
        """Return an exercise as it stands now, archived or not; a merged one is what it means."""
        id_ = self.same.get(id_, id_)
        mine = self.mine.get(id_)
        found = mine.exercise if mine is not None and mine.exercise else self.shipped.get(id_)
        return found if mine is None or found is None else _noted(found, mine)

    def exercises(self, *, archived: bool = False) -> dict[str, Exercise]:
        """Return every exercise by id, the athlete's own copies in place of the shipped ones.

        Entries that were merged into another are not among them.

        Args:
            archived: Whether archived ones are among them.
        """
        found = dict(self.shipped)
        for id_, mine in self.mine.items():
            if id_ in self.same:
                continue
            exercise = mine.exercise or found.get(id_)
            if exercise is not None:
                found[id_] = _noted(exercise, mine)
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

    def after(self, edit: Edit) -> Self:
        """Return the shelf after an edit of an exercise."""
        mine = {id_: each for id_, each in self.mine.items() if id_ != edit.id}
        if isinstance(edit.after, MyExercise):
            mine[edit.id] = edit.after
        return structs.replace(self, mine=mine)


def _edit(shelf: ExerciseShelf, after: MyExercise, told: str) -> Edit:
    """Return the edit that leads to `after`; an entry that says nothing is taken out."""
    plain = after == MyExercise(id=after.id)
    return Edit(
        table="exercises",
        id=after.id,
        before=shelf.mine.get(after.id),
        after=None if plain else after,
        told=told,
    )


def _noted(exercise: Exercise, mine: MyExercise) -> Exercise:
    return structs.replace(exercise, note=mine.note) if mine.note else exercise


def _mine(shelf: ExerciseShelf, id_: str) -> MyExercise:
    return shelf.mine.get(id_) or MyExercise(id=id_)


def _known(shelf: ExerciseShelf, id_: str) -> Exercise:
    found = shelf.get(id_)
    if found is None:
        raise Refused(f"there is no exercise {id_}")
    return found


def kept(
    shelf: ExerciseShelf,
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
    plain = structs.replace(exercise, note="", aliases=_with_former(shelf, exercise))
    copy = None if plain == shelf.shipped.get(exercise.id) else plain
    before = _mine(shelf, exercise.id)
    after = structs.replace(
        before,
        exercise=copy,
        note=exercise.note,
        favourite=before.favourite if favourite is None else favourite,
        archived=before.archived if archived is None else archived,
    )
    return _edit(shelf, after, f"{told} {exercise.name}")


def noted(shelf: ExerciseShelf, id_: str, text: str) -> Edit:
    """Return the edit that keeps a note on an exercise, behind what stands there already.

    Args:
        shelf: The athlete's.
        id_: Of the exercise.
        text: What is to stand at every set of it.

    Raises:
        Refused: there is no such exercise, or so much does not fit.
    """
    exercise = _known(shelf, id_)
    there = exercise.note
    whole = there if text in there else text if there in text else f"{there}; {text}"
    if len(whole) > PHRASE:
        raise Refused(f"a note that stands has {PHRASE} characters at most: “{whole[:40]}…”")
    edit = kept(shelf, structs.replace(exercise, note=whole))
    return structs.replace(edit, told=f"Noted on {exercise.name}")


def _with_former(shelf: ExerciseShelf, exercise: Exercise) -> tuple[str, ...]:
    """Return the other names of an exercise: with the one that the athlete gave it before this."""
    before, names = shelf.get(exercise.id), exercise.aliases
    if before is None or not shelf.is_own(exercise.id) or before.name.endswith(_COPY):
        return names  # what ships keeps its first name by itself
    return names if before.name in (exercise.name, *names) else (*names, before.name)


def reset(shelf: ExerciseShelf, id_: str) -> Edit:
    """Take the athlete's copy off a shipped exercise.

    Raises:
        Refused: there is no such copy.
    """
    if not shelf.is_adapted(id_):
        raise Refused("it is as it was shipped")
    after = structs.replace(_mine(shelf, id_), exercise=None)
    return _edit(shelf, after, f"Reset {shelf.shipped[id_].name}")


def favoured(shelf: ExerciseShelf, id_: str) -> Edit:
    """Make an exercise a favourite, or no more."""
    name = _known(shelf, id_).name
    now = not shelf.is_favourite(id_)
    told = f"{name} is a favourite" if now else f"{name} is no favourite any more"
    return _edit(shelf, structs.replace(_mine(shelf, id_), favourite=now), told)


def archived(shelf: ExerciseShelf, id_: str) -> Edit:
    """Put an exercise out of sight, or back."""
    name = _known(shelf, id_).name
    now = not shelf.is_archived(id_)
    told = f"Archived {name}" if now else f"Brought {name} back"
    return _edit(shelf, structs.replace(_mine(shelf, id_), archived=now), told)


def deleted(shelf: ExerciseShelf, id_: str, used_in: tuple[str, ...] = ()) -> Edit:
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
    if shelf.mine[id_].merged:
        raise Refused("another entry was merged into it; archive it instead")
    return Edit(
        table="exercises", id=id_, before=shelf.mine[id_], after=None, told=f"Deleted {name}"
    )


def duplicated(shelf: ExerciseShelf, id_: str) -> Edit:
    """Copy an exercise under a new id and name."""
    exercise = _known(shelf, id_)
    new = free_id(f"{exercise.id}-copy", {*shelf.shipped, *shelf.mine})
    copy = structs.replace(exercise, id=new, name=f"{exercise.name}{_COPY}", aliases=())
    return kept(shelf, copy)


def mergeable(shelf: ExerciseShelf, with_: Exercise, past: Iterable[str]) -> list[Exercise]:
    """Return the entries that can be merged with one: those that the past alone knows come first.

    Args:
        shelf: What there is.
        with_: The one.
        past: Ids that the past has.
    """
    every = shelf.exercises(archived=True)
    gone = [Exercise(id=id_, name=id_) for id_ in sorted({*past} - {*every, *shelf.same})]
    ships = with_.id in shelf.shipped
    alike = (with_.measure, with_.sides)
    return gone + [
        each
        for each in every.values()
        if each.id != with_.id
        and (each.measure, each.sides) == alike
        and not (ships and each.id in shelf.shipped)
    ]


def counted_otherwise(shelf: ExerciseShelf, with_: Exercise) -> list[Exercise]:
    """Return the entries that would be merged with one if they were counted as it is."""
    every = shelf.exercises(archived=True).values()
    alike = (with_.measure, with_.sides)
    return [
        each
        for each in every
        if (each.measure, each.sides) != alike and (shelf.is_own(each.id) or shelf.is_own(with_.id))
    ]


def merged(shelf: ExerciseShelf, one: Exercise, other: Exercise) -> Edit:
    """Make two entries of one movement one; the past of both is that of the one that is kept.

    The entry that ships is kept, else the second. The other one, its routines and its past are
    only read as it from now on: nothing of them is rewritten, so that it can be taken back.

    Args:
        shelf: Where they are.
        one: The entry that goes, unless it ships; the past alone may know it.
        other: The entry that is kept.

    Raises:
        Refused: they are one already, or are not counted alike, or both ship.
    """
    gone, stays = (other, one) if one.id in shelf.shipped else (one, other)
    if gone.id == stays.id:
        raise Refused("that is one entry already")
    if gone.id in shelf.shipped:
        raise Refused("both ship with RunLift and are two movements; archive one instead")
    known = shelf.get(gone.id)
    _known(shelf, stays.id)
    if known is not None and (known.measure, known.sides) != (stays.measure, stays.sides):
        raise Refused(f"{gone.name} and {stays.name} are not counted alike, in what or which legs")
    before, its = _mine(shelf, stays.id), _mine(shelf, gone.id)
    after = structs.replace(
        before,
        merged=(*before.merged, gone.id),
        favourite=before.favourite or its.favourite,
        note=before.note or its.note,
    )
    return _edit(shelf, after, f"Merged {gone.name} into {stays.name}, with its past")
