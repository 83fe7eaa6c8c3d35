"""The figures that ship: every one can be shown as it is."""

import importlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.core.exercises.exercise import Sides
from runlift_tui.core.exercises.figure import ARROWS, DOTTED, SOLID, FigureFrames
from runlift_tui.core.routines.levels import RULES, Level, article_routine
from runlift_tui.store.library import shipped
from tests.rows import for_each

ROOT = Path(__file__).parents[2]
FOLDER = files("runlift_tui.data") / "figures"
DRAWN = sorted(file.name.removesuffix(".json") for file in FOLDER.iterdir())
KNOWN = {*SOLID, *ARROWS, *map(chr, DOTTED)}
ARTICLE = {
    "dead-bug",
    "copenhagen-long",
    "single-leg-bridge-band",
    "rfe-split-squat",
    "jumping-lunge",
    "step-up",
    "anti-rotation-split-squat",
}
LADDERS = {
    "dead-bug",
    "copenhagen",
    "bridge",
    "split-squat",
    "fast-split-squat",
    "step-up",
    "anti-rotation-split-squat",
}
LEFT_OUT = {
    *("split-squat-offset", "step-up-contralateral"),
    *("split-stance-pallof-press", "split-squat-press-out", "pallof-reverse-lunge"),
}
"""One weight beside the body looks like two: drawn, they would be taken for their neighbours. A
pull from the side cannot be seen: whoever does not know a press against it cannot make it out."""


def figure(id_: str) -> FigureFrames:
    found = shipped.figure(id_)
    assert found is not None
    return found


def test_the_articles_seven_are_drawn() -> None:
    assert set(DRAWN) >= ARTICLE


def test_every_rung_of_their_ladders_is_drawn_but_those_that_look_like_another() -> None:
    rungs = {each.id for each in shipped.exercises().values() if each.ladder in LADDERS}
    assert set(DRAWN) == rungs - LEFT_OUT


@pytest.mark.parametrize("level", Level)
def test_whatever_a_level_begins_with_is_drawn(level: Level) -> None:
    ids = {slot.exercise for _, slot in article_routine(level).slots()}
    assert set(DRAWN) >= ids | {RULES[level].fast}


@for_each("id_", DRAWN)
def test_it_is_of_an_exercise_and_its_side_is_one_that_works_alone(id_: str) -> None:
    exercise = shipped.exercises()[id_]
    assert bool(figure(id_).side) is (exercise.sides is Sides.EACH)


@for_each("id_", DRAWN)
def test_frames_are_of_one_size_and_of_known_characters(id_: str) -> None:
    found = figure(id_)
    for frames, width, height in ((found.small, 28, 16), (found.large, 44, 24)):
        assert {len(row) for frame in frames for row in frame} == {width}
        assert len({len(frame) for frame in frames}) == 1
        assert 5 <= len(frames[0]) <= height
        assert {char for frame in frames for row in frame for char in row} <= KNOWN
        assert any(row.strip() for frame in frames for row in frame[:1]), "an empty row on top"


@for_each("id_", DRAWN)
def test_every_frame_is_shown_and_none_that_is_not_there(id_: str) -> None:
    found = figure(id_)
    assert set(found.shown) == set(range(len(found.small))) == set(range(len(found.large)))
    assert found.still in found.shown
    for frames in (found.small, found.large):
        assert len(set(frames)) == len(frames) > 1, "a frame is there twice"


@for_each("id_", DRAWN)
def test_the_mirror_image_is_of_known_characters(id_: str) -> None:
    other = figure(id_).working("left").working("right").large
    assert {char for frame in other for row in frame for char in row} <= KNOWN


@for_each("id_", ["", "squat", "../exercises", "dead-bug.json", "a/b", "x\0y", "é"])
def test_what_is_not_drawn_has_no_figure(id_: str) -> None:
    assert shipped.figure(id_) is None
    assert not shipped.has_figure(id_)


def test_a_figure_is_known_to_be_there_before_it_is_read() -> None:
    assert all(map(shipped.has_figure, DRAWN))


@pytest.mark.sweep
def test_the_script_draws_what_ships(tmp_path: Path) -> None:
    script = ROOT / "assets" / "make_figures.py"
    if not script.exists():
        pytest.skip("the script is not in the source distribution")
    argv = [sys.executable, str(script), "--into", str(tmp_path)]
    subprocess.run(argv, check=True, capture_output=True)
    drawn = {path.name: path.read_text("utf-8") for path in (tmp_path / "figures").iterdir()}
    assert drawn == {f"{id_}.json": (FOLDER / f"{id_}.json").read_text("utf-8") for id_ in DRAWN}


# What the joints of the poses say, beside the words of the set-up

COPENHAGEN = (
    "copenhagen-short-floor",
    "copenhagen-short",
    "copenhagen-long-floor",
    "copenhagen-long",
    "copenhagen-dynamic",
)
UPPER, LOWER = -1, 1
"""Sides of a body that lies on its right elbow."""


