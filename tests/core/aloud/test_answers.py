"""Questions in lines: each answer has a key of its own, Enter is safe, and words count too."""

from collections.abc import Iterator

import pytest

from runlift_tui.core.aloud.answers import BACK, ENTER, answered, asked, typed
from runlift_tui.core.athlete.pain import WORST
from runlift_tui.core.face import pain_questions, prompts
from runlift_tui.core.face.prompts import Prompt
from runlift_tui.core.keys.action import YES
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Finish, LeaveOut, RatePain, SayPain, Skip
from runlift_tui.core.sets.values import Why
from tests.core.builders import Athlete, library, main, started


def hurt(pain: int, slot: str = "B1") -> Prompt | None:
    """Return what is asked once a set hurt so much."""
    athlete, key = Athlete(started(Level.ADVANCED)), main(1, slot)
    athlete.walk_to(key)
    athlete.say(Skip(Why.PAIN, rest=True))
    athlete.say(RatePain(key, pain))
    return pain_questions.after(athlete.session, RatePain(key, pain), library)


def every_question() -> Iterator[Prompt]:
    """Yield what a session in lines asks."""
    athlete = Athlete(started(Level.ADVANCED))
    session = athlete.session
    found = [
        prompts.skip(session),
        prompts.rounds(session),
        prompts.finish(session),
        pain_questions.asked(session),
        pain_questions.how_much(session, main(1, "B1")),
        *(pain_questions.after(session, SayPain(pain), library) for pain in range(11)),
        *(hurt(pain, slot) for slot in ("B1", "B2") for pain in range(11)),
    ]
    yield from (each for each in found if each is not None)


@pytest.fixture(scope="module", name="questions")
def every() -> list[Prompt]:
    return list(every_question())


def test_no_two_answers_share_a_key(questions: list[Prompt]) -> None:
    assert len(questions) > 20
    for prompt in questions:
        answers = typed(prompt)
        for answer in prompt.answers:
            given = [key for key, each in answers.items() if each.command == answer.command]
            assert len(given) == 1, (prompt.question, answer.word, given)
        shown = asked(prompt)[-1].removeprefix("Type ").removesuffix(".").split("; ")
        keys = [each.partition(":")[0] for each in shown]
        assert len(keys) == len(set(keys)), shown
        assert "space" not in " ".join(asked(prompt)).lower()


def test_enter_never_gives_what_goes_further_than_the_question(questions: list[Prompt]) -> None:
    for prompt in questions:
        answer = typed(prompt)[ENTER]
        assert not isinstance(answer.command, Finish), prompt.question
        back = answered("b", prompt)
        assert back is not None
        assert back.command is None, prompt.question


def test_what_loads_the_sore_part_is_left_out_by_enter_and_kept_by_b() -> None:
    prompt = hurt(8)
    assert prompt is not None
    assert asked(prompt)[-1] == "Type Enter: leave them out; f: finish here; b: keep them."
    for said in ("", "leave them out", "leave", YES, "yes"):
        answer = answered(said, prompt)
        assert answer is not None
        assert isinstance(answer.command, LeaveOut)
    for said in (BACK, "no", "n", "keep"):
        assert answered(said, prompt) is prompt.answers[-1]


def test_the_words_of_an_answer_are_the_answer() -> None:
    prompt = prompts.skip(Athlete(started(Level.ADVANCED)).session)
    assert prompt is not None
    whys = {
        "pain": Why.PAIN,
        "Time": Why.TIME,
        "no equipment": Why.EQUIPMENT,
        "FORM": Why.FORM,
        "no reason": None,
        "3": Why.PAIN,
    }
    for said, why in whys.items():
        answer = answered(said, prompt)
        assert answer is not None, said
        assert isinstance(answer.command, Skip)
        assert answer.command.why is why or why is None
    for said in ("7", "8/7", "knee", "pain form", "!", "u"):
        assert answered(said, prompt) is None, said


def test_a_ten_is_one_answer() -> None:
    prompt = pain_questions.asked(Athlete(started(Level.ADVANCED)).session)
    answer = answered("10", prompt)
    assert answer is not None
    assert answer.command == SayPain(WORST)
    assert asked(prompt)[1:] == (
        "0-3 go on; 4-5 one step easier; over 5 leave it",
        "Type 0 to 10; Enter: go back.",
    )
    assert answered("11", prompt) is None
