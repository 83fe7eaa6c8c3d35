"""The screen flashes where it should, and never so often that it could harm anybody."""

from contextlib import suppress
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.face.pulse import GAP_MS, SHOWN_MS, Pulse
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.session.commands import LogSet, Pause, Redo, Skip, Undo
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, main, reps, started

SPACING = st.integers(1, 400)


def lit(athlete: Athlete, pulse: Pulse) -> tuple[Pulse, bool]:
    """Show the session at this moment; return the pulse, and whether the screen is lit."""
    session, now = athlete.session, athlete.now
    shown = face(session, now, Viewing())
    pulse = pulse.seen(shown.state, session, now)
    return pulse, pulse.over(shown, now).pulse


def watched(athlete: Athlete, milliseconds: int, step: int) -> list[int]:
    """Return when flashes begin while time passes, from now on."""
    began, pulse, before = list[int](), Pulse(), False
    start = athlete.now
    while athlete.now - start < milliseconds:
        pulse, now_lit = lit(athlete, pulse)
        if now_lit and not before:
            began.append(athlete.now - start)
        before = now_lit
        athlete.wait(step)
    return began


def resting(left_ms: int) -> Athlete:
    """Return an athlete with so much left of the priming rest."""
    athlete = Athlete(started())
    athlete.walk_past(main(1, "B1"), reps(6))
    athlete.sleep(deadline(athlete.session, athlete.rest) - athlete.now - left_ms)
    return athlete


def test_the_last_three_seconds_and_the_end_of_a_rest_flash() -> None:
    assert watched(resting(5_000), 8_000, 50) == [2_000, 3_000, 4_000, 5_000]


def test_a_flash_is_over_after_a_part_of_a_second() -> None:
    athlete, pulse = resting(3_000), Pulse(ScreenState.PRIMING)
    pulse, now_lit = lit(athlete, pulse)
    assert now_lit
    assert pulse.left(athlete.now) == SHOWN_MS
    athlete.wait(SHOWN_MS - 1)
    assert lit(athlete, pulse)[1]
    athlete.wait(1)
    pulse, now_lit = lit(athlete, pulse)
    assert not now_lit
    assert pulse.left(athlete.now) == 0


def test_nothing_flashes_at_first_sight_or_in_the_middle_of_a_rest() -> None:
    assert watched(resting(60_000), 20_000, 100) == []


def test_nothing_counts_down_in_a_pause() -> None:
    athlete = resting(2_900)
    athlete.say(Pause())
    assert watched(athlete, 5_000, 100) == []


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2_500)), max_size=60), SPACING)
def test_flashes_are_rare_whatever_keys_are_held_down(
    doings: list[tuple[int, int]], step: int
) -> None:
    athlete = Athlete(started())
    began, pulse, before = list[int](), Pulse(), False
    commands = [Skip(Why.TIME), LogSet(reps(6)), Pause(), Undo(), Redo(), Undo(), None]
    for which, wait in doings:
        command = commands[which]
        if command is not None:
            with suppress(Refused):
                athlete.say(command)
        for _ in range(max(1, wait // step)):
            pulse, now_lit = lit(athlete, pulse)
            if now_lit and not before:
                began.append(athlete.now)
            before = now_lit
            athlete.wait(step)
    assert all(later - sooner >= GAP_MS for sooner, later in pairwise(began))
    for moment in began:
        assert sum(moment <= other < moment + 1_000 for other in began) <= 2
