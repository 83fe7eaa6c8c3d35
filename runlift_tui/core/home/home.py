"""What home says: one sentence and one key, and a few quiet lines under it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from runlift_tui.core.athlete.facts import DoneSlot, Facts, LastSession
from runlift_tui.core.athlete.pain import STOP_ON_PAIN
from runlift_tui.core.home.ways import PLACES
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.told import heart, shape
from runlift_tui.core.sets.told import NOT_CONFIRMED, done_shown
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import without_ramps
from runlift_tui.core.setup.outlook import Outlook
from runlift_tui.core.words.days import ago
from runlift_tui.core.words.text import counted, plural
from runlift_tui.core.words.units import Unit

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import HomeLines

LAST_TIME = "last time"
DONE, STOP = "Done", "Stop"
"""The word in large letters after the day's session, and while a stop sign stands."""
_FIVE_K, _LOAD, _KIT, _CODES_ARE = "5K", "load", "kit", "codes"


class HomeFace(NamedTuple):
    """The first screen."""

    kicker: str
    """A word or two in the strip."""
    sentence: str
    """The one sentence."""
    big: str
    """A figure, drawn large; empty for none."""
    unit: str
    """What the figure counts, beside it."""
    details: tuple[str, ...]
    quiet: tuple[tuple[str, str], ...]
    """Lines below: what each is about, and what it says."""
    keys: tuple[KeyFace, ...]
    ways: tuple[KeyFace, ...] = ()
    """The places that it leads to, two beside each other that belong together.

    None on a page of the introduction.
    """
    word: str = ""
    """What today is, or what is asked, in a word or two in large letters."""
    state: str = "work"
    """Of what state the word has its colour: work, rest, hold, overtime or alarm."""
    told: str = ""
    """The figure and what it is of, in a line: "28 minutes, done about 8:58: 2 rounds, B1 8"."""
    shorter: Mapping[str, str] = {}
    """What stands in the place of a line in a window too low for all, by its label."""
    figure: str = ""
    """Id of the exercise that is drawn beside it, where there is room; empty for none."""
    figures: tuple[tuple[str, str], ...] = ()
    """What is drawn under it, where there is room: a title and the id of an exercise each."""


WAYS = faces("home", "; ".join(PLACES))
"""The places that it leads to, each with its key and its word."""
_LAST = faces("home", "search; import; help; quit")

_CODES = "A warms up, B is the main part, in rounds"
"""What the codes of the lines above mean, where somebody meets them; no other screen says it."""


def home(
    coming: ComingSession,
    outlook: Outlook,
    facts: Facts,
    now: int,
    plan: "HomeLines | None" = None,
    then: Sequence[tuple[str, str]] = (),
) -> HomeFace:
    """Return home with nothing unfinished and nothing done today.

    Args:
        coming: The session that comes.
        outlook: What it looks like.
        facts: What the history says.
        now: Milliseconds since the epoch.
        plan: What their plan says of today; it takes the first place.
        then: When to train next, and what until then, where today is not the day.
    """
    start, which = coming.start, coming.which
    later = which.word
    first, quiet = facts.sessions == 0, list[tuple[str, str]]()
    jumps = [("jumps", outlook.jumps)] if outlook.jumps else []
    if start.held:  # why nobody jumps today is in sight in any window
        quiet += jumps
    quiet += () if plan is None else plan.warned
    quiet += _so_far(facts, now, start.utc_offset_min)
    quiet += outlook.exercises
    quiet += [("note", STOP_ON_PAIN), (_CODES_ARE, _CODES)] if first else []
    quiet.append((_KIT, ", ".join(outlook.kit)))
    # What has no room in a low window is at the end: it stands before the start as well.
    quiet += [*then, *(() if plan is None else plan.quiet)]
    quiet += [*_last_time(facts, now, start.utc_offset_min), ("level", _level(start, outlook))]
    quiet += [(_LOAD, outlook.coming)] if outlook.coming else []
    quiet += [] if start.held else jumps
    said = "" if plan is None else plan.sentence
    kicker = "Your first session" if first else "Today"
    # The day of a plan's session stands in the plan's sentence.
    when = which.when if which.is_first_day else "" if later else f"done about {outlook.ends}"
    length = ", ".join(filter(None, (plural(outlook.minutes, "minute"), when)))
    return HomeFace(
        start.routine.name if said else kicker,
        said or start.routine.name,
        str(outlook.minutes),
        counted(outlook.minutes, "minute"),
        (*outlook.hurting, *outlook.warnings),
        tuple(quiet),
        (*faces("home", "space=train early" if later else "space"), *_LAST),
        WAYS,
        later or ("First session" if first else "Today"),
        "rest" if later else "work",
        f"{length}: {shape(start)}",
        _shorter(outlook),
        heart(start.routine, {each.id: each for each in start.exercises})[1].exercise
        if first
        else "",
    )


