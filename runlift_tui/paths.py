"""Where things live on this machine. Nothing is created here.

Folders are text, and `platformdirs` is imported where it is asked, so that a command without a
screen imports neither it nor `pathlib`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

DATA_DIR_VARIABLE = "RUNLIFT_DATA_DIR"
_NAME = "runlift"
_SETTINGS = "config.toml"


def data_dir(option: str | None, environ: Mapping[str, str]) -> str:
    """Return the data folder, absolute: the option's, the variable's, or the system's own.

    Args:
        option: what came with `--data-dir`; None or empty where nothing did.
        environ: where `RUNLIFT_DATA_DIR` is looked up; empty counts as not set.
    """
    given = _given(option, environ)
    if given is not None:
        return given
    import platformdirs

    return platformdirs.user_data_dir(_NAME, appauthor=False)


def config_file(option: str | None, environ: Mapping[str, str]) -> str:
    """Return the settings file, which need not exist.

    It lies in a data folder that was given, and otherwise in the system's folder for settings.
    The arguments are those of `data_dir`.
    """
    given = _given(option, environ)
    if given is not None:
        return os.path.join(given, _SETTINGS)
    import platformdirs

    return os.path.join(platformdirs.user_config_dir(_NAME, appauthor=False), _SETTINGS)


def _given(option: str | None, environ: Mapping[str, str]) -> str | None:
    """Return the folder that the athlete named, or None where they named none."""
    named = option or environ.get(DATA_DIR_VARIABLE)
    if not named:
        return None
    return os.path.abspath(os.path.expanduser(named))
