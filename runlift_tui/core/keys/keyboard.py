"""What a press means on the keyboard that it comes from, and what its athlete has to be told."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, structs

from runlift_tui.core.keys.key_names import key_name, printed
from runlift_tui.core.keys.layouts import AS_TYPED, DIGIT_ROWS, on_latin, row_of, rows_with

Bound = Callable[[str], bool]
"""Whether a key, by name, does something where the athlete is."""
_BEGIN = "kp_begin"
"""The 5 of a number pad without NumLock."""
_ANYWHERE = "/*"
"""Signs of every number pad, and of the search: one of them says nothing of a row of digits."""
_OF_THE_PAD = (_BEGIN, "pageup", "pagedown", "home", "end", "insert")


class Press(Struct, frozen=True):
    """A key as the terminal told it."""

    key: str
    """Its name."""
    character: str | None = None
    """What it types; None for nothing."""
    base: str = ""
    """What stands there on an American keyboard, where that is known and something else."""
    shift: bool = False
    """Whether Shift is held, where `caps` is known."""
    caps: bool | None = None
    """Whether Caps Lock is on; None where the terminal does not say."""
    pad: bool = False
    """Whether it is one of the number pad's without NumLock."""


class Keyboard(Struct, frozen=True):
    """What the presses so far say of a keyboard."""

    row: str = ""
    """The name of its row of digits, where that types digits without Shift; `AS_TYPED` where it
    is not to."""
    caps: bool = False
    """Whether Caps Lock seems to be on, in a terminal that does not say."""
    capital: str = ""
    """The capital that came last where only its small letter does something; empty for none since a
    small one came. One alone may be a slip, or a key of another screen; two are Caps Lock."""
    in_doubt: Mapping[str, str] = {}
    """Keys by name that the program knows, and which digit each may be meant as."""
    said: frozenset[str] = frozenset()
    """What was said of it: nothing is said twice that did not keep a key from doing something."""

    @property
    def moved(self) -> Mapping[str, str]:
        """Keys that type a digit now, and for each the one that stands for it."""
        found = DIGIT_ROWS.get(self.row)
        return {} if found is None else found.moved


class Meant(Struct, frozen=True):
    """What a press means."""

    key: str
    """By name; empty where it is to do nothing."""
    keyboard: Keyboard
    said: str = ""
    """What is wrong, and what helps, in a line; empty where nothing is, or it was said before."""


def meant(
    keyboard: Keyboard,
    press: Press,
    own: Mapping[str, str],
    does: Bound,
    capitals: frozenset[str] = frozenset(),
) -> Meant:
    """Return what a press means outside of a line of text.

    What an athlete bound to a key comes first. Then a key does what is printed on it: a row of
    digits its digits, a letter of another alphabet the Latin one beside it, a capital of Caps
    Lock the small letter.

    Args:
        keyboard: What is known of it.
        press: The press.
        own: The digits that were given other keys, by the names of those.
        does: Whether a key does something where the athlete is.
        capitals: Those that do something of their own anywhere: a hand may mean them here too.
    """
    if press.key in own:
        return Meant(own[press.key], keyboard)
    typed = press.character or ""
    of_the_pad = press.key == _BEGIN or (press.pad and press.key in _OF_THE_PAD)
    if of_the_pad and does("1"):
        return _told(Meant("", keyboard), "numlock", _NUMLOCK)
    if len(typed) != 1 or "+" in press.key:
        return Meant(press.key, keyboard)
    return (
        _in_the_row(keyboard, press, typed, does)
        or _letter(keyboard, press, typed, does, capitals)
        or Meant(press.key, keyboard)
    )


_NUMLOCK = "NumLock is off: with it on, the number pad types digits."


def _told(found: Meant, what: str, words: str) -> Meant:
    """Return what is meant with something said of it, if that was not said before."""
    keyboard = found.keyboard
    if what in keyboard.said:
        return found
    keyboard = structs.replace(keyboard, said=keyboard.said | {what})
    return structs.replace(found, keyboard=keyboard, said=words)


# The row of digits


def _in_the_row(keyboard: Keyboard, press: Press, typed: str, does: Bound) -> Meant | None:
    """Return what a key of a row of digits means; None where it is none."""
    for sign, instead in keyboard.moved.items():
        if press.key == instead and not does(instead):
            return Meant(sign, keyboard)
    row = keyboard.row
    elsewhere = press.caps is not None and not press.base.isdecimal()
    if row == AS_TYPED or typed.isdecimal() or elsewhere:
        return None
    if press.base and not press.shift:
        # The terminal says where the key is: that settles which keyboard it is.
        found = row_of(typed, press.base, row)
        usual = found and not (does(press.key) and press.key not in DIGIT_ROWS[found].moved)
        learned = Meant(press.base, structs.replace(keyboard, row=found))
        if usual:
            return learned if row == found else _told(learned, "row", _learned(found))
    if row:
        digit = DIGIT_ROWS[row].digit(typed)
        known = digit and (press.key in keyboard.moved or not does(press.key))
        return Meant(digit, keyboard) if known else None
    return None if press.caps is not None else _unknown_row(keyboard, press, typed, does)


