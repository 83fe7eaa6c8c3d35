"""Which exercise of ours a name is: only an exact one that fits."""

from runlift_tui.exchange.names import NameAnswer, Names, folded_name, own_id
from runlift_tui.exchange.neutral import SetRead
from runlift_tui.store.library import shipped
from tests.rows import for_each

NAMES = Names(shipped.exercises().values())


def done(**more: object) -> list[SetRead]:
    return [SetRead(name="", line=1, block=0, **({"reps": 8} | more))]  # type: ignore[arg-type]


@for_each(
    ("name", "sets", "found"),
    [
        ("Split Squat (Dumbbell)", done(weight=12), "split-squat"),
        ("split  squat", done(weight=12), "split-squat"),
        ("Split Squat (Barbell)", done(weight=40), "split-squat-barbell"),
        ("Step-Up (Barbell)", done(weight=40), "x-step-up-barbell"),
        ("Squat", done(), "squat"),
        ("Squat", done(weight=70), "x-squat"),
        ("Squat (Bodyweight)", done(), "squat"),
        ("Plank", done(reps=None, seconds=60), "plank"),
        ("Plank", done(reps=12), "x-plank"),
        ("Leg Curl (Machine)", done(weight=30), "leg-curl"),
        ("Hip Thrust (Machine)", done(weight=30), "x-hip-thrust-machine"),
        ("Back Squat (Smith Machine)", done(weight=30), "x-back-squat-smith-machine"),
        ("Deadlift (Band)", done(weight=30), "x-deadlift-band"),
        ("Farmer’s Walk", done(weight=30), "x-farmers-walk"),
        ("Push-Up", done(assist=20.0), "x-push-up"),
        ("Kniebeuge, tief", done(weight=50), "x-kniebeuge-tief"),
    ],
)
def test_exact_or_not_at_all(name: str, sets: list[SetRead], found: str) -> None:
    assert NAMES.match(name, sets).exercise == found


def test_a_name_of_theirs_is_the_same_from_every_app() -> None:
    assert own_id("Landmine Press") == own_id("landmine-press") == "x-landmine-press"
    assert folded_name("World's  Greatest (Stretch)") == "worlds greatest stretch"
    assert own_id("スクワット").startswith("x-")


def test_what_is_offered_is_like_ours_and_fits() -> None:
    likely = {
        name: getattr(NAMES.likely(name, done(weight=12)), "id", None)
        for name in ("Bulgarian Split Squats", "Landmine Press", "Standing Calf Raise (Dumbbell)")
    }
    assert likely == {
        "Bulgarian Split Squats": "rfe-split-squat",
        "Landmine Press": None,
        "Standing Calf Raise (Dumbbell)": "calf-raise",
    }


def test_an_answer_goes_before_all() -> None:
    said = Names(
        shipped.exercises().values(),
        {"squat": NameAnswer("back-squat"), "x": NameAnswer("nothing-of-ours")},
    )
    assert said.match("Squat", done(weight=70)).exercise == "back-squat"
    assert said.match("X", done()).exercise == "x-x"