def done_today(
    coming: ComingSession,
    outlook: Outlook,
    facts: Facts,
    unit: Unit,
    plan: "HomeLines | None" = None,
    then: Sequence[tuple[str, str]] = (),
) -> HomeFace:
    """Return home after the day's session: what it came to, and when the next one is.

    Args:
        coming: The session that comes.
        outlook: What it looks like.
        facts: What the history says; its last session is today's.
        unit: The athlete's, of loads.
        plan: What their plan says of today.
        then: When to train next, and what until then.
    """
    start, last, said = coming.start, of_last_day(facts), "" if plan is None else plan.sentence
    what = "" if last is None else f"{last.routine_name}, {plural(last.sets, 'set')}"
    what += _and_more(facts)
    minutes = 0 if last is None else last.minutes
    length = plural(minutes, "minute") if minutes else ""
    told = ", ".join(filter(None, (what if said else "", length)))
    quiet = [("jumps", outlook.jumps)] if start.held else []
    quiet += [
        *done_lines(facts, unit, start),
        *not_counted(facts),
        *(() if plan is None else plan.warned),
        *then,
        *(() if plan is None else plan.quiet),
    ]
    quiet += [("level", _level(start, outlook)), (_LOAD, outlook.coming)]
    return HomeFace(
        "Today: done",
        said or f"{what}.",
        f"{minutes}" if minutes else "",
        counted(minutes, "minute"),
        outlook.hurting,
        tuple(line for line in quiet if line[1]),
        (*faces("home", "space=train again"), *_LAST),
        WAYS,
        DONE,
        "hold",
        f"{told}, today's session" if told else "",
        _shorter(outlook),
    )


def _shorter(outlook: Outlook) -> Mapping[str, str]:
    """Return the lines of a low window: no reason of a load, and no weight of the ramp alone.

    Both stand before the start as well.
    """
    return {_LOAD: outlook.coming_brief, _KIT: ", ".join(without_ramps(outlook.kit))}


def trained_today(facts: Facts, now: int, utc_offset_min: int) -> bool:
    """Whether the last session ended today, on the athlete's own calendar day.

    One of which less than half was done is none, unless it came behind a whole one: it still
    stands.
    """
    last = facts.last
    if last is None or not last.sets or (facts.stands_still and last.fuller is None):
        return False
    return _is_today(last.finished, now, utc_offset_min)


def of_last_day(facts: Facts) -> LastSession | None:
    """Return the session that the last day is told by: the whole one, where there was one."""
    return facts.last if facts.last is None or facts.last.fuller is None else facts.last.fuller


def _and_more(facts: Facts) -> str:
    """Return how many sets were done behind it on that day; empty for none."""
    last = facts.last
    return "" if last is None or last.fuller is None else f", then {plural(last.sets, 'set')} more"


def _so_far(facts: Facts, now: int, utc_offset_min: int) -> Iterator[tuple[str, str]]:
    """Yield what was done today of a session that still stands."""
    last = facts.last
    if last is None or last.fuller is not None:
        return
    if last.sets and _is_today(last.finished, now, utc_offset_min):
        told = f"{plural(last.sets, 'set')} today, less than half of a session: it still stands"
        yield "so far", told


