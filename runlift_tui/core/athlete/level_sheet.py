"""A level as a set of rules that can be read on one screen, and the gate in words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from runlift_tui.core.athlete.gates import PAUSE_DAYS, Condition
from runlift_tui.core.athlete.ladder import Rung
from runlift_tui.core.exercises.exercise import Exercise, each
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import (
    ALL_SLOTS,
    GENTLE_ROUNDS,
    GENTLE_SESSIONS,
    RULES,
    WINDOW_WORDS,
    Level,
    LevelRules,
    article_routine,
)
from runlift_tui.core.routines.reserve import could_do, reserve_asked
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.words.text import capital
from runlift_tui.core.words.units import WITHOUT_WEIGHT, clock, span

OURS = (
    "Our own numbers. Sets, reps and weeks follow what studies used where there are any; "
    "{levels.why} says where. All of them can be changed."
)
_WHO = {
    Level.BEGINNER: "New to it, or coming back: steady first, one more exercise for two sessions.",
    Level.INTERMEDIATE: "Months of it: split squats with weights and some jumping are familiar.",
    Level.ADVANCED: "Years of it: heavy single-leg work and jumping are familiar.",
}


def who(level: Level) -> str:
    """Return whom a level is for, in a sentence."""
    return _WHO[level]


_OF_ANOTHER = "Runner's lower body, as it ships; on home {} leads to the numbers of {}"
"""Whose numbers they are, where they are not those of what comes."""
LATER = "later"
"""Of what a beginner's sessions do not have yet."""
_B4 = "anti-rotation-split-squat"


def rules(
    level: Level,
    library: Mapping[str, Exercise],
    coming: tuple[str, str] = ("", ""),
    other: str = "",
    stage: int = ALL_SLOTS,
) -> tuple[tuple[str, str], ...]:
    """Return a level's numbers as lines: what, and how much.

    On a beginner's path they are those that the sessions have now, and "later" what is to come.

    Args:
        level: Which.
        library: The exercises that there are.
        coming: The session that comes, in a line, for whoever trains at this level.
        other: The routine that home suggests where these are not its numbers; empty where they are.
        stage: How far along the beginner's path the sessions are; other levels have none.
    """
    path = _Path(article_routine(level, stage), article_routine(level))
    found = RULES[level]
    rest, round_rest = found.warm_up_rests
    plank, bridge = found.copenhagen, found.bridge
    heavy, step = _name(library, found.heavy), _name(library, found.step_up)
    ramp = ", ".join(each.words for each in found.ramp)
    return (
        *([("Of", _OF_ANOTHER.format(key("home.routines"), other))] if other else []),
        ("Warm-up", f"{found.warm_up_rounds} rounds; rest {rest} s, after a round {round_rest} s"),
        ("A1", f"{_name(library, 'dead-bug')}, {found.dead_bug}{_each(library, 'dead-bug')}"),
        path.line("A2", f"{_name(library, plank)}, {found.copenhagen_s} s{_each(library, plank)}"),
        ("A3", f"{_name(library, bridge)}, {found.bridge_reps}{_each(library, bridge)}"),
        ("Ramp", f"{path.until_ramp}reps{_each(library, found.heavy)}: {ramp}"),
        ("B1", f"{heavy}, {found.heavy_reps}{_each(library, found.heavy)}{path.effort}"),
        path.line("B2", *_before_fast(library, found)),
        path.line("B2", f"half of B1, {_name(library, found.fast)}"),
        (
            "B3",
            f"{step}, 8{_each(library, found.step_up)}{path.unloaded}; "
            f"rest {found.after_step_up_s} s",
        ),
        path.line("B4", f"{_name(library, _B4)}, 8{_each(library, _B4)}"),
        ("Main", f"{path.rounds}{_at_first(level)}; {_after_a_round(found)}"),
        *([(capital(coming[0]), coming[1])] if coming[1] else []),
    )


