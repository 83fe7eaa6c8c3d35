"""The words and codes that screens show in short, explained: found by name, and told."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from runlift_tui.core.athlete.pain import NOT_ADVICE, NOT_BEFORE, STOP_SIGNS
from runlift_tui.core.face.reasons import GATE, HALF, PLAIN, PRIMING, Reason
from runlift_tui.core.home.matching import has_words, plain
from runlift_tui.core.keys.actions import SCREENS
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.sets.pain import CALM, GO_ON, SETTLING


class Term(NamedTuple):
    """A word of the screens, and what it means."""

    id: str
    """What its other words stand under."""
    title: str
    lines: tuple[tuple[str, str], ...]
    """Where it stands, or nothing, and what it means there."""
    codes: tuple[str, ...] = ()
    """As it stands on a screen."""


def _why(reason: Reason) -> tuple[tuple[str, str], ...]:
    return tuple(("", each) for each in (*reason.how, reason.why, reason.source) if each)


_MORE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "could do": (
        ("", "Others call it reps in reserve, RIR: 2 more is an RPE of 8."),
        ("", "How hard all of it was, 0 to 10, is asked at the end of the session."),
    ),
    "window": _why(PRIMING),
    "gate": _why(GATE),
    "half of B1": _why(HALF),
}
"""What is told of a code beside its meaning."""
_TITLES = {
    "kind": "kind of week",
    "□ ■ ▣ ·": "□ ■ ▣, the squares",
    "*": "* at a number",
    "■ ▣ □": "",
    "A1 B1": "",
}
"""Codes that one cannot type; empty for one that another has."""
_ALSO: Mapping[str, tuple[str, ...]] = {"□ ■ ▣ ·": ("■ ▣ □",)}
"""What is explained with a code, as it is the same in another order."""
_WORDS: tuple[Term, ...] = (
    Term(
        "stop-sign",
        "Stop signs: what they are",
        (
            *(("", each) for each in STOP_SIGNS),
            ("", NOT_BEFORE),
            ("", "{home.looked} on home says that somebody has looked."),
            ("", NOT_ADVICE),
        ),
    ),
    Term(
        "pain",
        "Pain, 0 to 10: where it is said, and what it does",
        (
            ("", "{^session.pain-today} in a session says it: of today, or of the set just done."),
            (f"to {CALM}", "calm: loads may rise again"),
            (f"to {GO_ON}", "a session goes on as it is"),
            (
                f"over {GO_ON}",
                "the stop signs are shown; what hurt does not rise, nor does anything "
                "where nobody knows what hurt",
            ),
            (f"over {SETTLING}", "nothing rises, and nothing jumps, until a calm session"),
            ("", "{history.search} in the history finds the sessions with pain. Our own rules."),
            ("", NOT_ADVICE),
        ),
    ),
    Term(
        "contacts",
        "Contacts: what they are",
        (
            ("", "Landings of jumps, and of ten easy pogos, small stiff hops, before them."),
            ("", "{home.progress} on home has them by the week."),
        ),
    ),
    Term(
        "rests",
        "Rests: how long, and where they are set",
        (
            ("", "{session.longer} and {session.shorter} in a session: 15 s more or less."),
            (
                "",
                "A routine's own rests are values of its lines: {home.routines} on home, then "
                "{routines.edit}. {^session.space} goes on at any time.",
            ),
            *_why(PLAIN)[2:],
        ),
    ),
)


def terms() -> Iterator[Term]:
    """Yield every term: those of the helps in their order, each once, and those told here."""
    codes = dict.fromkeys(code for each in SCREENS for code, _ in each.codes)
    for code in codes:
        title = _TITLES.get(code, code)
        if title:
            told = tuple((where, named(said)) for where, said in _said_of(code))
            more = tuple((where, named(said)) for where, said in _MORE.get(code, ()))
            yield Term(
                f"code={plain(code) or code}", f"{title}: what it means", (*told, *more), (code,)
            )
    for term in _WORDS:
        yield term._replace(lines=tuple((label, named(said)) for label, said in term.lines))


def _said_of(code: str) -> Iterator[tuple[str, str]]:
    """Yield where a code stands in a help, alone or with others, and what it means there."""
    words = plain(code).split()
    for each in SCREENS:
        for other, meaning in each.codes:
            where = each.title.lower()
            if other in (code, *_ALSO.get(code, ())):
                yield where, meaning
            elif words and has_words(other, words):
                yield f"{where}, {other}", meaning
