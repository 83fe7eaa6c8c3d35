"""What is asked about pain, and what is offered then: it follows from the number that was said."""

from collections.abc import Callable, Mapping

from msgspec import structs

from runlift_tui.core.athlete.pain import STOP, WORST, shows_stop_signs
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.likeness import gentler
from runlift_tui.core.exercises.region import region
from runlift_tui.core.face.prompts import Answer, Prompt
from runlift_tui.core.keys.action import ALL_THE_SAME, DOCTOR, EMERGENCY, NO, YES
from runlift_tui.core.keys.in_force import digits_in, named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import (
    Command,
    Finish,
    GoOn,
    LeaveOut,
    NoSign,
    RatePain,
    SayPain,
    Skip,
    StopSign,
    Swap,
)
from runlift_tui.core.session.state import (
    Rest,
    Session,
    Step,
    is_finished,
    pain_told_of,
    said_last,
    sign_open,
    step_at,
    steps,
)
from runlift_tui.core.session.targets import open_steps, pending
from runlift_tui.core.sets.pain import GO_ON, SETTLING
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.text import plural

Library = Callable[[], Mapping[str, Exercise]]
_SCALE = "0-3 go on   4-5 one step easier   over 5 leave it"
_EASIER = "one step easier; go on only if the pain settles"
"""What 4 and 5 of 10 ask for: less load or range, or the rung below (Silbernagel's amber)."""
_AMBER = (
    "No jumps; the loads stay. When what hurts comes: one step easier ({session.swap}), and on "
    "only if it settles."
)
_BETTER_NOT = (
    "Better not train what hurts today: when it comes, {session.skip} and then {digits.3} "
    "leave it out."
)
_TO_TEN = "pain goes to 10; {digits.0} makes it 10."
_GO_ON = Answer("space", "go on")
_FINISH = Answer("f", "finish here", Finish())


def after(session: Session, command: Command, library: Library) -> Prompt | None:
    """Return what is asked once a command is done; None for nothing.

    Args:
        session: With the command in it.
        command: What was said last.
        library: Returns where an easier exercise is.
    """
    match command:
        case Skip(why=Why.PAIN):
            done = next(reversed(session.done.values()), None)
            asks = done is not None and done.skipped is Why.PAIN
            return how_much(session, done.key) if done is not None and asks else None
        case RatePain():
            return _rated(session, command, library)
        case SayPain():
            return _said(session, command.pain)
        case StopSign() | NoSign():
            return stopped(session) or after(session, said_last(session), library)
    return None


def still_open(session: Session, library: Library) -> Prompt | None:
    """Return what was asked last and never answered, where the session was left over it.

    What a command asks is answered by the next one; a session that is taken up again asks anew.
    """
    if is_finished(session):
        return None
    return stopped(session) or follows(session, library)


def follows(session: Session, library: Library) -> Prompt | None:
    """Return what is asked once the stop signs are answered that what was said last has shown."""
    return after(session, said_last(session), library)


def any_of_them() -> Prompt:
    """Ask whether a stop sign is true; in lines, which have no page for them."""
    answers = (
        Answer(EMERGENCY, "yes, one of the first: an emergency", StopSign(emergency=True)),
        Answer(DOCTOR, "yes, one of the others: a doctor first", StopSign()),
        Answer("n", "none of them", NoSign()),
        Answer("-", "", NoSign()),
    )
    return Prompt("Is one of these so?", answers)


def stopped(session: Session) -> Prompt | None:
    """Ask whether a session ends at a stop sign, as it should; None where it goes on, or none is.

    Nothing that one always presses answers it, and whoever goes on goes on without what hurts.
    """
    if not session.is_stopped:
        return None
    hurts = loads_what_hurts(session)
    ids = tuple(dict.fromkeys(hurts.values()))
    out = f"left out: {', '.join(hurts)}"
    if all(step.exercise.id in ids for step in open_steps(session)):
        ways = [structs.replace(_FINISH, word=f"finish here; {out}: nothing would be left")]
    else:
        word = "; ".join(("go on all the same: no jumps", *([out] if hurts else ())))
        ways = [_FINISH, Answer(ALL_THE_SAME, word, GoOn(ids))]
    if not (session.done or session.stop_sign):
        home = "back home: no set is done, nothing is kept (escape too)"
        ways = [Answer("f", home, Finish()), Answer("escape", "", Finish()), *ways[1:]]
    return Prompt(f"{STOP} training now. {session.stop}", tuple(ways))


