"""Which of the cues are heard."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.face.sounds import MISSED_MS, Sound, heard
from runlift_tui.core.session.advance import Cue, CueKind, advance
from runlift_tui.core.session.commands import Go, Undo
from runlift_tui.core.session.state import Rest, is_finished
from tests.core.builders import Athlete, begun, main, started, warm_up
from tests.core.strategies import athletes
from tests.rows import for_each


@for_each("kind", CueKind)
def test_every_cue_has_its_sound(kind: CueKind) -> None:
    session = begun()
    sound = heard([Cue(kind, session.at)], session, session.at)
    counted = kind in (CueKind.THREE, CueKind.TWO, CueKind.ONE)
    assert sound == (Sound.COUNT if counted else Sound(kind.replace(" ", "-")))


def test_silence_where_nothing_was_passed() -> None:
    assert heard([], begun(), 0) is None


def test_the_first_side_of_two_ends_with_switch_sides_and_the_second_does_not() -> None:
    athlete = _Listening()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.sounds.clear()
    athlete.wait(60_000)
    side = [Sound.COUNT] * 3 + [Sound.HOLD_BEGINS, Sound.HALF_WAY] + [Sound.COUNT] * 3
    assert athlete.sounds == [*side, Sound.SWITCH_SIDES, *side, Sound.HOLD_OVER]


def test_a_long_rest_stands_up_counts_and_is_over() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"))
    athlete.sounds.clear()
    athlete.wait(600_000)
    assert athlete.sounds == [Sound.STAND_UP, *[Sound.COUNT] * 3, Sound.REST_OVER]


def test_nothing_sounds_twice_after_an_undo() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"))
    athlete.wait(600_000)
    athlete.say(Go())
    athlete.sounds.clear()
    athlete.say(Undo())
    assert isinstance(athlete.phase(), Rest)
    athlete.wait(60_000)
    athlete.say(Undo())
    athlete.wait(600_000)
    assert athlete.sounds == []


def test_of_what_was_slept_through_only_the_end_of_the_rest_sounds_and_only_once() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"))
    athlete.sounds.clear()
    athlete.sleep(3_600_000)
    athlete.wait(60_000)
    assert athlete.sounds == [Sound.REST_OVER]


def test_a_hold_that_was_slept_through_is_silent() -> None:
    athlete = _Listening()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.sounds.clear()
    athlete.sleep(15_000)
    athlete.sleep(600_000)
    assert athlete.sounds == []


@given(athletes(), st.integers(1, 1_000), st.integers(1_000, 900_000))
def test_looked_at_often_enough_every_cue_is_heard_once(
    athlete: Athlete, tick_ms: int, wait_ms: int
) -> None:
    session, cues, sounds = athlete.session, 0, 0
    for at in range(session.at + tick_ms, session.at + wait_ms, tick_ms):
        session, passed = advance(session, at)
        cues += len(passed)
        sounds += heard(passed, session, at) is not None
    assert sounds == (0 if is_finished(session) else cues)


@given(athletes(), st.lists(st.integers(1, 400_000), max_size=30))
def test_nothing_is_heard_late_but_the_end_of_a_rest(athlete: Athlete, ticks: list[int]) -> None:
    session = athlete.session
    for tick in ticks:
        session, passed = advance(session, session.at + tick)
        sound = heard(passed, session, session.at)
        if sound is not None and session.at - passed[-1].due > MISSED_MS:
            assert sound is Sound.REST_OVER
            assert CueKind.REST_OVER in [cue.kind for cue in passed]


class _Listening(Athlete):
    """An athlete who takes down what is heard at every tick."""

    def __init__(self) -> None:
        super().__init__(started())
        self.sounds: list[Sound] = []

    def tick(self) -> None:
        before = len(self.cues)
        super().tick()
        sound = heard(self.cues[before:], self.session, self.now)
        if sound is not None:
            self.sounds.append(sound)
