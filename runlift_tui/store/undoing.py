"""Taking back what was done, today or on another day: onto whatever stands by now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.face.taken_back import what_more
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.believed import SESSIONS, row_faults
from runlift_tui.core.history.document import document
from runlift_tui.core.lists.acts import Act, taken_back
from runlift_tui.core.routines.shelf_edits import broken_by
from runlift_tui.core.session.fold import fold
from runlift_tui.core.session.state import Session, is_finished
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE, Fault, Refused
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.changes import change_years
from runlift_tui.store.library.believed import exercise_of, plan_of, routine_of
from runlift_tui.store.library.library import EXERCISES, PLANS, ROUTINES, document_of
from runlift_tui.store.session.discarded import JOURNAL
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import PlanEdit

ValueT = TypeVar("ValueT", bound=Struct)


def bring_back(store: Store, act: Act, done: Callable[[str], object]) -> None:
    """Bring back what an act deleted, in whatever order things were deleted.

    Args:
        store: Open for writing.
        act: Out of the bin.
        done: Called on the writer's thread with why it is not on disk, in a sentence; empty where
            it is.

    Raises:
        Refused: it cannot come back; the text says why, and nothing is changed.
    """
    if act.table == JOURNAL:
        _unfinished_again(store, act, done)
    elif act.table in (EXERCISES, ROUTINES):
        store.desk.edit(edit_back(store, act))
        _once_written(store, done)
    elif act.table == PLANS:
        store.desk.edit_plan(plan_edit_back(store, act))
        _once_written(store, done)
    else:
        store.amending().keep(amendment_back(store, act), done)
        store.amending().fold(lambda why: store.past.report(why) if why else None)
    store.acts.took_back(act)


def keep_way_forth(store: Store, session: Session) -> bool:
    """Have the history make again what was taken back in a session that is over, also tomorrow.

    Args:
        store: Open for writing.
        session: Over, and about to be closed.

    Returns:
        Whether there is anything.
    """
    acts, longer, now = list[Act](), session, document(session)
    for log in reversed(session.undone):
        shorter, longer = longer, fold(log)
        again = document(longer)
        if not is_finished(longer):
            break
        if again != now:
            told = what_more(longer, shorter)
            acts.append(store.acts.did("history", (SESSIONS, session.start.id), now, again, told))
            now = again
    for act in reversed(acts):
        store.acts.took_back(act)
    return bool(acts)


def _once_written(store: Store, done: Callable[[str], object]) -> None:
    """Have it said whether the library has what was edited."""

    def say(_: object) -> None:
        done(store.desk.outbox.unkept)

    store.writer.submit(lambda: None, say)


def _unfinished_again(store: Store, act: Act, done: Callable[[str], object]) -> None:
    if not store.sessions.discarded.has(act.of):
        raise Refused("its journal is not there any more")
    if store.sessions.unfinished() is not None:
        raise Refused("another session is unfinished: finish or discard that one first")
    store.sessions.discarded.bring_back(act.of, done)


def edit_back(store: Store, act: Act) -> Edit:
    """Return the edit of the shelf that takes an act back.

    Raises:
        Refused: what it changed was changed since, or a routine stands on it.
    """
    shelf = store.desk.shelf()
    is_exercise = act.table == EXERCISES
    now: Struct | None = (shelf.mine if is_exercise else shelf.routines).get(act.of)
    after = taken_back(act, None if now is None else document_of(now))
    found: Struct | None = None
    if after is not None:
        found, faults = (exercise_of if is_exercise else routine_of)(act.of, after)
        _refuse(faults)
    edit = Edit(table=act.table, id=act.of, before=now, after=found, told=act.told)
    if is_exercise:
        for routine, what in broken_by(edit, shelf):
            raise Refused(f"{routine} would not work any more, {what}; nothing is changed")
    return edit


def plan_edit_back(store: Store, act: Act) -> "PlanEdit":
    """Return the edit of the plans that takes an act back.

    Raises:
        Refused: what it changed was changed since.
    """
    from runlift_tui.core.plan.plan import PlanEdit

    now = next((plan for plan in store.desk.plans() if plan.id == act.of), None)
    after = taken_back(act, None if now is None else document_of(now))
    found = None
    if after is not None:
        found, faults = plan_of(after)
        _refuse(faults)
    return PlanEdit(id=act.of, before=now, after=found, told=act.told)


def value_back(act: Act, now: ValueT) -> ValueT:
    """Return a value of the settings as it is once an act is taken back.

    Raises:
        Refused: what it changed was changed since.
    """
    try:
        return msgspec.convert(taken_back(act, document_of(now)), type(now))
    except NONSENSE as error:
        raise Refused(f"it makes no sense to this RunLift ({error})") from None


def amendment_back(store: Store, act: Act) -> Amendment:
    """Return the change of the past that takes an act back.

    Raises:
        Refused: what it changed was changed since, or its year cannot be read.
    """
    now = _standing(store, act)
    table = act.left or act.table
    after = taken_back(act, now)
    if after is not None:
        _refuse(list(row_faults(table, after)))
        if after.get("id") != act.of:
            raise Refused("it makes no sense to this RunLift")
    return Amendment(now, after, table, act.table if act.left else "")


def _standing(store: Store, act: Act) -> Document | None:
    """Return a document of the past as it stands in its table; None where there is none."""
    years = change_years(Amendment(act.before, act.after, act.table, act.left))
    try:
        latest = store.amending().latest.get(act.of) or store.past.journals.newest(act.of)
        if latest is not None:
            known = latest.table == act.table or act.after is None
            return latest.after if known else None
        for year in sorted(years):
            for row in store.past.history.tables(year, (act.table,)).get(act.table, ()):
                if row.get("id") == act.of:
                    return row
    except StoreError as error:
        raise Refused(error.what.rstrip(".")) from None
    return None


def _refuse(faults: list[Fault]) -> None:
    for fault in faults:
        raise Refused(f"it makes no sense to this RunLift ({fault.place}: {fault.what})")