def done_lines(facts: Facts, unit: Unit, start: Started) -> tuple[tuple[str, str], ...]:
    """Return what the last session came to, a line a slot: "8/8, 8/8? at 2 x 12 kg".

    A value in doubt has its mark. An exercise is named where the session that comes has another
    one in its slot.

    Args:
        facts: What the history says.
        unit: The athlete's, of loads.
        start: The session that comes.
    """
    last = of_last_day(facts)
    if last is None:
        return ()
    coming = {slot.label: slot.exercise for _, slot in start.routine.slots()}

    def told(done: DoneSlot) -> str:
        shown = done_shown(done.sets, done.stopped, unit)
        return shown if coming.get(done.slot) == done.exercise else f"{done.name}, {shown}"

    return tuple((done.slot, told(done)) for done in last.done)


def not_counted(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield how many sets of the last session count for nothing yet, and why."""
    last = of_last_day(facts)
    done = () if last is None else last.done
    doubted = sum(bool(each.unsure) for slot in done for each in slot.sets)
    if doubted:
        yield (
            "not counted",
            f"{plural(doubted, 'set')} with a value not confirmed, marked {NOT_CONFIRMED}",
        )


def _last_time(facts: Facts, now: int, utc_offset_min: int) -> Iterator[tuple[str, str]]:
    last = of_last_day(facts)
    if last is None:
        return
    when = ago(last.finished, now, utc_offset_min)
    took = f", {last.minutes} min" if last.minutes else ""
    sets = plural(last.sets, "set") if last.sets else "no set"
    yield LAST_TIME, f"{when}, {sets}{took}{_and_more(facts)}"


def _is_today(then: int, now: int, utc_offset_min: int) -> bool:
    """Whether a moment lies on the athlete's own calendar day of another."""
    day_ms, offset_ms = 24 * 3_600_000, utc_offset_min * 60_000
    return (then + offset_ms) // day_ms == (now + offset_ms) // day_ms


def _level(start: Started, outlook: Outlook) -> str:
    return f"{start.level}, {outlook.stage}" if outlook.stage else start.level.value


def with_five_k(face: HomeFace, words: str) -> HomeFace:
    """Return home with a line on what the 5K did."""
    return face._replace(quiet=(*face.quiet, (_FIVE_K, words)))


def gives_way(face: HomeFace, *, has_cards: bool) -> tuple[str, ...]:
    """Return the labels of lines that a window too low for all can do without, the first first.

    Levels and history say them too, or the cards; what changes a session, or holds it back,
    always stands.

    Args:
        face: Home.
        has_cards: Whether the last session and the 5K stand below.
    """
    labels = [label for label, _ in face.quiet]
    held = labels[:1] == ["jumps"]
    # The lines of a first session have its loads, the kit stands before the start, and what A and
    # B are nowhere else.
    first = (_LOAD, _KIT, _CODES_ARE) if _CODES_ARE in labels else ()
    carded = on_cards(face) if has_cards else ()
    wanted = (*carded, *(() if held else ("jumps",)), "level", LAST_TIME, *first)
    return tuple(label for label in dict.fromkeys(wanted) if label in labels)


def on_cards(face: HomeFace) -> tuple[str, ...]:
    """Return the labels of lines that the cards say too."""
    said = (_FIVE_K, LAST_TIME)
    return tuple(label for label, _ in face.quiet if label in said)


LAST_TO_GO = (_FIVE_K, "weeks")
"""What goes where all of that and shorter lines are not enough; runs and the plan have it."""


def in_short(
    face: HomeFace, lines: Sequence[tuple[str, str]], of: str
) -> tuple[tuple[str, str], ...]:
    """Return some of the lines of home, one of them as a window has it that is too low for all.

    Args:
        face: Home.
        lines: Of it.
        of: The label of that line.
    """
    shorter = face.shorter.get(of)
    return tuple((label, shorter if label == of and shorter else text) for label, text in lines)


def with_question(face: HomeFace, question: str) -> HomeFace:
    """Return home with a question that two keys answer, and that stands in nobody's way."""
    keys = (face.keys[0], *faces("home", "worse; settled"), *face.keys[1:])
    return face._replace(details=(question, *face.details), keys=keys)


def looking_only(face: HomeFace, why: str) -> HomeFace:
    """Return home where nothing may be written, and why."""
    told = (why, *face.details)
    return face._replace(
        kicker="Looking only", details=told, keys=_LAST, word="Looking only", state="alarm"
    )
