"""A data folder whose journal stands in the middle of a session, at this very moment."""

from runlift_tui.clock import SystemClock
from runlift_tui.core.session.advance import Cue, CueKind
from runlift_tui.core.session.live import Live
from runlift_tui.core.session.timeline import Stamp
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.journal.records import record_of, replayed
from runlift_tui.store.journal.segment import Segment, read_segment
from tests.core.builders import Athlete

SOUNDED = frozenset({CueKind.STAND_UP, CueKind.REST_OVER, CueKind.HOLD_BEGINS, CueKind.HOLD_OVER})
"""The cues that ring."""
_LOOK_MS = 1_000


def lay(folder: DataFolder, athlete: Athlete, present: int) -> str:
    """Write the journal of an athlete's session; return its path.

    Args:
        folder: The data folder.
        athlete: Who trained until now.
        present: The moment on the session's line of time that is now, milliseconds.
    """
    folder.create()
    now = SystemClock().stamp()
    id_ = new_id(now.utc_ms)
    first = [record_of(now.earlier(present - entry.at), entry.command) for entry in athlete.journal]
    segment = Segment.create(folder.journal, id_, "session", first=first)
    segment.close()
    if segment.pending:
        raise RuntimeError(f"the journal could not be written: {segment.trouble}")
    return segment.path


def dues(path: str, for_ms: int) -> list[tuple[CueKind, int]]:
    """Return the cues that ring while nobody touches a key, with when each is due.

    Args:
        path: The session's journal.
        for_ms: How far to look ahead from now.

    Returns:
        Kinds and milliseconds of this boot's clock, as the journal and the core have them.
    """
    read = replayed(read_segment(path).records)
    live, now = Live(read.session, read.timeline), SystemClock().stamp()
    live, _, _ = live.walked(now)
    found: list[tuple[CueKind, int]] = []
    for after in range(_LOOK_MS, for_ms, _LOOK_MS):
        stamp = now.earlier(-after)
        live, cues, _ = live.walked(stamp)
        found += [(cue.kind, _boot_ms(live, cue, stamp)) for cue in cues if cue.kind in SOUNDED]
    return found


def _boot_ms(live: Live, cue: Cue, now: Stamp) -> int:
    return live.timeline.stamp_of(cue.due, now).boot_ms
