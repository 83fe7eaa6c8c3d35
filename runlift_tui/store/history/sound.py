"""Which files of a history were believed as they stand, told without the types that they hold."""

from collections.abc import Mapping

from runlift_tui.store.disk.derived import Derived, Fingerprint

KIND = "digest"
VERSION = 29
"""The shape of what a digest keeps; another one is read as if it were not there."""


def sound_files(folder: str) -> Mapping[str, Fingerprint]:
    """Return the fingerprints, by year, of files in which every session was believed.

    Args:
        folder: Where the derived files are; it need not exist.
    """
    kept = Derived(folder, KIND, VERSION).read(KIND) or {}
    years = kept.get("years")
    return years if isinstance(years, dict) else {}
