"""The beat of a set's slow reps: one key starts it and stops it; it ends with the set."""

from collections.abc import Callable

from runlift_tui.core.exercises.tempo import tempo
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.state import Work
from runlift_tui.core.session.targets import pending
from runlift_tui.screens.session.telling import Telling

_NONE = "No beat here: none of its cues counts seconds."


class Pacing:
    """Whether a beat runs; its action is the screen's: see `Living.take_actions`."""

    def __init__(self, telling: Telling, show: Callable[[], object]) -> None:
        """Run none yet.

        Args:
            telling: The session.
            show: Shows where it stands.
        """
        self._telling = telling
        self._show = show
        self._since: tuple[StepKey, int] | None = None

    @property
    def since(self) -> int | None:
        """When it was started in the set under way, on the session's line; None where none runs."""
        session = self._telling.session
        step = pending(session)
        if self._since is None or step is None or not isinstance(session.phase, Work):
            return None
        key, since = self._since
        return since if key == step.key and since >= session.phase.since else None

    def action_beat(self) -> None:
        """Start the beat of the set under way, or stop it."""
        self._telling.walk()
        session = self._telling.session
        step = pending(session)
        if self.since is not None:
            self._since = None
        elif step is not None and isinstance(session.phase, Work) and tempo(step.exercise):
            self._since = (step.key, session.at)
        else:
            self._telling.say(_NONE if step is not None else "")
            return
        self._show()
