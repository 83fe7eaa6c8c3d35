"""A swap that was forgotten, and sets in another order."""

import pytest

from runlift_tui.core.history.amend import amended_set, set_values
from runlift_tui.core.history.believed import row_faults
from runlift_tui.core.history.rearrange import (
    exercise_typed,
    is_uncounted,
    moved,
    swapped,
    with_load_alike,
)
from runlift_tui.core.progress.records import records_of
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.history.putting_right import kept_words
from tests.core.builders import library
from tests.core.history.test_amend import document
from tests.core.past import view

LIBRARY = library()


def test_a_swap_is_of_a_set_and_those_after_it() -> None:
    step = LIBRARY["step-up"]
    after, count = swapped(view(document()), 0, step)
    assert count == 2
    for row, before in zip(after["sets"], document()["sets"], strict=True):
        assert (row["exercise"], row["name"]) == ("step-up", step.name)
        assert row["swapped_from"] == "split-squat"
        kept = ("left", "right", "load_kg", "rir", "target", "round", "own_key")
        assert {key: row[key] for key in kept} == {key: before[key] for key in kept}
    assert not list(row_faults("sessions", after))
    after, count = swapped(view(document()), 1, step)
    assert count == 1
    assert after["sets"][0] == document()["sets"][0]


def test_a_load_of_more_weights_than_the_exercise_takes_counts_once_it_was_typed() -> None:
    after, _ = swapped(view(document()), 0, LIBRARY["goblet-squat"])
    row = after["sets"][0]
    assert (row["load_kg"], row["implements"], row["unsure"]) == (24.0, 2, ["load_kg"])
    assert not list(row_faults("sessions", after))
    session = view(after)
    assert not session.sure, "it makes no record"
    shown = {each.key: each for each in set_values(session, 0, Unit.KG, takes=1)}["load_kg"]
    assert shown.shown == "2 x 12"
    for text, kept in ((shown.shown, (24.0, 2)), ("24", (24.0, 1)), ("1 x 20", (20.0, 1))):
        right = amended_set(session, 0, "load_kg", text, Unit.KG, takes=1)
        assert (right["sets"][0]["load_kg"], right["sets"][0]["implements"]) == kept
        assert len(view(right).sure) == 1


def test_a_doubtful_load_is_put_right_once_for_all_sets_that_have_it() -> None:
    after, _ = swapped(view(document()), 0, LIBRARY["goblet-squat"])
    session = view(after)
    one = amended_set(session, 0, "load_kg", "24", Unit.KG, takes=1)
    every = view(with_load_alike(session, 0, one))
    assert [(row["load_kg"], row["implements"]) for row in every.rows] == [(24.0, 1)] * 2
    assert not any(each.unsure for each in every.sets)
    assert not list(row_faults("sessions", every.document))
    again = amended_set(every, 0, "load_kg", "20", Unit.KG, takes=1)
    assert with_load_alike(every, 0, again) == again, "one that was sure is of one set alone"


def test_a_doubtful_load_of_another_kind_stays_doubtful() -> None:
    after, _ = swapped(view(document()), 0, LIBRARY["goblet-squat"])
    after["sets"][1] |= {"load_kg": 32.0, "reps": 8}
    del after["sets"][1]["skipped"]
    session = view(after)
    one = amended_set(session, 0, "load_kg", "24", Unit.KG, takes=1)
    assert with_load_alike(session, 0, one) == one
    assert kept_words(session, 0, one, Unit.KG) == "Kept; 1 more to put right: B1 round 2"


def test_best_sets_follow_a_swap_that_is_put_right() -> None:
    """A best of what was not done goes, what stood before it is the best again, and back."""
    lighter = [{**row, "load_kg": 16.0} for row in document()["sets"]]
    earlier = view({**document(), "id": "earlier", "day": "2026-01-05", "sets": lighter})
    wrong = view(document())
    before = {each.exercise: each for each in records_of((earlier, wrong))}
    assert before["split-squat"].done.load_kg == 24.0
    right, _ = swapped(wrong, 0, LIBRARY["step-up"])
    after = {each.exercise: each for each in records_of((earlier, view(right)))}
    assert after["split-squat"].done.load_kg == 16.0
    assert after["step-up"].done.load_kg == 24.0
    back, _ = swapped(view(right), 0, LIBRARY["split-squat"])
    again = {each.exercise: each for each in records_of((earlier, view(back)))}
    assert again.keys() == before.keys()
    assert again["split-squat"].done.load_kg == 24.0


def test_a_swap_back_leaves_no_trace() -> None:
    there, _ = swapped(view(document()), 0, LIBRARY["step-up"])
    back, _ = swapped(view(there), 0, LIBRARY["split-squat"])
    for row, before in zip(back["sets"], document()["sets"], strict=True):
        assert {**row, "name": ""} == {**before, "name": ""}


def test_both_legs_at_once_and_either() -> None:
    both = next(e for e in LIBRARY.values() if e.in_reps and not e.two_sided and e.takes_load)
    there, _ = swapped(view(document()), 0, both)
    row = there["sets"][0]
    assert row["reps"] == 7, "the weaker leg's"
    assert "left" not in row
    back, _ = swapped(view(there), 0, LIBRARY["split-squat"])
    assert (back["sets"][0]["left"], back["sets"][0]["right"]) == (7, 7)


def test_an_exercise_that_is_counted_otherwise_has_empty_counts_to_be_typed() -> None:
    hold = LIBRARY["side-plank"]
    session = view(document())
    after, count = swapped(session, 0, hold)
    assert count == 2
    assert not list(row_faults("sessions", after))
    for row in after["sets"]:
        assert (row["exercise"], row["left_s"], row["right_s"]) == (hold.id, None, None)
        assert row["target"] is None, "it was aimed at in reps"
        assert not {"left", "right", "rir", "load_kg"} & set(row)
    assert list(map(is_uncounted, after["sets"])) == [True, False], "the other was skipped"
    after["sets"][1].pop("skipped")
    told = kept_words(session, 0, after, Unit.KG)
    assert told == "Kept, in 2 sets of B1; type what was counted of it"
    counted = amended_set(view(after), 0, "left_s", "40", Unit.KG)
    row = counted["sets"][0]
    assert (row["left_s"], row["right_s"]) == (40, 40), "both, until told otherwise"
    told = kept_words(view(after), 0, counted, Unit.KG)
    assert told == "Kept; 1 more to count: B1 round 2"


def test_metres_and_loads_of_another_count_are_no_fault() -> None:
    for exercise in LIBRARY.values():
        after, _ = swapped(view(document()), 0, exercise)
        assert not list(row_faults("sessions", after)), exercise.id
        assert is_uncounted(after["sets"][0]) is not exercise.in_reps


def test_a_name_or_an_id_is_an_exercise() -> None:
    every = LIBRARY.values()
    assert exercise_typed("step-up", every).id == "step-up"
    assert exercise_typed(LIBRARY["step-up"].name.upper(), every).id == "step-up"
    for text in ("", "zzzz", "s"):
        with pytest.raises(Refused):
            exercise_typed(text, every)


def test_sets_change_places_and_those_of_a_slot_their_rounds() -> None:
    one, other = document()["sets"]
    after, place = moved(view(document()), 0, 1)
    assert place == 1
    assert after["sets"] == [{**other, "round": 1}, {**one, "round": 2}]
    back, place = moved(view(after), 1, -1)
    assert (back["sets"], place) == (document()["sets"], 0)
    with pytest.raises(Refused, match="first one already"):
        moved(view(document()), 0, -1)
    with pytest.raises(Refused, match="last one already"):
        moved(view(document()), 1, 1)
