"""Each level as a visible set of rules, and the article's session by level.

All the numbers are our own defaults. Sets, reps and weeks follow what studies used where there are
any; a screen that shows them says so.
"""

from enum import StrEnum

from msgspec import Struct

from runlift_tui.core.routines.routine import Block, HalfOf, Hold, RampSet, Reps, Routine, Slot

ARTICLE_ROUTINE = "runner-lower-body"
WARM_UP = "warm-up"
MAIN = "main"


class Level(StrEnum):
    """The athlete's own word for their experience."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class LevelRules(Struct, frozen=True, kw_only=True):
    """The numbers of one level. Reps are per leg, holds and rests in seconds."""

    dead_bug: int
    copenhagen: str
    copenhagen_s: int
    bridge: str
    bridge_reps: int
    warm_up_rests: tuple[int, int]
    """After a slot, after a round."""
    ramp: tuple[RampSet, ...]
    heavy: str
    heavy_reps: int
    heavy_rir: tuple[int, int]
    priming: tuple[int, int]
    """Planned, and least before go."""
    fast: str
    after_fast_s: int
    step_up: str
    after_step_up_s: int
    round_rest_s: int
    rounds: int
    warm_up_rounds: int = 2


WINDOW_WORDS = "window 3-7 min"
"""Of the rest before a jump: a meta-analysis found a small gain there (Dobbs 2019 J Strength Cond
Res 33:2009–2018). Nothing is known of fast sets without a jump."""

_UNLOADED = RampSet(reps=5, share=0.0, rest_s=45)

RULES: dict[Level, LevelRules] = {
    Level.BEGINNER: LevelRules(
        dead_bug=6,
        copenhagen="copenhagen-short-floor",
        copenhagen_s=10,
        bridge="bridge",
        bridge_reps=8,
        warm_up_rests=(30, 60),
        ramp=(RampSet(reps=5, share=0.0, rest_s=60),),
        heavy="split-squat",
        heavy_reps=8,
        heavy_rir=(3, 3),
        priming=(90, 60),
        fast="split-squat-fast",
        after_fast_s=60,
        step_up="step-up-low",
        after_step_up_s=60,
        round_rest_s=90,
        rounds=3,
    ),
    Level.INTERMEDIATE: LevelRules(
        dead_bug=8,
        copenhagen="copenhagen-short",
        copenhagen_s=15,
        bridge="single-leg-bridge-band",
        bridge_reps=10,
        warm_up_rests=(20, 45),
        ramp=(_UNLOADED, RampSet(reps=4, share=0.6, rest_s=60)),
        heavy="rfe-split-squat",
        heavy_reps=8,
        heavy_rir=(2, 3),
        priming=(180, 120),
        fast="split-squat-hop",
        after_fast_s=90,
        step_up="step-up",
        after_step_up_s=60,
        round_rest_s=120,
        rounds=3,
    ),
    Level.ADVANCED: LevelRules(
        dead_bug=10,
        copenhagen="copenhagen-long",
        copenhagen_s=20,
        bridge="single-leg-bridge-band",
        bridge_reps=12,
        warm_up_rests=(20, 45),
        ramp=(
            _UNLOADED,
            RampSet(reps=5, share=0.5, rest_s=60),
            RampSet(reps=2, share=0.75, rest_s=90),
        ),
        heavy="rfe-split-squat",
        heavy_reps=6,
        heavy_rir=(2, 2),
        priming=(240, 180),
        fast="jumping-lunge",
        after_fast_s=90,
        step_up="step-up",
        after_step_up_s=75,
        round_rest_s=150,
        rounds=4,
    ),
}

FIRST_DAY, WITH_COPENHAGEN, WITH_B4, ALL_SLOTS = range(4)
"""Stages of a beginner's path: one exercise more each week that had two sessions."""
SESSIONS_A_STAGE = 2
GENTLE_SESSIONS, GENTLE_ROUNDS = 2, 2
"""Above beginner so many first sessions, ever and after months off, have so many rounds: our rule.
"""
FEW_AT_FIRST = f"the first {GENTLE_SESSIONS} sessions have {GENTLE_ROUNDS} rounds (our own rule)"


def article_routine(level: Level, stage: int = ALL_SLOTS) -> Routine:
    """Return the article's session for a level.

    Args:
        level: Whose numbers.
        stage: How far along the beginner's path; other levels have every slot at once.
    """
    rules = RULES[level]
    if level is not Level.BEGINNER:
        stage = ALL_SLOTS
    return Routine(
        id=ARTICLE_ROUTINE,
        name="Runner's lower body",
        blocks=(_warm_up(rules, stage), _main(rules, stage)),
    )


def beginner_stage(sessions: int, days: int) -> int:
    """Return the stage of the beginner's path after so many sessions and days on it."""
    return max(FIRST_DAY, min(ALL_SLOTS, days // 7, sessions // SESSIONS_A_STAGE))


def _warm_up(rules: LevelRules, stage: int) -> Block:
    rest, round_rest = rules.warm_up_rests
    slots = [
        Slot(
            label="A1",
            exercise="dead-bug",
            prescription=Reps(6, 10),
            target=rules.dead_bug,
            rest_s=rest,
        ),
        Slot(
            label="A3",
            exercise=rules.bridge,
            prescription=Reps(8, 12),
            target=rules.bridge_reps,
            rest_s=rest,
        ),
    ]
    if stage >= WITH_COPENHAGEN:
        copenhagen = Slot(
            label="A2",
            exercise=rules.copenhagen,
            prescription=Hold(10, 20),
            target=rules.copenhagen_s,
            rest_s=rest,
        )
        slots.insert(1, copenhagen)
    return Block(
        id=WARM_UP,
        name="Warm-up",
        slots=tuple(slots),
        rounds=rules.warm_up_rounds,
        high=3,
        round_rest_s=round_rest,
        rest_after_s=60,
        zero_is_go=True,
    )


def _main(rules: LevelRules, stage: int) -> Block:
    first_day = stage == FIRST_DAY
    with_fast = stage >= ALL_SLOTS
    priming, least = rules.priming
    slots = [
        Slot(
            label="B1",
            exercise=rules.heavy,
            prescription=Reps(5, 10),
            target=rules.heavy_reps,
            rir=(4, 4) if first_day else rules.heavy_rir,
            rest_s=rules.round_rest_s if first_day else rules.after_fast_s,
            priming_s=priming if with_fast else 0,
            least_s=least if with_fast else 0,
            ramp=() if first_day else rules.ramp,
            unloaded=first_day,
        )
    ]
    if with_fast:
        slots.append(
            Slot(
                label="B2",
                exercise=rules.fast,
                prescription=HalfOf("B1"),
                rest_s=rules.after_fast_s,
            )
        )
    slots.append(
        Slot(
            label="B3",
            exercise=rules.step_up,
            prescription=Reps(6, 12),
            target=8,
            rest_s=rules.after_step_up_s,
            unloaded=first_day,
        )
    )
    if stage >= WITH_B4:
        slots.append(
            Slot(
                label="B4",
                exercise="anti-rotation-split-squat",
                prescription=Reps(8, 8),
                target=8,
                rest_s=rules.after_step_up_s,
            )
        )
    return Block(
        id=MAIN,
        name="Main",
        slots=tuple(slots),
        rounds=2 if first_day else rules.rounds,
        round_rest_s=rules.round_rest_s,
    )
