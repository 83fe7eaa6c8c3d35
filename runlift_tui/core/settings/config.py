"""The hand-written settings file: what in it counts, and what is wrong with the rest."""

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any

from runlift_tui.core.athlete.preferences import LONGEST_LEAD_IN_S, LOUDEST
from runlift_tui.core.keys.actions import DEFAULT_KEYS, IDS, ON_TOP, TYPED
from runlift_tui.core.keys.key_names import KEYS, RESERVED, key_name, names, printed, sent_for
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.spelling import shown
from runlift_tui.core.words.units import Unit, to_kg

_PARTS = ("settings", "keys")
_HEAVIEST = 1000


class _Wrong(Exception):
    """A value that cannot be; its text says what could."""


def read_config(table: Mapping[str, Any]) -> tuple[Config, list[Fault]]:
    """Return what a settings file says, and what is wrong with the rest of it.

    Args:
        table: The file as plain values.
    """
    faults = [
        Fault((name,), f"nothing is called that{meant(name, _PARTS)}")
        for name in table
        if name not in _PARTS
    ]
    settings: dict[str, Any] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for part, read in (("settings", _settings), ("keys", _keys)):
        found = table.get(part, {})
        if not isinstance(found, Mapping):
            faults.append(Fault((part,), f"{shown(found)} is no table, write [{part}]"))
            continue
        faults += read(found, settings if part == "settings" else keys)
    return Config(settings, keys), faults


# Settings


def _settings(table: Mapping[str, Any], found: dict[str, Any]) -> Iterator[Fault]:
    """Put the settings that can be into `found`, and yield what is wrong with the others."""
    unit = Unit.KG
    # The unit first: weights are written in it.
    for name in sorted(table, key=lambda each: each != "unit"):
        where: Place = ("settings", name)
        if name not in _READERS:
            yield Fault(where, f"no setting is called that{meant(name, _READERS)}")
            continue
        try:
            value = _READERS[name](table[name], unit)
        except _Wrong as wrong:
            yield Fault(where, f"{wrong}")
            continue
        if isinstance(value, Unit):
            unit = value
        if name == "weight_step" and "weights" in table:
            yield Fault(where, "a list of weights stands there too, and counts alone")
        elif name == "weight_step":
            found["weights"] = value
        else:
            found[name] = value


def _one_of(kind: type[Level] | type[Unit]) -> Callable[[Any, Unit], Any]:
    def read(value: Any, unit: Unit) -> Level | Unit:
        words = [each.value for each in kind]
        if value not in words:
            near = meant(str(value), words) if isinstance(value, str) else ""
            raise _Wrong(f"{shown(value)} is not {', '.join(words[:-1])} or {words[-1]}{near}")
        return kind(value)

    return read


def _whole(high: int, what: str) -> Callable[[Any, Unit], Any]:
    def read(value: Any, unit: Unit) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= high:
            raise _Wrong(f"{shown(value)} is not a whole number from 0 to {high}{what}")
        return value

    return read


def _yes(value: Any, unit: Unit) -> bool:
    if not isinstance(value, bool):
        raise _Wrong(f"{shown(value)} is neither true nor false")
    return value


def _text(value: Any, unit: Unit) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"{shown(value)} is no name")
    return value


def _weight(value: Any, unit: Unit) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not isfinite(value) or not 0.25 <= value <= _HEAVIEST:
        raise _Wrong(f"{shown(value)} is no weight from 0.25 to {_HEAVIEST} {unit}")
    return to_kg(float(value), unit)


def _step(value: Any, unit: Unit) -> Weights:
    return Weights(step_kg=_weight(value, unit))


def _list(value: Any, unit: Unit) -> Weights:
    if not isinstance(value, list) or not value:
        raise _Wrong(f"{shown(value)} is no list of weights, write [8, 12, 16]")
    return Weights(list_kg=tuple(sorted({_weight(each, unit) for each in value})))


_READERS: Mapping[str, Callable[[Any, Unit], Any]] = {
    "level": _one_of(Level),
    "unit": _one_of(Unit),
    "weights": _list,
    "weight_step": _step,
    "lead_in_s": _whole(LONGEST_LEAD_IN_S, " seconds"),
    "sound": _yes,
    "volume": _whole(LOUDEST, ""),
    "voice": _yes,
    "awake": _yes,
    "motion": _yes,
    "theme": _text,
}


# Keys


def _keys(table: Mapping[str, Any], found: dict[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Put the keys that can be into `found`, and yield what is wrong with the others."""
    wheres: dict[str, Place] = {}
    for where, id_, value in _flat(table):
        if id_ not in IDS:
            yield Fault(where, f"no action is called that{meant(id_, IDS)}")
            continue
        try:
            found[id_] = _key_names(value)
            wheres[id_] = where
        except _Wrong as wrong:
            yield Fault(where, f"{wrong}")
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
        raise _Wrong(f'{shown(value)} is no key, write "backspace" or ["u", "pageup"]')
    return tuple(dict.fromkeys(_key(each) for each in written))


def _key(written: str) -> str:
    name = key_name(written)
    if name is None:
        raise _Wrong(f"{shown(written)} is no key{meant(written.strip().lower(), KEYS)}")
    if name in RESERVED:
        raise _Wrong(f"{printed(name)} quits or goes to the shell, in every terminal program")
    if sent_for(name):
        raise _Wrong(f"a terminal sends {sent_for(name)} for {printed(name)}")
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
    if screen == "app":
        return list(DEFAULT_KEYS)
    beside = [under for over, under in ON_TOP.items() if over == screen]
    if not _is_hidden(id_):
        beside += [over for over, under in ON_TOP.items() if under == screen]
    return [screen, *beside, "app"]


def _is_hidden(id_: str) -> bool:
    """Whether a screen that lies on top has one of the action's keys for something else."""
    screen, _, name = id_.partition(".")
    shipped = set(names(DEFAULT_KEYS[screen][name]))
    above = (DEFAULT_KEYS[over] for over, under in ON_TOP.items() if under == screen)
    return any(shipped & set(names(keys)) for actions in above for keys in actions.values())


def _clashes(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield an action of the athlete's, a key of it, and whose that is already."""
    for id_, keys in own.items():
        screens = _screens_with(id_)
        for key in keys:
            if any(key in TYPED.get(each, ()) for each in screens):
                yield id_, key, "typing"
            for each in screens:
                for name, shipped in DEFAULT_KEYS[each].items():
                    other = f"{each}.{name}"
                    met = each == id_.partition(".")[0] or not _is_hidden(other)
                    if other != id_ and met and key in own.get(other, names(shipped)):
                        yield id_, key, other
