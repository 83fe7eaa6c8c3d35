"""The shipped library: every entry can be trusted by the screens that read it."""

import re
from collections import Counter, defaultdict
from importlib.resources import files

import msgspec
import pytest

from runlift_tui.core.exercises import names
from runlift_tui.core.exercises.call import call
from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.faults import faults
from runlift_tui.core.routines.levels import ALL_SLOTS, Level, article_routine
from tests.rows import for_each

EQUIPMENT = {
    "band",
    "barbell",
    "bench",
    "box",
    "cable",
    "dumbbells",
    "hurdle",
    "kettlebells",
    "leg press",
    "machine",
    "mat",
    "medicine ball",
    "mini-band",
    "partner",
    "plate",
    "pull-up bar",
    "rope",
    "sled",
    "slider",
    "step",
    "swiss ball",
    "towel",
    "trap bar",
    "wall",
}
WEIGHTS = {
    "barbell",
    "dumbbells",
    "kettlebells",
    "leg press",
    "machine",
    "medicine ball",
    "plate",
    "trap bar",
}
TAGS = {
    "adductor",
    "anti-rotation",
    "bilateral",
    "calf",
    "core",
    "foot",
    "glute",
    "hamstring",
    "heavy",
    "hip",
    "isometric",
    "mobility",
    "plyometric",
    "power",
    "quad",
    "running",
    "single-leg",
    "stable",
    "unstable",
    "upper",
}
SOURCES = {
    "Albracht & Arampatzis 2013 Eur J Appl Physiol 113:1605-1615",
    "Bishop et al. 2017 J Strength Cond Res 31:2216-2222",
    "Bohm et al. 2021 Proc R Soc B 288:20202784",
    "Denadai et al. 2017 Sports Med 47:545-554",
    "Eihara et al. 2022 Sports Med Open 8:138",
    "Engeroff et al. 2023 Sci Rep 13, doi 10.1038/s41598-023-30798-3",
    "Fletcher et al. 2010 Eur J Appl Physiol 110:1037-1046",
    "Harøy et al. 2019 Br J Sports Med 53:150-157",
    "Llanos-Lagos et al. 2024 Sports Med 54:895-932",
    "Llanos-Lagos et al. 2024 Sports Med 54:1801-1833",
    "Mak, Wong & Bishop 2025 J Aust Strength Cond, repository.mdx.ac.uk/item/284v63",
    "Polglass et al. 2019 BMJ Open Sport Exerc Med 5:e000570",
    "Saunders et al. 2006 J Strength Cond Res 20:947-954",
    "Xu et al. 2025 Sports Med 55:977-1008",
}
"""Papers of which at least the abstract was read; a new one is added here when it was."""

LADDERS = {
    "copenhagen": (
        "copenhagen-short-floor",
        "copenhagen-short",
        "copenhagen-long-floor",
        "copenhagen-long",
        "copenhagen-dynamic",
    ),
    "fast-split-squat": (
        "split-squat-iso",
        "split-squat-fast",
        "split-squat-hop",
        "jumping-lunge",
        "jumping-lunge-high",
    ),
    "dead-bug": ("dead-bug-heel-taps", "dead-bug", "dead-bug-weighted", "dead-bug-long"),
    "lunge": (
        "reverse-lunge",
        "slider-lunge",
        "reverse-lunge-deficit",
        "forward-lunge",
        "walking-lunge",
    ),
    "single-leg-squat": (
        "single-leg-squat-assisted",
        "single-leg-squat-high-box",
        "single-leg-squat-box",
        "skater-squat",
        "single-leg-squat-low-box",
    ),
    "squat": ("squat", "goblet-squat", "back-squat"),
    "jump": (
        "drop-landing",
        "box-jump",
        "squat-jump",
        "broad-jump",
        "tuck-jump",
        "hurdle-hop",
        "drop-jump",
    ),
}
"""Ladders that were put in order on purpose: how hard it is to learn, and to bear."""

