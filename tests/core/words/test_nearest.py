"""A name that was not found, and the nearest one."""

from runlift_tui.core.words.nearest import folded, meant, near, nearest, unknown

KNOWN = ("plank", "side-plank", "dead-bug")


def test_the_nearest_is_offered() -> None:
    assert nearest("dead-bg", KNOWN) == "dead-bug"
    assert meant("dead-bg", KNOWN) == ", did you mean dead-bug?"
    assert unknown("dead-bg", KNOWN) == "'dead-bg' is unknown: did you mean dead-bug?"
    assert near("plonk", KNOWN) == ["plank"]


def test_where_none_is_near_there_is_no_guess() -> None:
    assert nearest("xyz", KNOWN) == meant("xyz", KNOWN) == ""
    assert unknown("xyz", KNOWN) == "'xyz' is unknown: choose from plank, side-plank, dead-bug"
    assert near("plonk", KNOWN, alike=0.9) == []


def test_how_a_name_is_written_does_not_matter() -> None:
    assert folded(" Dead-Bug,  SLOW ") == "dead bug slow"
