"""The keys of this run of the program, for every line and sentence that names one.

There is one athlete and one keyboard, and a sentence is written far from both: so this is the one
thing in the core that is set from outside.
"""

import re

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


_NAMED = re.compile(r"\{(\^?)([a-z0-9-]+\.[a-z0-9-]+)(?::(\d))?\}")


def named(sentence: str) -> str:
    """Return a sentence with keys in the place of actions.

    Args:
        sentence: Names them as `{session.undo}`, `{session.undo:2}` for the second key;
            `{^session.space}` has a capital, where the name is a word.
    """
    return _NAMED.sub(_put, sentence)


def _put(found: re.Match[str]) -> str:
    name = key(found[2], int(found[3] or 1))
    return name.capitalize() if found[1] and len(name) > 1 else name
