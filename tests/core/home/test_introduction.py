import pytest

from runlift_tui.core.home.introduction import Page, introduction, turned
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.units import Unit


@pytest.mark.parametrize("page", Page)
def test_space_passes_every_page_and_escape_all_of_them(page: Page) -> None:
    after = turned(page, "space")
    assert after is not None
    assert (after.level, after.unit) == (None, None)
    assert list(Page).index(page) == 2 or after.page is list(Page)[list(Page).index(page) + 1]
    skipped = turned(page, "escape")
    assert skipped is not None
    assert skipped.page is None


@pytest.mark.parametrize("page", Page)
def test_every_key_that_a_page_shows_does_something_there(page: Page) -> None:
    face = introduction(page, Level.ADVANCED, Unit.LB)
    assert face.keys[0].key == "space"
    for key in face.keys:
        assert key.key == "?" or turned(page, key.key) is not None
    assert not face.ways, "nothing leads away from it but its keys"


def test_whoever_passes_a_question_is_told_what_they_stay() -> None:
    assert "advanced" in introduction(Page.LEVEL, Level.ADVANCED, Unit.LB).quiet[0][1]
    assert "lb" in introduction(Page.UNIT, Level.ADVANCED, Unit.LB).quiet[0][1]


@pytest.mark.parametrize("key", ["x", "4", "0", "k", "up", "S", ""])
def test_another_key_does_nothing(key: str) -> None:
    assert turned(Page.LEVEL, key) is None
    assert turned(Page.WHAT, key) is None
