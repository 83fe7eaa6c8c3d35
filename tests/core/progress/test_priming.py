"""Snap against rest: nothing is compared too early, and no difference is made up."""

from typing import Any

import pytest

from runlift_tui.core.progress.priming import bin_of, finding
from tests.core.past import outing, row, sessions


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


@pytest.mark.parametrize(
    ("rest_s", "name"),
    [
        *((0, ""), (119, ""), (120, "2-3"), (179, "2-3"), (180, "3-4"), (239, "3-4")),
        *((240, "4-5"), (299, "4-5"), (300, "5+"), (900, "5+")),
    ],
)
def test_a_rest_falls_into_one_bin(rest_s: int, name: str) -> None:
    assert bin_of(rest_s) == name


def test_two_sessions_each_are_too_few() -> None:
    best, said = found_in(*[(150, 2)] * 2, *[(250, 5)] * 3)
    assert best == ""
    assert "too few" in said


def test_a_difference_beyond_the_own_variation_is_told() -> None:
    best, said = found_in(*[(150, 3)] * 3, (250, 4), (250, 5), (250, 5))
    assert best == "4-5"
    assert said == "4-5 min felt faster than 2-3 min: snap 5 against 3"


@pytest.mark.parametrize(
    "days",
    [
        [(150, 4)] * 3 + [(250, 4)] * 3,
        [(150, 2), (150, 4), (150, 5), (250, 5), (250, 3), (250, 5)],
    ],
)
def test_otherwise_there_is_no_clear_difference(days: list[tuple[int | None, int | None]]) -> None:
    assert found_in(*days) == ("", "no clear difference")


def test_what_was_not_said_is_no_evidence() -> None:
    found = finding(sessions(*(outing(n, *pair(None, 5), *pair(150, None, 2)) for n in range(5))))
    assert all(each.snaps == () and each.median is None for each in found.bins)


def test_a_session_counts_once_in_a_bin() -> None:
    one = outing(0, *pair(150, 3), *pair(160, 5, 2), *pair(130, 4, 3))
    assert finding(sessions(one)).bins[0].snaps == (4,)
