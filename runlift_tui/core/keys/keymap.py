"""The keys of each screen and what they mean: one table for the help and the README.

They are the keys as they ship; `core.own_keys` puts an athlete's own in their place.
"""

from msgspec import Struct

from runlift_tui.core.home.ways import WAYS


class KeyLine(Struct, frozen=True):
    """One key, or a few that belong together."""

    keys: str
    meaning: str


SESSION_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "the one key: done, go, start the hold, end it, go on after a pause"),
    KeyLine("0-9", "type into the value under the cursor, both legs at once until tab"),
    KeyLine(
        "tab ← →",
        "the next value, or the one before: load, reps to spare, snap: 1-5, how fast it felt",
    ),
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
    KeyLine("PgDn PgUp", "space and u, as a presenter's clicker has them; a tap is space too"),
    KeyLine("?", "this help"),
)
HOME_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "on with what stands there: the session, or its choices"),
    *(KeyLine(way.key, way.meaning) for way in WAYS),
    KeyLine("r", "resume an unfinished session"),
    KeyLine("f", "finish an unfinished session as it stands"),
    KeyLine("d", "discard an unfinished session"),
    KeyLine("u  U", "undo, redo the discard"),
    KeyLine("q", "quit"),
    KeyLine("?", "this help"),
)
INTRODUCTION_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space enter", "the next of three; a question is passed"),
    KeyLine("PgDn PgUp", "the next, the one before, as a presenter's clicker has them"),
    KeyLine("1 2 3", "beginner, intermediate, advanced"),
    KeyLine("k  l", "kilograms, pounds"),
    KeyLine("escape", "skip what is left of it; settings show it again"),
    KeyLine("q", "quit"),
)
SETUP_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "start"),
    KeyLine("↑ ↓", "another line"),
    KeyLine("← →", "less, more"),
    KeyLine("1-6", "main rounds"),
    KeyLine("c", "from a card: enter a session that was trained without the laptop"),
    KeyLine("escape", "back"),
)
ENTRY_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space", "done as it stands there, and on to the next set"),
    KeyLine("0-9", "type into the value under the cursor, both legs at once until tab"),
    KeyLine(
        "tab ← →",
        "the next value, or the one before: load, reps to spare, snap: 1-5, how fast it felt",
    ),
    KeyLine("↑ ↓", "one more, one less"),
    KeyLine("s", "skip, then why: 1 time, 2 equipment, 3 pain, 4 form"),
    KeyLine("u  U", "back to the set before, redo"),
    KeyLine("t", "when it was trained"),
    KeyLine("p", "pain before the session, 0 to 9"),
    KeyLine("x", "another exercise stood in this slot"),
    KeyLine("r", "rounds of this block, or end this round here"),
    KeyLine("n", "a note on the session"),
    KeyLine("f", "nothing more was done, then enter"),
    KeyLine("q", "leave; what was entered stays"),
)
SUMMARY_KEYS: tuple[KeyLine, ...] = (
    KeyLine("space enter", "done: home; a space right behind the last set is none"),
    KeyLine("0-9", "effort, 0 to 10; with a set chosen, its value under the cursor"),
    KeyLine("↑ ↓", "choose a set; at the top, none"),
    KeyLine("tab ← →", "another value of the chosen set"),
    KeyLine("+ -", "one more, one less"),
    KeyLine("u  U", "undo, redo; the end of the session can be undone too"),
    KeyLine("n", "a note on the chosen set, else on the session"),
    KeyLine("y", "the session as text, on the clipboard"),
    KeyLine("PgDn PgUp", "space and u, as a presenter's clicker has them"),
)
LEVEL_KEYS: tuple[KeyLine, ...] = (
    KeyLine("← →", "look at another level"),
    KeyLine("enter", "train as this level"),
    KeyLine("c", "check your control: the questions and the hold behind the gate"),
    KeyLine("o", "overrule the gate knowingly, or put it back"),
    KeyLine("n", "the next rung of B2, where it is offered"),
    KeyLine("u  U", "undo, redo"),
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
    KeyLine("q", "home at once"),
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
    KeyLine("e enter", "put it right: any value, a set more, a set less"),
    KeyLine("d", "delete the session"),
    KeyLine("u  U", "undo, redo; the last deletion comes back even later"),
    KeyLine("w", "all of the session"),
    KeyLine("y", "the session as text, on the clipboard"),
    KeyLine("escape", "end the search, take the filters off, home"),
    KeyLine("q", "home at once"),
)
RUN_KEYS: tuple[KeyLine, ...] = (
    KeyLine("n  0-9", "note a run down: today 8k 42:10 easy effort 4"),
    KeyLine("", "days: yesterday, sat, 3 days ago, 20 nov, 2026-11-20"),
    KeyLine("", "8k, 5.2 miles, 5000m, half; 42:10, 1h20, 5:16/km"),
    KeyLine("", "easy, long, tempo, intervals, hills, sprints, race"),
    KeyLine("", "strides 6x20s; effort 7; note and any words"),
    KeyLine("↑ ↓", "another run"),
    KeyLine("PgUp PgDn", "ten of them"),
    KeyLine("e enter", "put it right, in the same line"),
    KeyLine("d", "delete it"),
    KeyLine("u  U", "undo, redo; the last deletion comes back even later"),
    KeyLine("f", "only one kind"),
    KeyLine("c", "the 5K over time"),
    KeyLine("k", "kilometres or miles"),
    KeyLine("w", "all that is known of the run"),
    KeyLine("escape", "leave the line, take the filter off, home"),
    KeyLine("q", "home"),
)
FIVE_K_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓ ← →", "another race"),
    KeyLine("escape", "back to the runs"),
)
EXERCISE_PAST_KEYS: tuple[KeyLine, ...] = (
    KeyLine("← →", "a session older, newer; the line below says all of it"),
    KeyLine("PgUp PgDn", "ten of them; home and end, the first and the last"),
    KeyLine("↑ ↓", "in the table: a session; over the chart: another curve"),
    KeyLine("tab shift+tab", "another curve: 1RM, load, reps, volume, left and right"),
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
PLAN_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another week, or another number of it"),
    KeyLine("enter", "to the numbers of the week; there, change the chosen one"),
    KeyLine("← →", "a number a step less, a step more"),
    KeyLine("0-9", "begin a new number"),
    KeyLine("tab", "from the weeks to the numbers, and back"),
    KeyLine("r", "the week as planned: your changes of it are taken back"),
    KeyLine("n", "a new plan, where none is under way"),
    KeyLine("x", "end the plan; it stays, with what it came to"),
    KeyLine("[ ]", "an earlier plan, a later one"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("w", "all that there is to say of the week"),
    KeyLine("escape", "home"),
)
PLAN_FORM_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another line"),
    KeyLine("← →", "change a choice; in a line, move in it"),
    KeyLine("PgDn", "all that the answers come to"),
    KeyLine("enter", "begin the plan"),
    KeyLine("escape", "back; answers that were typed are asked for first"),
    KeyLine("f1", "this help; here ? is a letter like any other"),
)
SETTINGS_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another setting"),
    KeyLine("← →", "less, more; another choice"),
    KeyLine("0-9", "begin a new value"),
    KeyLine("enter", "change it: type a value, turn it over, take the next choice"),
    KeyLine("u  U", "undo, redo"),
    KeyLine("escape", "home: everything is kept already"),
)
TEXT_KEYS: tuple[KeyLine, ...] = (
    KeyLine("y", "into the clipboard once more"),
    KeyLine("escape", "back"),
)
FORM_KEYS: tuple[KeyLine, ...] = (
    KeyLine("↑ ↓", "another line"),
    KeyLine("← →", "another choice, where the line has a few"),
    KeyLine("enter", "keep it"),
    KeyLine("escape", "back"),
    KeyLine("f1", "this help; here ? is a letter like any other"),
)
EVERYWHERE: tuple[KeyLine, ...] = (
    KeyLine("ctrl+p :", "everything by name: actions, places, exercises, routines, sessions"),
)


