"""What of the choices before a session could not be had, in words."""

from collections.abc import Iterator

from runlift_tui.core.routines.resolve import is_warm_up
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.fit import minutes_of, without_words
from runlift_tui.core.words.text import plural


def not_as_asked(choices: Choices, whole: Routine, start: Started) -> Iterator[str]:
    """Yield what is not as it was asked for, a sentence each.

    Args:
        choices: What was asked for.
        whole: The routine before it was fitted into the minutes.
        start: The session that came of it.
    """
    for block in whole.blocks:
        wanted = choices.warm_up_rounds if is_warm_up(block) else choices.main_rounds
        if wanted is not None and wanted != block.rounds:
            yield f"{block.name} has {_span(block)}, not {wanted}."
    if choices.minutes is None:
        return
    minutes = minutes_of(start)
    cut = ", ".join(_cut(whole, start.routine))
    if cut:
        yield f"Fitted into {choices.minutes} minutes: {cut}."
    if minutes > choices.minutes:
        yield f"{minutes} minutes is the shortest that this session can be."
    elif not cut:
        yield (
            f"It takes {minutes} minutes, which fits into {choices.minutes} as it is: "
            "more rounds make it longer."
        )


def _span(block: Block) -> str:
    if block.low == block.high:
        return plural(block.low, "round")
    return f"{block.low} to {block.high} rounds, today {block.rounds}"


def _cut(whole: Routine, fitted: Routine) -> Iterator[str]:
    """Yield what was cut: rounds of each block, and slots."""
    left = {block.id: block for block in fitted.blocks}
    for block in whole.blocks:
        if block.id in left and left[block.id].rounds < block.rounds:
            rounds = plural(left[block.id].rounds, "round")
            yield f"{block.name} has {rounds} instead of {block.rounds}"
    gone = without_words(whole, fitted)
    if gone:
        yield gone
