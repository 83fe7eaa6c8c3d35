"""What RunLift runs on."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from runlift_tui import __version__
from runlift_tui.commands.doctor.finding import Finding, ok, problem

_NEEDED = ("textual", "rich", "tinydb", "platformdirs", "msgspec", "tomli-w", "wakepy")


def look() -> Iterator[Finding]:
    """Yield the versions of everything."""
    yield ok(f"RunLift {__version__}, Python {platform.python_version()}, {platform.platform()}")
    found: list[str] = []
    for name in _NEEDED:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield problem(f"{name} is not installed", "Install RunLift anew.")
    yield ok(", ".join(found))
