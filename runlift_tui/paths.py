"""Where things live on this machine. Nothing is created here.

Folders are text, and `platformdirs` is imported where it is asked, so that a command without a
screen imports neither it nor `pathlib`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

DATA_DIR_VARIABLE = "RUNLIFT_DATA_DIR"
_NAME = "runlift"
_SETTINGS = "config.toml"
_PACKAGE = "PythonSoftwareFoundation.Python."


def data_dir(option: str | None, environ: Mapping[str, str]) -> str:
    """Return the data folder, absolute: the option's, the variable's, or the system's own.

    Args:
        option: what came with `--data-dir`; None or empty where nothing did.
        environ: where `RUNLIFT_DATA_DIR` is looked up; empty counts as not set.
    """
    given = _given(option, environ) or outside_the_package(sys.platform, sys.base_prefix, environ)
    if given:
        return given
    import platformdirs

    return platformdirs.user_data_dir(_NAME, appauthor=False)


def config_file(option: str | None, environ: Mapping[str, str]) -> str:
    """Return the settings file, which need not exist.

    It lies in a data folder that was given, and with a Python from the Microsoft Store in the data
    folder, otherwise in the system's folder for settings.
    The arguments are those of `data_dir`.
    """
    given = _given(option, environ) or outside_the_package(sys.platform, sys.base_prefix, environ)
    if given:
        return os.path.join(given, _SETTINGS)
    import platformdirs

    return os.path.join(platformdirs.user_config_dir(_NAME, appauthor=False), _SETTINGS)


def outside_the_package(platform: str, base_prefix: str, environ: Mapping[str, str]) -> str:
    """Return the folder for a Python from the Microsoft Store; empty for any other one.

    What that one writes below `AppData` lies in truth in a folder of its package, which is another
    one for each version of Python and goes with it: python/cpython 122057.

    Args:
        platform: As `sys.platform`.
        base_prefix: Where Python is installed.
        environ: Says where the athlete's own folder is.
    """
    parts = base_prefix.replace("\\", "/").split("/")
    of_store = "WindowsApps" in parts or any(part.startswith(_PACKAGE) for part in parts)
    if platform != "win32" or not of_store:
        return ""
    return os.path.join(environ.get("USERPROFILE") or os.path.expanduser("~"), _NAME)


def in_a_package(platform: str, environ: Mapping[str, str]) -> list[str]:
    """Return the folders with training that an older RunLift wrote into such packages.

    Args:
        platform: As `sys.platform`.
        environ: Says where the packages are.
    """
    packages = os.path.join(environ.get("LOCALAPPDATA", ""), "Packages")
    if platform != "win32" or not os.path.isdir(packages):
        return []
    found = (
        os.path.join(packages, name, "LocalCache", "Local", _NAME)
        for name in sorted(os.listdir(packages))
        if name.startswith(_PACKAGE)
    )
    return [folder for folder in found if os.path.isdir(folder)]


def _given(option: str | None, environ: Mapping[str, str]) -> str | None:
    """Return the folder that the athlete named, or None where they named none."""
    named = option or environ.get(DATA_DIR_VARIABLE)
    if not named:
        return None
    return os.path.abspath(os.path.expanduser(named))