class ScreenKeys(Struct, frozen=True):
    """All keys of one screen."""

    screen: str
    """What the ids of its actions begin with."""
    title: str
    keys: tuple[KeyLine, ...]


SCREENS: tuple[ScreenKeys, ...] = (
    ScreenKeys("session", "The session", SESSION_KEYS),
    ScreenKeys("home", "Home", HOME_KEYS),
    ScreenKeys("setup", "Before the start", SETUP_KEYS),
    ScreenKeys("summary", "Summary", SUMMARY_KEYS),
    ScreenKeys("history", "History", HISTORY_KEYS),
    ScreenKeys("past", "A session of the past", PAST_SESSION_KEYS),
    ScreenKeys("text", "As text", TEXT_KEYS),
    ScreenKeys("entry", "From a card", ENTRY_KEYS),
    ScreenKeys("plan", "Plan", PLAN_KEYS),
    ScreenKeys("plan-form", "A new plan", PLAN_FORM_KEYS),
    ScreenKeys("runs", "Runs", RUN_KEYS),
    ScreenKeys("five-k", "The 5K", FIVE_K_KEYS),
    ScreenKeys("progress", "Progress", PROGRESS_KEYS),
    ScreenKeys("exercise", "An exercise's past", EXERCISE_PAST_KEYS),
    ScreenKeys("exercises", "Exercises", EXERCISE_KEYS),
    ScreenKeys("form", "An exercise", FORM_KEYS),
    ScreenKeys("routines", "Routines", ROUTINE_KEYS),
    ScreenKeys("editor", "A routine", ROUTINE_EDITOR_KEYS),
    ScreenKeys("levels", "Levels", LEVEL_KEYS),
    ScreenKeys("settings", "Settings", SETTINGS_KEYS),
    ScreenKeys("app", "Everywhere", EVERYWHERE),
)
"""Every screen that has keys of its own, the session first."""
