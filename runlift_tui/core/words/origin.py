"""Where something came from: the programs whose files are read, as one calls them."""

from typing import Any

APPS = {
    "strong": "Strong",
    "hevy": "Hevy",
    "fitnotes": "FitNotes",
    "fitnotes-ios": "FitNotes",
    "liftosaur": "Liftosaur",
    "stronglifts": "StrongLifts",
    "fitbod": "Fitbod",
    "jefit": "JEFIT",
    "garmin": "Garmin Connect",
    "strava": "Strava",
    "runkeeper": "Runkeeper",
    "intervals": "intervals.icu",
    "apple-health": "Apple Health",
    "fit": "FIT",
    "tcx": "TCX",
    "gpx": "GPX",
}
"""By the names of their formats."""


def app_of(source: Any) -> str:
    """Return "Strong" for the origin that a document states, nothing where it has none."""
    format_ = source.get("format") if isinstance(source, dict) else None
    return APPS.get(format_, format_) if isinstance(format_, str) else ""


def origin_words(source: Any) -> str:
    """Return "from Strong" for the origin that a document states, nothing where it has none."""
    app = app_of(source)
    return f"from {app}" if app else ""