def loads_what_hurts(session: Session) -> dict[str, str]:
    """Return what is not done and loads what hurts, now or last time: "B3 Step-up", with its id.

    What is over for today by now is part of it: it is left out as well.
    """
    said = (entry.command for entry in reversed(session.log))
    rated = next((each for each in said if isinstance(each, RatePain)), None)
    key = None if rated is None else rated.key
    if isinstance(said_last(session), Skip):
        key = pain_told_of(session)
    done = None if key is None else session.done.get(key)
    hurt = None if done is None else region(session.exercises[done.exercise])
    coming = {step.key for step in open_steps(session)}
    return {
        f"{step.key.slot} {step.exercise.name}": step.exercise.id
        for step in steps(session)
        if step.key not in session.done
        and (
            step.exercise.id in session.off
            or (
                step.key in coming
                and (step.exercise.id in session.start.hurts or region(step.exercise) is hurt)
            )
        )
    }


def stop_signs(session: Session) -> str:
    """Return the title over the stop signs while nobody has answered them; empty where none are."""
    said = sign_open(session)
    return "" if said is None else f"Pain {said.pain} of 10"


def how_much(session: Session, key: StepKey) -> Prompt:
    """Ask how much a set hurt: after a skip for pain, or where it was done all the same."""
    done = session.done.get(key)
    if done is not None and done.skipped is None and not session.is_entered:
        return _of_what_was_done(session, key)
    answers = [Answer(str(n), "", RatePain(key, n)) for n in range(10)]
    asked = f"How much did {key.slot} hurt, 0 to 10?"
    # They have ended with the skip, whatever the number is; where there were none it says nothing.
    over = "No more jumps today." if _had_jumps(session) else ""
    lines = (ten(),) if session.is_entered else (_SCALE, f"{over}   {ten()}".strip())
    go_on = "go on, without jumps" if over else "go on as planned"
    not_said = Answer("space", "not said")
    rows = (
        (KeyFace(digits_in("0 1 2 3"), go_on), *_rows("leave the exercise"))
        if not session.is_entered
        else (KeyFace(digits_in("0 1 2 3 4 5 6 7 8 9"), "as it was"), _ten_row())
    )
    return Prompt(
        asked if session.is_entered else f"{asked} {over}".strip(),
        (*answers, not_said),
        lines,
        (*rows, KeyFace("space", "not said")),
        brief=asked,
        unsaid="Pain",
    )


def _of_what_was_done(session: Session, key: StepKey) -> Prompt:
    """Ask how much a set hurt that was not stopped for it; nothing is skipped by the answer."""
    name = session.exercises[session.done[key].exercise].name
    answers = [Answer(str(n), "", RatePain(key, n)) for n in range(10)]
    easier = f"no jumps today; {_EASIER}" if _had_jumps(session) else _EASIER
    rows = (
        *_calm_rows(session),
        KeyFace(digits_in("4 5"), easier),
        *_rows("leave the exercise")[1:],
    )
    return Prompt(
        f"How much did {key.slot} {name} hurt, 0 to 10?",
        (*answers, Answer("space", "go back")),
        (_SCALE, ten()),
        rows,
        brief=f"How much did {key.slot} hurt, 0 to 10?",
    )


def _of_what_is_done_now(session: Session, step: Step) -> Prompt:
    """Ask how much the set under way hurts; over three of ten the answer stops it."""
    answers = [Answer(str(n), "", RatePain(step.key, n)) for n in range(10)]
    asked = f"{step.key.slot} {step.exercise.name}: how much does it hurt now, 0 to 10?"
    easier = f"stop this set; {_EASIER}"
    rows = (
        *_calm_rows(session),
        KeyFace(digits_in("4 5"), f"no jumps today; {easier}" if _had_jumps(session) else easier),
        *_rows("stop it, and leave the exercise")[1:],
    )
    return Prompt(asked, (*answers, Answer("space", "go back")), (_SCALE, ten()), rows)


