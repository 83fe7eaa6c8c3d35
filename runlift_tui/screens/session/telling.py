"""A session under way and what is said on both sides: commands to it, sentences back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from runlift_tui.core.face import press
from runlift_tui.core.face.press import Guard, Repeats
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.advance import Cue
from runlift_tui.core.session.commands import Command, Correct, Prepare
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.values import Values
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.parts.once import was_heard
from runlift_tui.store.session.training import Training

NOTICE_S = 4.0
KEYBOARD_S = 10.0
"""So long a sentence about the keyboard stands where no right key ends it."""
GREETING_S = 12.0
"""So long a sentence stands that is said before anybody looks at the screen."""
_SOON = "Next {session.undo}: in a second."
_STILL_DOWN = "Nothing was done: {{{}}} may still be down from before. Again in a second."
_ONCE_MORE = "{session.redo} again: back to then?"
MOST_REPEATS = 8
"""How often a held key comes again and still makes a value one more, or one less."""
_HELD = "A key held down stops here. Let go, then press it again for more."


class Acknowledged(Message, bubble=False):
    """The writer has dealt with a command, or with the history."""


class BigKey:
    """The one key: neither pressed twice at once, nor right behind what happened by itself."""

    def __init__(
        self,
        training: Training,
        guard: Guard,
        screen: Screen[Any],
        id_: str,
        say: Callable[[str], object],
    ) -> None:
        """Take it as pressed when a guard has it.

        Args:
            training: The session.
            guard: When it counts.
            screen: The one that hears it.
            id_: Of its action there.
            say: Says why a press did nothing.
        """
        self._training = training
        self._guard = guard
        self._screen = screen
        self._id = id_
        self._say = say
        self._was_let_go = False
        """Whether it closed a page, or answered, and nothing else was done since."""

    def press(self) -> bool:
        """Press it; return whether that counts.

        Right behind a page that it closed, a second press looks like the first repeat of a key that
        is held down: it is left out, and that is said.
        """
        now, was_let_go = self._training.now(), self._was_let_go
        passes = self._guard.lets_pass(now)
        self.touch(now)
        if not passes and was_let_go:
            self._was_let_go = True
            self.is_left_out()
        return passes

    def is_left_out(self) -> None:
        """Say why a press did nothing: it looks like that of a key which is still down."""
        self._say(named(_STILL_DOWN.format(self._id)))

    def touch(self, at: int) -> None:
        """Take it as pressed at a moment on the session's line of time, in milliseconds."""
        self._guard = self._guard.touched(at)
        self._was_let_go = False

    def let_go(self) -> None:
        """Take it as pressed just now: what was answered may have been by it."""
        self.touch(self._training.now())
        self._was_let_go = True

    def closed(self, _: None = None) -> None:
        """Have a page closed: where this key did that, it may still be down."""
        if was_heard(self._screen, self._id):
            self.let_go()


class OneKey:
    """A key that does its work once, however long it is held down, or does it a few times."""

    def __init__(self, now: Callable[[], int], *, since: int | None = None) -> None:
        """Take the key as not pressed yet.

        Args:
            now: Returns this moment in milliseconds.
            since: When it was pressed on the screen before, if it may still be down.
        """
        self._now = now
        self._guard = Guard(since)
        self._repeats = Repeats()

    def once(self) -> bool:
        """Press it; return whether it counts, and is not the same press still."""
        now = self._now()
        passes = self._guard.lets_pass(now)
        self._guard = self._guard.touched(now)
        return passes

    def within(self, most: int) -> bool:
        """Press it; return whether it counts, which of its repeats only so many in a row do."""
        self._repeats = self._repeats.pressed(self._now())
        return self._repeats.count <= most


class WayBack:
    """The keys of undo and redo, as deep as the session; its actions are the screen's."""

    def __init__(
        self,
        training: Training,
        tell: Callable[[Command], object],
        *,
        far: Callable[[int], object],
        drop: Callable[[], str],
        say: Callable[[str], object],
        notice: Callable[[], str],
        before: Callable[[], object] = lambda: None,
        since: int | None = None,
    ) -> None:
        """Take neither key as pressed yet.

        Args:
            training: The session.
            tell: Gives it a command, and says what that did.
            far: Called in place of a redo that would put so many sets aside: it never does unasked.
            drop: Drops what is typed half; returns it, empty where nothing is: that is all that
                undo then takes back.
            say: Says so.
            notice: Returns what was said last, and stands.
            before: Called before either.
            since: When undo was pressed on the screen before, if it may still be down.
        """
        self._training = training
        self._tell = tell
        self._far = far
        self._drop = drop
        self._say = say
        self._notice = notice
        self._before = before
        self._undoing, self._redoing = OneKey(training.now, since=since), OneKey(training.now)

    def action_undo(self) -> None:
        """Drop what is typed half; where nothing is, stop the hold that runs, or undo."""
        if not self._undoing.once():
            self._say_too_soon()
            return
        typed = self._drop()
        if typed:
            from runlift_tui.core.face.taken_back import half_typed

            self._say(half_typed(typed))
            return
        self._before()
        self._tell(press.undo(self._training.session))

    def take_back(self) -> None:
        """Take back what was said last, from a question that follows from it."""
        self._undoing.once()  # held down it takes back no more than this
        self._drop()
        self._before()
        self._tell(press.take_back(self._training.session))

    def _say_too_soon(self) -> None:
        """Say when undo does more, behind what it just did, for as long as it comes too soon."""
        more = named(_SOON)
        said = self._notice().removesuffix(more).strip()
        self._say(f"{said} {more}".strip())

    def action_redo(self) -> None:
        """Put back what was undone last, or what stood before it."""
        if self._redoing.once():
            self._before()
            sets = press.sets_since(self._training.session)
            said = f"{press.nothing_to_redo(sets)} {named(_ONCE_MORE)}"
            if sets and self._notice() != said:
                self._say(said)
            elif sets:
                self._far(sets)
            else:
                self._tell(press.redo(self._training.session))


