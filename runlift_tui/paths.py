"""Where things live on this machine. Nothing is created here.

`pathlib` and `platformdirs` are imported in the functions, so that `runlift --version` does not
pay for them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DATA_DIR_VARIABLE = "RUNLIFT_DATA_DIR"
_NAME = "runlift"


def data_dir(option: str | None, environ: Mapping[str, str]) -> Path:
    """Return the data folder, absolute: the option's, the variable's, or the system's own.

    Args:
        option: what came with `--data-dir`; None or empty where nothing did.
        environ: where `RUNLIFT_DATA_DIR` is looked up; empty counts as not set.
    """
    given = _given(option, environ)
    if given is not None:
        return given
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def config_file(option: str | None, environ: Mapping[str, str]) -> Path:
    """Return the settings file, which need not exist.

    It lies in a data folder that was given, and otherwise in the system's folder for settings.
    The arguments are those of `data_dir`.
    """
    given = _given(option, environ)
    if given is not None:
        return given / "config.toml"
    import platformdirs

    return platformdirs.user_config_path(_NAME, appauthor=False) / "config.toml"


def _given(option: str | None, environ: Mapping[str, str]) -> Path | None:
    """Return the folder that the athlete named, or None where they named none."""
    named = option or environ.get(DATA_DIR_VARIABLE)
    if not named:
        return None
    from pathlib import Path

    return Path(os.path.abspath(os.path.expanduser(named)))
