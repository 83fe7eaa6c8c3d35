"""What a voice says of a session, in short sentences: the exercise, the side, the target."""

from runlift_tui.core.exercises.exercise import Exercise, each
from runlift_tui.core.session.advance import STAND_UP_MS, Cue, CueKind, stands_up
from runlift_tui.core.session.phases import side_under_way
from runlift_tui.core.session.rests import deadline, rest_plan
from runlift_tui.core.session.state import HoldReady, LeadIn, Rest, Session, Step, Work
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.session.told import side_now, side_word
from runlift_tui.core.words.text import capital, safe_text

JUST_MS = 4_000
"""Only what began so recently is spoken of: not what an undo or a resume leads back to."""
_LONGEST = 80
"""Letters of a name that are spoken; nobody listens longer."""
_COUNTED = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def spoken(before: Session | None, session: Session, cues: tuple[Cue, ...] = ()) -> str:
    """Return the sentence for what has just begun, or an empty text.

    Args:
        before: The session as it stood when this was asked last; None for never.
        session: As it stands now.
        cues: The boundaries that time has passed in between.
    """
    step, phase = pending(session), session.phase
    if step is None or session.paused is not None:
        return ""
    if before is not None and before.phase is phase:
        stands_up = any(cue.kind is CueKind.STAND_UP for cue in cues)
        return of_step(session, step) if stands_up else ""
    if isinstance(phase, Rest):
        return _of_rest(session, step, phase) if _just(session, phase.began) else ""
    if isinstance(phase, LeadIn) and _just(session, phase.began):
        return _of_switch(session, step) if session.held else of_step(session, step)
    if isinstance(phase, Work | HoldReady) and _just(session, phase.since):
        return "" if _was_announced(before, session) else of_step(session, step)
    return ""


def of_step(session: Session, step: Step) -> str:
    """Return a step in words: "Jumping lunge. Left first. Four each leg."."""
    parts = [_name(step.exercise), _aim(session, step)]
    if step.ramp is not None:
        parts.insert(1, "A lighter set")
    side = side_word(step)
    if side:
        parts.insert(-1, side)
    return " ".join(f"{capital(part)}." for part in parts)


def duration(seconds: int) -> str:
    """Return a time in words: "four minutes", "one minute 30", "20 seconds"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{counted(rest)} second{'s' * (rest != 1)}"
    whole = f"{counted(minutes)} minute{'s' * (minutes != 1)}"
    return f"{whole} {rest}" if rest else whole


def counted(number: int) -> str:
    """Return a number as prose has it: in letters up to twelve."""
    return _COUNTED[number] if 0 <= number < len(_COUNTED) else str(number)


def _of_rest(session: Session, step: Step, rest: Rest) -> str:
    seconds = rest_plan(session, rest.after).seconds
    before = f"Rest, {duration(seconds)}. Then" if seconds else "Now"
    return f"{before} {_small(_name(step.exercise))}, {_aim(session, step)}."


def _of_switch(session: Session, step: Step) -> str:
    side = side_now(step, side_under_way(session, step))
    return f"Switch sides. {capital(side)}." if side else ""


def _aim(session: Session, step: Step) -> str:
    """Return what a step asks for: "four each leg", "20 seconds each side", "40 metres"."""
    count = target(session, step)
    what = duration(count) if step.is_hold else counted(count)
    sides = each(step.exercise)
    if step.is_hold or sides:
        return f"{what} {sides}".rstrip()
    return f"{what} {'metre' if step.in_metres else 'rep'}{'s' * (count != 1)}"


def _was_announced(before: Session | None, session: Session) -> bool:
    """Whether the step was spoken of shortly before the rest in front of it came to its end."""
    if before is None or not isinstance(before.phase, Rest):
        return False
    rest, due = before.phase, deadline(before, before.phase)
    return stands_up(before, rest) and session.at >= due - STAND_UP_MS


def _just(session: Session, began: int) -> bool:
    return session.at - began <= JUST_MS


def _name(exercise: Exercise) -> str:
    """Return a name that is harmless to a voice: no marks that one of them takes for orders."""
    name = safe_text(exercise.name)
    letters = (char if char.isalnum() or char in " -'’,()" else " " for char in name)
    return " ".join("".join(letters).split())[:_LONGEST].strip(" -") or "The next exercise"


def _small(name: str) -> str:
    """Return a name inside of a sentence; an abbreviation stays what it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
