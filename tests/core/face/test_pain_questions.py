"""After pain the offer follows from the number, and no jump is ever part of it."""

import pytest
from msgspec import structs

from runlift_tui.core.athlete.closed import behind_gate
from runlift_tui.core.athlete.held_back import Allowed, instead_of
from runlift_tui.core.athlete.ladder import rung_today
from runlift_tui.core.athlete.pain import UNTIL_LOOKED
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.likeness import gentler
from runlift_tui.core.exercises.region import Region, region
from runlift_tui.core.face import pain_questions
from runlift_tui.core.face.before import notes
from runlift_tui.core.face.consequences import consequences
from runlift_tui.core.face.pain_questions import after, how_much, stop_signs, that_day
from runlift_tui.core.face.prompts import Prompt
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.unfinished import unfinished
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import (
    Finish,
    LeaveOut,
    NoSign,
    Pause,
    RatePain,
    Redo,
    SayPain,
    SetRounds,
    Skip,
    StopSign,
    Swap,
    Undo,
)
from runlift_tui.core.session.state import is_finished, is_over, sign_open, step_at
from runlift_tui.core.session.targets import open_steps, pending
from runlift_tui.core.sets.values import Why
from runlift_tui.core.setup.planning import entered
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, Athlete, library, main, started, warm_up
from tests.rows import for_each


def rated(athlete: Athlete, key: StepKey, pain: int) -> Prompt | None:
    """Skip a step for pain and say how much it hurt; return what is asked then."""
    athlete.walk_to(key)
    athlete.say(Skip(Why.PAIN, rest=True))
    asked = after(athlete.session, Skip(Why.PAIN, rest=True), library)
    assert asked is not None
    assert "0 to 10" in asked.question
    command = RatePain(key, pain)
    athlete.say(command)
    return after(athlete.session, command, library)


@for_each("level", Level)
@for_each("slot", ["B1", "B2", "B3", "B4"])
@for_each("pain", range(11))
def test_the_offer_follows_from_the_number(level: Level, slot: str, pain: int) -> None:
    asked = rated(Athlete(started(level)), main(1, slot), pain)
    commands = [answer.command for answer in asked.answers] if asked is not None else []
    swaps = [each for each in commands if isinstance(each, Swap)]
    leaves = [each for each in commands if isinstance(each, LeaveOut)]
    assert not any(swap.exercise.is_jump for swap in swaps)
    if pain > 5:
        assert not swaps
        assert leaves
    elif pain > 3:
        assert asked is not None
        assert "only if it settles" in asked.question.lower()
        assert not (leaves and swaps), "what has nothing easier is left out by one key"
    else:
        assert not leaves
        assert asked is None or "settles" not in asked.question


@for_each("exercise", library().values())
def test_what_is_offered_in_pain_leaves_the_ground_less_and_not_more(exercise: object) -> None:
    each = library()[exercise.id]  # type: ignore[attr-defined]
    found = gentler(each, library().values())
    assert found is None or not found.is_jump
    if found is not None and found.ladder == each.ladder != "":
        assert found.rung < each.rung
    reps = gentler(each, library().values(), reps_only=True)
    assert reps is None or reps.measure == "reps"


@for_each(
    ("hurt", "offered"),
    [
        ("squat-jump", "split-squat-fast"),
        ("jumping-lunge", "split-squat-fast"),
        ("back-squat", "goblet-squat"),
        ("walking-lunge", "slider-lunge"),
        ("step-up-contralateral", "step-up-lateral"),
        ("rfe-split-squat", "rfe-split-squat-low"),
        ("box-jump", None),
    ],
)
def test_easier_means_easier_on_the_joint(hurt: str, offered: str | None) -> None:
    found = gentler(library()[hurt], library().values())
    assert (None if found is None else found.id) == offered


