"""What a voice says."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.face.voice import counted, duration, of_step, spoken
from runlift_tui.core.session.advance import Cue
from runlift_tui.core.session.commands import Continue, Go, Lengthen, Pause, Skip, Undo
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.values import Why
from tests.core.builders import Athlete, main, reps, started, warm_up
from tests.rows import for_each


class _Listening(Athlete):
    """An athlete who is spoken to at every tick."""

    def __init__(self) -> None:
        super().__init__(started())
        self.said: list[str] = []
        self._before: Session | None = None
        self._hear(())

    def tick(self) -> None:
        before = len(self.cues)
        super().tick()
        self._hear(tuple(self.cues[before:]))

    def _hear(self, cues: tuple[Cue, ...]) -> None:
        said = spoken(self._before, self.session, cues)
        self._before = self.session
        if said:
            self.said.append(said)


def test_a_session_introduces_itself() -> None:
    athlete = _Listening()
    assert athlete.said == ["Dead bug. Alternate. Ten each side."]
    athlete.wait(60_000)
    assert len(athlete.said) == 1


def test_a_short_rest_says_what_comes_and_the_lead_in_says_the_side() -> None:
    athlete = _Listening()
    athlete.said.clear()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.wait(20_000)
    athlete.wait(60_000)
    assert athlete.said == [
        "Rest, 20 seconds. Then copenhagen plank, long lever, 20 seconds each side.",
        "Copenhagen plank, long lever. Left on top. 20 seconds each side.",
        "Switch sides. Right on top.",
        "Rest, 20 seconds. Then single-leg bridge with mini-band, twelve each leg.",
    ]


def test_a_long_rest_names_the_target_as_it_stands_when_it_is_time_to_stand_up() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"), reps(8))
    said = athlete.said[-1]
    athlete.said.clear()
    athlete.wait(30_000)
    athlete.correct(main(1, "B1"), reps(6))
    athlete.wait(400_000)
    assert said == "Rest, four minutes. Then jumping lunge, four each leg."
    assert athlete.said == ["Jumping lunge. Alternate. Three each leg."]
    athlete.on()
    assert len(athlete.said) == 1, "what was said twenty seconds ago is not said again"


def test_what_was_named_at_the_cue_to_stand_up_is_not_named_again_at_go() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"), reps(8))
    athlete.say(Lengthen(-180))
    athlete.wait(45_000)
    athlete.said.clear()
    athlete.say(Go())
    assert athlete.said == [], "a rest of exactly a minute has that cue too"


def test_an_early_go_is_told_what_it_goes_to() -> None:
    athlete = _Listening()
    athlete.walk_past(main(1, "B1"), reps(8))
    athlete.wait(60_000)
    athlete.said.clear()
    athlete.say(Go())
    assert athlete.said == ["Jumping lunge. Alternate. Four each leg."]


def test_a_skip_leads_to_words_and_an_undo_and_a_pause_do_not() -> None:
    athlete = _Listening()
    athlete.said.clear()
    athlete.say(Skip(Why.TIME))
    assert athlete.said == ["Copenhagen plank, long lever. Left on top. 20 seconds each side."]
    athlete.wait(5_000)
    athlete.say(Undo())
    athlete.wait(30_000)
    athlete.said.clear()
    athlete.say(Pause())
    athlete.wait(10_000)
    athlete.say(Continue())
    athlete.wait(10_000)
    assert athlete.said == []


def test_a_ramp_is_called_lighter() -> None:
    athlete = _Listening()
    athlete.walk_to(main(1, "B1", 1))
    assert athlete.said[-1].startswith("Rear-foot-elevated split squat. A lighter set. Left first.")


@for_each(
    ("seconds", "words"),
    [
        (0, "no seconds"),
        (1, "one second"),
        (20, "20 seconds"),
        (60, "one minute"),
        (90, "one minute 30"),
        (240, "four minutes"),
        (780, "13 minutes"),
    ],
)
def test_times_in_words(seconds: int, words: str) -> None:
    assert duration(seconds) == words


def test_numbers_in_words() -> None:
    assert [counted(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


@given(st.text(max_size=200))
def test_no_name_holds_an_order_for_a_voice(name: str) -> None:
    athlete = Athlete(started())
    exercise = structs.replace(athlete.step.exercise, name=name)
    said = of_step(athlete.session, structs.replace(athlete.step, exercise=exercise))
    assert said[0].isalnum() or said[0] in "'’(,)"
    assert said.isprintable()
    assert not set(said) & set('[]<>{}|\\/&;$`"\n')
    assert len(said) < 130


def test_a_name_without_a_letter_still_has_a_sentence() -> None:
    athlete = Athlete(started())
    exercise = structs.replace(athlete.step.exercise, name="--\x1b[[<>")
    said = of_step(athlete.session, structs.replace(athlete.step, exercise=exercise))
    assert said == "The next exercise. Alternate. Ten each side."
