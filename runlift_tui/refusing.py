"""What a command says of a file that it does not take."""

import sys
from collections.abc import Sequence

from runlift_tui.core.text import safe_text

FAILED = 1
_MOST = 10
"""Faults that are told one by one; whoever mends those finds the others next."""


def refused(faults: Sequence[str]) -> int:
    """Tell what is wrong with a file, and that nothing of it was taken; return the exit status.

    Args:
        faults: One at least, each in words that begin with the file.
    """
    first = [safe_text(each).rstrip(".") for each in faults[:_MOST]]
    if len(faults) == 1:
        first[0] += ". Nothing was imported."
    else:
        more = len(faults) - len(first)
        first.append(f"{f'and {more} more; ' if more else ''}nothing was imported.")
    print(*(f"runlift: {each}" for each in first), sep="\n", file=sys.stderr)
    return FAILED
