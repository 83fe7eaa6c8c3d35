"""What a session is trained with: home, its choices, the session, its summary, a card."""

from runlift_tui.core.keys.action import (
    DIGITS,
    HELP,
    Action,
    ScreenKeys,
    Typed,
    moves,
)

# A table: a row an action, not a line an argument.
# fmt: off
SESSION = ScreenKeys("session", "The session", (
    Action("space", "space,pagedown", "Done, go, start", "done",
           "the one key: done, go, start the hold, end it, go on after a pause"),
    Action("undo", "u,pageup", "Undo", "undo",
           "undo, redo: all of the session, at any time; {session.undo} also stops a hold"),
    Action("redo", "U", "Redo"),
    Action("longer", "plus", "Rest 15 s longer", "15 s", "15 s of rest more or less",
           does="lengthen(15)"),
    Action("shorter", "minus", "Rest 15 s shorter", does="lengthen(-15)"),
    Action("pause", "p", "Pause", "pause", "pause; {session.space} goes on"),
    Action("skip", "s", "Skip", "skip",
           "skip, then why: {digits.1} time, {digits.2} equipment, {digits.3} pain, "
           "{digits.4} form"),
    Action("pain-today", "h", "Pain", "pain",
           "what hurts, 0 to 10: today; later this set, in a rest the last one", does="pain"),
    Action("swap", "x", "Swap the exercise", "swap", "swap the exercise"),
    Action("later", "l", "Later in this round", "",
           "later: to the end of this round, a heavy set with its fast one"),
    Action("rounds", "r", "Rounds", "", "rounds of this block, or end this round here"),
    Action("note", "n", "New note", "", "a new note: on the set just done, else on the session"),
    Action("outline", "o", "What is left", "list", "what is left, slot by slot and round by round"),
    Action("mute", "m", "Sounds and voice off, or on", "",
           "no sounds and no voice; again, on"),
    Action("beat", "b", "Beat", "beat", "a beat for slow reps, where a cue counts their seconds"),
    Action("why", "w", "How and why", "why", "how and why"),
    Action("plates", "k", "Weights to put on", "weights",
           "the weights to put on: plates or pairs, and where they are set"),
    Action("next-load", "t", "The next set's load", "",
           "in a rest: type the load of the set that comes"),
    Action("finish", "f", "Finish", "finish", "finish early, then enter"),
    Action("leave", "q", "Leave; the session stays", "leave",
           "leave; the session stays and goes on where it stood"),
    HELP,
    Action("next-value", "tab,right", "Next value", "",
           "the next value, or the one before: load, could do, snap: 1-5, how fast it felt",
           does="move(1)"),
    Action("value-before", "shift+tab,left", "Value before", does="move(-1)"),
    Action("one-more", "up", "One more", "", "one more, one less", does="step(1)"),
    Action("one-less", "down", "One less", does="step(-1)"),
    Action("take-over", "enter", "Take the value over", "",
           "take over what was typed, as a second without a key does; say that it is right",
           does="take"),
    Action("rub", "backspace", "Rub out a digit"),
), (
    Typed("digits", "0-9", DIGITS, "change",
          "type into the value under the cursor, both legs at once until {session.next-value}",
          "type('{}')"),
    Typed("point", ".", "full_stop,comma", does="type('.')"),
), help="space; digits; next-value value-before:2 next-value:2; one-more one-less; take-over; "
        "undo redo; longer shorter; pause; pain-today; skip; swap; later; rounds; note; "
        "outline; plates; next-load; beat; mute; why; finish; leave; space:2 undo:2; help", told=(
    ("space:2 undo:2", "{session.space} and {session.undo}, as a presenter's clicker has them; a "
     "tap is {session.space} too"),
), codes=(
    ("B1", "a place in the session: A warms up, B is the main part, in rounds"),
    ("■ ▣ □", "a set done, the one that comes, one to come; a gap is a round"),
    ("ramp", "lighter sets on the way up; not counted as rounds"),
    ("could do", "how many more you could have done; optional, empty is not counted"),
    ("snap", "1 to 5, how fast it felt; optional, empty is not counted"),
    ("window", "rests after which jumps may be a little better; our own rule for a level"),
))