class KeyboardTold:
    """What is odd about the keyboard, in the line in which everything else is said."""

    def __init__(self, say: Callable[[str], object], notice: Callable[[], str]) -> None:
        """Say nothing.

        Args:
            say: Says a sentence, or none any more.
            notice: Returns what was said last, and stands.
        """
        self._say = say
        self._notice = notice
        self._told = ""

    @property
    def stands(self) -> bool:
        """Whether it is what stands in the line."""
        return bool(self._told) and self._notice() == self._told

    def keyboard_told(self, said: str) -> None:
        """Say something of the keyboard; nothing takes back no more than that."""
        if said or self.stands:
            self._say(said)
        self._told = said


class Telling:
    """Gives a session commands, and has the sentence that is said back."""

    def __init__(
        self,
        training: Training,
        key: BigKey,
        *,
        paint: Callable[[], object],
        later: Callable[[float, Callable[[], object]], Timer],
        passed: Callable[[Sequence[Cue], Session, int], object],
    ) -> None:
        """Say nothing.

        Args:
            training: The session.
            key: Is as good as pressed when the session goes on by itself.
            paint: Shows the screen anew.
            later: Has something done on the screen's thread after so many seconds.
            passed: Hears what time has passed, in the session, at a moment of it.
        """
        self._training = training
        self._key = key
        self._paint = paint
        self._later = later
        self._passed = passed
        self._refused = ""
        """The notice that refused a command last, for as long as it may stand."""
        self._told = ""
        """The notice of what the last command did: true until the next command."""
        self._about_value: tuple[str, int] = "", 0
        """Why a value was refused last, and when: what the same press does beside leaves it."""
        self._unnoticing: Timer | None = None
        self.notice = ""
        """What was said last; empty once it has stood long enough."""

    @property
    def session(self) -> Session:
        """The session with everything that was said, saved or not."""
        return self._training.session

    @property
    def wall_ms(self) -> int:
        """What to add to the session's line of time for the wall clock, in milliseconds."""
        return self._training.wall_ms()

    def walk(self) -> None:
        """Walk time on, and paint nothing yet."""
        before = type(self.session.phase)
        cues = self._training.tick()
        if type(self.session.phase) is not before:
            self._key.touch(self.session.at)
            self._forget()
        if cues:
            self._passed(cues, self.session, self._training.now())

    def tell(self, command: Command) -> bool:
        """Give the session a command; return whether it took it, having said why not."""
        # Told, the session walks on to this moment by itself, and nothing would hear of the way.
        self.walk()
        try:
            self._training.tell(command)
        except Refused as refused:
            self.say(str(refused))
            self._refused = self.notice
            return False
        self._forget()
        why, at = self._about_value
        is_past = self.notice == why and self._training.now() - at >= press.REPEAT_MS
        if is_past or self.notice == self._told:
            self.notice = ""
        return True

    def tell_all(self, command: Command) -> bool:
        """Give the session a command, and say what it brought with it."""
        from runlift_tui.core.face.consequences import consequences
        from runlift_tui.core.face.taken_back import taken_back

        before = self.session
        if not self.tell(command):
            return False
        did = consequences(before, self.session, command)
        self._told = did or taken_back(before, self.session, command)
        if self._told:
            self.say(self._told)
        return True

    def give(self, key: StepKey, values: Values) -> None:
        """Correct the set just done, or prepare the one under way."""
        done = key in self.session.done
        if not self.tell(Correct(key, dict(values)) if done else Prepare(dict(values))):
            # What was typed is what it is about, and no state: time alone does not end it.
            self._refused, self._about_value = "", (self.notice, self._training.now())

    def refuse(self, why: str) -> None:
        """Say why a value cannot be what was typed, until another is or something else is done."""
        self.say(why)
        self._about_value = why, self._training.now()

    def hint(self, notice: str) -> None:
        """Show a sentence that is about where the session is now, and no further."""
        self.say(notice)
        self._refused = notice

    def greet(self, notice: str) -> None:
        """Show a sentence to whoever has just come, and no further than the first state."""
        self.say(notice, GREETING_S)
        self._refused = notice

    def say(self, notice: str, for_s: float = NOTICE_S) -> None:
        """Show a sentence for a few seconds."""
        self.notice = notice
        if self._unnoticing is not None:
            self._unnoticing.stop()
        self._unnoticing = self._later(for_s, self._unsay) if notice else None
        self._paint()

    def counts(self, pressed: OneKey, most: int) -> bool:
        """Press a key; return whether it counts, having said why a held one stops."""
        within = pressed.within(most)
        if not within and self.notice != _HELD:
            self.say(_HELD)
        return within

    def _unsay(self) -> None:
        self.say("")

    def _forget(self) -> None:
        """Drop the sentence that refused something: it was about a state that has passed."""
        if self.notice and self.notice == self._refused:
            self.notice = ""
