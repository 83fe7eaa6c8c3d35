"""The guard on the one big key: no accidental skip, no walk-through by a leaning thumb."""

from msgspec import Struct, structs

GUARD_MS = 700


class Guard(Struct, frozen=True):
    """When the big key, or the session by itself, last did something."""

    since: int | None = None
    """Milliseconds on the session's line of time; None before anything."""
    ms: int = GUARD_MS
    """How long nothing else may have happened for a press to count."""

    def touched(self, at: int) -> "Guard":
        """Return the guard after a press, or an automatic change, at `at`."""
        return structs.replace(self, since=at if self.since is None else max(at, self.since))

    def lets_pass(self, at: int) -> bool:
        """Whether a press at `at` counts."""
        return self.since is None or at - self.since >= self.ms
