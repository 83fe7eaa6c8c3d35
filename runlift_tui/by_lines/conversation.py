"""A session under way: each state as a sentence, each line as what the athlete says to it."""

from collections.abc import Callable

from runlift_tui.by_lines.around import Around
from runlift_tui.by_lines.keyboard import LineInput
from runlift_tui.by_lines.looks import how, left, stand_in_prompt
from runlift_tui.by_lines.telling import LineTelling
from runlift_tui.core.aloud import answers, orders, states
from runlift_tui.core.aloud.marks import next_mark, passed_words, told_between
from runlift_tui.core.aloud.orders import Kind, Order
from runlift_tui.core.aloud.typed import says_values, values_typed
from runlift_tui.core.athlete.pain import STOP_SIGNS, WORST
from runlift_tui.core.face import pain_questions, press, prompts
from runlift_tui.core.face.press import TIMED, Guard
from runlift_tui.core.face.prompts import Prompt
from runlift_tui.core.face.screen import edited
from runlift_tui.core.face.sounds import heard
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import (
    Command,
    Confirm,
    Correct,
    LogSet,
    MoveToEnd,
    NoSign,
    Note,
    Prepare,
    StopSign,
)
from runlift_tui.core.session.doubts import doubted
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import Rest, Session, Work, is_finished
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.values import COUNTS
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text, sentence
from runlift_tui.store.session.training import Training

_TOO_SOON = "That Enter came right behind the last change, so it did nothing. Enter again if meant."
_AT_RISK = "Not saved: leaving now loses what the disk refused. q again leaves."