def _calm_rows(session: Session) -> tuple[KeyFace, ...]:
    """Return the rows of no more than a little pain; where jumps wait for it, which counts."""
    if not session.start.waiting:
        return (KeyFace(digits_in("0 1 2 3"), "go on as planned"),)
    return (
        KeyFace(digits_in("0 1 2"), "go on as planned; it counts for jumps"),
        KeyFace(digits_in("3"), "go on as planned, not counted for jumps"),
    )


def _had_jumps(session: Session) -> bool:
    """Whether jumps were to come that a skip for pain has ended."""
    return any(step.exercise.is_jump and step.key not in session.done for step in steps(session))


def ten() -> str:
    """Return how a ten is said with keys, at the end of a line."""
    return named(f"{WORST}: {{digits.1}}, then {{digits.0}}")


def _ten_row() -> KeyFace:
    return KeyFace(digits_in("1 0"), named(f"{WORST}: press {{digits.1}}, then {{digits.0}}"))


def _rows(over: str) -> tuple[KeyFace, ...]:
    """Return the rows of more than a little pain, over five with what it means then."""
    return KeyFace(digits_in("4 5"), _EASIER), KeyFace(digits_in("6 7 8 9"), over), _ten_row()


def asked(session: Session) -> Prompt:
    """Ask what hurts, in a place of its own: today before the first set, then of the set done."""
    if session.is_entered:
        return that_day()
    step = pending(session)
    if session.done and step is not None and not isinstance(session.phase, Rest):
        return _of_what_is_done_now(session, step)
    done = pain_told_of(session)
    if done is not None:
        return how_much(session, done)
    answers = [Answer(str(n), "", SayPain(n)) for n in range(10)]
    back = Answer("space", "go back")
    rows = (
        *_calm_rows(session),
        KeyFace(digits_in("4 5"), named("no jumps; {session.swap} has what hurts one step easier")),
        KeyFace(digits_in("6 7 8 9"), "no jumps, no load rises; better leave what hurts"),
        _ten_row(),
    )
    return Prompt("How much does it hurt today, 0 to 10?", (*answers, back), (_SCALE, ten()), rows)


def that_day() -> Prompt:
    """Ask what hurt before a session that is entered afterwards."""
    answers = [Answer(str(n), "", SayPain(n)) for n in range(10)]
    question = f"Pain before the session, as it stands on the card, 0 to 10? {ten()}"
    return Prompt(question, (*answers, Answer("escape", "go back")))


def _was_ten(ten: Command) -> Prompt:
    """Ask whether a one is all of the number: it was typed with one key, as every number is."""
    answers = (Answer("0", "it was 10", ten), _GO_ON, Answer("enter", ""))
    return Prompt("Pain 1 of 10.", answers, no_such=named(_TO_TEN))


def _said(session: Session, pain: int) -> Prompt | None:
    """Return what is asked once it was said what hurts before the session."""
    if session.is_entered:
        return _was_ten(SayPain(WORST)) if pain == 1 else None
    if pain <= GO_ON:
        return None
    known = hurt_last_time(session) if pain > SETTLING else {}
    question = _BETTER_NOT if pain > SETTLING else _AMBER
    told = f"Leave out what hurt last time too: {', '.join(known)}. " if known else ""
    leave = LeaveOut(tuple(dict.fromkeys(known.values())))
    out = (Answer("enter", "leave it out" if len(known) == 1 else "leave them out", leave),)
    return Prompt(
        f"{told}{named(question)}",
        (_GO_ON, *(out if known else ()), _FINISH),
        passes=("session.skip", "session.swap"),
    )


def hurt_last_time(session: Session) -> dict[str, str]:
    """Return what is still to come and hurt last time: "B3 Step-up", with the exercise's id."""
    return {
        f"{step.key.slot} {step.exercise.name}": step.exercise.id
        for step in open_steps(session)
        if step.exercise.id in session.start.hurts
    }


