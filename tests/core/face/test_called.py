"""What is said of a step in large letters, and what was before and comes then."""

import pytest
from msgspec import structs

from runlift_tui.core.exercises.call import MOST_COLUMNS, columns
from runlift_tui.core.face.called import share_words
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.face.shapes import Mark, Scene, ScreenState, SessionFace
from runlift_tui.core.session.commands import LogSet, Pause, Prepare, Swap
from runlift_tui.core.session.state import LeadIn, Work, is_finished
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, library, main, reps, started


def seen(athlete: Athlete, unit: Unit = Unit.KG) -> SessionFace:
    return face(athlete.session, athlete.now, Viewing(unit=unit))


def test_the_heading_is_the_exercise_in_its_work_and_the_state_in_a_rest() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    work = seen(athlete)
    assert (work.scene, work.heading) == (Scene.WORK, "REAR-FOOT SPLIT SQUAT")
    athlete.log(reps(6))
    rest = seen(athlete)
    assert (rest.scene, rest.heading, rest.label) == (Scene.REST, "PRIMING REST", "B2")
    athlete.say(Pause())
    assert seen(athlete).heading == "PAUSED"
    assert seen(athlete).call == rest.call, "what comes next stays"


def test_a_pause_of_a_set_leaves_the_exercise_on_top_and_says_it_below() -> None:
    athlete = Athlete()
    athlete.walk(lambda session: isinstance(session.phase, LeadIn))
    running = seen(athlete)
    assert (running.lead, running.stands) == ("READY IN", "")
    athlete.say(Pause())
    found = seen(athlete)
    assert found.heading == running.heading == running.call
    assert (found.lead, found.stands) == ("PAUSED", "PAUSED")


def test_a_lead_in_says_how_long_the_hold_will_be() -> None:
    athlete = Athlete()
    athlete.walk(lambda session: isinstance(session.phase, LeadIn))
    assert seen(athlete).count == "20 S"


def test_every_moment_says_which_exercise_it_is_about() -> None:
    athlete = Athlete()
    scenes = set()
    while not is_finished(athlete.session):
        found = seen(athlete)
        scenes.add(found.scene)
        assert found.heading
        assert found.label
        assert found.title
        assert 0 < columns(found.call) <= MOST_COLUMNS
        assert found.units or found.each
        athlete.on()
    assert scenes == set(Scene)


def test_a_load_stands_in_letters_as_it_is_typed() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    assert seen(athlete).load == "", "nothing is known of it"
    athlete.say(Prepare({Field.LOAD_KG: 24.0}))
    assert seen(athlete).load == "2x12 KG"
    athlete.say(LogSet({Field.LEFT: 6, Field.RIGHT: 6, Field.LOAD_KG: 24.0}))
    athlete.walk_to(main(2, "B1"))
    assert seen(athlete).load == "2x12 KG"
    assert seen(athlete, Unit.LB).load.endswith(" LB")


def test_a_rest_says_the_count_in_letters_with_a_load_or_without() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6))
    assert (seen(athlete).load, seen(athlete).count) == ("", "3 EACH")


def test_two_slots_with_one_call_have_their_label_in_front() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    session = athlete.session
    other = structs.replace(session.exercises[athlete.step.exercise.id], call="STEP-UP")
    for slot in ("B4",):
        id_ = next(
            each.exercise
            for block in session.routine.blocks
            for each in block.slots
            if each.label == slot
        )
        exercises = {**session.exercises, id_: structs.replace(other, id=id_)}
        session = structs.replace(session, exercises=exercises)
    found = face(session, athlete.now, Viewing())
    assert found.call == f"B3 {seen(athlete).call}"
    assert columns(found.call) <= MOST_COLUMNS


def test_a_ramp_says_how_many_there_are_and_that_it_counts_for_no_round() -> None:
    athlete = Athlete()
    while athlete.step.ramp is None:
        athlete.on()
    found = seen(athlete)
    while found.state is not ScreenState.WORK:
        athlete.on()
        found = seen(athlete)
    assert found.word.startswith("RAMP 1 of ")
    assert found.units[-1] == "not counted as a round"
    assert Mark.RAMP in {mark for marks in found.squares for mark in marks}
    (then,) = (line for line in found.before if line.label == "then")
    assert then.brief.startswith("then 5 easy reps, ")


def test_a_ramp_to_a_known_load_says_once_of_what_each_set_is_a_share() -> None:
    done = LastSet(left=8, right=8, load_kg=48.0, implements=2)
    exercise = started().routine.slot("B1").exercise
    athlete = Athlete(started(last=(LastTime(slot="B1", exercise=exercise, sets=(done,)),)))
    while athlete.step.ramp is None or not athlete.is_in(Work):
        athlete.on()
    (then,) = (line for line in seen(athlete).before if line.label == "then")
    assert then.text == "5 reps at 50% of the load, 2 at 75%, round 1"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "without weight"),
        (0.5, "easy: half of the load to come"),
        (0.75, "easy: 75 % of the load to come"),
    ],
)
def test_a_share_of_the_load_is_said_in_words(share: float, said: str) -> None:
    assert share_words(share, known=True) == said


def test_a_share_of_a_load_that_nobody_knows_leads_to_it() -> None:
    assert share_words(0, known=False) == "without weight"
    assert share_words(0.6, known=False) == "easy: lighter than round 1"
    for begin, said in (
        ("2 x 6-8 kg: 2 x 4 kg", "60 % of 2 x 6-8 kg: 2 x 4 kg"),
        ("with the empty bar", "easy, with the empty bar"),
    ):
        assert share_words(0.6, known=False, begin=begin) == said


def test_what_was_before_and_what_comes_then_are_told_long_and_short() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    first = {line.label: line for line in seen(athlete).before}
    assert first["then"].text == "rest 4:00, B2, half of these"
    assert first["then"].brief == "then B2, half of these"
    assert first["then"].whole == "rest 4:00, B2 Jumping lunge, half of these"
    athlete.log(reps(6) | {Field.LOAD_KG: 24.0, Field.RIR: 2})
    athlete.walk_to(main(2, "B1"))
    second = {line.label: line for line in seen(athlete).before}
    assert second["today, round 1"].text == "6/6 at 2 x 12 kg, could do 2 more"
    assert second["today, round 1"].brief == "today, round 1  6/6 at 2 x 12 kg"


def test_what_was_never_done_has_no_last_time() -> None:
    first = seen(Athlete()).before[0]
    assert (first.label, first.text, first.brief) == ("last time", "none yet", "first time")


def test_blocks_are_further_apart_than_rounds() -> None:
    squares = seen(Athlete()).squares
    assert squares.count(()) == 1
    assert squares[0]
    assert squares[-1]


def test_under_an_exercise_swapped_in_no_set_of_the_one_before_it_stands() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6) | {Field.LOAD_KG: 24.0})
    athlete.walk_to(main(1, "B3"))
    athlete.say(Swap("B1", library()["step-up-lateral"]))
    athlete.walk_to(main(2, "B1"))
    assert not [line for line in seen(athlete).before if line.label.startswith("today")]
