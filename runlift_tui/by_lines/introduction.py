"""What a newcomer is asked first, in lines: who asks a doctor first, level, unit, weights."""

from collections.abc import Callable

from msgspec import structs

from runlift_tui.by_lines.keyboard import LineInput
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.pain import NOT_ADVICE
from runlift_tui.core.home.introduction import (
    IntroductionPage,
    introduction,
    lines_key,
    lines_keys,
    said_of,
    turned,
    typed,
)
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text, sentence
from runlift_tui.store.planner import Planner, sessions_of_levels
from runlift_tui.store.store import Store

_FIRST = "Before the first session, four questions. q leaves."
_LEFT = "Nothing was begun; the questions come again with the next start."


def introduced(store: Store, keyboard: LineInput, say: Callable[[str], object]) -> bool:
    """Ask a newcomer what home asks first; return whether they went through all of it.

    Args:
        store: The data folder, open.
        keyboard: Where the athlete's lines come from.
        say: Prints a line.
    """
    say(NOT_ADVICE)
    say(_FIRST)
    page: IntroductionPage | None = IntroductionPage.HEALTH
    while page is not None:
        athlete = store.desk.athlete()
        _ask(page, store, say)
        try:
            line = _line(keyboard)
        except (EOFError, KeyboardInterrupt):
            line = "q"
        if line in ("q", "quit"):
            say(_LEFT)
            return False
        try:
            after, said = _answered(page, line, athlete)
        except Refused as refused:
            say(safe_text(sentence(f"{refused}")))
            continue
        store.desk.keep_athlete(structs.replace(said, asked=athlete.asked or after is None))
        page = after
    return True


def _line(keyboard: LineInput) -> str:
    while True:
        line = keyboard.line(None)
        if line is not None:
            return line.strip().lower()


def _ask(page: IntroductionPage, store: Store, say: Callable[[str], object]) -> None:
    athlete = store.desk.athlete()
    told = (athlete.level, athlete.unit, athlete.ask_first, athlete.weights, athlete.bar)
    is_level = page is IntroductionPage.LEVEL
    sessions = sessions_of_levels(Planner(store, store.desk.shelf)) if is_level else {}
    face = introduction(page, *told, sessions)
    say(face.sentence)
    for line in face.details:
        say(line.strip())
    if page is IntroductionPage.HEALTH:
        say(face.quiet[0][1])
    if page is IntroductionPage.WEIGHTS:
        say(face.quiet[0][1])
        say(face.quiet[1][1])
    say(lines_keys(page, athlete))


def _answered(
    page: IntroductionPage, line: str, athlete: Athlete
) -> tuple[IntroductionPage | None, Athlete]:
    """Return the next page, and the athlete as they said that they are.

    Raises:
        Refused: the line is no answer.
    """
    if page is IntroductionPage.WEIGHTS and line:
        return page, typed(line, athlete)
    turn = turned(page, lines_key(line), answered=athlete.ask_first is not None)
    if turn is None:
        raise Refused(f"“{line[:40]}” is no answer here")
    return turn.page, said_of(athlete, turn)
