"""Pain on one scale, 0 to 10: what it allows, and what is a matter for somebody who looks at it.

The steps are those of a model for sore Achilles tendons (Silbernagel 2007), taken over as our own
rule for everything else; they were never meant for bone, and the stop signs stand above them.
"""

from collections.abc import Iterable

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.sets.pain import CALM, GO_ON, SETTLING

WORST = 10
STOP_ON_PAIN = "Educational, not medical advice. Stop on sharp pain."
NOT_ADVICE = f"{STOP_ON_PAIN} In doubt, ask a doctor or physiotherapist."
STOP_SIGNS = (
    "Chest pain, faintness, sudden breathlessness, a hot swollen calf, numbness between the legs: "
    "stop, and get emergency help now.",
    "Pain on a bone or in the groin, at night or at rest, a limp, a pop, locking, giving way, "
    "numbness: no running or jumping until a doctor or physiotherapist has looked.",
)
"""When to stop altogether: an emergency, and what is to be looked at first. Not medical advice."""
ASK_FIRST = (
    "Heart or blood pressure trouble, or fainting when you train.",
    "Pregnant, a birth or surgery in recent months, or leaking when you jump.",
    "A stress fracture before, weak bones, or an injury that still hurts.",
    "Periods that stopped, or too little food for the running you do.",
    "Under 16; over about 65 and new to lifting.",
)
"""Who asks a doctor or physiotherapist first, once, before anything that leaves the ground."""


def shows_stop_signs(pain: int) -> bool:
    """Whether so much pain, of 10, has the stop signs shown."""
    return pain > GO_ON


def felt(outing: Outing) -> int | None:
    """Return the pain of a session, of 10; one that was worse the morning after was too much."""
    return max(outing.pain or 0, SETTLING + 1) if outing.morning else outing.pain


def closes_jumps(outing: Outing) -> bool:
    """Whether there are no jumps after a session, until a calm one was typed."""
    return (felt(outing) or 0) > SETTLING


def decides_jumps(outing: Outing) -> bool:
    """Whether a session says anything of jumps: that there are none after it, or may be again."""
    pain = felt(outing)
    return pain is not None and (pain > SETTLING or pain <= CALM)


def no_jumps(ask_first: bool, outings: Iterable[Outing]) -> tuple[str, ...]:
    """Return why there are no jumps, whatever the level and the gate; empty where they may be.

    Args:
        ask_first: Whether one of `ASK_FIRST` is true of the athlete, by their own word.
        outings: The sessions of the past.
    """
    found = ["no jumps before a doctor or physiotherapist agrees"] if ask_first else []
    hurt = _hurt(outings)
    if hurt is not None:
        what = "worse the morning after" if hurt.morning else f"pain {hurt.pain} of 10"
        found.append(f"{what}, so no jumps until you say pain 0-{CALM} in a session")
    return tuple(found)


def _hurt(outings: Iterable[Outing]) -> Outing | None:
    """Return the newest session with too much pain that no calm one has come after, as typed."""
    hurt = None
    for outing in sorted(outings, key=lambda each: each.when):
        if decides_jumps(outing):
            hurt = outing if closes_jumps(outing) else None
    return hurt
