"""The ladder of fast movements, climbed a rung at a time: where B2 stands today.

Our own rules: a fold over the athlete's sessions, so that the same past gives the same rung.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.gates import PAUSE_DAYS
from runlift_tui.core.athlete.pain import felt, hurts_after
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.levels import RULES, Level
from runlift_tui.core.sets.pain import CALM, GO_ON
from runlift_tui.core.words.days import DAY_MS

FAST_LADDER = "fast-split-squat"
BY_KEY = "with {session.pain-today} "
"""How pain is typed on a screen; in lines it is a word."""
STEADY = 2
"""Sessions without pain on a rung before the next one."""
TOP_DAYS = 28
"""Days on the rung below before the top one."""
BACK = "one rung down: the way back after an illness"
GROUND_DAYS = 56
"""After more days off than this the ladder begins at its lowest rung."""


class Rung(NamedTuple):
    """Where the athlete stands on the ladder of fast movements."""

    exercise: str
    """Id of the movement for today."""
    why: str = ""
    """Why it is not the one that their level or plan has; empty where it is."""
    offered: str = ""
    """Id of the next one, where it may be taken now."""


class _Climb(Struct, frozen=True):
    """The ladder as the sessions so far have left it."""

    place: int
    since: int | None = None
    """When the first session on this rung was, milliseconds since the epoch."""
    calm: int = 0
    """Sessions without pain on it, in a row."""
    higher: int = 0
    """Sessions on a rung above it, in a row: their own decision, or from before these rules."""
    hurts: bool = False
    """Whether nothing rises, for pain that no calm session has come after."""
    last: int | None = None
    """When the last session with a rung of the ladder was."""
    why: str = ""
    """Why the last session took a rung off."""


def rung_today(
    level: Level,
    own: str,
    outings: Iterable[Outing],
    library: Mapping[str, Exercise],
    *,
    now: int,
    held: Sequence[str] = (),
    above: int = 0,
    is_light: bool = False,
    back_since: int | None = None,
) -> Rung:
    """Return the fast movement for today.

    Args:
        level: The athlete's own word; it says how far they climb by themselves.
        own: Id of the rung that they took since; empty for the level's.
        outings: The sessions of the past.
        library: Every exercise by id.
        now: Milliseconds since the epoch.
        held: What holds jumps back, in words; empty where nothing does.
        above: Steps over the level's own that a plan has by now.
        is_light: Whether nothing new comes up now: in a deload, and round a race.
        back_since: When the week began that leads back after an illness, milliseconds since the
            epoch: a rung under the one that was stood on before it. None in any other week.
    """
    ladder = sorted(
        (each for each in library.values() if each.ladder == FAST_LADDER and _is_fast(each)),
        key=lambda each: each.rung,
    )
    ids = [each.id for each in ladder]
    base = RULES[level].fast
    if base not in ids:
        return Rung(own or base)
    seen = sorted(outings, key=lambda outing: outing.when)
    wanted = max(ids.index(own) if own in ids else ids.index(base), ids.index(base) + above)
    climb = _broken_off(_climbed(seen, ids, _start(level, ids)), now)
    if _is_kept(seen, level):
        wanted = max(wanted, climb.place)
    top = min(wanted, len(ids) - 1)
    place, why, offered = climb.place, climb.why, ""
    if back_since is not None:
        before = _climbed(
            (each for each in seen if each.when < back_since), ids, _start(level, ids)
        )
        top = min(top, max(0, _broken_off(before, now).place - 1))
        why = BACK
    missing = _missing(climb, ids, now)
    if place > top:
        place = top
    elif not missing and place < top and not is_light:
        place += 1
    elif place < top:
        why = why or missing or "nothing new in a light week"
    elif not missing and place + 1 < len(ids) and not is_light:
        offered = ids[place + 1]
    while place > 0 and ladder[place].is_jump and held:
        place, why, offered = place - 1, held[0], ""
    if offered and ladder[ids.index(offered)].is_jump and held:
        offered = ""
    return Rung(ids[place], why, offered)


def _is_kept(seen: Sequence[Outing], level: Level) -> bool:
    """Whether what was climbed stays: a plan that is over takes no rung, another level does."""
    levels = [outing.level for outing in seen if outing.fast is not None]
    return bool(levels) and levels[-1] == level


def _is_fast(exercise: Exercise) -> bool:
    return exercise.measure == "reps"


def _start(level: Level, ids: list[str]) -> int:
    """Return where a level begins: a rung under its own, which two calm sessions lead to."""
    return max(0, ids.index(RULES[level].fast) - 1)


def _climbed(outings: Iterable[Outing], ids: list[str], start: int) -> _Climb:
    climb = _Climb(start)
    for outing in outings:
        hurts = hurts_after(outing, climb.hurts)
        climb = structs.replace(_broken_off(climb, outing.when), why="", hurts=hurts)
        if outing.fast in ids:
            climb = _on(climb, ids.index(outing.fast), outing, ids)
        climb = structs.replace(_dropped(climb, outing), hurts=hurts)
    return climb


def _on(climb: _Climb, place: int, outing: Outing, ids: list[str]) -> _Climb:
    """Return the ladder after a session on one of its rungs."""
    first = climb.last is None
    earned = place == climb.place + 1 and not _missing(climb, ids, outing.when)
    hurt = (felt(outing) or 0) > CALM
    not_yet = hurt or climb.hurts or outing.partial
    if first or earned or place < climb.place:
        climb = _Climb(place, outing.when)
    elif place > climb.place:
        climb = structs.replace(climb, higher=0 if not_yet else climb.higher + 1)
        if climb.higher >= STEADY and not _is_early(climb, ids, outing.when):
            climb = _Climb(climb.place + 1, outing.when)
    climb = structs.replace(climb, last=outing.when)
    if place != climb.place:
        return climb
    # Pain that was not typed says nothing.
    unsaid = outing.pain is None or (outing.partial and not hurt)
    calm = climb.calm if unsaid else 0 if hurt else climb.calm + 1
    return structs.replace(climb, since=climb.since or outing.when, calm=calm, higher=0)


def _dropped(climb: _Climb, outing: Outing) -> _Climb:
    """Return the ladder one rung lower where a session hurt, or a set was left out for form."""
    if (felt(outing) or 0) > GO_ON:
        why = f"one rung down: {_what(outing)}"
    elif outing.poor_form:
        why = "one rung down: a set was left out for form last time"
    else:
        return climb
    return _Climb(max(0, climb.place - 1), last=climb.last, why=why)


def _what(outing: Outing) -> str:
    return "worse the morning after" if outing.morning else f"pain {outing.pain} of 10 last time"


def _broken_off(climb: _Climb, now: int) -> _Climb:
    """Return the ladder after the days since the last fast set, where those were too many."""
    days = 0 if climb.last is None else (now - climb.last) // DAY_MS
    if days <= PAUSE_DAYS:
        return climb
    place = 0 if days > GROUND_DAYS else max(0, climb.place - 1)
    down = "back on the ground" if days > GROUND_DAYS else "one rung down"
    return _Climb(place, last=now, why=f"{down}: {days} days since the last fast set")


def _missing(climb: _Climb, ids: list[str], now: int) -> str:
    """Return what the rung asks for before the next one, in words; empty where nothing."""
    if climb.calm < STEADY:
        how = f"{named(BY_KEY)}before the first set"
        return f"it comes after {STEADY} sessions of this one with pain 0-2, typed {how}"
    early = f"{TOP_DAYS // 7} weeks with this exercise come before the top rung"
    return early if _is_early(climb, ids, now) else ""


def _is_early(climb: _Climb, ids: list[str], now: int) -> bool:
    """Whether the next rung is the top one, and this one was not stood on for long enough."""
    days = 0 if climb.since is None else (now - climb.since) // DAY_MS
    return climb.place + 2 == len(ids) and days < TOP_DAYS
