"""What can be looked at in between: what is left, how a set is done, what may stand instead."""

from runlift_tui.by_lines.around import Around
from runlift_tui.core.aloud.states import by_enter
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face import outline, reasons
from runlift_tui.core.face.prompts import Answer, Prompt
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.swaps import no_more_today, stand_ins
from runlift_tui.core.session.targets import pending
from runlift_tui.core.words.text import plural, sentence
from runlift_tui.core.words.units import Unit

_SWAP = "session.swap"
_MOST = 9
"""As many as have a digit."""


def left(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return what is left of a session: how much, then what comes when."""
    lines = (
        sentence(
            f"{_when(each.in_s)} {each.label}, {', '.join(filter(None, (each.text, each.after)))}"
        )
        for each in outline.rounds_to_come(session, unit)
    )
    return (f"{outline.how_much_is_left(session)}.", *lines)


def _when(seconds: int) -> str:
    minutes = round(seconds / 60)
    return f"In {plural(minutes, 'minute')}:" if minutes else "Now:"


def how(session: Session) -> tuple[str, ...]:
    """Return how the exercise under way or next is done, and why; in a rest, why it rests."""
    step = pending(session)
    if step is None:
        return ()
    exercise, reason = step.exercise, reasons.of_now(session)
    lines = [exercise.name, exercise.setup, *exercise.cues, exercise.note, exercise.why]
    if reason is not None:
        lines += [reason.title, *(by_enter(named(line)) for line in reason.how), reason.why]
    return tuple(sentence(each) for each in lines if each)


def stand_in_prompt(session: Session, around: Around, text: str = "") -> Prompt | None:
    """Ask for an exercise in the place of the one under way or next.

    Args:
        session: As it stands.
        around: What it takes from elsewhere.
        text: Words of its name or kit; empty for all.

    Returns:
        None at the end, and where none has those words.
    """
    step = pending(session)
    if step is None:
        return None
    found = [
        each
        for each in stand_ins(session, step, around.library())
        if not each.closed and not no_more_today(session, each.exercise)
        if _is_called(each.exercise, text)
    ]
    if not found:
        return None
    answers = [
        Answer(
            str(number),
            ", ".join(filter(None, (each.exercise.name, each.step))),
            around.swapped_in(session, step.slot, each.exercise),
        )
        for number, each in enumerate(found[:_MOST], 1)
    ]
    question = f"What stands in for {step.key.slot} {step.exercise.name} today?"
    more = "" if text else " x and a word of its name or kit: others."
    return Prompt(f"{question}{more}", (*answers, Answer("escape", "go back")), passes=(_SWAP,))


def _is_called(exercise: Exercise, text: str) -> bool:
    """Whether an exercise has every word of a text in its names or its kit."""
    has = " ".join((exercise.name, *exercise.aliases, *exercise.equipment)).lower()
    return all(word in has for word in text.lower().split())