HOME = ScreenKeys("home", "Home", (
    Action("space", "space,enter,pagedown", "On with it", "train",
           "on with what stands there: the session, or its choices"),
    Action("resume", "r", "Resume", "resume", "resume an unfinished session"),
    Action("finish", "f", "Finish as it stands", "finish it as it stands",
           "finish an unfinished session as it stands"),
    Action("discard", "d", "Discard", "discard", "discard an unfinished session"),
    Action("undo", "u,pageup", "Undo the discard, or the import", "",
           "undo, redo the discard, also on another day; undo an import"),
    Action("redo", "U", "Discard again"),
    Action("worse", "y,plus,equals_sign", "Worse the morning after", "worse",
           "worse the morning after, where asked", does="morning(True)"),
    Action("settled", "n,minus", "Not worse the morning after", "not worse",
           "not worse the morning after, where asked", does="morning(False)"),
    Action("looked", "c", "Somebody has looked", "somebody has looked",
           "a doctor or physiotherapist has looked, after a stop sign", does="looked"),
    *moves("", "the lines below, where the window is too low for all", "Down", "Up"),
    Action("plan", "p", "Plan", "plan", "plan: nine weeks, their minutes, and what is due when",
           does="go('plan')"),
    Action("runs", "t", "Runs", "runs", "runs: note one down in a line, the weeks, the 5K",
           does="go('runs')"),
    Action("history", "h", "History", "history", "history: what was done, and putting it right",
           does="go('history')"),
    Action("progress", "b", "Progress", "progress",
           "progress: weeks, best sets, rests before jumps, plans, the 5K", does="go('progress')"),
    Action("routines", "o", "Routines", "routines",
           "routines: the one for next time, your own, the editor", does="go('routines')"),
    Action("exercises", "e", "Exercises", "exercises",
           "exercises: search them, adapt them, add your own", does="go('exercises')"),
    Action("levels", "l", "Levels", "levels", "levels, the gate to jumping, the ladder of B2",
           does="go('levels')"),
    Action("settings", "s", "Settings", "settings",
           "settings: units, weights, sounds, theme, and the like", does="go('settings')"),
    Action("search", "slash", "Find anything by name", "find anything",
           "find anything by name: what can be done, places, exercises, sessions",
           does="app.command_palette"),
    Action("import", "i", "Import", "import",
           "import: what you have in another app or on a watch; history saves files",
           does="go('import')"),
    Action("quit", "q", "Quit", "quit", "quit", does="leave"),
    HELP,
), changes=("space", "resume", "finish", "discard", "worse", "settled", "looked"),
    help="space; plan; runs; history; progress; routines; exercises; levels; settings; search; "
        "import; resume; finish; discard; undo redo; worse; settled; looked; previous next; "
        "quit; help", codes=(
    ("A1 B1", "places in the session: A warms up, B is the main part, in rounds"),
    ("half of B1", "of the reps that you did in B1: half, rounded down, two to five"),
    ("could do", "how many more you could have done when you stop"),
    ("kit", "what to fetch, the weights as well; ramp: lighter sets on the way up"),
    ("load", "what comes of the last session's load, and why"),
    ("□ ■ ▣ ·", "weeks of the plan: without a session, trained, this one, to come"),
    ("4 of 13", "sessions of the plan done, of all that it has; and more: beyond it"),
    ("changed", "what became different in this week since the plan was made"),
    ("easy, hard", "runs as your plan has them: hard ones are intervals, tempo, a race"),
    ("5K", "your first one, and what the newest runs or races say now; an estimate"),
    ("gate", "what is asked before the first jump; {home.levels} shows it"),
    ("rung", "a step of B2's ladder, from the gentlest jump to the highest"),
))

SETUP = ScreenKeys("setup", "Before the start", (
    Action("start", "space,pagedown", "Start", "start", "start"),
    Action("take-over", "enter", "Take the value over", "",
           "take over what was typed; with nothing open, start", does="take"),
    Action("card", "c", "From a card", "from a card",
           "from a card: note down a session that was trained without the laptop",
           does="enter_card"),
    Action("above", "up,shift+tab", "Line above", "choose", "another line", does="row(-1)"),
    Action("below", "down,tab", "Line below", does="row(1)"),
    Action("less", "left,minus", "Less", "less, more", "less, more", does="change(-1)"),
    Action("more", "right,plus", "More", does="change(1)"),
    Action("rub", "backspace", "Rub out a digit", "", "rub out a digit"),
    Action("back", "escape,q,pageup", "Back", "back", "back"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "number", "rounds or minutes, of the chosen line", "type('{}')"),
    Typed("point", ".", "full_stop,comma", does="type('.')"),
), help="start; take-over; above below; less more; digits; rub; card; back")

