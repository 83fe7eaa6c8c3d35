"""A folder whose athlete was asked already what a newcomer is asked first."""

from pathlib import Path

from runlift_tui.clock import SystemClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.store.store import Store


def introduce(folder: Path) -> None:
    """Have the athlete of a folder answer the introduction, where nobody has."""
    store = Store(folder, SystemClock())
    if store.desk.athlete().asked:
        return
    store.open()
    store.desk.keep_athlete(Athlete(asked=True, ask_first=False))
    store.close()
