"""The self-checks behind the gate: questions with one key, and a balance hold that is timed."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.athlete.gates import BOX, CHECKED_DAYS, LANDINGS, SQUATS, STANCE_S, Checks

LEAD_IN_MS = 5_000


class Check(StrEnum):
    """What is checked, in this order."""

    CALM = "calm"
    LEFT = "left"
    RIGHT = "right"
    SQUATS = "squats"
    LANDINGS = "landings"
    DONE = "done"


_ORDER = tuple(Check)

TOLD: dict[Check, tuple[str, ...]] = {
    Check.CALM: ("Any pain over 2 of 10 in daily life? y yes, n no",),
    Check.LEFT: (
        f"Stand on the LEFT leg for {STANCE_S} seconds.",
        "Space starts it after five seconds; space again when the other foot touches.",
    ),
    Check.RIGHT: (
        f"Stand on the RIGHT leg for {STANCE_S} seconds.",
        "Space starts it after five seconds; space again when the other foot touches.",
    ),
    Check.SQUATS: (
        f"{SQUATS} single-leg squats to {BOX}, each side, filmed from the front if you can.",
        "Good is: smooth, trunk upright, pelvis level, knee in line with the toes.",
        "Were all of them good? y yes, n no",
    ),
    Check.LANDINGS: (
        f"{LANDINGS} soft split-squat landings, from a hand's breadth.",
        "Good is: quiet, and no knee falling in. Not with pain in a shin, foot or hip bone.",
        "Were all of them good? y yes, n no",
    ),
    Check.DONE: ("That was all of it.",),
}


class Checking(Struct, frozen=True, kw_only=True):
    """The checks under way."""

    step: Check = Check.CALM
    found: Checks = Checks()
    since: int | None = None
    """When the hold begins, or began; milliseconds. None while it waits."""
    left_s: int = 0
    may_land: bool = True
    """Whether nothing but the gate holds jumps back: ten landings are ten small jumps."""


class Shown(NamedTuple):
    """What stands on the screen of a check."""

    lines: tuple[str, ...]
    big: str = ""
    units: tuple[str, ...] = ()


def is_timed(checking: Checking) -> bool:
    """Whether the check is a hold."""
    return checking.step in (Check.LEFT, Check.RIGHT)


def answered(checking: Checking, yes: bool) -> Checking:
    """Return the checks after a yes or a no; a hold takes neither.

    Pain ends them, and without good squats nobody is asked to land, nor whoever may not jump at
    all, whatever the gate says.
    """
    if is_timed(checking) or checking.step is Check.DONE:
        return checking
    good = yes if checking.step is not Check.CALM else not yes
    found = structs.replace(checking.found, **{checking.step.value: good})
    checking = structs.replace(checking, found=found)
    ends = not good or (checking.step is Check.SQUATS and not checking.may_land)
    return structs.replace(checking, step=Check.DONE) if ends else _onwards(checking)


def told(found: Checks) -> str:
    """Return what the checks came to, in a sentence."""
    if found.calm is False:
        return "Pain over 2 of 10: the checks end here, and the gate stays closed."
    if found.is_good:
        return f"Checked: all good, for {CHECKED_DAYS // 7} weeks."
    if found.squats is False:
        return "Checked: not yet. No landings before the squats are good."
    if found.landings is None:
        return "Checked so far. No landings while you are not to jump at all."
    return "Checked: not yet all good."


def pressed(checking: Checking, now: int) -> Checking:
    """Return the checks after the big key: a hold starts, or ends here."""
    if not is_timed(checking):
        return checking
    if checking.since is None:
        return structs.replace(checking, since=now + LEAD_IN_MS)
    return _held(checking, now)


def walked(checking: Checking, now: int) -> Checking:
    """Return the checks at `now`: a hold that is over is taken down whole."""
    if checking.since is not None and now >= checking.since + STANCE_S * 1000:
        return _held(checking, now)
    return checking


def _held(checking: Checking, now: int) -> Checking:
    seconds = min(STANCE_S, max(0, now - (checking.since or now)) // 1000)
    if checking.step is Check.LEFT:
        return _onwards(structs.replace(checking, left_s=seconds, since=None))
    found = structs.replace(checking.found, stance_s=min(seconds, checking.left_s))
    return _onwards(structs.replace(checking, found=found, since=None))


def _onwards(checking: Checking) -> Checking:
    return structs.replace(checking, step=_ORDER[_ORDER.index(checking.step) + 1])


def shown(checking: Checking, now: int) -> Shown:
    """Return what stands on the screen at `now`."""
    lines = TOLD[checking.step]
    if not is_timed(checking):
        return Shown(lines)
    if checking.since is None:
        return Shown(lines, str(STANCE_S), ("seconds", checking.step.upper()))
    if now < checking.since:
        return Shown(lines, str(-(-(checking.since - now) // 1000)), ("get ready",))
    left = STANCE_S * 1000 - (now - checking.since)
    return Shown(lines, str(-(-max(0, left) // 1000)), ("to go", checking.step.upper()))