def _rated(session: Session, command: RatePain, library: Library) -> Prompt | None:
    """Return what is asked once it was said how much a set hurt."""
    key, pain = command.key, command.pain
    if key not in session.done:
        return _was_ten(RatePain(key, WORST)) if pain == 1 else None
    if session.is_entered:
        taken = Prompt(f"Pain {pain} of 10.", (_GO_ON,)) if shows_stop_signs(pain) else None
        return _was_ten(RatePain(key, WORST)) if pain == 1 else taken
    if pain > SETTLING:
        return _over(session, key, pain)
    if session.done[key].skipped is None and pain <= GO_ON:
        return _was_ten(RatePain(key, WORST)) if pain == 1 else None
    step = step_at(session, key)
    exercise = session.exercises[session.done[key].exercise]
    is_left = any(s.key.slot == key.slot and s.key not in session.done for s in steps(session))
    easier = gentler(exercise, library().values(), reps_only=step.fast) if is_left else None
    if easier is None or easier.id == step.exercise.id:
        return _nothing_easier(session, key, pain)
    question = f"An easier one for {key.slot} from here on?"
    swap = Swap(key.slot, easier)
    take, keep = f"the easier {easier.name}", f"keep {step.exercise.name}"
    if pain > GO_ON:  # whoever presses what they always press has it easier
        return Prompt(
            f"Pain {pain} of 10: go on only if it settles. {question}",
            (
                *(Answer("space", take, swap), Answer("enter", "", swap), Answer(YES, "", swap)),
                Answer(NO, keep),
            ),
        )
    ten = (Answer("0", "it was 10", RatePain(key, WORST)),) if pain == 1 else ()
    easy = Answer("enter", take, swap), Answer(YES, "", swap)
    return Prompt(question, (*easy, *ten, Answer("space", keep), Answer(NO, "")))


def _nothing_easier(session: Session, key: StepKey, pain: int) -> Prompt | None:
    if pain > GO_ON and is_finished(session):
        return _at_the_end(pain)
    if pain > GO_ON:
        return _on_if_it_settles(session, key, pain)
    return _was_ten(RatePain(key, WORST)) if pain == 1 else None


def _on_if_it_settles(session: Session, key: StepKey, pain: int) -> Prompt:
    """Say that what hurts goes on only if it settles; the usual keys leave it, one goes on."""
    said, exercise = f"Pain {pain} of 10: go on only if it settles.", session.done[key].exercise
    if all(step.exercise.id != exercise for step in open_steps(session)):
        return Prompt(said, (_GO_ON, _FINISH))
    easier = named(f"{said} {{session.swap}} has {key.slot} easier.")
    leave, word = LeaveOut((exercise,)), f"leave {key.slot} out"
    out = (Answer("space", word, leave), Answer("enter", "", leave), Answer(YES, "", leave))
    on = Answer(NO, "it settles: go on")
    return Prompt(easier, (*out, on, _FINISH), passes=("session.swap",))


def _at_the_end(pain: int) -> Prompt:
    """Say the number where nothing is left that could be left out, or gone on with."""
    return Prompt(f"Pain {pain} of 10, and no set is left.", (Answer("space", "the session"),))


def _over(session: Session, key: StepKey, pain: int) -> Prompt:
    """Propose to leave out what loads the same part of the body; going on is a key of its own."""
    exercise = session.exercises[session.done[key].exercise]
    hurt = region(exercise)
    same = [step for step in open_steps(session) if region(step.exercise) is hurt]
    count = sum(step.ramp is None for step in same)
    if is_finished(session):
        return _at_the_end(pain)
    if not same:
        return Prompt(f"Pain {pain} of 10: {exercise.name} is over for today.", (_GO_ON, _FINISH))
    leave = LeaveOut(tuple(dict.fromkeys(step.exercise.id for step in same)))
    return Prompt(
        f"Pain {pain} of 10. Leave the {hurt} for today: {plural(count, 'more set')} out?",
        (
            Answer("space", "leave them out", leave),
            Answer("enter", "", leave),
            Answer(YES, "", leave),
            _FINISH,
            Answer(NO, ""),
            Answer("escape", "keep them"),
        ),
    )
