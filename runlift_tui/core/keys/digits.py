"""The keys that type digits, wherever digits are typed."""

from collections.abc import Iterator, Mapping, Sequence

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
_RANGES = ("0-9", "1-3")
_FEWEST_IN_A_RUN = 3


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
    """Return a key for digits as it is printed: "0-9", "7"; with other keys "0 F6 F7 F8 4-9".

    Signs that stand beside each other need no space: "àé34".
    """
    if shown not in _RANGES:
        return _first(shown, own) if shown in _EACH else shown
    digits = _digits(shown)
    found = [_first(digit, own) for digit in digits]
    if found == digits:
        return shown
    if all(len(key) == 1 for key in found):
        return "".join(found)
    return " ".join(_in_runs(found))


_EACH = names(DIGITS)


def _in_runs(keys: Sequence[str]) -> Iterator[str]:
    """Yield keys, and digits that follow each other as one: "4-9"."""
    run: list[str] = []
    for key in (*keys, ""):
        if run and key.isdecimal() and int(key) == int(run[-1]) + 1:
            run.append(key)
            continue
        yield from (f"{run[0]}-{run[-1]}",) if len(run) >= _FEWEST_IN_A_RUN else run
        run = [key] if key.isdecimal() else []
        yield from [] if run or not key else [key]


def _digits(shown: str) -> list[str]:
    low, _, high = shown.partition("-")
    return [f"{digit}" for digit in range(int(low), int(high) + 1)]


def _first(digit: str, own: Mapping[str, tuple[str, ...]]) -> str:
    return printed(own.get(f"{DIGIT_KEYS.screen}.{digit}", (digit,))[0])