class _Path(NamedTuple):
    """The sessions of now beside those of the whole level: what differs comes later."""

    now: Routine
    whole: Routine

    def line(self, slot: str, text: str, label: str = "") -> tuple[str, str]:
        """Return a line of a slot, which the sessions may not have yet."""
        has = any(each.label == slot for _, each in self.now.slots())
        return label or slot, text if has else f"{LATER} {text}"

    @property
    def until_ramp(self) -> str:
        return "" if self.now.slot("B1").ramp else f"{LATER} "

    @property
    def unloaded(self) -> str:
        return f" {WITHOUT_WEIGHT}" if self.now.slot("B3").unloaded else ""

    @property
    def effort(self) -> str:
        """Return how many more one could do in B1, and with what where that is still to come."""
        now, whole = self.now.slot("B1"), self.whole.slot("B1")
        without = f" {WITHOUT_WEIGHT}" if now.unloaded else ""
        then = "" if now.rir == whole.rir else f"; {LATER} {span(*reserve_asked(whole))}"
        return f"{without}, {could_do(reserve_asked(now))}{then}"

    @property
    def rounds(self) -> str:
        now, whole = (each.blocks[-1].rounds for each in self)
        return f"{now} rounds{f'; {LATER} {whole}' if now != whole else ''}"


def _at_first(level: Level) -> str:
    """Return which sessions have fewer rounds than the level, where no path says so."""
    if level is Level.BEGINNER:
        return ""
    return f", {GENTLE_ROUNDS} in the first {GENTLE_SESSIONS} sessions"


def _after_a_round(found: LevelRules) -> str:
    return f"rest after a round {clock(found.round_rest_s)}"


def _before_fast(library: Mapping[str, Exercise], found: LevelRules) -> tuple[str, str]:
    """Return the rest before B2, and its label: studies have a window only for jumps."""
    planned, least = found.priming
    rest = f"{clock(planned)}, at least {clock(least)}"
    fast = library.get(found.fast)
    if fast is None or not fast.is_jump:
        return f"{rest}, before B2", "Rest"
    return f"{rest}, before B2; {WINDOW_WORDS}", "Rest"


def _each(library: Mapping[str, Exercise], id_: str) -> str:
    """Return what a count is for: " each leg", " each side", or nothing."""
    words = each(library[id_]) if id_ in library else ""
    return f" {words}" if words else ""


def _name(library: Mapping[str, Exercise], id_: str) -> str:
    return library[id_].name if id_ in library else id_


def gate_lines(conditions: Sequence[Condition], *, opened: bool = False) -> tuple[str, ...]:
    """Return the gate's conditions as lines, met and unmet told apart by shape.

    Args:
        conditions: All of them.
        opened: Whether the gate is open; then what closes it again is what there is to say.
    """
    if opened:
        return (
            "The gate to jumping is open.",
            f"Pain over {GO_ON} of 10, a set left out for form, or more than {PAUSE_DAYS} "
            "days off close it.",
        )
    return (
        "Before the first jump",
        *_conditions(conditions),
    )


def _conditions(conditions: Sequence[Condition]) -> tuple[str, ...]:
    return tuple(
        f"{'■' if condition.met else '□'}  {condition.asked}: {condition.now}"
        for condition in conditions
    )


def rung_line(rung: Rung, library: Mapping[str, Exercise], when: str = "today") -> str:
    """Return where B2 stands on its ladder, in a sentence.

    Args:
        rung: In some session.
        library: The exercises that there are.
        when: That session in a word: "today", "next", "later".
    """
    text = f"B2 {when}: {_name(library, rung.exercise)}"
    if rung.why:
        text += f" ({rung.why})"
    if rung.offered:
        offered = _name(library, rung.offered)
        text += f". It was calm for long enough: {key('levels.rung')} takes {offered}"
    return f"{text}."


def keys(
    *, looked_at_own: bool, gated: bool, overruled: bool, offered: bool
) -> tuple[KeyFace, ...]:
    """Return the keys that matter on the levels screen now."""
    found = ["take=keep" if looked_at_own else "take", "easier harder"]
    if gated:
        found += ["check", "overrule=gate again" if overruled else "overrule"]
    if offered:
        found.append("rung")
    return faces("levels", "; ".join((*found, "why", "back", "help")))
