"""The keys of this run of the program, for every line and sentence that names one.

There is one athlete and one keyboard, and a sentence is written far from both: so this is the one
thing in the core that is set from outside.
"""

from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys


class _InForce:
    keys: OwnKeys = shipped_keys()


def take(keys: OwnKeys | None) -> None:
    """Have keys named as these are from now on; None as they ship."""
    _InForce.keys = keys or shipped_keys()


def in_force() -> OwnKeys:
    """Return what every action is pressed with."""
    return _InForce.keys


def key(id_: str, place: int = 1) -> str:
    """Return the key of an action as it is printed.

    Args:
        id_: Of the action.
        place: Which of its keys, from 1; the last where it has fewer.
    """
    return _InForce.keys.key(id_, place)


def named(sentence: str) -> str:
    """Return a sentence with keys in the place of actions; see `OwnKeys.named`."""
    return _InForce.keys.named(sentence)


def digits_in(keys: str) -> str:
    """Return digits with spaces between them as they are pressed: "0 1 2", "0 F6 F7"."""
    return _InForce.keys.digits_in(keys)
