"""The ledger of a week: minutes of running, minutes of strength, and what took whose place.

The study behind the article changed a third of the training *time* over and left the total as it
was (Paavolainen 1999 J Appl Physiol 86:1527–1533). Here `R + S = H + added` in every week: H is
the week's usual running, R what is left of it, S the strength sessions, strides and sprints. How
much may be added, and how much may be taken away, is our own rule.
"""

from typing import NamedTuple

from runlift_tui.core.routines.levels import ALL_SLOTS, Level

LITTLE_MILES, MANY_MILES = 30, 50
"""Miles in a week, below and from which other rules of adding hold."""
MOST_ADDED_MIN = 60
"""Below `LITTLE_MILES`: twice half an hour may come on top."""
STUDY_SHARE = 32
"""Per cent of the training time that became explosive in the study."""


class Books(NamedTuple):
    """One week in whole minutes."""

    usual: int
    """H: the running that this week would have had."""
    run: int
    """R: what is left of it, strides and sprints not counted."""
    strength: int
    """Whole sessions, warm-up included."""
    fast: int = 0
    """Strides and sprints, which the study counted among the explosive training."""
    replaced: int = 0
    """Of the strength minutes, those that took the place of easy running."""

    @property
    def explosive(self) -> int:
        """S: strength sessions, strides and sprints."""
        return self.strength + self.fast

    @property
    def added(self) -> int:
        """Minutes on top of the usual ones."""
        return self.explosive - self.replaced

    @property
    def total(self) -> int:
        """All minutes of training."""
        return self.run + self.explosive

    @property
    def share(self) -> float:
        """Strength, strides and sprints as a share of all minutes, 0 to 1."""
        return self.explosive / self.total if self.total else 0.0

    @property
    def strength_share(self) -> float:
        """Whole sessions as a share of all minutes, 0 to 1; strides and sprints stand apart."""
        return self.strength / self.total if self.total else 0.0


def may_add(miles: float, strength: int) -> int:
    """Return how many of the strength minutes may come on top at so many miles a week."""
    if miles >= MANY_MILES:
        return 0
    return strength // 2 if miles >= LITTLE_MILES else min(strength, MOST_ADDED_MIN)


def most_replaced(usual: int, percent: int) -> int:
    """Return how many minutes a cap lets strength work take the place of."""
    return usual * percent // 100


def kept(usual: int, strength: int, miles: float, percent: int) -> Books:
    """Return the books of a week in which running gives way to strength up to the cap.

    Args:
        usual: Minutes of running that the week would have.
        strength: Minutes of its sessions.
        miles: Run in a usual week; they say how much may be added.
        percent: The cap, of `usual`. What is over it comes on top, which `is_fair` tells.
    """
    wanted = strength - may_add(miles, strength)
    replaced = min(wanted, most_replaced(usual, percent))
    return Books(usual, usual - replaced, strength, replaced=replaced)


def kept_to_run(run: int, strength: int, miles: float, percent: int) -> Books:
    """Return the books of a week whose running is settled; see `kept`.

    The usual minutes follow: what is run, and what strength work took the place of.
    """
    wanted = strength - may_add(miles, strength)
    replaced = min(wanted, run * percent // (100 - percent))
    return Books(run + replaced, run, strength, replaced=replaced)


def is_fair(books: Books, miles: float) -> bool:
    """Whether no more was added than may be."""
    return books.added <= may_add(miles, books.explosive)


def is_moderate(books: Books) -> bool:
    """Whether no more of the time is explosive than in the study."""
    return round(100 * books.share) <= STUDY_SHARE


CAPS: dict[Level, tuple[int, ...]] = {
    Level.BEGINNER: (0, 0, 5, 5, 8, 10, 10, 10, 10),
    Level.INTERMEDIATE: (8, 10, 12, 12, 16, 18, 20, 20, 20),
    Level.ADVANCED: (12, 16, 20, 20, 26, 30, 32, 32, 32),
}
"""The most that may be replaced, per cent, by level and step; our own rule.

Steps 4 and 9, the light ones, keep what the step before them had.
"""
_FULL_HOURS_MIN = 360
_SHORT_OF_FULL = 30


def cap(level: Level, step: int, *, miles: float, usual: int, race_near: bool) -> int:
    """Return the most that may be replaced in a week, per cent of its usual minutes.

    Args:
        level: The athlete's.
        step: Of the plan, counted from 1.
        miles: In a usual week. Where all or half of the work has to take the place of running, a
            beginner's first two steps have the third one's cap: nothing else would fit.
        usual: Minutes of a usual week.
        race_near: Whether a race is less than four weeks away.
    """
    if level is Level.BEGINNER and miles >= LITTLE_MILES:
        step = max(step, 3)
    found = CAPS[level][step - 1]
    full = usual >= _FULL_HOURS_MIN and not race_near
    return found if full else min(found, _SHORT_OF_FULL)


MOST_MINUTES = 75
"""A session above this is too long for a runner's week: our own rule."""
_BEGINNER = ((3.2, 5.0), (9, 5.0), (9.4, 6.7), (9, 9))
"""Minutes beside the rounds, and minutes a round, by the stage of the beginner's path."""
_OTHERS = {Level.INTERMEDIATE: (10.4, 11.4), Level.ADVANCED: (13.2, 12.85)}


def session_minutes(level: Level, rounds: int, stage: int = ALL_SLOTS) -> int:
    """Return the whole minutes of a session, warm-up included.

    Args:
        level: Whose numbers.
        rounds: Of the main block.
        stage: How far along the beginner's path; other levels have every slot at once.
    """
    base, each = _OTHERS.get(level) or _BEGINNER[min(stage, ALL_SLOTS)]
    return round(base + each * rounds)
