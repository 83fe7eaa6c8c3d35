"""One line of time over clocks that jump, sleep and restart."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.session.timeline import Stamp, Timeline

FIRST = Stamp(1_000_000, "a", 50_000)
START = Timeline.start(FIRST)


def test_it_begins_at_the_wall_clock() -> None:
    assert START.at == START.at_stamp(FIRST) == 1_000_000


def test_within_one_boot_the_boot_clock_decides_whatever_the_wall_clock_says() -> None:
    for utc in (0, 1_000_000, 10**15):
        assert START.at_stamp(Stamp(utc, "a", 57_500)) == 1_007_500


def test_asleep_for_an_hour_it_went_on() -> None:
    assert START.at_stamp(Stamp(4_600_000, "a", 3_650_000)) == 4_600_000


def test_across_boots_the_wall_clock_decides() -> None:
    after = START.moved_to(Stamp(1_300_000, "b", 7))
    assert after.at == 1_300_000
    assert after.at_stamp(Stamp(0, "b", 1_007)) == 1_301_000


def test_a_wall_clock_set_back_across_boots_stands_still_and_then_goes_on() -> None:
    later = START.moved_to(Stamp(1_060_000, "a", 110_000))
    assert later.at_stamp(Stamp(400_000, "b", 3)) == 1_060_000
    after = later.moved_to(Stamp(400_000, "b", 3))
    assert after.at_stamp(Stamp(405_000, "b", 5_003)) == 1_065_000


def test_a_boot_clock_never_runs_backwards() -> None:
    assert START.at_stamp(Stamp(999_000, "a", 49_000)) == 1_000_000


def test_a_moment_before_now_has_a_stamp_of_the_same_clocks() -> None:
    now = Stamp(1_020_000, "a", 70_000)
    assert START.stamp_of(1_015_000, now) == Stamp(1_015_000, "a", 65_000)
    assert START.stamp_of(1_020_000, now) == now
    assert now.earlier(5_000) == Stamp(1_015_000, "a", 65_000)


_stamps = st.builds(
    Stamp, st.integers(0, 10**7), st.sampled_from(["a", "b", "c"]), st.integers(0, 10**7)
)


@given(st.lists(_stamps, max_size=20))
def test_time_never_runs_backwards(stamps: list[Stamp]) -> None:
    line = START
    for stamp in stamps:
        before, line = line, line.moved_to(stamp)
        assert line.at >= before.at
        assert line.at_stamp(stamp) == line.at


@given(st.lists(_stamps, max_size=5), _stamps, st.integers(0, 10**6))
def test_the_stamp_of_a_moment_lies_at_that_moment(
    stamps: list[Stamp], now: Stamp, before: int
) -> None:
    line = START
    for stamp in stamps:
        line = line.moved_to(stamp)
    at = max(line.at, line.at_stamp(now) - before)
    assert line.at_stamp(line.stamp_of(at, now)) == at
