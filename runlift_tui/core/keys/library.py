"""What is made and chosen: plans, exercises, routines, levels, settings; and what is everywhere."""

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
PLAN = ScreenKeys("plan", "Plan", (
    *moves("another week", "another week, or another number of it"),
    Action("side", "tab", "Next number", "",
           "the next number of the week, the one before; back leads to the weeks",
           does="next_value"),
    Action("value-before", "shift+tab", "Number before", does="next_value(-1)"),
    Action("enter", "enter,space,e", "Change", "change a week",
           "to the numbers of the week; there, change the chosen one"),
    Action("more", "right,plus", "More", does="nudge(1)"),
    Action("less", "left,minus", "Less", "less, more", "a number a step less, a step more",
           does="nudge(-1)"),
    Action("reset", "r", "As planned", "as planned",
           "the week as planned: your changes of it are taken back"),
    Action("new", "n", "A new plan", "a new plan", "a new plan, where none is under way"),
    Action("move-plan", "m", "Move the plan", "move the plan",
           "move the plan: race, days, begin, a week ill or off, with what it costs",
           does="move_plan"),
    Action("week-off", "o", "A week ill or off", "ill, or off",
           "the chosen week off, or what is left of it; then holiday or ill, with what it costs",
           does="move_plan('off')"),
    Action("end", "x", "End the plan", "end the plan",
           "end the plan; it stays, with what it came to"),
    Action("plan-before", "left_square_bracket", "Earlier plan", "another plan",
           "an earlier plan, a later one", does="plan(-1)"),
    Action("plan-after", "right_square_bracket", "Later plan", does="plan(1)"),
    *trail(),
    Action("whole", "w", "All of it", "all of it", "all that there is to say of the week"),
    Action("back", "escape,q", "Back", "home", "home"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "", "begin a new number"),
), changes=("enter", "more", "less", "reset", "new", "move-plan", "week-off", "end"),
    help="previous next; enter; less more; digits; side value-before; reset; new; move-plan; "
        "week-off; end; plan-before plan-after; undo redo; whole; back", codes=(
    ("□ ■ ▣ ·", "a week without a session, trained, this one, to come"),
    ("kind", "build: more week by week; deload: lighter on purpose; keep: one session keeps it; "
     "taper: less before the race; easy: after it; back: after an illness"),
    ("times", "sessions in the week; rounds: of the main part in each"),
    ("B1", "reps of the heavy set, each leg; more: how many more you could have done"),
    ("run, lift", "hours and minutes of running, and of strength with jumps"),
    ("share", "of all training time that is strength"),
    ("done", "sessions done of those planned; above it is more than planned"),
    ("*", "changed by hand"),
))

PLAN_FORM = ScreenKeys("plan-form", "A new plan", (
    Action("begin", "enter,ctrl+s", "Begin the plan", "begin the plan", "begin the plan"),
    Action("above", "up", "Line above", "another line", "another line", does="app.focus_previous"),
    Action("below", "down", "Line below", does="app.focus_next"),
    Action("preview", "pagedown", "All that it comes to", "", "all that the answers come to",
           first=True),
    Action("keys", "f1", "Keys", "keys", "this help; here ? is a letter like any other",
           does="help"),
    Action("back", "escape", "Back", "back", "back; answers that were typed are asked for first"),
), (
    Typed("choice", "← →", "", "change a choice", "change a choice; in a line, move in it"),
), help="above below; choice; preview; begin; back; keys", writes=True)

PLAN_MOVE = ScreenKeys("plan-move", "Move the plan", (
    Action("move", "enter,ctrl+s", "Move the plan", "move the plan",
           "move the plan; undo on its page takes it back"),
    Action("above", "up", "Line above", "another line", "another line", does="app.focus_previous"),
    Action("below", "down", "Line below", does="app.focus_next"),
    Action("preview", "pagedown", "All that it costs", "", "all that it costs", first=True),
    Action("keys", "f1", "Keys", "keys", "this help; here ? is a letter like any other",
           does="help"),
    Action("back", "escape", "Back", "back", "back; answers that were typed are asked for first"),
), (
    Typed("choice", "← →", "", "change a choice", "change a choice; in a line, move in it"),
), help="above below; choice; preview; move; back; keys")

