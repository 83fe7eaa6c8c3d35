"""The athlete's own keys beside the shipped ones, and how they are told on a screen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from runlift_tui.core.keys import digits
from runlift_tui.core.keys.actions import NO_KEY, ROWS, told
from runlift_tui.core.keys.key_names import apart, beside, names
from runlift_tui.core.lists.lines import KeyFace

_NAMED = re.compile(r"\{(\^?)([a-z0-9-]+\.[a-z0-9-]+)(?::(\d))?\}")


class OwnKeys:
    """What every action is pressed with."""

    def __init__(
        self,
        own: Mapping[str, tuple[str, ...]] | None = None,
        moved: Mapping[str, str] | None = None,
    ) -> None:
        """Take an athlete's own keys.

        Args:
            own: Names of keys by the id of an action; they take the place of all that it had. Of
                one that has no key any more, none.
            moved: Keys by name, and for each the one that stands for it on this keyboard.
        """
        self.own = dict(own or {})
        self.moved = dict(moved or {})
        self.digits = digits.by_key(self.own)
        """Digits by the names of the keys that they were given."""

    def of(self, id_: str) -> tuple[str, ...]:
        """Return the names of the keys of an action."""
        return self.own.get(id_, names(ROWS[id_].keys) if id_ in ROWS else ())

    def key(self, id_: str, place: int = 1) -> str:
        """Return the key of an action as it is printed: its first one, or another."""
        return told((f"{id_}:{place}",), self.own, self.moved)[0]

    def faces(self, keys: tuple[KeyFace, ...]) -> tuple[KeyFace, ...]:
        """Return the keys of a last line, with the athlete's own in their place.

        What has no key any more is left out.
        """
        if not self.own and not self.moved:
            return keys
        found = (
            each._replace(key=beside(told(each.of, self.own, self.moved))) if each.of else each
            for each in keys
        )
        return tuple(each for each in found if each.key != NO_KEY)

    def lines(self, keys: Iterable[KeyFace]) -> Iterator[KeyFace]:
        """Yield the lines of a help, with the athlete's own keys in their place.

        A line of further keys alone is left out where none of its actions has another one.
        """
        for each in keys:
            mine = told(each.of, self.own, self.moved)
            key = apart(mine) if each.of else each.key
            if not each.of or any(map(self._is_there, each.of)):
                yield each._replace(key=key, word=self.named(each.word))

    def _is_there(self, of: str) -> bool:
        id_, _, place = of.partition(":")
        return id_ not in ROWS or len(self.of(id_)) >= int(place or 1) or place in ("", "1")

    def named(self, sentence: str) -> str:
        """Return a sentence with keys in the place of actions.

        Args:
            sentence: Names them as `{session.undo}`, `{session.undo:2}` for the second key;
                `{^session.space}` has a capital, where the name is a word.
        """
        return _NAMED.sub(self._put, sentence)

    def _put(self, found: re.Match[str]) -> str:
        name = self.key(found[2], int(found[3] or 1))
        return name.capitalize() if found[1] and len(name) > 1 else name

    def digits_in(self, keys: str) -> str:
        """Return digits with spaces between them as they are pressed: "0 1 2", "0 F6 F7"."""
        return beside([digits.told(each, self.own) for each in keys.split(" ")])


@lru_cache(1)
def shipped_keys() -> OwnKeys:
    """Return the keys as they ship."""
    return OwnKeys()
