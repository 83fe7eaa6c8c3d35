"""What can be asked for by name beside what the screens call it: the words, and what they mean."""

import re
from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "home": "start page, main page, today, overview, next session, next training, train next, "
    "next workout, rest day, duration, how long, what next, what comes next, what now, tomorrow, "
    "sessions this week, how many sessions this week, which exercises today, todays session, "
    "todays workout, when is my next",
    "home.space": "train, start, go, begin, workout, work out, session, new session, gym, warm up",
    "home.resume": "continue, go on, unfinished, resume",
    "home.plan": "10k plan, plan for 10k, race plan, marathon, half marathon, taper, deload, "
    "nine weeks, weeks, schedule, training plan, programme, program, next run, "
    "when is my next run, which runs, when do i run, missed session, missed a session, "
    "skip a session, when is my race, race countdown, weeks left",
    "home.runs": "mileage, km, kilometres, miles, log, running, distance, pace, long run, find run",
    "home.history": "last session, past, past sessions, log, diary, workout log, training log, "
    "logbook, heatmap, squares of the year, sessions, year, yesterday, edit session, "
    "session note, last note, how many sessions",
    "home.progress": "weekly volume, compare weeks, left right, left right difference, chart, "
    "charts, graph, graphs, stats, statistics, records, record, pr, pb, prs, pbs, best, bests, "
    "best set, best sets, personal best, 1rm, one rep max, volume per week, streak, trend, "
    "minutes, minutes a week, hours, time a week, lift, lifted, tonnage, improvement, "
    "does it work, stronger, strength gain, left against right, imbalance, asymmetry, 1 rm, "
    "rests before jumps, am i getting stronger, volume over time",
    "home.routines": "workouts, programmes, templates, template, circuits, choose another routine",
    "home.exercises": "movements, lifts, library, favourites",
    "home.levels": "level, beginner, intermediate, advanced, easier, harder, jumping, jumps, "
    "ladder, plyometrics, too easy, too hard, no jumps, difficulty",
    "home.settings": "options, preferences, config, configuration, setup, set up",
    "setup.start": "shorter session, shorter, minutes today, quick workout, quick session, "
    "less time, short on time, little time, time limit, only 20 minutes, 20 minutes, "
    "skip warm up, without warm up, fewer rounds, more rounds, change rounds",
    "import.take-out": "undo import, delete import, revert import, take back import",
    "bin": "trash, deleted, deleted session, deleted sessions, "
    "deleted session run exercise routine plan, recover, undelete, restore, discarded, rubbish, "
    "recycle",
    "exercises.new": "add exercise, create exercise, own exercise, my exercise, custom exercise",
    "exercises.merge": "same exercise, duplicate, duplicates, twice, join, combine, unite, merge",
    "exercises.search": "find exercise, search exercises, search exercise",
    "routines.new": "add routine, create routine, own routine, my routine, custom routine, "
    "new workout, create template, new template, build a routine, make a routine, "
    "make my own routine, write a routine, own workout, own circuit, own session",
    "plan.new": "new plan, new race, next race, add plan, create plan, make a plan, start a plan",
    "plan.end": "end plan, stop plan, cancel plan, delete plan, quit the plan, abort plan",
    "plan.reset": "reset week, undo the week",
    "plan.week-off": "holiday, holidays, vacation, time off, days off, ill, illness, sick, flu, "
    "fever, cold, injured, missed a week, was ill, ill last week, sick last week, pause the plan, "
    "travel, travelling, away, break, skip a week, week off",
    "plan.move-plan": "race, race day, my race, change race, race moved, race date, postpone, "
    "change days, put off, days a week, run days, running days, hard days, easy days, "
    "long run day, which days, days i run, interval days, training days, weekdays, "
    "begin of the plan, start date, end date, reschedule, edit plan, shift the plan, move",
    "history.delete": "delete session, delete a session, remove session, delete last session, "
    "delete workout, remove workout, delete yesterday, second session, session twice",
    "history.edit": "edit session, edit a session, change a session, correct, fix, wrong weight, "
    "wrong load, wrong reps, wrong number, typo, mistyped, edit workout, edit history, "
    "correct session, edit last session, put right, amend, edit set, edit a set, edit sets, "
    "change reps",
    "when": "session was on, wrong day, wrong date, wrong time, wrong start, wrong end, start, "
    "end, ended, started, ended later, ended earlier, began, start time, end time, "
    "session ended at, forgot to end, session started at, session began at, finish time, "
    "forgot to finish, other day, change date, change the day, move session, "
    "move session to another day, length of a session, too long, session too long, "
    "duration wrong, yesterdays session ended at",
    "swap": "swap, swaps, swapped, forgotten swap, forgot to swap, forgot a swap, wrong exercise, "
    "another exercise, yesterday's swap, change the exercise, other exercise, "
    "put yesterday's forgotten swap right, did another exercise, replaced exercise, "
    "exchange exercise, replace exercise, switch exercise",
    "past.new": "forgot to log a set, add set, add a set, forgot a set, forgotten set, "
    "missing set, one more set, extra set",
    "past.delete": "delete set, remove set, one set too many",
    "runs.edit": "edit run, correct run, wrong run, wrong distance, fix a run",
    "runs.delete": "remove run, delete run",
    "exercises.edit": "edit exercise, change exercise, rename exercise",
    "exercises.delete": "delete exercise, remove exercise",
    "exercises.gear": "bench, box, band, barbell exercises, machine, cable, mat, "
    "equipment i have, hotel, by equipment, what needs a band, no equipment, bodyweight, "
    "body weight, without weights, bench press",
    "exercises.favourite": "favorite, star",
    "routines.edit": "remove exercise from routine, swap exercise in routine, "
    "replace exercise in routine, exercise in routine, name of routine, change name of routine, "
    "edit routine, edit workout template, change routine, edit a routine, change sets, "
    "number of sets, more sets, fewer sets, editor, routine editor, rename routine, reorder, "
    "change exercise order, adapt routine, add exercise to routine, customise, customize",
    "routines.delete": "delete routine, remove routine",
    "routines.train": "train another routine, start another routine, other routine, "
    "start routine, different workout",
    "routines.suggest": "default routine, standard routine, routine at home",
    "runs.new": "log a run, log run, add run, add a run, new run, enter a run, record a run, trial",
    "runs.five-k": "5k, five k, 5 km, race, parkrun, time trial, race times, race result, "
    "results, predict, prediction, estimate, 5k time, 5k better, vo2max, vdot, 10k, race pace, "
    "am i faster, faster, 5k gain, running faster",
    "history.search": "no pain, without pain, search pain, sessions with pain, pain history, "
    "pain free, when did it hurt, find session, search sessions, search history, notes, comment, "
    "session note",
    "setup.card": "enter a card, card entry, enter a session, without the laptop, log a session, "
    "add session, add a session, log past session, add workout, log a workout, "
    "log yesterday's session, log past workout, manual entry, trained without the program, "
    "enter workout, forgot to log",
    "level": "change level, my level",
    "unit": "kg, lb, lbs, pounds, kilograms, kilos, units, metric, imperial",
    "weights": "weights, dumbbells, dumbbell, kettlebells, equipment, my weights, gear, "
    "change weight, gym weights, kit, new weights, new dumbbells, own weights, weights i own, "
    "add weights, add weight, add a weight, more weights, another weight",
    "bar": "bar, barbell, plates, plate, olympic bar",
    "lead_in_s": "countdown, get ready, lead in",
    "sound": "sound, sounds, beep, beeps, mute, silence, quiet, noise, audio, bell, alert, alarm, "
    "notification",
    "volume": "loud, louder, quieter",
    "voice": "speech, speak, talk, spoken, say",
    "awake": "sleep, keep screen on, screen on, keep awake, screen saver, caffeine, display off",
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
    "help": "help, shortcuts, shortcut, hotkeys, keyboard, keyboard shortcuts, bindings, "
    "what can i press",
    "keys": "help, shortcuts, shortcut, hotkeys, keyboard, keyboard shortcuts, bindings, "
    "what can i press",
    "quit": "exit, close, leave, bye, get out, how do i get out",
    "leave": "exit, quit, close, home",
    "undo": "take back, revert, wrong, mistake",
    "undo-keys": "undo, undo key, redo, take back, revert, mistake, oops, ctrl z, go back, "
    "how undo works, restore last change",
    "discard": "discard, discard session, delete session, delete workout, cancel session, "
    "cancel workout, throw away, begun by mistake, started by mistake, abort, abandon",
    "plan-calendar": "share plan, send plan, calendar, kalender, ics, ical, icalendar, "
    "google calendar, apple calendar, outlook, plan export, export plan, reminder, reminders, "
    "agenda",
    "redo": "again, do again",
    "text": "send, send to coach, coach, friend, copy, clipboard, share, markdown",
    "search": "find",
    "past": "curve, curves, chart, bests, records",
    "session.mute": "sound, sounds, mute, unmute, volume, voice, silence, silent, quiet, quieter, "
    "loud, louder, noise, audio, beep, beeps, speech, speak",
    "session.space": "skip rest, skip the rest, end rest, rest over, go early, go now, start now, "
    "next, log, continue, done, check, complete set, log set, tick off",
    "session.pause": "stop, stop the clock, break, wait, hold on, phone call, interrupt",
    "session.skip": "miss, leave out, no time",
    "session.swap": "replace, wrong exercise, change exercise, substitute, alternative, "
    "other exercise, no kit",
    "session.plates": "plate, plates, bar, barbell, load, loads, kit, weight, heavy",
    "session.pain-today": "hurts, achilles, shin, knee, injury, sore, ache, back pain, knee pain, "
    "log pain, note pain",
    "session.beat": "metronome, tempo, slow reps",
    "session.longer": "rest timer, rest before, priming, more rest, rest longer, add rest",
    "session.shorter": "less rest",
    "session.outline": "remaining, what next, what now, what comes next, next exercise, upcoming, "
    "what comes, correct a set, edit set, wrong reps, wrong weight, wrong load, last set, "
    "overview, how long, how much, how many, how many sets, priming",
    "session.finish": "end, end session, stop early, end early, finish workout, end workout",
    "session.leave": "leave, quit, exit, close, home, later, come back later, go home",
    "session.next-load": "change weight, change load, next weight, heavier, lighter, "
    "type the load, add weight, other weight",
    "session.rounds": "fewer rounds, more rounds, sets, number of rounds, add set, "
    "one more round, add a round, extra set, more sets, fewer sets, end the round",
    "session.later": "busy, postpone, taken, order, rack is taken, not now",
    "session.why": "how to, form, technique, instructions, cues, explain, video, why, "
    "how do i do it",
    "history.save": "export, csv, semicolon, decimal comma, backup, back up, excel, spreadsheet, "
    "save a copy, json, download",
    "export": "csv, backup, json, fit file, hevy export, strong export",
    "import": "strava, garmin, apple health, google fit, gpx, tcx, runkeeper, restore a backup, "
    "fitnotes, liftosaur, jefit, fitbod, stronglifts, hevy, strong, watch, fit, load from, "
    "upload, other app, polar, coros, suunto, zwift, csv import, from hevy, from strong, migrate",
    "card": "print, paper, phone, pdf, without the screen",
    "folder": "data, where, my data, files, version, about, backup folder, config file, doctor, "
    "check, problem, bug, account, login, password, privacy",
    "sync": "synchronise, synchronize, two laptops, other laptop, other computer, other machine, "
    "another computer, move to another computer, new computer, cloud, dropbox, icloud, syncthing, "
    "nextcloud, onedrive, google drive, git",
    "code=b1": "b1 b2, a1, b2, a b c, block, blocks, superset, supersets, giant set, round, "
    "rounds, letters",
    "code=could do": "rir, rpe, reps in reserve, reserve, in reserve, reps left, "
    "left in the tank, how many more, how hard, to failure, failure, effort, more, intensity",
    "code=ramp": "warm up sets, warmup sets, warm up set, ramping, ramp up, lighter sets",
    "code=snap": "how fast it felt, bar speed, velocity, explosive, 1 to 5, snappy",
    "code=window": "priming, priming rest, pap, pape, potentiation, rest window, "
    "rests before jumps, long rest, why so long",
    "code=kind": "deload, taper, deload week, taper week, build week, keep, mesocycle, deloads, "
    "kind of week",
    "code=gate": "gate to jumping, why no jumps, why can't i jump, no jumping",
    "code=rung": "rungs, ladder of b2",
    "code=5k": "where the 5k is from",
    "code=□ ■ ▣ ·": "squares, boxes, symbols, what do the squares mean, legend",
    "code=share": "strength share, ratio, percentage",
    "code=easy hard": "easy run, easy runs, hard run, hard runs, what counts as hard",
    "runs.unit": "min per mile, min per km, minutes per mile, miles or km",
    "stop-sign": "stop signs, red flag, red flags, warning sign, warning signs, chest pain, "
    "doctor, emergency, when to stop, danger, see a doctor, stress fracture, injured",
    "pain": "pain, pain scale, hurt, hurts, ache, sore, soreness, knee pain, back pain, achilles, "
    "shin, tendon, injury, injured, pain rule, pain 0 to 10, where is pain, log pain, "
    "may i train with pain",
    "contacts": "contact, landings, ground contacts, jump contacts, foot contacts, "
    "number of jumps, jump count, how many jumps",
    "rests": "rest, how long should i rest, rest between sets, rest time, rest times, rest timer, "
    "rest period, pause between sets, default rest, set rest, shorten rest, rest duration, "
    "change rest, timer",
    "own-keys": "remap, rebind, change keys, own keys, clicker, pedal, vim, keyboard layout",
}
"""What else a person calls a thing, by the id of an action, its name alone, or of a setting."""

