from runlift_tui.core.keys.actions import SCREENS, faces, help_lines
from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys
from runlift_tui.core.lists.lines import KeyFace
from tests.rows import for_each

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
        told = tuple(shipped_keys().lines(lines))
        assert [each.key for each in told] == [each.key for each in lines]


def test_an_own_key_stands_where_the_shipped_one_did() -> None:
    assert shown("session", "undo") == "backspace"
    assert shown("session", "longer shorter") == "F5 -"
    assert shown("session", "digits one-more one-less") == "0-9 ↑↓"
    assert shown("history", "previous next") == "↑ s"
    assert shown("routines", "edit") == "e", "another screen's"
    assert shown("entry", "undo=back") == "backspace", "of the screen under it"


def test_the_help_has_as_many_own_keys_as_shipped_ones_each_once() -> None:
    assert helped("session", "undo, redo") == "backspace U"
    assert helped("session", "space and backspace") == "PgDn backspace"
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


GIVEN_UP = OwnKeys({"session.undo": ("x",), "session.swap": ()})


def test_what_has_no_key_is_left_out_of_a_last_line_and_said_to_have_none() -> None:
    line = GIVEN_UP.faces(faces("session", "space=go; swap; undo"))
    assert [each[:2] for each in line] == [("space", "go"), ("x", "undo")]
    helped = [each.key for each in GIVEN_UP.lines(help_lines("session")) if "swap" in each.word]
    assert "no key" in helped
    assert GIVEN_UP.of("session.swap") == ()
    assert GIVEN_UP.named("{^session.swap} swaps.") == "No key swaps."


MOVED_DIGITS = OwnKeys({f"digits.{n}": (f"f{n + 5}",) for n in (1, 2, 3)})


@for_each(
    ("screen", "shown", "key"),
    [
        ("session", "digits", "0 F6 F7 F8 4-9"),
        ("setup", "digits", "0 F6 F7 F8 4-9"),
        ("levels", "which", "F6 F7 F8"),
    ],
)
def test_digits_that_were_moved_are_named_each(screen: str, shown: str, key: str) -> None:
    (face,) = MOVED_DIGITS.faces(faces(screen, shown))
    assert face.key == key
    (shipped,) = faces(screen, shown)
    assert shipped_keys().faces((shipped,)) == (shipped,)


@for_each(
    ("keys", "own", "told"),
    [
        ("1 2 3", MOVED_DIGITS, "F6 F7 F8"),
        ("0 1 2 3", MOVED_DIGITS, "0 F6 F7 F8"),
        ("space", MOVED_DIGITS, "space"),
        ("e", MOVED_DIGITS, "e"),
        ("0 1 2 3", shipped_keys(), "0 1 2 3"),
        ("4 5", MOVED_DIGITS, "4 5"),
    ],
)
def test_digits_that_answer_are_named_as_they_are_pressed(
    keys: str, own: OwnKeys, told: str
) -> None:
    assert own.digits_in(keys) == told


def test_digits_that_were_all_but_two_moved_keep_no_run() -> None:
    own = OwnKeys({f"digits.{n}": (f"f{n + 1}",) for n in range(1, 8)})
    (face,) = own.faces(faces("session", "digits"))
    assert face.key == "0 F2 F3 F4 F5 F6 F7 F8 8 9"
