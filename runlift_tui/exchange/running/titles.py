"""Which titles an athlete wrote: not those that an app makes up of time of day and sport."""

import re

from runlift_tui.exchange.running.types import AFTER_A_PLACE, folded_type, is_run

_MADE_UP = frozenset(
    (
        *("morning", "lunch", "midday", "noon", "afternoon", "evening", "night", "early", "late"),
        *("run", "running", "trail", "virtual", "treadmill", "track", "indoor", "outdoor", "ultra"),
        *("lauf", "laufen", "am", "in", "der", "zur", "morgen", "mittag", "mittags", "nachmittag"),
        *(
            "abend",
            "nacht",
            "morgens",
            "abends",
            "nachts",
            "morgenlauf",
            "abendlauf",
            "mittagslauf",
        ),
        *("nachmittagslauf", "nachtlauf", "traillauf", "bahn", "auf", "laufbandtraining"),
        *("course", "à", "pied", "le", "du", "de", "la", "dans", "l'après", "après", "l", "midi"),
        *("matin", "soir", "soirée", "nuit", "en", "pendant", "heure", "déjeuner"),
        *("carrera", "por", "mañana", "tarde", "noche", "mediodía", "matutina", "vespertina"),
        *("nocturna", "almuerzo", "hora", "del", "entrenamiento", "cinta", "a"),
        *("hardloopsessie", "hardlopen", "ochtend", "middag", "avond", "nacht", "namiddag"),
        *("løb", "om", "morgenen", "aften", "aftenen", "eftermiddag", "eftermiddagen", "natten"),
        *("corsa", "mattutina", "pranzo", "pomeridiana", "serale", "notturna", "pomeriggio"),
        *("corrida", "matinal", "vespertina", "noturna", "almoço", "manhã", "noite", "da", "do"),
        *("futás", "reggeli", "déli", "délutáni", "esti", "éjszakai", "teremfutás", "beltéri"),
    )
)


def own_title(title: str, kind: str = "") -> str:
    """Return a title that the athlete wrote; nothing for one that an app made.

    Args:
        title: As the file has it.
        kind: What the file calls the sport: a place and the sport are no title, "Berlin Running".
    """
    title = " ".join(title.split())
    plain = folded_type(title)
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain)
    if not words or is_run(plain) or all(word in _MADE_UP for word in words):
        return ""
    sport = folded_type(kind)
    # An athlete writes "Tempo Run"; "Berlin Trail Running" is a place and a watch's sport.
    if sport and (plain == sport or (plain.endswith(f" {sport}") and not sport.endswith("run"))):
        return ""
    return "" if title.endswith(tuple(f" {each}" for each in AFTER_A_PLACE)) else title