NAMED_IN_THE_SET_UP = {
    r"\bwall\b": {"wall"},
    r"\bbench\b": {"bench"},
    r"\bbox\b": {"box"},
    r"\b(on|of) (a|the|one) step\b|\bon the step\b|\bStep or\b|\bstep of (about )?\d": {"step"},
    r"\bmini-band\b": {"mini-band"},
    r"\bband\b": {"band", "mini-band"},
    r"\bcable\b": {"cable"},
    r"(?<!body )\bweights?\b (at|in|held|overhead|on each)": WEIGHTS,
    r"\bbarbell\b|\bBar (on|over)\b": {"barbell"},
    r"\bpull-up bar\b": {"pull-up bar"},
    r"\bdumbbell": {"dumbbells"},
    r"\bkettlebell": {"kettlebells"},
    r"\bplates?\b": {"plate", "leg press", "machine"},
    r"\bslider": {"slider"},
    r"\btowel\b": {"towel", "slider", "medicine ball"},
    r"\bmat\b": {"mat"},
    r"\b(medicine|light) ball\b": {"medicine ball"},
    r"\bthe ball\b(?! of)": {"swiss ball"},
    r"\bpartner\b": {"partner"},
    r"\bropes?\b": {"rope"},
    r"\bmachine\b": {"machine"},
    r"\bhurdles?\b": {"hurdle"},
    r"\bsled\b": {"sled"},
}
"""What a set-up calls a piece of kit, and what of it has to be listed."""
PLAINLY = {
    "barbell": "bar",
    "dumbbells": "dumbbell|weight",
    "kettlebells": "kettlebell|weight",
    "leg press": "the plate",
    "mat": "mat|on your (back|side)|kneel|forearms|hands and|sit with",
    "medicine ball": "ball|weight",
    "plate": "plate|weight",
    "pull-up bar": "bar",
    "swiss ball": "ball",
    "trap bar": "bar",
}
"""In which words a set-up tells what a listed piece of kit is for; else by its own."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SENTENCE_END = re.compile(r"[.?](?=\s|$)")


def read() -> tuple[Exercise, ...]:
    data = files("runlift_tui.data").joinpath("exercises.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[Exercise, ...], strict=True)


LIBRARY = read()
BY_ID = {exercise.id: exercise for exercise in LIBRARY}
RUNGS: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
"""Ids by ladder and rung."""
for _exercise in LIBRARY:
    if _exercise.ladder:
        RUNGS[_exercise.ladder][_exercise.rung].append(_exercise.id)


def ways_down(exercise: Exercise) -> set[str]:
    """Ids one step easier: the rung below and the easier neighbours."""
    below = RUNGS[exercise.ladder].get(exercise.rung - 1, []) if exercise.ladder else []
    return {*below, *exercise.easier}


def named(exercise: Exercise) -> set[str]:
    return {word.casefold() for word in (exercise.id, exercise.name, *exercise.aliases)}


def test_every_key_is_known_and_no_default_is_written_out() -> None:
    data = files("runlift_tui.data").joinpath("exercises.json").read_bytes()
    assert msgspec.json.decode(data) == msgspec.json.decode(msgspec.json.encode(LIBRARY))


def test_ids_are_unique_slugs() -> None:
    assert [id_ for id_, count in Counter(e.id for e in LIBRARY).items() if count > 1] == []
    assert [e.id for e in LIBRARY if not SLUG.fullmatch(e.id)] == []


def test_no_name_or_alias_means_two_exercises() -> None:
    owners = Counter(word for exercise in LIBRARY for word in named(exercise))
    assert [word for word, count in owners.items() if count > 1] == []


def test_the_library_is_broad_enough_to_swap_in() -> None:
    assert len(LIBRARY) >= 120
    jumps_on_one_leg = [e for e in LIBRARY if e.is_jump and e.two_sided]
    assert len(jumps_on_one_leg) >= 8
    assert sum("anti-rotation" in e.tags and "single-leg" in e.tags for e in LIBRARY) >= 10


@for_each(
    ("id_", "measure", "sides", "load", "implements", "contacts"),
    [
        ("dead-bug", "reps", "alternating", "none", 1, 0),
        ("copenhagen-short", "hold", "each", "none", 1, 0),
        ("copenhagen-long", "hold", "each", "none", 1, 0),
        ("single-leg-bridge", "reps", "each", "none", 1, 0),
        ("single-leg-bridge-band", "reps", "each", "band", 1, 0),
        ("rfe-split-squat", "reps", "each", "external", 2, 0),
        ("split-squat-iso", "hold", "each", "none", 1, 0),
        ("split-squat-fast", "reps", "each", "none", 1, 0),
        ("split-squat-hop", "reps", "each", "none", 1, 1),
        ("jumping-lunge", "reps", "alternating", "none", 1, 1),
        ("step-up", "reps", "each", "external", 2, 0),
        ("anti-rotation-split-squat", "reps", "each", "external", 1, 0),
    ],
)
def test_the_built_in_session_finds_its_exercises(
    id_: str, measure: str, sides: str, load: str, implements: int, contacts: int
) -> None:
    exercise = BY_ID[id_]
    assert (exercise.measure, exercise.sides, exercise.load) == (measure, sides, load)
    assert (exercise.implements, exercise.contacts) == (implements, contacts)


@pytest.mark.parametrize("level", Level)
def test_every_slot_of_the_built_in_session_has_its_exercise(level: Level) -> None:
    for stage in range(ALL_SLOTS + 1):
        wanted = {slot.exercise for _, slot in article_routine(level, stage).slots()}
        assert wanted <= BY_ID.keys()


@for_each(("ladder", "ids"), LADDERS.items())
def test_the_ladders_that_rules_stand_on_keep_their_order(
    ladder: str, ids: tuple[str, ...]
) -> None:
    assert {rung: [id_] for rung, id_ in enumerate(ids)} == RUNGS[ladder]


def test_the_main_lifts_stand_above_an_easier_rung() -> None:
    for id_ in ("rfe-split-squat", "step-up", "single-leg-bridge-band", "single-leg-rdl"):
        assert BY_ID[id_].rung > 0


def test_ladders_climb_one_exercise_a_rung_from_zero() -> None:
    for ladder, found in RUNGS.items():
        assert len(found) >= 2, ladder
        assert sorted(found) == list(range(len(found))), ladder
        assert [ids for ids in found.values() if len(ids) > 1] == [], ladder


def test_ladders_stand_together_in_the_file_easiest_first() -> None:
    for ladder in RUNGS:
        at = [index for index, e in enumerate(LIBRARY) if e.ladder == ladder]
        assert at == list(range(at[0], at[0] + len(at))), ladder
        assert [LIBRARY[index].rung for index in at] == list(range(len(at))), ladder


def test_neighbours_exist_outside_the_ladder_and_know_each_other() -> None:
    for exercise in LIBRARY:
        for id_ in exercise.easier:
            assert exercise.id in BY_ID[id_].harder, exercise.id
        for id_ in exercise.harder:
            assert exercise.id in BY_ID[id_].easier, exercise.id
        for id_ in (*exercise.easier, *exercise.harder):
            assert not exercise.ladder or BY_ID[id_].ladder != exercise.ladder, exercise.id
        both = (*exercise.easier, *exercise.harder)
        assert len(set(both)) == len(both), exercise.id


def test_easier_never_comes_round_to_itself() -> None:
    for exercise in LIBRARY:
        seen: set[str] = set()
        ahead = ways_down(exercise)
        while ahead:
            seen |= ahead
            ahead = {id_ for below in ahead for id_ in ways_down(BY_ID[below])} - seen
        assert exercise.id not in seen, exercise.id


@for_each("jump", [e for e in LIBRARY if e.is_jump])
def test_every_jump_has_a_way_down_to_the_ground(jump: Exercise) -> None:
    seen: set[str] = set()
    ahead = ways_down(jump)
    while ahead:
        seen |= ahead
        ahead = {id_ for below in ahead for id_ in ways_down(BY_ID[below])} - seen
    assert any(not BY_ID[id_].is_jump for id_ in seen)


def test_words_come_from_the_closed_vocabularies() -> None:
    for exercise in LIBRARY:
        assert exercise.tags, exercise.id
        assert set(exercise.tags) <= TAGS, exercise.id
        assert set(exercise.equipment) <= EQUIPMENT, exercise.id
        assert len(set(exercise.tags)) == len(exercise.tags), exercise.id
        assert len(set(exercise.equipment)) == len(exercise.equipment), exercise.id


def test_no_word_of_the_vocabularies_is_left_over() -> None:
    assert {tag for e in LIBRARY for tag in e.tags} == TAGS
    assert {thing for e in LIBRARY for thing in e.equipment} == EQUIPMENT
    cited = {source for e in LIBRARY for source in e.source.split("; ") if source}
    assert cited == SOURCES


def test_tags_agree_with_what_is_measured() -> None:
    for exercise in LIBRARY:
        tags = set(exercise.tags)
        assert not {"single-leg", "bilateral"} <= tags, exercise.id
        assert not {"stable", "unstable"} <= tags, exercise.id
        assert ("plyometric" in tags) == exercise.is_jump, exercise.id
        if "single-leg" in tags:
            assert exercise.two_sided, exercise.id
        if "bilateral" in tags:
            assert exercise.sides is Sides.BOTH, exercise.id
        if "isometric" in tags:
            assert exercise.measure is Measure.HOLD, exercise.id


def test_load_and_equipment_agree() -> None:
    for exercise in LIBRARY:
        equipment = set(exercise.equipment)
        if exercise.load is LoadKind.EXTERNAL:
            assert equipment & WEIGHTS, exercise.id
            assert exercise.implements in (1, 2), exercise.id
        else:
            assert exercise.implements == 1, exercise.id
        if exercise.load is LoadKind.BAND:
            assert equipment & {"band", "mini-band"}, exercise.id


def test_jumps_carry_no_weight_and_are_counted() -> None:
    for exercise in LIBRARY:
        assert 0 <= exercise.contacts <= 3, exercise.id
        if exercise.is_jump:
            assert exercise.measure is Measure.REPS, exercise.id
            assert exercise.load is LoadKind.NONE, exercise.id


def test_holds_are_held_by_one_side_at_a_time_or_by_both() -> None:
    for exercise in LIBRARY:
        if exercise.measure is Measure.HOLD:
            assert exercise.sides is not Sides.ALTERNATING, exercise.id


def test_metres_are_those_of_both_sides_and_nothing_that_ships_is_without_fault() -> None:
    in_metres = [each for each in LIBRARY if each.measure is Measure.METRES]
    assert {each.id for each in in_metres} == {"sled-push", "strides", "hill-sprint"}
    assert not any(each.two_sided for each in in_metres)
    assert [each.id for each in LIBRARY if faults(each)] == []


def test_cues_are_few_short_and_calm() -> None:
    for exercise in LIBRARY:
        assert 2 <= len(exercise.cues) <= 4, exercise.id
        for cue in exercise.cues:
            assert 0 < len(cue) <= 48, exercise.id
            assert cue == cue.strip(), exercise.id
            assert cue[0].isupper(), exercise.id
            assert cue[-1] not in ".!", exercise.id


def test_texts_are_there_and_no_longer_than_a_glance() -> None:
    for exercise in LIBRARY:
        assert exercise.trains, exercise.id
        assert exercise.setup.endswith("."), exercise.id
        assert exercise.why.endswith("."), exercise.id
        assert len(exercise.name) <= 56, exercise.id
        assert len(exercise.trains) <= 56, exercise.id
        assert len(SENTENCE_END.findall(exercise.setup)) <= 2, exercise.id
        assert len(SENTENCE_END.findall(exercise.why)) <= 3, exercise.id
        texts = (exercise.trains, exercise.setup, exercise.why, *exercise.cues)
        assert not any("!" in text or "  " in text for text in texts), exercise.id


def test_a_finding_is_cited_and_nothing_else_sounds_like_one() -> None:
    """Below a reason without a source the screens say "our own rule, not a finding"."""
    for exercise in LIBRARY:
        if exercise.source:
            assert exercise.why, exercise.id
            assert set(exercise.source.split("; ")) <= SOURCES, exercise.id
        else:
            assert "%" not in exercise.why, exercise.id
            assert not re.search(
                r"\b(stud(y|ies)|trial|meta-analysis)\b (found|show)", exercise.why
            )
            assert not re.search(r"\b(19|20)\d\d\b", exercise.why), exercise.id


@for_each("source", sorted(SOURCES))
def test_a_source_leads_to_the_page(source: str) -> None:
    place = r"( [^:]+ \d+:e?\d+(-\d+)?| .+, doi 10\.\d{4,}/\S+| .+, repository\.\S+/\S+)"
    assert re.fullmatch(rf"[A-ZÅÆØ][^\d]+ \d{{4}}{place}", source)


@for_each("exercise", LIBRARY)
def test_it_says_which_leg_or_arm_is_counted(exercise: Exercise) -> None:
    if exercise.sides is Sides.EACH:
        assert "counted" in exercise.setup
        # "Left first" would be taken for the side that one lies on, or the leg that one lifts.
        apart = re.search(
            r"\b(upper leg is counted|lower (side|leg)|hand that|arm that|side nearer|kneeling side"
            r"|side away|lifted leg)\b",
            exercise.setup.partition("counted")[0] + "counted",
        )
        up = apart is not None and not exercise.id.startswith("step-up")
        assert not up or exercise.counted, exercise.id
    else:
        assert not exercise.counted


@for_each("exercise", LIBRARY)
def test_the_knee_is_asked_into_line_and_not_forward(exercise: Exercise) -> None:
    for text in (exercise.setup, exercise.why, *exercise.cues):
        assert not re.search(r"\bknees? over the (toes|foot)\b", text)


@for_each("exercise", LIBRARY)
def test_kit_and_set_up_name_the_same_things(exercise: Exercise) -> None:
    kit = set(exercise.equipment)
    for words, things in NAMED_IN_THE_SET_UP.items():
        if re.search(words, exercise.setup, re.IGNORECASE):
            assert kit & things, words
    for thing in kit:
        assert re.search(PLAINLY.get(thing, thing), exercise.setup, re.IGNORECASE), thing


@for_each("exercise", LIBRARY)
def test_the_easier_one_does_not_ask_for_more(exercise: Exercise) -> None:
    rungs = RUNGS.get(exercise.ladder, {})
    lower = [BY_ID[id_] for rung in sorted(rungs) if rung < exercise.rung for id_ in rungs[rung]]
    neighbours = [BY_ID[id_] for id_ in exercise.easier]
    for below in (lower[-1:] or neighbours)[:1]:
        assert exercise.is_jump or not below.is_jump
        assert "unstable" in exercise.tags or "unstable" not in below.tags


def test_a_heavy_split_squat_says_how_to_get_out_of_it() -> None:
    for exercise in LIBRARY:
        split = exercise.ladder == "split-squat" or "split-squat" in exercise.id
        if split and "heavy" in exercise.tags:
            assert any("get out" in cue or "pins" in cue for cue in exercise.cues), exercise.id


def test_a_squat_under_a_bar_has_safety_pins() -> None:
    for exercise in LIBRARY:
        if "squat" in exercise.id and exercise.equipment[:1] == ("barbell",):
            assert "afety pins" in exercise.setup, exercise.id


@for_each(
    ("typed", "id_"),
    [
        ("leg extension", "leg-extension"),
        ("leg curl", "leg-curl"),
        ("hamstring curl", "leg-curl"),
        ("nordic hamstring curl", "nordic"),
        ("seated calf machine", "calf-raise-machine"),
        ("back extension", "back-extension"),
        ("reverse nordic", "reverse-nordic"),
        ("spanish squat", "spanish-squat"),
        ("ankle eversion with band", "ankle-eversion-band"),
        ("ankle inversion with band", "ankle-inversion-band"),
        ("toe walk", "toe-walk"),
        ("heel walk", "heel-walk"),
        ("tuck jump", "tuck-jump"),
        ("hurdle hop", "hurdle-hop"),
        ("ankling", "ankling"),
        ("straight-leg bound", "straight-leg-bound"),
        ("reverse lunge to knee drive", "reverse-lunge-knee-drive"),
        ("inverted row", "inverted-row"),
        ("heel drop", "calf-raise-single-step"),
        ("alfredson", "calf-raise-single-step"),
        ("farmers walk", "farmer-carry"),
        ("banded walk", "lateral-band-walk"),
        ("swiss ball hamstring curl", "swiss-ball-leg-curl"),
        ("captain morgan", "wall-press"),
        ("CMJ", "squat-jump"),
        ("squat jump", "squat-jump"),
    ],
)
def test_what_a_physiotherapist_types_is_found(typed: str, id_: str) -> None:
    assert names.named(typed, LIBRARY) == (id_,)


@for_each("other", ["depth jump", "chin-up", "snap landing", "a skip"])
def test_no_alias_is_the_name_of_another_movement(other: str) -> None:
    assert all(other not in named(exercise) for exercise in LIBRARY)


def test_no_call_is_the_name_of_another_movement() -> None:
    """The dip before it makes it a countermovement jump; a squat jump has none."""
    jump = next(exercise for exercise in LIBRARY if exercise.id == "squat-jump")
    assert call(jump) == "VERTICAL JUMP"


@for_each(
    "claim",
    ["over a minute", "five times", "5x", "guarantee", "prevents", "Paavolainen", "bulletproof"],
)
def test_no_claim_that_its_source_does_not_carry(claim: str) -> None:
    text = msgspec.json.encode(LIBRARY).decode().casefold()
    assert claim.casefold() not in text
