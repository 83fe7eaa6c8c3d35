"""Questions that one key answers, without leaving the session."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.likeness import easier_rung
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.change_commands import least_rounds
from runlift_tui.core.session.commands import (
    Command,
    EndRound,
    Finish,
    RatePain,
    SayPain,
    SetRounds,
    Skip,
    Swap,
)
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.targets import StepState, pending, states
from runlift_tui.core.sets.values import Why

RED_FLAGS = (
    "Bone pain, pain at night or at rest, a limp: see a doctor.",
    "Also chest pain, faintness, swelling, locking, giving way, numbness.",
)
"""When to stop altogether, so short that a narrow window cuts no advice off. Not medical advice."""


class Answer(Struct, frozen=True):
    """One key, what it says, and the command that it gives: None goes back."""

    key: str
    word: str
    command: Command | None = None


class Prompt(Struct, frozen=True):
    """A question, and the keys that answer it; any other key goes back."""

    question: str
    answers: tuple[Answer, ...]
    lines: tuple[str, ...] = ()
    then: "Prompt | None" = None
    """What is asked next, unless the athlete went back."""

    def faces(self) -> tuple[KeyFace, ...]:
        """Return the keys as the last line shows them."""
        return tuple(KeyFace(answer.key, answer.word) for answer in self.answers)

    def answer(self, key: str) -> Answer | None:
        """Return what a key answers, or None where it answers nothing."""
        return next((answer for answer in self.answers if answer.key == key), None)


def skip(session: Session) -> Prompt | None:
    """Ask why the step under way is skipped; None when nothing is left."""
    step = pending(session)
    if step is None:
        return None
    return Prompt(
        f"Skip {step.key.slot} {step.exercise.name}: why?",
        (
            Answer("1", "time", Skip(Why.TIME)),
            Answer("2", "equipment", Skip(Why.EQUIPMENT)),
            Answer("3", "pain", Skip(Why.PAIN, rest=True)),
            Answer("4", "form", Skip(Why.FORM, rest=True)),
            Answer("space", "no reason", Skip()),
            Answer("escape", "go back"),
        ),
    )


def after(
    session: Session, command: Command, library: Callable[[], Mapping[str, Exercise]]
) -> Prompt | None:
    """Return what is asked once a command is done: how much it hurt after a skip for pain.

    Args:
        session: With the command in it.
        command: What was said last.
        library: Returns where an easier exercise is.
    """
    if not isinstance(command, Skip) or command.why is not Why.PAIN:
        return None
    done = next(reversed(session.done.values()), None)
    if done is None or done.skipped is not Why.PAIN:
        return None
    return pain(done.key, easier_rung(session.exercises[done.exercise], library().values()))


def pain(key: StepKey, easier: Exercise | None) -> Prompt:
    """Ask how much it hurt after a skip for pain, then offer the easier rung."""
    answers = [Answer(str(n), "", RatePain(key, n)) for n in range(10)]
    return Prompt(
        "How much did it hurt, 0 to 9? No more jumps today.",
        (*answers, Answer("space", "not said")),
        RED_FLAGS,
        None if easier is None else _easier(key, easier),
    )


def pain_that_day() -> Prompt:
    """Ask what hurt before a session that is entered afterwards."""
    answers = [Answer(str(n), "", SayPain(n)) for n in range(10)]
    question = "Pain before the session, as it stands on the card, 0 to 9?"
    return Prompt(question, (*answers, Answer("escape", "go back")))


def _easier(key: StepKey, easier: Exercise) -> Prompt:
    return Prompt(
        f"An easier one from here on: {easier.name}?",
        (Answer("enter", "take it", Swap(key.slot, easier)), Answer("space", "leave it")),
        RED_FLAGS,
    )


def rounds(session: Session) -> Prompt | None:
    """Ask for the rounds of the block under way, or to end this round; None at the end."""
    step = pending(session)
    if step is None:
        return None
    block = step.block
    counts = tuple(
        Answer(str(n), "now" if n == block.rounds else "", SetRounds(block.id, n))
        for n in range(least_rounds(session, block.id), block.high + 1)
    )
    return Prompt(
        f"How many rounds of {block.name} in all?",
        (*counts, Answer("e", "end this round here", EndRound()), Answer("escape", "go back")),
    )


def finish(session: Session) -> Prompt:
    """Ask whether to finish early."""
    marks = [state for step, state in states(session) if step.ramp is None]
    done = marks.count(StepState.DONE)
    total = len(marks) - marks.count(StepState.NONE)
    question = f"Finish here? {done} of {total} sets are done."
    if not done:
        question = "Finish here? No set is done: nothing will be kept."
    answers = (Answer("enter", "finish", Finish()), Answer("space", "go back"))
    return Prompt(question, answers)