@pytest.fixture(scope="module")
def poses() -> Iterator[dict[str, Callable[[], Any]]]:
    folder = ROOT / "assets"
    if not folder.exists():
        pytest.skip("the poses are not in the source distribution")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("figures.poses").FIGURES
    sys.path.remove(str(folder))


def bench_of(scene: Any) -> tuple[float, float, float]:
    """Return a bench's left and right end and its height."""
    start, end, radius, _ = scene.props[0].bones[0]
    return start.x - radius, end.x + radius, start.z + radius


@pytest.mark.parametrize("id_", COPENHAGEN)
def test_a_side_plank_has_its_elbow_under_the_shoulder_and_its_forearm_on_the_floor(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    for scene in poses[id_]().scenes:
        shoulder, elbow, hand = scene.body.arm(LOWER)
        assert shoulder.z < scene.body.shoulder_of(UPPER).z
        assert abs(elbow.x - shoulder.x) < 1
        assert elbow.z == pytest.approx(hand.z, abs=0.2)
        assert elbow.z < 3


@pytest.mark.parametrize("id_", COPENHAGEN)
def test_a_copenhagens_bench_is_under_the_knee_or_under_the_foot(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    for scene in poses[id_]().scenes:
        _, knee, ankle, toes = scene.body.leg(UPPER)
        left, right, top = bench_of(scene)
        on, off = (knee, ankle) if "short" in id_ else (ankle, knee)
        assert left < on.x < right
        assert not left < off.x < right
        assert top < on.z < top + 5
        assert (toes.x > right) is ("short" in id_)


def test_the_lower_knee_helps_in_the_first_copenhagen_and_the_lower_foot_in_the_third(
    poses: dict[str, Callable[[], Any]],
) -> None:
    hip, knee, ankle, _ = poses[COPENHAGEN[0]]().scenes[-1].body.leg(LOWER)
    assert knee.z < 4
    assert ankle.z < 4
    assert hip.to(ankle).length() < 45, "the knee is bent"
    hip, knee, ankle, _ = poses[COPENHAGEN[2]]().scenes[-1].body.leg(LOWER)
    assert ankle.z < 4 < knee.z
    assert hip.to(ankle).length() > 49, "the knee is straight"


@pytest.mark.parametrize("id_", ["copenhagen-short", "copenhagen-long", "copenhagen-dynamic"])
def test_a_lifted_lower_leg_is_beside_the_upper_one(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    drawn = poses[id_]()
    low, high = drawn.scenes[0].body, drawn.scenes[drawn.still].body
    thick = 9.1
    assert high.leg(UPPER)[1].to(high.leg(LOWER)[1]).length() < thick
    if id_ != "copenhagen-short":
        assert high.leg(UPPER)[2].to(high.leg(LOWER)[2]).length() < thick
    assert low.leg(LOWER)[2].z < 4, "it begins on the floor"
    assert low.hip.z < high.hip.z


CM = 1.75
"""Centimetres in a hundredth of a body that is 175 cm tall."""
CENTIMETRES = re.compile(r"(?:about |(\d+) to )(\d+) cm")
IN_CM = [id_ for id_ in DRAWN if CENTIMETRES.search(shipped.exercises()[id_].setup)]
STEP_UPS = ("step-up-low", "step-up", "step-up-lateral", "step-up-high")
ON_THE_FLOOR = (
    *("split-squat-assisted", "split-squat", "split-squat-fast", "split-squat-hop"),
    *("jumping-lunge", "jumping-lunge-high", "anti-rotation-split-squat"),
)
ON_SOMETHING = [id_ for id_ in DRAWN if id_.startswith("rfe-")]
RIGHT, LEFT = 1, -1


def heights(scene: Any) -> list[float]:
    """Return how high benches and boxes are."""
    return [
        (part.bones[0][0].z + part.bones[0][2]) * CM
        for part in scene.props
        if part.ink.name == "PROP"
    ]


@pytest.mark.parametrize("id_", IN_CM)
def test_what_a_body_stands_or_lies_on_is_as_high_as_the_set_up_says(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    found = CENTIMETRES.search(shipped.exercises()[id_].setup)
    assert found is not None
    most = int(found[2]) * (1.0 if found[1] else 1.1)
    least = int(found[1] or most * 0.8)
    for scene in poses[id_]().scenes:
        assert any(least <= high <= most for high in heights(scene)), heights(scene)


@pytest.mark.parametrize("id_", STEP_UPS)
def test_a_step_up_that_stands_still_stands_on_the_box(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    drawn = poses[id_]()
    top, start = drawn.scenes[drawn.still], drawn.scenes[0]
    high = heights(top)[0] / CM
    hip, _, ankle, _ = top.body.leg(RIGHT)
    assert 2 < ankle.z - high < 4
    assert hip.to(ankle).length() > 46, "tall on the leg"
    assert top.body.leg(LEFT)[2].z > high
    assert start.body.leg(LEFT)[2].z < 4, "each rep starts from the floor"
    assert 0 in drawn.order


def test_the_thigh_is_short_of_level_in_the_step_up_and_above_it_in_the_high_one(
    poses: dict[str, Callable[[], Any]],
) -> None:
    start = {id_: poses[id_]().scenes[0].body.leg(RIGHT) for id_ in ("step-up", "step-up-high")}
    assert start["step-up"][1].z < start["step-up"][0].z
    assert 0 <= start["step-up-high"][1].z - start["step-up-high"][0].z < 8


@pytest.mark.parametrize("id_", ON_THE_FLOOR)
def test_the_back_knee_stays_above_the_floor(id_: str, poses: dict[str, Callable[[], Any]]) -> None:
    drawn = poses[id_]()
    knee = min(scene.body.leg(side)[1].z for scene in drawn.scenes for side in (RIGHT, LEFT))
    assert 2.3 < knee - 2.2 < 7


def test_the_split_squat_hold_has_its_knee_a_hands_width_above_the_floor(
    poses: dict[str, Callable[[], Any]],
) -> None:
    knee = poses["split-squat-iso"]().scenes[-1].body.leg(LEFT)[1]
    assert 8 < (knee.z - 2.2) * CM < 12


@pytest.mark.parametrize("id_", ON_SOMETHING)
def test_the_top_of_the_rear_foot_lies_on_what_is_behind_and_below_the_knee(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    for scene in poses[id_]().scenes:
        left, right, top = bench_of(scene)
        _, _, ankle, toes = scene.body.leg(LEFT)
        assert left < toes.x < right
        assert 0 < toes.z - top < 3
        assert toes.z == pytest.approx(ankle.z, abs=1)
        assert toes.x < ankle.x
        assert top < 28


def test_the_elbows_of_the_front_rack_are_in_front(poses: dict[str, Callable[[], Any]]) -> None:
    for scene in poses["rfe-split-squat-front-rack"]().scenes:
        for side in (RIGHT, LEFT):
            shoulder, elbow, hand = scene.body.arm(side)
            assert elbow.x - shoulder.x > 10
            assert shoulder.to(hand).length() < 9


@pytest.mark.parametrize("id_", ["anti-rotation-split-squat", "rfe-split-squat-offset"])
def test_the_one_weight_is_at_the_shoulder_opposite_the_front_leg(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    for scene in poses[id_]().scenes:
        (bar,) = [part for part in scene.props if part.ink.name != "PROP"]
        start, end, *_ = bar.bones[0]
        middle = start.plus(start.to(end), 0.5)
        assert scene.body.shoulder_of(LEFT).to(middle).length() < 11
        assert scene.body.leg(RIGHT)[2].x > scene.body.leg(LEFT)[2].x


@pytest.mark.parametrize("id_", [id_ for id_ in DRAWN if "bridge" in id_])
def test_a_bridge_ends_with_shoulders_hips_and_knees_in_line(
    id_: str, poses: dict[str, Callable[[], Any]]
) -> None:
    drawn = poses[id_]()
    body = drawn.scenes[0 if id_ == "bridge-march" else -1].body
    hip, knee, *_ = body.leg(RIGHT)
    trunk, thigh = body.neck.to(body.hip).unit(), hip.to(knee).unit()
    assert trunk.dot(thigh._replace(y=0)) > 0.99
    assert {round(scene.body.neck.x) for scene in drawn.scenes} == {-24}, "the shoulders stay"


def test_the_heels_of_a_bridge_are_a_hands_width_from_the_seat(
    poses: dict[str, Callable[[], Any]],
) -> None:
    for id_ in ("bridge", "single-leg-bridge", "single-leg-bridge-band"):
        body = poses[id_]().scenes[0].body
        assert 8 < (body.leg(RIGHT)[2].x - 2.6 - body.hip.x - 4.6) * CM < 12
    hip, knee, ankle, _ = poses["single-leg-bridge-raised"]().scenes[0].body.leg(RIGHT)
    assert abs(knee.to(hip).unit().dot(knee.to(ankle).unit())) < 0.1, "ninety degrees"
    first, lifted, other = (scene.body for scene in poses["bridge-march"]().scenes)
    rise = lifted.leg(RIGHT)[2].z - first.leg(RIGHT)[2].z
    assert rise == pytest.approx(other.leg(LEFT)[2].z - first.leg(LEFT)[2].z)
    assert 8 < rise * CM < 12, "a hand's width"


def test_the_long_dead_bug_goes_to_just_above_the_floor(
    poses: dict[str, Callable[[], Any]],
) -> None:
    high, right, left = (scene.body for scene in poses["dead-bug-long"]().scenes)
    assert abs(high.leg(RIGHT)[2].x - high.leg(RIGHT)[0].x) < 3, "straight up"
    for body, leg, arm in ((right, RIGHT, LEFT), (left, LEFT, RIGHT)):
        assert 2 < body.leg(leg)[2].z - 2.5 < 6
        assert 2 < body.arm(arm)[2].z - 2.5 < 6
