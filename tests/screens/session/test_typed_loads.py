"""What was typed is what is logged, and is found again: a beginner's first two sessions."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.state import Rest
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.advice import next_time_words
from runlift_tui.widgets.session.values import Values
from tests.core.builders import library
from tests.screens.gym import Gym, gym
from tests.sweep import sweep, sweep_rows

BEGINNER = Athlete(level=Level.BEGINNER, asked=True)
SIZES = [(80, 24), (160, 45)]
BARE = "without weight"


def pain(g: Gym) -> int | None:
    """Return what was said of pain."""
    return g.session.pain


def keys_of(figure: str) -> list[str]:
    """Return the keys that type a figure."""
    return ["full_stop" if key == "." else key for key in figure]


async def lift(g: Gym, load: str) -> None:
    """Type a load into the set under way, and log it."""
    await g.press("tab", "tab", *keys_of(load))
    await g.space()


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_every_load_a_beginner_types_is_found_again(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=size) as g:
        await g.press("space", "space")
        await g.walk_to("B1")
        assert g.values()["load"] == "–"
        assert "without weight" in g.text()
        assert "with a weight: tab twice to the load, type it" in g.text()
        await g.press("tab", "tab", "5", "enter")
        assert "without weight" not in g.text(), "nor above the values, where one was typed"
        await g.press("6")
        await g.space()
        await g.walk_to("B1", 2)
        assert g.values()["load"] == "2 x 6 kg"
        assert "without weight" not in g.text()
        await lift(g, "8")
        assert [g.done("B1", n).load_kg for n in (1, 2)] == [12.0, 16.0]
        await g.walk_out()
        await g.space()
        clock.advance(3 * 86_400_000)
        await g.press("s", "escape")
        assert "2 x 8 kg" in g.text(), "home, of the session that comes and the last one"
        await g.press("space")
        assert "2 x 8 kg" in g.text(), "the kit names what will stand prefilled"
        await g.press("space")
        start = g.session.start
        assert "2 x 8 kg" in kit(begin(start, 0), Unit.KG)
        text = "\n".join(card(ComingSession(start=start), Unit.KG))
        assert "8 each leg at 2 x 8 kg" in text
        said = next_time_words(g.store, library()["split-squat"])
        assert said == "Next time: no weight is asked for, you took your own: 2 x 8 kg again."
        for round_ in (1, 2):
            await g.walk_to("B1", round_)
            assert g.values()["load"] == "2 x 8 kg"
            await g.press("w")
            known = [g.text()]
            for _ in range(3):
                await g.press("pagedown")
                known.append(g.text())
            assert any("2 x 8 kg" in page for page in known), "what is known of it"
            await g.press("escape")
            await g.space()
        assert [g.done("B1", n).load_kg for n in (1, 2)] == [16.0, 16.0]


async def test_without_a_load_of_their_own_nothing_stands_prefilled(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("space", "space")
        await g.walk_to("B1")
        await g.space()
        await g.walk_to("B1", 2)
        assert g.values()["load"] == "–"
        assert "without weight" in g.text()
        await g.space()
        assert g.done("B1", 2).load_kg is None


@pytest.mark.parametrize(
    ("weights", "load", "said"),
    sweep_rows(
        [
            (Weights(), "4 kg", "4 kg"),
            (Weights(list_kg=(3.0, 8.0)), "3 kg", "3 kg"),
            (Weights(list_kg=(16.0, 24.0)), "–", "without weight, hands at"),
        ],
        stay=(Weights(), Weights(list_kg=(16.0, 24.0))),
    ),
)
async def test_a_goblet_squat_is_never_asked_for_with_nothing_in_the_hands_that_hold_it(
    tmp_path: Path, clock: ManualClock, weights: Weights, load: str, said: str
) -> None:
    who = Athlete(level=Level.BEGINNER, asked=True, weights=weights)
    async with gym(tmp_path, clock, athlete=who, size=(80, 24)) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await g.press("x")
        await g.type("goblet squat")
        await g.press("enter")
        assert g.session.routine.slot("B1").exercise == "goblet-squat"
        assert g.values()["load"] == load
        assert said in " ".join(g.text().split())
        assert (said in ("3 kg", "4 kg")) != ("without weight" in g.text())


@pytest.mark.parametrize(("days", "load"), [(14, "2 x 6 kg"), (15, "–")])
async def test_after_a_break_it_is_begun_without_weight_again(
    tmp_path: Path, clock: ManualClock, days: int, load: str
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await lift(g, "6")
        await g.press("f", "enter")
        await g.space()
        clock.advance(days * 86_400_000)
        await g.press("space", "space")
        await g.skip_to("B1")
        assert g.values()["load"] == load


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_the_first_digits_of_a_session_are_reps_and_pain_has_a_key_of_its_own(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=size) as g:
        await g.press("space", "space")
        assert "Does anything hurt?" in g.text()
        assert "h pain" in g.text(), g.text()
        assert "h says how much" in g.text(), "a low window has no room for it among the keys"
        await g.press("1", "2", "enter")
        assert g.values()["left"] == g.values()["right"] == "12"
        assert pain(g) is None
        assert "Does anything hurt?" in g.text(), "nothing has answered it"
        await g.press("h")
        assert "0 to 10" in g.face.flash
        assert not g.values(), "no value stands there that a digit could be meant for"
        await g.press("3")
        assert pain(g) == 3
        assert g.values()["left"] == "12"
        await g.press("1", "0", "enter")
        assert pain(g) == 3, "ten reps right behind it are ten reps"
        assert g.values()["left"] == "10"
        await g.space()
        await g.press("h")
        assert "How much did A1" in g.face.flash
        assert "hurt, 0 to 10?" in g.face.flash
        await g.press("2")
        assert g.face.own.lines == ("pain 2",), "of the set just done, and nothing is skipped"
        assert pain(g) == 3


async def summed_up(g: Gym) -> None:
    """Do the first set, and end the session."""
    await g.press("space", "space")
    await g.space()
    await g.press("f", "enter")
    assert g.is_on(SummaryScreen)


@pytest.mark.parametrize("leaving", sweep(["enter", "space", "escape", "q"], stay=("enter", "q")))
async def test_no_key_leaves_the_summary_with_a_value_still_open(
    tmp_path: Path, clock: ManualClock, leaving: str
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await summed_up(g)
        await g.wait(1)
        await g.press("down", "7", leaving)
        assert g.is_on(SummaryScreen)
        assert g.done("A1").left == 7


async def test_enter_in_the_summary_takes_over_then_leaves_the_set_then_the_screen(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await summed_up(g)
        await g.press("down", "7", "enter", "enter", "6")
        assert g.session.effort == 6, "no set is chosen any more"
        await g.wait(1)
        await g.press("enter")
        assert g.is_home


async def test_a_point_in_the_effort_is_refused_in_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await summed_up(g)
        await g.press("7", "full_stop", "5")
        assert g.session.effort == 7
        assert "whole numbers only" in g.text()


async def test_a_number_that_cannot_be_is_read_before_the_session_is_left(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("space", "space", "7", "full_stop", "5", "q")
        assert "whole numbers only" in g.text()
        assert g.values()["left"] == "6"
        await g.wait(1)
        await g.press("q")
        assert g.is_home


async def test_up_and_down_go_through_the_weights_of_the_gym(
    tmp_path: Path, clock: ManualClock
) -> None:
    bells = Weights(list_kg=(8.0, 12.0, 16.0))
    who = Athlete(level=Level.BEGINNER, asked=True, weights=bells)
    async with gym(tmp_path, clock, athlete=who) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await g.press("tab", "tab")
        found = []
        for key in ("up", "up", "up", "up", "down", "down", "down"):
            await g.press(key)
            found.append(g.values()["load"].removeprefix("2 x ").strip("? kg"))
        assert found == ["8", "12", "16", "16", "12", "8", "without weight"]


TWICE = Athlete(level=Level.ADVANCED, asked=True, weights=Weights(step_kg=2.5))


async def slipped(g: Gym, *keys: str) -> None:
    """Go to B1, and type a load ten times as heavy as the one of its first round."""
    await g.press("space", "space")
    await g.skip_to("B1")
    await lift(g, "12.5")
    await g.skip_to("B1", 2)
    assert g.values()["load"] == "2 x 12.5 kg"
    await g.press("tab", "tab", *"125", *keys)


@pytest.mark.parametrize(
    ("size", "yes"),
    sweep_rows([((80, 24), "enter"), ((80, 24), "y"), ((160, 45), "y")], stay=[(80, 24)]),
)
async def test_a_load_far_from_the_last_is_asked_about_once_while_it_runs(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int], yes: str
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE, size=size) as g:
        await slipped(g, "enter")
        assert g.values()["load"] == "2 x 125 kg?"
        assert g.face.heading == "IS IT RIGHT?"
        assert "2x125 KG?" in f"{g.face.asked}", "read from two metres, as what it is about"
        assert "2 x 125 kg after 2 x 12.5 kg. Is it right?" in f"{g.face.asked}"
        assert "B1 round 2: 2 x 125 kg after 2 x 12.5 kg." in g.text()
        assert "y enter  it is right" in g.text()
        assert "n -  no, back to 2 x 12.5 kg" in g.text()
        await g.press(yes)
        assert "IS IT RIGHT?" not in (g.face.heading, g.face.doubt)
        assert g.values()["load"] == "2 x 125 kg"
        assert "Is it right?" not in g.text()
        await g.space()
        assert "Is it right?" not in g.text()
        assert "best set yet" in g.text()
        assert [f.value for f in g.done("B1", 2).confirmed] == ["load_kg"]


async def test_space_right_behind_it_logs_it_and_the_question_stays_in_the_rest(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await slipped(g)
        await g.space()
        assert g.done("B1", 2).load_kg == 250.0, "what was typed is what is logged"
        assert "Is it right?" in g.text()
        assert "best set yet" not in g.text()
        await g.wait(1)
        await g.press("minus", "minus", "minus")
        assert "B1 round 2 has 2 x 12.5 kg again." in g.text()
        assert g.done("B1", 2).load_kg == 25.0
        assert isinstance(g.session.phase, Rest)
        assert g.session.phase.moved == 0, "held down, it does not go on to the rest"
        assert [f.name for f in g.face.fields if f.state == "focused"] == ["load"]
        await g.wait(1)
        await g.press("u")
        assert "Is it right?" in g.text()
        await g.wait(1)
        await g.press(*keys_of("12.5"), "enter")
        assert g.done("B1", 2).load_kg == 25.0, "what is asked about is what is typed into"
        assert "Is it right?" not in g.text()


async def test_left_unanswered_the_summary_asks_once_more(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await slipped(g)
        await g.space()
        await g.press("f", "enter")
        assert g.is_on(SummaryScreen)
        assert "Not confirmed, so it counts for no best set: B1 round 2" in g.text()
        await g.wait(2)
        await g.press("enter", "enter")
        assert g.is_on(SummaryScreen)
        assert not g.done("B1", 2).confirmed, "the key that would leave is no answer"
        assert "B1 round 2: 2 x 125 kg after 2 x 12.5 kg. Is it right?" in g.text()
        assert "space again leaves" in " ".join(g.text().split())
        await g.wait(1)
        assert "y it is right" in " ".join(g.text().split()), "the key says what it does"
        await g.press("n")
        assert "B1 round 2 has 2 x 12.5 kg again." in g.text()
        await g.wait(1)
        await g.press("u", "y")
        assert "Is it right?" not in g.text()
        assert [f.value for f in g.done("B1", 2).confirmed] == ["load_kg"]
        await g.wait(1)
        await g.press("enter", "enter")
        assert g.is_home


@pytest.mark.parametrize("leaves", ["escape", "space"])
async def test_a_question_at_the_end_leads_back_to_the_effort_and_what_is_typed_is_the_load(
    tmp_path: Path, clock: ManualClock, leaves: str
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await slipped(g)
        await g.space()
        await g.press("f", "enter")
        await g.wait(2)
        await g.press(leaves)
        assert "Is it right?" in g.text()
        assert "escape goes back here" in g.line("  effort ")
        assert "escape effort" in " ".join(g.text().split())
        await g.press("2", "0")
        assert [f.name for f in g.screen.query_one(Values).fields if f.state == "draft"] == ["load"]
        await g.press("backspace", "backspace")
        await g.wait(2)
        await g.press("escape")
        assert g.is_on(SummaryScreen)
        await g.press("6")
        assert g.session.effort == 6
        await g.wait(1)
        await g.press("escape")
        assert g.is_home, "it was asked about once"


async def test_a_yes_at_the_end_leads_back_to_the_effort(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await slipped(g)
        await g.space()
        await g.press("f", "enter")
        await g.wait(2)
        await g.press("escape")
        await g.wait(1)
        await g.press("y", "6")
        assert g.session.effort == 6
        assert [f.value for f in g.done("B1", 2).confirmed] == ["load_kg"]


async def test_on_a_card_it_is_asked_about_too(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await g.press("space", "c")
        await g.type("yesterday 18:30")
        await g.press("enter", *"75")
        await g.wait(1)
        await g.press("space")
        assert "75 reps after 10. Is it right?" in g.text()
        await g.press("enter")
        assert "Is it right?" not in g.text()
        assert len(g.done("A1").confirmed) == 2


async def test_a_digit_where_nothing_can_be_typed_is_answered_in_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await g.press("space", "space")
        await g.walk_to("A2")
        await g.press("2")
        assert "its seconds are put right in the rest after it" in g.text()


async def test_the_x_of_two_times_eight_opens_no_swap(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("space", "space")
        await g.walk_to("B1")
        await g.press("tab", "tab", "2", "x", "8", "enter")
        assert g.values()["load"] == "2 x 8 kg"
        await g.press("x")
        assert not g.is_on(SessionScreen)


@pytest.mark.parametrize("in_a_rest", [False, True])
async def test_a_slip_taken_back_is_typed_again_where_it_was(
    tmp_path: Path, clock: ManualClock, in_a_rest: bool
) -> None:
    """The load that `u` takes back is still under the cursor: its digits are no reps."""
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("space", "space")
        await g.walk_to("B1")

        async def typed(figure: str, load: str) -> None:
            """Type it, have it taken over, and be on the load again."""
            await g.press(*keys_of(figure), "tab", "shift+tab")
            assert g.values()["load"] == load

        await g.press("tab", "tab")
        await typed("10", "2 x 10 kg")
        if in_a_rest:
            await g.space()
            assert isinstance(g.session.phase, Rest)
            await g.press("tab", "tab")
        reps = {name: value for name, value in g.values().items() if name != "load"}
        await g.wait(2)
        await typed("111", "2 x 111 kg?")
        assert "Is it right?" in g.text()
        await g.press("u")
        assert g.values()["load"] == "2 x 10 kg"
        await typed("11", "2 x 11 kg")
        assert g.values() == {**reps, "load": "2 x 11 kg"}


async def test_a_ramp_of_a_first_load_names_a_weight_of_the_gym_which_stands_prefilled(
    tmp_path: Path, clock: ManualClock
) -> None:
    who = Athlete(level=Level.ADVANCED, asked=True)
    async with gym(tmp_path, clock, athlete=who, level=Level.ADVANCED, size=(160, 45)) as g:
        await g.walk_to("B1", ramp=2)
        assert "half of 2 x 8-10 kg: 2 x 4 kg" in " ".join(g.face.units)
        assert g.values()["load"] == "2 x 4 kg"
        await g.walk_to("B1")
        assert g.values()["load"] == "–", "a ramp's is no load of the round"


@pytest.mark.parametrize("key", ["up", "down"])
@pytest.mark.parametrize(
    ("weights", "said", "begins", "ramp"),
    sweep_rows(
        [
            (Weights(), "begin with 2 x 8-10 kg", "2 x 8 kg", "2 x 4 kg"),
            (Weights(list_kg=(7.5, 12.5)), "begin with 2 x 7.5 kg", "2 x 7.5 kg", "2 x 7.5 kg"),
            (Weights(list_kg=(16.0, 24.0)), "begin with 2 x 16 kg", "2 x 16 kg", BARE),
            (
                Weights(list_kg=(20.0, 24.0)),
                "begin without weight",
                "without weight",
                "without weight",
            ),
        ],
        stay=(Weights(), Weights(list_kg=(20.0, 24.0))),
    ),
)
async def test_a_first_step_from_no_load_is_what_the_words_begin_with(
    tmp_path: Path,
    clock: ManualClock,
    key: str,
    weights: Weights,
    said: str,
    begins: str,
    ramp: str,
) -> None:
    """Not the lightest weight that there is, and never more than is suggested."""
    who = Athlete(level=Level.ADVANCED, asked=True, weights=weights)
    async with gym(tmp_path, clock, athlete=who, size=(160, 45)) as g:
        await g.press("space", "space")
        await g.walk_to("B1", ramp=2)
        if g.values()["load"] == "–":
            await g.press("tab", "tab", key)
        assert g.values()["load"] == ramp
        await g.walk_to("B1")
        assert said in g.text()
        await g.press("tab", "tab", key)
        assert g.values()["load"] == begins
        await g.press("u")
        await g.space()
        assert g.done("B1").load_kg is None
        await g.press("tab", "tab", key)
        assert g.values()["load"] == begins, "of the set just done too"


async def test_a_no_puts_back_what_had_just_been_typed_and_the_cursor_stays_there(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=TWICE) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await g.press("9", "enter", *"160", "enter")
        assert "160 reps after" in g.text()
        await g.wait(2)
        await g.press("n")
        assert "B1 round 1 has 9 reps again. Digits go there." in " ".join(g.text().split())
        await g.press("7", "enter")
        await g.space()
        assert (g.done("B1", 1).left, g.done("B1", 1).right) == (7, 7)
