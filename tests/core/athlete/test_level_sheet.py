"""A level's numbers, in the words that the session has for them."""

import pytest

from runlift_tui.core.athlete import level_sheet as level_words
from runlift_tui.core.exercises.exercise import each
from runlift_tui.core.routines.levels import Level, article_routine
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
