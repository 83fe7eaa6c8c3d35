"""Where something came from: the programs whose files are read, as one calls them."""

from runlift_tui.core.words.documents import Document

APPS = {
    "strong": "Strong",
    "hevy": "Hevy",
    "fitnotes": "FitNotes",
    "fitnotes-ios": "FitNotes",
    "liftosaur": "Liftosaur",
    "stronglifts": "StrongLifts",
    "fitbod": "Fitbod",
    "jefit": "JEFIT",
    "runkeeper": "Runkeeper",
    "intervals": "intervals.icu",
    "strava": "Strava",
    "garmin": "Garmin Connect",
    "fit": "FIT",
    "tcx": "TCX",
    "gpx": "GPX",
    "apple-health": "Apple Health",
}
"""By the names of their formats."""
OWN = "runlift"
"""The format of an export of our own."""
FORMATS = (OWN, *APPS)
"""What a file can be said to be."""


def is_imported(document: Document) -> bool:
    """Whether a document came out of another program's file."""
    return isinstance(document.get("source"), dict)


def format_of(document: Document) -> str:
    """Return the format that a document states it came in; empty where it states none."""
    format_ = document["source"].get("format") if is_imported(document) else None
    return format_ if isinstance(format_, str) else ""


def app_of(format_: str) -> str:
    """Return the program of a format, "Strong"; an unknown one as it is called in the file."""
    return APPS.get(format_, format_)


def origin_words(format_: str) -> str:
    """Return "from Strong" for a format; empty for none."""
    return f"from {app_of(format_)}" if format_ else ""
