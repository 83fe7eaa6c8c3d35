"""What a session opens over its screen; imported when it is opened, as is all it needs alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.screen import Screen

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import Slot, StepKey
from runlift_tui.core.session.commands import Correct, MoveToEnd, Prepare, Swap
from runlift_tui.core.session.fold import leaves_a_note
from runlift_tui.core.session.state import Rest, Session, Step
from runlift_tui.core.session.targets import open_steps, pending
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import clock_of
from runlift_tui.screens.session.telling import BigKey, OneKey, Telling

if TYPE_CHECKING:
    from runlift_tui.core.exercises.shelf import ExerciseShelf
    from runlift_tui.screens.session.outline import LeftAsked, Meanwhile
    from runlift_tui.screens.session.swap import SwapOffer

_NO_NEXT_LOAD = "This is for a rest before a set with a load; during a set, type into it."
_AS_TYPED = "as 8/7, load 24, could do 2; what is not named stays as it is"

SwapIn = Callable[[Slot, Exercise, bool, str], Swap]
"""Returns the swap that brings an exercise into a slot, for good or not, and despite what."""


class Surroundings(Struct, frozen=True):
    """What a session under way takes from around it."""

    gear: Gear
    """What loads are shown and typed in, and what there is to lift."""
    shelf: Callable[[], ExerciseShelf]
    """Returns what can be swapped in."""
    past: Callable[[], Sequence[LastTime]]
    """Returns what was done last time of every exercise, newest first."""
    swapped_in: SwapIn
    keep_note: Callable[[str, str], object]
    """Keeps a note on an exercise, by its id, so that it stands at every set from now on. It raises
    `Refused` where that cannot be."""
    motion: bool = True
    """Whether figures may move."""

    def library(self) -> Mapping[str, Exercise]:
        """Return what can be swapped in, by id."""
        return self.shelf().exercises()

    def moves(self, screen: Screen[None]) -> bool:
        """Whether figures move on a screen."""
        return self.motion and screen.app.animation_level != "none"


class NextLoad:
    """The load of the set that comes, typed in the rest before it, while the bar is loaded.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(
        self, screen: Screen[None], telling: Telling, key: BigKey, around: Surroundings
    ) -> None:
        """Ask nothing; see `Dialogs`."""
        self._screen, self._telling, self._key, self._around = screen, telling, key, around

    def action_next_load(self) -> None:
        """Have it typed; the clock runs on."""
        from runlift_tui.core.session.told import weight
        from runlift_tui.core.sets.loadable import loadable
        from runlift_tui.core.sets.typing import load_typed
        from runlift_tui.screens.parts.typing_in import TypingScreen

        session, gear = self._telling.session, self._around.gear
        step = pending(session)
        if step is None or not isinstance(session.phase, Rest) or not step.exercise.takes_load:
            self._telling.hint(_NO_NEXT_LOAD)
            return
        implements, loads = step.exercise.implements, loadable(step.exercise, gear)

        def take(text: str) -> None:
            found = load_typed(text, step.key, implements, loads)
            now = pending(self._telling.session)
            if now is None or now.key != step.key:
                raise Refused(f"{name_of(step.key)} is not the next set any more")
            if found and not self._telling.tell(Prepare(dict(found))):
                raise Refused(self._telling.notice)

        title = f"{name_of(step.key)}, {step.exercise.name}: which load?"
        hint = f"what each of the {implements} weighs, in {gear.unit}" if implements > 1 else ""
        now = weight(session, step, gear.unit)
        page = TypingScreen(title, now, hint or f"in {gear.unit}", take)
        page.add_class("-low")
        self._screen.app.push_screen(page, self._key.closed)