_ALONG = (
    "i me a an the to is am are was were be been has have had do does did how when where what "
    "which who it of for in on at and with put make tell show see get find want can will "
    "please my much many there should must would could im ive id its whats wheres hows lets "
    "dont doesnt didnt cant isnt from by as so if we us you your he they this that these "
    "those need like just any some about than or but into out up go use help let may might "
    "shall why thing"
)
FILLERS = frozenset(_ALONG.split())
"""Words of a sentence that name nothing: they do not count where all words find nothing."""
MEANING = re.compile(
    r"^(?:what (?:is|are|does|do)|whats|explain|meaning of|why(?: is)?) (?:an? |the )?"
    r"(?P<word>.+?)(?: means?| stand for| for| called)?$"
    r"|^(?P<other>.+?) (?:meaning|explained|definition)$"
)
"""What asks for the meaning of a word, as queries are compared."""
_LITTLE = (
    "off turn turned switch change set new now today tomorrow yesterday this last week weeks "
    "again better worse good bad edit right wrong mean means meaning explain explained open "
    "view look really still already ever more less too also only than then work works using"
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


def words_of(id_: str) -> tuple[str, ...]:
    """Return what else a thing is called: an action by its id, or by its name on any screen."""
    said = WORDS.get(id_) or WORDS.get(id_.partition(".")[2], "")
    return tuple(said.split(", ")) if said else ()
