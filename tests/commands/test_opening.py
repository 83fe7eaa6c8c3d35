"""What the screen is opened for: a session, an unfinished one, a card, or what comes after it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runlift_tui.cli import command_of, parser
from runlift_tui.clock import ManualClock
from runlift_tui.commands.asked import Asked
from runlift_tui.commands.printing import MISUSED, OK
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import LogSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.opening import Opening
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.screens.gym import begin

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Opens


@pytest.fixture
def store(data: Path, clock: ManualClock) -> Store:
    made = Store(data, clock)
    made.open()
    return made


def opened(store: Store, *argv: str) -> Opening:
    """Return what the screen would begin with."""
    found: list[Opening] = []

    def screen(asked: Asked, opens: "Opens | None") -> int:
        found.append(Opening() if opens is None else opens(store))
        return OK

    words = parser(argv).parse_args(argv)
    assert command_of(words.command).run(Asked(words, store.folder.path, "", screen, parser)) == OK
    return found[0]


def left_unfinished(store: Store) -> None:
    training = store.sessions.begin(begin(store, Choices(level=Level.ADVANCED)))
    training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 10}))
    training.leave()
    store.close()


def test_a_start_is_a_session(store: Store) -> None:
    found = opened(store, "start", "--level", "advanced", "--main-rounds", "2")
    assert found.start is not None
    assert found.start.trained_at is None
    assert found.start.routine.blocks[1].rounds == 2


def test_a_card_is_one_that_was_trained_an_hour_or_so_ago(store: Store, clock: ManualClock) -> None:
    found = opened(store, "card", "--enter", "--level", "advanced")
    assert found.start is not None
    assert found.start.trained_at is not None
    assert 0 <= clock.stamp().utc_ms - found.start.trained_at < 2 * 3_600_000
    assert not any(slot.ramp for _, slot in found.start.routine.slots())


@pytest.mark.parametrize("command", [("start",), ("card", "--enter")])
def test_beside_an_unfinished_session_what_was_asked_for_is_kept(
    store: Store, command: tuple[str, ...]
) -> None:
    left_unfinished(store)
    found = opened(store, *command, "minimal-25", "--minutes", "20")
    assert found.start is None
    assert found.asked is not None
    assert (found.asked.routine, found.asked.minutes) == ("minimal-25", 20)


def test_nothing_to_resume(store: Store) -> None:
    with pytest.raises(Refused, match="no unfinished session"):
        opened(store, "resume")
    left_unfinished(store)
    assert opened(store, "resume") == Opening(resume=True)


def test_a_card_is_entered_in_a_terminal_only(run: Run) -> None:
    said = run("card", "--enter")
    assert said.status == MISUSED
    assert "terminal" in said.err
