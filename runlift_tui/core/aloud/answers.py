"""Questions in lines: what is typed for each answer, and which one a line gives."""

import re

from msgspec import structs

from runlift_tui.core.athlete.pain import WORST
from runlift_tui.core.face.pain_questions import ten
from runlift_tui.core.face.prompts import Answer, Prompt
from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.session.commands import RatePain, SayPain

ENTER, BACK = "", "b"
_WORDS = re.compile(r"[\w-]+")
_SAME = {"yes": YES, "back": BACK}
_GAPS = re.compile(r" {2,}")


def typed(prompt: Prompt) -> dict[str, Answer]:
    """Return what can be typed, and what each answers; no two of them are one answer's.

    Enter is what the big key of the screen answers, or goes back where that answers nothing; what
    Enter answers there is said by `y`.
    """
    found: dict[str, Answer] = {}
    for answer in prompt.answers:
        found.setdefault(_key(answer.key, prompt), answer)
    for same in (YES, NO):
        given = [answer.command for key, answer in found.items() if key != same]
        if same in found and not found[same].word and found[same].command in given:
            del found[same]
    return found


def _key(key: str, prompt: Prompt) -> str:
    if key == "escape":
        return BACK if prompt.answer("space") is not None else ENTER
    return {"space": ENTER, "enter": YES}.get(key, key)


def asked(prompt: Prompt) -> tuple[str, ...]:
    """Return a question with its answers, as lines."""
    answers = typed(prompt)
    shown = [f"{key or 'Enter'}: {answer.word}" for key, answer in answers.items() if answer.word]
    few = [key for key, answer in answers.items() if key.isdecimal() and not answer.word]
    if few:
        last = str(WORST) if _takes_ten(prompt) else few[-1]
        shown.insert(0, f"{few[0]} to {last}" if len(few) > 1 else few[0])
    lines = (_GAPS.sub("; ", line.removesuffix(ten()).rstrip()) for line in prompt.lines)
    return (prompt.brief or prompt.question, *filter(None, lines), f"Type {'; '.join(shown)}.")


def answered(line: str, prompt: Prompt) -> Answer | None:
    """Return the answer that a line gives, by its key or its words; None where it gives none."""
    said = line.strip().lower()
    answers = typed(prompt)
    said = NO if said == "no" else _SAME.get(said, said)
    said = BACK if said == NO and NO not in answers else said
    if said == str(WORST) and _takes_ten(prompt):
        return _ten(prompt)
    if said in answers:
        return answers[said]
    if said == YES:
        return prompt.answer("enter")
    if said == BACK:
        backs = (answers.get(key) for key in (ENTER, NO))
        return next((each for each in backs if each is not None and each.command is None), None)
    return _by_words(said, prompt)


def _by_words(said: str, prompt: Prompt) -> Answer | None:
    """Return the one answer whose words these are, all of them or some that no other has."""
    words = set(_WORDS.findall(said))
    found = [each for each in prompt.answers if words and words <= set(_words(each))]
    whole = [each for each in found if words == set(_words(each))]
    given = whole if len(whole) == 1 else found
    return given[0] if len(given) == 1 else None


def _words(answer: Answer) -> list[str]:
    return _WORDS.findall(answer.word.lower())


def _takes_ten(prompt: Prompt) -> bool:
    """Whether a ten, which is two keys on the screen, is one answer here."""
    one = prompt.answer("1")
    return one is not None and isinstance(one.command, SayPain | RatePain)


def _ten(prompt: Prompt) -> Answer | None:
    one = prompt.answer("1")
    if one is None or not isinstance(one.command, SayPain | RatePain):
        return None
    return structs.replace(one, command=structs.replace(one.command, pain=WORST))
