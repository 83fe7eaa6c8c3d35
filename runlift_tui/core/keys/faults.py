"""What cannot be an athlete's own keys: names that are none, and keys that mean two things."""

from collections.abc import Iterator, Mapping
from typing import Any

from runlift_tui.core.keys.action import ScreenKeys
from runlift_tui.core.keys.actions import (
    EVERYWHERE,
    ROWS,
    SCREENS,
    on_it,
    screen_keys,
    typed_on,
)
from runlift_tui.core.keys.digits import DIGIT_KEYS
from runlift_tui.core.keys.key_names import (
    KEYS,
    RESERVED,
    key_name,
    names,
    printed,
    sent_for,
    types,
)
from runlift_tui.core.words.faults import Fault, Place, Refused
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.spelling import shown


def read_keys(table: Mapping[str, Any], found: dict[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Put the keys that can be into `found`, and yield what is wrong with the others.

    Args:
        table: The part `keys` of the settings as plain values.
        found: Names of keys by the id of an action.
    """
    wheres: dict[str, Place] = {}
    for where, id_, value in _flat(table):
        if id_ not in ROWS:
            yield Fault(where, f"no action is called that{meant(id_, ROWS)}")
            continue
        try:
            found[id_] = _key_names(value)
            wheres[id_] = where
        except Refused as refused:
            yield Fault(where, f"{refused}")
    yield from _stolen(found, wheres)
    found |= _making_way(found)


def given_up(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield an action that has lost a key to an athlete's own, which key, and whose it is now.

    Args:
        own: Names of keys by the id of an action, as `read_keys` found them.
    """
    for id_, key, by in _taken(own):
        # Whoever gave the action keys of its own has lost nothing: it is as it was asked for.
        if key not in own[id_] and set(own[id_]) < set(names(ROWS[id_].keys)):
            yield id_, key, by


def _making_way(own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what is left to actions of the keys that ship, where own keys have taken some.

    A version that brings a new action must not take a key from somebody who has given it another
    meaning: the new one has its other keys, or none, and the palette does it by name.
    """
    left: dict[str, tuple[str, ...]] = {}
    for id_, taken, _ in _taken(own):
        if id_ not in own:
            had = left.get(id_, names(ROWS[id_].keys))
            left[id_] = tuple(key for key in had if key != taken)
    return left


def _taken(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield an action, a key that it ships with, and the action that was given it instead."""
    for id_, keys in own.items():
        mine = [key for key in keys if key not in names(ROWS[id_].keys)]
        for other in _others(id_) if mine else ():
            yield from ((other, key, id_) for key in mine if key in names(ROWS[other].keys))


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[Place, str, Any]]:
    """Yield place, id and value; `session.undo` without quotes is a table in a table."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from ((("keys", name, each), f"{name}.{each}", value[each]) for each in value)
        else:
            yield ("keys", name), name, value


def _key_names(value: Any) -> tuple[str, ...]:
    written = value if isinstance(value, list) else [value]
    if len(written) == 1 and isinstance(value, str) and value.strip() != ",":
        written = value.split(",")
    if written == []:
        raise Refused('[] has no key in it, write "backspace" or ["u", "pageup"]')
    if not all(isinstance(each, str) for each in written):
        raise Refused(f'{shown(value)} is no key, write "backspace" or ["u", "pageup"]')
    return tuple(dict.fromkeys(_key(each) for each in written))


def _key(written: str) -> str:
    name = key_name(written)
    if name is None:
        raise Refused(f"{shown(written)} is no key{meant(written.strip().lower(), KEYS)}")
    if name in RESERVED:
        raise Refused(f"{printed(name)} quits or goes to the shell, in every terminal program")
    if sent_for(name):
        raise Refused(f"a terminal sends {sent_for(name)} for {printed(name)}")
    return name


def _stolen(found: dict[str, tuple[str, ...]], wheres: Mapping[str, Place]) -> Iterator[Fault]:
    """Yield keys that were given to two actions of a screen; one of them has its old keys.

    Taking back one's own may leave another without a key that the first had let go, so this goes
    on until nothing is stolen.
    """
    while True:
        taken = next(_clashes(found), None)
        if taken is None:
            return
        id_, key, owner = taken
        del found[id_]
        what = f"{printed(key)} is {owner}'s on that screen; give that another key too"
        if "." not in owner:
            what = f"{printed(key)} is typed on that screen, and can be nothing else"
        yield Fault(wheres[id_], what)


def _screens_with(id_: str) -> list[ScreenKeys]:
    """Return the screens that an action is on, and what can be pressed on all of them."""
    if id_.partition(".")[0] in (EVERYWHERE, DIGIT_KEYS.screen):
        return list(SCREENS)
    return [*(each for each in SCREENS if id_ in on_it(each)), screen_keys(EVERYWHERE)]


def _others(id_: str) -> dict[str, None]:
    """Return the other actions that can be pressed where an action can, each once."""
    found = (other for each in _screens_with(id_) for other in on_it(each))
    return dict.fromkeys(other for other in found if other != id_)


def _clashes(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield an action of the athlete's, a key of it, and whose that is already."""
    for id_, keys in own.items():
        screens, others = _screens_with(id_), _others(id_)
        typed = {key for each in screens for row in typed_on(each) for key in names(row.keys)}
        of_digits = id_.partition(".")[0] == DIGIT_KEYS.screen
        for key in keys:
            if of_digits and key in names(ROWS[id_].keys):
                continue
            if (key in typed and not of_digits) or (screens[0].writes and types(key)):
                yield id_, key, "typing"
            for other in others:
                is_digit = other.partition(".")[0] == DIGIT_KEYS.screen
                if key in own.get(other, names(ROWS[other].keys) if is_digit else ()):
                    yield id_, key, other
