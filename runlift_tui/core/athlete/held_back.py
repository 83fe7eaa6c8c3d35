"""The gate outranks whatever was planned: a routine as the athlete may do it today."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from runlift_tui.core.athlete.athlete import Standing
from runlift_tui.core.athlete.closed import behind_gate, is_gate
from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.gates import gate, is_open, missing
from runlift_tui.core.athlete.ladder import Rung, rung_today
from runlift_tui.core.athlete.pain import felt, no_jumps, unsettled
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import RULES, Level
from runlift_tui.core.routines.routine import HalfOf, Routine, Slot
from runlift_tui.core.routines.shipped import NO_IMPACT
from runlift_tui.core.sets.pain import CALM, GO_ON
from runlift_tui.core.words.text import sentence

EARNED = "a step harder, which sessions without much pain have earned"
"""Why B2 is a harder jump than its level's."""
OVERRULED = "gate to jumping"
"""What a session says that was begun with the gate overruled."""


class Allowed(Struct, frozen=True):
    """What is allowed today."""

    rung: Rung
    held: tuple[str, ...] = ()
    """What holds jumps back, in words; empty where nothing does."""

    @property
    def may_jump(self) -> bool:
        """Whether nothing holds jumps back."""
        return not self.held

    @property
    def why_not(self) -> str:
        """Why nobody may jump whatever the gate says; empty where the gate decides."""
        return "; ".join(why for why in self.held if not is_gate(why))


def may_not_overrule(ask_first: bool, outings: Sequence[Outing]) -> str:
    """Return why nobody overrules the gate now, in a sentence; empty where they may.

    Args:
        ask_first: Whether somebody is to be asked first, by the athlete's own word.
        outings: The sessions of the past.
    """
    found = no_jumps(ask_first, outings)
    hurt = unsettled(outings, GO_ON)
    if not found and hurt is not None:
        found = (f"pain {felt(hurt)} of 10, so not until you say pain 0-{CALM} in a session",)
    return f"Not overruled. {sentence(found[0])}" if found else ""


def holding(
    standing: Standing, outings: Sequence[Outing], library: Mapping[str, Exercise], now: int
) -> tuple[str, ...]:
    """Return every reason that holds jumps back at `now`, in words; empty where none does.

    Intermediate and advanced are the athlete's own word for their experience and open the gate;
    another level for one session is no such word.
    Pain, and whoever is to ask first, close it for everyone; no overruling opens that.
    """
    found = no_jumps(standing.ask_first, outings)
    past = (outings, standing.checks, library, now)
    if not standing.is_gated or standing.overruled or is_open(*past):
        return found
    return (*found, behind_gate(missing(gate(*past))))


def allowed(
    standing: Standing,
    outings: Sequence[Outing],
    library: Mapping[str, Exercise],
    now: int,
    *,
    above: int = 0,
    is_light: bool = False,
    back_since: int | None = None,
    easy_day: str = "",
) -> Allowed:
    """Return what an athlete may do.

    Args:
        standing: Where they stand.
        outings: Their sessions.
        library: Every exercise by id.
        now: Milliseconds since the epoch.
        above: Rungs over the level's own that a plan has by now.
        is_light: Whether nothing new comes up now: in a deload, and round a race.
        back_since: When the week began that leads back after an illness; None in any other.
        easy_day: Why nobody jumps on that day, after a race; empty on any other.
    """
    held = tuple(filter(None, (easy_day, *holding(standing, outings, library, now))))
    rung = rung_today(
        standing.level,
        standing.rung,
        outings,
        library,
        now=now,
        held=held,
        above=above,
        is_light=is_light,
        back_since=back_since,
    )
    today = Allowed(rung, held)
    if held and rung.why:
        rung = rung._replace(why=today.why_not or held[0])
    return Allowed(rung, held)


def overrides(
    standing: Standing,
    outings: Sequence[Outing],
    routine: Routine,
    library: Mapping[str, Exercise],
    now: int,
) -> tuple[str, ...]:
    """Return what of a session stands against the rules, by the athlete's own decision."""
    jumps = any(library[slot.exercise].is_jump for _, slot in routine.slots())
    if not standing.is_gated or not standing.overruled or not jumps:
        return ()
    return () if is_open(outings, standing.checks, library, now) else (OVERRULED,)


def held_back(
    routine: Routine, level: Level, today: Allowed, library: Mapping[str, Exercise]
) -> Routine:
    """Return the routine with B2 on the rung of today, and no jump where none is allowed."""

    def fitted(slot: Slot) -> Slot:
        own_rung = routine.id != NO_IMPACT and slot.exercise == RULES[level].fast
        if isinstance(slot.prescription, HalfOf) and own_rung:
            slot = structs.replace(slot, exercise=today.rung.exercise)
        exercise = library.get(slot.exercise)
        if exercise is not None and exercise.is_jump and not today.may_jump:
            slot = structs.replace(slot, exercise=_grounded(exercise, library))
        return slot

    return routine.with_slots(fitted)


def exchanged(
    before: Routine, after: Routine, today: Allowed, library: Mapping[str, Exercise]
) -> dict[str, str]:
    """Return why a jump was exchanged, by the label of its slot, in one sentence each.

    Args:
        before: The routine as its level, or the athlete, has it.
        after: As it may be done today: see `held_back`.
        today: What is allowed.
        library: Every exercise by id.
    """
    found = {}
    for (_, was), (_, now) in zip(before.slots(), after.slots(), strict=True):
        jump = library.get(was.exercise)
        if was.exercise == now.exercise or jump is None or not jump.is_jump:
            continue
        found[now.label] = instead_of(jump, now.exercise, today)
    return found


def instead_of(jump: Exercise, now: str, today: Allowed) -> str:
    """Return that a movement stands for a jump, and why, in one sentence.

    Args:
        jump: The one that it stands for.
        now: Id of the movement.
        today: What is allowed.
    """
    on_rung = now == today.rung.exercise
    why = today.rung.why if on_rung else ""
    why = why or next(iter(today.held), EARNED if on_rung else "")
    told = f"instead of {jump.name}"
    return f"{told}: {why}." if why else f"{told}."


def exchanged_words(
    found: Mapping[str, str], routine: Routine, exercises: Iterable[Exercise]
) -> str:
    """Return for what jumps were exchanged, and why: "B2 is Wall sit instead of Squat jump: ...".

    Args:
        found: Why, by the label of the slot: see `exchanged`.
        routine: As it may be done.
        exercises: Those in it, at least.
    """
    names = {each.id: each.name for each in exercises}
    now = {slot.label: names[slot.exercise] for _, slot in routine.slots()}
    # Fewer minutes take slots away: of those nothing is to be told.
    told = [(label, now[label], why) for label, why in found.items() if label in now]
    return " ".join(
        f"{slot} is {name}{',' if ',' in name else ''} {why}" for slot, name, why in told
    )


def _grounded(exercise: Exercise, library: Mapping[str, Exercise]) -> str:
    """Return the hardest movement below a jump that never leaves the ground."""
    below = [
        each
        for each in library.values()
        if exercise.ladder
        and each.ladder == exercise.ladder
        and each.rung < exercise.rung
        and not each.is_jump
        and each.measure is exercise.measure
    ]
    return max(below, key=lambda each: each.rung).id if below else RULES[Level.BEGINNER].fast