class Dialogs:
    """How and why, a note, another exercise.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        screen: Screen[None],
        telling: Telling,
        key: BigKey,
        around: Surroundings,
        *,
        moving: OneKey,
        before: Callable[[], object],
        rounds: Callable[[str, Callable[[], object]], object],
        times: Callable[[], bool],
        paint: Callable[[], object],
    ) -> None:
        """Open nothing.

        Args:
            screen: Below the dialogs.
            telling: The session that they are about.
            key: The one that may have closed them.
            around: What the session takes from elsewhere.
            moving: The key that puts a slot off, in the session and among what is left.
            before: Called before one is opened.
            rounds: Asks for the rounds of a slot's block, and calls what it is given once answered.
            times: Takes the key of the swap as the x of "2 x 8 kg"; returns whether it is that.
            paint: Shows the screen anew.
        """
        self._screen = screen
        self._telling = telling
        self._key = key
        self._around = around
        self._moving = moving
        self._before = before
        self._rounds = rounds
        self._times = times
        self._paint = paint

    def action_why(self) -> None:
        """Show how and why the exercise is done; w again explains the rest, or the half."""
        from runlift_tui.core.face import reasons
        from runlift_tui.core.face.before import notes
        from runlift_tui.core.session.suggested import todays_why
        from runlift_tui.screens.session.reason import ReasonScreen
        from runlift_tui.screens.session.why import WhyScreen

        session = self._telling.session
        step = pending(session)
        if step is None:
            return
        reason = reasons.of_now(session)
        app = self._screen.app

        def seen(more: bool | None) -> None:
            self._key.closed()
            if more and reason is not None:
                app.push_screen(ReasonScreen(reason, opened_by="session.why"), self._key.closed)

        more = "" if reason is None else reason.title
        why = todays_why(session, step)
        page = WhyScreen(
            step.exercise,
            self._around.shelf(),
            more,
            why,
            notes(session, step),
            motion=self._around.moves(self._screen),
        )
        app.push_screen(page, seen)

    def action_plates(self) -> None:
        """Show the weights to put on, and where they are set; the clock runs on."""
        from runlift_tui.core.setup.loads import weights_to_put_on
        from runlift_tui.screens.parts.whole import WholeScreen

        self._before()
        lines = weights_to_put_on(self._telling.session, self._around.gear.unit)
        page = WholeScreen(lines, opened_by="session.plates")
        self._screen.app.push_screen(page, self._key.closed)

    def action_outline(self) -> None:
        """Show what is left, with its loads; the clock runs on."""
        self._outline()

    def _outline(self, at: LeftAsked | None = None) -> None:
        """Show what is left, with the slot chosen of which something was wanted last."""
        from runlift_tui.core.face import outline
        from runlift_tui.screens.session.outline import LeftView, OutlineScreen

        self._before()
        session, unit = self._telling.session, self._around.gear.unit
        view = LeftView(
            how_much=outline.how_much_is_left(session),
            rows=outline.slot_rows(session, unit, ramps=True),
            sets=outline.sets_to_come(session, unit),
            rounds=outline.rounds_to_come(session, unit),
            meanwhile=self._meanwhile,
            clock_of=lambda seconds: clock_of(session.at + seconds * 1000 + self._telling.wall_ms),
        )
        self._screen.app.push_screen(OutlineScreen(view, at), self._left)

    def _meanwhile(self) -> Meanwhile:
        """Return what runs while what is left is read."""
        from runlift_tui.core.face.screen import Viewing, face
        from runlift_tui.screens.session.outline import Meanwhile

        self._telling.walk()
        now = self._telling.session
        if now.is_entered:
            return Meanwhile("", "from a card", "")
        viewing = Viewing(unit=self._around.gear.unit, wall_ms=self._telling.wall_ms)
        found = face(now, now.at, viewing)
        worked = found.bar.label.partition(" ")[0]
        return Meanwhile(
            worked if found.word == "WORK" else found.big, found.word.lower(), found.until
        )

    def _left(self, asked: LeftAsked | None) -> None:
        """Do what is wanted of a slot that was chosen among what is left."""
        self._key.closed()
        if asked is None:
            return
        if asked.what == "correct":
            self._correct(asked)
            return
        if asked.what == "later":
            if self._moving.once():
                self._telling.tell_all(MoveToEnd(asked.label))
            self._paint()
            return
        coming = open_steps(self._telling.session)
        step = next((each for each in coming if each.key.slot == asked.label), None)
        if step is None:
            what = "swap in it" if asked.what == "swap" else "do in its rounds"
            self._telling.say(f"{asked.label} is done: there is nothing left to {what}.")
        elif asked.what == "rounds":
            self._rounds(asked.label, lambda: self._outline(asked))
        else:
            self._swap(step, lambda: self._outline(asked))

    def _correct(self, asked: LeftAsked) -> None:
        """Put a set right that was chosen among what is left; it is seen there then."""
        from runlift_tui.core.aloud.typed import as_typed, values_typed
        from runlift_tui.core.face.screen import open_set
        from runlift_tui.screens.parts.typing_in import TypingScreen

        key, session, gear = asked.key, self._telling.session, self._around.gear
        if key is None:
            return  # the list says so itself
        opened = open_set(session, key)

        def take(text: str) -> None:
            found = values_typed(text, opened, gear)
            new = {each: value for each, value in found.items() if opened.values[each] != value}
            if new and not self._telling.tell(Correct(key, new)):
                raise Refused(self._telling.notice)

        title = f"{name_of(key)}, {session.done[key].name}: what was it?"
        page = TypingScreen(title, as_typed(opened, gear), _AS_TYPED, take)
        page.add_class("-low")
        self._screen.app.push_screen(page, lambda _: self._outline(asked))

    def action_note(self) -> None:
        """Write a note on the set just done, else on the session."""
        from runlift_tui.screens.session.note import StandingNote, ask_note

        self._before()
        session = self._telling.session
        key = session.phase.after if isinstance(session.phase, Rest) else None
        step = pending(session)
        id_ = session.done[key].exercise if key else "" if step is None else step.exercise.id
        standing = None
        if id_ in self._around.library():
            name = self._around.library()[id_].name
            standing = StandingNote(name, lambda text: self._stands(id_, name, text))
        ask_note(
            *(self._screen, session, key, self._telling.tell),
            lambda: self._noted(session, key),
            standing,
        )

    def _stands(self, id_: str, name: str, text: str) -> None:
        """Keep a note that stands at every set of an exercise, and say so, or why not."""
        try:
            self._around.keep_note(id_, text)
        except Refused as refused:
            self._telling.say(str(refused))
        else:
            self._telling.say(f"Kept: it stands at every set of {name}.")

    def _noted(self, before: Session, key: StepKey | None) -> None:
        """Say what a note that is new, or another one, is on; or that what was typed is left."""
        was, now = (
            each.note if key is None else each.done[key].note
            for each in (before, self._telling.session)
        )
        if now and now != was and not self._telling.notice.startswith("Kept"):
            self._telling.say(f"Noted on {'the session' if key is None else name_of(key)}.")
        elif self._telling.session.log != before.log and leaves_a_note(self._telling.session.log):
            self._telling.say(named("Left as it was; {session.undo} brings back what was typed."))
        self._paint()

    def action_swap(self) -> None:
        """Put another exercise into the slot that is under way or next."""
        if self._times():
            return
        self._before()
        step = pending(self._telling.session)
        if step is not None:
            self._swap(step)

    def _swap(self, step: Step, back: Callable[[], object] = lambda: None) -> None:
        """Offer what can stand in a step's slot, and go back to where that was asked."""
        from runlift_tui.screens.session.swap import SwapScreen

        def chosen(choice: tuple[Exercise, bool] | None) -> None:
            if choice is not None:
                self._take(step, *choice, back)
            else:
                back()
                self._paint()

        self._screen.app.push_screen(SwapScreen(self._offer(step)), chosen)

    def _offer(self, step: Step) -> SwapOffer:
        """Return what can stand in a step's slot, and all that is known of it."""
        from runlift_tui.core.session.swaps import seen, stand_ins, start_words
        from runlift_tui.screens.session.swap import SwapOffer

        session, unit, past = self._telling.session, self._around.gear.unit, self._around.past()
        label = step.key.slot

        def start(exercise: Exercise) -> str:
            swap = self._around.swapped_in(step.slot, exercise, False, "")
            return start_words(session, step.slot, swap, unit)

        return SwapOffer(
            slot=label,
            now=step.exercise,
            choices=stand_ins(session, step, self._around.library(), past),
            former=self._around.shelf().former,
            seen=lambda exercise: seen(session, past, exercise, label, unit),
            start=start,
            motion=self._around.moves(self._screen),
        )

    def _take(self, step: Step, exercise: Exercise, keep: bool, back: Callable[[], object]) -> None:
        """Swap an exercise in, one that is closed only once that was asked; then go back."""
        from runlift_tui.core.session.swaps import asks_first, closed_now, no_more_today

        session = self._telling.session
        over, why = no_more_today(session, exercise), closed_now(session, exercise, step)
        if over:
            back()
            self._telling.say(over)
            return

        def answered(taken: bool | None) -> None:
            self._key.let_go()
            if taken:
                swap = self._around.swapped_in(step.slot, exercise, keep, why)
                self._telling.tell_all(swap)
            back()
            self._paint()

        if asks_first(session, why):
            from runlift_tui.screens.session.asked.all_the_same import AllTheSameScreen

            self._screen.app.push_screen(AllTheSameScreen(exercise, why), answered)
        else:
            answered(True)
