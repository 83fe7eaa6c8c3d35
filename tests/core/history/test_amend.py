"""Putting the past right: what may be typed, and what stays as it was."""

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.amend import (
    amended_session,
    amended_set,
    session_values,
    set_values,
    with_another,
    without_set,
)
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.past import view
from tests.rows import for_each

Document = dict[str, Any]


def document() -> Document:
    heavy = {
        "slot": "B1",
        "round": 1,
        "exercise": "split-squat",
        "name": "Split squat",
        "target": 8,
        "left": 8,
        "right": 7,
        "load_kg": 24.0,
        "implements": 2,
        "rir": 2,
        "started": "2026-11-22T17:00:00.000Z",
        "ended": "2026-11-22T17:01:00.000Z",
        "rest_kind": "priming",
        "rest_planned_s": 240,
        "rest_taken_s": 251,
        "note": "",
        "own_key": [1, 2],
    }
    skipped = {**heavy, "round": 2, "left": None, "right": None, "skipped": "time", "rir": None}
    return {
        "id": "a",
        "started": "2026-11-22T17:00:00.000Z",
        "effort": None,
        "pain": None,
        "notes": "",
        "strange": {"kept": True},
        "sets": [heavy, skipped],
    }


@for_each(
    ("key", "text", "kept"),
    [
        ("left", "10", 10),
        ("load_kg", "12,5", 25.0),
        ("load_kg", "", None),
        ("rir", "", None),
        ("rest_taken_s", "4:10", 250),
        ("rest_taken_s", "90", 90),
        ("rest_taken_s", "", None),
        ("note", "  slow  ", "slow"),
    ],
)
def test_a_value_is_taken_over_and_nothing_else(key: str, text: str, kept: object) -> None:
    before = document()
    after = amended_set(view(before), 0, key, text, Unit.KG)
    assert before == document()
    before["sets"][0][key] = kept
    assert after == before


@for_each(
    ("key", "text"),
    [
        ("left", ""),
        ("left", "-1"),
        ("left", "7.5"),
        ("left", "1000"),
        ("left", "many"),
        ("load_kg", "nan"),
        ("load_kg", "600"),
        ("rir", "11"),
        ("rest_taken_s", "4:"),
        ("rest_taken_s", "-5"),
        ("rest_taken_s", "9:00:00"),
    ],
)
def test_what_cannot_be_is_refused(key: str, text: str) -> None:
    with pytest.raises(Refused):
        amended_set(view(document()), 0, key, text, Unit.KG)


@for_each("text", ["11", "-1", "6.5", "hard"])
def test_effort_goes_from_0_to_10(text: str) -> None:
    with pytest.raises(Refused, match="effort goes from 0 to 10"):
        amended_session(view(document()), "effort", text)
    assert amended_session(view(document()), "effort", "7")["effort"] == 7
    assert amended_session(view(document()), "effort", " ")["effort"] is None


def test_pounds_are_kept_as_kilograms() -> None:
    after = amended_set(view(document()), 0, "load_kg", "25", Unit.LB)
    assert after["sets"][0]["load_kg"] == pytest.approx(2 * 25 * 0.45359237, abs=1e-3)
    shown = {value.key: value.shown for value in set_values(view(after), 0, Unit.LB)}
    assert shown["load_kg"] == "25"


def test_a_count_makes_a_skipped_set_done() -> None:
    done = amended_set(view(document()), 1, "left", "6", Unit.KG)["sets"][1]
    assert "skipped" not in done
    assert (done["left"], done["right"]) == (6, 6)


def test_a_forgotten_set_says_nothing_that_nobody_said() -> None:
    after, place = with_another(view(document()), 0, "k7f2q9ab")
    new = after["sets"][place]
    assert place == 2
    assert (new["round"], new["left"], new["right"], new["load_kg"]) == (3, 8, 7, 24.0)
    assert [new[key] for key in ("rir", "started", "ended", "rest_taken_s")] == [None] * 4
    assert new["own_key"] == [1, 2]
    of_skipped, place = with_another(view(document()), 1, "k7f2q9ab")
    assert of_skipped["sets"][place]["left"] == 8
    assert "skipped" not in of_skipped["sets"][place]


