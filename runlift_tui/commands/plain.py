"""The command lines that are typed most, read without argparse.

Its import and the parser of one command take as long as half of `python -c pass`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "--data-dir"
CHOICES = ("routine", "level", "warm_up_rounds", "main_rounds", "minutes")
PLAIN: dict[tuple[str, ...], dict[str, object]] = {
    (): {"command": None},
    ("start",): {"command": "start", **dict.fromkeys(CHOICES)},
    ("resume",): {"command": "resume"},
    ("history", "--json"): {"command": "history", "json": True, "text": False, "limit": None},
}
"""What follows the folder -> what argparse would make of it."""


def plainly(given: Sequence[str]) -> dict[str, object] | None:
    """Return the words of a plain command line; None where it takes argparse to know them.

    The data folder counts where it stands first.
    """
    rest, folder = list(given), None
    if rest[:1] == [FOLDER] and len(rest) > 1 and _is_plain(rest[1]):
        folder = rest[1]
        del rest[:2]
    words = PLAIN.get(tuple(rest))
    if words is None or folder is None:
        return words
    return words | {"data_dir": folder}


def _is_plain(folder: str) -> bool:
    return bool(folder) and not folder.startswith("-")


def named_folder(given: Sequence[str]) -> str | None:
    """Return what follows `--data-dir`, wherever it stands."""
    for number, each in enumerate(given):
        if each == FOLDER:
            return given[number + 1] if number + 1 < len(given) else None
        if each.startswith(f"{FOLDER}="):
            return each.partition("=")[2]
    return None
