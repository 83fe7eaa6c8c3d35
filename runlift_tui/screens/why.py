"""How an exercise is done, and why: set-up and cues first, then the reason and its source."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercise import Exercise
from runlift_tui.core.text import safe_text
from runlift_tui.screens.once import Dialog

NOT_ADVICE = "Educational, not medical advice. Stop on sharp pain."


class WhyScreen(Dialog[bool]):
    """One exercise, in a page; dismissed with whether the athlete wants the next page."""

    BINDINGS = [
        Binding("escape,space,q,enter", "dismiss(False)", "Back"),
        Binding("w", "dismiss(True)", "More"),
    ]

    def __init__(self, exercise: Exercise, library: Mapping[str, Exercise], more: str = "") -> None:
        super().__init__()
        self._more = more
        self._exercise = exercise
        self._library = library

    def compose(self) -> ComposeResult:
        """Yield how, then why, then where that is from."""
        exercise = self._exercise
        with VerticalScroll(classes="dialog"):
            yield _line(exercise.name, "dialog-title")
            yield _line(exercise.trains, "dialog-quiet")
            if exercise.setup:
                yield _line(exercise.setup)
            for cue in exercise.cues:
                yield _line(f"·  {cue}")
            ladder = self._ladder()
            if ladder:
                yield _line(ladder, "dialog-quiet")
            if exercise.why:
                yield _line("Why", "dialog-heading")
                yield _line(exercise.why)
                yield _line(exercise.source or "Our own rule, not a finding.", "dialog-quiet")
            yield _line(NOT_ADVICE, "dialog-quiet")
            more = f"w  {self._more.lower()}     " if self._more else ""
            yield _line(f"{more}space  back", "dialog-keys")

    def _ladder(self) -> str:
        """Return the exercise's ladder, from easy to hard, its own rung marked."""
        own = self._exercise
        if not own.ladder:
            return ""
        rungs = sorted(
            (each for each in self._library.values() if each.ladder == own.ladder),
            key=lambda each: each.rung,
        )
        return "  →  ".join(f"[{e.name}]" if e.id == own.id else e.name for e in rungs)


def _line(text: str, classes: str = "dialog-line") -> Static:
    return Static(Content(safe_text(text)), classes=classes)