class Conversation:
    """Talks a session through from where it stands, until it is over or left."""

    def __init__(
        self, training: Training, around: Around, keyboard: LineInput, say: Callable[[str], object]
    ) -> None:
        """Say nothing yet.

        Args:
            training: The session.
            around: What it takes from elsewhere.
            keyboard: Where its lines come from.
            say: Prints a line.
        """
        self._training = training
        self._around = around
        self._keyboard = keyboard
        self._say = say
        self._telling = LineTelling(training, say)
        self._guard = Guard(training.now()) if keyboard.by_hand else Guard(ms=0)
        self._told_too_soon = False
        self._warned = False
        self._prompt: Prompt | None = None
        self._asked_then: Prompt | None = None
        """What is asked once the stop signs are answered."""
        self._follows = False
        """Whether what is asked follows from what was just said, which undo takes back here too."""
        self._since = training.now()
        self._moment: tuple[object, ...] = ()
        self._done = frozenset(training.session.done)
        self._left = False

    @property
    def _session(self) -> Session:
        return self._training.session

    def run(self) -> bool:
        """Go on until the session is over or left; return whether it is over.

        Raises:
            EOFError: no more lines come, and it is neither.
        """
        self._walk()
        if not self._stop():
            self._stand()
            self._ask_again()
        while not self._left and (self._prompt is not None or not is_finished(self._session)):
            due, now = _next_moment(self._session, self._telling.retry_at), self._training.now()
            line = self._keyboard.line(None if due is None else max(0.001, (due - now) / 1000))
            self._walk()
            if line is not None:
                self._hear(line)
            if self._prompt is None:
                self._stop()
            if self._prompt is None:
                self._stand()
        return not self._left

    def _stop(self) -> bool:
        """Ask whether the session ends, where a stop sign stops it; return whether one does."""
        stops = pain_questions.stopped(self._session)
        if stops is not None:
            self._ask(stops, follows=isinstance(self._session.log[-1].command, StopSign))
        return stops is not None

    def _ask_again(self) -> None:
        """Ask what was asked last, where the session was left before that was answered."""
        session = self._session
        asked = pain_questions.still_open(session, self._around.library)
        title = pain_questions.stop_signs(session)
        if title:
            self._show_signs(title, pain_questions.follows(session, self._around.library))
        else:
            self._ask(asked, follows=True)

    def _show_signs(self, title: str, then: Prompt | None) -> None:
        """Tell the stop signs and ask whether one is true, and afterwards what follows."""
        self._asked_then = then
        self._tell_of(*_stop_signs(title))
        self._ask(pain_questions.any_of_them(), follows=True)

    def _walk(self) -> None:
        """Walk time on to this moment; say and sound what it has passed."""
        cues = self._training.tick()
        session, speaker = self._session, self._around.speaker
        now = self._training.now()
        sound = heard(cues, session, now)
        if sound is not None and speaker is not None:
            speaker.cue(sound)
        self._telling.settle()
        self._telling.retry()
        since, self._since = self._since, now
        if self._moment and states.moment(session) == self._moment:
            said = told_between(session, since, now)
            if said and self._prompt is None:
                self._say(said)
        elif self._moment:
            self._guard = self._guard.touched(now)
            self._tell_of(passed_words(cues, session))

    def _stand(self) -> None:
        """Say where the session stands, if that is new."""
        session = self._session
        found = states.moment(session)
        if found == self._moment:
            return
        self._moment = found
        unit = self._around.gear.unit
        new = (key for key in session.done if key not in self._done)
        self._tell_of(*(states.logged(session, key, unit) for key in new))
        self._done = frozenset(session.done)
        self._tell_of(*states.standing(session, unit))

    def _tell_of(self, *lines: str) -> None:
        for line in lines:
            if line:
                self._say(safe_text(line))

    # Lines

    def _hear(self, line: str) -> None:
        """Do what a line says."""
        if not line.strip() and self._is_too_soon():
            return
        if self._prompt is not None:
            self._answer(line)
        elif not line.strip():
            command = press.space(self._session)
            if command is not None:
                self._do(command)
        elif (found := orders.order(line)) is not None:
            self._obey(found)
        elif says_values(line):
            self._take(line)
        else:
            self._tell_of(f"“{line.strip()[:40]}” is nothing that is known here. ? says what is.")

    def _is_too_soon(self) -> bool:
        """Whether an Enter comes right behind a change, as of a key held down; say so once."""
        now = self._training.now()
        if self._guard.lets_pass(now):
            return False
        self._guard = self._guard.touched(now)
        if not self._told_too_soon:
            self._say(_TOO_SOON)
        self._told_too_soon = True
        return True

    def _do(self, command: Command) -> bool:
        """Give the session a command, and ask what follows from it."""
        taken = self._telling.tell(command)
        self._guard, self._told_too_soon = self._guard.touched(self._training.now()), False
        if taken:
            title = pain_questions.stop_signs(self._session)
            following = pain_questions.after(self._session, command, self._around.library)
            if title:
                self._show_signs(title, following)
            elif not isinstance(command, StopSign | NoSign):
                self._ask(following, follows=True)
        return taken

    def _ask(self, prompt: Prompt | None, *, follows: bool = False) -> None:
        self._prompt, self._follows = prompt, follows
        if prompt is not None:
            self._guard = self._guard.touched(self._training.now())
            self._tell_of(*answers.asked(prompt))

    def _answer(self, line: str) -> None:
        prompt = self._prompt
        assert prompt is not None
        answer = answers.answered(line, prompt)
        if answer is None:
            found = orders.order(line)
            kind = None if found is None else found.kind
            passes = kind in (Kind.SKIP, Kind.SWAP) and bool(prompt.passes)
            if found is not None and (kind is Kind.LEAVE or passes):
                self._prompt = None if passes else prompt
                self._obey(found)
            elif kind is Kind.UNDO and self._follows:
                self._prompt = None
                self._do(press.undo(self._session))
                self._ask_again()
            else:
                self._tell_of(f"“{line.strip()[:40]}” is no answer here.", *answers.asked(prompt))
            return
        self._prompt = None
        if answer.command is not None:
            self._do(answer.command)
        if prompt == pain_questions.any_of_them():
            if not self._stop():
                self._ask(self._asked_then, follows=True)
        elif answer.command is not None:
            return
        elif prompt.unsaid:
            self._show_signs(prompt.unsaid, None)
        else:
            self._moment = ()

    def _take(self, line: str) -> None:
        """Log the set under way with what was typed, put it down for it, or correct the last."""
        session, unit = self._session, self._around.gear.unit
        opened = edited(session)
        if opened is None:
            self._say(TIMED)
            return
        try:
            values = values_typed(line, opened, self._around.gear)
        except Refused as refused:
            self._tell_of(f"{sentence(str(refused))} Nothing is changed.")
            return
        step = pending(session)
        if opened.key in session.done:
            if self._do(Correct(opened.key, dict(values))):
                self._tell_of(
                    states.logged(self._session, opened.key, unit),
                    *states.doubt(self._session, unit),
                )
        elif step is not None and isinstance(session.phase, Work):
            if any(field in COUNTS for field in values):
                self._do(LogSet({**prefill(session, step), **values}, step.key))
            elif self._do(Prepare(dict(values))):
                ready = states.told_step(self._session, step, unit)
                self._tell_of(f"Set down for {ready}.", *states.doubt(self._session, unit))

    def _obey(self, order: Order) -> None:
        """Do what a word orders."""
        session, unit = self._session, self._around.gear.unit
        match order.kind:
            case Kind.HELP:
                self._tell_of(*orders.HELP)
            case Kind.AGAIN:
                self._tell_of(*states.standing(session, unit))
            case Kind.LEFT:
                self._tell_of(*left(session, unit))
            case Kind.HOW:
                self._tell_of(*how(session))
            case Kind.LEAVE:
                self._left = self._warned or not self._training.on_disk.unsaved
                if not self._left:
                    self._warned = True
                    self._say(_AT_RISK)
            case Kind.SKIP:
                self._ask(prompts.skip(session))
            case Kind.ROUNDS:
                self._ask(prompts.rounds(session))
            case Kind.FINISH:
                self._ask(prompts.finish(session))
            case Kind.SWAP:
                asked = stand_in_prompt(session, self._around, order.text)
                if asked is None and order.text:
                    self._tell_of(f"No exercise has “{order.text}” in its name or kit.")
                else:
                    self._ask(asked)
            case Kind.PAIN:
                self._pain(order.text)
            case _:
                self._change(order)

    def _change(self, order: Order) -> None:
        """Give the session the command that a word means at once."""
        session = self._session
        step = pending(session)
        match order.kind:
            case Kind.UNDO:
                self._do(press.undo(session))
            case Kind.REDO:
                sets = press.sets_since(session)
                if sets:
                    self._ask(prompts.far_back(sets))
                else:
                    self._do(press.redo(session))
            case Kind.PAUSE:
                self._do(press.pause(session))
            case Kind.LENGTHEN:
                try:
                    command = press.lengthen(session, int(order.text))
                except Refused as refused:
                    self._tell_of(sentence(states.by_enter(str(refused))))
                    return
                if self._do(command):
                    self._tell_of(states.rest_words(self._session))
            case Kind.NOTE if order.text:
                key = session.phase.after if isinstance(session.phase, Rest) else None
                if self._do(Note(order.text, key)):
                    on = "the session" if key is None else name_of(key)
                    self._tell_of(f"Noted on {on}: {order.text}")
            case Kind.NOTE:
                self._say("Type n and the note behind it, in one line.")
            case Kind.LATER if step is not None:
                self._do(MoveToEnd(step.key.slot))
            case Kind.YES:
                key = doubted(session)
                if key is None:
                    self._say("Nothing is asked.")
                elif self._do(Confirm(key)):
                    self._say("Confirmed.")

    def _pain(self, text: str) -> None:
        """Say what hurts: today, in the set under way or in the one just done; or ask how much."""
        prompt = pain_questions.asked(self._session)
        answer = answers.answered(text, prompt) if text else None
        if answer is None or answer.command is None:
            self._ask(prompt)
        elif self._do(answer.command):
            self._say(f"Pain {text} of {WORST} is written down.")


def _next_moment(session: Session, retry_at: int | None) -> int | None:
    """Return when there is something to say or do next, on the session's line; None for never."""
    moments = (next_boundary(session), next_mark(session), retry_at)
    return min((each for each in moments if each is not None), default=None)


def _stop_signs(title: str) -> tuple[str, ...]:
    return (f"{title}. Where one of these is so, do what stands behind it:", *STOP_SIGNS)
