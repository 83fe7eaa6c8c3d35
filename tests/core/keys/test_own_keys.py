from runlift_tui.core.keys.keymap import SCREENS
from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys
from runlift_tui.core.lists.lines import KeyFace

OWN = OwnKeys(
    {
        "session.undo": ("backspace",),
        "session.longer": ("f5",),
        "history.next": ("s", "down"),
        "exercises.edit": ("z",),
    }
)


def test_shipped_keys_are_told_as_they_stand() -> None:
    for screen in SCREENS:
        for line in screen.keys:
            assert shipped_keys().told(screen.screen, line.keys) == line.keys
            assert OWN.told("nowhere", line.keys) == line.keys


def test_an_own_key_stands_where_the_shipped_one_did() -> None:
    assert OWN.told("session", "u  U") == "backspace U"
    assert OWN.told("session", "u") == "backspace"
    assert OWN.told("session", "+ -") == "f5 -"
    assert OWN.told("session", "0-9 ↑↓") == "0-9 ↑↓"
    assert OWN.told("history", "↑↓") == "↑ s"
    assert OWN.told("exercises", "e enter") == "z"
    assert OWN.told("routines", "e") == "e", "another screen's"


def test_the_last_line_has_the_own_keys_and_the_same_words() -> None:
    shipped = (KeyFace("space", "go"), KeyFace("u", "undo"))
    assert OWN.faces("session", shipped) == (KeyFace("space", "go"), KeyFace("backspace", "undo"))
    assert OWN.faces("home", shipped) is shipped


def test_an_action_is_pressed_with_its_own_keys_alone() -> None:
    assert OWN.of("session.undo") == ("backspace",)
    assert OWN.of("session.redo") == ("U",)
    assert OWN.of("no.such") == ()
