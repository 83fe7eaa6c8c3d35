"""Questions that one key answers, without leaving the session."""

from __future__ import annotations

from msgspec import Struct, structs

from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.keys.in_force import digits_in, key
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import Block
from runlift_tui.core.session.change_commands import least_rounds
from runlift_tui.core.session.commands import (
    Command,
    EndRound,
    Finish,
    Return,
    SetRounds,
    Skip,
)
from runlift_tui.core.session.phases import held_values
from runlift_tui.core.session.state import Session, Step, worst_pain
from runlift_tui.core.session.targets import how_many, open_steps, pending
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.sets.told import NAMES
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.text import plural

_NOT_THERE = "   "
"""Between a question and what was no answer to it."""


class Answer(Struct, frozen=True):
    """One key, what it says, and the command that it gives: None goes back.

    Without a word it is another key for an answer that stands there already.
    """

    key: str
    word: str
    command: Command | None = None


class Prompt(Struct, frozen=True):
    """A question, and the keys that answer it; escape always goes back, and no other key does."""

    question: str
    answers: tuple[Answer, ...]
    lines: tuple[str, ...] = ()
    rows: tuple[KeyFace, ...] = ()
    """The answers a row each, where that is more than each with its own word."""
    brief: str = ""
    """The question in the cue's place, where its lines or its keys say the rest."""
    no_such: str = ""
    """What is said to a digit that answers nothing; empty where its answers say it."""
    passes: tuple[str, ...] = ()
    """Ids of actions whose keys close the question and do what they always do."""
    unsaid: str = ""
    """The title of the stop signs, which are shown where none of its commands was given."""

    def faces(self) -> tuple[KeyFace, ...]:
        """Return the keys as the last line shows them."""
        return tuple(
            KeyFace(self._keys_of(answer), answer.word)
            for answer in self.answers
            if answer.word or answer.key.isdecimal()
        )

    def answer_rows(self) -> tuple[KeyFace, ...]:
        """Return the answers as they stand under the number, a row each."""
        own = (each for each in self.answers if each.word and each.key != "escape")
        return self.rows or tuple(KeyFace(self._keys_of(each), each.word) for each in own)

    def _keys_of(self, answer: Answer) -> str:
        """Return the key of an answer, with the yes or the no that says the same: "enter y"."""
        also = (
            each.key
            for each in self.answers
            if each.key in (YES, NO) and not each.word and each.command == answer.command
        )
        return " ".join((digits_in(answer.key), *also))

    @property
    def back_face(self) -> KeyFace:
        """The key that goes back, and what comes of it; escape where no answer says another."""
        ways = {each.key: each for each in self.answers if each.command is None and each.word}
        way = ways.get("escape") or next(iter(ways.values()), Answer("escape", "go back"))
        return KeyFace(self._keys_of(way), way.word)

    def still(self, key: str) -> Prompt | None:
        """Return the question again, which says where a digit is none of its answers.

        Args:
            key: Which answers nothing.

        Returns:
            None for escape: it goes back, and no other key does.
        """
        there = [each.key for each in self.answers if each.key.isdecimal()]
        if key == "escape":
            return None
        if not there or not (key.isascii() and key.isdecimal()):
            return self
        asked = self.question.partition(_NOT_THERE)[0]
        said = f"{_NOT_THERE}{digits_in(key)}: {self.no_such or _none_of(there)}"
        return structs.replace(self, question=f"{asked}{said}")

    def not_undone(self, key: str) -> Prompt:
        """Return the question again, which says to the key of undo that nothing was said yet."""
        asked = self.question.partition(_NOT_THERE)[0]
        said = f"{_NOT_THERE}{key}: nothing is said yet; {self.back_face.key} goes back."
        return structs.replace(self, question=f"{asked}{said}", brief="")

    def answer(self, key: str) -> Answer | None:
        """Return what a key answers, or None where it answers nothing."""
        return next((answer for answer in self.answers if answer.key == key), None)


