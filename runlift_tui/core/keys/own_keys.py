"""The athlete's own keys beside the shipped ones, and how they are told on a screen."""

from collections.abc import Mapping
from functools import lru_cache

from runlift_tui.core.keys.actions import DEFAULT_KEYS
from runlift_tui.core.keys.key_names import names, printed
from runlift_tui.core.lists.lines import KeyFace


class OwnKeys:
    """What every action is pressed with."""

    def __init__(self, own: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Take an athlete's own keys.

        Args:
            own: Names of keys by the id of an action; they take the place of all that it had.
        """
        self.own = dict(own or {})
        self._words: dict[str, dict[str, str]] = {}

    def of(self, id_: str) -> tuple[str, ...]:
        """Return the names of the keys of an action."""
        screen, _, name = id_.partition(".")
        return self.own.get(id_) or names(DEFAULT_KEYS.get(screen, {}).get(name, ""))

    def told(self, screen: str, keys: str) -> str:
        """Return keys as a table or a last line has them, with the athlete's own in their place.

        Args:
            screen: Whose keys they are.
            keys: Shipped keys as they are printed: "u  U", "↑↓", "0-9".
        """
        words = self._words_of(screen)
        if not words:
            return keys
        found: list[str] = []
        for token in keys.split():
            parts = [token] if token in words or len(token) > 2 else list(token)
            own = [words.get(part, part) for part in parts]
            found += own if own != parts else [token]
        own_keys = " ".join(dict.fromkeys(found))
        return own_keys if own_keys.split() != keys.split() else keys

    def faces(self, screen: str, keys: tuple[KeyFace, ...]) -> tuple[KeyFace, ...]:
        """Return the keys of a last line, with the athlete's own in their place."""
        if not self._words_of(screen):
            return keys
        return tuple(KeyFace(self.told(screen, each.key), each.word) for each in keys)

    def _words_of(self, screen: str) -> dict[str, str]:
        """Return the athlete's own key for every shipped one that it took the place of."""
        if screen not in self._words:
            self._words[screen] = {
                printed(key): printed(self.own[id_][min(place, len(self.own[id_]) - 1)])
                for name, keys in DEFAULT_KEYS.get(screen, {}).items()
                if (id_ := f"{screen}.{name}") in self.own
                for place, key in enumerate(names(keys))
            }
        return self._words[screen]


@lru_cache(1)
def shipped_keys() -> OwnKeys:
    """Return the keys as they ship."""
    return OwnKeys()
