"""A level's numbers, in the words that the session has for them."""

import pytest

from runlift_tui.core.athlete import level_sheet as level_words
from runlift_tui.core.exercises.exercise import each
from runlift_tui.core.routines.levels import ALL_SLOTS, FIRST_DAY, Level, article_routine
from runlift_tui.core.routines.reserve import could_do, reserve_asked
from tests.core.builders import library


@pytest.mark.parametrize("level", Level)
def test_a_count_is_for_what_it_is_for_in_the_session(level: Level) -> None:
    rules = dict(level_words.rules(level, library()))
    for _, slot in article_routine(level).slots():
        words = each(library()[slot.exercise])
        if slot.label != "B2":
            assert words or slot.exercise == "bridge", "both feet are down in a bridge"
            assert words in rules[slot.label], slot.label
            assert library()[slot.exercise].name in rules[slot.label], slot.label


@pytest.mark.parametrize("stage", range(FIRST_DAY, ALL_SLOTS + 1))
def test_a_beginner_reads_what_their_sessions_have_now_and_what_comes_later(stage: int) -> None:
    rules = dict(level_words.rules(Level.BEGINNER, library(), stage=stage))
    routine = article_routine(Level.BEGINNER, stage)
    has = {slot.label: slot for _, slot in routine.slots()}
    for label in ("A1", "A2", "A3", "B1", "B2", "B3", "B4"):
        assert rules[label].startswith("later ") != (label in has), label
        if label in has:
            assert ("without weight" in rules[label]) == has[label].unloaded, label
    assert rules["Rest"].startswith("later ") != ("B2" in has)
    assert rules["Ramp"].startswith("later ") != bool(has["B1"].ramp)
    assert could_do(reserve_asked(has["B1"])) in rules["B1"]
    assert rules["Main"].startswith(f"{routine.blocks[-1].rounds} rounds")


def test_what_a_beginners_first_sessions_have_less_stands_beside_what_comes() -> None:
    rules = dict(level_words.rules(Level.BEGINNER, library(), stage=FIRST_DAY))
    assert rules["B1"] == ("Split squat, 8 each leg without weight, could do 4 more; later 3")
    assert rules["Main"] == "2 rounds; later 3; rest after a round 1:30"
    whole = dict(level_words.rules(Level.BEGINNER, library()))
    assert not any("later" in text for text in whole.values())


def test_the_window_stands_only_where_b2_jumps() -> None:
    beginner, *others = (dict(level_words.rules(level, library())) for level in Level)
    assert beginner["Rest"] == "1:30, at least 1:00, before B2"
    assert [each["Rest"] for each in others] == [
        "3:00, at least 2:00, before B2; window 3-7 min",
        "4:00, at least 3:00, before B2; window 3-7 min",
    ]


def test_a_leg_exercise_that_trains_the_trunk_too_is_counted_by_the_leg() -> None:
    assert each(library()["rfe-split-squat-front-rack"]) == "each leg"
    assert each(library()["anti-rotation-split-squat"]) == "each leg"
    assert each(library()["adductor-slide"]) == "each leg"
    assert each(library()["side-plank"]) == "each side"
    assert each(library()["copenhagen-long"]) == "each side"
