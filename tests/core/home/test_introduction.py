from itertools import pairwise

import pytest

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.home.introduction import (
    IntroductionPage,
    Turn,
    introduction,
    said_of,
    turned,
    typing,
    unturned,
)
from runlift_tui.core.home.would_be import WouldBe
from runlift_tui.core.keys.action import NO
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.words.units import Unit
from tests.rows import for_each

PAGES = list(IntroductionPage)


@for_each(
    ("page", "space"),
    [
        (IntroductionPage.WHAT, "on"),
        (IntroductionPage.HEALTH, "no"),
        (IntroductionPage.LEVEL, "advanced"),
        (IntroductionPage.UNIT, "lb"),
        (IntroductionPage.WEIGHTS, "on with these"),
    ],
)
def test_the_foot_says_what_space_chooses_and_one_word_for_leaving(
    page: IntroductionPage, space: str
) -> None:
    keys = introduction(page, Level.ADVANCED, Unit.LB, False, Weights()).keys
    assert (keys[0].key, keys[0].word) == ("space", space)
    assert {each.word for each in keys if each.key == "escape"} <= {"skip"}


@for_each("page", IntroductionPage)
def test_space_passes_every_page_and_escape_all_of_them(page: IntroductionPage) -> None:
    after = turned(page, "space", answered=True)
    assert after is not None
    assert (after.level, after.unit, after.ask_first) == (None, None, None)
    assert page is PAGES[-1] or after.page is PAGES[PAGES.index(page) + 1]
    skipped = turned(page, "escape", answered=True)
    assert skipped is not None
    assert skipped.page is None


def test_weights_that_were_gone_on_with_are_there_and_those_that_were_skipped_may_not_be() -> None:
    for key, there in (("space", True), ("enter", True), ("escape", False)):
        turn = turned(IntroductionPage.WEIGHTS, key, answered=True)
        assert turn is not None
        assert said_of(Athlete(), turn).weights == Weights(are_there=there)
    again = Turn(IntroductionPage.UNIT)
    assert said_of(Athlete(weights=Weights(are_there=True)), again).weights.are_there


def test_who_asks_first_is_not_passed_before_it_was_answered_once() -> None:
    for key in ("space", "enter", "pagedown", "escape", "x"):
        assert turned(IntroductionPage.HEALTH, key, answered=False) is None
    led = turned(IntroductionPage.WHAT, "escape", answered=False)
    assert led is not None
    assert led.page is IntroductionPage.HEALTH
    for key, ask_first in (("y", True), ("minus", False)):
        turn = turned(IntroductionPage.HEALTH, key, answered=False)
        assert turn is not None
        assert (turn.page, turn.ask_first) == (IntroductionPage.LEVEL, ask_first)


def test_who_asks_first_stands_in_five_short_lines() -> None:
    face = introduction(IntroductionPage.HEALTH, Level.BEGINNER, Unit.KG, None, Weights())
    assert len(face.details) == 5
    assert all(len(line) <= 72 for line in face.details)
    said = " ".join(face.details).lower()
    for word in ("heart", "pregnant", "birth", "surgery", "bones", "stress fracture", "periods"):
        assert word in said
    for word in ("too little food", "under 16", "leaking", "65"):
        assert word in said
    assert "No jumps here until you take it back" in face.quiet[0][1]
    again = introduction(IntroductionPage.HEALTH, Level.BEGINNER, Unit.KG, True, Weights())
    assert "Space: yes" in again.quiet[1][1]


@for_each("answered", [False, True])
@for_each("page", IntroductionPage)
def test_every_key_that_a_page_shows_does_something_there(
    page: IntroductionPage, answered: bool
) -> None:
    face = introduction(page, Level.ADVANCED, Unit.LB, False if answered else None, Weights())
    for shown in " ".join(each.key for each in face.keys).split():
        key = {"←": "left", "-": NO}.get(shown, shown)
        typed = typing(page, key.removesuffix("-9"), Athlete()) is not None
        assert key == "?" or typed or turned(page, key, answered=answered) is not None
    assert not face.ways, "nothing leads away from it but its keys"


