"""FIT: every session message is one entry; a run, or strength with its sets."""

import warnings
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from runlift_tui.exchange.neutral import (
    NO_TIME,
    NOT_A_RUN,
    NOTHING_DONE,
    FileAnswers,
    FileRead,
    NotRead,
    RunRead,
    SetRead,
    UnknownFile,
    WorkoutRead,
)
from runlift_tui.exchange.running.fit_slim import slim
from runlift_tui.exchange.running.types import is_run

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_RUNNING, _TRAINING, _STRENGTH = 1, 10, 20
_TREADMILL = 1
_MOST_AHEAD, _STEP = 14 * 3600, 15 * 60
_ACTIVE = 1
_ACTIVITY = 4
"""What a file is for: its figures of a day, its settings and courses are files too."""
_NO_WEIGHT = 65_535
_DEVELOPMENT = 255
"""The maker's number of whatever no watch wrote."""
_WANTED = ("file_id", "session", "activity", "set", "exercise_title")
_DAMAGES = {"FitEOFError": "it is cut off", "FitCRCError": "its checksum is wrong"}
"""What the reader's errors mean, by their names: it is imported only where a FIT is there."""
GUESSED = " (as the watch guessed)"
OWN_MARK = "runlift:"

_Message = dict[str, Any]


def is_it(data: bytes) -> bool:
    """Whether a file is FIT."""
    return data[8:12] == b".FIT"


def read(data: bytes, given: FileAnswers) -> FileRead:
    """Return what a FIT file says.

    Raises:
        NotRead: it is damaged, cut off, or no activity.
    """
    found = FileRead(
        format="fit",
        unit="",
        distance_unit="m",
        distance_from="header",
    )
    messages = _messages(data)
    sessions = messages["session"]
    if not sessions:
        kinds = {_raw(each, "type") for each in messages["file_id"]}
        if kinds and _ACTIVITY not in kinds:
            raise UnknownFile("it is no activity, but something else that a watch keeps")
        raise NotRead("there is no session in it: it is no activity, or it was cut off")
    ahead = _ahead(messages["activity"])
    for number in range(1, len(sessions) + 1):
        _take(found, messages, number, ahead, given)
    return found


def _messages(data: bytes) -> dict[str, list[_Message]]:
    """Return the messages that say something here, each as its raw values and its words."""
    # Whoever imports no FIT does not wait for it.
    import fitdecode

    found: dict[str, list[_Message]] = {name: [] for name in _WANTED}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with fitdecode.FitReader(
                slim(data),
                check_crc=fitdecode.CrcCheck.RAISE,
                error_handling=fitdecode.ErrorHandling.RAISE,
            ) as reader:
                for frame in reader:
                    if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in found:
                        found[frame.name].append(_values(frame))
    except Exception as error:  # damaged files make it raise almost anything
        said = _DAMAGES.get(type(error).__name__, "it makes no sense")
        raise NotRead(f"it is damaged: {said}") from error
    return found


def _values(frame: Any) -> _Message:
    """Return the fields of a message by name, each with its raw value and what it is called."""
    return {each.name: (each.raw_value, each.value) for each in frame.fields}


def _raw(message: _Message, name: str) -> Any:
    return message.get(name, (None, None))[0]


def _value(message: _Message, name: str) -> Any:
    return message.get(name, (None, None))[1]


def _at(seconds: Any) -> datetime | None:
    """Return the moment of a FIT timestamp."""
    if type(seconds) is not int or not 0 < seconds < 0xFFFFFFFF:
        return None
    return _EPOCH + timedelta(seconds=seconds)


def _figure(message: _Message, name: str) -> float | None:
    value = _value(message, name)
    return float(value) if isinstance(value, int | float) and value > 0 else None


def _ahead(activities: list[_Message]) -> int | None:
    """Return the minutes that the watch's clock was ahead of UTC; None where nobody knows.

    0 may be a device that writes UTC into both.
    """
    for each in activities:
        local, utc = _raw(each, "local_timestamp"), _raw(each, "timestamp")
        if type(local) is int and type(utc) is int and local != utc:
            ahead = local - utc
            if abs(ahead) <= _MOST_AHEAD and ahead % _STEP == 0:
                return ahead // 60
    return None


