"""The way back over a shelf: as deep as it goes, and forth again."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.exercises import shelf as changes
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.lists.undo import Replaced, Trail
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.words.faults import Refused
from tests.core.builders import library

IDS = ("dead-bug", "step-up", "own", "step-up-copy")
MAKERS = (changes.favoured, changes.archived, changes.duplicated, changes.reset, changes.deleted)
STEPS = st.lists(st.tuples(st.sampled_from(range(6)), st.sampled_from(IDS), st.text(max_size=5)))


def made(shelf: Shelf, step: tuple[int, str, str]) -> Edit | None:
    """Return the edit of a step, or None where it is refused."""
    number, id_, name = step
    try:
        if number == 5:
            return changes.kept(shelf, Exercise(id=id_, name=name))
        return MAKERS[number](shelf, id_)
    except Refused:
        return None


@given(STEPS)
def test_undoing_everything_restores_every_state_on_the_way(
    steps: list[tuple[int, str, str]],
) -> None:
    trail, shelf = Trail[Edit](), Shelf(shipped=library())
    states = [shelf]
    for step in steps:
        edit = made(shelf, step)
        if edit is not None:
            trail.add(edit)
            shelf = shelf.after(edit)
            states.append(shelf)
    for before in reversed(states[:-1]):
        back = trail.undo()
        assert back is not None
        shelf = shelf.after(back)
        assert shelf.mine == before.mine
    assert trail.undo() is None
    for after in states[1:]:
        forth = trail.redo()
        assert forth is not None
        shelf = shelf.after(forth)
        assert shelf.mine == after.mine
    assert trail.redo() is None


def test_something_new_ends_the_way_forth() -> None:
    trail, shelf = Trail[Edit](), Shelf(shipped=library())
    trail.add(changes.favoured(shelf, "dead-bug"))
    trail.undo()
    trail.add(changes.archived(shelf, "step-up"))
    assert trail.redo() is None
    back = trail.undo()
    assert back is not None
    assert back.id == "step-up"


@given(st.lists(st.integers(), max_size=8))
def test_a_value_is_undone_as_deep_as_it_goes_and_changed_again(values: list[int]) -> None:
    trail, now, seen = Trail[Replaced[int]](), 0, [0]
    for value in values:
        trail.add(Replaced("count", now, value))
        now = value
        seen.append(now)
    for before in reversed(seen[:-1]):
        back = trail.undo()
        assert back is not None
        assert (back.before, back.after) == (now, before)
        now = back.after
    assert trail.newest() is None
    assert trail.undo() is None
    for after in seen[1:]:
        newest, forth = trail.newest(undone=True), trail.redo()
        assert forth is newest
        assert forth is not None
        assert forth.after == after
    assert trail.redo() is None
