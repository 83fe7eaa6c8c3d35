"""A session from its first line to its last: begun or taken up, talked through, told, closed."""

from collections.abc import Callable

from runlift_tui.by_lines.around import around
from runlift_tui.by_lines.conversation import Conversation
from runlift_tui.by_lines.end import End
from runlift_tui.by_lines.keyboard import LineInput
from runlift_tui.core.face.outline import how_much_is_left
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.home.stopped import ASKED
from runlift_tui.core.session.commands import GoOn, Started
from runlift_tui.core.session.state import is_over
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.looked import say_looked
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store

_HINT = "Every line is saved as it is typed. ? says what can be typed; q leaves."
_STAYS = (
    "The session stays as it is, and is saved. runlift resume goes on with it on the screen,"
    " runlift --plain resume in lines."
)
_NOTHING = "No set was done, so nothing was kept."
_CLOSED = "The session is in the history: runlift history."


def train(
    store: Store,
    begins: Started | Unfinished,
    keyboard: LineInput,
    say: Callable[[str], object],
    speaker: Speaker | None = None,
) -> None:
    """Train a session by lines, until it is closed or left.

    Args:
        store: The data folder, open.
        begins: The start of a new session, or the one to go on with.
        keyboard: Where the athlete's lines come from.
        say: Prints a line.
        speaker: What it is heard through.
    """
    training = _taken_up(store, begins)
    session = training.session
    if isinstance(begins, Unfinished):
        say(safe_text(f"Going on with {session.routine.name}: {how_much_is_left(session)}."))
    else:
        say(safe_text(f"{session.routine.name}: {how_much_is_left(session)}."))
    say(_HINT)
    if session.stop and not session.stop_sign:
        _ask_whether_looked(store, training, keyboard, say)
    if speaker is not None:
        speaker.awake(True)
    try:
        _talk(store, training, keyboard, say, speaker)
    except (EOFError, KeyboardInterrupt):
        if not is_over(training.session):
            _tell_that_it_stays(training, say)
    finally:
        training.leave()
        if speaker is not None:
            speaker.close()


def _ask_whether_looked(
    store: Store, training: Training, keyboard: LineInput, say: Callable[[str], object]
) -> None:
    """Say what a stop sign holds back, and ask whether somebody has looked; only yes is taken."""
    say(training.session.stop)
    say(f"{ASKED} Type yes; anything else, or Enter alone, is not yet.")
    try:
        while (line := keyboard.line(None)) is None:
            pass
    except (EOFError, KeyboardInterrupt):
        return
    if line.strip().lower() != "yes":
        say("The stop sign stands.")
        return
    try:
        say_looked(store, True, lambda _: None)
    except StoreError as error:
        say(error.what)
        return
    training.tell(GoOn(looked=True))
    say("Taken down: somebody has looked. This session stays as it was planned, without jumps.")


def _talk(
    store: Store,
    training: Training,
    keyboard: LineInput,
    say: Callable[[str], object],
    speaker: Speaker | None,
) -> None:
    surroundings = around(store, speaker)
    while True:
        if not Conversation(training, surroundings, keyboard, say).run():
            _tell_that_it_stays(training, say)
            return
        if not training.is_worth_keeping:
            say(_NOTHING)
            return
        if End(training, surroundings, keyboard, say).run():
            say(_CLOSED)
            return


def _tell_that_it_stays(training: Training, say: Callable[[str], object]) -> None:
    if not training.on_disk.unsaved:
        say(_STAYS)


def _taken_up(store: Store, begins: Started | Unfinished) -> Training:
    from runlift_tui.store.advice import resumed

    if isinstance(begins, Unfinished):
        return resumed(store, begins)
    return store.sessions.begin(begins)
