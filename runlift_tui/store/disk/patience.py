"""Windows: whoever looks at a file that is new, such as a virus scanner, holds it for a moment."""

import errno
import os
from collections.abc import Callable
from time import sleep
from typing import TypeVar

T = TypeVar("T")

CHANGING_S = 2.0
"""How long it is tried to put a file in its place, or to take it away; Defender needs far less."""
READING_S = 0.5
"""How long it is tried to read a file, which somebody may be waiting for."""

_HELD = {5, 32, 33}
"""Access denied, a sharing violation, a locked part; a file without rights is denied as well."""
_WAITS_S = (0.01, 0.02, 0.04, 0.08)
_LAST_WAIT_S = 0.1


def patiently(
    call: Callable[[], T], for_s: float, *, unless: Callable[[], bool] = lambda: False
) -> T:
    """Return what a call on a file returns, tried again while somebody else holds that file.

    Args:
        call: Opens, moves or removes it.
        for_s: After so long its error is raised.
        unless: Asked after an error; where it says so there is nothing to wait for.
    """
    waited, number = 0.0, 0
    while True:
        try:
            return call()
        except OSError as error:
            if not _is_held(error) or waited >= for_s or unless():
                raise
        wait = _WAITS_S[number] if number < len(_WAITS_S) else _LAST_WAIT_S
        sleep(wait)
        waited += wait
        number += 1


def _is_held(error: OSError) -> bool:
    """Return whether that is what an error says; to open a file gives no more than EACCES."""
    windows: int | None = getattr(error, "winerror", None)
    if windows is None:
        return os.name == "nt" and error.errno == errno.EACCES
    return windows in _HELD
