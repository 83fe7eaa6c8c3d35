"""Which sessions count towards more: rounds, exercises, the gate.

Our own rule, from no study: at least half of what was planned was done, it was more than a part of
the warm-up, it was the first such one of its day, and nothing hurt too much, then or since a
session that did.
"""

from collections.abc import Iterable, Sequence

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.pain import hurts_after, unsettled


def counting(outings: Iterable[Outing]) -> tuple[Outing, ...]:
    """Return the sessions that count towards more, oldest first."""
    found: list[Outing] = []
    hurts = False
    for outing in sorted(outings, key=lambda each: each.when):
        hurts = hurts_after(outing, hurts)
        whole = outing.trained and not outing.warm_up and not outing.partial
        if whole and not hurts and not (found and found[-1].day == outing.day):
            found.append(outing)
    return tuple(found)


def most_rounds(outings: Sequence[Outing]) -> int | None:
    """Return the most rounds that may be suggested after pain; None where any may.

    They are the fewest that were planned since it hurt: what a day had no more of is no step up.
    """
    hurt = unsettled(outings)
    if hurt is None:
        return None
    since = [each.rounds for each in outings if each.when >= hurt.when and each.rounds]
    return min(since, default=None)