def _take(
    found: FileRead,
    messages: Mapping[str, list[_Message]],
    number: int,
    ahead: int | None,
    given: FileAnswers,
) -> None:
    session = messages["session"][number - 1]
    begun = _at(_raw(session, "start_time")) or _at(_raw(session, "timestamp"))
    sport, sub = _raw(session, "sport"), _raw(session, "sub_sport")
    if sport == _TRAINING and sub == _STRENGTH and messages["set"]:
        if begun is None:
            found.skip(NO_TIME, number, "it says no start")
        else:
            _strength(found, messages, session, number, begun, ahead)
        return
    kind = str(_value(session, "sport") or "?").replace("_", " ")
    if sport != _RUNNING and not is_run(kind, given.run_types):
        found.types[kind] += 1
        found.skip(NOT_A_RUN, number, kind)
        return
    if begun is None:
        found.skip(NO_TIME, number, "it says no start")
        return
    found.runs.append(
        RunRead(
            begun=begun,
            line=number,
            wall=f"{begun:%Y-%m-%dT%H:%M:%SZ}",
            metres=_figure(session, "total_distance"),
            seconds=_figure(session, "total_timer_time") or _elapsed(session),
            utc_offset_min=ahead,
            extra={"treadmill": True} if sub == _TREADMILL else {},
        )
    )


def _elapsed(session: _Message) -> float | None:
    return _figure(session, "total_elapsed_time")


def _strength(
    found: FileRead,
    messages: Mapping[str, list[_Message]],
    session: _Message,
    number: int,
    begun: datetime,
    ahead: int | None,
) -> None:
    """Take a session of strength with the sets that lie in it."""
    lasted = _elapsed(session) or _figure(session, "total_timer_time") or 0
    ended = begun + timedelta(seconds=lasted)
    workout = WorkoutRead(
        begun=begun,
        line=number,
        wall=f"{begun:%Y-%m-%dT%H:%M:%SZ}",
        ended=ended,
        utc_offset_min=ahead,
    )
    mark = _text(_value(session, "sport_profile_name"))
    if mark.startswith(OWN_MARK):
        workout.notes = mark
    else:
        workout.title = mark
    several = len(messages["session"]) > 1
    by_app = any(_raw(each, "manufacturer") == _DEVELOPMENT for each in messages["file_id"])
    last: SetRead | None = None
    block, name = -1, ""
    for message in messages["set"]:
        start = _at(_raw(message, "start_time")) or _at(_raw(message, "timestamp"))
        if several and start is not None and not begun <= start <= ended:
            continue
        if _raw(message, "set_type") != _ACTIVE:
            if last is not None and last.rest_taken_s is None:
                last.rest_taken_s = round(_figure(message, "duration") or 0) or None
            continue
        called = _name(message, messages["exercise_title"], by_app=by_app)
        if called != name:
            block, name = block + 1, called
        each = _set(message, number, called, block, start)
        if each is None:
            found.skip(NOTHING_DONE, number, f"{called}: neither reps nor a time")
            continue
        workout.sets.append(each)
        last = each
    if workout.sets:
        found.workouts.append(workout)
        found.unit, found.unit_from = "kg", "header"
    else:
        found.skip(NOTHING_DONE, number, "a strength session without a set")


def _set(
    message: _Message, number: int, name: str, block: int, start: datetime | None
) -> SetRead | None:
    reps, lasted = _raw(message, "repetitions"), _figure(message, "duration")
    reps = reps if type(reps) is int and 0 < reps < _NO_WEIGHT else None
    seconds = round(lasted) if lasted else None
    if reps is None and not seconds:
        return None
    weight = _raw(message, "weight")
    is_said = type(weight) is int and 0 < weight < _NO_WEIGHT
    return SetRead(
        name=name,
        line=number,
        block=block,
        reps=reps,
        seconds=seconds if reps is None else None,
        weight=weight / 16 if is_said else None,
        unit="kg",
        began=start,
        ended=None if start is None or lasted is None else start + timedelta(seconds=lasted),
    )


def _name(message: _Message, titles: list[_Message], *, by_app: bool) -> str:
    """Return what a set was: the title that the file gives it, else the watch's first guess.

    Args:
        message: The set.
        titles: Of exercises, as the file has them.
        by_app: Whether an app wrote the file, which knows; a watch guesses.
    """
    category, exercise = (
        _first(_raw(message, "category")),
        _first(_raw(message, "category_subtype")),
    )
    for each in titles:
        same = (_raw(each, "exercise_category"), _raw(each, "exercise_name")) == (
            category,
            exercise,
        )
        title = _text(_value(each, "wkt_step_name"))
        if same and category is not None and title:
            return title if by_app else title + GUESSED
    guess = _first(_value(message, "category"))
    words = f"{guess}".replace("_", " ").capitalize() if isinstance(guess, str) else "Unknown"
    return words + GUESSED


def _first(value: Any) -> Any:
    """Return the first of the watch's guesses."""
    if isinstance(value, tuple | list):
        return next((each for each in value if each is not None), None)
    return value


def _text(value: Any) -> str:
    """Return a string of a file, which may be no UTF-8."""
    value = _first(value)
    if isinstance(value, bytes):
        value = value.split(b"\0")[0].decode("utf-8", "replace")
    return value.strip() if isinstance(value, str) else ""