def _none_of(there: list[str]) -> str:
    """Return which digits answer, in a sentence."""
    *most, last = [digits_in(each) for each in there]
    return f"only {' and '.join(filter(None, (', '.join(most), last)))} count here."


def skip(session: Session) -> Prompt | None:
    """Ask why the step under way is skipped; None when nothing is left."""
    step = pending(session)
    if step is None:
        return None
    return Prompt(
        f"Skip {step.key.slot} {step.exercise.name}: why?",
        (
            Answer("1", "no time", Skip(Why.TIME, due=True)),
            Answer("2", "no equipment", Skip(Why.EQUIPMENT, due=True)),
            Answer("3", "pain", Skip(Why.PAIN, rest=True)),
            Answer("4", "form", Skip(Why.FORM, rest=True)),
            Answer("0", "no reason", Skip(due=True)),
            Answer("space", "go back"),
        ),
        lines=_held_so_far(session, step),
    )


def _held_so_far(session: Session, step: Step) -> tuple[str, ...]:
    """Return what becomes of a side that was held already; nothing where none was."""
    held = held_values(step, session.held)
    if not held:
        return ()
    done = ", ".join(f"{NAMES[field]} {value:.0f} s" for field, value in held.items())
    return (f"{done}: kept with the set, which counts as skipped.",)


def rounds(session: Session, slot: str = "") -> Prompt | None:
    """Ask for the rounds of a block, or to end this round where it is under way.

    Args:
        session: As it stands.
        slot: A slot of the block; empty for the one under way.

    Returns:
        None where nothing of it is left.
    """
    now = pending(session)
    step = next((each for each in open_steps(session) if slot in ("", each.key.slot)), None)
    if step is None or now is None:
        return None
    block = step.block
    ends = block.id == now.block.id
    counts = tuple(
        Answer(str(n), "now" if n == block.rounds else "", SetRounds(block.id, n))
        for n in range(least_rounds(session, block.id), block.high + 1)
    )
    return Prompt(
        f"How many rounds of {block.name} in all?{_ends_it(session, block)}",
        (
            *counts,
            *((Answer("e", "end this round here", EndRound()),) if ends else ()),
            Answer("escape", "go back"),
        ),
        rows=(
            KeyFace(
                digits_in(" ".join(each.key for each in counts)),
                f"rounds; it is {block.rounds} now",
            ),
            *((KeyFace("e", "end this round here"),) if ends else ()),
        ),
    )


def _ends_it(session: Session, block: Block) -> str:
    """Return which number of a block's rounds leaves nothing to do: " 2 ends the session here."."""
    least, left = least_rounds(session, block.id), open_steps(session)
    if any(each.block.id != block.id or each.key.round <= least for each in left):
        return ""
    return f" {digits_in(str(least))} ends the session here."


def far_back(sets: int) -> Prompt:
    """Ask whether to go back over sets that were done since an undo, to what stood before it.

    Args:
        sets: How many that are, more than none.
    """
    return Prompt(
        f"{plural(sets, 'set')} done or skipped since {key('session.undo')}. Go back without them?",
        (
            Answer(YES, "go back without them", Return()),
            Answer("space", "keep them"),
            Answer(NO, ""),
        ),
    )


def finish(session: Session) -> Prompt:
    """Ask whether to finish early."""
    done, total = how_many(session)
    question = f"Finish here? {done} of {total} sets are done."
    if not done:
        hurts = session.stop_sign or (worst_pain(session) or 0) > GO_ON
        kept = "only that it hurts" if hurts else "nothing"
        question = f"Finish here? No set is done: {kept} will be kept."
    answers = (
        *(Answer("enter", "finish", Finish()), Answer(YES, "", Finish())),
        *(Answer("space", "go back"), Answer(NO, "")),
    )
    return Prompt(question, answers)
