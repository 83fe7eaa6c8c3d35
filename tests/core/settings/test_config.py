"""The hand-written settings: what counts, what is said of the rest, and that nothing breaks it."""

import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runlift_tui.core.keys.actions import EVERYWHERE, ROWS, SCREENS, screen_keys
from runlift_tui.core.keys.faults import given_up
from runlift_tui.core.keys.key_names import key_name, names, printed
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.settings.config import read_config
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.units import Unit
from tests.rows import for_each

IDS = tuple(ROWS)


def read(text: str) -> tuple[Config, list[str]]:
    """Return what a text says, and the faults with their places."""
    config, faults = read_config(tomllib.loads(text))
    return config, [f"{fault.place}: {fault.what}" for fault in faults]


def test_everything_that_can_be_said() -> None:
    config, faults = read(
        """
        [settings]
        level = "advanced"
        unit = "lb"
        weights = [35, 18, 26]
        lead_in_s = 5
        sound = false
        volume = 0
        voice = true
        awake = false
        motion = false
        glyphs = "ascii"
        plain = true
        theme = "runlift-light"

        [keys]
        "session.undo" = "Backspace, PgUp"
        "session.rub" = "delete"
        session.pause = ["P", "f9"]
        """
    )
    assert not faults
    assert config.settings == {
        "level": Level.ADVANCED,
        "unit": Unit.LB,
        "weights": Weights(list_kg=(8.1647, 11.7934, 15.8757)),
        "lead_in_s": 5,
        "sound": False,
        "volume": 0,
        "voice": True,
        "awake": False,
        "motion": False,
        "glyphs": "ascii",
        "plain": True,
        "theme": "runlift-light",
    }
    assert config.keys == {
        "session.undo": ("backspace", "pageup"),
        "session.rub": ("delete",),
        "session.pause": ("P", "f9"),
    }


def test_an_empty_file_says_nothing() -> None:
    assert read("") == (Config(), [])
    assert read("[settings]\n[keys]\n") == (Config(), [])


@for_each(
    ("line", "said"),
    [
        ("volum = 7", "settings.volum: no setting is called that, did you mean volume?"),
        (
            'digit_row = "azert"',
            'settings.digit_row: "azert" is not azerty, belgian, czech, slovak, bepo, '
            "afnor, lithuanian or signs, did you mean azerty?",
        ),
        ("volume = 11", "settings.volume: 11 is not a whole number from 0 to 10"),
        ("volume = -1", "settings.volume: -1 is not a whole number from 0 to 10"),
        ("volume = true", "settings.volume: true is not a whole number from 0 to 10"),
        ("lead_in_s = 61", "settings.lead_in_s: 61 is not a whole number from 0 to 60 seconds"),
        ('sound = "yes"', 'settings.sound: "yes" is neither true nor false'),
        (
            'level = "expert"',
            'settings.level: "expert" is not beginner, intermediate or advanced',
        ),
        ('unit = "kgs"', 'settings.unit: "kgs" is not kg or lb, did you mean kg?'),
        ("weights = []", "settings.weights: a list is no list of weights, write [8, 12, 16]"),
        ("weights = [8, 0]", "settings.weights: 0 is no weight from 0.25 to 1000 kg"),
        ("weights = [nan]", "settings.weights: nan is no weight from 0.25 to 1000 kg"),
        ('weight_step = "2"', 'settings.weight_step: "2" is no weight from 0.25 to 1000 kg'),
        ("theme = 3", "settings.theme: 3 is no name"),
    ],
)
def test_a_value_that_cannot_be_is_said_and_the_rest_counts(line: str, said: str) -> None:
    config, faults = read(f"[settings]\nmotion = false\n{line}")
    assert config.settings == {"motion": False}
    assert len(faults) == 1
    assert faults[0].startswith(said)


@for_each(
    ("line", "said"),
    [
        ('"session.undoo" = "z"', "no action is called that, did you mean session.undo?"),
        ('"undo" = "z"', "no action is called that"),
        ('"session.undo" = "bakspace"', '"bakspace" is no key, did you mean backspace?'),
        ('"session.undo" = 7', '7 is no key, write "backspace" or ["u", "pageup"]'),
        ('"session.undo" = []', '[] has no key in it, write "backspace" or ["u", "pageup"]'),
        ('"session.undo" = ""', '"" is no key'),
        ('"session.undo" = "5"', "5 is typed on that screen, and can be nothing else"),
        ('"form.keep" = "x"', "x is typed on that screen, and can be nothing else"),
        ('"digits.6" = "5"', "5 is digits.5's on that screen; give that another key too"),
        ('"session.undo" = "ctrl+c"', "ctrl+c quits"),
        ('"session.undo" = "ctrl+i"', "a terminal sends tab for ctrl+i"),
    ],
)
def test_a_key_that_cannot_be_is_said_and_the_rest_counts(line: str, said: str) -> None:
    config, faults = read(f'[keys]\n"home.quit" = "Q"\n{line}')
    assert config.keys == {"home.quit": ("Q",)}
    assert len(faults) == 1
    assert said in faults[0]
    assert faults[0].startswith("keys")


def test_two_actions_may_change_keys_with_each_other() -> None:
    config, faults = read('[keys]\n"session.undo" = "x"\n"session.swap" = ["u", "pageup"]')
    assert not faults
    assert config.keys == {"session.undo": ("x",), "session.swap": ("u", "pageup")}


def test_a_key_that_two_actions_of_a_screen_were_given_is_said_and_one_of_them_has_it() -> None:
    config, faults = read('[keys]\n"session.undo" = "f5"\n"session.swap" = "f5"')
    assert config.keys == {"session.swap": ("f5",)}
    (fault,) = faults
    assert "F5 is session.swap's on that screen; give that another key too" in fault


