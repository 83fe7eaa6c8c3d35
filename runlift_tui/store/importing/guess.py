"""What a file that leaves something open most likely means, by what the athlete has set."""

from runlift_tui.core.athlete.athlete import Athlete, distance_of
from runlift_tui.core.words.units import Unit
from runlift_tui.exchange.questions import OpenQuestion


def guess(athlete: Athlete, question: OpenQuestion) -> str:
    """Return the default of a question; empty where nothing is likelier than its first answer."""
    match question.key:
        case "unit":
            return f"{athlete.unit}"
        case "distance":
            return f"{distance_of(athlete)}"
        case "day_order" if athlete.unit is Unit.LB:
            return "month"
    return ""