def test_whoever_passes_a_question_is_told_what_they_stay() -> None:
    assert (
        "advanced"
        in introduction(IntroductionPage.LEVEL, Level.ADVANCED, Unit.LB, None, Weights()).quiet[0][
            1
        ]
    )
    assert (
        "lb"
        in introduction(IntroductionPage.UNIT, Level.ADVANCED, Unit.LB, None, Weights()).quiet[0][1]
    )


@for_each("key", ["x", "4", "0", "k", "up", "S", ""])
def test_another_key_does_nothing(key: str) -> None:
    assert turned(IntroductionPage.LEVEL, key, answered=True) is None
    assert turned(IntroductionPage.WHAT, key, answered=True) is None


@for_each("page", PAGES[1:])
def test_every_page_goes_back_to_the_one_before(page: IntroductionPage) -> None:
    for answered in (False, True):
        back = turned(page, "left", answered=answered)
        assert back is not None
        assert back.page is PAGES[PAGES.index(page) - 1]
        assert back == turned(page, "pageup", answered=answered)
    assert turned(PAGES[0], "left", answered=True) is None


@for_each(("page", "after"), pairwise(PAGES))
def test_a_key_that_a_page_names_means_nothing_else_on_the_next(
    page: IntroductionPage, after: IntroductionPage
) -> None:
    face = introduction(page, Level.BEGINNER, Unit.KG, False, Weights())
    said = " ".join((face.sentence, *face.details, *(text for _, text in face.quiet)))
    letters = {word for word in said.replace(".", " ").split() if len(word) == 1 and word.isalpha()}
    shown = {key for each in face.keys for key in each.key.split() if key.isalnum()}
    for key in (letters | {key for key in shown if len(key) == 1}) - {"a", "A"}:
        assert turned(after, key, answered=True) is None, key
        assert typing(after, key, Athlete()) is None, key


def test_the_page_that_is_answered_first_says_so_to_whoever_passes_it() -> None:
    assert "y or n" in unturned(IntroductionPage.HEALTH, "space")
    assert "y or n" in unturned(IntroductionPage.HEALTH, "escape")
    assert not unturned(IntroductionPage.LEVEL, "space")
    assert not unturned(IntroductionPage.HEALTH, "x")


@pytest.mark.parametrize(("key", "is_true"), [("y", True), ("n", False), ("minus", False)])
def test_a_yes_is_y_and_a_no_is_n(key: str, is_true: bool) -> None:
    turn = turned(IntroductionPage.HEALTH, key, answered=False)
    assert turn is not None
    assert turn.ask_first is is_true
    face = introduction(IntroductionPage.HEALTH, Level.BEGINNER, Unit.KG, None, Weights())
    assert [shown.key for shown in face.keys][:2] == ["y", "n"]


def test_what_a_session_of_a_level_would_be_stands_under_it() -> None:
    told = {
        Level.BEGINNER: WouldBe("first session: 14 min", "split-squat"),
        Level.ADVANCED: WouldBe("first session: 39 min", "split-squat-hop"),
    }
    face = introduction(
        IntroductionPage.LEVEL, Level.BEGINNER, Unit.KG, False, Weights(), sessions=told
    )
    beginner, under, intermediate, advanced, last = face.details
    assert beginner.startswith("1  beginner")
    assert under.strip() == told[Level.BEGINNER].words
    assert intermediate.startswith("2  intermediate")
    assert advanced.startswith("3  advanced")
    assert last.strip() == told[Level.ADVANCED].words
    assert face.figures == (("beginner", "split-squat"), ("advanced", "split-squat-hop"))


def test_the_first_page_alone_has_an_exercise_drawn_beside_it() -> None:
    drawn = {
        page: introduction(page, Level.BEGINNER, Unit.KG, False, Weights()).figure
        for page in IntroductionPage
    }
    assert drawn.pop(IntroductionPage.WHAT) == "jumping-lunge"
    assert not any(drawn.values())
