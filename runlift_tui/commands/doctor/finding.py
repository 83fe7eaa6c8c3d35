"""One thing that was looked at."""

from enum import StrEnum
from typing import NamedTuple


class Health(StrEnum):
    """How a thing stands, as it is printed."""

    OK = "OK"
    MISSING = "–"
    """Not there, or only worth knowing: a session goes on without it."""
    PROBLEM = "problem"
    """Broken: RunLift cannot do its work like this."""


class Finding(NamedTuple):
    """What was found of a thing."""

    state: Health
    what: str
    todo: str = ""
    """What to do about it, in a sentence; empty where there is nothing to do."""


def ok(what: str, todo: str = "") -> Finding:
    """Return that something is as it should be."""
    return Finding(Health.OK, what, todo)


def missing(what: str, todo: str = "") -> Finding:
    """Return that something is not there, which is no harm."""
    return Finding(Health.MISSING, what, todo)


def problem(what: str, todo: str = "") -> Finding:
    """Return that something is broken."""
    return Finding(Health.PROBLEM, what, todo)
