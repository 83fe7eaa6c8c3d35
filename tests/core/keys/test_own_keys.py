from runlift_tui.core.keys.actions import SCREENS, faces, help_lines
from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys
from runlift_tui.core.lists.lines import KeyFace

OWN = OwnKeys(
    {
        "session.undo": ("backspace",),
        "session.longer": ("f5",),
        "history.next": ("s", "down"),
        "exercises.edit": ("z",),
        "exercises.favourite": ("y", "plus"),
    }
)


def shown(screen: str, keys: str) -> str:
    """Return the athlete's keys as a last line has them."""
    (face,) = OWN.faces(faces(screen, keys))
    return face.key


def helped(screen: str, meaning: str) -> str:
    """Return the athlete's keys as the help has them beside a meaning."""
    (key,) = [each.key for each in OWN.lines(help_lines(screen)) if each.word.startswith(meaning)]
    return key


def test_shipped_keys_are_told_as_they_stand() -> None:
    for screen in SCREENS:
        lines = tuple(help_lines(screen.screen))
        assert tuple(shipped_keys().lines(lines)) == lines


def test_an_own_key_stands_where_the_shipped_one_did() -> None:
    assert shown("session", "undo") == "backspace"
    assert shown("session", "longer shorter") == "F5 -"
    assert shown("session", "digits one-more one-less") == "0-9 ↑↓"
    assert shown("history", "previous next") == "↑ s"
    assert shown("routines", "edit") == "e", "another screen's"
    assert shown("entry", "undo=back") == "backspace", "of the screen under it"


def test_the_help_has_as_many_own_keys_as_shipped_ones_each_once() -> None:
    assert helped("session", "undo, redo") == "backspace U"
    assert helped("session", "space and u") == "PgDn backspace"
    assert helped("exercises", "edit") == "z"
    assert helped("exercises", "favourite") == "y  +"


def test_the_last_line_has_the_own_keys_and_the_same_words() -> None:
    shipped = faces("session", "space=go; undo")
    assert [each[:2] for each in OWN.faces(shipped)] == [("space", "go"), ("backspace", "undo")]
    assert shipped_keys().faces(shipped) is shipped


def test_the_key_of_an_answer_is_nobodys_to_change() -> None:
    answers = (KeyFace("u", "the upper one"), KeyFace("space", "no reason"))
    assert OWN.faces(answers) == answers


def test_an_action_is_pressed_with_its_own_keys_alone() -> None:
    assert OWN.of("session.undo") == ("backspace",)
    assert OWN.of("session.redo") == ("U",)
    assert OWN.of("no.such") == ()
