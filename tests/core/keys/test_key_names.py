import string

from textual.keys import Keys, _character_to_key, format_key

from runlift_tui.core.keys.key_names import KEYS, as_printed, key_name, names, printed, sent_for
from tests.rows import for_each

KNOWN_TO_TEXTUAL = {key.value for key in Keys}


@for_each("character", [*string.ascii_letters, *string.digits, "é", "ß"])
def test_a_letter_is_its_own_name(character: str) -> None:
    assert key_name(character) == printed(character) == _character_to_key(character) == character


@for_each("sign", string.punctuation)
def test_a_sign_has_the_name_that_the_terminals_library_gives_it(sign: str) -> None:
    name = key_name(sign)
    assert name == _character_to_key(sign)
    assert key_name(name) == name
    assert printed(name) == sign == format_key(name)


@for_each(
    "name", sorted(name for name in KEYS if len(printed(name)) > 1 or printed(name) in "↑↓←→")
)
def test_a_named_key_is_one_that_a_terminal_can_send(name: str) -> None:
    assert name in KNOWN_TO_TEXTUAL
    assert key_name(printed(name)) == name
    assert key_name(name.upper()) == name


@for_each(
    ("written", "name"),
    [
        (" u ", "u"),
        ("U", "U"),
        ("PgUp", "pageup"),
        ("pgdn", "pagedown"),
        ("Space", "space"),
        ("ctrl+Y", "ctrl+Y"),
        ("Ctrl+y", "ctrl+y"),
        ("ctrl+shift+up", "ctrl+shift+up"),
        ("ctrl++", "ctrl+plus"),
        ("shift+?", "shift+question_mark"),
    ],
)
def test_a_key_is_written_as_one_would(written: str, name: str) -> None:
    assert key_name(written) == name
    assert key_name(printed(name)) == name


@for_each(
    "written", ["", " ", "uu", "spcae", "ctrl+", "+", "ctrl+foo", "hyper+u", "++", "ctrl", "u+ctrl"]
)
def test_what_is_no_key(written: str) -> None:
    assert written == "+" or key_name(written) is None


def test_lists_and_keys_that_a_terminal_sends_for_others() -> None:
    assert names("u, pageup,") == ("u", "pageup")
    assert sent_for("ctrl+i") == "tab"
    assert not sent_for("ctrl+y")


@for_each(
    ("key", "character", "name"),
    [
        ("decimal", ".", "full_stop"),
        ("decimal", ",", "comma"),
        ("decimal", None, "full_stop"),
        ("add", None, "plus"),
        ("subtract", None, "minus"),
        ("divide", None, "slash"),
        ("٥", "٥", "5"),
        ("۷", "۷", "7"),
        ("fullwidth_digit_five", "５", "5"),
        ("ｕ", "ｕ", "u"),
        ("u", "u", "u"),
        ("Я", "Я", "Я"),
        ("é", "é", "é"),
        ("²", "²", "²"),
        ("º", "º", "º"),
        ("enter", "\r", "enter"),
        ("ctrl+u", None, "ctrl+u"),
    ],
)
def test_a_key_is_what_is_printed_on_it(key: str, character: str | None, name: str) -> None:
    named, types = as_printed(key, character)
    assert named == name
    if character is not None:
        assert types == character
