"""What cannot be an athlete's own keys: names that are none, and keys that mean two things."""

from collections.abc import Iterator, Mapping
from typing import Any

from runlift_tui.core.keys.actions import EVERYWHERE, ROWS, SCREENS, screen_keys
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
    if not written or not all(isinstance(each, str) for each in written):
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
    """Yield keys that are another action's on the same screen; what wants them has its old keys.

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


def _screens_with(id_: str) -> list[str]:
    """Return the screens on which an action could meet others."""
    screen = id_.partition(".")[0]
    if screen in (EVERYWHERE, DIGIT_KEYS.screen):
        return [each.screen for each in SCREENS]
    beside = [screen_keys(screen).under] if screen_keys(screen).under else []
    if not _is_hidden(id_):
        beside += [each.screen for each in SCREENS if each.under == screen]
    return [screen, *beside, EVERYWHERE]


def _is_hidden(id_: str) -> bool:
    """Whether a screen that lies on top has one of the action's keys for something else."""
    screen, shipped = id_.partition(".")[0], set(names(ROWS[id_].keys))
    above = (row for each in SCREENS if each.under == screen for row in each.actions)
    return any(shipped & set(names(row.keys)) for row in above)


def _clashes(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield an action of the athlete's, a key of it, and whose that is already."""
    for id_, keys in own.items():
        screens = [screen_keys(each) for each in _screens_with(id_)]
        typed = {key for each in screens for row in each.typed for key in names(row.keys)}
        of_digits = id_.partition(".")[0] == DIGIT_KEYS.screen
        for key in keys:
            if of_digits and key in names(ROWS[id_].keys):
                continue
            writes = any(each.writes for each in screens[:1])
            if (key in typed and not of_digits) or (writes and types(key)):
                yield id_, key, "typing"
            for each in screens:
                for row in each.actions:
                    other = f"{each.screen}.{row.name}"
                    met = each.screen == id_.partition(".")[0] or not _is_hidden(other)
                    if other != id_ and met and key in own.get(other, names(row.keys)):
                        yield id_, key, other