def test_the_last_set_stays() -> None:
    one = without_set(view(document()), 1)
    assert len(one["sets"]) == 1
    assert one["strange"] == {"kept": True}
    with pytest.raises(Refused, match="only set"):
        without_set(view(one), 0)


def test_everything_that_is_offered_can_be_typed_back() -> None:
    before = document()
    for value in set_values(view(before), 0, Unit.KG):
        assert amended_set(view(before), 0, value.key, value.shown, Unit.KG) == before
    for value in session_values(view(before)):
        assert amended_session(view(before), value.key, value.shown) == before


@given(st.integers(0, 1), st.sampled_from(["left", "load_kg", "rir", "rest_taken_s"]), st.text())
def test_whatever_is_typed_is_taken_or_refused(at: int, key: str, text: str) -> None:
    before = document()
    kept = copy.deepcopy(before)
    try:
        after = amended_set(view(before), at, key, text, Unit.KG)
    except Refused:
        after = before
    assert before == kept
    assert after["strange"] == kept["strange"]


def test_the_way_back_and_forth() -> None:
    trail, one = Trail[Amendment](), document()
    two = amended_session(view(one), "effort", "7")
    trail.add(Amendment(one, two))
    trail.add(Amendment(two, None))
    assert trail.undo() == Amendment(None, two)
    assert trail.undo() == Amendment(two, one)
    assert trail.undo() is None
    assert trail.redo() == Amendment(one, two)
    trail.add(Amendment(two, None))
    assert trail.redo() is None


@pytest.mark.parametrize(("key", "text"), [("left", "999"), ("left", "301"), ("load_kg", "9999")])
def test_the_past_takes_no_number_that_a_session_would_not(key: str, text: str) -> None:
    with pytest.raises(Refused, match=r"go(es)? from 0 to"):
        amended_set(view(document()), 0, key, text, Unit.KG)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("load_kg", "400", "2 x 400 kg after 2 x 12 kg. Is it right?"),
        ("left", "75", "75 after 8. Is it right?"),
    ],
)
def test_a_value_far_from_those_before_is_asked_about_once(key: str, text: str, said: str) -> None:
    session = view(document())
    with pytest.raises(Far, match=re.escape(said)):
        amended_set(session, 0, key, text, Unit.KG)
    row = amended_set(session, 0, key, text, Unit.KG, confirmed=True)["sets"][0]
    assert row["confirmed"] == [key]
    assert "unsure" not in row
    again = view({**session.document, "sets": [row, *session.rows[1:]]})
    assert amended_set(again, 0, key, text, Unit.KG) == again.document, "it is not asked again"


def test_what_was_left_unconfirmed_is_confirmed_by_typing_it_once_more() -> None:
    kept = document()
    kept["sets"][0] |= {"load_kg": 800.0, "unsure": ["load_kg"]}
    session = view(kept)
    assert not session.sure
    with pytest.raises(Far):
        amended_set(session, 0, "load_kg", "400", Unit.KG)
    row = amended_set(session, 0, "load_kg", "400", Unit.KG, confirmed=True)["sets"][0]
    assert row["confirmed"] == ["load_kg"]
    assert "unsure" not in row
    put_right = amended_set(session, 0, "load_kg", "12", Unit.KG)["sets"][0]
    assert not {"unsure", "confirmed"} & set(put_right)


@for_each(
    ("text", "takes", "kg", "pieces"),
    [
        ("1 x 24", 2, 24.0, 1),
        ("24", 2, 48.0, 2),
        ("24", 1, 24.0, 1),
        ("2x12,5", 1, 25.0, 2),
        ("2×12 kg", 1, 24.0, 2),
        ("2 × 12", 0, 24.0, 2),
    ],
)
def test_how_many_weights_there_were_is_typed_with_the_load(
    text: str, takes: int, kg: float, pieces: int
) -> None:
    row = amended_set(view(document()), 0, "load_kg", text, Unit.KG, takes=takes)["sets"][0]
    assert (row["load_kg"], row["implements"]) == (kg, pieces)
    with pytest.raises(Refused, match="from 1 x to 2 x"):
        amended_set(view(document()), 0, "load_kg", "3 x 12", Unit.KG)
