"""Does it work? Everything that the past answers, a section each."""

from collections.abc import Mapping, Sequence
from datetime import date

from runlift_tui.core.past_session import PastSession
from runlift_tui.core.priming_lines import priming_section
from runlift_tui.core.record_lines import record_section
from runlift_tui.core.section import Section
from runlift_tui.core.units import Unit
from runlift_tui.core.week_lines import week_section


def progress(
    sessions: Sequence[PastSession], names: Mapping[str, str], unit: Unit, today: date
) -> tuple[Section, ...]:
    """Return the sections of the page, in their order.

    Args:
        sessions: All of them, oldest first.
        names: What exercises are called today, by id.
        unit: The athlete's.
        today: On their calendar.
    """
    return (
        week_section(sessions, today),
        record_section(sessions, names, unit, today),
        priming_section(sessions),
    )
