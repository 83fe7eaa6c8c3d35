"""Which frame of a figure is shown when, in which size, and from which side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.exercises.figure import ARROWS, DOTTED, SOLID, FigureFrames, mirrored
from tests.rows import for_each

SMALL = (("▙ ", "⣀⣀"), ("▟ ", "⣀⣀"), ("█ ", "⣀⣀"))
LARGE = (("    ", "▙▁  ", "⣀⣀⣀⣀"), ("▟   ", "█▁  ", "⣀⣀⣀⣀"), ("█   ", "█▁  ", "⣀⣀⣀⣀"))
FRAMES = FigureFrames(side="right", shown=(0, 0, 1, 2, 2, 1), still=2, small=SMALL, large=LARGE)

characters = st.sampled_from([*SOLID, *ARROWS, *map(chr, DOTTED)])
frames = st.lists(st.text(characters, min_size=5, max_size=5), min_size=1, max_size=4).map(tuple)


@given(frames)
def test_a_mirror_in_a_mirror_changes_nothing(frame: tuple[str, ...]) -> None:
    assert mirrored(mirrored(frame)) == frame


@for_each(
    ("seen", "shown"),
    [("▙ ", " ▟"), ("▛▗", "▖▜"), ("▂↕", "↕▂"), ("⠁⡇", "⢸⠈"), ("⢀⠛", "⠛⡀"), ("▌▚", "▞▐")],
)
def test_a_mirror_changes_the_sides_of_every_character(seen: str, shown: str) -> None:
    assert mirrored((seen,)) == (shown,)


@given(st.integers(-(10**9), 10**9))
def test_the_frames_come_round_and_round_from_any_beat(beat: int) -> None:
    assert FRAMES.number(beat) == FRAMES.number(beat + 6) == FRAMES.shown[beat % 6]


@given(st.integers(-1000, 1000))
def test_a_frame_stands_for_so_many_beats_and_no_longer(beat: int) -> None:
    stands = FRAMES.beats(beat)
    assert {FRAMES.number(beat + n) for n in range(stands)} == {FRAMES.number(beat)}
    assert FRAMES.number(beat + stands) != FRAMES.number(beat)


def test_a_figure_that_never_changes_stands_a_whole_round() -> None:
    alone = FigureFrames(shown=(0, 0, 0), still=0, small=SMALL[:1], large=LARGE[:1])
    assert alone.beats(1) == 3


@for_each(
    ("width", "height", "frames"),
    [(4, 3, LARGE), (50, 30, LARGE), (3, 3, SMALL), (4, 2, SMALL), (1, 9, ()), (9, 1, ())],
)
def test_the_larger_size_that_fits_is_shown(
    width: int, height: int, frames: tuple[tuple[str, ...], ...]
) -> None:
    assert FRAMES.fitting(width, height) == frames


@pytest.mark.parametrize("side", ["", "right"])
def test_the_drawing_stands_as_it_is_for_its_own_side(side: str) -> None:
    assert FRAMES.working(side) is FRAMES


def test_the_other_side_is_the_mirror_image() -> None:
    other = FRAMES.working("left")
    assert other.side == "left"
    assert other.small[0] == (" ▟", "⣀⣀")
    assert other.working("right") == FRAMES


def test_a_figure_without_a_working_side_has_no_other_one() -> None:
    both = FigureFrames(shown=(0,), still=0, small=SMALL, large=LARGE)
    assert both.working("left") is both