def test_over_five_what_loads_the_same_part_is_left_by_one_key_and_comes_back_by_one() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    asked = rated(athlete, main(1, "B1"), 8)
    assert asked is not None
    assert asked.question.startswith("Pain 8 of 10. Leave the hips and legs for today: ")
    answer = asked.answer("space")
    assert answer is not None
    assert isinstance(answer.command, LeaveOut)
    assert answer == structs_word(asked, "enter", answer.word)
    back = asked.answer("escape")
    assert back is not None
    assert back.command is None
    before = athlete.session
    athlete.say(answer.command)
    left = [step for step in open_steps(athlete.session) if step.exercise.tags]
    assert all(region(step.exercise) is not Region.LEGS for step in left)
    said = consequences(before, athlete.session, answer.command)
    assert said.startswith("Left out for today: B")
    assert said.endswith("u takes it back.")
    athlete.say(Undo())
    assert open_steps(athlete.session) == open_steps(before)


def structs_word(asked: Prompt, key: str, word: str) -> object:
    """Return the answer of a key as if it had the word and the key of the one it stands for."""
    found = asked.answer(key)
    assert found is not None
    return type(found)("space", word, found.command)


def test_where_the_whole_session_loads_it_leaving_ends_it() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    asked = rated(athlete, main(1, "B1"), 10)
    assert asked is not None
    leave = next(a.command for a in asked.answers if isinstance(a.command, LeaveOut))
    athlete.say(leave)
    assert is_finished(athlete.session)
    athlete.say(Undo())
    assert not is_finished(athlete.session)


def test_a_sore_trunk_leaves_the_legs_alone() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    asked = rated(athlete, warm_up(1, "A1"), 7)
    assert asked is not None
    assert asked.question == "Pain 7 of 10: Dead bug is over for today."
    assert [answer.command for answer in asked.answers] == [None, Finish()]
    assert not any(step.exercise.id == "dead-bug" for step in open_steps(athlete.session))


def test_what_loads_a_leg_is_all_of_one_part() -> None:
    found = {id_: region(library()[id_]) for id_ in ("copenhagen-long", "calf-raise", "push-up")}
    assert list(found.values()) == [Region.LEGS, Region.LEGS, Region.ARMS]
    assert region(library()["dead-bug"]) is Region.TRUNK
    assert region(Exercise(id="mine", name="My own")) is Region.LEGS


@pytest.mark.parametrize("slot", ["B1", "B2", "B3"])
def test_ten_can_be_said_after_a_skip(slot: str) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    key = main(1, slot)
    asked = rated(athlete, key, 1)
    assert asked is not None
    ten = asked.answer("0")
    assert ten is not None
    assert ten.command == RatePain(key, 10)
    athlete.say(ten.command)
    assert athlete.done(key).pain == 10


def test_ten_can_be_said_on_a_card() -> None:
    found = Athlete(entered(started(), T0 - 86_400_000, 0))
    found.say(SayPain(1))
    asked = after(found.session, SayPain(1), library)
    assert asked is not None
    assert [a.command for a in asked.answers if a.key == "0"] == [SayPain(10)]
    found.say(Skip(Why.PAIN))
    key = next(reversed(found.session.done))
    found.say(RatePain(key, 1))
    asked = after(found.session, RatePain(key, 1), library)
    assert asked is not None
    assert [a.command for a in asked.answers if a.key == "0"] == [RatePain(key, 10)]
    assert all("10" in prompt.question for prompt in (that_day(), how_much(found.session, key)))
    with pytest.raises(Refused):
        found.say(LeaveOut(("step-up",)))


@for_each("pain", range(11))
def test_from_four_on_the_stop_signs_stand_and_what_hurts_goes_a_step_easier(pain: int) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.say(SayPain(pain))
    assert bool(stop_signs(athlete.session)) is (pain >= 4)
    asked = after(athlete.session, SayPain(pain), library)
    assert (asked is not None) is (pain >= 4)
    if asked is not None:
        said = "not train what hurts" if pain > 5 else "When what hurts comes: one step easier (x)"
        assert said in asked.question
        assert [a.command for a in asked.answers if a.key == "f"] == [Finish()]


