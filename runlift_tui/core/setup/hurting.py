"""What hurt last time of a session that is planned, and what to do with it."""

from collections.abc import Iterator

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.commands import Started
from runlift_tui.core.sets.pain import CALM, hurt_too_much, hurt_words, hurts_little

_LEAVE = "leave it out while it hurts ({session.skip}, then 3); once calm, less of it"
_EASE = "leave it out ({session.skip}, then 3) or one step easier ({session.swap})"
_GO_ON = f"go on as planned; nothing of it rises before a session with pain 0-{CALM}"


def hurting(start: Started, facts: Facts) -> Iterator[str]:
    """Yield what hurt last time of what is planned, a sentence for what is to be done alike.

    Args:
        start: The session.
        facts: What the history says.
    """
    names = {exercise.id: exercise.name for exercise in start.exercises}
    found: dict[str, list[str]] = {}
    for _, slot in start.routine.slots():
        if told := hurt_words(facts.pains, slot.exercise):
            todo = _EASE
            if hurt_too_much(facts.pains, slot.exercise):
                todo = _LEAVE
            elif hurts_little(facts.pains, slot.exercise):
                todo = _GO_ON
            found.setdefault(todo, []).append(f"{slot.label} {names[slot.exercise]} {told}")
    for todo, whose in found.items():
        yield f"{'; '.join(whose)}: {named(todo)}."
