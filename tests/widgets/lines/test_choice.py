"""One of a few words, typed or changed with the arrows."""

import pytest
from textual.app import App, ComposeResult

from runlift_tui.core.plan.form import FIELDS
from runlift_tui.widgets.lines.choice import Choice

RACE = next(each for each in FIELDS if each.name == "race_distance")


class OneChoice(App[None]):
    """Only the line of a race's distance."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown = ""

    def compose(self) -> ComposeResult:
        yield Choice(RACE.choices, "other", RACE.also)

    def on_choice_none_of_them(self, message: Choice.NoneOfThem) -> None:
        self.unknown = message.text


@pytest.mark.parametrize(
    ("typed", "taken", "unknown"),
    [
        ("10k", "10K", ""),
        ("10 km", "10K", ""),
        ("10000 m", "10K", ""),
        ("5k", "5K", ""),
        ("5 K", "5K", ""),
        ("half", "half", ""),
        ("half marathon", "half", ""),
        ("half-marathon", "half", ""),
        ("21.1 km", "half", ""),
        ("21,1 km", "half", ""),
        ("marathon", "marathon", ""),
        ("42k", "marathon", ""),
        ("other", "other", ""),
        ("m", "marathon", ""),
        ("mh", "half", ""),
        ("mile", "marathon", "mile"),
        ("15k", "10K", "15k"),
        ("ultra", "other", "ultra"),
    ],
)
async def test_a_whole_word_is_taken_as_it_is_typed(typed: str, taken: str, unknown: str) -> None:
    app = OneChoice()
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        names = {" ": "space", "-": "minus", ",": "comma", ".": "full_stop"}
        await pilot.press(*(names.get(each, each) for each in typed))
        assert (app.query_one(Choice).value, app.unknown) == (taken, unknown)


async def test_space_and_the_arrows_turn_it_and_typing_begins_anew() -> None:
    app = OneChoice()
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.focus()
        await pilot.press(*"half", "space")
        assert choice.value == "half", "half marathon may be meant"
        await pilot.press("left", "5")
        assert choice.value == "5K"
        await pilot.press("right", "right", "space")
        assert choice.value == "marathon"
