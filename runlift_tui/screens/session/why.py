"""How an exercise is done, and why: set-up, cues and figure, then the reason and its source."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP_ON_PAIN
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.sheet import ladder_line, standing
from runlift_tui.core.exercises.shelf import ExerciseShelf
from runlift_tui.core.face.reasons import NEXT_LOAD
from runlift_tui.core.keys.actions import ROWS
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.words.text import capital, safe_text, sentence
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.screens.parts.turning import Turning
from runlift_tui.widgets.session.moving_figure import MovingFigure

_LEAST_WIDTH = 76
"""Columns of a window in which the figure still stands beside the words."""


class WhyScreen(ReadingScreen[bool]):
    """One exercise, in a page; dismissed with whether the athlete wants the next page."""

    DEFAULT_CSS = """
    WhyScreen {
        & .how { height: auto; layout: horizontal; }
        & .told { width: 1fr; height: auto; margin: 0 2 0 0; }
        &.-short MovingFigure, &.-slim MovingFigure { display: none; }
    }
    """

    BINDINGS = [Binding(ROWS["session.why"].keys, "dismiss(True)", "More", id="session.why")]

    def __init__(
        self,
        exercise: Exercise,
        shelf: ExerciseShelf,
        more: str = "",
        coming: str = "",
        notes: tuple[str, ...] = (),
        *,
        motion: bool = True,
    ) -> None:
        """Show an exercise.

        Args:
            exercise: The one.
            shelf: Has the other rungs of its ladder, and says whose word its reason is.
            more: Title of the next page; empty where there is none.
            coming: Why it has today's load and reps; empty where nothing was suggested.
            notes: The athlete's own words on it, a line each.
            motion: Whether its figure moves.
        """
        super().__init__()
        self.close_by()
        self._coming = coming
        self._notes = notes
        self._motion = motion
        self._more = more
        self._exercise = exercise
        self._shelf = shelf

    def compose(self) -> ComposeResult:
        """Yield the athlete's own notes and how, then why, then where that is from."""
        exercise = self._exercise
        with VerticalScroll(classes="dialog"):
            with Container(classes="how"):
                with Container(classes="told"):
                    yield _line(exercise.name, "dialog-title")
                    yield _line(exercise.trains, "dialog-quiet")
                    # First, so that all of a note is in sight: a rest has room for its beginning.
                    for note in self._notes:
                        yield _line(capital(note), "dialog-mark")
                    if exercise.setup:
                        yield _line(exercise.setup)
                    for cue in exercise.cues:
                        yield _line(f"·  {cue}")
                yield MovingFigure()
            ladder = ladder_line(exercise, self._shelf)
            if ladder:
                yield _line(ladder, "dialog-quiet")
            if self._coming:
                yield _line("Today", "dialog-heading")
                yield _line(sentence(self._coming))
                yield _line(NEXT_LOAD, "dialog-quiet")
            if exercise.why:
                yield _line("Why", "dialog-heading")
                yield _line(exercise.why)
                from_whom = sentence(standing(exercise, self._shelf))
                yield _line(exercise.source or from_whom, "dialog-quiet")
            yield _line(STOP_ON_PAIN, "dialog-quiet")
            more = f"{key('session.why')}  {self._more.lower()}     " if self._more else ""
            yield _line(f"{more}space  back", "dialog-keys")

    def on_mount(self) -> None:
        """Let the figure turn."""
        figure = self.query_one(MovingFigure)
        Turning(self, figure, motion=self._motion).show(self._exercise.id)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the figure out where the words would have no room."""
        self.set_class(event.size.width < _LEAST_WIDTH, "-slim")


def _line(text: str, classes: str = "dialog-line") -> Static:
    return Static(Content(safe_text(text)), classes=classes)
