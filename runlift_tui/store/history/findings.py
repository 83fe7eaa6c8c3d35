"""What is known of the files of a history: which are damaged, strange, or sound."""

import os
from collections.abc import Callable, Mapping, Sequence

from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.derived import Fingerprint, fingerprint
from runlift_tui.store.disk.errors import Damaged


class Findings:
    """What the readings of year files came upon, beside what they read.

    What is told is replaced, never changed: another thread may be going through it.
    """

    def __init__(self, sound: Callable[[], Mapping[str, Fingerprint]] = dict) -> None:
        """Know nothing yet.

        Args:
            sound: Returns the files, by year, whose every session was believed as they stand.
        """
        self._sound_files = sound
        self.sound: Mapping[str, Fingerprint] | None = None
        """What `sound` returned, or what is known since; None before anybody asked."""
        self.damage: dict[str, Damaged] = {}
        """What is wrong, or was put right, by the path of the file; the newest report of each."""
        self.strange: dict[tuple[str, str], str] = {}
        """That rows of a file were left out and why, in a sentence, by its path and the table."""

    def note(self, path: str, damaged: Damaged | None) -> None:
        """Take down what is wrong with a file, or was put right; None says nothing of it."""
        if damaged is not None:
            self.damage = {**self.damage, path: damaged}

    def leave_out(self, path: str, table: str, faults: Sequence[str]) -> None:
        """Say of a table which rows of it cannot be, in place of what was said before."""
        strange = {place: told for place, told in self.strange.items() if place != (path, table)}
        if faults:
            strange[path, table] = left_out(os.path.basename(path), faults)
        self.strange = strange

    def is_sound(self, year: int, path: str) -> bool:
        """Whether the sessions of a file were looked over, every one, and it stands as it did."""
        if self.sound is None:
            self.sound = self._sound_files()
        mark = fingerprint(path)
        return bool(mark) and self.sound.get(str(year)) == mark and path not in self.damage

    def watch(self, path: str, *tables: str) -> Callable[[], bool]:
        """Return what says later on whether these tables were read since with nothing wrong."""
        known = self.damage.get(path)

        def is_good() -> bool:
            strange = any((path, table) in self.strange for table in tables)
            return self.damage.get(path) is known and not strange

        return is_good


def left_out(name: str, faults: Sequence[str]) -> str:
    """Return that rows of a file are not believed, with the first of the reasons."""
    rows = "a row" if len(faults) == 1 else f"{len(faults)} rows"
    more = f"the first: {faults[0]}" if len(faults) > 1 else faults[0]
    kept = "it stays" if len(faults) == 1 else "they stay"
    return safe_text(
        f"{rows} of {name} made no sense and stayed out of view ({more}); {kept} in the file."
    )
