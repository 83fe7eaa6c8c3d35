"""What can be asked for by name beside what the screens call it: the words, and what they mean."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import ROWS, SCREENS, screen_keys
from runlift_tui.core.keys.key_names import names

WORDS: Mapping[str, str] = {
    "home": "start page, main page, today, overview, next session, next training, train next, "
    "next workout, rest day, duration, how long",
    "home.space": "train, start, go, begin, workout, work out, session, new session, gym, warm up",
    "home.resume": "continue, go on, unfinished, resume",
    "home.plan": "race plan, marathon, half marathon, taper, deload, nine weeks, weeks, schedule, "
    "training plan, programme, program",
    "home.runs": "mileage, km, kilometres, miles, log, running, distance, pace, long run, find run",
    "home.history": "last session, past, past sessions, calendar, log, diary, sessions, year, "
    "yesterday, edit session, session note, last note, how many sessions",
    "home.progress": "chart, charts, graph, graphs, stats, statistics, records, record, pr, pb, "
    "best, bests, best set, best sets, personal best, 1rm, one rep max, volume per week, streak, "
    "trend, minutes, minutes a week, hours, time a week, lift, lifted, tonnage",
    "home.routines": "workouts, programmes, templates, circuits",
    "home.exercises": "movements, lifts, library, favourites",
    "home.levels": "level, beginner, intermediate, advanced, easier, harder, jumping, gate, ladder",
    "home.settings": "options, preferences, config, configuration, setup, set up",
    "bin": "trash, deleted, deleted session run exercise routine plan, recover, "
    "undelete, restore, discarded, rubbish, recycle",
    "exercises.new": "add exercise, create exercise, own exercise, my exercise, custom exercise",
    "exercises.merge": "same exercise, duplicate, duplicates, twice, join, combine, unite, merge",
    "exercises.search": "find exercise, search exercises, search exercise",
    "routines.new": "add routine, create routine, own routine, my routine, custom routine, "
    "new workout, build a routine, make a routine, make my own routine, write a routine, "
    "own workout, own circuit, own session",
    "plan.new": "new plan, new race, next race, add plan, create plan, make a plan, start a plan",
    "plan.week-off": "holiday, holidays, vacation, time off, days off, ill, illness, sick, flu, "
    "fever, cold, injured, missed a week, was ill, ill last week, sick last week, pause the plan",
    "plan.move-plan": "race, race day, my race, change race, race moved, race date, postpone, "
    "change days, put off",
    "history.delete": "delete session, delete a session, remove session",
    "history.edit": "edit session, edit a session, change a session, correct, fix, wrong day, "
    "wrong time",
    "past.swap": "swap, swapped, forgotten swap, forgot to swap, wrong exercise, another exercise, "
    "yesterday's swap, change the exercise, other exercise",
    "runs.new": "log a run, log run, add run, add a run, new run, enter a run, record a run, trial",
    "runs.five-k": "5k, five k, 5 km, race, parkrun, time trial, race times, race result, results, "
    "predict, prediction, estimate",
    "history.search": "pain, no pain, without pain, pain free, when did it hurt, find session, "
    "search sessions, search history, notes, comment, session note",
    "setup.card": "enter a card, card entry, enter a session, without the laptop",
    "level": "change level",
    "unit": "kg, lb, lbs, pounds, kilograms, kilos, units, metric, imperial",
    "weights": "weights, dumbbells, dumbbell, kettlebells, equipment, my weights, gear, "
    "change weight, gym weights, kit, new weights, new dumbbells, add weights, add weight, "
    "add a weight, more weights, another weight",
    "bar": "bar, barbell, plates, plate, olympic bar",
    "lead_in_s": "countdown, get ready, lead in",
    "sound": "sound, sounds, beep, beeps, mute, silence, quiet, noise, audio, bell",
    "volume": "loud, louder, quieter",
    "voice": "speech, speak, talk, spoken, say",
    "awake": "sleep, screen saver, caffeine, display off",
    "motion": "animation, animations, reduce motion, flash, moving, figures",
    "theme": "theme, themes, colour, colours, color, colors, appearance, look, skin",
    "themes": "mode, colours, colors, background",
    "theme=runlift-light": "white background, white, bright, day, sunlight",
    "theme=runlift-dark": "black background, black, night",
    "heavy": "heavy, heavy set, heavy exercise, heavy chart, heavy lift, heavy load, heaviest, "
    "heaviest set, heavy progress, load chart",
    "glyphs": "ascii, font, characters, symbols, unicode, big text, large text",
    "plain": "screen reader, accessibility, blind, lines",
    "ask_first": "doctor, medical, health, pregnant, physiotherapist",
    "introduction": "intro, tour, welcome, first start, tutorial, onboarding",
    "help": "help, shortcuts, shortcut, hotkeys, keyboard, keyboard shortcuts, bindings",
    "keys": "help, shortcuts, shortcut, hotkeys, keyboard, keyboard shortcuts, bindings",
    "quit": "exit, close, leave, bye",
    "leave": "exit, quit, close, home",
    "undo": "take back, revert, wrong, mistake",
    "undo-keys": "undo, undo key, redo, take back, revert, mistake",
    "redo": "again, do again",
    "text": "copy, clipboard, share, markdown",
    "search": "find",
    "past": "curve, curves, chart, bests, records",
    "session.space": "next, log, continue",
    "session.pause": "stop, break, wait, hold on",
    "session.skip": "miss, leave out, no time",
    "session.swap": "replace, change exercise, substitute, alternative, other exercise, no kit",
    "session.plates": "plate, plates, bar, barbell, load, loads, kit, weight, heavy",
    "session.pain-today": "hurts, injury, sore, ache, back pain, knee pain, log pain, note pain",
    "session.beat": "metronome, tempo, slow reps",
    "session.longer": "rest timer, rest before, priming, more rest, rest longer, add rest",
    "session.shorter": "less rest",
    "session.outline": "remaining, how long, how much, how many, how many sets, priming",
    "session.finish": "end, stop, end session",
    "history.save": "export, csv, semicolon, decimal comma, backup, back up, excel, spreadsheet, "
    "save a copy, json, download",
    "export": "csv, backup, json, fit file, hevy export, strong export",
    "import": "strava, garmin, apple health, gpx, tcx, runkeeper, restore a backup, fitnotes, "
    "liftosaur, jefit, fitbod, stronglifts, hevy, strong, watch, fit, load, upload, other app",
    "card": "print, paper, phone, pdf, without the screen",
    "folder": "data, where, my data, files, version, about, backup folder, config file, "
    "doctor, check, problem, bug",
    "sync": "synchronise, synchronize, two laptops, other laptop, other computer, other machine, "
    "another computer, move to another computer, new computer, cloud, dropbox, icloud, syncthing, "
    "nextcloud, onedrive, google drive, git",
    "own-keys": "remap, rebind, change keys, own keys, clicker, pedal, vim, keyboard layout",
}
"""What else a person calls a thing, by the id of an action, its name alone, or of a setting."""

_ALONG = (
    "i me a an the to is am are was were be been has have had do does did how when where what "
    "which who it of for in on at and with put make tell show see get find want can will please "
    "my much many there should must would could"
)
FILLERS = frozenset(_ALONG.split())
"""Words of a sentence that name nothing: they do not count where all words find nothing."""
_LITTLE = (
    "off turn turned switch change set new now today tomorrow yesterday this last week weeks again"
)
LITTLE = FILLERS | frozenset(_LITTLE.split())
"""Words that say what is to be done with a thing, or when: they do not count either where all the
others find nothing."""
_ASKED = (
    "my best bests pr prs pb pbs record records personal max 1rm e1rm one rep chart charts curve "
    "curves graph progress last next history past stats load loads weight weights set sets reps "
    "page how much many log trend time today week new recent previous heaviest heavy"
)
ASKED_OF_ONE = FILLERS | frozenset(_ASKED.split())
"""Words that ask for something of one exercise: its page has it, so its name alone is found."""

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
    "past.swap": "A swap that was forgotten: put it right",
    "setup.card": "Enter a session from a card",
}
"""Actions of other places that can be done at once, for none of them changes what is there."""


class Topic(NamedTuple):
    """Something that is done outside the screens, and how."""

    id: str
    title: str
    lines: tuple[str, ...]


TOPICS = (
    Topic(
        "undo-keys",
        "Undo: {home.undo} takes back, {home.redo} makes again",
        (
            "{home.undo} takes back the newest change of the place that you are in, and says what",
            "it was; {home.redo} makes it again. Both are there tomorrow, too.",
            "In a session {session.undo} goes back as far as its first set.",
            "What was deleted or discarded stands in the bin for 30 days.",
        ),
    ),
    Topic(
        "export",
        "More exports, from a shell: how",
        (
            "In a shell, also while this is open:",
            "runlift export -o training.json: all of it, a backup",
            "runlift export --format csv --excel -o sets.csv: a row a set, as Excel opens it",
            "runlift export --format runs-csv -o runs.csv: a row a run",
            "runlift export --help has more formats, and a session alone.",
            "{history.text} in the history copies one session as text.",
        ),
    ),
    Topic(
        "import",
        "Import from another app: how",
        (
            "{home.import} on home: type a path, or drop files on the window.",
            "In a shell, with this program closed:",
            "runlift import FILE: asks before anything is written",
            "runlift import FILE --dry-run: tells what would come, writes nothing",
            "runlift import --undo: takes the last import back",
            "runlift import --help names the apps and kinds of files that are known.",
        ),
    ),
    Topic(
        "card",
        "Print today's session, or take it on a phone: how",
        (
            "In a shell:",
            "runlift card: the session that comes as plain text",
            "runlift card --enter: enter it afterwards, one key a set as written",
            "Before the start, {setup.card} enters one too.",
        ),
    ),
    Topic(
        "folder",
        "Where the data is, and whether all is well: how",
        (
            "In a shell:",
            "runlift --help ends with the data folder and the file of settings by hand",
            "runlift doctor: what this machine has for it: folder, sound, voice",
            "runlift --version: which version this is",
        ),
    ),
    Topic(
        "sync",
        "Your other laptop, the same history: how",
        (
            "In a shell, on each of them, with a folder that Syncthing, Dropbox, iCloud Drive,",
            "Nextcloud, OneDrive, git or rsync carries:",
            "runlift sync on DIR: no more to do; each machine keeps all of it at home",
            "runlift sync status: which machines there are, and what could not be read",
            "runlift sync off: stops it, and deletes nothing",
        ),
    ),
    Topic(
        "own-keys",
        "Keys of your own: how",
        (
            "In a shell:",
            "runlift keys --ids: every action by the id that it is changed by",
            "They are changed under [keys] in config.toml, and count from the next start on;",
            "runlift --help ends with where that file is.",
        ),
    ),
)
"""What the screens have no key for; each says where it is done."""

_PLACES = {place.value for place in Place}
_OVER = {"past": Place.HISTORY}
"""Screens that a place opens over itself; the place has the action too, and leads on."""
_EVERYWHERE = {"help", "keys", "back", "leave", "done", "undo", "redo", "side", "space", "rub"}
_MOVES = {"next", "previous", "above", "below", "up", "down", "more", "less", "plus", "minus"}
_MOVES |= {"ten-on", "ten-back", "first", "last", "enter", "older", "newer", "take-over"}
_MOVES |= {"one-more", "one-less", "next-value", "value-before"}


def words_of(id_: str) -> tuple[str, ...]:
    """Return what else a thing is called: an action by its id, or by its name on any screen."""
    said = WORDS.get(id_) or WORDS.get(id_.partition(".")[2], "")
    return tuple(said.split(", ")) if said else ()


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
    screen: str
    """The name of its screen in the table of the keys."""
    at_once: bool
    """Whether it is done on arriving there."""


def far_actions(here: Iterable[str]) -> Iterator[FarAction]:
    """Yield the actions of the other screens, those first that can be done at once.

    What only moves about, or means the same everywhere, is not among them, nor is a title twice.

    Args:
        here: Titles that are offered already.
    """
    said = set(here)
    others = [
        f"{each.screen}.{row.name}"
        for each in SCREENS
        if each.screen not in ("app", "home", "digits")
        for row in each.actions
        if row.name not in _EVERYWHERE | _MOVES and f"{each.screen}.{row.name}" not in DONE_THERE
    ]
    for id_ in (*DONE_THERE, *others):
        screen, _, _ = id_.partition(".")
        title = DONE_THERE.get(id_) or ROWS[id_].title
        if title and title not in said:
            said.add(title)
            place = _place_of(screen, at_once=id_ in DONE_THERE)
            yield FarAction(id_, title, place, screen, id_ in DONE_THERE)


def _place_of(screen: str, *, at_once: bool) -> Place | None:
    """Return where an action of a screen is done; of what opens there only what is asked first."""
    if screen in _PLACES:
        return Place(screen)
    return _OVER.get(screen) if at_once else None


def helps() -> Iterator[tuple[str, str]]:
    """Yield every screen that has a help of its own, with its title."""
    for each in SCREENS:
        if each.help and each.screen != "app":
            yield each.screen, screen_keys(each.screen).title
