"""Home while a stop sign stands, and the question whether somebody has looked."""

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.pain import stop_sign, stopped_after
from runlift_tui.core.home.home import DONE, LAST_TIME, STOP, HomeFace
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.words.days import day_words

TITLE = "Has somebody looked?"
ASKED = "Has a doctor or physiotherapist looked at it, and are running and jumping allowed again?"
"""Only a yes to it ends what a stop sign holds back."""
_LOOKED = "Taken down: somebody has looked. {home.undo} takes it back."
_STANDS = "Taken back: the stop sign stands."
_NOT_YET = "Nothing is changed: the stop sign stands."


def looked_words(looked: bool | None) -> str:
    """Return what was done with an answer, its keys still by id; None where it was no."""
    return _NOT_YET if looked is None else _LOOKED if looked else _STANDS


def when_words(facts: Facts) -> str:
    """Return of which session the stop sign is that stands; empty where none does."""
    said = stop_sign(facts.outings)
    if said is None:
        return ""
    pain = "" if said.pain is None else f", pain {said.pain} of 10"
    return f"A stop sign was true on {day_words(said.day)}{pain}."


def with_stop_sign(face: HomeFace, facts: Facts, *, may_answer: bool) -> HomeFace:
    """Return home with what a stop sign holds back in the first place; as it is where none stands.

    What is to come, of the plan and by itself, gives way: nothing of it is to be done now.

    Args:
        face: Home as it would be.
        facts: What the history says.
        may_answer: Whether it can be said here that somebody has looked.
    """
    when = when_words(facts)
    if not when:
        return face
    keys, details = face.keys, face.details
    if may_answer:
        keys, details = (*faces("home", "looked; space=before the start"), *keys[1:]), ()
    done = {LAST_TIME, "not counted"}
    if face.word == DONE and facts.last is not None:
        last = facts.last.fuller or facts.last
        done |= {each.slot for each in last.done}
    return face._replace(
        sentence=stopped_after(facts.outings),
        big="",
        told="",
        details=(when, *details),
        quiet=tuple(line for line in face.quiet if line[0] in done),
        keys=keys,
        word=STOP,
        state="alarm",
    )


def unfinished_with_stop_sign(face: HomeFace, stop: str, *, may_answer: bool) -> HomeFace:
    """Return home with what a stop sign holds back before an unfinished session.

    Args:
        face: Home with that session in the first place.
        stop: What is held back, in a sentence; where it is empty home stays as it is.
        may_answer: Whether it can be said here that somebody has looked.
    """
    if not stop:
        return face
    looked = faces("home", "looked") if may_answer else ()
    what = f"Unfinished: {face.sentence}, {face.told}."
    return face._replace(
        kicker=f"Unfinished: {face.sentence}",
        sentence=stop,
        big="",
        told="",
        details=(what, *face.details),
        # What would come next is not to be done now.
        quiet=tuple(line for line in face.quiet if line[0] not in ("next", "left")),
        keys=(face.keys[0], *looked, *face.keys[1:]),
        word=STOP,
        state="alarm",
    )
