"""Pain on one scale, 0 to 10: what it allows, and what is a matter for somebody who looks at it.

The steps are those of a model for sore Achilles tendons (Silbernagel 2007), taken over as our own
rule for everything else; they were never meant for bone, and the stop signs stand above them.
"""

from collections.abc import Iterable
from enum import Enum

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.sets.pain import CALM, CALM_WORDS, GO_ON, SETTLING
from runlift_tui.core.words.text import sentence

WORST = 10
STOP_ON_PAIN = "Educational, not medical advice. Stop on sharp pain."
NOT_ADVICE = f"{STOP_ON_PAIN} In doubt, ask a doctor or physiotherapist."
UNTIL_LOOKED = "no running or jumping until a doctor or physiotherapist has looked"
"""What holds after a stop sign, until somebody has."""
NOT_BEFORE = sentence(UNTIL_LOOKED)
HELP_FIRST = "emergency help first: no running or jumping until a doctor has looked"
"""The same after one that is an emergency."""
GET_HELP = "Get emergency help now. No running or jumping until a doctor has looked."
STOP = "STOP"
"""The one word that stands large wherever a stop sign does."""
_BRIEFLY = {
    NOT_BEFORE: (
        f"{UNTIL_LOOKED}.",
        "no running or jumping until somebody has looked.",
        "no running or jumping.",
    ),
    GET_HELP: ("get emergency help now; no running, no jumping.", "get emergency help now."),
}
STOP_SIGNS = (
    "Chest pain, faintness, sudden breathlessness, a hot swollen calf, numbness between the legs: "
    "stop, and get emergency help now.",
    "Pain on a bone or in the groin, at night or at rest, a limp, a pop, locking, giving way, "
    f"numbness: {UNTIL_LOOKED}.",
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


def sign_words(emergency: bool) -> str:
    """Return what a stop sign holds back, as it stands in a session's start."""
    return HELP_FIRST if emergency else UNTIL_LOOKED


def stop_briefly(stop: str) -> tuple[str, ...]:
    """Return what `stopped` says behind its one large word, the longest first, that word last."""
    return (*(f"{STOP}: {each}" for each in _BRIEFLY[stop]), STOP)


def shows_stop_signs(pain: int) -> bool:
    """Whether so much pain, of 10, has the stop signs shown."""
    return pain > GO_ON


def felt(outing: Outing) -> int | None:
    """Return the pain of a session, of 10.

    One that was worse the morning after was too much, and so was one with a stop sign.
    """
    too_much = outing.morning or outing.sign is not None
    return max(outing.pain or 0, SETTLING + 1) if too_much else outing.pain


def closes_jumps(outing: Outing) -> bool:
    """Whether there are no jumps after a session, until a calm one was typed."""
    return (felt(outing) or 0) > SETTLING


def decides(outing: Outing, over: int = SETTLING) -> bool:
    """Whether a session says that nothing rises after it, or that it may again.

    Args:
        outing: The session. One of which less than half was done is no proof that all is well.
        over: The most pain, of 10, that holds nothing back.
    """
    pain = felt(outing)
    return pain is not None and (pain > over or (pain <= CALM and not outing.partial))


def hurts_after(outing: Outing, before: bool, over: int = GO_ON) -> bool:
    """Whether nothing rises after a session, by whether nothing did before it."""
    return (felt(outing) or 0) > over if decides(outing, over) else before


def unsettled(outings: Iterable[Outing], over: int = GO_ON) -> Outing | None:
    """Return the newest session with too much pain that no calm one has come after, as typed.

    While there is one nothing rises by itself: no round, load, rung, jump, no further exercise.
    It is the one place that says so; a load asks the same of each exercise: see `sets.pain`.

    Args:
        outings: The sessions of the past.
        over: The most pain, of 10, that holds nothing back.
    """
    hurt = None
    for outing in sorted(outings, key=lambda each: each.when):
        if decides(outing, over):
            hurt = outing if (felt(outing) or 0) > over else None
    return hurt


def stop_sign(outings: Iterable[Outing]) -> Outing | None:
    """Return the session whose stop sign stands: nobody has looked since; None for none."""
    said = (each for each in outings if each.sign is not None)
    newest = max(said, key=lambda each: each.when, default=None)
    return newest if newest is not None and newest.sign else None


def stopped(held: Iterable[str]) -> str:
    """Return what holds before anything else, in a sentence; empty where no stop sign stands.

    Args:
        held: What holds jumps back, in words: see `no_jumps`. It lies in every session's start.
    """
    held = tuple(held)
    return GET_HELP if HELP_FIRST in held else NOT_BEFORE if UNTIL_LOOKED in held else ""


def stopped_after(outings: Iterable[Outing]) -> str:
    """Return what a stop sign of the past holds back now, in a sentence; empty where none stands.

    Every place that has it in its first line asks this.
    """
    return stopped(no_jumps(False, outings))


class Running(Enum):
    """What of the running that a plan has may be named, and until when not all of it."""

    ALL = ""
    EASY = f"a session with pain 0-{CALM}"
    """No race, no 5K against the clock, no hard or long run before that."""
    NONE = "somebody has looked"
    """No run at all before that."""

    @property
    def not_yet(self) -> str:
        """Until when not: "not before somebody has looked"; empty where nothing is held back."""
        return f"not before {self.value}" if self.value else ""


def running(outings: Iterable[Outing]) -> Running:
    """Return what running pain and a stop sign leave: as with jumps, until a calm session."""
    outings = tuple(outings)
    if stop_sign(outings) is not None:
        return Running.NONE
    return Running.EASY if unsettled(outings, SETTLING) is not None else Running.ALL


def no_jumps(ask_first: bool, outings: Iterable[Outing]) -> tuple[str, ...]:
    """Return why there are no jumps, whatever the level and the gate; empty where they may be.

    Args:
        ask_first: Whether one of `ASK_FIRST` is true of the athlete, by their own word.
        outings: The sessions of the past.
    """
    outings = tuple(outings)
    found = ["no jumps before a doctor or physiotherapist agrees"] if ask_first else []
    hurt, said = unsettled(outings, SETTLING), stop_sign(outings)
    if said is not None:
        found.append(sign_words(said.emergency))
    elif hurt is not None and hurt.sign is not None:
        found.append(f"a stop sign last time, so no jumps until you say {CALM_WORDS} in a session")
    elif hurt is not None:
        what = "worse the morning after" if hurt.morning else f"pain {hurt.pain} of 10"
        found.append(f"{what}, so no jumps until you say {CALM_WORDS} in a session")
    return tuple(found)