EXERCISES = ScreenKeys("exercises", "Exercises", (
    *moves("choose", "choose an exercise"),
    *TENS,
    *ENDS,
    Action("search", "slash", "Search", "search",
           "search by any name; a typo is no harm, the best 50 are shown"),
    Action("tag", "t", "Only one tag", "tag", "only one tag", does="narrow('tag')"),
    Action("gear", "g", "Only one piece of equipment", "gear",
           "only one piece of equipment, or none", does="narrow('kit')"),
    Action("view", "v", "All, favourites, own, archived", "view",
           "view: all, favourites, own and adapted, archived"),
    Action("favourite", "f,asterisk", "Favourite", "favourite", "favourite, or no more",
           does="change('favour')"),
    Action("copy", "c", "Copy", "", "copy it under a new name", does="change('copy')"),
    Action("archive", "a", "Archive, or bring back", "",
           "archive: out of lists and swaps, or back", does="change('archive')"),
    Action("delete", "d,delete", "Delete", "", "delete one of your own; history keeps its name",
           does="change('delete')"),
    Action("merge", "m", "Merge with another entry", "",
           "merge: another entry of the same movement becomes this one, its past too"),
    Action("reset", "r", "Reset", "", "reset an adapted one to how it was shipped",
           does="change('reset')"),
    Action("edit", "e,enter,space", "Edit", "edit", "edit; a built-in becomes a copy of your own"),
    Action("new", "n", "New", "new", "a new one", does="edit(True)"),
    *trail(),
    Action("past", "b", "How it went", "how it went",
           "how it went: best sets, curves, every session"),
    Action("whole", "w", "All of it", "all of it", "all that is known of it"),
    Action("leave", "q", "Home", "", "home at once"),
    Action("back", "escape", "Back", "back", "end the search, take the filters off, home"),
    HELP,
), changes=("favourite", "copy", "archive", "delete", "merge", "reset", "edit", "new"),
    help="search; previous next; tag; gear; view; edit edit:2; new; copy; favourite "
        "favourite:2; archive; delete; merge; reset; undo redo; past; whole; back; leave")

FORM = ScreenKeys("form", "An exercise", (
    Action("keep", "enter,ctrl+s", "Keep", "keep it", "keep it"),
    Action("above", "up", "Line above", "another line", "another line", does="app.focus_previous"),
    Action("below", "down", "Line below", does="app.focus_next"),
    Action("back", "escape", "Back", "back", "back"),
    Action("keys", "f1", "Keys", "keys", "this help; here ? is a letter like any other",
           does="help"),
), (
    Typed("choice", "← →", "", "change a choice", "another choice, where the line has a few"),
), help="above below; choice; keep; back; keys", writes=True)

ROUTINES = ScreenKeys("routines", "Routines", (
    *moves("", "another routine"),
    Action("train", "space", "Train", "train",
           "train it today: on to the choices; home goes on suggesting its own"),
    Action("suggest", "s", "Suggest it at home", "at home", "home suggests it from now on",
           does="change('suggest')"),
    Action("edit", "e,enter", "Edit", "edit",
           "edit; one that ships becomes a copy of your own by that"),
    Action("new", "n", "New", "new routine", "a new one of your own, exercise by exercise"),
    Action("copy", "c", "Copy", "copy", "a copy under a name of its own", does="change('copy')"),
    Action("archive", "a", "Archive, or bring back", "archive", "archive: out of sight, or back",
           does="change('archive')"),
    Action("delete", "d,delete", "Delete", "",
           "delete one of your own; the past keeps what was done in it", does="change('delete')"),
    Action("reset", "r", "Reset", "", "reset one that ships to what it was",
           does="change('reset')"),
    Action("view", "v", "With the archived ones", "view", "with the archived ones, or without"),
    *trail(),
    Action("whole", "w", "All of it", "all of it", "all of it: every step and rest"),
    Action("back", "escape,q", "Home", "back", "home", does="leave"),
    HELP,
), changes=("train", "suggest", "edit", "new", "copy", "archive", "delete", "reset"),
    help="train; previous next; suggest; edit edit:2; new; copy; archive; delete; reset; view; "
        "undo redo; whole; back")

EDITOR = ScreenKeys("editor", "A routine", (
    *moves("", "another line, or another value"),
    *TENS,
    Action("block-before", "left_square_bracket", "Block before", "",
           "the first slot of the block before, of the next one", does="move(-1, True)"),
    Action("block-after", "right_square_bracket", "Next block", does="move(1, True)"),
    Action("side", "tab", "Next value", "next value",
           "the next value of the line, the one before; back leads to the lines",
           does="next_value"),
    Action("value-before", "shift+tab", "Value before", does="next_value(-1)"),
    Action("enter", "enter,space,e", "Change", "its values",
           "to the values of a line; there, change the chosen one"),
    Action("more", "right,plus", "More", does="nudge(1)"),
    Action("less", "left,minus", "Less", "less, more", "a value a step less, a step more",
           does="nudge(-1)"),
    Action("new", "n", "New slot", "new slot", "a new slot after the chosen line", does="add_slot"),
    Action("block", "b", "New block", "new block", "a new block after the chosen one",
           does="add_block"),
    Action("instead", "i", "What may stand there instead", "",
           "the slot's own list: what may stand there instead, the first first"),
    Action("copy", "c", "Copy", "", "copy the slot or block", does="edit('copy')"),
    Action("delete", "d,delete", "Take out", "take out", "take the slot or block out",
           does="edit('remove')"),
    Action("up", "K,shift+up", "Move up", "move",
           "move it up, down", does="edit('up')"),
    Action("down", "J,shift+down", "Move down", does="edit('down')"),
    Action("reset", "r", "As it ships", "", "reset to what it was, where it ships"),
    *trail(),
    Action("whole", "w", "Preview", "preview", "the whole preview"),
    Action("back", "escape,q", "Back", "done", "done: everything is kept already"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "", "begin a new value"),
), help="previous next; block-before block-after; enter; side value-before; less more; digits; "
        "new; block; instead; copy; delete; up down; up:2 down:2; reset; undo redo; whole; back",
    told=(("up:2 down:2", "the same"),), codes=(
    ("counts", "what may be counted, in reps, seconds or metres; aim: what is aimed at in it"),
    ("more", "how many more you could have done when you stop"),
    ("rest", "behind the set; before a fast one, or between two rounds"),
    ("ramp", "reps of the lighter sets on the way up"),
    ("or", "how many of your own list may stand in for it"),
))

