from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.sets.weights import Weights
from runlift_tui.store.library.library import document_of
from runlift_tui.store.library.settings import athlete_of


def test_the_weights_of_the_gym_are_the_athletes_own() -> None:
    athlete = Athlete(weights=Weights(step_kg=0.5, list_kg=(8.0, 12.5)))
    assert athlete_of(document_of(athlete)) == athlete
    assert athlete_of({"weights": {"step_kg": "much"}}).weights == Weights()
    assert athlete_of({}).weights == Weights()
