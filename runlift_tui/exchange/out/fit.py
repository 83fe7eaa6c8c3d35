"""A session as one strength activity in FIT: every set and every known rest, with its real times.

A set that has no times has no place on a line of time: its session cannot be written.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.words.text import safe_text
from runlift_tui.exchange.out.fit_bytes import (
    ENUM,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    UINT32Z,
    FitBytes,
    FitField,
    fit_time,
)
from runlift_tui.exchange.out.laid_out import OWN_MARK, title_of

_FILE_ID, _SPORT, _SESSION, _LAP, _EVENT, _DEVICE, _ACTIVITY, _CREATOR = (
    0,
    12,
    18,
    19,
    21,
    23,
    34,
    49,
)
_SET, _TITLE = 225, 264
_DEVELOPMENT = 255
"""The number of a maker that is none."""
_TRAINING, _STRENGTH = 10, 20
_ACTIVE, _REST = 1, 0
_UNKNOWN_CATEGORY = 65_534
_KILOGRAM = 1
_LONGEST_STRING = 250
_LONGEST_NAME = 47
"""Bytes of a name."""


class NoTimes(Exception):
    """A session whose sets have no times."""


class _Span(NamedTuple):
    """One set message."""

    kind: int
    begun: datetime
    seconds: float
    name: str = ""
    reps: int | None = None
    kg: float | None = None


def cut(text: str, most: int = _LONGEST_NAME) -> str:
    """Return a text without effect, of so many bytes at most, cut between two characters."""
    return safe_text(text).encode()[:most].decode("utf-8", "ignore")


def fit_of(session: PastSession, *, each: bool) -> bytes:
    """Return a session as a FIT file.

    Args:
        session: As it was trained.
        each: Whether a load is that of one implement; else it is all of it.

    Raises:
        NoTimes: a set of it has none.
    """
    spans = _spans(session, each=each)
    if not spans:
        raise NoTimes
    begun = min(session.started, *(span.begun for span in spans))
    ended = max(span.begun + timedelta(seconds=span.seconds) for span in spans)
    if session.finished is not None:
        ended = max(ended, session.finished)
    names = list(dict.fromkeys(span.name for span in spans if span.kind == _ACTIVE))
    file = FitBytes()
    _head(file, begun)
    file.add(
        _SPORT,
        FitField(0, ENUM, _TRAINING),
        FitField(1, ENUM, _STRENGTH),
        FitField(3, STRING, cut(title_of(session))),
    )
    for at, name in enumerate(names):
        file.add(
            _TITLE,
            FitField(254, UINT16, at),
            FitField(0, UINT16, _UNKNOWN_CATEGORY),
            FitField(1, UINT16, at),
            FitField(2, STRING, cut(name)),
        )
    for at, span in enumerate(spans):
        _add_set(file, at, span, names)
    _tail(file, session, begun, ended)
    return file.whole()


def _spans(session: PastSession, *, each: bool) -> list[_Span]:
    found: list[_Span] = []
    for done in session.done:
        if done.started is None or done.ended is None or done.ended < done.started:
            raise NoTimes
        found += _sides(done, done.started, (done.ended - done.started).total_seconds(), each)
        if done.rest_taken_s:
            found.append(_Span(_REST, done.ended, done.rest_taken_s))
    return found


def _sides(done: PastSet, begun: datetime, seconds: float, each: bool) -> list[_Span]:
    """Return a set, or its two sides behind each other, each with its share of the time."""
    name = done.name or done.exercise
    load = done.load_kg
    if load is not None and each:
        load = load / done.implements
    pairs = ((done.left, done.right), (done.left_s, done.right_s))
    for in_reps, (left, right) in zip((True, False), pairs, strict=True):
        if left is None or right is None:
            continue
        total = left + right
        share = seconds * left / total if total else seconds / 2
        first = _Span(_ACTIVE, begun, share, f"{name} (left)", left if in_reps else None, load)
        later = begun + timedelta(seconds=share)
        other = _Span(
            _ACTIVE, later, seconds - share, f"{name} (right)", right if in_reps else None, load
        )
        return [first, other]
    reps = next((each for each in (done.reps, done.left, done.right) if each is not None), None)
    return [_Span(_ACTIVE, begun, seconds, name, reps, load)]


def _head(file: FitBytes, begun: datetime) -> None:
    at = fit_time(begun)
    file.add(
        _FILE_ID,
        FitField(0, ENUM, 4),
        FitField(1, UINT16, _DEVELOPMENT),
        FitField(2, UINT16, 0),
        FitField(3, UINT32Z, 1),
        FitField(4, UINT32, at),
    )
    file.add(_CREATOR, FitField(0, UINT16, 100))
    file.add(
        _DEVICE,
        FitField(253, UINT32, at),
        FitField(0, UINT8, 0),
        FitField(2, UINT16, _DEVELOPMENT),
        FitField(4, UINT16, 0),
        FitField(27, STRING, "RunLift"),
    )
    file.add(_EVENT, FitField(253, UINT32, at), FitField(0, ENUM, 0), FitField(1, ENUM, 0))


def _add_set(file: FitBytes, at: int, span: _Span, names: list[str]) -> None:
    is_active = span.kind == _ACTIVE
    ended = span.begun + timedelta(seconds=span.seconds)
    file.add(
        _SET,
        FitField(254, UINT32, fit_time(ended)),
        FitField(0, UINT32, round(span.seconds * 1000)),
        FitField(3, UINT16, span.reps),
        FitField(4, UINT16, None if span.kg is None else min(65_534, round(span.kg * 16))),
        FitField(5, ENUM, span.kind),
        FitField(6, UINT32, fit_time(span.begun)),
        FitField(7, UINT16, _UNKNOWN_CATEGORY if is_active else None),
        FitField(8, UINT16, names.index(span.name) if is_active else None),
        FitField(9, UINT16, _KILOGRAM),
        FitField(10, UINT16, at),
    )


def _tail(file: FitBytes, session: PastSession, begun: datetime, ended: datetime) -> None:
    at, first = fit_time(ended), fit_time(begun)
    lasted = round((ended - begun).total_seconds() * 1000)
    file.add(_EVENT, FitField(253, UINT32, at), FitField(0, ENUM, 0), FitField(1, ENUM, 4))
    common = (
        FitField(254, UINT16, 0),
        FitField(253, UINT32, at),
        FitField(2, UINT32, first),
        FitField(7, UINT32, lasted),
        FitField(8, UINT32, lasted),
    )
    file.add(
        _LAP,
        *common,
        FitField(0, ENUM, 9),
        FitField(1, ENUM, 1),
        FitField(24, ENUM, 7),
        FitField(25, ENUM, _TRAINING),
        FitField(39, ENUM, _STRENGTH),
    )
    file.add(
        _SESSION,
        *common,
        FitField(0, ENUM, 8),
        FitField(1, ENUM, 1),
        FitField(5, ENUM, _TRAINING),
        FitField(6, ENUM, _STRENGTH),
        FitField(25, UINT16, 0),
        FitField(26, UINT16, 1),
        FitField(28, ENUM, 0),
        FitField(110, STRING, cut(f"{OWN_MARK}{session.id}", _LONGEST_STRING)),
    )
    local = at + (session.utc_offset_min or 0) * 60
    file.add(
        _ACTIVITY,
        FitField(253, UINT32, at),
        FitField(0, UINT32, lasted),
        FitField(1, UINT16, 1),
        FitField(2, ENUM, 0),
        FitField(3, ENUM, 26),
        FitField(4, ENUM, 1),
        FitField(5, UINT32, local),
    )