def test_a_number_that_is_not_said_offers_nothing_and_has_the_stop_signs_shown() -> None:
    asked = how_much(Athlete().session, main(1, "B1"))
    space = asked.answer("space")
    assert space is not None
    assert space.command is None
    assert asked.unsaid


@for_each("pain", [5, 7])
def test_the_stop_signs_are_open_until_they_are_answered_whatever_was_pressed(pain: int) -> None:
    athlete = Athlete()
    for before, said in ((False, SayPain(pain)), (True, RatePain(main(1, "B1"), pain))):
        if before:
            athlete.walk_to(main(2, "B1"))
        athlete.say(said)
        assert sign_open(athlete.session) == said
        athlete.say(Undo())
        assert sign_open(athlete.session) is None
        athlete.say(Redo())
        assert stop_signs(athlete.session) == f"Pain {pain} of 10", "put back, it is asked anew"
        athlete.say(NoSign())
        assert sign_open(athlete.session) is None
        athlete.say(Undo())
        assert athlete.session.pain is None or before, "the pain goes with its answer"
        athlete.say(Redo())
        assert sign_open(athlete.session) is None, "and comes back with it"
    athlete.say(RatePain(main(1, "B1"), pain))
    athlete.say(Pause())
    athlete.say(Finish())
    assert stop_signs(athlete.session)
    assert not is_over(athlete.session), "an end answers nothing"
    told = unfinished(athlete.session, T0, 0, HomeFace("", "", "", "", (), (), ()), Unit.KG).details
    assert any(f"Pain {pain} of 10: is a stop sign true?" in line for line in told)
    athlete.say(StopSign())
    assert is_over(athlete.session)
    assert athlete.session.stop_sign


def test_what_is_offered_says_for_which_exercise_it_stands_in() -> None:
    asked = rated(Athlete(started(Level.ADVANCED)), main(1, "B1"), 4)
    assert asked is not None
    assert " for B1 from here on?" in asked.question
    easier, keep = asked.answer_rows()
    (swap,) = {each.command for each in asked.answers if isinstance(each.command, Swap)}
    assert (easier.key, easier.word) == ("space y", f"the easier {swap.exercise.name}")
    assert keep.key == "n"
    assert keep.word.startswith("keep ")


@for_each("level", Level)
@for_each("slot", ["A1", "A2", "B1", "B2", "B3", "B4"])
@for_each("pain", [4, 5, 6, 9])
def test_the_keys_that_one_always_presses_never_go_on_with_what_hurts(
    level: Level, slot: str, pain: int
) -> None:
    athlete = Athlete(started(level))
    asked = rated(athlete, main(1, slot) if slot[0] == "B" else warm_up(1, slot), pain)
    assert asked is not None
    usual = [asked.answer(key) for key in ("space", "enter", "y")]
    offered = [each for each in asked.answers if isinstance(each.command, LeaveOut | Swap)]
    if not offered:  # nothing of it is left
        assert all(each is None or each.command is None for each in usual)
        return
    for each in usual:
        assert each is not None
        assert isinstance(each.command, LeaveOut | Swap)
    no = asked.answer("n")
    assert no is not None
    assert no.command is None


@for_each("pain", [4, 5, 6, 10])
def test_at_the_very_end_nothing_is_offered_that_cannot_be_done(pain: int) -> None:
    athlete = Athlete(started(Level.BEGINNER))
    while len(open_steps(athlete.session)) > 1:
        athlete.say(Skip())
    last = pending(athlete.session)
    assert last is not None
    asked = rated(athlete, last.key, pain)
    assert is_finished(athlete.session)
    assert asked is not None
    assert asked.question == f"Pain {pain} of 10, and no set is left."
    assert [answer.command for answer in asked.answers] == [None]


