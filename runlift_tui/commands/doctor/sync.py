"""Whether other machines are met: the carried folder, the last exchange, what was not taken in."""

from collections.abc import Iterator

from runlift_tui.commands.doctor.finding import Finding, missing, ok, problem
from runlift_tui.core.words.text import findable, plural
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.standing import moment, standing


def look(path: str) -> Iterator[Finding]:
    """Yield how sync stands, where it is on; nothing is changed."""
    try:
        found = standing(Past(path))
    except StoreError:
        return  # the data folder itself has told of it
    if found.folder and found.away:
        yield problem(
            f"{found.folder} is away since {moment(found.away)} ({found.why_away})",
            "Nothing is lost: bring it back, or runlift sync off stops it.",
        )
    elif found.folder:
        others = len(found.machines) - 1
        yield ok(f"through {found.folder}, with {plural(others, 'other machine')}")
    if found.folder:
        at = f"last exchanged {moment(found.exchanged)} UTC" if found.exchanged else ""
        yield ok(at) if at else missing("nothing was exchanged yet", "runlift sync does it now.")
    refused, since = found.refused
    if refused:
        what = f"nothing can be given out since {moment(since)}: {refused.rstrip('.')}"
        yield problem(what, "Nothing is lost: it is tried again.")
    for file, why, since in found.not_read:
        yield missing(
            f"{findable(file)} was not taken in: {why}", f"It is tried again; since {since[:10]}."
        )
    for said in found.waits:
        what, _, how = said.partition(": ")
        yield missing(what, how)
