"""What is possible: the one table that every door asks, by which a value comes in.

Keys, the command line, an import, the text forms, the settings file, and the reading of files that
lie there already take what is within it and nothing else. What a rule of training wants is
narrower, and stands with the rule. A source is named where there is one; every other bound is our
own: wider than anybody needs, and narrow enough for every page, file and calendar.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from msgspec import Meta

# Days and moments.

FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
"""Of anything that was done or is planned. A clock that was never set says 1970, and counts."""
FIRST_CARD_YEAR = 1971
"""Of a session that is entered afterwards: before it some systems do not know their own clock."""
MOST_AHEAD = timedelta(days=366)
"""How far off the begin of a plan, and a race after its end, may be."""


def _ms(day: date) -> int:
    return round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


FIRST_MS, LAST_MS = _ms(FIRST_DAY), _ms(LAST_DAY) + 86_400_000 - 1
"""Of those days, milliseconds since the epoch."""
UtcMs = Annotated[int, Meta(ge=FIRST_MS, le=LAST_MS)]
"""A moment, milliseconds since the epoch."""
BootMs = Annotated[int, Meta(ge=-86_400_000, le=3_200_000_000_000)]
"""What the clock of a boot says, milliseconds: up to a century."""
MinutesAhead = Annotated[int, Meta(ge=-1440, le=1440)]
"""How far a clock is ahead of UTC; less than a day, whichever clock it is."""


def is_day(day: date) -> bool:
    """Whether anything can have been, or be planned, on a day."""
    return FIRST_DAY <= day <= LAST_DAY


def no_day(day: date) -> str:
    """Return why a day cannot be, in words."""
    return f"{day.isoformat()} is not from {FIRST_DAY.year} to {LAST_DAY.year}"


# A set, as it was done.

MOST_SET_REPS = 300
MOST_SET_S = 3600
"""Seconds of one side of a hold."""
MOST_SET_M = 2000
"""Metres of one set."""
MOST_SET_KG = 999
"""Kilograms of a set in all; nobody has carried as much on one leg."""
MOST_PIECES = 2
"""What carries a load: one implement, or one in each hand."""
MOST_LEFT_OVER = 10
"""Reps in reserve: whoever has more left cannot tell how many."""
LEAST_SNAP, MOST_SNAP = 1, 5
MOST_RATING = 10
EFFORT_LIMITS = f"effort goes from 0 to {MOST_RATING}"
PAIN_LIMITS = f"pain goes from 0 to {MOST_RATING}"
"""Of effort (Foster 2001, after Borg's CR-10) and of pain (numeric rating scale), from 0."""
IMPORTED_REPS, IMPORTED_SECONDS, IMPORTED_KG = 1000, 7200, 1000
"""The most of a set out of another program's file. It was not typed here, so no slip of a key is
looked for; a session that such a file brought is believed up to here."""
MOST_ROUND = 1000
"""The number of a set among those of its slot, each one that was added afterwards counted."""
MOST_REST_S = 7200
"""Seconds of a rest, as it is typed."""

RepCount = Annotated[int, Meta(ge=0, le=MOST_SET_REPS)]
HoldSeconds = Annotated[int, Meta(ge=0, le=MOST_SET_S)]
SetMetres = Annotated[int, Meta(ge=0, le=MOST_SET_M)]
Kilograms = Annotated[float, Meta(ge=0, le=MOST_SET_KG)]
Pieces = Annotated[int, Meta(ge=1, le=MOST_PIECES)]
LeftOver = Annotated[int, Meta(ge=0, le=MOST_LEFT_OVER)]
Snap = Annotated[int, Meta(ge=LEAST_SNAP, le=MOST_SNAP)]
OfTen = Annotated[int, Meta(ge=0, le=MOST_RATING)]
Round = Annotated[int, Meta(ge=0, le=MOST_ROUND)]
Target = Annotated[int, Meta(ge=0, le=MOST_SET_S)]
"""Reps, seconds or metres."""
DayMinutes = Annotated[int, Meta(ge=0, le=1440)]
"""How long something took that took less than a day."""
RestSeconds = Annotated[int, Meta(ge=0, le=100_000_000)]
"""As the clock took it: up to three years, as long as the laptop was closed."""
MovedBy = Annotated[int, Meta(ge=-MOST_REST_S, le=MOST_REST_S)]
"""Seconds by which a key moves the end of a rest."""

# What the gym has.

LEAST_WEIGHT, MOST_WEIGHT = 0.25, 1000
"""Of one dumbbell, kettlebell or bar, in the athlete's own unit, kg or lb."""
MOST_WEIGHTS = 60
OneWeight = Annotated[float, Meta(ge=0.05, le=MOST_WEIGHT)]
"""Kilograms; of the least that can be typed in pounds, some is left for rounding."""

# An exercise and a routine.

MOST_RUNG = 20
"""Steps of a ladder."""
MOST_CONTACTS = 10
"""Landings per counted rep."""
Contacts = Annotated[int, Meta(ge=0, le=MOST_CONTACTS)]
MOST_LISTED = 12
"""Aliases, tags, pieces of equipment, neighbours."""
MOST_CUES = 8
MOST_ROUNDS = 9
MOST_BLOCKS = 12
MOST_SLOTS = 20
"""In one block."""
MOST_ASKED_REPS = 200
MOST_ASKED_S = 900
"""Seconds of one side of a hold."""
MOST_ASKED_M = 1000
"""Metres of a set."""
MOST_ASKED_REST_S = 1800
"""Seconds of any rest in a routine."""
MOST_RAMP = 6
"""Sets of a ramp."""
MOST_RAMP_REPS = 50
MOST_ALTERNATIVES = 30

# A run, a race, and a week of running.

LEAST_RUN_M, MOST_RUN_M = 50, 500_000
"""Metres."""
LEAST_RUN_S, MOST_RUN_S = 5, 172_800
"""Seconds: up to two days."""
SLOWEST_RUN_S_PER_KM = 1200
"""Slower than 20 minutes a kilometre is a slow walk."""
IMPORTED_FASTEST_S_PER_KM, IMPORTED_SLOWEST_S_PER_KM, IMPORTED_RUN_S = 120, 1800, 86_400
"""Of a run out of another program's file: its pace, and the most seconds."""
FASTEST_WEEK_S, SLOWEST_WEEK_S = 150, 1200
"""Seconds for a kilometre that a usual week may be run in."""
MOST_WEEK_MIN = 40 * 60
"""Minutes of running in a usual week."""
MOST_PLAN_SESSIONS = 3
"""Sessions of strength a week that a plan may be asked for."""

RunMetres = Annotated[float, Meta(gt=0, le=MOST_RUN_M)]
RunSeconds = Annotated[int, Meta(ge=1, le=MOST_RUN_S)]
"""As a file has them; what was typed begins at the least, as `runs.line.impossible` says."""
RaceSeconds = Annotated[float, Meta(ge=LEAST_RUN_S, le=MOST_RUN_S)]
"""To a tenth."""
FastSeconds = Annotated[int, Meta(ge=1, le=MOST_RUN_S)]
"""Of strides or sprints in a run."""

WEEK_LIMITS: dict[str, tuple[int, int]] = {
    "sessions": (0, 4),
    "rounds": (1, 6),
    "reps": (3, 15),
    "rir": (0, 5),
    "rung": (0, 4),
    "percent": (0, 50),
    "run_min": (0, MOST_WEEK_MIN),
}
"""Between which numbers a week of a plan can be changed at all; what our rules want is narrower."""

# How the program behaves.

LOUDEST = 10
LONGEST_LEAD_IN_S = 60
Volume = Annotated[int, Meta(ge=0, le=LOUDEST)]
LeadIn = Annotated[int, Meta(ge=0, le=LONGEST_LEAD_IN_S)]
"""Seconds."""

# Texts, in characters.

EXERCISE_NAME = 80
"""Of an exercise, an alias, and any id."""
ROUTINE_NAME = 60
"""Of a routine and a block."""
PHRASE = 120
"""Of what an exercise trains, and of each cue."""
PARAGRAPH = 600
"""Of a set-up and a reason."""
WORD = 40
"""Of a tag, a piece of equipment, a call, or the name of a ladder."""
NOTE = 2000
LONGEST_TEXT = 10_000
"""Of anything in a file: from what can be typed to here a text is odd, and shown all the same."""
LONGEST_LIST = 1000
"""Of texts in a file, likewise."""
Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]


def too_long(text: str) -> str:
    """Return why a text of a file cannot be, in words."""
    return f"it has {len(text)} characters, and {LONGEST_TEXT} is the most of any text"
