"""Routines as the athlete keeps them: copies, overlays, and the way back."""

import pytest

from runlift_tui.core.routines.edit import At, exercised
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import is_adapted, resolve, routine_ids
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shelf_edits import (
    archived,
    deleted,
    duplicated,
    is_first_copy,
    kept,
    reset,
)
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.routines.typed import typed, with_alternatives
from runlift_tui.core.words.faults import Refused
from tests.core.builders import library

EMPTY = Shelf(shipped=library())
BASE = shipped("runner-lower-body", Level.ADVANCED)
B1 = At(1, 0)


def edited(shelf: Shelf, routine: Routine) -> Shelf:
    edit = kept(shelf, routine, BASE, "Changed it")
    after = shelf.after(edit)
    assert after.after(edit.undone()) == shelf
    return after


def test_other_exercises_and_lists_still_follow_the_level() -> None:
    routine = exercised(BASE, B1, library()["split-squat"], library())
    routine = with_alternatives(routine, B1, ("rfe-split-squat",), library())
    shelf = edited(EMPTY, routine)
    mine = shelf.routines["runner-lower-body"]
    assert mine.routine is None
    assert resolve("runner-lower-body", Level.ADVANCED, ALL_SLOTS, shelf) == routine
    other = resolve("runner-lower-body", Level.BEGINNER, ALL_SLOTS, shelf)
    assert other.slot("B1").exercise == "split-squat"
    assert other.slot("B1").target == 8


def test_any_other_change_makes_a_copy_and_says_so() -> None:
    routine = typed(BASE, B1, "rest", "2:00", library())
    edit = kept(EMPTY, routine, BASE, "Changed it")
    assert is_first_copy(edit)
    shelf = EMPTY.after(edit)
    assert shelf.routines["runner-lower-body"].routine == routine
    again = kept(shelf, typed(routine, B1, "rest", "3:00", library()), BASE, "Changed it")
    assert not is_first_copy(again)


def test_a_change_taken_back_by_hand_leaves_nothing_behind() -> None:
    shelf = edited(EMPTY, typed(BASE, B1, "rest", "2:00", library()))
    assert edited(shelf, BASE).routines == {}


def test_reset_brings_the_shipped_one_back() -> None:
    shelf = edited(EMPTY, typed(BASE, B1, "rest", "2:00", library()))
    assert is_adapted(shelf, BASE.id)
    edit = reset(shelf, BASE.id)
    assert shelf.after(edit).routines == {}
    assert shelf.after(edit).after(edit.undone()) == shelf
    with pytest.raises(Refused, match="as it ships"):
        reset(EMPTY, BASE.id)


def test_copies_have_ids_and_names_of_their_own() -> None:
    shelf = EMPTY
    for _ in range(3):
        shelf = shelf.after(duplicated(shelf, BASE))
    ids = routine_ids(shelf)[len(SHIPPED) :]
    names = [resolve(id_, Level.ADVANCED, ALL_SLOTS, shelf).name for id_ in ids]
    assert len(set(ids)) == len(set(names)) == 3


def test_own_routines_are_deleted_shipped_ones_archived() -> None:
    edit = duplicated(EMPTY, BASE)
    shelf = EMPTY.after(edit)
    copy = resolve(edit.id, Level.ADVANCED, ALL_SLOTS, shelf)
    gone = deleted(shelf, copy)
    assert shelf.after(gone).routines == {}
    assert shelf.after(gone).after(gone.undone()) == shelf
    with pytest.raises(Refused, match="archives"):
        deleted(shelf, BASE)
    hidden = shelf.after(archived(shelf, BASE))
    assert BASE.id not in routine_ids(hidden)
    assert hidden.after(archived(hidden, BASE)) == shelf


def test_one_routine_stays_in_sight() -> None:
    shelf = EMPTY
    for id_ in routine_ids(EMPTY)[1:]:
        shelf = shelf.after(archived(shelf, shipped(id_, Level.ADVANCED)))
    with pytest.raises(Refused, match="stay in sight"):
        archived(shelf, BASE)


def test_an_archived_copy_stays_archived_when_edited() -> None:
    shelf = EMPTY.after(archived(EMPTY, BASE))
    after = edited(shelf, typed(BASE, B1, "rest", "2:00", library()))
    assert after.routines[BASE.id] == MyRoutine(
        id=BASE.id, routine=typed(BASE, B1, "rest", "2:00", library()), archived=True
    )
