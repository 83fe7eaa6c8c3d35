"""What looks back: the history, a session of it, progress, an exercise, runs, the 5K."""

from runlift_tui.core.keys.action import (
    DIGITS,
    ENDS,
    HELP,
    TENS,
    Action,
    ScreenKeys,
    Typed,
    moves,
    trail,
)

# A table: a row an action, not a line an argument.
# fmt: off
HISTORY = ScreenKeys("history", "History", (
    *moves("session", "a session newer, older", "Older", "Newer"),
    *TENS,
    *ENDS,
    Action("week-older", "left", "A week older", "week", "a week older, newer", does="away(-7)"),
    Action("week-newer", "right", "A week newer", does="away(7)"),
    Action("year-older", "left_square_bracket", "A year older", "year", "a year older, newer",
           does="away(-365)"),
    Action("year-newer", "right_square_bracket", "A year newer", does="away(365)"),
    Action("search", "slash", "Search", "search",
           "search names, notes, days, as 27 nov, fri 20 or last week, and apps"),
    Action("routine", "r", "Only one routine", "routine", "only one routine",
           does="narrow('routine')"),
    Action("exercise", "f", "Only one exercise", "exercise", "only one exercise",
           does="narrow('exercise')"),
    Action("edit", "e,enter,space", "Put it right", "edit",
           "put it right: when, any value, an exercise, a set more, a set less"),
    Action("swap", "x", "A swap that was forgotten: put it right", "swap",
           "another exercise was done than stands there: which, and which was it"),
    Action("when", "t", "When it was: day, start, end", "start, end",
           "when it was: its day, when it began and ended"),
    Action("delete", "d,delete", "Delete", "delete", "delete the session"),
    *trail("undo, redo, also what was done on another day"),
    Action("past", "b", "How an exercise went", "how it went",
           "how an exercise of it went: best sets, curves, every session"),
    Action("whole", "w", "All of it", "all of it", "all of the session"),
    Action("text", "y", "As text", "as text", "the session as text, on the clipboard",
           does="as_text"),
    Action("save", "s", "Save as a file", "save",
           "save as a file: a spreadsheet of all sets or runs, or a backup of everything"),
    Action("leave", "q", "Home", "", "home at once"),
    Action("back", "escape", "Back", "back", "end the search, take the filters off, home"),
    HELP,
), changes=("edit", "swap", "when", "delete"),
    help="previous next; ten-back ten-on; week-older week-newer; year-older year-newer; "
        "search; routine; exercise; past; edit edit:2; swap; when; delete; undo redo; whole; "
        "text; save; back; leave")

PAST = ScreenKeys("past", "A session of the past", (
    *moves("choose", "another set, or another value"),
    *TENS,
    *ENDS,
    Action("side", "tab", "Next value", "next value",
           "the next value of the set, the one before; back leads to the sets", does="next_value"),
    Action("value-before", "shift+tab", "Value before", does="next_value(-1)"),
    Action("enter", "enter,space,e", "To the values, change one", "change",
           "to the values of the set; there, change the chosen one"),
    Action("swap", "x", "A swap that was forgotten: put it right", "swap",
           "another exercise was done than stands there: this set and those after it in its slot"),
    Action("when", "t", "When it was: day, start, end", "start, end",
           "to when it was: its day, when it began and ended"),
    Action("new", "n", "A set that was forgotten", "one more set",
           "a set that was forgotten, like the chosen one", does="add"),
    Action("delete", "d,delete", "Delete", "delete",
           "delete the set; on the first line, the session"),
    Action("up", "K,shift+up", "Move up", "", "move the set up, down",
           does="shift(-1)"),
    Action("down", "J,shift+down", "Move down", does="shift(1)"),
    *trail(),
    Action("back", "escape,q", "Back", "back", "back: everything is kept already"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "", "begin a new value", "enter('{}')"),
), help="previous next; enter; side value-before; digits; swap; when; new; delete; up down; "
        "up:2 down:2; undo redo; back", told=(("up:2 down:2", "the same"),))

TEXT = ScreenKeys("text", "As text", (
    Action("back", "escape,q,space,enter", "Back", "back", "back"),
    Action("again", "y", "Copy again", "copy again", "into the clipboard once more", does="copy"),
), help="again; back")