def test_four_and_five_are_one_step_easier_wherever_the_scale_stands() -> None:
    session = Athlete(started(Level.ADVANCED)).session
    for asked in (pain_questions.asked(session), how_much(session, main(1, "B1"))):
        (row,) = [row for row in asked.answer_rows() if row.key == "4 5"]
        assert "one step easier" in row.word
        assert "4-5 one step easier" in asked.lines[0]


@for_each("pain", [4, 5, 6])
def test_before_the_first_set_it_is_said_what_changes_and_nothing_else_does(pain: int) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    before, rows = athlete.session, pain_questions.asked(athlete.session).answer_rows()
    athlete.say(SayPain(pain))
    now = athlete.session
    assert now.jumps_off is Why.PAIN
    assert all("no jumps" in row.word for row in rows if row.key in ("4 5", "6 7 8 9"))
    held = now.start.next_times != before.start.next_times
    assert held is (pain > 5), "over five no load rises"
    assert now.exercises == before.exercises, "what is easier is taken by hand"
    asked = after(now, SayPain(pain), library)
    assert asked is not None
    assert ("the loads stay" in asked.question) is (pain <= 5)


def test_what_was_asked_is_asked_again_until_the_next_command_answers_it() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    assert pain_questions.still_open(athlete.session, library) is None
    athlete.walk_to(main(1, "B1"))
    athlete.say(Skip(Why.PAIN, rest=True))
    asked = pain_questions.still_open(athlete.session, library)
    assert asked is not None
    assert "How much did B1 hurt, 0 to 10?" in asked.question
    athlete.say(RatePain(main(1, "B1"), 4))
    asked = pain_questions.still_open(athlete.session, library)
    assert asked is not None
    assert "go on only if it settles" in asked.question
    for command in {f"{each.command}": each.command for each in asked.answers}.values():
        if command is None:
            continue
        athlete.say(command)
    assert pain_questions.still_open(athlete.session, library) is None


def test_before_the_first_set_what_is_proposed_can_be_done_at_once() -> None:
    athlete = Athlete()
    athlete.say(SayPain(7))
    asked = after(athlete.session, SayPain(7), library)
    assert asked is not None
    assert "s and then 3" in asked.question
    assert "session.skip" in asked.passes


def test_a_one_is_kept_by_enter_and_another_digit_is_told_in_plain_words() -> None:
    asked = rated(Athlete(started(Level.BEGINNER)), warm_up(1, "A1"), 1)
    assert asked is not None
    again = asked.still("2")
    assert again is not None
    assert "is none of" not in again.question
    assert that_day().answer("1") is not None
    athlete = Athlete(entered(started(Level.BEGINNER), T0, 0))
    was_ten = after(athlete.session, SayPain(1), library)
    assert was_ten is not None
    assert was_ten.answer("enter") is not None
    told = was_ten.still("2")
    assert told is not None
    assert told.question == "Pain 1 of 10.   2: pain goes to 10; 0 makes it 10."


def test_no_more_jumps_is_said_where_there_were_some() -> None:
    for level, jumps in ((Level.BEGINNER, False), (Level.ADVANCED, True)):
        athlete = Athlete(started(level))
        athlete.walk_to(main(1, "B3"))
        athlete.say(Skip(Why.PAIN, rest=True))
        assert ("No more jumps" in how_much(athlete.session, main(1, "B3")).question) is jumps


def test_much_pain_before_names_what_hurt_last_time_and_leaves_it_out() -> None:
    start = structs.replace(started(), hurts={"step-up": "hurt 7 of 10 last time"})
    for pain, told in ((7, True), (5, False)):
        athlete = Athlete(start)
        athlete.say(SayPain(pain))
        prompt = after(athlete.session, athlete.session.log[-1].command, library)
        assert prompt is not None
        assert prompt.question.startswith("Leave out what hurt last time too: B3 Step-up.") == told
        leaves = [each.command for each in prompt.answers if isinstance(each.command, LeaveOut)]
        assert leaves == ([LeaveOut(("step-up",))] if told else [])
        step = step_at(athlete.session, main(1, "B3"))
        marked = "hurt 7 of 10 last time, and pain 7 today: s and then 3 leave it out"
        assert (marked in notes(athlete.session, step)) == told
        if told:
            athlete.say(leaves[0])
            assert "step-up" not in {s.exercise.id for s in open_steps(athlete.session)}


