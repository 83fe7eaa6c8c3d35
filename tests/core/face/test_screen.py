"""The session screen's face: a session at one moment, in words and figures."""

from msgspec import structs

from runlift_tui.core.face.screen import Viewing, edited, face, next_second
from runlift_tui.core.face.shapes import Mark, ScreenState, SessionFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import (
    Correct,
    Go,
    Lengthen,
    LogSet,
    Pause,
    Prepare,
    RatePain,
    Skip,
    Undo,
)
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Rest, Work, is_finished
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, started, warm_up
from tests.rows import for_each


def seen(athlete: Athlete, viewing: Viewing | None = None) -> SessionFace:
    return face(athlete.session, athlete.now, viewing or Viewing())


def test_a_face_stands_still_for_a_visible_second() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.wait(1_000)
    athlete.tick_ms = 100
    athlete.wait(next_second(athlete.session, athlete.now))
    for _ in range(20):
        before = seen(athlete)
        left = next_second(athlete.session, athlete.now)
        assert left == 1_000
        athlete.wait(left - 1)
        assert _steady(seen(athlete)) == _steady(before)
        athlete.wait(1)
        assert _steady(seen(athlete)) != _steady(before)


def _steady(found: SessionFace) -> tuple[str, str, int]:
    """Return what is to change with the visible second and at no other moment."""
    return found.big, found.cue, found.bar.filled


def test_every_moment_of_a_session_has_a_face() -> None:
    athlete = Athlete()
    states = set()
    while not is_finished(athlete.session):
        found = seen(athlete)
        states.add(found.state)
        assert found.keys
        assert found.big
        assert len({field.name for field in found.fields}) == len(found.fields)
        squares = [mark for round_ in found.squares for mark in round_]
        assert squares.count(Mark.NOW) == 1 or athlete.step.ramp is not None
        athlete.on()
    wanted = {
        ScreenState.WORK,
        ScreenState.REST,
        ScreenState.PRIMING,
        ScreenState.HOLD,
        ScreenState.LEAD_IN,
        ScreenState.OVERTIME,
    }
    assert wanted <= states
    assert seen(athlete).state is ScreenState.FINISHED
    assert next_second(athlete.session, athlete.now) == 0


def test_correcting_the_heavy_set_changes_what_comes_next_at_once() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6))
    before = seen(athlete)
    assert before.state is ScreenState.PRIMING
    athlete.say(Correct(main(1, "B1"), reps(9)))
    after = seen(athlete)
    assert "half of 9" in " ".join(after.units)
    assert after.big == before.big
    athlete.say(Correct(main(1, "B1"), reps(3)))
    without = seen(athlete)
    assert without.state is ScreenState.REST
    assert without.label == "B3"
    assert "B2" in without.cue


def test_a_rest_that_was_shortened_to_nothing_is_over_and_not_early() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6))
    assert seen(athlete).keys[0].word == "go, early"
    while seen(athlete).state is ScreenState.PRIMING:
        athlete.say(Lengthen(-15))
    found = seen(athlete)
    assert (found.state, found.keys[0].word) == (ScreenState.OVERTIME, "go")


def test_an_alarm_keeps_the_banner_and_a_notice_is_still_seen() -> None:
    athlete = Athlete()
    found = seen(athlete, Viewing(unsaved="The disk is full.", notice="reps go from 0 to 300"))
    assert found.alarms
    assert "full" in found.banner.text
    assert "300" in found.flash
    assert not seen(athlete).alarms


def test_loads_are_shown_in_the_athletes_unit() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    athlete.say(LogSet(prefill(athlete.session, athlete.step) | {Field.LOAD_KG: 24.0}))
    pounds = {f.name: f.shown for f in seen(athlete, Viewing(unit=Unit.LB)).fields}["load"]
    kilos = {f.name: f.shown for f in seen(athlete).fields}["load"]
    assert "12 kg" in kilos
    assert "lb" in pounds


def test_undo_is_named_before_the_first_set_too_once_there_is_something_to_undo() -> None:
    athlete = Athlete()
    assert [key.key for key in seen(athlete).keys if key.word in ("pain", "undo")] == ["h"]
    athlete.say(Prepare({Field.LEFT: 7}))
    assert [key.key for key in seen(athlete).keys if key.word in ("pain", "undo")] == ["h", "u"]


def test_what_is_edited_follows_the_phase() -> None:
    athlete = Athlete()
    found = edited(athlete.session)
    assert found is not None
    first = athlete.step.key
    assert found.key == first
    athlete.log()
    assert athlete.is_in(Rest)
    after = edited(athlete.session)
    assert after is not None
    assert after.key == first


