"""What a typed line orders: one word, or the letter that has the same meaning on the screen."""

from enum import StrEnum
from typing import NamedTuple

HELP = (
    "Enter: done, go, start the hold, end it: what comes next.",
    "8 or 8/7: reps, left and right. load 24: the weight, where there are two that of each one,"
    " so 2 x 24. could do 2, snap 4: the other values; with commas between them. In a rest they"
    " put right what was just done.",
    "t: where the session stands, again. o: what is left. w: how it is done, and why.",
    "s: skip. u: take back. U: put back. p: pause. + or -: 15 seconds of rest, +60: as many.",
    "r: rounds. x: another exercise, x barbell: those of that name or kit. n TEXT: a note."
    " pain 3: what hurts, 0 to 10. l: this slot at the end of the round.",
    "f: finish. q: leave; the session stays, and goes on in lines or on the screen:"
    " runlift --no-plain resume.",
)


class Kind(StrEnum):
    """What is ordered."""

    AGAIN = "t"
    LEFT = "o"
    HOW = "w"
    SKIP = "s"
    UNDO = "u"
    REDO = "U"
    PAUSE = "p"
    LENGTHEN = "+"
    ROUNDS = "r"
    SWAP = "x"
    NOTE = "n"
    PAIN = "pain"
    LATER = "later"
    YES = "yes"
    FINISH = "f"
    LEAVE = "q"
    HELP = "?"


class Order(NamedTuple):
    """An order, and what stands behind its word."""

    kind: Kind
    text: str = ""


_WORDS = {
    **{each.value: each for each in Kind},
    **dict.fromkeys(("time", "where", "again"), Kind.AGAIN),
    **dict.fromkeys(("list", "left"), Kind.LEFT),
    **dict.fromkeys(("how", "why"), Kind.HOW),
    "skip": Kind.SKIP,
    "undo": Kind.UNDO,
    "redo": Kind.REDO,
    "pause": Kind.PAUSE,
    "rounds": Kind.ROUNDS,
    "swap": Kind.SWAP,
    "note": Kind.NOTE,
    "y": Kind.YES,
    "finish": Kind.FINISH,
    **dict.fromkeys(("quit", "leave", "exit"), Kind.LEAVE),
    "help": Kind.HELP,
    "h": Kind.PAIN,
    "l": Kind.LATER,
}
_STEP_S = 15


def order(line: str) -> Order | None:
    """Return what a line orders; None for one that orders nothing."""
    said = line.strip()
    if said[:1] in ("+", "-"):
        number = said[1:].strip().removesuffix("s").strip() or str(_STEP_S)
        if number.isascii() and number.isdecimal():
            return Order(Kind.LENGTHEN, f"{said[0]}{int(number[:5])}")
        return None
    word, _, rest = said.partition(" ")
    kind = _WORDS.get(word) or _WORDS.get(word.lower())
    if kind is None or (rest and kind not in (Kind.NOTE, Kind.PAIN, Kind.SWAP)):
        return None
    return Order(kind, rest.strip())