LEVELS = ScreenKeys("levels", "Levels", (
    Action("easier", "left,shift+tab", "Easier level", "another level", "look at another level",
           does="look(-1)"),
    Action("harder", "right,tab", "Harder level", does="look(1)"),
    Action("take", "enter,space", "Take this level", "take this level", "train as this level"),
    Action("check", "c", "Check control", "checks",
           "check your control: the questions and the hold behind the gate"),
    Action("overrule", "o", "Overrule the gate", "overrule",
           "overrule the gate knowingly, or put it back"),
    Action("rung", "r", "Next rung", "next rung", "the next rung of B2, where it is offered",
           does="next"),
    *trail(),
    Action("why", "w", "Why", "why", "why"),
    Action("back", "escape,q", "Home", "home", "home"),
    HELP,
), (
    Typed("which", "1-3", "1,2,3", "", "look at the first, the second or the third level",
          "look(0, {})"),
), changes=("take", "check", "overrule", "rung"),
    help="easier harder; which; take; check; overrule; rung; undo redo; why; back")

SETTINGS = ScreenKeys("settings", "Settings", (
    *moves("another", "another setting"),
    Action("less", "left,minus", "Less", "change", "less, more; another choice", does="turn(-1)"),
    Action("more", "right,plus", "More", does="turn(1)"),
    Action("enter", "enter,space,e", "Change", "type, turn",
           "change it: type a value, turn it over, take the next choice"),
    Action("hear", "h", "Hear it", "hear", "play a sound, or speak, as it is set"),
    *trail(),
    Action("back", "escape,q", "Home", "home", "home: everything is kept already"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "", "begin a new value"),
), changes=("less", "more", "enter"),
    help="previous next; less more; digits; enter; hear; undo redo; back")

BIN = ScreenKeys("bin", "The bin", (
    *moves("thing", "another thing that was deleted"),
    *TENS,
    *ENDS,
    Action("restore", "enter,space,u", "Bring it back", "bring it back",
           "bring it back where it was, whatever was deleted after it"),
    Action("redo", "U", "Back into the bin", "",
           "how to put into the bin again what was brought back"),
    Action("back", "escape,q", "Home", "home", "home"),
    HELP,
), changes=("restore",),
    help="previous next; ten-back ten-on; restore restore:3; redo; back")

IMPORT = ScreenKeys("import", "Import", (
    *moves("another", "another import"),
    *TENS,
    *ENDS,
    Action("new", "n,enter", "Import files", "a file",
           "a path, quoted or not, or several; files can be dropped on the window\n"
           "in the line: {import.complete} completes, * stands for whatever is there, enter reads",
           does="begin"),
    Action("complete", "tab", "Complete the path", "complete", "complete the path in the line"),
    Action("undo", "u", "Take the last import back", "take it back",
           "take the last import back, all of it, also on another day"),
    Action("take-out", "d,delete", "Take this import back", "take this one back",
           "take the chosen import back"),
    Action("whole", "w", "All of it", "all of it", "all of the chosen import"),
    Action("leave", "q", "Home", "", "home"),
    Action("back", "escape", "Back", "back", "stop the reading, leave the line, home"),
    HELP,
), changes=("new", "take-out"),
    help="new new:2; complete; undo; take-out; previous next; ten-back ten-on; whole; back; leave")

IMPORT_PREVIEW = ScreenKeys("import-preview", "Before an import", (
    *moves("choose", "another line to be answered"),
    Action("take", "enter,ctrl+s", "Import it", "import it", "import all that stands there"),
    Action("less", "left,minus", "Answer before", "another answer",
           "another answer; a name the same as ours, or new", does="turn(-1)"),
    Action("more", "right,plus,space", "Next answer", does="turn(1)"),
    Action("whole", "w", "All of it", "all of it", "all that is to say of the files"),
    Action("back", "escape,q", "Back", "back", "back, and nothing is imported"),
    HELP,
), help="take; less more; previous next; whole; back")

APP = ScreenKeys("app", "Everywhere", (
    Action("palette", "ctrl+p,colon", "", "",
           "by name: what is done here; where it can be left, places, exercises, sessions",
           does="command_palette"),
    Action("repaint", "ctrl+l", "Draw the screen anew", "",
           "the screen drawn anew, where another program wrote over it"),
), help="palette palette:2; repaint")
