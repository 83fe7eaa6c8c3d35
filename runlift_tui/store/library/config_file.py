"""The settings file that the athlete writes by hand; it is read, and never written."""

import os
import stat

from runlift_tui.core.settings.hand_written import Config

MOST_TOLD = 3


def read(path: str | os.PathLike[str] | None) -> tuple[Config, tuple[str, ...]]:
    """Return what a settings file says, and a line for everything in it that cannot be.

    A file that is missing or empty says nothing, and nothing of one that is no TOML counts.
    """
    if path is None:
        return Config(), ()
    from runlift_tui.store.disk.answers import SILENT, Answering

    answers = Answering()
    silent = (f"{os.fspath(path)} cannot be read now: {SILENT}.",)
    try:  # it may lie in a folder that something carries
        found = answers.ask(os.fspath(path), lambda: os.stat(path))
    except TimeoutError:
        return Config(), silent
    except (OSError, ValueError):
        return Config(), ()
    has_size = not stat.S_ISDIR(found.st_mode) and not stat.S_ISFIFO(found.st_mode)
    if has_size and not found.st_size:  # a folder has none on Windows
        return Config(), ()
    from runlift_tui.core.settings.config import read_config
    from runlift_tui.store.disk.errors import StoreError
    from runlift_tui.store.text.text_file import read_text_file

    try:
        file = answers.ask(os.fspath(path), lambda: read_text_file(os.fspath(path)))
    except TimeoutError:
        return Config(), silent
    except StoreError as error:
        return Config(), (f"{error.what.rstrip('.')}. Nothing of it counts until it is put right.",)
    config, faults = read_config(file.table)
    return config, tuple(file.told(faults))


def in_brief(faults: tuple[str, ...]) -> list[str]:
    """Return the first few faults as sentences, and how many there are beside them."""
    more = len(faults) - MOST_TOLD
    told = [fault if fault[-1] in ".?" else f"{fault}." for fault in faults[:MOST_TOLD]]
    return [*told, f"And {more} more in that file."] if more > 0 else told
