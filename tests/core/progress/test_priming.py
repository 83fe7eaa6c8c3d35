"""Snap against rest: nothing is compared too early, and no difference is made up."""

from typing import Any

import pytest

from runlift_tui.core.progress.priming import bin_of, finding
from tests.core.past import outing, row, sessions
from tests.rows import for_each


def pair(rest_s: int | None, snap: int | None, round_: int = 1) -> tuple[dict[str, Any], ...]:
    """Return a heavy set with the rest after it, and the fast set that follows."""
    return (
        row(round=round_, left=8, right=8, rest_kind="priming", rest_taken_s=rest_s),
        row("jumping-lunge", slot="B2", round=round_, half_of="B1", left=4, right=4, snap=snap),
    )


def found_in(*days: tuple[int | None, int | None]) -> tuple[str, str]:
    """Return what sessions of one pair each come to."""
    found = finding(sessions(*(outing(day, *pair(*each)) for day, each in enumerate(days))))
    return found.best, found.sentence


@for_each(
    ("rest_s", "name"),
    [
        *((0, ""), (119, ""), (120, "2-3"), (179, "2-3"), (180, "3-4"), (239, "3-4")),
        *((240, "4-5"), (299, "4-5"), (300, "5+"), (900, "5+")),
    ],
)
def test_a_rest_falls_into_one_bin(rest_s: int, name: str) -> None:
    assert bin_of(rest_s) == name


@for_each(
    ("days", "said"),
    [
        ([], "too few yet: two rests need 6 rated sessions each"),
        ([(150, 2)] * 6, "too few yet: 6 at another rest"),
        ([(150, 2)] * 4, "too few yet: 2 more at 2-3 min and 6 at another rest"),
        ([(150, 2)] * 6 + [(250, 5)] * 5, "too few yet: 1 more at 4-5 min"),
        ([(150, 2)] * 2 + [(310, 5)] * 4, "too few yet: 4 more at 2-3 min and 2 more at 5+ min"),
    ],
)
def test_too_few_sessions_say_how_many_are_needed(
    days: list[tuple[int | None, int | None]], said: str
) -> None:
    assert found_in(*days) == ("", said)


def test_a_difference_that_chance_hardly_makes_is_told() -> None:
    best, said = found_in(*[(150, 3)] * 7, (250, 4), *[(250, 5)] * 6)
    assert best == "4-5"
    assert said == "4-5 min felt faster than 2-3, 5 of 5 against 3; days differ too"


def test_the_shorter_rest_can_be_the_faster_one() -> None:
    assert found_in(*[(150, 4)] * 7, *[(310, 2)] * 7)[0] == "2-3"


@pytest.mark.parametrize(
    "days",
    [
        [(150, 4)] * 6 + [(250, 4)] * 6,
        # A whole step, but one that chance makes often enough.
        [(150, snap) for snap in (1, 5, 3, 3, 2, 4)] + [(250, snap) for snap in (2, 5, 4, 4, 3, 5)],
    ],
)
def test_otherwise_there_is_no_clear_difference(days: list[tuple[int | None, int | None]]) -> None:
    assert found_in(*days) == ("", "no clear difference in 6 at 2-3 min, 6 at 4-5 min")


def test_less_than_a_step_is_no_difference_however_sure() -> None:
    half = sessions(
        *(outing(n, *pair(150, 3)) for n in range(20)),
        *(outing(n, *pair(250, 3), *pair(250, 4, 2)) for n in range(20, 40)),
    )
    assert finding(half).best == ""


def test_rests_are_compared_with_their_neighbours() -> None:
    """A little more from each to the next is no step between neighbours."""
    slow = [(150, 3)] * 8 + [(310, 4)] * 8
    middling = [(200, snap) for snap in (3, 4)] * 4
    assert found_in(*slow)[0] == "5+"
    assert found_in(*slow, *middling)[0] == ""


def test_what_was_not_said_is_no_evidence() -> None:
    found = finding(sessions(*(outing(n, *pair(None, 5), *pair(150, None, 2)) for n in range(5))))
    assert all(each.snaps == () and each.median is None for each in found.bins)


def test_a_session_counts_once_in_a_bin() -> None:
    one = outing(0, *pair(150, 3), *pair(160, 5, 2), *pair(130, 4, 3))
    assert finding(sessions(one)).bins[0].snaps == (4,)
