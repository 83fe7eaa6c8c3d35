"""What one row of the keys says, and the rows that several screens have in common."""

from msgspec import Struct

DIGITS = "0,1,2,3,4,5,6,7,8,9"
YES, NO = "y", "n"
"""What answers every question that has a yes and a no, whatever the key does where none stands."""
_ANSWERS = {YES: True, NO: False, "minus": False}
"""A no is beside the digits, too: one hand is enough for it."""
EMERGENCY, DOCTOR, ALL_THE_SAME = "e", "d", "g"
"""What says which kind of stop sign is true, and what goes on after one."""


def yes_or_no(key: str) -> bool | None:
    """Return whether a key, by its name, says yes; None for one that says neither."""
    return _ANSWERS.get(key.lower())


class Action(Struct, frozen=True):
    """One action of one screen: its keys and its words stand here, and nowhere else."""

    name: str
    """The id of the action is the screen's name and this one, with a full stop between."""
    keys: str
    """As they ship, as Textual names them, with commas; the first stands in the last line."""
    title: str
    """In the palette."""
    word: str = ""
    """In the last line, where the screen says no other."""
    meaning: str = ""
    """In the help, for all keys of its line; what stands on a new line goes on under it."""
    does: str = ""
    """The method of the screen, without its `action_`; empty where it is called as the action."""
    first: bool = False
    """Whether it comes before the same key of what has the focus."""

    @property
    def method(self) -> str:
        """The method of the screen that does it, without its `action_`, with its arguments."""
        return self.does or self.name.replace("-", "_")


class Typed(Struct, frozen=True):
    """Keys that a screen takes as typing: no action can have them there, and nobody change them."""

    name: str
    printed: str
    keys: str
    """Empty where a part of the screen takes them while it has the focus."""
    word: str = ""
    meaning: str = ""
    does: str = ""
    """The method that they are bound to, `{}` for the key; empty where the screen looks itself."""


class ScreenKeys(Struct, frozen=True):
    """All keys of one screen."""

    screen: str
    """What the ids of its actions begin with."""
    title: str
    actions: tuple[Action, ...]
    """In the order of the palette."""
    typed: tuple[Typed, ...] = ()
    help: str = ""
    """Its lines in their order: names of actions, `name:2` for the second key, `;` between lines.

    The meaning is that of the first action, unless `told` has another for the line.
    """
    told: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    """What stands on it in short, with what it means, told under the keys of its help."""
    writes: bool = False
    """Whether letters are typed on it, so that none can be an action's."""
    changes: tuple[str, ...] = ()
    """The names of the actions that change what is there, beside undo and redo."""
    under: str = ""
    """A screen some of whose keys it has beside its own, which come first."""
    shares: tuple[str, ...] = ()
    """The names of those; with `digits` that screen's typing too. Wherever they move, they do it
    on both screens."""


def moves(
    word: str, meaning: str, after: str = "Next", before: str = "Previous"
) -> tuple[Action, Action]:
    """Return the rows that go down and up a list.

    Args:
        word: In the last line.
        meaning: In the help.
        after: Going down, in the palette.
        before: Going up.
    """
    return (
        Action("next", "down,j", after, does="move(1)"),
        Action("previous", "up,k", before, word, meaning, "move(-1)"),
    )


def trail(meaning: str = "undo, redo, also what was done on another day") -> tuple[Action, Action]:
    """Return the rows that take back and do again."""
    return (Action("undo", "u", "Undo", "undo", meaning), Action("redo", "U", "Redo"))


TENS = (
    Action("ten-on", "pagedown", "Ten on", does="move(10)"),
    Action("ten-back", "pageup", "Ten back", "", "ten of them", "move(-10)"),
)
ENDS = (
    Action("first", "home", "The first", does="move(-100000)"),
    Action("last", "end", "The last", does="move(100000)"),
)
HELP = Action("help", "question_mark,f1", "Keys", "keys", "this help")