PROGRESS = ScreenKeys("progress", "Progress", (
    Action("next-question", "tab", "Another question", "question",
           "another question", does="turn(1)"),
    Action("question-before", "shift+tab", "The question before", does="turn(-1)"),
    Action("older", "left", "Earlier", "along",
           "along the chart; the line below says all of it", does="along(-1)"),
    Action("newer", "right", "Later", does="along(1)"),
    Action("previous", "up,k", "Up", "row",
           "in the table: a row; over a chart: another curve", does="step(-1)"),
    Action("next", "down,j", "Down", does="step(1)"),
    Action("ten-on", "pagedown", "Ten on", does="along(10)"),
    Action("ten-back", "pageup", "Ten back", "",
           "ten of them; {progress.first} and {progress.last}, the first and the last",
           "along(-10)"),
    Action("first", "home", "The first", does="along(-100000)"),
    Action("last", "end", "The last", does="along(100000)"),
    Action("table", "t", "Table", "table", "the same numbers as a table, as a chart",
           does="table(True)"),
    Action("chart", "c", "Chart", "chart", does="table(False)"),
    Action("whole", "w", "What these are", "what these are",
           "what the figures are, and whose rule a rule is"),
    Action("open", "enter,space", "The page of the exercise", "its page",
           "the page of the exercise, where it is about one"),
    Action("back", "escape,q", "Home", "back", "home", does="leave"),
    HELP,
), help="next-question question-before; older newer; ten-back ten-on; previous next; table "
        "chart; whole; open; back")

EXERCISE = ScreenKeys("exercise", "An exercise's past", (
    Action("older", "left", "A session older", "session",
           "a session older, newer; the line below says all of it", does="move(-1)"),
    Action("newer", "right", "A session newer", does="move(1)"),
    Action("previous", "up,k", "Up", "session",
           "in the table: a session; over the chart: another curve", does="step(1)"),
    Action("next", "down,j", "Down", does="step(-1)"),
    Action("ten-back", "pageup", "Ten newer", "",
           "ten of them; {exercise.first} and {exercise.last}, the first and the last",
           does="move(10)"),
    Action("ten-on", "pagedown", "Ten older", does="move(-10)"),
    *ENDS,
    Action("next-curve", "tab", "Another curve", "curve",
           "another curve: 1RM, load, reps, volume, left and right", does="curve(1)"),
    Action("curve-before", "shift+tab", "The curve before", does="curve(-1)"),
    Action("closer", "plus,equals_sign", "Closer", "zoom", "closer, further", does="zoom(-1)"),
    Action("further", "minus", "Further", does="zoom(1)"),
    Action("along-back", "left_square_bracket", "Earlier", "along", "earlier, later",
           does="along(-1)"),
    Action("along-on", "right_square_bracket", "Later", does="along(1)"),
    Action("all", "0", "All of it", "all of it", "all of it", does="fit"),
    Action("table", "t", "Table", "table", "the same numbers as a table, as a chart"),
    Action("chart", "c", "Chart", "chart"),
    Action("open", "enter,space", "The chosen session", "the session",
           "the whole of the chosen session, in the history"),
    Action("back", "escape,q,b", "Back", "back", "back"),
    HELP,
), help="older newer; ten-back ten-on; previous next; next-curve curve-before; closer "
        "further; along-back along-on; all; table chart; open; back")

RUNS = ScreenKeys("runs", "Runs", (
    Action("next", "down,j", "Older", does="move(1)"),
    Action("previous", "up", "Newer", "", "another run", does="move(-1)"),
    *TENS,
    Action("first", "home", "The newest", does="move(-100000)"),
    Action("last", "end", "The oldest", does="move(100000)"),
    Action("new", "n", "Note a run down", "note a run down",
           "note a run down: today 8k 42:10 easy effort 4\n"
           "days: yesterday, sat, 3 days ago, 20 nov, 2026-11-20\n"
           "8k, 5.2 miles, 5000m, half, parkrun; 42:10, 1h20, 5:16/km\n"
           "easy, long, tempo, intervals, hills, sprints, race\n"
           "strides 6x20s; effort 7; note and any words",
           does="note"),
    Action("edit", "e,enter", "Put it right", "edit", "put it right, in the same line"),
    Action("delete", "d,delete", "Delete", "delete", "delete it"),
    *trail("undo, redo, also what was done on another day"),
    Action("kind", "f", "Only one kind", "kind", "only one kind"),
    Action("five-k", "c", "The 5K", "5K", "the 5K over time"),
    Action("unit", "k", "Kilometres or miles", "km, miles", "kilometres or miles"),
    Action("whole", "w", "All of it", "", "all that is known of the run"),
    Action("leave", "q", "Home", "", "home"),
    Action("back", "escape", "Back", "back", "leave the line, take the filter off, home"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS),
), changes=("new", "edit", "delete"),
    help="new digits; previous next; ten-back ten-on; edit edit:2; delete; undo redo; kind; "
        "five-k; unit; whole; back; leave")

FIVE_K = ScreenKeys("five-k", "The 5K", (
    Action("next", "down,right,j", "Older", does="move(-1)"),
    Action("previous", "up,left,k", "Newer", "race", "another race", does="move(1)"),
    Action("whole", "w", "The studies", "the studies", "what studies found, and which they are"),
    Action("back", "escape,q,c", "Back", "back", "back to the runs"),
    HELP,
), help="previous next previous:2 next:2; whole; back")
