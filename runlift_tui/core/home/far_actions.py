"""The actions of screens that are not there: what they are called from afar, and where they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import ROWS, SCREENS, screen_keys
from runlift_tui.core.keys.key_names import names

DONE_THERE: Mapping[str, str] = {
    "exercises.new": "New exercise",
    "routines.new": "New routine",
    "plan.new": "A new plan",
    "plan.week-off": "A week off, or ill: put it into the plan",
    "plan.move-plan": "Move the plan: race, days, begin",
    "runs.new": "Note a run down",
    "runs.five-k": "The 5K",
    "exercises.search": "Search the exercises",
    "history.search": "Search the history",
    "history.save": "Export: a spreadsheet, or a backup",
    "history.swap": "A swap that was forgotten: put it right",
    "setup.card": "Enter a session from a card",
    "history.edit": "Put the last session right: sets, values, effort",
    "history.when": "When the last session was: day, start, end",
    "exercises.gear": "Exercises by what they need: bench, box, band",
}
"""Actions of other places that can be done at once, for none of them changes what is there."""
_FROM_AFAR: Mapping[str, str] = {
    "setup.start": "Choices before the start: rounds, minutes, level",
    "session.next-load": "Type the next set's load",
    "session.finish": "Finish early",
    "summary.text": "The summary as text",
    "history.text": "A session as text, to copy",
    "history.delete": "Delete a session",
    "history.whole": "All of a session",
    "history.routine": "Sessions of only one routine",
    "history.exercise": "Sessions with only one exercise",
    "past.delete": "Delete a set",
    "past.up": "Move a set up",
    "past.down": "Move a set down",
    "runs.edit": "Put a run right",
    "runs.delete": "Delete a run",
    "runs.kind": "Only one kind of run",
    "runs.whole": "All of a run",
    "five-k.whole": "The studies behind the 5K",
    "plan.reset": "A week as planned",
    "plan.whole": "All of a week of the plan",
    "exercises.tag": "Exercises with only one tag",
    "exercises.favourite": "A favourite exercise",
    "exercises.copy": "Copy an exercise",
    "exercises.archive": "Archive an exercise, or bring it back",
    "exercises.delete": "Delete an exercise",
    "exercises.merge": "Merge an exercise with another entry",
    "exercises.reset": "Reset an exercise",
    "exercises.edit": "Edit an exercise",
    "exercises.past": "How an exercise went: best sets, curves",
    "exercises.whole": "All of an exercise",
    "routines.train": "Train another routine",
    "routines.suggest": "Suggest a routine at home",
    "routines.edit": "Edit a routine",
    "routines.copy": "Copy a routine",
    "routines.archive": "Archive a routine, or bring it back",
    "routines.delete": "Delete a routine",
    "routines.reset": "Reset a routine",
    "routines.whole": "All of a routine",
    "editor.copy": "Copy a slot or a block",
    "editor.delete": "Take a slot or a block out",
    "editor.up": "Move a slot up",
    "editor.down": "Move a slot down",
    "import.whole": "All of an import",
    "settings.hear": "Hear a sound, or the voice",
}
"""What an action is called where its screen does not stand around it, if its title says too little.

A verb alone is one of five things there: a session is deleted, and so is a run."""

_PLACES = {place.value for place in Place}
_OVER = {"past": (Place.HISTORY, "edit")}
"""Screens that a place opens over itself, and by what: there the last line has the key."""
_EVERYWHERE = {"help", "keys", "back", "leave", "done", "undo", "redo", "side", "space", "rub"}
_EVERYWHERE |= {"mute"}  # outside a session the settings have it
_MOVES = {"next", "previous", "above", "below", "up", "down", "more", "less", "plus", "minus"}
_MOVES |= {"ten-on", "ten-back", "first", "last", "enter", "older", "newer", "take-over"}
_MOVES |= {"one-more", "one-less", "next-value", "value-before"}
_TURNS = {"back", "leave", "done", "side", "rub", "next-question", "question-before"}
_TURNS |= {"next-curve", "curve-before", "closer", "further", "along-back", "along-on", "all"}
_TURNS |= {"week-older", "week-newer", "year-older", "year-newer", "plan-before", "plan-after"}


def first_of(id_: str) -> int | None:
    """Return where an action stands among those of its screen that one may be after.

    Returns:
        0 for what goes on there, 1 for all else, and None for what only moves about or leaves.
    """
    name = id_.partition(".")[2]
    if name not in ("back", "take-over") and {"enter", "space"} & set(names(ROWS[id_].keys)):
        return 0
    return None if name in _MOVES | _TURNS else 1


class FarAction(NamedTuple):
    """An action of a screen that is not there."""

    id: str
    title: str
    place: Place | None
    """Where it is done; None where no place is gone to for it, so that its keys are shown."""
    then: str
    """What is done on arriving there, a method of the screen; empty for nothing."""
    screen: str
    """The name of its screen in the table of the keys."""


def far_actions(here: Iterable[str], there: Collection[str] = ()) -> Iterator[FarAction]:
    """Yield the actions of the other screens, those first that can be done at once.

    What only moves about, or means the same everywhere, is not among them, nor is a title twice.

    Args:
        here: Titles that are offered already.
        there: Ids of the actions of the screen that is there.
    """
    said = set(here)
    others = [
        f"{each.screen}.{row.name}"
        for each in SCREENS
        if each.screen not in ("app", "home", "digits")
        for row in each.actions
        if _is_one(f"{each.screen}.{row.name}") and f"{each.screen}.{row.name}" not in there
    ]
    for id_ in (*DONE_THERE, *others):
        screen, _, _ = id_.partition(".")
        title = DONE_THERE.get(id_) or _FROM_AFAR.get(id_) or ROWS[id_].title
        if title and title not in said:
            said.add(title)
            then = ROWS[id_].method if id_ in DONE_THERE else ""
            if screen in _OVER:
                yield FarAction(id_, title, *_OVER[screen], screen)
            else:
                place = Place(screen) if screen in _PLACES else None
                yield FarAction(id_, title, place, then, screen)


def _is_one(id_: str) -> bool:
    """Whether an action of another screen has a line of its own, and is not done at once."""
    screen, _, name = id_.partition(".")
    if screen in _OVER and f"{_OVER[screen][0]}.{name}" in DONE_THERE:
        return False
    return id_ in _FROM_AFAR or (name not in _EVERYWHERE | _MOVES and id_ not in DONE_THERE)


def helps() -> Iterator[tuple[str, str]]:
    """Yield every screen that has a help of its own, with its title."""
    for each in SCREENS:
        if each.help and each.screen != "app":
            yield each.screen, screen_keys(each.screen).title