@for_each("pain", [2, 5, 7])
def test_pain_during_a_set_is_that_sets_and_more_than_a_little_stops_it(pain: int) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_to(main(2, "B1"))
    key = main(2, "B1")
    question = pain_questions.asked(athlete.session)
    assert question.question.startswith("B1 "), "the one under way, not the one before"
    answer = question.answer(str(pain))
    assert answer is not None
    assert answer.command == RatePain(key, pain)
    athlete.say(answer.command)
    if pain > 3:
        assert athlete.session.done[key].skipped is Why.PAIN
        assert stop_signs(athlete.session)
    else:
        assert key not in athlete.session.done
        athlete.log()
    assert athlete.session.done[key].pain == pain
    assert athlete.session.jumps_off is (Why.PAIN if pain > 3 else None)


def test_what_hurt_says_so_before_its_next_round_and_when_a_round_is_added() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.log()
    athlete.say(RatePain(main(1, "B3"), 5))
    asked = after(athlete.session, RatePain(main(1, "B3"), 5), library)
    assert asked is not None
    for round_ in (2, 3):
        step = step_at(athlete.session, main(round_, "B3"))
        assert "pain 5 in round 1: easier (x), or leave it (s, 3)" in notes(athlete.session, step)
    more = SetRounds("main", 5)
    before = athlete.session
    athlete.say(more)
    assert "B3 had pain 5" in consequences(before, athlete.session, more)


@for_each(
    ("held", "waits"),
    [
        ((), False),
        ((UNTIL_LOOKED,), False),
        ((behind_gate("pain 0-2, balance"),), True),
        ((behind_gate("balance"),), False),
        (("pain 5 of 10, so no jumps until you say pain 0-2 in a session",), True),
    ],
)
def test_where_jumps_wait_for_a_typed_pain_it_says_so_before_the_first_set(
    held: tuple[str, ...], waits: bool
) -> None:
    athlete = Athlete(structs.replace(started(), held=held))
    flash = face(athlete.session, athlete.now, Viewing()).flash
    assert ("jumps wait for a typed 0-2" in flash) == waits
    assert ("if not, just begin" in flash) == (not waits)
    assert len(flash) < 80
    rows = [(row.key, row.word) for row in pain_questions.asked(athlete.session).rows]
    assert (("3", "go on as planned, not counted for jumps") in rows) == waits
    assert (("0 1 2 3", "go on as planned") in rows) == (not waits)
    for pain in (3, 2):
        athlete.say(SayPain(pain))
        told = f"pain {pain} of 10"
        not_counted = waits and pain > 2
        told += ": go on as planned, not counted for jumps" if not_counted else ""
        assert face(athlete.session, athlete.now, Viewing()).flash == told


def test_where_a_step_up_the_ladder_waits_for_a_typed_pain_the_first_question_says_so() -> None:
    rung = rung_today(Level.ADVANCED, "", (), library(), now=T0)
    told = instead_of(library()["jumping-lunge"], rung.exercise, Allowed(rung))
    athlete = Athlete(structs.replace(started(Level.ADVANCED), exchanged={"B2": told}))
    flash = face(athlete.session, athlete.now, Viewing()).flash
    assert flash.endswith("h says how much, 0 too: a harder B2 waits for a typed 0-2.")
    assert len(flash) < 80
    rows = [row.word for row in pain_questions.asked(athlete.session).rows]
    assert "go on as planned; it counts for jumps" in rows
    other = "instead of Jumping lunge: nothing new in a light week."
    athlete = Athlete(structs.replace(started(Level.ADVANCED), exchanged={"B2": other}))
    assert "just begin" in face(athlete.session, athlete.now, Viewing()).flash
