"""The 5K over time, as a section of the page that looks back."""

from collections.abc import Iterable, Sequence

from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.sections import Drawn, Section, SectionLine
from runlift_tui.core.runs.five_k import (
    ESTIMATE_WORDS,
    FiveK,
    change,
    change_words,
    five_k,
    five_k_words,
    five_ks,
    group_words,
    no_estimate,
    summary_words,
)
from runlift_tui.core.runs.five_k_chart import five_k_chart, legend
from runlift_tui.core.runs.run import Trial
from runlift_tui.core.words.units import Distance, distance_text, time_text

_COLUMNS = (
    Column("date", width=10),
    Column("5K", number=True, width=5),
    Column("since the first", width=20),
    Column("raced", width=5),
)
_NONE = "No race yet. Under runs, 5k 19:58 race notes one down."


def five_k_section(trials: Iterable[Trial], unit: Distance) -> Section:
    """Return the races and time trials as 5Ks, newest first."""
    raced = sorted(trials, key=lambda each: each.day, reverse=True)
    found = five_ks(raced)
    notes = [f"about: {ESTIMATE_WORDS}"] if any(each.is_estimate for each in found) else []
    notes += [group_words(found[0])] if found else []
    return Section(
        name="5K",
        says=_says(raced, found),
        columns=_COLUMNS,
        lines=tuple(_line(each, found, unit) for each in raced),
        notes=tuple(notes),
        drawn=_drawn(found, unit),
        empty=_NONE,
    )


def _says(raced: Sequence[Trial], found: Sequence[FiveK]) -> str:
    if not found:
        return no_estimate(raced[0]) if raced else "no race or time trial yet"
    return summary_words(found) or f"{found[0].words}; a second race shows what it does"


def _line(trial: Trial, found: Sequence[FiveK], unit: Distance) -> SectionLine:
    raced = f"{distance_text(trial.metres, unit)} in {time_text(trial.seconds)}"
    each = five_k(trial)
    if each is None:
        return SectionLine((f"{trial.day}", "–", no_estimate(trial), raced))
    since = "–" if each == found[0] else change_words(change(found[0], each))
    return SectionLine((f"{each.day}", each.words, since, raced if each.is_estimate else ""))


def _drawn(found: Sequence[FiveK], unit: Distance) -> tuple[Drawn, ...]:
    if not found:
        return ()

    def read(place: int) -> str:
        said, raced = five_k_words(found[place], found[0], unit)
        return "   ".join(filter(None, (" ".join(said.split()), raced)))

    return (Drawn("5K", legend(found), five_k_chart(found), read),)