@for_each(
    ("line", "keys"),
    [
        ('"session.undo" = "p"', {"session.undo": ("p",), "session.pause": ()}),
        (
            '"home.quit" = "Q"\n"digits.6" = "u"',
            {"session.undo": ("pageup",), "home.undo": ("pageup",)},
        ),
        ('"session.undo" = "ctrl+p"', {"app.palette": ("colon",)}),
        ('"session.mute" = "pagedown"', {"session.space": ("space",)}),
        ('"history.exercise" = ["x"]', {"history.exercise": ("x",), "history.swap": ()}),
    ],
)
def test_an_own_key_is_taken_from_the_action_that_ships_with_it(
    line: str, keys: dict[str, tuple[str, ...]]
) -> None:
    config, faults = read(f"[keys]\n{line}")
    assert not faults
    assert {id_: config.keys[id_] for id_ in keys} == keys


def test_a_file_with_all_ids_of_a_version_before_an_action_came_is_as_it_was() -> None:
    """Its keys were copied from `keys --ids` while an exercise of the history was at x."""
    then = {id_: [*names(ROWS[id_].keys)] for id_ in IDS if id_ != "history.swap"}
    config, faults = read_config({"keys": then | {"history.exercise": ["x"]}})
    assert not faults
    assert config.keys["history.exercise"] == ("x",)
    assert list(given_up(config.keys)) == [("history.swap", "x", "history.exercise")]


@pytest.mark.parametrize("text", ["settings = 3", 'keys = "u"', "[kyes]\nx = 1"])
def test_a_part_that_is_none(text: str) -> None:
    config, faults = read(text)
    assert config == Config()
    assert len(faults) == 1


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
NAMES = st.sampled_from(["settings", "keys", "session", "level", "volume", "weights", *IDS[:12]])
ANYTHING = st.dictionaries(
    NAMES | st.text(max_size=8), PLAIN | st.dictionaries(NAMES, PLAIN, max_size=4), max_size=4
)


@given(ANYTHING)
@example({"keys": {"session": {"undo": {"x": 1}}}})
@example({"settings": {"unit": [], "weights": [True, {}]}})
def test_nothing_that_can_be_written_breaks_it(table: dict[str, Any]) -> None:
    config, _ = read_config(table)
    assert clashes(config) == []


@given(
    st.dictionaries(
        st.sampled_from(IDS),
        st.lists(st.sampled_from(["u", "x", "q", "p", "ctrl+y", "f5", "7", "tab"]), min_size=1),
    )
)
def test_whatever_is_left_no_key_means_two_things_on_a_screen(keys: dict[str, list[str]]) -> None:
    config, faults = read_config({"keys": keys})
    assert clashes(config) == []
    mine = config.keys.keys() & keys.keys()
    refused = {fault.where[1] for fault in faults}
    assert mine | refused == keys.keys()
    assert all(keys[id_] for id_ in mine - refused)


def clashes(config: Config) -> list[str]:
    """Return the keys that mean two things on a screen."""
    found = []
    for screen in SCREENS:
        taken = [key for row in screen.typed for key in names(row.keys)]
        if screen.under:
            under = screen_keys(screen.under)
            typed = [row for row in under.typed if row.name in screen.shares]
            taken += [key for row in typed for key in names(row.keys)]
            for row in under.actions:
                if row.name in screen.shares:
                    taken += config.keys.get(f"{under.screen}.{row.name}", names(row.keys))
        for each in {screen.screen: screen, EVERYWHERE: screen_keys(EVERYWHERE)}.values():
            for row in each.actions:
                keys = config.keys.get(f"{each.screen}.{row.name}", names(row.keys))
                taken += dict.fromkeys(keys)
        found += [f"{screen.screen} {key}" for key in set(taken) if taken.count(key) > 1]
    return found


@for_each(
    ("id_", "key", "owner"),
    [
        ("entry.pain", "5", "typed"),
        ("runs.kind", "5", "typed"),
        ("plan.end", "7", "typed"),
    ],
)
def test_a_key_that_would_not_work_there_is_refused(id_: str, key: str, owner: str) -> None:
    config, (fault,) = read_config({"keys": {id_: key}})
    assert not config.keys
    assert owner in fault.what


def test_a_key_that_another_screen_on_top_has_hidden_is_free() -> None:
    config, faults = read_config({"keys": {"session.pause": "z", "entry.pain": "v"}})
    assert not faults
    assert set(config.keys) == {"session.pause", "entry.pain"}


def test_a_key_that_a_page_does_not_share_with_what_is_under_it_is_free_there() -> None:
    config, faults = read_config(
        {"keys": {"outline.next": ["down", "n", "7"], "session.undo": "j"}}
    )
    assert not faults
    assert set(config.keys) == {"outline.next", "session.undo"}


def test_the_shipped_keys_mean_one_thing_each_on_a_screen() -> None:
    assert clashes(Config()) == []


@for_each("id_", IDS)
def test_every_action_can_be_given_its_own_keys_again(id_: str) -> None:
    shipped = names(ROWS[id_].keys)
    config, faults = read_config({"keys": {id_: [printed(key) for key in shipped]}})
    assert not faults
    assert config.keys == {id_: shipped}
    assert all(key_name(key) == key for key in shipped)


@for_each("id_", IDS)
def test_every_action_can_be_given_another_key(id_: str) -> None:
    config, faults = read_config({"keys": {id_: "f12"}})
    assert not faults
    assert config.keys == {id_: ("f12",)}
