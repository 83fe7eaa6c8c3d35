"""What is closed to an athlete for now, and in which words: the same ones wherever it is offered.

What holds jumps back is worked out in `held_back`; here stands what follows for one movement.
"""

from collections.abc import Iterable, Sequence

from runlift_tui.core.exercises.exercise import HEAVY, Exercise
from runlift_tui.core.sets.pain import CALM_WORDS
from runlift_tui.core.words.text import sentence

GATE_CLOSED = "the gate to jumping is closed"


def behind_gate(missing: str) -> str:
    """Return that the gate is closed, and what it still asks for."""
    return f"{GATE_CLOSED}; missing: {missing or 'a session after the days off'}"


def is_gate(why: str) -> bool:
    """Whether a reason is the gate: it holds jumps alone, and may be overruled for good."""
    return why.startswith(GATE_CLOSED)


def waits_for_pain(held: Iterable[str]) -> bool:
    """Whether jumps wait, among other things, for a pain of 0-2 that was typed.

    Args:
        held: What holds jumps back, in words.
    """
    return any(CALM_WORDS in why for why in held)


def closed_to(exercise: Exercise, held: Iterable[str]) -> str:
    """Return why a movement is closed, in words; empty where it is open.

    A sprint as hard as it goes pushes off and lands on one leg as a jump does: it waits for the
    same sessions and checks. A relaxed fast run waits for neither. What hurts, and who is to ask
    first, hold both back as they hold jumps.

    Args:
        exercise: Which one.
        held: What holds jumps back, in words.
    """
    if exercise.is_jump or (exercise.is_running and exercise.is_power):
        return "; ".join(held)
    if not exercise.is_running:
        return ""
    return "; ".join(why for why in held if not is_gate(why))


def not_in_warm_up(exercise: Exercise, now: Exercise) -> str:
    """Return why a movement is nothing for a warm-up, in words; empty where it may stand there.

    Our own rule: a warm-up leads to what is fast and to what is heavy, and is neither. Where the
    athlete's own has such a movement, another one of its kind may stand in for it.

    Args:
        exercise: Which one.
        now: What stands in that slot of the warm-up.
    """

    def is_fast(each: Exercise) -> bool:
        return each.is_jump or each.is_running or each.is_power

    if is_fast(exercise) and not is_fast(now):
        return "too fast for a warm-up"
    if HEAVY in exercise.tags and HEAVY not in now.tags:
        return "too heavy for a warm-up"
    return ""


def marked(why: str) -> str:
    """Return how a list marks what is closed; empty where it is open."""
    return f"closed: {why}" if why else ""


def question(exercise: Exercise, why: str) -> tuple[str, str, str]:
    """Return what is asked before something closed is taken: its title, why, and the question."""
    return (
        f"{exercise.name} is closed for now",
        sentence(why),
        "Take it all the same? The session will say that you did.",
    )


def open_first(exercises: Iterable[Exercise], held: Sequence[str]) -> list[Exercise]:
    """Return exercises in their order, what is closed behind all that is open."""
    return sorted(exercises, key=lambda each: closed_to(each, held) != "")
