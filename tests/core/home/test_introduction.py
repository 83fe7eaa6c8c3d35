import pytest

from runlift_tui.core.home.introduction import IntroductionPage, introduction, turned
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.units import Unit


@pytest.mark.parametrize("page", IntroductionPage)
def test_space_passes_every_page_and_escape_all_of_them(page: IntroductionPage) -> None:
    after = turned(page, "space")
    assert after is not None
    assert (after.level, after.unit) == (None, None)
    assert (
        list(IntroductionPage).index(page) == 2
        or after.page is list(IntroductionPage)[list(IntroductionPage).index(page) + 1]
    )
    skipped = turned(page, "escape")
    assert skipped is not None
    assert skipped.page is None


@pytest.mark.parametrize("page", IntroductionPage)
def test_every_key_that_a_page_shows_does_something_there(page: IntroductionPage) -> None:
    face = introduction(page, Level.ADVANCED, Unit.LB)
    assert face.keys[0].key == "space"
    for key in face.keys:
        assert key.key == "?" or turned(page, key.key) is not None
    assert not face.ways, "nothing leads away from it but its keys"


def test_whoever_passes_a_question_is_told_what_they_stay() -> None:
    assert "advanced" in introduction(IntroductionPage.LEVEL, Level.ADVANCED, Unit.LB).quiet[0][1]
    assert "lb" in introduction(IntroductionPage.UNIT, Level.ADVANCED, Unit.LB).quiet[0][1]


@pytest.mark.parametrize("key", ["x", "4", "0", "k", "up", "S", ""])
def test_another_key_does_nothing(key: str) -> None:
    assert turned(IntroductionPage.LEVEL, key) is None
    assert turned(IntroductionPage.WHAT, key) is None
