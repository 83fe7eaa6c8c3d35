"""A session of a thousand sets and ten thousand undos: none of them costs more than the first."""

import pytest
from msgspec import structs

from runlift_tui.core.face import press
from runlift_tui.core.routines.levels import ALL_SLOTS, Level, article_routine
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.session import fold
from runlift_tui.core.session.commands import Command, Started, Undo
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.state import Session, steps
from runlift_tui.core.words.possible import MOST_ROUNDS, MOST_SLOTS
from tests.core.builders import T0, library

_UNDOS = 200


def long_routine(blocks: int) -> Routine:
    """Return a routine of as many sets as there is room for."""
    each = [one.id for one in library().values() if one.in_reps and not one.is_jump][:MOST_SLOTS]
    return structs.replace(
        article_routine(Level.ADVANCED, ALL_SLOTS),
        blocks=tuple(
            Block(
                id=f"block-{letter}",
                name=letter,
                rounds=MOST_ROUNDS,
                low=MOST_ROUNDS,
                high=MOST_ROUNDS,
                slots=tuple(
                    Slot(label=f"{letter}{number}", exercise=id_, prescription=Reps(5, 8))
                    for number, id_ in enumerate(each, 1)
                ),
            )
            for letter in map(chr, range(ord("A"), ord("A") + blocks))
        ),
    )


def _said(session: Session, command: Command | None) -> Session:
    assert command is not None
    return apply(session, session.at + 6_000, command)


def _trained(sets: int, blocks: int) -> Session:
    routine = long_routine(blocks)
    exercises = tuple(library()[slot.exercise] for _, slot in routine.slots())
    session = begin(
        Started(id="one", routine=routine, exercises=exercises, level=Level.ADVANCED), T0
    )
    while len(session.done) < sets:
        session = _said(session, press.space(session))
    return session


@pytest.fixture
def applied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often a command is taken in."""
    counted = [0]

    def counting(session: Session, at: int, command: Command) -> Session:
        counted[0] += 1
        return apply(session, at, command)

    monkeypatch.setattr(fold, "apply", counting)
    return counted


def test_an_undo_takes_no_more_commands_in_than_a_few(applied: list[int]) -> None:
    session = _trained(150, blocks=1)
    log = session.log
    for _ in range(_UNDOS):
        before = applied[0]
        session = _said(session, Undo())
        assert applied[0] - before <= 8
    assert session.log == log[: len(log) - _UNDOS]
    assert applied[0] < 2 * _UNDOS


def test_sets_undone_and_done_again_are_held_up_to_a_number(applied: list[int]) -> None:
    session = _trained(20, blocks=1)
    for _ in range(_UNDOS):
        session = _said(session, Undo())
        session = _said(session, press.space(session))
    assert applied[0] == 0
    assert len(session.aside) == 100
    assert len(session.earlier) < 16 + len(session.log) / 8
    assert len(steps(session)) == MOST_ROUNDS * MOST_SLOTS
