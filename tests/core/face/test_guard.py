"""The guard on the one big key."""

from runlift_tui.core.face.press import GUARD_MS, Guard
from tests.rows import for_each


def test_the_first_press_passes() -> None:
    assert Guard().lets_pass(0)


@for_each(("after", "passes"), [(0, False), (699, False), (700, True), (701, True)])
def test_a_press_passes_seven_tenths_of_a_second_after_the_one_before(
    after: int, passes: bool
) -> None:
    assert GUARD_MS == 700
    assert Guard().touched(10_000).lets_pass(10_000 + after) == passes


def test_a_leaning_thumb_never_passes() -> None:
    guard, passed = Guard(), []
    for at in range(0, 60_000, 500):
        if guard.lets_pass(at):
            passed.append(at)
        guard = guard.touched(at)
    assert passed == [0]


def test_an_older_touch_takes_nothing_back() -> None:
    assert Guard(10_000).touched(5_000) == Guard(10_000)
    assert not Guard(10_000).lets_pass(9_000)