def _learned(row: str) -> str:
    moved = "".join(
        f"; {printed(instead)} is {printed(sign)} now"
        for sign, instead in DIGIT_ROWS[row].moved.items()
    )
    return f"This row types digits, with Shift or without{moved}."


def _unknown_row(keyboard: Keyboard, press: Press, typed: str, does: Bound) -> Meant | None:
    """Return what a key means that may be one of a row of digits, in a terminal that knows not."""
    if press.key in keyboard.in_doubt:
        rest = {key: each for key, each in keyboard.in_doubt.items() if key != press.key}
        said = _doubt(typed, keyboard.in_doubt[press.key])
        return Meant("", structs.replace(keyboard, in_doubt=rest), said)
    rows = list(rows_with(typed))
    if typed in _ANYWHERE or not rows or does(press.key) or not does("1"):
        return None
    doubt = {sign: _may_be(sign, rows) for each in rows for sign in DIGIT_ROWS[each].moved}
    if "digits" not in keyboard.said:
        known = keyboard.said | {"digits"}
        keyboard = structs.replace(keyboard, in_doubt=doubt, said=known)
    # Each time: it is why nothing was typed.
    return Meant(press.key, keyboard, _no_digit(typed, rows[0]))


def _no_digit(typed: str, row: str) -> str:
    return f'{typed} types no digit; Shift does, or digit_row = "{row}" in config.toml.'


def _may_be(key: str, rows: Sequence[str]) -> str:
    """Return the digit of a key on some keyboards: "6", "6 or 8"."""
    found = (DIGIT_ROWS[each] for each in rows if key in DIGIT_ROWS[each].moved)
    return " or ".join(dict.fromkeys(each.digit(printed(key)) for each in found))


def _doubt(sign: str, digit: str) -> str:
    return (
        f"{sign} may be meant as {digit}: nothing was done. Shift types it; {sign} again is {sign}."
    )


# Letters


def _letter(
    keyboard: Keyboard, press: Press, typed: str, does: Bound, capitals: frozenset[str]
) -> Meant | None:
    """Return what a letter means; None where it is none."""
    if len(press.key) != 1 or not press.key.isalpha():
        return None
    if press.key.isascii():
        return _capital(keyboard, press, press.key, does, capitals)
    if does(press.key) or not _is_far(typed):
        return None
    latin = press.base.upper() if press.shift else press.base
    latin = latin or on_latin(typed)
    if not latin:
        return _told(Meant(press.key, keyboard), "alphabet", _no_key(typed))
    if press.base:  # told by the terminal, and nothing to say of it
        return Meant(key_name(latin) or latin, keyboard)
    name = key_name(latin) or latin
    if latin.isalpha():
        found = _capital(keyboard, structs.replace(press, key=latin), latin, does, capitals)
    else:
        found = Meant(name, keyboard)
    return _told(found, "alphabet", f"{typed} is taken as {latin}, which stands on the same key.")


def _is_far(letter: str) -> bool:
    """Whether a letter is of an alphabet other than the Latin one."""
    return letter.lower() > "\u024f" and not "\u1e00" <= letter <= "\u1eff"


def _no_key(letter: str) -> str:
    return f"{letter} is no key here: keys are Latin letters. Change to a Latin keyboard."


def _capital(
    keyboard: Keyboard, press: Press, typed: str, does: Bound, capitals: frozenset[str]
) -> Meant:
    """Return what a Latin letter means, under Caps Lock too."""
    if press.caps is not None:
        return Meant(typed.swapcase() if press.caps else typed, keyboard)
    if typed.islower():
        is_off = not (keyboard.caps or keyboard.capital)
        return Meant(
            typed, keyboard if is_off else structs.replace(keyboard, caps=False, capital="")
        )
    small = typed.lower()
    if keyboard.caps:
        return Meant(small, keyboard)
    if does(typed) or not does(small):
        return Meant(typed, keyboard)
    if typed in capitals:
        return Meant(small, keyboard)
    if keyboard.capital in ("", typed):
        return Meant(small, structs.replace(keyboard, capital=typed))
    return _told(
        Meant(small, structs.replace(keyboard, caps=True)),
        "caps",
        f"Caps Lock seems to be on: {typed} is taken as {small}, until a small letter comes.",
    )