def test_what_is_left_and_how_it_is_done_are_a_key_away_in_a_rest_and_a_pause() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    assert isinstance(athlete.session.phase, Rest)
    words = [key.word for key in seen(athlete).keys]
    assert {"list", "pain", "why"} <= set(words)
    assert words.index("pain") < words.index("list"), "pain has room in eighty columns, go early"
    athlete.say(Pause())
    words = [key.word for key in seen(athlete).keys]
    assert words == ["go on", "undo", "finish", "leave", "list", "keys"]


def test_a_pause_stops_the_figure_and_asks_for_no_second() -> None:
    athlete = Athlete()
    athlete.log()
    athlete.say(Pause())
    before = seen(athlete)
    athlete.wait(61_000)
    assert seen(athlete).big == before.big
    assert before.state is ScreenState.PAUSED
    assert next_second(athlete.session, athlete.now) == 0
    assert next_boundary(athlete.session) is None


def test_a_paused_overtime_says_once_which_key_goes_on() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.wait(600_000)
    assert seen(athlete).bar.label == "space when you are ready"
    athlete.say(Pause())
    assert (seen(athlete).cue, seen(athlete).bar.label) == ("space goes on", "")


def test_an_early_go_is_shown_for_a_while() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.say(Lengthen(15))
    athlete.wait(30_000)
    athlete.say(Go())
    assert athlete.is_in(Work)
    assert "0:30" in seen(athlete).flash
    athlete.wait(10_000)
    assert not seen(athlete).flash


def test_a_rest_says_which_leg_starts_and_why_a_set_was_skipped() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(Why.PAIN, rest=True))
    found = face(athlete.session, athlete.now, Viewing(unit=Unit.KG))
    assert found.own.lines == ("skipped: pain",)
    assert found.side == "LEFT FIRST"


def test_after_a_set_that_was_stopped_digits_say_how_far_it_came() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    athlete.say(Skip(Why.FORM, rest=True))
    assert "how many" in [key.word for key in seen(athlete).keys]
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    assert "correct" in [key.word for key in seen(athlete).keys]


@for_each("slot", ["A2", "B1", "B3"])
@for_each("pain", [0, 3])
def test_pain_said_of_the_set_under_way_is_told_while_it_lasts(slot: str, pain: int) -> None:
    athlete, key = Athlete(), warm_up(1, slot) if slot == "A2" else main(2, slot)
    athlete.walk_to(key)
    told = f"pain {pain} of 10, kept with this set"
    assert told not in _said(seen(athlete))
    athlete.say(RatePain(key, pain))
    assert _said(seen(athlete)).count(told) == 1
    athlete.say(Undo())
    assert told not in _said(seen(athlete))


def _said(found: SessionFace) -> tuple[str, ...]:
    return (*found.own.lines, found.flash)


def test_the_rest_says_whose_load_t_types_and_that_no_list_has_it() -> None:
    gear = Gear(Weights(list_kg=(4.0, 6.0, 8.0, 10.0)))
    athlete = Athlete(structs.replace(started(), gear=gear))
    athlete.walk(lambda s: isinstance(s.phase, Rest) and pending(s).key == main(1, "B1", ramp=2))  # type: ignore[union-attr]
    assert seen(athlete).cue == "t types the load of B1 ramp 2; digits are for B1 ramp 1"
    athlete.say(Prepare({Field.LOAD_KG: 12.0}))
    assert seen(athlete).cue.startswith("t types the load")
    athlete.say(Prepare({Field.LOAD_KG: 11.0}))
    assert seen(athlete).cue == "2 x 5.5 kg is not on your list"


def test_before_floor_work_a_rest_says_get_ready_and_one_that_was_shortened_says_nothing() -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_past(warm_up(1, "A3"))
    due = deadline(athlete.session, athlete.rest)
    athlete.wait(due - athlete.now - 15_000)
    assert face(athlete.session, athlete.now, Viewing()).cue == "get ready", "A1 lies on a mat"
    athlete.walk_past(main(1, "B2"))
    due = deadline(athlete.session, athlete.rest)
    athlete.wait(due - athlete.now - 15_000)
    assert face(athlete.session, athlete.now, Viewing()).cue == "stand up"
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_past(main(1, "B2"))
    athlete.say(Lengthen(-45_000))
    assert face(athlete.session, athlete.now, Viewing()).cue != "stand up"
