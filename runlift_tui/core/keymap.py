"""The keys of each screen and what they mean: one table for the help and the README."""

from typing import NamedTuple

from runlift_tui.core.ways import WAYS


class KeyLine(NamedTuple):
    """One key, or a few that belong together."""

    keys: str
    meaning: str


SESSION_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "the one key: done, go, start the hold, end it, go on after a pause"),
    KeyLine("0-9", "type into the value under the cursor, both legs at once until tab"),
    KeyLine("tab ← →", "the next value, the one before: right, load, could do, left"),
    KeyLine("↑ ↓", "one more, one less"),
    KeyLine("enter", "take over what was typed; a second without a key does too"),
    KeyLine("u  U", "undo, redo, as deep as the session; u also stops a hold"),
    KeyLine("+ -", "15 s of rest more or less"),
    KeyLine("p", "pause; space goes on"),
    KeyLine("s", "skip, then why: 1 time, 2 equipment, 3 pain, 4 form"),
    KeyLine("x", "swap the exercise"),
    KeyLine("l", "later: to the end of this round, a heavy set with its fast one"),
    KeyLine("r", "rounds of this block, or end this round here"),
    KeyLine("n", "a note on the set just done, else on the session"),
    KeyLine("w", "how and why"),
    KeyLine("f", "finish early, then enter"),
    KeyLine("q", "leave; the session stays and goes on where it stood"),
    KeyLine("?", "this help"),
)
HOME_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "on with what stands there: the session, or its choices"),
    *(KeyLine(way.key, way.meaning) for way in WAYS),
    KeyLine("k", "kilograms or pounds"),
    KeyLine("f", "finish an unfinished session as it stands"),
    KeyLine("d", "discard an unfinished session"),
    KeyLine("q", "quit"),
    KeyLine("?", "this help"),
)
SETUP_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "start"),
    KeyLine("↑ ↓", "another line"),
    KeyLine("← →", "less, more"),
    KeyLine("1-6", "main rounds"),
    KeyLine("escape", "back"),
)
SUMMARY_KEYS: tuple[KeyLine, ...] = (
    KeyLine("0-9", "effort, 0 to 10; with a set chosen, its value under the cursor"),
    KeyLine("↑ ↓", "choose a set; at the top, none"),
    KeyLine("tab ← →", "another value of the chosen set"),
    KeyLine("+ -", "one more, one less"),
    KeyLine("u  U", "undo, redo; the end of the session can be undone too"),
    KeyLine("n", "a note on the chosen set, else on the session"),
    KeyLine("enter", "done: home"),
)
LEVEL_KEYS: tuple[KeyLine, ...] = (
    KeyLine("← →", "look at another level"),
    KeyLine("enter", "train as this level"),
    KeyLine("c", "check your control: the questions and the hold behind the gate"),
    KeyLine("o", "overrule the gate knowingly, or put it back"),
    KeyLine("n", "the next rung of B2, where it is offered"),
    KeyLine("u", "take the last change back"),
    KeyLine("w", "why"),
    KeyLine("escape", "home"),
)
EXERCISE_KEYS: tuple[KeyLine, ...] = (
    KeyLine("/", "search by any name; a typo is no harm, the best 50 are shown"),
    KeyLine("↑ ↓", "choose an exercise"),
    KeyLine("t", "only one tag"),
    KeyLine("g", "only one piece of equipment, or none"),
    KeyLine("v", "view: all, favourites, own and adapted, archived"),
    KeyLine("e enter", "edit; a built-in becomes a copy of your own"),
    KeyLine("n", "a new one"),
    KeyLine("c", "copy it under a new name"),
    KeyLine("f  *", "favourite, or no more"),
    KeyLine("a", "archive: out of lists and swaps, or back"),
    KeyLine("d", "delete one of your own; history keeps its name"),
    KeyLine("r", "reset an adapted one to how it was shipped"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("b", "how it went: best sets, curves, every session"),
    KeyLine("w", "all that is known of it"),
    KeyLine("escape", "end the search, take the filters off, home"),
)
ROUTINE_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "train it: on to the choices, and home suggests it from now on"),
    KeyLine("↑ ↓", "another routine"),
    KeyLine("e", "edit; one that ships becomes a copy of your own by that"),
    KeyLine("n", "a new one"),
    KeyLine("c", "a copy under a name of its own"),
    KeyLine("a", "archive: out of sight, or back"),
    KeyLine("d", "delete one of your own; the past keeps what was done in it"),
    KeyLine("r", "reset one that ships to what it was"),
    KeyLine("v", "with the archived ones, or without"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("w", "all of it: every step and rest"),
    KeyLine("escape", "home"),
)
ROUTINE_EDITOR_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another line, or another value"),
    KeyLine("enter", "to the values of a line; there, change the chosen one"),
    KeyLine("tab", "from the lines to the values, and back"),
    KeyLine("← →", "a value a step less, a step more"),
    KeyLine("0-9", "begin a new value"),
    KeyLine("n", "a new slot after the chosen line"),
    KeyLine("b", "a new block after the chosen one"),
    KeyLine("c", "copy the slot or block"),
    KeyLine("d", "take the slot or block out"),
    KeyLine("K  J", "move it up, down; shift with the arrows does too"),
    KeyLine("r", "reset to what it was, where it ships"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("w", "the whole preview"),
    KeyLine("escape", "done: everything is kept already"),
)
HISTORY_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "a session newer, older"),
    KeyLine("PgUp PgDn", "ten of them"),
    KeyLine("← →", "a week older, newer"),
    KeyLine("[ ]", "a year older, newer"),
    KeyLine("/", "search names, notes and dates"),
    KeyLine("r", "only one routine"),
    KeyLine("x", "only one exercise"),
    KeyLine("b", "how an exercise of it went: best sets, curves, every session"),
    KeyLine("enter e", "put it right: any value, a set more, a set less"),
    KeyLine("d", "delete the session"),
    KeyLine("u  U", "undo, redo; the last deletion comes back even later"),
    KeyLine("w", "all of the session"),
    KeyLine("escape", "end the search, take the filters off, home"),
)
EXERCISE_PAST_KEYS: tuple[KeyLine, ...] = (
    KeyLine("← →", "a session older, newer; the line below says all of it"),
    KeyLine("PgUp PgDn", "ten of them; home and end, the first and the last"),
    KeyLine("tab  ↑ ↓", "another curve: 1RM, load, reps, volume, left and right"),
    KeyLine("+ -", "closer, further"),
    KeyLine("[ ]", "earlier, later"),
    KeyLine("0", "all of it"),
    KeyLine("t  c", "the same numbers as a table, as a chart"),
    KeyLine("escape", "back"),
)
PROGRESS_KEYS: tuple[KeyLine, ...] = (
    KeyLine("tab ← →", "another question"),
    KeyLine("↑ ↓", "another row"),
    KeyLine("enter", "the page of the exercise, where the row is of one"),
    KeyLine("escape", "home"),
)
PAST_SESSION_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another set, or another value"),
    KeyLine("enter", "to the values of the set; there, change the chosen one"),
    KeyLine("tab", "from the sets to the values, and back"),
    KeyLine("0-9", "begin a new value"),
    KeyLine("n", "a set that was forgotten, like the chosen one"),
    KeyLine("d", "delete the set; on the first line, the session"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("escape", "back: everything is kept already"),
)