SUMMARY = ScreenKeys("summary", "Summary", (
    Action("space", "space", "Done", "done",
           "done: home; a {summary.space} right behind the last set is none"),
    Action("take-over", "enter", "Take the value over", "",
           "take over what was typed; say that it is right; with nothing open, home", does="take"),
    Action("back", "escape", "Back to the effort", "effort",
           "from a set back to the effort; from there home"),
    Action("done", "q", "Done"),
    Action("undo", "u,pageup", "Undo", "undo",
           "undo, redo; the end of the session can be undone too"),
    Action("redo", "U", "Redo"),
    Action("note", "n", "New note", "note", "a new note: on the chosen set, else on the session"),
    Action("text", "y", "As text", "as text", "the session as text, on the clipboard",
           does="as_text"),
    Action("above", "up", "Set above", "correct a set",
           "choose a set, the last one by up; beyond the last, the effort", does="choose(-1)"),
    Action("below", "down", "Set below", does="choose(1)"),
    Action("next-value", "tab,right", "Next value", "next", "another value of the chosen set",
           does="move(1)"),
    Action("value-before", "shift+tab,left", "Value before", does="move(-1)"),
    Action("plus", "plus", "One more", "", "one more, one less", does="step(1)"),
    Action("minus", "minus", "One less", does="step(-1)"),
    Action("rub", "backspace", "Rub out a digit"),
    HELP,
), (
    Typed("digits", "0-9", DIGITS, "effort",
          "effort, 0 to 10; with a set chosen, its value under the cursor", "type('{}')"),
    Typed("point", ".", "full_stop,comma", does="type('.')"),
), help="space done; digits; take-over; above below; back; next-value value-before:2 next-value:2; "
        "plus minus; "
        "undo redo; note; text; undo:2", told=(
    ("undo:2", "{summary.undo}, as a presenter's clicker has it; the other key is for reading on"),
))

_LIVE = ("pause", "pain-today", "beat", "plates", "next-load")
ENTRY = ScreenKeys("entry", "From a card", (
    Action("when", "t", "When it was trained", "when", "when it was trained"),
    Action("pain", "h,p", "Pain before it", "pain", "pain before the session, 0 to 10"),
), help="space; digits; next-value value-before:2 next-value:2; one-more one-less; skip; "
        "undo redo; when; pain; swap; rounds; note; outline; finish; leave", told=(
    ("space", "done as it stands there, and on to the next set"),
    ("undo redo", "back to the set before, redo"),
    ("swap", "another exercise stood in this slot"),
    ("note", "a note on the session"),
    ("finish", "nothing more was done, then enter"),
    ("leave", "leave; what was entered stays"),
), under="session", shares=(
    *(row.name for row in SESSION.actions if row.name not in _LIVE),
    *(row.name for row in SESSION.typed),
))
"""There is no pause and no beat where no time runs, and nothing to put on a bar any more."""

OUTLINE = ScreenKeys("outline", "What is left", (
    *moves("choose", "another slot; past the last one, read on", "Slot below", "Slot above"),
    Action("edit", "e,enter", "Correct the set", "correct",
           "put a set right that was done, of the round that is marked", does="correct"),
    Action("round-before", "left", "Round before", "round", "another round of the chosen slot",
           does="round(-1)"),
    Action("next-round", "right", "Next round", does="round(1)"),
    Action("back", "escape,space,q", "Back to the clock", does="dismiss"),
    HELP,
), help="outline back:2 back; previous next; edit; round-before next-round; swap; later; rounds",
    told=(
    ("outline back:2 back", "back to the clock, which runs on"),
    ("swap", "swap what stands in the chosen slot"),
    ("later", "put the chosen slot off, to the end of this round"),
), under="session", shares=("outline", "swap", "later", "rounds"))
