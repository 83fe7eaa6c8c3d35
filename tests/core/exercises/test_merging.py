"""Two entries of one movement made one: which id means which, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, Measure, Sides
from runlift_tui.core.exercises.names import named
from runlift_tui.core.exercises.same import same_of
from runlift_tui.core.exercises.shelf import (
    MyExercise,
    deleted,
    duplicated,
    favoured,
    kept,
    mergeable,
    merged,
)
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.told import SessionFilter
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import resolve
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.exercises.finder import Finder
from tests.core.builders import library
from tests.rows import for_each

TODAY = date(2026, 11, 30)
IDS = st.sampled_from("abcdef")
MINE = Exercise(id="my-squat", name="My squat", sides=Sides.EACH)
OTHER = Exercise(id="her-squat", name="Her squat", sides=Sides.EACH)
SHIPPED = library()["split-squat"]


def shelf(*exercises: Exercise) -> Shelf:
    found = Shelf(shipped=library())
    for each in exercises:
        found = found.after(kept(found, each))
    return found


@given(st.dictionaries(IDS, st.lists(IDS, max_size=3)))
def test_no_id_means_one_that_means_another(said: dict[str, list[str]]) -> None:
    same = same_of(said)
    assert all(end not in same for end in same.values())
    assert {id_ for ids in said.values() for id_ in ids} >= same.keys()


def test_one_that_was_merged_on_means_the_last_and_a_circle_has_an_end() -> None:
    assert same_of({"b": ["a"], "c": ["b"]}) == {"a": "c", "b": "c"}
    assert same_of({"b": ["a"], "a": ["b"]}) == {"b": "a"}
    assert same_of({"b": ["x"], "c": ["x"]}) == {"x": "b"}
    assert same_of({"b": ["a"]}, never=("a",)) == {}


def test_the_one_that_ships_is_kept_whichever_way_it_was_asked() -> None:
    before = shelf(MINE)
    for pair in ((MINE, SHIPPED), (SHIPPED, MINE)):
        edit = merged(before, *pair)
        assert (edit.id, edit.told) == (
            "split-squat",
            "Merged My squat into Split squat, with its past",
        )
        after = before.after(edit)
        assert after.get("my-squat") == after.get("split-squat") == SHIPPED
        assert "my-squat" not in after.exercises(archived=True)
        assert after.after(structs.replace(edit, after=edit.before)).get("my-squat") == MINE


def test_it_is_found_by_the_name_of_what_it_was_merged_with() -> None:
    before = shelf(MINE, OTHER)
    after = before.after(merged(before, MINE, OTHER))
    after = after.after(merged(after, OTHER, SHIPPED))
    assert after.former == {"split-squat": ("My squat", "Her squat")}
    known = after.exercises().values()
    for query in ("my squat", "My-Squat", "her sq"):
        assert Finder(known, after.former).find(query)[0].exercise == SHIPPED
        assert named(query, known, after.former) == ("split-squat",)
    assert not Finder(before.exercises().values(), before.former).find("my squat")[0].alias
    past = before.after(merged(before, Exercise(id="cable-fly", name="cable-fly"), OTHER))
    assert past.former == {"her-squat": ("cable-fly",)}


def test_a_session_is_found_by_the_name_of_then_and_of_today() -> None:
    done = {"exercise": "my-squat", "name": "My squat", "slot": "B1", "left": 8, "right": 8}
    session = past_session({"started": "2025-03-01T10:00:00Z", "id": "one", "sets": [done]})
    before = shelf(MINE)
    after = before.after(merged(before, MINE, SHIPPED))
    assert session is not None
    meant = session.meant(after.same)
    for query, there in (("my squat", True), ("Split squat", True), ("step-up", False)):
        assert SessionFilter().looking_for(query, after, TODAY).lets_through(meant) is there
    assert not SessionFilter().looking_for("split squat", before, TODAY).lets_through(session)


def test_a_favourite_and_its_note_come_along_and_its_id_stays_taken() -> None:
    before = shelf(structs.replace(MINE, note="hole 3"), OTHER)
    before = before.after(favoured(before, MINE.id))
    after = before.after(merged(before, MINE, OTHER))
    assert after.is_favourite(OTHER.id)
    assert after.exercises()[OTHER.id].note == "hole 3"
    assert MINE.id in after.mine


def test_slots_and_their_lists_follow() -> None:
    before = shelf(MINE)
    slots = {
        "B1": MySlot(exercise=MINE.id),
        "B3": MySlot(alternatives=(MINE.id, "step-up-low", "split-squat")),
    }
    mine = MyRoutine(id="runner-lower-body", slots=slots)
    own = structs.replace(resolve("minimal-25", Level.BEGINNER, ALL_SLOTS, before), id="own")
    own = own.with_slots(lambda slot: structs.replace(slot, exercise=MINE.id))
    before = structs.replace(
        before, routines={mine.id: mine, "own": MyRoutine(id="own", routine=own)}
    )
    after = before.after(merged(before, MINE, SHIPPED))
    found = resolve("runner-lower-body", Level.ADVANCED, ALL_SLOTS, after)
    by_label = {slot.label: slot for _, slot in found.slots()}
    assert by_label["B1"].exercise == "split-squat"
    assert by_label["B3"].alternatives == ("split-squat", "step-up-low")
    followed = resolve("own", Level.BEGINNER, ALL_SLOTS, after)
    assert {slot.exercise for _, slot in followed.slots()} == {"split-squat"}


@for_each(
    ("one", "other", "why"),
    [
        (MINE, MINE, "one entry already"),
        (SHIPPED, library()["step-up"], "two movements"),
        (structs.replace(MINE, measure=Measure.HOLD), SHIPPED, "counted alike"),
        (structs.replace(MINE, sides=Sides.BOTH), SHIPPED, "counted alike"),
        (MINE, Exercise(id="nobody", name="Nobody"), "no exercise nobody"),
    ],
)
def test_what_cannot_be_one_is_refused(one: Exercise, other: Exercise, why: str) -> None:
    with pytest.raises(Refused, match=why):
        merged(shelf(one if one.id == "my-squat" else MINE), one, other)


def test_one_that_only_the_past_knows_is_merged_too_and_offered_first() -> None:
    now = shelf(MINE)
    offered = mergeable(now, SHIPPED, ("split-squat", "x-bulgarian"))
    assert [each.id for each in offered] == ["x-bulgarian", "my-squat"]
    edit = merged(now, offered[0], SHIPPED)
    assert edit.after == MyExercise(id="split-squat", merged=("x-bulgarian",))
    after = now.after(edit)
    assert after.same == {"x-bulgarian": "split-squat"}
    assert mergeable(after, SHIPPED, ("x-bulgarian",)) == [MINE]


def test_one_that_others_were_merged_into_is_not_deleted() -> None:
    now = shelf(MINE, OTHER)
    with pytest.raises(Refused, match="archive it"):
        deleted(now.after(merged(now, MINE, OTHER)), OTHER.id)


def test_one_that_was_renamed_is_found_by_the_name_that_it_had() -> None:
    before = shelf(MINE)
    known = before.get("split-squat")
    assert known is not None
    after = before.after(kept(before, structs.replace(known, name="Lunge on the spot")))
    after = after.after(kept(after, structs.replace(MINE, name="Our squat")))
    for query, id_ in (("split squat", "split-squat"), ("my squat", "my-squat")):
        found = Finder(after.exercises().values(), after.former).find(query)
        assert id_ in [each.exercise.id for each in found]
    back = after.after(kept(after, SHIPPED))
    assert not back.is_adapted("split-squat"), "its first name again is no copy"
    copy = duplicated(after, "my-squat").id
    named_so = after.after(duplicated(after, "my-squat"))
    again = named_so.get(copy)
    assert again is not None
    renamed = named_so.after(kept(named_so, structs.replace(again, name="Third squat")))
    third = renamed.get(copy)
    assert third is not None
    assert not third.aliases
