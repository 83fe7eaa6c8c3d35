from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.lists.steps import Steps


@given(st.lists(st.integers(), max_size=8))
def test_undone_as_deep_as_it_goes_and_done_again(values: list[int]) -> None:
    steps: Steps[int] = Steps()
    now, seen = 0, [0]
    for value in values:
        steps.add(now)
        now = value
        seen.append(now)
    for before in reversed(seen[:-1]):
        back = steps.undo(now)
        assert back == before
        now = before
    assert steps.undo(now) is None
    for after in seen[1:]:
        assert steps.redo(now) == after
        now = after
    assert steps.redo(now) is None


def test_a_new_change_ends_what_could_be_done_again() -> None:
    steps: Steps[str] = Steps()
    steps.add("a")
    assert steps.undo("b") == "a"
    steps.add("a")
    assert steps.redo("c") is None
