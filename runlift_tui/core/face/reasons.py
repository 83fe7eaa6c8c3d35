"""Why the program rests, halves and holds back: in three sentences, with the source.

What is our own rule says so; a finding stands with authors, year and journal.
"""

from msgspec import Struct, structs

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.session.rests import has_window
from runlift_tui.core.session.state import Rest, Session, step_at
from runlift_tui.core.session.targets import pending


class Reason(Struct, frozen=True):
    """One why."""

    title: str
    how: tuple[str, ...]
    why: str
    source: str = ""
    """Citations of what is a finding; empty where all of it is our own rule."""


PRIMING = Reason(
    "Priming rest",
    (
        "Rest until the clock is at zero, then go when you are ready.",
        "Stand up 20 seconds before. Nothing else is needed from you.",
    ),
    "Right after a heavy set a jump is no better, if anything worse; between about 3 and 7 minutes "
    "it can be a little better (PAP/PAPE). The effect is small, over all rests not clear of zero, "
    "smaller in the untrained, and hard to tell from that of a good warm-up. The minutes are our "
    "own choice.",
    "Gouvêa 2013 J Sports Sci 31:459–467; Wilson 2013 J Strength Cond Res 27:854–859; "
    "Dobbs 2019 J Strength Cond Res 33:2009–2018; Chen 2023 Front Physiol 14:1202789",
)
PLAIN = Reason(
    "Rest",
    ("Breathe, drink, set up what comes next.", "{^session.space} goes on at any time."),
    "For strength, trained people do best with more than two minutes between hard sets of the "
    "same kind, and one to two are enough for the untrained. Other movements work meanwhile, so "
    "the rests here are shorter. The seconds are our own choice.",
    "Grgic 2018 Sports Med 48:137–151",
)
HALF = Reason(
    "Half of the reps",
    ("Take the clean reps of the weaker leg and halve them, rounded down, five at most.",),
    "A fast set is limited by quality, so half is a ceiling. Below two there is no fast set: the "
    "weight was too heavy. The published session asks for half; the rounding and the ceiling are "
    "our own rule.",
)
GATE = Reason(
    "The gate to jumping",
    (
        "Everything on the list, then the next rung of the ladder opens.",
        "Open, it stays open until pain over 3, poor form or two weeks off close it.",
        "It can be overruled, but not while pain over 3 holds jumps back; your sessions say so.",
    ),
    "Controlled first, explosive later is the order of the published session. How many sessions "
    "and which checks is our own rule: no study says what a runner must be able to do before a "
    "small hop, and amateur runners hopped daily without a strength test.",
    "Engeroff et al. 2023 Sci Rep 13, doi 10.1038/s41598-023-30798-3 (daily hops on two legs, 34 "
    "amateur runners)",
)

NEXT_LOAD = (
    "Our own rule, after coaches' practice. It rises only in a week that builds, and only by what"
    " you typed as left: one rep more on the weaker leg, then, after the whole range twice or "
    "above it once, the next weight from the low end. A step of over 10 % asks for 3 left. A "
    "deload, taper or race week holds or lowers it, and so does pain, until a session with pain "
    "0-2; nor does it rise where form was lost. Days off: after 14 nothing rises, after 28 about "
    "15 % less, after 70 it is found anew. Where no reserve is asked for it is 3-4, and what to "
    "begin with is our own choice too. In a session a round that left none, or ended under its "
    "range, is followed by the next lighter load, or by fewer reps. Whatever you type stands."
)
"""What the load and the reps that stand prefilled follow from."""
_NUMBERS = Reason(
    "Sets, reps and weeks",
    (),
    "Studies of runners had two or three sessions a week, over eight to twelve weeks. How many "
    "sets, reps and seconds a level has, and that it begins with less, is our own rule.",
    "Blagrove 2018 Sports Med 48:1117–1149; "
    "Balsalobre-Fernández 2016 J Strength Cond Res 30:2361–2368",
)
_LOADS = Reason(
    "The next load",
    (),
    NEXT_LOAD,
    "ACSM 2009 Med Sci Sports Exerc 41:687–708 (steps of 2-10 %); "
    "Halperin 2022 Sports Med 52:377–390 (how well what is left is guessed)",
)


def of_now(session: Session) -> Reason | None:
    """Return why the rest, or the reps of the fast set, are as they are; None in other work."""
    step = pending(session)
    if isinstance(session.phase, Rest):
        before = step_at(session, session.phase.after)
        return PRIMING if step is not None and has_window(before, step) else PLAIN
    return HALF if step is not None and isinstance(step.slot.prescription, HalfOf) else None


def of_level(level: Level) -> tuple[Reason, ...]:
    """Return what a level's page explains: the gate where it has one, then its numbers."""
    gate = (GATE,) if level is Level.BEGINNER else ()
    rests = structs.replace(PLAIN, title="The other rests", how=())
    return (*gate, _NUMBERS, structs.replace(PRIMING, how=()), HALF, rests, _LOADS)
