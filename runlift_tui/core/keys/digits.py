"""The keys that type digits, wherever digits are typed."""

from collections.abc import Iterator, Mapping

from runlift_tui.core.keys.action import DIGITS, Action, ScreenKeys
from runlift_tui.core.keys.key_names import names, printed

_POINT = "point"
DIGIT_KEYS = ScreenKeys(
    "digits",
    "Typing numbers",
    (
        *(
            Action(digit, digit, f"Digit {digit}", meaning="a digit, where digits are typed")
            for digit in names(DIGITS)
        ),
        Action(_POINT, "full_stop,comma", "Point", meaning="the point of a number"),
    ),
    help="0 1 2 3 4 5 6 7 8 9; point",
)
"""They count before the keys of every screen, and after every line of text."""
_RANGES = ("0-9", "1-6")


def by_key(own: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what the keys type that were given to digits, by their names.

    A digit that has other keys is typed by them alone: its own one does nothing then.

    Args:
        own: Names of keys by the id of an action.
    """
    found: dict[str, str] = {}
    for row in DIGIT_KEYS.actions:
        mine = own.get(f"{DIGIT_KEYS.screen}.{row.name}")
        if mine is not None:
            shipped = names(row.keys)
            found |= {key: "" for key in shipped if key not in mine}
            found |= {key: shipped[0] for key in mine if key not in shipped}
    return found


def told(shown: str, own: Mapping[str, tuple[str, ...]]) -> str:
    """Return keys for digits as they are printed: "0-9"; with other keys all of them, "àé34"."""
    if shown not in _RANGES:
        return shown
    found = "".join(_first(digit, own) for digit in _digits(shown))
    return shown if found == "".join(_digits(shown)) else found


def _digits(shown: str) -> Iterator[str]:
    low, _, high = shown.partition("-")
    return (f"{digit}" for digit in range(int(low), int(high) + 1))


def _first(digit: str, own: Mapping[str, tuple[str, ...]]) -> str:
    return printed(own.get(f"{DIGIT_KEYS.screen}.{digit}", (digit,))[0])
