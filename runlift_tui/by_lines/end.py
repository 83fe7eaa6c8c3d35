"""The end of a session: what was done, how hard it was, and what comes next time."""

from collections.abc import Callable

from runlift_tui.by_lines.around import Around
from runlift_tui.by_lines.keyboard import LineInput
from runlift_tui.by_lines.telling import LineTelling
from runlift_tui.core.aloud.orders import Kind, order
from runlift_tui.core.face import press, set_rows, summary
from runlift_tui.core.session.commands import Confirm, Note, RateEffort
from runlift_tui.core.session.doubts import doubted
from runlift_tui.core.session.state import is_over
from runlift_tui.core.words.text import safe_text, sentence
from runlift_tui.store.session.training import Training

_ASKED = (
    "How hard was the whole session? 0 to 10; Enter alone for not said. n TEXT: a note on it."
    " u takes the end back."
)


class End:
    """Tells a finished session, and asks how hard it was."""

    def __init__(
        self, training: Training, around: Around, keyboard: LineInput, say: Callable[[str], object]
    ) -> None:
        """Say nothing yet; the arguments are those of a `Conversation`."""
        self._training = training
        self._around = around
        self._keyboard = keyboard
        self._say = say
        self._telling = LineTelling(training, say)

    def run(self) -> bool:
        """Tell it, and take what is said; return whether the session is closed for good.

        Where its end is taken back it is not.

        Raises:
            EOFError: no more lines come.
        """
        self._training.keep()
        self._tell()
        self._say(_ASKED)
        while True:
            line = self._keyboard.line(None)
            if line is None:
                continue
            said = line.strip()
            if not said or said in ("q", "quit"):
                return True
            if said.isascii() and said.isdecimal() and int(said[:5]) <= 10:
                if self._telling.tell(RateEffort(int(said))):
                    self._say(f"Effort {int(said)} of 10. Enter closes the session.")
                continue
            found = order(said)
            doubtful = doubted(self._training.session)
            if found is not None and found.kind is Kind.NOTE and found.text:
                if self._telling.tell(Note(found.text)):
                    self._say("Noted. Enter closes the session.")
            elif found is not None and found.kind is Kind.YES and doubtful is not None:
                if self._telling.tell(Confirm(doubtful)):
                    self._say("Confirmed.")
            elif found is not None and found.kind is Kind.UNDO:
                self._telling.tell(press.undo(self._training.session))
                if not is_over(self._training.session):
                    self._training.keep()
                    return False
            else:
                self._say(_ASKED)

    def _tell(self) -> None:
        session, unit = self._training.session, self._around.gear.unit
        done, units = summary.figure(session)
        lines = [*filter(None, (session.stop,))]
        lines += [f"Session done: {done} {', '.join(units)}."]
        lines += [
            f"{row.slot} round {row.step.key.round}, {row.name}: {row.done}."
            for row in set_rows.rows(session, unit)
        ]
        then = self._around.following(session)
        lines += [
            sentence(": ".join(filter(None, each)))
            for each in summary.ahead(session, self._around.gear, then)
        ]
        lines += [f"{label}: {text}" for label, text in summary.notes(session)]
        lines += filter(None, (summary.afterword(session),))
        for line in lines:
            self._say(safe_text(line))
