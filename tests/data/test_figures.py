"""The figures that ship: every one can be shown as it is."""

import importlib
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


@pytest.mark.parametrize("id_", DRAWN)
def test_it_is_of_an_exercise_and_its_side_is_one_that_works_alone(id_: str) -> None:
    exercise = shipped.exercises()[id_]
    assert bool(figure(id_).side) is (exercise.sides is Sides.EACH)


@pytest.mark.parametrize("id_", DRAWN)
def test_frames_are_of_one_size_and_of_known_characters(id_: str) -> None:
    found = figure(id_)
    for frames, width, height in ((found.small, 28, 16), (found.large, 44, 24)):
        assert {len(row) for frame in frames for row in frame} == {width}
        assert len({len(frame) for frame in frames}) == 1
        assert 5 <= len(frames[0]) <= height
        assert {char for frame in frames for row in frame for char in row} <= KNOWN
        assert any(row.strip() for frame in frames for row in frame[:1]), "an empty row on top"


@pytest.mark.parametrize("id_", DRAWN)
def test_every_frame_is_shown_and_none_that_is_not_there(id_: str) -> None:
    found = figure(id_)
    assert set(found.shown) == set(range(len(found.small))) == set(range(len(found.large)))
    assert found.still in found.shown
    for frames in (found.small, found.large):
        assert len(set(frames)) == len(frames) > 1, "a frame is there twice"


@pytest.mark.parametrize("id_", DRAWN)
def test_the_mirror_image_is_of_known_characters(id_: str) -> None:
    other = figure(id_).working("left").working("right").large
    assert {char for frame in other for row in frame for char in row} <= KNOWN


@pytest.mark.parametrize("id_", ["", "squat", "../exercises", "dead-bug.json", "a/b", "x\0y", "é"])
def test_what_is_not_drawn_has_no_figure(id_: str) -> None:
    assert shipped.figure(id_) is None
    assert not shipped.has_figure(id_)


def test_a_figure_is_known_to_be_there_before_it_is_read() -> None:
    assert all(map(shipped.has_figure, DRAWN))


@pytest.mark.slow
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
