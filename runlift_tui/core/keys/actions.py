"""Every action of every screen, once: what is pressed, shown, explained and set asks here.

The keys are those that ship; `own_keys` puts an athlete's own in their place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from runlift_tui.core.keys import digits, library, past, training
from runlift_tui.core.keys.action import Action, ScreenKeys, Typed
from runlift_tui.core.keys.key_names import apart, beside, names, printed
from runlift_tui.core.lists.lines import KeyFace

SCREENS: tuple[ScreenKeys, ...] = (
    *(training.SESSION, training.HOME, training.SETUP, training.SUMMARY),
    training.OUTLINE,
    *(past.HISTORY, past.PAST, past.TEXT, training.ENTRY, library.PLAN, library.PLAN_FORM),
    *(library.PLAN_MOVE, past.RUNS, past.FIVE_K, past.PROGRESS, past.EXERCISE),
    *(library.EXERCISES, library.FORM, library.ROUTINES, library.EDITOR),
    *(
        library.LEVELS,
        library.SETTINGS,
        library.BIN,
        library.IMPORT,
        library.IMPORT_PREVIEW,
        digits.DIGIT_KEYS,
        library.APP,
    ),
)
"""Every screen that has keys of its own, the session first; the last is all of them."""
EVERYWHERE = "app"
"""What stands there can be pressed on any screen."""
_BY_NAME = {each.screen: each for each in SCREENS}
ROWS: Mapping[str, Action] = {
    f"{each.screen}.{row.name}": row for each in SCREENS for row in each.actions
}
"""Every action that can have another key, by its id."""
NO_KEY = "no key"
"""In the place of one, where an athlete's own key has taken the only one that an action had."""
_FOR_CHANGING = {"session", "setup", "summary", "outline", "entry", "past", "plan-form"}
_FOR_CHANGING |= {"plan-move", "form", "editor", "import-preview"}
"""Screens that only stand where something may be written."""


def screen_keys(screen: str) -> ScreenKeys:
    """Return all keys of a screen."""
    return _BY_NAME[screen]


def on_it(keys: ScreenKeys) -> tuple[str, ...]:
    """Return the ids of the actions that a screen has, its own first."""
    own = (f"{keys.screen}.{row.name}" for row in keys.actions)
    shared = (f"{keys.under}.{name}" for name in keys.shares)
    return (*own, *(id_ for id_ in shared if id_ in ROWS))


def typed_on(keys: ScreenKeys) -> tuple[Typed, ...]:
    """Return what is typed on a screen."""
    under = _BY_NAME[keys.under].typed if keys.under else ()
    return (*keys.typed, *(row for row in under if row.name in keys.shares))


@lru_cache(256)
def faces(screen: str, shown: str) -> tuple[KeyFace, ...]:
    """Return keys for the last line of a screen.

    Args:
        screen: Whose they are.
        shown: Names of actions in their order, `;` between them: `enter; undo; back`. A few that
            belong together stand beside each other, `name:2` is the second key, and what comes
            behind `=` is said in place of the row's own word: `less more=a week; back=home`.
    """
    found = []
    for each in shown.split("; "):
        group, _, word = each.partition("=")
        of, row = _group(_BY_NAME[screen], group)
        found.append(KeyFace(beside(told(of, {})), word or row.word, of))
    return tuple(found)


def looking_only(keys: Iterable[KeyFace]) -> tuple[KeyFace, ...]:
    """Return keys of a last line where nothing may be written: those that change nothing."""
    return tuple(face for face in keys if not any(map(_changes, face.of)))


def doing(keys: Iterable[KeyFace], vain: Collection[str]) -> tuple[KeyFace, ...]:
    """Return keys of a last line without those that would come to nothing.

    Args:
        keys: As they stand while all of them do something. Behind undo comes redo.
        vain: The names of the actions that would come to nothing now.
    """
    found: list[KeyFace] = []
    for face in keys:
        does = [id_.partition(":")[0].rpartition(".")[2] for id_ in face.of]
        if not does or not all(name in vain for name in does):
            found.append(face)
        if "undo" in does and "redo" not in vain:
            found += faces(face.of[0].partition(".")[0], "redo=redo")
    return tuple(found)


def is_change(id_: str) -> bool:
    """Whether an action changes what is there, or its whole screen stands for changing it."""
    return id_.partition(".")[0] in _FOR_CHANGING or _changes(id_)


def _changes(id_: str) -> bool:
    """Whether an action, by its id with a place or without, changes what is there."""
    screen, _, name = id_.partition(":")[0].partition(".")
    keys = _BY_NAME.get(screen)
    return keys is not None and name in (*keys.changes, "undo", "redo")


def help_lines(screen: str) -> Iterator[KeyFace]:
    """Yield the lines of a screen's help: keys, and what they mean there."""
    keys = _BY_NAME[screen]
    otherwise = dict(keys.told)
    for group in keys.help.split("; "):
        of, row = _group(keys, group)
        first, *rest = otherwise.get(group, row.meaning).split("\n")
        yield KeyFace(apart(told(of, {})), first, of)
        yield from (KeyFace("", each) for each in rest)


def told(
    of: Iterable[str], own: Mapping[str, tuple[str, ...]], moved: Mapping[str, str] | None = None
) -> list[str]:
    """Return keys as they are printed, each once, the athlete's own in place of what ships.

    Args:
        of: As a `KeyFace` has them.
        own: Names of keys by the id of an action.
        moved: Keys by name, and for each the one that stands for it on this keyboard.
    """
    found = dict.fromkeys(_printed(each, own, moved or {}) for each in of)
    return [each for each in found if each != NO_KEY] or [*found]


def _printed(key: str, own: Mapping[str, tuple[str, ...]], moved: Mapping[str, str]) -> str:
    id_, _, place = key.partition(":")
    if id_ not in ROWS:
        return digits.told(key, own)
    keys = own.get(id_, names(ROWS[id_].keys))
    if not keys:
        return NO_KEY
    found = keys[min(int(place or 1), len(keys)) - 1]
    return printed(moved.get(found, found))


def _group(keys: ScreenKeys, group: str) -> tuple[tuple[str, ...], Action | Typed]:
    """Return the keys that a group of names stands for, and the row whose words it has."""
    found = [_found(keys, *name.split(":")) for name in group.split()]
    return tuple(of for of, _ in found), found[0][1]


def _found(keys: ScreenKeys, name: str, place: str = "1") -> tuple[str, Action | Typed]:
    for each in keys.typed:
        if each.name == name:
            return each.printed, each
    id_ = f"{keys.screen}.{name}"
    if id_ in ROWS or not keys.under:
        return f"{id_}:{place}", ROWS[id_]
    return _found(_BY_NAME[keys.under], name, place)
